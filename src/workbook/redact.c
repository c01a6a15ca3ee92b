#include "workbook/redact.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/textbuf.h"

#include <string.h>

/* Who stands where. */
static const struct {
    enum schema_sheet sheet;
    int column;
} persons[] = {
    {SHEET_PEOPLE, COLUMN_PEOPLE_NAME},
    {SHEET_SETTINGS, COLUMN_SETTINGS_PREPARED_BY},
    {SHEET_SETTINGS, COLUMN_SETTINGS_REVIEWED_BY},
    {SHEET_SETTINGS, COLUMN_SETTINGS_APPROVED_BY},
    {SHEET_UNITS, COLUMN_UNITS_HEAD},
    {SHEET_UNITS, COLUMN_UNITS_APPROVED_BY},
    {SHEET_THEMES, COLUMN_THEMES_OWNER},
    {SHEET_OBJECTIVES, COLUMN_OBJECTIVES_OWNER},
    {SHEET_OBJECTIVES, COLUMN_OBJECTIVES_DECLARED_BY},
    {SHEET_MEASURES, COLUMN_MEASURES_OWNER},
    {SHEET_MEASURES, COLUMN_MEASURES_DATA_STEWARD},
    {SHEET_VALUES, COLUMN_VALUES_ENTERED_BY},
    {SHEET_INITIATIVES, COLUMN_INITIATIVES_OWNER},
    {SHEET_INITIATIVES, COLUMN_INITIATIVES_SPONSOR},
    {SHEET_MILESTONES, COLUMN_MILESTONES_OWNER},
    {SHEET_BENEFITS, COLUMN_BENEFITS_OWNER},
    {SHEET_BENEFITS, COLUMN_BENEFITS_RECONCILED_BY},
    {SHEET_RISKS, COLUMN_RISKS_OWNER},
    {SHEET_CONTROLS, COLUMN_CONTROLS_OWNER},
    {SHEET_STAFFING, COLUMN_STAFFING_NAME},
    {SHEET_CALENDAR, COLUMN_CALENDAR_OWNER},
    {SHEET_MEETINGS, COLUMN_MEETINGS_CHAIR},
    {SHEET_MEETINGS, COLUMN_MEETINGS_ATTENDEES},
    {SHEET_AGENDA, COLUMN_AGENDA_PRESENTER},
    {SHEET_ACTIONS, COLUMN_ACTIONS_OWNER},
    {SHEET_DECISIONS, COLUMN_DECISIONS_DECIDED_BY},
    {SHEET_COMMENTARY, COLUMN_COMMENTARY_AUTHOR},
    {SHEET_CHANGES, COLUMN_CHANGES_REQUESTED_BY},
    {SHEET_CHANGES, COLUMN_CHANGES_APPROVED_BY},
    {SHEET_ATTESTATIONS, COLUMN_ATTESTATIONS_ATTESTED_BY},
    {SHEET_WAIVERS, COLUMN_WAIVERS_APPROVED_BY},
    {SHEET_VERSIONS, COLUMN_VERSIONS_BY},
};
enum { PERSON_COLUMNS = sizeof persons / sizeof *persons, SURNAME_LEAST = 3 };

struct alias {
    const char *name, *instead;
    bool in_text; /* within texts, too */
    bool exactly; /* only with these capitals */
};

struct redaction {
    struct arena *arena;
    const char *person;
    struct idmap *known;  /* by name in small letters: its alias */
    struct idmap *roles;  /* in small letters: what is no name */
    struct idmap *titles; /* in small letters: how many people are called by it */
    VEC(struct alias) aliases;
    size_t numbered;
};

static const char *small(struct arena *arena, const char *text) {
    char *out = arena_strdup(arena, text);
    for (char *at = out; *at; at++)
        *at = ascii_lower(*at);
    return out;
}

/* ---- who there is --------------------------------------------------------------------------- */

static const struct field *field_of(const struct workbook *workbook, enum schema_sheet sheet,
                                    size_t row, int column) {
    return workbook_field(&workbook->tables[sheet].records.items[row], column);
}

static void role(struct redaction *r, const char *text) {
    if (text && *text)
        idmap_put(r->roles, small(r->arena, text), 0);
}

