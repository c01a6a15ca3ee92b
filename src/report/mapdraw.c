#include "report/mapdraw.h"

#include "base/ascii.h"
#include "layout/dark.h"
#include "layout/fitpage.h"
#include "layout/monochrome.h"
#include "layout/style.h"
#include "report/mapink.h"
#include "report/mapspeech.h"
#include <string.h>

struct drawing {
    struct arena *arena;
    const struct map_model *model;
    const struct map_layout *layout;
    const struct words *words;
    struct pen pen;
};

static void begin(const struct drawing *d, struct scene_group group) {
    scene_group_begin(d->pen.scene, d->pen.page, group);
}

static void end(const struct drawing *d) {
    scene_group_end(d->pen.scene, d->pen.page);
}

/* A group that becomes a layer. */
static void layer(const struct drawing *d, const char *id, const char *key) {
    begin(d, (struct scene_group){
                 .id = id, .role = "graphics-object group", .label = words_text(d->words, key)});
}

static bool same_words(const struct map_piece *a, const struct map_piece *b) {
    return a->kind == PIECE_TEXT && a->whole && a->whole == b->whole && a->holder == b->holder &&
           a->index == b->index && a->size == b->size;
}

/* A text is a group that says its words: all lines of a title are one, which has a name. Returns
 * the last piece drawn. */
static size_t words_of(const struct drawing *d, size_t at) {
    const struct map_piece *piece = &d->layout->pieces.items[at];
    struct scene_group group = {.words = piece->whole ? piece->whole : piece->text};
    if (piece->whole && piece->holder == HOLDER_CARD) {
        group.id = arena_printf(d->arena, "title-%s", d->model->cards.items[piece->index].id);
        group.css_class = "title";
    }
    begin(d, group);
    mapink_piece(d->pen, piece);
    for (; at + 1 < d->layout->pieces.count && same_words(piece, &piece[1]); at++)
        mapink_piece(d->pen, ++piece);
    end(d);
    return at;
}

static void pieces(const struct drawing *d, enum map_holder holder, int index) {
    for (size_t i = 0; i < d->layout->pieces.count; i++) {
        const struct map_piece *piece = &d->layout->pieces.items[i];
        if (piece->holder != holder || piece->index != index)
            continue;
        if (piece->kind == PIECE_TEXT)
            i = words_of(d, i);
        else
            mapink_piece(d->pen, piece);
    }
}

static void bands(const struct drawing *d) {
    layer(d, "bands", "map.group.bands");
    for (size_t i = 0; i < d->model->bands.count; i++) {
        const struct map_band *band = &d->model->bands.items[i];
        if (d->layout->bands[i].h <= 0)
            continue;
        begin(d, (struct scene_group){.id = arena_printf(d->arena, "band-%s", band->id),
                                      .css_class = "band",
                                      .role = "graphics-object group",
                                      .label = band->name});
        pieces(d, HOLDER_BAND, (int)i);
        end(d);
    }
    end(d);
}

static void themes(const struct drawing *d) {
    bool any = false;
    for (size_t i = 0; i < d->model->themes.count; i++)
        any = any || d->layout->themes[i].w > 0;
    if (!any)
        return;
    layer(d, "themes", "map.group.themes");
    for (size_t i = 0; i < d->model->themes.count; i++) {
        const struct map_theme *theme = &d->model->themes.items[i];
        if (d->layout->themes[i].w <= 0)
            continue;
        begin(d, (struct scene_group){.id = arena_printf(d->arena, "theme-%s", theme->id),
                                      .css_class = "theme",
                                      .role = "graphics-object group",
                                      .label = theme->name});
        pieces(d, HOLDER_THEME, (int)i);
        end(d);
    }
    end(d);
}

static const char *link_title(const struct drawing *d, const struct map_link *link) {
    const struct map_card *from = &d->model->cards.items[link->from];
    const struct map_card *to = &d->model->cards.items[link->to];
    const char *how = mapspeech_how(d->arena, d->model, d->words, link);
    const char *text =
        words_fill(d->arena, d->words, "map.link", from->id, from->title, to->id, to->title, NULL);
    return *how ? arena_printf(d->arena, "%s; %s", text, how) : text;
}

static const char *link_class(const struct drawing *d, const struct map_link *link) {
    return arena_printf(d->arena, "link s%d%s%s", (int)link->strength + 1,
                        link->negative ? " negative" : "", link->feedback ? " feedback" : "");
}

static void link(const struct drawing *d, int index) {
    const struct map_link *l = &d->model->links.items[index];
    begin(d, (struct scene_group){.id = arena_printf(d->arena, "link-%s-%s",
                                                     d->model->cards.items[l->from].id,
                                                     d->model->cards.items[l->to].id),
                                  .css_class = link_class(d, l),
                                  .role = "graphics-symbol img",
                                  .title = link_title(d, l)});
    mapink_way(d->pen, d->layout, index);
    end(d);
}

