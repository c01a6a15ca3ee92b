#include "plan/readunits.h"

#include "base/ascii.h"
#include "base/colour.h"
#include <stdlib.h>
#include <string.h>

/* ---- units ---- */

enum walk { WALK_NEW, WALK_HERE, WALK_DONE };

#define CHAIN_SHOWN 8

/* The circle that starts and ends with `start`, as "U1, U2, U1". */
static const char *circle_text(struct planbuild *b, const struct unit *start) {
    struct textbuf text;
    textbuf_init(&text, b->arena);
    size_t shown = 0, more = 0;
    const struct unit *unit = start;
    do {
        if (shown < CHAIN_SHOWN) {
            textbuf_printf(&text, "%s, ", unit->id);
            shown++;
        } else {
            more++;
        }
        unit = unit->parent;
    } while (unit != start);
    if (more)
        textbuf_printf(&text, "%zu more, ", more);
    textbuf_str(&text, start->id);
    return textbuf_text(&text);
}

/* Depths, by walking up from each unit until one of known depth.  No recursion: a chain of units
 * may be as long as the workbook.  Circles are reported and opened. */
static void find_depths(struct planbuild *b) {
    struct plan *plan = b->plan;
    enum walk *walk = arena_array(b->arena, plan->units.count, sizeof *walk);
    struct unit **path = arena_array(b->arena, plan->units.count, sizeof *path);
    for (size_t i = 0; i < plan->units.count; i++) {
        size_t length = 0;
        struct unit *unit = &plan->units.items[i];
        while (unit && walk[unit - plan->units.items] == WALK_NEW) {
            walk[unit - plan->units.items] = WALK_HERE;
            path[length++] = unit;
            unit = unit->parent;
        }
        if (unit && walk[unit - plan->units.items] == WALK_HERE) {
            const struct record *record = b->rows[SHEET_UNITS].list.items[unit - plan->units.items];
            diag_report(b->diags, BP3107, planbuild_place(b, record, COLUMN_UNITS_PARENT),
                        circle_text(b, unit), NULL);
            unit->parent = NULL;
        }
        while (length) {
            struct unit *below = path[--length];
            below->depth = below->parent ? below->parent->depth + 1 : 0;
            walk[below - plan->units.items] = WALK_DONE;
        }
    }
}

/* Only an empty cell makes a top: a wrong or dangling parent was reported already. */
static void check_tops(struct planbuild *b) {
    const struct record *top = NULL;
    const struct plan_rows *rows = &b->rows[SHEET_UNITS];
    for (size_t i = 0; i < rows->list.count; i++) {
        const struct record *record = rows->list.items[i];
        const struct field *parent = workbook_field(record, COLUMN_UNITS_PARENT);
        if (parent->filled || parent->wrong)
            continue;
        if (top)
            diag_report(b->diags, BP3106, planbuild_place(b, record, COLUMN_UNITS_PARENT),
                        planbuild_text(record, COLUMN_UNITS_ID),
                        planbuild_text(top, COLUMN_UNITS_ID), NULL);
        else
            top = record;
    }
}

static void read_units(struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_UNITS];
    struct plan *plan = b->plan;
    plan->units.capacity = rows->list.count;
    plan->units.items = arena_array(b->arena, rows->list.count, sizeof *plan->units.items);
    plan->units.count = rows->list.count;
    for (size_t i = 0; i < rows->list.count; i++) {
        const struct record *record = rows->list.items[i];
        size_t parent = planbuild_reference(b, record, COLUMN_UNITS_PARENT);
        int status = planbuild_choice(record, COLUMN_UNITS_SCORECARD_STATUS, -1);
        plan->units.items[i] = (struct unit){
            .id = planbuild_text(record, COLUMN_UNITS_ID),
            .name = planbuild_text(record, COLUMN_UNITS_NAME),
            .head = planbuild_text(record, COLUMN_UNITS_HEAD),
            .description = planbuild_text(record, COLUMN_UNITS_DESCRIPTION),
            .employees = planbuild_quantity(b, record, COLUMN_UNITS_EMPLOYEES),
            .order = planbuild_count(record, COLUMN_UNITS_DISPLAY_ORDER, INT32_MAX, 0),
            .scorecard_status = (enum scorecard_status)(status + 1),
            .scorecard_approved_by = planbuild_text(record, COLUMN_UNITS_APPROVED_BY),
            .scorecard_approved_on = planbuild_date(record, COLUMN_UNITS_APPROVED_ON),
            .kind = (enum unit_kind)planbuild_choice(record, COLUMN_UNITS_KIND, (int)UNIT_BUSINESS),
            .parent = parent == IDMAP_NONE ? NULL : &plan->units.items[parent],
            .place = planbuild_place(b, record, COLUMN_UNITS_ID),
        };
    }
    const struct table *table = &b->workbook->tables[SHEET_UNITS];
    if (table->present && !table->records.count && !b->partial[SHEET_UNITS])
        diag_report(b->diags, BP3111, table->place, NULL);
    check_tops(b);
    find_depths(b);
}

