#include "report/mapkeep.h"

#include "report/mapmetrics.h"
#include <string.h>

/* More than any map that is drawn. */
enum { QUARTERS_MOST = 4000, ROWS_MOST = 400, CARDS_MOST = 4000 };
#define LENGTH_MOST MM(5000)

/* ---- making --------------------------------------------------------------------------------- */

const struct map_kept *mapkeep_of(const struct map_task *task, const struct route *route,
                                  const struct map_metrics *metrics) {
    const struct map_plan *plan = route->plan;
    const struct map_model *model = task->model;
    struct map_kept *kept = arena_alloc(task->arena, sizeof *kept);
    kept->map = model->id;
    kept->width = task->look->page.w;
    kept->height = task->look->page.h;
    kept->title_size = metrics->title_size;
    kept->pitch = metrics->pitch;
    kept->quarters = plan->quarters;
    kept->header_row = metrics->header_row;
    for (int i = 0; i < plan->row_count; i++)
        vec_push(
            task->arena, &kept->rows,
            ((struct map_kept_row){model->bands.items[plan->rows[i].band].id, plan->rows[i].free,
                                   plan->rows[i].span, metrics->row_y[i], metrics->row_height[i]}));
    for (int i = 0; i < task->columns; i++)
        vec_push(task->arena, &kept->columns,
                 ((struct map_kept_column){model->themes.items[task->column_theme[i]].id,
                                           route->column_start[i], plan->column_quarters[i]}));
    for (int i = 0; i < task->cards; i++)
        vec_push(task->arena, &kept->cards,
                 ((struct map_kept_card){model->cards.items[i].id, route->row[i], route->at[i]}));
    return kept;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void field(struct textbuf *out, const char *before, const char *id) {
    textbuf_str(out, before);
    textbuf_json(out, id);
}

void mapkeep_write(const struct map_kept *kept, struct textbuf *out) {
    textbuf_printf(out,
                   "\"arrangement\":{\"unit\":\"mp\",\"width\":%ld,\"height\":%ld,\"title\":%ld,"
                   "\"pitch\":%ld,\"quarters\":%d,\"headerRow\":%d,\n\"rows\":[",
                   (long)kept->width, (long)kept->height, (long)kept->title_size, (long)kept->pitch,
                   kept->quarters, kept->header_row);
    for (size_t i = 0; i < kept->rows.count; i++) {
        const struct map_kept_row *row = &kept->rows.items[i];
        field(out, i ? ",\n{\"band\":" : "\n{\"band\":", row->band);
        textbuf_printf(out, ",\"free\":%s,\"span\":%d,\"top\":%ld,\"height\":%ld}",
                       row->free ? "true" : "false", row->span, (long)row->top, (long)row->height);
    }
    textbuf_str(out, "],\n\"columns\":[");
    for (size_t i = 0; i < kept->columns.count; i++) {
        const struct map_kept_column *column = &kept->columns.items[i];
        field(out, i ? ",\n{\"theme\":" : "\n{\"theme\":", column->theme);
        textbuf_printf(out, ",\"start\":%d,\"quarters\":%d}", column->start, column->quarters);
    }
    textbuf_str(out, "],\n\"cards\":[");
    for (size_t i = 0; i < kept->cards.count; i++) {
        const struct map_kept_card *card = &kept->cards.items[i];
        field(out, i ? ",\n{\"id\":" : "\n{\"id\":", card->id);
        textbuf_printf(out, ",\"row\":%d,\"quarter\":%d}", card->row, card->quarter);
    }
    textbuf_str(out, "]}");
}

/* ---- reading -------------------------------------------------------------------------------- */

struct reading {
    struct arena *arena;
    const char *path;
    struct diags *diags;
    bool wrong; /* reported: one finding is enough */
};

static void complain(struct reading *r, const struct jsonread *at, const char *what) {
    if (!r->wrong)
        diag_report(r->diags, BP5088,
                    (struct place){.file = r->path, .line = at->line, .column = at->column},
                    r->path, what, NULL);
    r->wrong = true;
}

static int whole(struct reading *r, const struct jsonread *object, const char *key, int64_t least,
                 int64_t most) {
    const struct jsonread *value = jsonread_field(object, key);
    int64_t out = least;
    if (!jsonread_whole(value, least, most, &out)) {
        complain(r, value ? value : object,
                 arena_printf(r->arena, "'%s' is not a whole number from %ld to %ld", key,
                              (long)least, (long)most));
        return (int)least;
    }
    return (int)out;
}

static const char *text(struct reading *r, const struct jsonread *object, const char *key) {
    const struct jsonread *value = jsonread_field(object, key);
    if (value && value->kind == JSONREAD_TEXT)
        return value->text;
    complain(r, value ? value : object, arena_printf(r->arena, "'%s' is not a text", key));
    return "";
}

static bool flag(struct reading *r, const struct jsonread *object, const char *key) {
    const struct jsonread *value = jsonread_field(object, key);
    if (value && value->kind == JSONREAD_FLAG)
        return value->flag;
    complain(r, value ? value : object,
             arena_printf(r->arena, "'%s' is neither true nor false", key));
    return false;
}

/* The first item of an array with at most so many. */
static const struct jsonread *list(struct reading *r, const struct jsonread *object,
                                   const char *key, size_t most) {
    const struct jsonread *value = jsonread_field(object, key);
    if (value && value->kind == JSONREAD_ARRAY && value->count <= most)
        return value->first;
    complain(r, value ? value : object,
             arena_printf(r->arena, "'%s' is not an array of at most %zu", key, most));
    return NULL;
}

static void read_rows(struct reading *r, const struct jsonread *from, struct map_kept *kept) {
    for (const struct jsonread *item = list(r, from, "rows", ROWS_MOST); item && !r->wrong;
         item = item->next)
        vec_push(r->arena, &kept->rows,
                 ((struct map_kept_row){text(r, item, "band"), flag(r, item, "free"),
                                        whole(r, item, "span", 1, kept->quarters),
                                        whole(r, item, "top", 0, LENGTH_MOST),
                                        whole(r, item, "height", 0, LENGTH_MOST)}));
}

static void read_columns(struct reading *r, const struct jsonread *from, struct map_kept *kept) {
    for (const struct jsonread *item = list(r, from, "columns", ROWS_MOST); item && !r->wrong;
         item = item->next) {
        struct map_kept_column column = {.theme = text(r, item, "theme"),
                                         .start = whole(r, item, "start", 0, kept->quarters)};
        column.quarters = whole(r, item, "quarters", 1, QUARTERS_MOST);
        if (column.start + column.quarters > kept->quarters)
            complain(r, item, "a column reaches beyond the map");
        for (size_t i = 0; i < kept->columns.count; i++) {
            const struct map_kept_column *other = &kept->columns.items[i];
            if (column.start < other->start + other->quarters &&
                other->start < column.start + column.quarters)
                complain(r, item, "two columns overlap");
        }
        vec_push(r->arena, &kept->columns, column);
    }
}

static void read_cards(struct reading *r, const struct jsonread *from, struct map_kept *kept) {
    int last = (int)kept->rows.count - 1;
    for (const struct jsonread *item = list(r, from, "cards", CARDS_MOST); item && !r->wrong;
         item = item->next)
        vec_push(r->arena, &kept->cards,
                 ((struct map_kept_card){text(r, item, "id"),
                                         whole(r, item, "row", 0, last < 0 ? 0 : last),
                                         whole(r, item, "quarter", 0, kept->quarters - 1)}));
    if (!r->wrong && kept->cards.count > 0 && last < 0)
        complain(r, from, "there are cards but no rows");
}

static void read_arrangement(struct reading *r, const struct jsonread *from,
                             struct map_kept *kept) {
    kept->width = whole(r, from, "width", 1, LENGTH_MOST);
    kept->height = whole(r, from, "height", 1, LENGTH_MOST);
    kept->title_size = whole(r, from, "title", 0, LENGTH_MOST);
    kept->pitch = whole(r, from, "pitch", 0, LENGTH_MOST);
    kept->quarters = whole(r, from, "quarters", 1, QUARTERS_MOST);
    kept->header_row = whole(r, from, "headerRow", -1, ROWS_MOST);
    read_rows(r, from, kept);
    read_columns(r, from, kept);
    read_cards(r, from, kept);
}

const struct map_kept *mapkeep_read(struct arena *arena, const char *path, const char *bytes,
                                    size_t length, struct diags *diags) {
    struct jsonread_fault fault;
    const struct jsonread *root = jsonread_parse(arena, bytes, length, &fault);
    if (!root) {
        diag_report(diags, BP5087,
                    (struct place){.file = path, .line = fault.line, .column = fault.column}, path,
                    fault.what, NULL);
        return NULL;
    }
    struct reading r = {arena, path, diags, false};
    struct map_kept *kept = arena_alloc(arena, sizeof *kept);
    kept->path = path;
    const char *format = text(&r, root, "format");
    if (!r.wrong && strcmp(format, "strategy-map-layout/1") != 0)
        complain(&r, root, "'format' is not strategy-map-layout/1");
    kept->map = text(&r, root, "map");
    const struct jsonread *arrangement = jsonread_field(root, "arrangement");
    if (arrangement && arrangement->kind == JSONREAD_OBJECT)
        read_arrangement(&r, arrangement, kept);
    else
        complain(&r, arrangement ? arrangement : root, "'arrangement' is not an object");
    return r.wrong ? NULL : kept;
}