/* Chips come last, above all lines. */
static void links(const struct drawing *d) {
    layer(d, "links", "map.group.links");
    for (size_t card = 0; card < d->model->cards.count; card++) {
        bool open = false;
        for (size_t i = 0; i < d->model->links.count; i++) {
            if (d->model->links.items[i].to != (int)card)
                continue;
            if (!open)
                begin(d, (struct scene_group){.id = arena_printf(d->arena, "into-%s",
                                                                 d->model->cards.items[card].id)});
            open = true;
            link(d, (int)i);
        }
        if (open)
            end(d);
    }
    begin(d, (struct scene_group){.id = "chips"});
    for (size_t i = 0; i < d->model->links.count; i++)
        pieces(d, HOLDER_LINK, (int)i);
    end(d);
    end(d);
}

static const char *neighbours(const struct drawing *d, int card, bool outgoing) {
    const char **names = arena_array(d->arena, d->model->links.count + 1, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < d->model->links.count; i++) {
        const struct map_link *l = &d->model->links.items[i];
        if ((outgoing ? l->from : l->to) != card)
            continue;
        const struct map_card *other = &d->model->cards.items[outgoing ? l->to : l->from];
        names[count++] = arena_printf(d->arena, "%s %s", other->id, other->title);
    }
    return count ? words_list(d->arena, d->words, names, count) : NULL;
}

static const char *card_description(const struct drawing *d, int index) {
    const struct map_card *card = &d->model->cards.items[index];
    const char *drives = neighbours(d, index, true), *driven = neighbours(d, index, false);
    struct textbuf text;
    textbuf_init(&text, d->arena);
    if (card->owner && *card->owner)
        textbuf_str(&text, words_fill(d->arena, d->words, "map.card.owner", card->owner, NULL));
    if (drives)
        textbuf_printf(&text, "%s%s", text.length ? " " : "",
                       words_fill(d->arena, d->words, "map.card.drives", drives, NULL));
    if (driven)
        textbuf_printf(&text, "%s%s", text.length ? " " : "",
                       words_fill(d->arena, d->words, "map.card.driven", driven, NULL));
    if (card->changed)
        textbuf_printf(&text, "%s%s", text.length ? " " : "",
                       words_text(d->words, "map.card.changed"));
    return text.length ? textbuf_text(&text) : NULL;
}

/* In a PDF a card that leads elsewhere is a link, which is read as what the card says. */
static void card_element(struct drawing *d, int index) {
    const struct map_card *card = &d->model->cards.items[index];
    const char *spoken = card->spoken ? card->spoken : card->title;
    if (!card->href)
        return;
    struct scene *scene = d->pen.scene;
    d->pen.element =
        scene_add_element(scene, scene_add_element(scene, SCENE_ROOT, TAG_P), TAG_LINK);
    scene_describe(scene, d->pen.element)->actual = spoken;
    scene_add_link(scene, d->pen.page,
                   (struct scene_link){.element = d->pen.element,
                                       .rect = d->layout->cards[index],
                                       .uri = card->href,
                                       .contents = spoken});
}

static void cards(struct drawing *d) {
    layer(d, "objectives", "map.group.objectives");
    for (size_t i = 0; i < d->model->cards.count; i++) {
        const struct map_card *card = &d->model->cards.items[i];
        card_element(d, (int)i);
        const char *status = status_name(card->status);
        begin(d, (struct scene_group){.id = arena_printf(d->arena, "obj-%s", card->id),
                                      .css_class = arena_printf(d->arena, "card %s", status),
                                      .role = "graphics-symbol img",
                                      .title = card->spoken ? card->spoken : card->title,
                                      .description = card_description(d, (int)i),
                                      .data_status = status,
                                      .href = card->href,
                                      .focusable = !card->href});
        pieces(d, HOLDER_CARD, (int)i);
        end(d);
    }
    end(d);
}

static bool any_leads(const struct map_model *model) {
    for (size_t i = 0; i < model->cards.count; i++)
        if (model->cards.items[i].href)
            return true;
    return false;
}

/* A voice cannot stop and go back in what stands for a picture, so the picture says what it is,
 * and a paragraph tells all of the map: what is drawn last, but for cards that are links. */
static scene_element_id speech(const struct drawing *d) {
    const scene_element_id element = scene_add_element(d->pen.scene, SCENE_ROOT, TAG_P);
    scene_describe(d->pen.scene, element)->actual = mapspeech_of(d->arena, d->model, d->words);
    return element;
}

static void links_and_cards(struct drawing *d) {
    const scene_element_id picture = d->pen.element;
    const bool leads = any_leads(d->model);
    if (leads && d->model->links.count > 0)
        d->pen.element = speech(d);
    links(d);
    if (!leads)
        d->pen.element = speech(d);
    cards(d);
    d->pen.element = picture;
}

/* What stands round the picture is read as it is: the title as a heading, the other lines after it.
 */
