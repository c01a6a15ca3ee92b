#include "report/columnchoice.h"

#include "report/scorecardcolumns.h"

#include <assert.h>
#include <string.h>

enum { COLUMNS_MOST = 64 };

/* The names of a section's columns, in the order of its table; the last has none. */
static const struct named {
    const char *section;
    const char *columns[COLUMNS_MOST];
} tables[] = {
    {"actions", {"id", "action", "owner", "due", "closed", "days-late", NULL}},
    {"dictionary",
     {"id", "measure", "unit", "better", "target", "red", "stretch", "worst", "source", NULL}},
    {"portfolio",
     {"id", "name", "serves", "owner", "done", "schedule", "budget", "benefit", "approved",
      "forecast", "time", NULL}},
    {"risks",
     {"id", "risk", "inherent", "residual", "appetite", "position", "moved", "effective", "oldest",
      NULL}},
    {"scorecards", {"id",         "name",      "owner",
                    "weight",     "unit",      "actual",
                    "plan",       "variance",  "variance-percent",
                    "last-year",  "forecast",  "year-plan",
                    "status",     "since",     "year-end",
                    "score",      "trend",     "trend-year",
                    "trend-mean", "sparkline", NULL}},
};

static const char *const *names_of(const char *section) {
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        if (strcmp(tables[i].section, section) == 0)
            return tables[i].columns;
    return NULL;
}

static size_t count_of(const char *const *names) {
    size_t count = 0;
    while (names[count])
        count++;
    return count;
}

bool columnchoice_check(struct arena *arena, const char *section, const char *name,
                        struct place place, struct diags *diags) {
    struct idmap *known = idmap_new(arena);
    if (strcmp(section, "scorecard") == 0 || strcmp(section, "sheet") == 0)
        scorecardcolumns_names(known);
    const char *const *names = names_of(section);
    for (size_t i = 0; names && names[i]; i++)
        idmap_put(known, names[i], 0);
    if (idmap_find(known, name) != IDMAP_NONE)
        return true;
    diag_report_hint(diags, BP5013, place, diag_did_you_mean(arena, idmap_nearest(known, name)),
                     section, name, NULL);
    return false;
}

/* What the template asks for, as places in the table. */
struct choice {
    size_t places[COLUMNS_MOST];
    size_t count;
};

static struct choice choice_of(const struct template_section *asked, const char *const *names) {
    struct choice choice = {.count = 0};
    const size_t known = count_of(names);
    for (size_t i = 0; i < asked->columns.count && choice.count < COLUMNS_MOST; i++)
        for (size_t place = 0; place < known; place++)
            if (strcmp(asked->columns.items[i], names[place]) == 0)
                choice.places[choice.count++] = place;
    return choice;
}

/* One column takes what the others leave: the widest of words, if none of those left does. */
static void make_flexible(struct table_block *table) {
    struct table_column *widest = NULL;
    for (size_t i = 0; i < table->columns.count; i++) {
        struct table_column *column = &table->columns.items[i];
        if (column->width == 0)
            return;
        if (column->align == ALIGN_LEFT && !column->head_chart &&
            (!widest || column->width > widest->width))
            widest = column;
    }
    if (widest)
        widest->width = 0;
}

static void choose_columns(struct report *report, struct table_block *table,
                           const struct choice *choice) {
    const struct table_column *all = table->columns.items;
    table->columns.items = NULL;
    table->columns.count = table->columns.capacity = 0;
    for (size_t i = 0; i < choice->count; i++)
        vec_push(report->arena, &table->columns, all[choice->places[i]]);
    make_flexible(table);
}

static void choose_cells(struct report *report, struct table_row *row,
                         const struct choice *choice) {
    size_t owner[COLUMNS_MOST];
    bool used[COLUMNS_MOST] = {false};
    size_t column = 0;
    for (size_t i = 0; i < row->cells.count; i++) {
        const unsigned span = row->cells.items[i].column_span;
        for (unsigned s = 0; s < (span > 0 ? span : 1) && column < COLUMNS_MOST; s++)
            owner[column++] = i;
    }
    const struct table_cell *all = row->cells.items;
    row->cells.items = NULL;
    row->cells.count = row->cells.capacity = 0;
    for (size_t i = 0; i < choice->count; i++) {
        assert(choice->places[i] < column); /* every row fills its table */
        const size_t cell = owner[choice->places[i]];
        if (i > 0 && owner[choice->places[i - 1]] == cell) {
            row->cells.items[row->cells.count - 1].column_span++;
        } else if (used[cell]) {
            table_text(report->arena, row, "");
        } else {
            struct table_cell *copy = vec_add(report->arena, &row->cells);
            *copy = all[cell];
            copy->column_span = 1;
        }
        used[cell] = true;
    }
}

void columnchoice_apply(struct report *report, struct table_block *table) {
    const struct template_section *asked = report->asked;
    const char *const *names = asked && asked->columns.count > 0 ? names_of(asked->kind) : NULL;
    if (!names)
        return;
    assert(table->columns.count == count_of(names));
    const struct choice choice = choice_of(asked, names);
    choose_columns(report, table, &choice);
    for (size_t i = 0; i < table->rows.count; i++)
        if (table->rows.items[i].kind != ROW_GROUP)
            choose_cells(report, &table->rows.items[i], &choice);
}
