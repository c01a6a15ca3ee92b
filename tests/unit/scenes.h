/* scenes: drawings and documents for the tests of the sinks. */
#ifndef TESTS_UNIT_SCENES_H
#define TESTS_UNIT_SCENES_H

#include "scene/draw.h"
#include "scene/scene.h"
#include <string.h>

#define SCENES_INK 0x16202C

struct scenes {
    struct arena *arena;
    struct fontset *fonts;
    struct diags *diags;
    struct scene *scene;
    uint32_t page;
};

static inline mp scenes_text(struct scenes *s, scene_element_id element, enum font_role role,
                             const char *text, mp x, mp y, mp size) {
    const struct shaped *shaped =
        shape_text(s->fonts, role, text, strlen(text), s->scene->language, s->diags);
    return scene_add_shaped(s->scene, s->page, element, shaped, x, y, size, SCENES_INK);
}

/* Word by word, as paragraphs are set: without the blanks between. */
static inline void scenes_words(struct scenes *s, scene_element_id element, enum font_role role,
                                const char *text, mp x, mp y, mp size, mp width) {
    mp left = x;
    while (*text) {
        size_t length = strcspn(text, " ");
        const struct shaped *word =
            shape_text(s->fonts, role, text, length, s->scene->language, s->diags);
        if (x > left && x + shape_width(word, size) > left + width) {
            x = left;
            y += size * 3 / 2;
        }
        x = scene_add_shaped(s->scene, s->page, element, word, x, y, size, SCENES_INK);
        x += shape_measure(s->fonts, role, size, " ", s->diags);
        text += length;
        text += *text == ' ';
    }
}

static inline scene_element_id scenes_block(struct scenes *s, scene_element_id parent, enum tag tag,
                                            const char *text, mp x, mp y, mp size) {
    scene_element_id element = scene_add_element(s->scene, parent, tag);
    scenes_text(s, element, tag == TAG_H1 ? FONT_HEAVY : FONT_REGULAR, text, x, y, size);
    return element;
}

static inline void scenes_frame(struct scenes *s, const char *label) {
    s->page = scene_add_page(s->scene, PT(595.276), PT(841.89), label);
    scenes_text(s, SCENE_HEADER, FONT_BOLD, "Board packet", PT(40), PT(30), PT(7.5));
    struct pen pen = {s->scene, s->page, SCENE_HEADER};
    draw_line(pen, (struct point){PT(40), PT(36)}, (struct point){PT(555), PT(36)}, 0xC6CFD9,
              PT(0.5));
}

static inline void scenes_foot(struct scenes *s) {
    scenes_text(s, SCENE_FOOTER, FONT_REGULAR, arena_printf(s->arena, "Page %u of 3", s->page + 1),
                PT(40), PT(820), PT(7));
}

static inline scene_element_id scenes_link(struct scenes *s, scene_element_id parent,
                                           const char *text, mp x, mp y, const char *uri,
                                           uint32_t page) {
    scene_element_id link = scene_add_element(s->scene, parent, TAG_LINK);
    mp end = scenes_text(s, link, FONT_REGULAR, text, x, y, PT(9));
    struct scene_link target = {.element = link,
                                .rect = {x, y - PT(8), end - x, PT(11)},
                                .uri = uri,
                                .page = page,
                                .y = PT(40),
                                .contents = arena_printf(s->arena, "Go to %s", text)};
    scene_add_link(s->scene, s->page, target);
    return link;
}

static inline void scenes_contents(struct scenes *s) {
    scene_element_id toc = scene_add_element(s->scene, SCENE_ROOT, TAG_TOC);
    for (uint32_t i = 1; i < 3; i++) {
        scene_element_id item = scene_add_element(s->scene, toc, TAG_TOCI);
        scene_element_id reference = scene_add_element(s->scene, item, TAG_REFERENCE);
        scenes_link(s, reference, arena_printf(s->arena, "Section %u", i), PT(40),
                    PT(120) + PT(15) * (mp)i, NULL, i);
        struct pen pen = {s->scene, s->page, SCENE_ARTIFACT};
        draw_dashed(pen, (struct point){PT(100), PT(120) + PT(15) * (mp)i},
                    (struct point){PT(500), PT(120) + PT(15) * (mp)i}, 0x999999, PT(0.4), PT(1),
                    PT(2));
    }
}

static inline void scenes_cell(struct scenes *s, scene_element_id row, enum tag tag,
                               enum header_scope scope, const char *text, mp x, mp y) {
    scene_element_id cell = scene_add_element(s->scene, row, tag);
    scene_element(s->scene, cell)->scope = scope;
    if (*text)
        scenes_text(s, cell, tag == TAG_TH ? FONT_SEMIBOLD : FONT_REGULAR, text, x, y, PT(8.5));
}