static void spoken_pieces(struct drawing *d, enum map_holder holder) {
    const scene_element_id picture = d->pen.element;
    bool titled = holder != HOLDER_PAGE;
    for (size_t i = 0; i < d->layout->pieces.count; i++) {
        const struct map_piece *piece = &d->layout->pieces.items[i];
        if (piece->holder != holder)
            continue;
        d->pen.element = SCENE_ARTIFACT;
        if (piece->kind == PIECE_TEXT) {
            d->pen.element = scene_add_element(d->pen.scene, SCENE_ROOT, titled ? TAG_P : TAG_H1);
            titled = true;
            words_of(d, i);
        } else {
            mapink_piece(d->pen, piece);
        }
    }
    d->pen.element = picture;
}

static void captions(struct drawing *d, enum map_holder holder, const char *id, const char *key) {
    for (size_t i = 0; i < d->layout->pieces.count; i++)
        if (d->layout->pieces.items[i].holder == holder) {
            layer(d, id, key);
            if (holder == HOLDER_LEGEND)
                pieces(d, holder, 0);
            else
                spoken_pieces(d, holder);
            end(d);
            return;
        }
}

static void logo(const struct drawing *d) {
    const struct map_layout *layout = d->layout;
    if (!layout->logo)
        return;
    scene_element_id element = SCENE_ARTIFACT;
    if (layout->logo_alt) {
        element = scene_add_element(d->pen.scene, SCENE_ROOT, TAG_FIGURE);
        struct scene_detail *figure = scene_describe(d->pen.scene, element);
        figure->alt = layout->logo_alt;
        figure->page = d->pen.page;
        figure->bbox = layout->logo_box;
        figure->has_bbox = true;
    }
    scene_add_image(d->pen.scene, d->pen.page, element, layout->logo, layout->logo_box);
}

static void figure(struct drawing *d) {
    d->pen.element = scene_add_element(d->pen.scene, SCENE_ROOT, TAG_FIGURE);
    struct scene_detail *figure = scene_describe(d->pen.scene, d->pen.element);
    figure->alt = d->model->title;
    figure->page = d->pen.page;
    figure->bbox = d->layout->look.page;
    figure->has_bbox = true;
}

/* Ids that a style sheet can name as they are. */
static bool plain_id(const char *id) {
    for (const char *c = id; *c; c++)
        if (!ascii_letter(*c) && !ascii_digit(*c) && *c != '_' && *c != '-')
            return false;
    return *id != '\0';
}

/* While a card is pointed at or has the focus, its links stand out. */
static const char *link_style(const struct drawing *d) {
    const struct map_model *model = d->model;
    const struct palette *palette = d->layout->palette;
    const uint32_t colour = d->layout->dark         ? WHITE
                            : d->layout->monochrome ? 0x000000
                            : palette               ? palette->colours[ROLE_INK]
                                                    : INK;
    struct textbuf out;
    textbuf_init(&out, d->arena);
    for (size_t card = 0; card < model->cards.count; card++) {
        const char *id = model->cards.items[card].id;
        bool any = false;
        for (size_t i = 0; i < model->links.count; i++) {
            const struct map_link *l = &model->links.items[i];
            const char *from = model->cards.items[l->from].id, *to = model->cards.items[l->to].id;
            if ((l->from != (int)card && l->to != (int)card) || !plain_id(from) || !plain_id(to))
                continue;
            if (!any)
                textbuf_printf(&out, "svg:has(#obj-%s:is(:hover,:focus)%s) :is(", id,
                               model->cards.items[card].href
                                   ? arena_printf(d->arena, ",a:focus>#obj-%s", id)
                                   : "");
            textbuf_printf(&out, "%s#link-%s-%s", any ? "," : "", from, to);
            any = true;
        }
        if (any)
            textbuf_printf(&out, ") path{stroke:#%06x}\n", colour);
    }
    return out.length ? textbuf_text(&out) : NULL;
}

const struct scene *mapdraw_scene(struct arena *arena, const struct map_model *model,
                                  const struct map_layout *layout, const struct words *words) {
    struct scene *scene = scene_new(arena);
    scene->title = model->title;
    scene->language = model->language;
    scene->author = model->owner;
    scene->subject = model->classification;
    scene->source_digest = model->source;
    scene->description = model->description ? model->description : model->title;
    struct drawing d = {arena, model, layout, words, {scene, 0, 0}};
    scene->style = link_style(&d);
    d.pen.page = scene_add_page(scene, layout->look.page.w, layout->look.page.h, "1");
    captions(&d, HOLDER_PAGE, "heading", "map.group.heading");
    logo(&d);
    figure(&d);
    bands(&d);
    themes(&d);
    links_and_cards(&d);
    captions(&d, HOLDER_LEGEND, "legend", "map.group.legend");
    captions(&d, HOLDER_FOOTER, "footer", "map.group.footer");
    if (layout->monochrome)
        monochrome(scene);
    if (layout->dark)
        dark(scene);
    if (layout->palette && !layout->monochrome && !layout->dark) /* those know the usual colours */
        palette_apply(layout->palette, scene);
    if (layout->sheet_width != layout->look.page.w || layout->sheet_height != layout->look.page.h)
        fitpage(scene, layout->sheet_width, layout->sheet_height);
    return scene;
}