/* ---- perspectives and themes, in the order of the map ---- */

struct ranked {
    int64_t order;
    size_t row;
    const struct record *record;
};

static int compare_ranked(const void *a, const void *b) {
    const struct ranked *left = a;
    const struct ranked *right = b;
    if (left->order != right->order)
        return left->order < right->order ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

/* Sorts the rows of a sheet by an order column (an empty cell counts as the row's own place) and
 * lets the ids follow. */
static void rank_rows(struct planbuild *b, enum schema_sheet sheet, int column) {
    struct plan_rows *rows = &b->rows[sheet];
    struct ranked *ranked = arena_array(b->arena, rows->list.count, sizeof *ranked);
    for (size_t i = 0; i < rows->list.count; i++) {
        const struct record *record = rows->list.items[i];
        ranked[i].order = planbuild_filled(record, column)
                              ? workbook_field(record, column)->number.micro / DECIMAL_ONE
                              : (int64_t)i + 1;
        ranked[i].row = i;
        ranked[i].record = record;
    }
    if (rows->list.count)
        qsort(ranked, rows->list.count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < rows->list.count; i++) {
        rows->list.items[i] = ranked[i].record;
        idmap_set(b->ids[sheet], planbuild_text(ranked[i].record, 0), i);
    }
}

static int hex_digit(char c) {
    if (ascii_digit(c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool colour_parse(const char *text, uint32_t *out) {
    if (text[0] != '#' || strlen(text) != 7)
        return false;
    uint32_t colour = 0;
    for (int i = 1; i < 7; i++) {
        int digit = hex_digit(text[i]);
        if (digit < 0)
            return false;
        colour = colour << 4 | (uint32_t)digit;
    }
    *out = colour;
    return true;
}

static uint32_t read_colour(struct planbuild *b, const struct record *record) {
    uint32_t colour = UINT32_MAX;
    const char *text = planbuild_text(record, COLUMN_PERSPECTIVES_COLOUR);
    if (!text[0])
        return colour;
    const bool known = colour_parse(text, &colour);
    if (known && colour_words_on(colour) != COLOUR_UNREADABLE)
        return colour;
    diag_report(b->diags, known ? BP3812 : BP3811,
                planbuild_place(b, record, COLUMN_PERSPECTIVES_COLOUR),
                planbuild_text(record, COLUMN_PERSPECTIVES_ID), text, NULL);
    return UINT32_MAX;
}

static void read_perspectives(struct planbuild *b) {
    rank_rows(b, SHEET_PERSPECTIVES, COLUMN_PERSPECTIVES_DISPLAY_ORDER);
    const struct plan_rows *rows = &b->rows[SHEET_PERSPECTIVES];
    for (size_t i = 0; i < rows->list.count; i++) {
        const struct record *record = rows->list.items[i];
        struct perspective *perspective = vec_add(b->arena, &b->plan->perspectives);
        *perspective = (struct perspective){
            .id = planbuild_text(record, COLUMN_PERSPECTIVES_ID),
            .name = planbuild_text(record, COLUMN_PERSPECTIVES_NAME),
            .question = planbuild_text(record, COLUMN_PERSPECTIVES_QUESTION),
            .description = planbuild_text(record, COLUMN_PERSPECTIVES_DESCRIPTION),
            .order =
                planbuild_count(record, COLUMN_PERSPECTIVES_DISPLAY_ORDER, INT32_MAX, (int)i + 1),
            .weight = planbuild_quantity(b, record, COLUMN_PERSPECTIVES_WEIGHT),
            .unit = planbuild_unit(b, record, COLUMN_PERSPECTIVES_UNIT),
            .colour = read_colour(b, record),
            .place = planbuild_place(b, record, COLUMN_PERSPECTIVES_ID),
        };
    }
}

static void read_themes(struct planbuild *b) {
    rank_rows(b, SHEET_THEMES, COLUMN_THEMES_DISPLAY_ORDER);
    const struct plan_rows *rows = &b->rows[SHEET_THEMES];
    for (size_t i = 0; i < rows->list.count; i++) {
        const struct record *record = rows->list.items[i];
        struct theme *theme = vec_add(b->arena, &b->plan->themes);
        *theme = (struct theme){
            .id = planbuild_text(record, COLUMN_THEMES_ID),
            .name = planbuild_text(record, COLUMN_THEMES_NAME),
            .owner = planbuild_text(record, COLUMN_THEMES_OWNER),
            .description = planbuild_text(record, COLUMN_THEMES_DESCRIPTION),
            .unit = planbuild_unit(b, record, COLUMN_THEMES_UNIT),
            .place = planbuild_place(b, record, COLUMN_THEMES_ID),
        };
    }
}

void readunits(struct planbuild *b) {
    read_units(b);
    read_perspectives(b);
    read_themes(b);
}
