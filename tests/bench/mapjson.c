/* mapjson FILE.json OUT [WIDTH-MM HEIGHT-MM [unframed]]: lays a benchmark map out.
 *
 * Writes OUT.json (the layout in the format of --layout-json), OUT.svg and OUT.png.  Reads just as
 * much JSON as the files in maps/ hold.  KEEP in the environment names an earlier layout to keep,
 * EFFORT how many percent of the full search to make.
 */
#include "base/diag.h"
#include "base/file.h"
#include "output/svg.h"
#include "report/mapkeep.h"
#include "report/mapmodel.h"
#include "report/maporder.h"
#include "report/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- JSON ----------------------------------------------------------------------------------- */

enum json_kind { JSON_NULL, JSON_TEXT, JSON_NUMBER, JSON_BOOL, JSON_ARRAY, JSON_OBJECT };

struct json {
    enum json_kind kind;
    const char *key, *text;
    long number;
    struct json *first, *next;
};

struct reader {
    struct arena *arena;
    const char *at;
};

static void blanks(struct reader *r) {
    while (*r->at && strchr(" \t\r\n,:", *r->at))
        r->at++;
}

static unsigned hex4(const char *at) {
    char digits[5] = {at[0], at[1], at[2], at[3], 0};
    return (unsigned)strtoul(digits, NULL, 16);
}

static const char *string(struct reader *r) {
    struct textbuf out;
    textbuf_init(&out, r->arena);
    for (r->at++; *r->at && *r->at != '"'; r->at++) {
        if (*r->at != '\\') {
            textbuf_char(&out, *r->at);
            continue;
        }
        r->at++;
        if (*r->at == 'u') {
            textbuf_rune(&out, hex4(r->at + 1));
            r->at += 4;
        } else {
            textbuf_char(&out, *r->at == 'n' ? '\n' : *r->at);
        }
    }
    if (*r->at)
        r->at++;
    return arena_strdup(r->arena, textbuf_text(&out));
}

static struct json *value(struct reader *r) {
    struct json *out = arena_alloc(r->arena, sizeof *out);
    blanks(r);
    char c = *r->at;
    if (c == '"') {
        out->kind = JSON_TEXT;
        out->text = string(r);
    } else if (c == '{' || c == '[') {
        struct json **tail = &out->first;
        out->kind = c == '{' ? JSON_OBJECT : JSON_ARRAY;
        for (r->at++, blanks(r); *r->at && *r->at != '}' && *r->at != ']'; blanks(r)) {
            const char *key = c == '{' ? string(r) : NULL;
            *tail = value(r);
            (*tail)->key = key;
            tail = &(*tail)->next;
        }
        if (*r->at)
            r->at++;
    } else if (c == 't' || c == 'f' || c == 'n') {
        out->kind = c == 'n' ? JSON_NULL : JSON_BOOL;
        out->number = c == 't';
        while (*r->at >= 'a' && *r->at <= 'z')
            r->at++;
    } else {
        char *end;
        out->kind = JSON_NUMBER;
        out->number = strtol(r->at, &end, 10);
        r->at = end > r->at ? end : r->at + 1;
        while (*r->at && strchr(".0123456789eE+-", *r->at))
            r->at++;
    }
    return out;
}

static const struct json *field(const struct json *object, const char *key) {
    for (const struct json *f = object ? object->first : NULL; f; f = f->next)
        if (f->key && strcmp(f->key, key) == 0)
            return f;
    return NULL;
}

static const char *text_of(const struct json *object, const char *key) {
    const struct json *f = field(object, key);
    return f && f->kind == JSON_TEXT ? f->text : NULL;
}

/* ---- model ---------------------------------------------------------------------------------- */

static int band_index(const struct map_model *model, const char *id) {
    for (size_t i = 0; i < model->bands.count; i++)
        if (id && strcmp(model->bands.items[i].id, id) == 0)
            return (int)i;
    return -1;
}

static int theme_index(const struct map_model *model, const char *id) {
    for (size_t i = 0; i < model->themes.count; i++)
        if (id && strcmp(model->themes.items[i].id, id) == 0)
            return (int)i;
    return -1;
}

static int card_index(const struct map_model *model, const char *id) {
    for (size_t i = 0; i < model->cards.count; i++)
        if (id && strcmp(model->cards.items[i].id, id) == 0)
            return (int)i;
    return -1;
}

static int choice(const char *text, const char *const *names) {
    for (int i = 0; names[i]; i++)
        if (text && strcmp(text, names[i]) == 0)
            return i;
    return -1;
}

static void add_card(struct arena *arena, struct map_model *model, const struct json *o,
                     const struct words *words) {
    static const char *const states[] = {"green", "amber", "red", NULL};
    static const char *const trends[] = {"none", "up", "flat", "down", NULL};
    static const enum mark marks[] = {MARK_GREY, MARK_GREEN, MARK_AMBER, MARK_RED};
    static const enum status statuses[] = {STATUS_NO_DATA, STATUS_GREEN, STATUS_AMBER, STATUS_RED};
    static const char *const spoken[] = {"", "improving", "steady", "worsening"};
    struct map_card *card = vec_add(arena, &model->cards);
    int state = choice(text_of(o, "status"), states) + 1;
    int trend = choice(text_of(o, "trend"), trends);
    const struct json *score = field(o, "score"), *measures = field(o, "measures");
    card->id = text_of(o, "id");
    card->title = text_of(o, "title");
    card->owner = text_of(o, "owner");
    card->band = band_index(model, text_of(o, "band"));
    card->theme = theme_index(model, text_of(o, "theme"));
    card->mark = marks[state];
    card->status = statuses[state];
    card->trend = trend < 0 ? TREND_NONE : (enum trend_mark)trend;
    card->trend_word = spoken[card->trend];
    card->scored = score && score->kind == JSON_NUMBER && state > 0;
    card->status_word =
        words_text(words, arena_printf(arena, "status.%s", status_name(card->status)));
    card->score_text =
        card->scored ? arena_printf(arena, "%d %%", (int)score->number) : card->status_word;
    const char *n = arena_printf(arena, "%d", measures ? (int)measures->number : 0);
    card->measures_text = words_fill(arena, words, "map.measures", n, NULL);
    card->measures_short = words_fill(arena, words, "map.measures.short", n, NULL);
    model->counts[state ? state : 4]++;
}