static inline void scenes_table(struct scenes *s, mp y) {
    scene_element_id table = scene_add_element(s->scene, SCENE_ROOT, TAG_TABLE);
    scene_describe(s->scene, table)->summary = "Measures with actual and target";
    scenes_block(s, table, TAG_CAPTION, "Measures", PT(40), y, PT(8.5));
    scene_element_id head = scene_add_element(s->scene, table, TAG_THEAD);
    scene_element_id row = scene_add_element(s->scene, head, TAG_TR);
    scenes_cell(s, row, TAG_TH, SCOPE_COLUMN, "Measure", PT(40), y + PT(14));
    scenes_cell(s, row, TAG_TH, SCOPE_COLUMN, "Actual and target", PT(240), y + PT(14));
    scene_element(s->scene, (scene_element_id)(s->scene->elements.count - 1))->column_span = 2;
    scene_element_id body = scene_add_element(s->scene, table, TAG_TBODY);
    for (int i = 0; i < 3; i++) {
        mp at = y + PT(28) + PT(12) * i;
        row = scene_add_element(s->scene, body, TAG_TR);
        scenes_cell(s, row, TAG_TH, SCOPE_ROW, arena_printf(s->arena, "M%02d Donors", i), PT(40),
                    at);
        scenes_cell(s, row, TAG_TD, SCOPE_NONE, i == 1 ? "" : "12\u2009345", PT(240), at);
        scenes_cell(s, row, TAG_TD, SCOPE_NONE, "\u22123.5\u00A0%", PT(340), at);
    }
}

static inline void scenes_lists(struct scenes *s, mp y) {
    for (int kind = 0; kind < 2; kind++) {
        scene_element_id list = scene_add_element(s->scene, SCENE_ROOT, TAG_L);
        scene_describe(s->scene, list)->numbered = kind == 1;
        for (int i = 0; i < 2; i++) {
            mp at = y + PT(14) * (2 * kind + i);
            scene_element_id item = scene_add_element(s->scene, list, TAG_LI);
            scene_element_id label = scene_add_element(s->scene, item, TAG_LBL);
            scenes_text(s, label, FONT_REGULAR,
                        kind ? arena_printf(s->arena, "%d.", i + 1) : "\u2022", PT(40), at, PT(9));
            scene_element_id text = scene_add_element(s->scene, item, TAG_LBODY);
            scenes_text(s, text, FONT_REGULAR, "An efficient office", PT(55), at, PT(9));
        }
    }
}

static inline void scenes_figure(struct scenes *s, mp y, bool boxed) {
    scene_element_id figure = scene_add_element(s->scene, SCENE_ROOT, TAG_FIGURE);
    struct scene_detail *element = scene_describe(s->scene, figure);
    element->alt = "Donors rose from 120 to 160 in a year";
    element->has_bbox = boxed;
    element->page = s->page;
    element->bbox = (struct rect){PT(40), y, PT(200), PT(60)};
    struct pen pen = {s->scene, s->page, figure};
    draw_round_rect(pen, element->bbox, PT(4), 0xF1F4F8, 0xC6CFD9, PT(0.5));
    draw_hatch(pen, (struct rect){PT(50), y + PT(5), PT(40), PT(50)}, PT(4), 0x7B8794, PT(0.4));
    draw_circle(pen, (struct point){PT(120), y + PT(30)}, PT(8), 0x1A8F70, COLOUR_NONE, 0);
    draw_ring(pen, (struct point){PT(150), y + PT(30)}, PT(8), 0x7B8794, PT(1), PT(2), PT(1.5));
    draw_star(pen, (struct point){PT(180), y + PT(30)}, PT(9), PT(4), 0xF2B134, 0x8A5A00, PT(0.6));
    static const struct point points[] = {{PT(0), PT(0)}, {PT(10), PT(-8)}, {PT(20), PT(-4)}};
    struct point line[3];
    for (int i = 0; i < 3; i++)
        line[i] = (struct point){PT(200) + points[i].x, y + PT(40) + points[i].y};
    draw_polyline(pen, line, 3, 0x234268, PT(1.2));
    scenes_text(s, figure, FONT_REGULAR, "160", PT(222), y + PT(38), PT(7.5));
}