static bool is_role(const struct redaction *r, const char *name) {
    return idmap_find(r->roles, small(r->arena, name)) != IDMAP_NONE;
}

static struct alias *add(struct redaction *r, const char *name, const char *instead, bool in_text) {
    idmap_put(r->known, small(r->arena, name), r->aliases.count);
    struct alias *alias = vec_add(r->arena, &r->aliases);
    *alias = (struct alias){name, instead, in_text, false};
    return alias;
}

static bool known(const struct redaction *r, const char *name) {
    return idmap_find(r->known, small(r->arena, name)) != IDMAP_NONE;
}

static void collect_roles(struct redaction *r, const struct workbook *workbook) {
    for (size_t i = 0; i < workbook->tables[SHEET_PEOPLE].records.count; i++)
        role(r, field_of(workbook, SHEET_PEOPLE, i, COLUMN_PEOPLE_TITLE)->text);
    for (size_t i = 0; i < workbook->tables[SHEET_UNITS].records.count; i++)
        role(r, field_of(workbook, SHEET_UNITS, i, COLUMN_UNITS_NAME)->text);
    for (size_t i = 0; i < workbook->tables[SHEET_STAFFING].records.count; i++) {
        const struct field *status = field_of(workbook, SHEET_STAFFING, i, COLUMN_STAFFING_STATUS);
        if (status->filled && status->choice > 0) /* vacant or planned: a post, nobody */
            role(r, field_of(workbook, SHEET_STAFFING, i, COLUMN_STAFFING_NAME)->text);
    }
}

static bool has_title(const struct workbook *workbook, size_t row, const char *title) {
    const struct field *field = field_of(workbook, SHEET_PEOPLE, row, COLUMN_PEOPLE_TITLE);
    return field->filled && ascii_same(field->text, title);
}

/* "Director", or "Director 2" where there are several. */
static const char *titled(struct redaction *r, const struct workbook *workbook, const char *title) {
    const char *key = small(r->arena, title);
    const size_t met = idmap_find(r->titles, key);
    const size_t used = met == IDMAP_NONE ? 0 : met;
    size_t all = 0;
    for (size_t i = 0; i < workbook->tables[SHEET_PEOPLE].records.count; i++)
        all += has_title(workbook, i, title);
    idmap_set(r->titles, key, used + 1);
    return all > 1 || used > 0 ? arena_printf(r->arena, "%s %zu", title, used + 1) : title;
}

static const char *numbered(struct redaction *r) {
    const char *brace = strstr(r->person, "{1}");
    r->numbered++;
    if (!brace)
        return arena_printf(r->arena, "%s %zu", r->person, r->numbered);
    return arena_printf(r->arena, "%.*s%zu%s", (int)(brace - r->person), r->person, r->numbered,
                        brace + 3);
}

/* "M. Okafor", "Ada Okafor": two words; what is longer or has a comma may be a post. */
static bool given_and_surname(const char *name) {
    const char *blank = strchr(name, ' ');
    return blank && !strchr(blank + 1, ' ') && !strchr(name, ',') && ascii_upper(blank[1]);
}

static const char *last_word(const char *name) {
    const char *blank = strrchr(name, ' ');
    return blank ? blank + 1 : name;
}

/* A word of one person's name alone, and of no title. */
static bool own_word(const struct redaction *r, const struct workbook *workbook, size_t row,
                     const char *word) {
    const char *wanted = small(r->arena, word);
    if (strlen(word) < SURNAME_LEAST)
        return false;
    for (size_t i = 0; i < idmap_count(r->roles); i++)
        if (strstr(idmap_key(r->roles, i), wanted))
            return false;
    for (size_t i = 0; i < workbook->tables[SHEET_PEOPLE].records.count; i++)
        if (i != row &&
            strstr(small(r->arena, field_of(workbook, SHEET_PEOPLE, i, COLUMN_PEOPLE_NAME)->text),
                   wanted))
            return false;
    return true;
}

