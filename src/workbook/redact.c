#include "workbook/redact.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/textbuf.h"
#include "base/utf8.h"
#include "workbook/nameword.h"

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
enum {
    PERSON_COLUMNS = sizeof persons / sizeof *persons,
    PART_LEAST = 3,
    PART_LEAST_WIDE = 2,
    ORDINARY_LEAST = 2
};

struct redaction {
    struct arena *arena;
    const char *person;
    struct idmap *known; /* by folded name: its place in `instead` */
    VEC(const char *) instead;
    struct namewords *words; /* what is a name within texts */
    struct idmap *roles;     /* in small letters: what is no name */
    struct idmap *titles;    /* in small letters: how many people are called by it */
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

/* A title, a unit, or what a title is of: "Executive Committee", of which one may be a member. */
static bool is_role(const struct redaction *r, const char *name) {
    const char *wanted = small(r->arena, name);
    if (idmap_find(r->roles, wanted) != IDMAP_NONE)
        return true;
    const size_t length = strlen(wanted);
    for (size_t i = 0; strchr(wanted, ' ') && i < idmap_count(r->roles); i++) {
        const char *whole = idmap_key(r->roles, i), *at = strstr(whole, wanted);
        if (at && (at == whole || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return true;
    }
    return false;
}

static size_t known_at(const struct redaction *r, const char *name) {
    return idmap_find(r->known, nameword_folded(r->arena, name));
}

static bool known(const struct redaction *r, const char *name) {
    return known_at(r, name) != IDMAP_NONE;
}

static void add(struct redaction *r, const char *name, const char *instead, bool in_text) {
    idmap_put(r->known, nameword_folded(r->arena, name), r->instead.count);
    vec_push(r->arena, &r->instead, instead);
    if (in_text)
        nameword_add(r->words, name, instead, false);
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
    const size_t before = idmap_find(r->titles, key);
    const size_t used = before == IDMAP_NONE ? 0 : before;
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

/* Other ways to write a name of two words: "Okafor, Ada", "Okafor Ada", "A. Okafor", "A Okafor". */
static void add_forms(struct redaction *r, const char *name, const char *instead) {
    const char *blank = strchr(name, ' ');
    if (!blank || strchr(blank + 1, ' ') || strpbrk(name, ",;&/"))
        return;
    const int given = (int)(blank - name);
    size_t at = 0;
    utf8_next(name, (size_t)given, &at);
    const int first = (int)at;
    nameword_add(r->words, arena_printf(r->arena, "%s, %.*s", blank + 1, given, name), instead,
                 false);
    nameword_add(r->words, arena_printf(r->arena, "%s %.*s", blank + 1, given, name), instead,
                 false);
    nameword_add(r->words, arena_printf(r->arena, "%.*s. %s", first, name, blank + 1), instead,
                 false);
    nameword_add(r->words, arena_printf(r->arena, "%.*s %s", first, name, blank + 1), instead,
                 false);
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
        add_forms(r, name, instead);
        if (email->filled && !known(r, email->text))
            add(r, email->text, instead, true);
    }
}

/* The next of a ;-list, without the blanks about it, and goes on behind it; NULL: no more. */
static const char *next_listed(struct arena *arena, const char **list) {
    const char *text = *list + strspn(*list, "; ");
    if (!*text)
        return NULL;
    size_t length = strcspn(text, ";");
    *list = text + length;
    while (text[length - 1] == ' ')
        length--;
    return arena_strndup(arena, text, length);
}

/* Calls act() with each ;-list of those who stand somewhere, with those of the sheet People or
 * without; rows that share a field have it once. */
static void each_list(const struct workbook *workbook, bool people,
                      void (*act)(void *user, const char *list), void *user) {
    for (size_t p = 0; p < PERSON_COLUMNS; p++) {
        if (persons[p].sheet == SHEET_PEOPLE && !people)
            continue;
        const struct table *table = &workbook->tables[persons[p].sheet];
        const struct field *last = NULL;
        for (size_t i = 0; i < table->records.count; i++) {
            const struct field *field = workbook_field(&table->records.items[i], persons[p].column);
            if (field->filled && field != last)
                act(user, field->text);
            last = field;
        }
    }
}

static void collect_list(void *user, const char *list) {
    struct redaction *r = user;
    for (const char *name; (name = next_listed(r->arena, &list));) {
        if (is_role(r, name) || known(r, name))
            continue;
        add(r, name, numbered(r), strchr(name, ' ') != NULL);
        add_forms(r, name, r->instead.items[r->instead.count - 1]);
    }
}

/* ---- parts of names ------------------------------------------------------------------------- */

/* A given name or a surname, and whose it is. */
struct name_part {
    const char *word;
    VEC(const char *) instead; /* of each who has it */
    bool of_role;              /* a word of a title or of a unit, too */
    size_t small, capital;     /* how often the texts have it so */
};

/* A name of several words, as places of its parts. */
struct whole_name {
    const char *instead;
    bool listed; /* on the sheet People */
    VEC(size_t) parts;
};

struct name_parts {
    struct redaction *redaction;
    struct idmap *keys; /* folded */
    VEC(struct name_part) items;
    VEC(struct whole_name) names;
    struct namewords *words;
    bool in_roles; /* what is being read */
};

static bool among(const char *const *words, size_t count, const char *word) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static bool honorific(const char *word) {
    static const char *const words[] = {"herr", "frau", "mme",  "mlle", "sra", "dra",
                                        "sir",  "dame", "prof", "mrs",  "von", "van"};
    return among(words, sizeof words / sizeof *words, word);
}

/* Who is called so has a post instead of a name. */
static bool of_post(const char *word) {
    static const char *const words[] = {
        "vp",        "ceo",       "cfo",       "coo",         "cio",        "chief",
        "officer",   "director",  "manager",   "head",        "lead",       "leader",
        "vice",      "president", "chair",     "chairman",    "secretary",  "treasurer",
        "analyst",   "steward",   "board",     "committee",   "office",     "team",
        "unit",      "council",   "group",     "department",  "division",   "controller",
        "registrar", "dean",      "owner",     "coordinator", "commander",  "general",
        "chef",      "cheffe",    "directeur", "directrice",  "comite",     "conseil",
        "bureau",    "equipe",    "leiter",    "leiterin",    "leitung",    "vorstand",
        "direktor",  "abteilung", "gerente",   "jefe",        "jefa",       "directora",
        "comision",  "equipo",    "diretor",   "diretora",    "presidente", "conselho"};
    return among(words, sizeof words / sizeof *words, word);
}

static bool is_part(const char *word, const char *folded) {
    const size_t runes = utf8_runes(folded);
    const bool wide = strlen(folded) > 2 * runes; /* Han and kana take three bytes each */
    return runes >= (wide ? PART_LEAST_WIDE : PART_LEAST) && !strchr(word, '.') &&
           !strchr(word, '@') && !(word[0] >= 'a' && word[0] <= 'z') && !honorific(folded) &&
           !ascii_digit(word[0]);
}

static void add_part(struct name_parts *parts, struct whole_name *name, const char *word) {
    struct arena *arena = parts->redaction->arena;
    const char *key = nameword_folded(arena, word);
    if (!is_part(word, key))
        return;
    const size_t at = idmap_put(parts->keys, key, parts->items.count);
    if (at == parts->items.count) {
        ((struct name_part *)vec_add(arena, &parts->items))->word = word;
        nameword_add(parts->words, word, "", false);
    }
    vec_push(arena, &name->parts, at);
}

static bool names_post(struct arena *arena, const char *name) {
    for (const char *word = name; *word;) {
        const size_t length = strcspn(word, " ,");
        if (of_post(nameword_folded(arena, arena_strndup(arena, word, length))))
            return true;
        word += length + (word[length] != '\0');
    }
    return false;
}

/* Words, and the words that hyphens join. */
static void split_name(struct name_parts *parts, const char *name, bool listed) {
    struct redaction *r = parts->redaction;
    const size_t at = known_at(r, name);
    if (at == IDMAP_NONE || !strchr(name, ' ') || strpbrk(name, "&/()") ||
        names_post(r->arena, name))
        return;
    struct whole_name *whole = vec_add(r->arena, &parts->names);
    *whole = (struct whole_name){.instead = r->instead.items[at], .listed = listed};
    for (const char *word = name; *word;) {
        const size_t length = strcspn(word, " ,");
        const char *own = arena_strndup(r->arena, word, length);
        if (length > 0)
            add_part(parts, whole, own);
        for (const char *piece = strchr(own, '-') ? own : ""; *piece;) {
            const size_t run = strcspn(piece, "-");
            if (run > 0)
                add_part(parts, whole, arena_strndup(r->arena, piece, run));
            piece += run + (piece[run] == '-');
        }
        word += length + (word[length] != '\0');
    }
}

static void met(void *context, const char *folded, bool capital) {
    struct name_parts *parts = context;
    const size_t at = idmap_find(parts->keys, folded);
    struct name_part *part = at == IDMAP_NONE ? NULL : &parts->items.items[at];
    if (part && parts->in_roles)
        part->of_role = true;
    else if (part && capital)
        part->capital++;
    else if (part)
        part->small++;
}

static bool has_text(enum schema_sheet sheet, int column) {
    const enum field_type type = schema_sheet(sheet)->columns[column].type;
    return type == FIELD_TITLE || type == FIELD_TEXT;
}

/* How the workbook writes the words. */
static void look_up(struct name_parts *parts, const struct workbook *workbook) {
    parts->in_roles = true;
    for (size_t i = 0; i < idmap_count(parts->redaction->roles); i++)
        nameword_meet(parts->words, idmap_key(parts->redaction->roles, i), met, parts);
    parts->in_roles = false;
    const struct field *last[WORKBOOK_COLUMNS_MOST] = {NULL};
    for (int s = 0; s < SHEET_COUNT; s++)
        for (size_t i = 0; i < workbook->tables[s].records.count; i++) {
            const struct record *record = &workbook->tables[s].records.items[i];
            size_t at = 0;
            for (uint64_t left = record->columns; left; left &= left - 1, at++) {
                const int column = __builtin_ctzll(left);
                const struct field *field = record->fields[at];
                if (field->filled && field != last[column] &&
                    has_text((enum schema_sheet)s, column))
                    nameword_meet(parts->words, field->text, met, parts);
                last[column] = field;
            }
        }
}

static const char *all_who(struct arena *arena, const struct name_part *part) {
    const char *out = part->instead.items[0];
    for (size_t i = 1; i < part->instead.count; i++)
        out = arena_printf(arena, "%s / %s", out, part->instead.items[i]);
    return out;
}

/* A word like others: written small now and then; of someone on the sheet People, more often than
 * with a capital. */
static bool ordinary(const struct name_part *part, bool listed) {
    return part->small >= ORDINARY_LEAST && (!listed || part->small > part->capital);
}

/* A post rather than a person: a word of it is one of a title, or none of it is of its own; of
 * those who are only named in columns none may be ordinary. */
static bool is_post(const struct name_parts *parts, const struct whole_name *name) {
    size_t common = 0;
    for (size_t i = 0; i < name->parts.count; i++) {
        const struct name_part *part = &parts->items.items[name->parts.items[i]];
        if (part->of_role)
            return true;
        common += ordinary(part, name->listed);
    }
    return name->listed ? common == name->parts.count : common > 0;
}

static void belongs(struct arena *arena, struct name_part *part, const char *instead) {
    for (size_t i = 0; i < part->instead.count; i++)
        if (strcmp(part->instead.items[i], instead) == 0)
            return;
    vec_push(arena, &part->instead, instead);
}

static void add_parts(struct redaction *r, struct name_parts *parts) {
    for (size_t i = 0; i < parts->names.count; i++) {
        const struct whole_name *name = &parts->names.items[i];
        if (is_post(parts, name))
            continue;
        for (size_t k = 0; k < name->parts.count; k++)
            belongs(r->arena, &parts->items.items[name->parts.items[k]], name->instead);
    }
    for (size_t i = 0; i < parts->items.count; i++) {
        const struct name_part *part = &parts->items.items[i];
        if (part->instead.count > 0)
            nameword_add(r->words, part->word, all_who(r->arena, part), ordinary(part, true));
    }
}

/* Each of a ;-list of those who stand in no sheet People; "Ada Okafor" may be one, longer ones are
 * posts. */
static void split_list(void *user, const char *list) {
    struct name_parts *parts = user;
    for (const char *name; (name = next_listed(parts->redaction->arena, &list));) {
        const char *blank = strchr(name, ' ');
        if (blank && !strchr(blank + 1, ' ') && !strchr(name, ','))
            split_name(parts, name, false);
    }
}

static void collect_parts(struct redaction *r, const struct workbook *workbook) {
    struct name_parts parts = {.redaction = r, .keys = idmap_new(r->arena)};
    parts.words = namewords_new(r->arena);
    for (size_t i = 0; i < workbook->tables[SHEET_PEOPLE].records.count; i++) {
        const char *name = field_of(workbook, SHEET_PEOPLE, i, COLUMN_PEOPLE_NAME)->text;
        const char *email = field_of(workbook, SHEET_PEOPLE, i, COLUMN_PEOPLE_EMAIL)->text;
        if (name)
            split_name(&parts, name, true);
        if (email) /* the small letters of an address tell nothing */
            nameword_add(parts.words, email, "", false);
    }
    each_list(workbook, false, split_list, &parts);
    look_up(&parts, workbook);
    add_parts(r, &parts);
}

/* ---- what stands instead -------------------------------------------------------------------- */

const char *redact_name(const struct redaction *r, const char *name) {
    const size_t at = known_at(r, name);
    return at == IDMAP_NONE ? name : r->instead.items[at];
}

const char *redact_text(const struct redaction *r, const char *text) {
    return nameword_replace(r->words, text);
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
    if (!field->filled || !has_text(sheet, column))
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
    r->words = namewords_new(arena);
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
    each_list(workbook, true, collect_list, r);
    collect_parts(r, workbook);
    *copy = *workbook;
    copy->shown = redact_text(r, workbook->path);
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