/* Three pages with every kind of tag, several scripts, links, notes and bookmarks. */
static inline struct scene *scenes_packet(struct arena *arena, struct fontset *fonts,
                                          struct diags *diags) {
    struct scenes s = {arena, fonts, diags, scene_new(arena), 0};
    struct scene *scene = s.scene;
    scene->title = "Board packet \u2013 <Q1> & more";
    scene->author = "Regional Blood Service";
    scene->subject = "Monthly strategy packet";
    scene->keywords = "strategy, scorecard";
    scene->language = "en-GB";
    scene->date = (struct date){2026, 3, 31};
    scene->source_digest = "51c0e8d2aa51c0e8d2aa51c0e8d2aa51c0e8d2aa51c0e8d2aa51c0e8d2aa0123";

    scenes_frame(&s, "1");
    scenes_block(&s, SCENE_ROOT, TAG_H1, "Office of strategy: affairs, V\u00E1lue, To", PT(40),
                 PT(80), PT(17));
    scenes_contents(&s);
    scene_element_id part = scene_add_element(scene, SCENE_ROOT, TAG_PART);
    scene_element_id section = scene_add_element(scene, part, TAG_SECT);
    scenes_block(&s, section, TAG_H2, "What changed", PT(40), PT(200), PT(10.5));
    scene_element_id p = scene_add_element(scene, section, TAG_P);
    scenes_words(&s, p, FONT_REGULAR,
                 "Donors came back in spring and the efficient workflow of the office kept its "
                 "promise. The re\u2011plan of N03 moves on-time delivery to 23 Oct.",
                 PT(40), PT(216), PT(9), PT(300));
    p = scene_add_element(scene, section, TAG_P);
    mp x = scenes_text(&s, p, FONT_BOLD, "See", PT(40), PT(270), PT(9));
    scenes_link(&s, p, "the measures", x + PT(2.2), PT(270), NULL, 1);
    x = scenes_text(&s, p, FONT_REGULAR, "or", PT(112), PT(270), PT(9));
    scenes_link(&s, p, "the service's pages", x + PT(2.2), PT(270), "https://example.org/\u00FC(1)",
                0);
    scene_element_id note = scene_add_element(scene, section, TAG_NOTE);
    scene_describe(scene, note)->note_id = "note-1";
    scenes_text(&s, note, FONT_REGULAR, "1 A note.", PT(40), PT(300), PT(7.5));
    scenes_foot(&s);

    scenes_frame(&s, "A1");
    scenes_block(&s, SCENE_ROOT, TAG_H2, "Measures", PT(40), PT(80), PT(10.5));
    scenes_table(&s, PT(100));
    scenes_lists(&s, PT(220));
    scenes_figure(&s, PT(300), true);
    scenes_figure(&s, PT(380), false);
    scenes_foot(&s);

    scenes_frame(&s, "A2");
    scenes_block(&s, SCENE_ROOT, TAG_H2, "Other scripts", PT(40), PT(80), PT(10.5));
    scenes_block(&s, SCENE_ROOT, TAG_H3, "Right to left", PT(40), PT(100), PT(9));
    scene_element_id arabic =
        scenes_block(&s, SCENE_ROOT, TAG_P,
                     "\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645 2026 \u0627\u0644",
                     PT(40), PT(120), PT(14));
    scene_describe(scene, arabic)->language = "ar";
    scenes_block(&s, SCENE_ROOT, TAG_P, "\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD (abc)", PT(40),
                 PT(145), PT(14));
    scene_element_id div = scene_add_element(scene, SCENE_ROOT, TAG_DIV);
    scenes_block(&s, div, TAG_H4, "Indic and beyond", PT(40), PT(165), PT(9));
    p = scenes_block(&s, div, TAG_P,
                     "\u0939\u093F\u0928\u094D\u0926\u0940 \u0915\u094D\u0937 \u0924\u094D\u0930 "
                     "\U0001E900\U0001E901 x\u0304\u0301 \u2713 \u2192 \u25B2",
                     PT(40), PT(185), PT(14));
    scene_element_id span = scene_add_element(scene, p, TAG_SPAN);
    scene_describe(scene, span)->actual = "spring";
    scenes_text(&s, span, FONT_REGULAR, "spr.", PT(300), PT(185), PT(9));
    scene_add_element(scene, SCENE_ROOT, TAG_P); /* stays empty */
    scenes_foot(&s);

    scene_add_outline(scene, 1, "Brief \u2013 all", 0, PT(80));
    scene_add_outline(scene, 2, "What changed", 0, PT(200));
    scene_add_outline(scene, 1, "Measures", 1, PT(80));
    scene_add_outline(scene, 1, "Other scripts", 2, PT(80));
    return scene;
}