static void collect_people(struct redaction *r, const struct workbook *workbook) {
    const size_t count = workbook->tables[SHEET_PEOPLE].records.count;
    for (size_t i = 0; i < count; i++) {
        const char *name = field_of(workbook, SHEET_PEOPLE, i, COLUMN_PEOPLE_NAME)->text;
        const struct field *title = field_of(workbook, SHEET_PEOPLE, i, COLUMN_PEOPLE_TITLE);
        const struct field *email = field_of(workbook, SHEET_PEOPLE, i, COLUMN_PEOPLE_EMAIL);
        if (!name || !*name || known(r, name))
            continue;
        const char *instead = title->filled ? titled(r, workbook, title->text) : numbered(r);
        add(r, name, instead, true);
        if (email->filled && !known(r, email->text))
            add(r, email->text, instead, true);
    }
    for (size_t i = 0; i < count; i++) { /* after all whole names, so that those are met first */
        const char *name = field_of(workbook, SHEET_PEOPLE, i, COLUMN_PEOPLE_NAME)->text;
        const char *surname = name ? last_word(name) : "";
        const size_t alias = name ? idmap_find(r->known, small(r->arena, name)) : IDMAP_NONE;
        if (alias != IDMAP_NONE && given_and_surname(name) && !known(r, surname) &&
            own_word(r, workbook, i, surname))
            add(r, surname, r->aliases.items[alias].instead, true)->exactly = true;
    }
}

/* Each of a ;-list. */
static void collect_list(struct redaction *r, const char *text) {
    while (*text) {
        text += strspn(text, "; ");
        size_t length = strcspn(text, ";"), kept = length;
        while (kept > 0 && text[kept - 1] == ' ')
            kept--;
        const char *name = arena_strndup(r->arena, text, kept);
        if (*name && !is_role(r, name) && !known(r, name))
            add(r, name, numbered(r), strchr(name, ' ') != NULL);
        text += length;
    }
}

static void collect_others(struct redaction *r, const struct workbook *workbook) {
    for (size_t p = 0; p < PERSON_COLUMNS; p++) {
        const struct table *table = &workbook->tables[persons[p].sheet];
        const struct field *last = NULL;
        for (size_t i = 0; i < table->records.count; i++) {
            const struct field *field = workbook_field(&table->records.items[i], persons[p].column);
            if (field->filled && field != last)
                collect_list(r, field->text);
            last = field;
        }
    }
}

/* ---- what stands instead -------------------------------------------------------------------- */

const char *redact_name(const struct redaction *r, const char *name) {
    const size_t alias = idmap_find(r->known, small(r->arena, name));
    return alias == IDMAP_NONE ? name : r->aliases.items[alias].instead;
}

/* Letters of other scripts count as such. */
static bool is_letter(char c) {
    return ascii_letter(c) || ascii_digit(c) || (unsigned char)c >= 0x80;
}

static bool stands_here(const char *text, size_t at, const struct alias *alias, size_t length) {
    const char *name = alias->name;
    for (size_t i = 0; i < length; i++)
        if (alias->exactly ? text[at + i] != name[i]
                           : ascii_lower(text[at + i]) != ascii_lower(name[i]))
            return false;
    return (at == 0 || !is_letter(text[at - 1]) || !is_letter(name[0])) &&
           (!is_letter(text[at + length]) || !is_letter(name[length - 1]));
}

/* The longest name that begins here. */
static const struct alias *alias_at(const struct redaction *r, const char *text, size_t at) {
    const struct alias *found = NULL;
    size_t most = 0;
    for (size_t i = 0; i < r->aliases.count; i++) {
        const struct alias *alias = &r->aliases.items[i];
        const size_t length = strlen(alias->name);
        if (alias->in_text && length > most && stands_here(text, at, alias, length)) {
            found = alias;
            most = length;
        }
    }
    return found;
}

const char *redact_text(const struct redaction *r, const char *text) {
    struct textbuf out;
    bool changed = false;
    textbuf_init(&out, r->arena);
    for (size_t at = 0; text[at];) {
        const struct alias *alias = at == 0 || !is_letter(text[at - 1]) || !is_letter(text[at])
                                        ? alias_at(r, text, at)
                                        : NULL;
        if (alias) {
            textbuf_str(&out, alias->instead);
            at += strlen(alias->name);
            changed = true;
        } else {
            textbuf_char(&out, text[at++]);
        }
    }
    return changed ? textbuf_text(&out) : text;
}