static void add_link(struct arena *arena, struct map_model *model, const struct json *l) {
    struct map_link link = {.from = card_index(model, text_of(l, "from")),
                            .to = card_index(model, text_of(l, "to"))};
    const struct json *strength = field(l, "strength");
    const char *sign = text_of(l, "polarity");
    if (link.from < 0 || link.to < 0)
        return;
    link.strength = strength ? (enum strength)(strength->number - 1) : STRENGTH_MEDIUM;
    link.negative = sign && sign[0] == '-';
    link.lag_text = text_of(l, "lag");
    vec_push(arena, &model->links, link);
}

static const struct map_model *model_of(struct arena *arena, const struct json *map,
                                        const struct words *words) {
    struct map_model *model = arena_alloc(arena, sizeof *model);
    const struct json *list = field(map, "bands");
    model->id = text_of(map, "id");
    model->title = text_of(map, "title");
    model->mission = text_of(map, "mission");
    model->period = text_of(map, "subtitle");
    model->as_of = text_of(map, "asOf");
    model->version = text_of(map, "version");
    model->owner = text_of(map, "owner");
    model->source = text_of(map, "sourceHash");
    model->language = "en";
    for (const struct json *b = list ? list->first : NULL; b; b = b->next)
        vec_push(
            arena, &model->bands,
            ((struct map_band){text_of(b, "id"), text_of(b, "name"), text_of(b, "question"), 0}));
    list = field(map, "themes");
    for (const struct json *t = list ? list->first : NULL; t; t = t->next)
        vec_push(arena, &model->themes, ((struct map_theme){text_of(t, "id"), text_of(t, "name")}));
    list = field(map, "objectives");
    for (const struct json *o = list ? list->first : NULL; o; o = o->next)
        add_card(arena, model, o, words);
    list = field(map, "links");
    for (const struct json *l = list ? list->first : NULL; l; l = l->next)
        add_link(arena, model, l);
    maporder_model(arena, model);
    mapmodel_finish(arena, model, words);
    return model;
}

/* ---- files ---------------------------------------------------------------------------------- */

static const char *slurp(struct arena *arena, const char *path) {
    FILE *file = fopen(path, "rb");
    struct textbuf text;
    char block[4096];
    size_t n;
    if (!file)
        return NULL;
    textbuf_init(&text, arena);
    while ((n = fread(block, 1, sizeof block, file)) > 0)
        textbuf_bytes(&text, block, n);
    fclose(file);
    return textbuf_text(&text);
}

static int spill(const char *stem, const char *ending, const struct textbuf *text) {
    char path[1024];
    snprintf(path, sizeof path, "%s%s", stem, ending);
    FILE *file = fopen(path, "wb");
    if (!file)
        return 1;
    fwrite(text->bytes, 1, text->length, file);
    return fclose(file) != 0;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fputs("usage: mapjson FILE.json OUT [WIDTH HEIGHT [unframed]]\n", stderr);
        return 2;
    }
    struct arena *arena = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(arena);
    struct fontset *fonts = fontset_open(arena, diags);
    const struct template *template = template_builtin(arena, "board", diags);
    const char *text = slurp(arena, argv[1]);
    if (!fonts || !template || !text)
        return 3;
    struct reader reader = {arena, text};
    const struct map_model *model = model_of(arena, value(&reader), template->words);
    struct map_options options = {.width = MM(420), .height = MM(297), .framed = argc < 6};
    if (argc > 4) {
        options.width = length_of_mm((double)strtol(argv[3], NULL, 10));
        options.height = length_of_mm((double)strtol(argv[4], NULL, 10));
    }
    const char *effort = getenv("EFFORT");
    options.effort = effort ? (int)strtol(effort, NULL, 10) : 0;
    const char *kept = getenv("KEEP"), *earlier = kept ? slurp(arena, kept) : NULL;
    if (earlier)
        options.kept = mapkeep_read(arena, kept, earlier, strlen(earlier), diags);
    const struct map_layout *layout =
        strategymap_place(arena, fonts, model, template->words, &options, diags);
    struct textbuf out;
    const char *why = "";
    textbuf_init(&out, arena);
    strategymap_json(model, layout, &out);
    int failed = spill(argv[2], ".json", &out);
    if (!getenv("JSON_ONLY")) {
        const struct scene *scene =
            strategymap_draw(arena, fonts, model, layout, template->words, diags);
        const char *problem = scene_problem(scene);
        if (problem)
            fprintf(stderr, "%s: %s\n", argv[1], problem);
        textbuf_init(&out, arena);
        failed |=
            !svg_render(arena, scene, 0, SVG_TEXT, &out, &why) || spill(argv[2], ".svg", &out);
    }
    textbuf_init(&out, arena);
    diags_text(diags, &out, 20);
    fputs(textbuf_text(&out), stderr);
    if (failed)
        fprintf(stderr, "%s: not written %s\n", argv[2], why);
    arena_free(arena);
    return failed;
}
