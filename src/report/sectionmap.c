/* Strategy map: the unit's strategy on one landscape page, then its links as a table. */
#include "layout/layout.h"
#include "report/compose.h"
#include "report/mapkeep.h"
#include "report/mapview.h"
#include "report/section.h"
#include "report/strategymap.h"
#include <string.h>

/* Title, subtitle and the gaps round them. */
#define ABOVE_THE_MAP MM(22.8)
#define SMALL_BASE    MM(26) /* themes and key of a small map */
#define SMALL_BAND    MM(30)
/* A packet is made in a blink; the poster may take its time.  Over the maps of tests/bench at the
 * size they have in a packet, a twentieth of its search gives 19.8 crossings, 1.52 turns and titles
 * of 8.1 pt; a fiftieth 20.9 and 1.55. */
enum { SEARCH_EFFORT = 5 };

static const char *number(struct report *report, int n) {
    return arena_printf(report->arena, "%d", n);
}

/* How many objectives that are not of this mark lie further along the links from those that are. */
static int dependents(struct report *report, const struct map_model *model, enum mark mark) {
    bool *reached = arena_array(report->arena, model->cards.count + 1, sizeof *reached);
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < model->links.count; i++) {
            const struct map_link *link = &model->links.items[i];
            bool from = reached[link->from] || model->cards.items[link->from].mark == mark;
            if (link->feedback || !from || reached[link->to])
                continue;
            reached[link->to] = more = true;
        }
    }
    int count = 0;
    for (size_t i = 0; i < model->cards.count; i++)
        count += reached[i] && model->cards.items[i].mark != mark;
    return count;
}

static const char *message(struct report *report, const struct map_model *model) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    int cards = (int)model->cards.count, red = model->counts[3], amber = model->counts[2];
    const char *plain = compose_plain_title(report, model->counts);
    if (plain)
        return plain;
    if (red + amber == 0)
        return words_fill(arena, words, "map.title.green", number(report, cards), NULL);
    enum mark mark = red ? MARK_RED : MARK_AMBER;
    int rest = dependents(report, model, mark);
    const char *key = !red ? "map.title.amber" : rest ? "map.title.red" : "map.title.red.alone";
    return words_fill(arena, words, key, words_count(arena, words, red ? red : amber, true),
                      number(report, red ? red : amber), number(report, cards),
                      words_count(arena, words, rest, false), number(report, rest),
                      words_count(arena, words, amber, false), NULL);
}

/* Short, because a voice cannot skim: the links stand in the table that follows. */
static const char *alternative(struct report *report, const struct map_model *model) {
    const int *counts = model->counts;
    return words_fill(
        report->arena, report->words, "map.alt", number(report, (int)model->cards.count),
        number(report, (int)model->bands.count), number(report, counts[0] + counts[1]),
        number(report, counts[2]), number(report, counts[3]), number(report, counts[4]),
        number(report, (int)model->links.count), NULL);
}

/* So few cards need no page: half of one, upright, holds them. */
enum { CARDS_FEW = 6, BANDS_FEW = 3 };

static bool is_small(const struct map_model *model) {
    return model->cards.count <= CARDS_FEW && model->bands.count <= BANDS_FEW;
}

static void picture(struct report *report, struct section *section, const struct map_model *model) {
    struct page_geometry page = layout_geometry(report->document->paper, section->orientation);
    struct map_options options = {.width = page.text_width,
                                  .height = page.body_bottom - page.body_top - ABOVE_THE_MAP,
                                  .effort = SEARCH_EFFORT};
    if (section->orientation == PORTRAIT && is_small(model))
        options.height = SMALL_BASE + (mp)model->bands.count * SMALL_BAND;
    const struct map_kept *kept = report->template->kept;
    if (kept && strcmp(kept->map, model->id) == 0) {
        options.kept = kept;
        options.told = true; /* by the map that is a file of its own */
    }
    const struct map_layout *layout = strategymap_place(report->arena, report->fonts, model,
                                                        report->words, &options, report->diags);
    struct block *block = block_add(report->document, &section->blocks, BLOCK_DRAWING);
    block->drawing =
        strategymap_draw(report->arena, report->fonts, model, layout, report->words, report->diags);
    block->width = options.width;
    block->height = options.height;
    block->alt = alternative(report, model);
}

