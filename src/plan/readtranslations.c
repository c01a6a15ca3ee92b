#include "plan/readtranslations.h"

#include "base/ascii.h"
#include <string.h>

/* As the choices of the column, in their order. */
static const enum schema_sheet sheets[] = {
    SHEET_ORGANIZATION, SHEET_SETTINGS, SHEET_UNITS,       SHEET_PERSPECTIVES, SHEET_THEMES,
    SHEET_OBJECTIVES,   SHEET_MEASURES, SHEET_INITIATIVES, SHEET_MILESTONES,   SHEET_BENEFITS,
    SHEET_RISKS,        SHEET_CONTROLS, SHEET_PROCESSES,   SHEET_CALENDAR,     SHEET_MEETINGS,
    SHEET_AGENDA,       SHEET_PAPERS,   SHEET_ACTIONS,     SHEET_DECISIONS,    SHEET_COMMENTARY,
    SHEET_CHANGES,      SHEET_PEOPLE,   SHEET_PRACTICES,   SHEET_ENVIRONMENT,  SHEET_JOBS};

static const char *kind_name(struct planbuild *b, size_t kind) {
    const struct schema_column *column =
        &schema_sheet(SHEET_TRANSLATIONS)->columns[COLUMN_TRANSLATIONS_KIND];
    const char *at = column->choices;
    for (; kind > 0; kind--)
        at = strchr(at, ';') + 1;
    return arena_strndup(b->arena, at, strcspn(at, ";"));
}

/* The last row with the id: of several comments the latest. */
static bool find_row(struct planbuild *b, const struct record *record, enum schema_sheet sheet,
                     size_t kind, size_t *out) {
    const struct table *table = &b->workbook->tables[sheet];
    const char *id = planbuild_text(record, COLUMN_TRANSLATIONS_LINKED);
    const bool properties = schema_sheet(sheet)->form == SHEET_PROPERTIES;
    const int key = sheet == SHEET_COMMENTARY ? COLUMN_COMMENTARY_LINKED : 0;
    struct idmap *known = idmap_new(b->arena);
    bool found = false;
    for (size_t i = 0; i < table->records.count; i++) {
        const char *text = workbook_field(&table->records.items[i], key)->text;
        if (!properties)
            idmap_put(known, text, i);
        if (properties || ascii_same(text, id)) {
            *out = i;
            found = true;
        }
    }
    if (!found)
        diag_report_hint(b->diags, BP5065, planbuild_place(b, record, COLUMN_TRANSLATIONS_LINKED),
                         diag_did_you_mean(b->arena, idmap_nearest(known, id)), kind_name(b, kind),
                         *id ? id : "", NULL);
    return found;
}

static bool has_text(enum schema_sheet sheet, int column) {
    const struct schema_column *def = &schema_sheet(sheet)->columns[column];
    const bool decides =
        sheet == SHEET_ORGANIZATION &&
        (column == COLUMN_ORGANIZATION_LANGUAGE || column == COLUMN_ORGANIZATION_BASE_CURRENCY);
    return (def->type == FIELD_TITLE || def->type == FIELD_TEXT) && !decides;
}

/* What a reader would call the row by: its name, else what it says, else its first text. */
static int name_column(enum schema_sheet sheet) {
    static const char *const titles[] = {"Name", "Text"};
    const struct schema_sheet_def *def = schema_sheet(sheet);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        int column = schema_column_titled(sheet, titles[i]);
        if (column >= 0 && has_text(sheet, column))
            return column;
    }
    for (size_t i = 0; i < def->column_count; i++)
        if (has_text(sheet, (int)i))
            return (int)i;
    return -1;
}

static int find_column(struct planbuild *b, const struct record *record, enum schema_sheet sheet) {
    const char *title = planbuild_text(record, COLUMN_TRANSLATIONS_FIELD);
    int column = *title ? schema_column_titled(sheet, title) : name_column(sheet);
    if (column >= 0 && has_text(sheet, column))
        return column;
    diag_report_hint(b->diags, BP5066, planbuild_place(b, record, COLUMN_TRANSLATIONS_FIELD),
                     diag_did_you_mean(b->arena, schema_nearest_column(b->arena, sheet, title)),
                     schema_sheet(sheet)->title, title, NULL);
    return -1;
}

static bool tag_valid(const char *tag) {
    size_t length = strlen(tag), primary = strcspn(tag, "-");
    if (length > 35 || primary < 2 || primary > 8)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!ascii_letter(tag[i]) && (i < primary || (!ascii_digit(tag[i]) && tag[i] != '-')))
            return false;
    return true;
}

static void read_translation(struct planbuild *b, const struct record *record, struct idmap *seen) {
    const int kind = planbuild_choice(record, COLUMN_TRANSLATIONS_KIND, -1);
    const char *language = planbuild_text(record, COLUMN_TRANSLATIONS_LANGUAGE);
    if (kind < 0 || !*language || !planbuild_filled(record, COLUMN_TRANSLATIONS_TEXT))
        return; /* reported where the field was read */
    if (!tag_valid(language)) {
        diag_report(b->diags, BP5067, planbuild_place(b, record, COLUMN_TRANSLATIONS_LANGUAGE),
                    language, NULL);
        return;
    }
    const enum schema_sheet sheet = sheets[kind];
    size_t row = 0;
    if (!find_row(b, record, sheet, (size_t)kind, &row))
        return;
    const int column = find_column(b, record, sheet);
    if (column < 0)
        return;
    const char *field = schema_sheet(sheet)->columns[column].title;
    const char *subject = planbuild_text(record, COLUMN_TRANSLATIONS_LINKED);
    const size_t count = b->plan->translations.count;
    if (idmap_put(seen, arena_printf(b->arena, "%d/%zu/%d/%s", (int)sheet, row, column, language),
                  count) != count) {
        diag_report(b->diags, BP5068, planbuild_place(b, record, COLUMN_TRANSLATIONS_TEXT), field,
                    *subject ? subject : kind_name(b, (size_t)kind), language, NULL);
        return;
    }
    vec_push(b->arena, &b->plan->translations,
             ((struct translation){.kind = kind_name(b, (size_t)kind),
                                   .linked_id = subject,
                                   .field = field,
                                   .language = language,
                                   .text = planbuild_text(record, COLUMN_TRANSLATIONS_TEXT),
                                   .sheet = (int)sheet,
                                   .column = column,
                                   .row = row,
                                   .place = planbuild_place(b, record, COLUMN_TRANSLATIONS_TEXT)}));
}

void readtranslations(struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_TRANSLATIONS];
    struct idmap *seen = idmap_new(b->arena);
    for (size_t i = 0; i < rows->list.count; i++)
        read_translation(b, rows->list.items[i], seen);
}