static inline void scenes_card(struct scenes *s, int i, const char *title, mp x, mp y) {
    static const char *const statuses[] = {"green", "amber", "red"};
    static const uint32_t colours[] = {0x1A8F70, 0xF2B134, 0x9F1D20};
    struct scene_group group = {.id = arena_printf(s->arena, "obj-F%d", i),
                                .css_class = arena_printf(s->arena, "card %s", statuses[i % 3]),
                                .role = "graphics-symbol img",
                                .title = title,
                                .description = "On track & <rising>",
                                .href = i == 1 ? "https://example.org/F1?a=1&b=2" : NULL,
                                .data_status = statuses[i % 3],
                                .focusable = true};
    scene_group_begin(s->scene, s->page, group);
    struct pen pen = {s->scene, s->page, SCENE_ARTIFACT};
    draw_round_rect(pen, (struct rect){x, y, MM(60), MM(20)}, MM(1.6), 0xFFFFFF, 0xC6CFD9,
                    MM(0.28));
    draw_rect(pen, (struct rect){x, y + MM(2), MM(1.6), MM(16)}, colours[i % 3]);
    draw_circle(pen, (struct point){x + MM(8), y + MM(15)}, MM(1.5), colours[i % 3], 0x222222,
                MM(0.2));
    scenes_words(s, SCENE_ARTIFACT, FONT_SEMIBOLD, title, x + MM(4), y + MM(6), PT(11), MM(52));
    scenes_text(s, SCENE_ARTIFACT, FONT_REGULAR, "93\u00A0%", x + MM(11), y + MM(16), PT(8));
    scene_group_end(s->scene, s->page);
}

/* A drawing of one page with bands, cards and links. */
static inline struct scene *scenes_map(struct arena *arena, struct fontset *fonts,
                                       struct diags *diags) {
    struct scenes s = {arena, fonts, diags, scene_new(arena), 0};
    struct scene *scene = s.scene;
    scene->title = "Strategy map <Blood & more>";
    scene->description = "Trained staff lead to an efficient office, which leads to safe blood.";
    scene->language = "en";
    scene->source_digest = "51c0e8d2aa51c0e8d2aa51c0e8d2aa51c0e8d2aa51c0e8d2aa51c0e8d2aa0123";
    s.page = scene_add_page(scene, MM(297), MM(210), NULL);
    struct pen pen = {scene, 0, SCENE_ARTIFACT};
    scene_group_begin(scene, 0, (struct scene_group){.id = "bands", .label = "Perspectives"});
    scene_group_begin(scene, 0,
                      (struct scene_group){
                          .id = "band fin", .role = "graphics-object group", .label = "Financial"});
    draw_round_rect(pen, (struct rect){MM(11), MM(30), MM(275), MM(70)}, MM(2.4), 0xF1F4F8,
                    COLOUR_NONE, 0);
    draw_round_rect(pen, (struct rect){MM(11), MM(30), MM(27), MM(70)}, MM(2.4), 0x1B3557,
                    COLOUR_NONE, 0);
    const struct shaped *name = shape_text(fonts, FONT_BOLD, "Financial", 9, "en", diags);
    scene_add_shaped(scene, 0, SCENE_ARTIFACT, name, MM(14), MM(60), PT(10.5), 0xFFFFFF);
    scene_group_end(scene, 0);
    scene_group_end(scene, 0);
    scene_group_begin(scene, 0, (struct scene_group){.id = "links", .label = "Links"});
    static const struct point way[] = {
        {MM(80), MM(110)}, {MM(80), MM(90)}, {MM(180), MM(90)}, {MM(180), MM(62)}};
    draw_polyline(pen, way, 4, 0x56677B, MM(0.55));
    draw_dashed(pen, way[0], way[2], 0x9A3412, MM(0.38), MM(1.7), MM(1.2));
    scene_group_end(scene, 0);
    scene_group_begin(scene, 0, (struct scene_group){.id = "objectives", .label = "Objectives"});
    scenes_card(&s, 0, "An efficient office affords AV waves", MM(50), MM(40));
    scenes_card(&s, 1, "Stillf\u00FChrung der Beh\u00F6rde", MM(150), MM(40));
    scenes_card(&s, 2, "\u05E9\u05DC\u05D5\u05DD donors", MM(50), MM(110));
    scenes_card(&s, 0, "The same id again", MM(150), MM(110));
    scene_group_end(scene, 0);
    scenes_text(&s, SCENE_ARTIFACT, FONT_HEAVY, "Strategy map 2026", MM(11), MM(20), PT(21));
    return scene;
}

#endif