static void objective_cells(struct report *report, struct table_row *row,
                            const struct map_card *card) {
    compose_id_cell(report, row, card->id, "scorecard");
    table_text(report->arena, row, card->title)->header = true;
    struct table_cell *cell = table_cell(report->arena, row);
    content_mark(report->arena, cell_content(report->arena, cell), card->mark,
                 mark_letter(card->mark), card->status_word);
}

static void link_row(struct report *report, struct table_block *table,
                     const struct map_model *model, const struct map_link *link) {
    struct table_row *row = table_row(report->arena, table, ROW_BODY);
    objective_cells(report, row, &model->cards.items[link->from]);
    objective_cells(report, row, &model->cards.items[link->to]);
    table_text(report->arena, row, link->description);
}

static void columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table->head_style = STYLE_DENSE_HEAD;
    table->padding = MM(0.55);
    for (int i = 0; i < 2; i++) {
        table_column(arena, table, words_text(words, i ? "map.effect" : "map.cause"), ALIGN_LEFT,
                     MM(8), STYLE_DENSE_BOLD)
            ->gap = MM(3);
        table_column(arena, table, "", ALIGN_LEFT, 0, STYLE_DENSE)->head_actual =
            words_text(words, i ? "map.effect.name" : "map.cause.name");
        table_column(arena, table, "", ALIGN_LEFT, MM(8), STYLE_DENSE)->head_actual =
            words_text(words, "column.status");
    }
    table_column(arena, table, words_text(words, "map.how"), ALIGN_LEFT, MM(68), STYLE_DENSE_GREY)
        ->gap = MM(3);
}

/* What the picture says, for those who do not see it: each cause with its effects. */
static void causes(struct report *report, struct section *section, const struct map_model *model) {
    if (model->links.count == 0)
        return;
    int from_red = 0;
    for (size_t i = 0; i < model->links.count; i++)
        from_red += model->cards.items[model->links.items[i].from].mark == MARK_RED;
    block_title(report->document, &section->blocks,
                words_fill(report->arena, report->words, "map.links.title",
                           number(report, (int)model->links.count), number(report, from_red), NULL),
                words_text(report->words, "map.links.subtitle"));
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "map.links.summary"))
                                    ->table;
    columns(report, table);
    for (size_t card = 0; card < model->cards.count; card++)
        for (size_t i = 0; i < model->links.count; i++)
            if (model->links.items[i].from == (int)card)
                link_row(report, table, model, &model->links.items[i]);
}

/* All of the unit's strategy, or what the packet is about of it. */
static const struct map_model *model_of(struct report *report) {
    const struct filter *filter = report->filter;
    struct map_view view = {VIEW_WHOLE, NULL};
    if (filter && filter->objective)
        view = (struct map_view){VIEW_AROUND, filter->objective->id};
    else if (filter && filter->theme)
        view = (struct map_view){VIEW_THEME, filter->theme->id};
    if (view.kind == VIEW_WHOLE)
        return strategymap_of(report->arena, report->assessment, report->unit, report->words);
    return mapview_model(report->arena, report->assessment, report->unit, &view, report->words,
                         report->diags);
}

SECTION(map) {
    struct section *section = compose_section(report, template);
    const struct map_model *model = model_of(report);
    block_title(report->document, &section->blocks, message(report, model),
                words_fill(report->arena, report->words, "map.subtitle", report->unit->name,
                           report->document->frame.period, NULL));
    if (model->cards.count == 0) {
        compose_none(report, &section->blocks, "map.empty");
        return;
    }
    if (template->fitted && is_small(model))
        section->orientation = PORTRAIT;
    picture(report, section, model);
    causes(report, section, model);
}