/* A column of persons: each name of a ;-list. */
static const char *persons_text(const struct redaction *r, const char *text) {
    struct textbuf out;
    textbuf_init(&out, r->arena);
    for (const char *at = text; *at;) {
        const size_t blanks = strspn(at, "; ");
        textbuf_bytes(&out, at, blanks);
        at += blanks;
        size_t length = strcspn(at, ";"), kept = length;
        while (kept > 0 && at[kept - 1] == ' ')
            kept--;
        if (kept > 0)
            textbuf_str(&out, redact_name(r, arena_strndup(r->arena, at, kept)));
        textbuf_bytes(&out, at + kept, length - kept);
        at += length;
    }
    return textbuf_text(&out);
}

/* ---- the copy ------------------------------------------------------------------------------- */

static bool of_persons(enum schema_sheet sheet, int column) {
    for (size_t p = 0; p < PERSON_COLUMNS; p++)
        if (persons[p].sheet == sheet && persons[p].column == column)
            return true;
    return false;
}

/* The field itself if it names nobody. */
static const struct field *without_names(const struct redaction *r, enum schema_sheet sheet,
                                         int column, const struct field *field) {
    const enum field_type type = schema_sheet(sheet)->columns[column].type;
    if (!field->filled || (type != FIELD_TITLE && type != FIELD_TEXT))
        return field;
    const char *text =
        of_persons(sheet, column) ? persons_text(r, field->text) : redact_text(r, field->text);
    if (strcmp(text, field->text) == 0)
        return field;
    struct field *out = arena_alloc(r->arena, sizeof *out);
    *out = *field;
    out->text = text;
    return out;
}

/* Fields are shared by rows: what was last met in a column is likely met again. */
struct memory {
    const struct field *from[WORKBOOK_COLUMNS_MOST], *to[WORKBOOK_COLUMNS_MOST];
};

static void copy_record(const struct redaction *r, struct record *record, struct memory *memory) {
    const enum schema_sheet sheet = (enum schema_sheet)record->sheet;
    const size_t count = (size_t)__builtin_popcountll(record->columns);
    const struct field **fields = NULL;
    size_t at = 0;
    for (uint64_t left = record->columns; left; left &= left - 1, at++) {
        const int column = __builtin_ctzll(left);
        const struct field *field = record->fields[at];
        if (memory->from[column] != field) {
            memory->from[column] = field;
            memory->to[column] = without_names(r, sheet, column, field);
        }
        if (memory->to[column] == field)
            continue;
        if (!fields) {
            fields = arena_array(r->arena, count, sizeof *fields);
            memcpy(fields, record->fields, count * sizeof *fields);
        }
        fields[at] = memory->to[column];
    }
    if (fields)
        record->fields = fields;
}

static struct redaction *begin(struct arena *arena, const char *person) {
    struct redaction *r = arena_alloc(arena, sizeof *r);
    r->arena = arena;
    r->person = person;
    r->known = idmap_new(arena);
    r->roles = idmap_new(arena);
    r->titles = idmap_new(arena);
    return r;
}

const struct workbook *redact_people(struct arena *arena, const struct workbook *workbook,
                                     const char *person, struct redaction **known_before) {
    struct redaction *r = *known_before ? *known_before : begin(arena, person);
    struct workbook *copy = arena_alloc(arena, sizeof *copy);
    *known_before = r;
    collect_roles(r, workbook);
    collect_people(r, workbook);
    collect_others(r, workbook);
    *copy = *workbook;
    for (int s = 0; s < SHEET_COUNT; s++) {
        struct table *table = &copy->tables[s];
        const size_t count = table->records.count;
        struct memory memory = {{NULL}, {NULL}};
        struct record *items = arena_array(arena, count + 1, sizeof *items);
        for (size_t i = 0; i < count; i++) {
            items[i] = table->records.items[i];
            copy_record(r, &items[i], &memory);
        }
        table->records.items = items;
        table->records.capacity = count + 1;
    }
    return copy;
}
