#include "app/render.h"

#include "app/attach.h"
#include "app/language.h"
#include "app/locate.h"
#include "layout/layout.h"
#include "output/pdf.h"
#include "output/png.h"
#include "output/svg.h"
#include "report/maplink.h"
#include "report/report.h"
#include "scene/scenejoin.h"
#include "text/fontset.h"

const struct unit *render_unit(const struct job *job) {
    return job->unit ? job->unit : plan_root(job->plan);
}

/* A poster: the map on paper of its own. */
static bool render_sheet(struct job *job, struct packet *out) {
    struct mapchoice choice = mapchoice_usual(job);
    struct mapwish wish = {.view = {VIEW_WHOLE, NULL}, .unit = render_unit(job)};
    const struct filter *only = job->template->only;
    struct map map;
    choice.paper = job->template->sheet;
    if (only && only->theme)
        wish.view = (struct map_view){VIEW_THEME, only->theme->id};
    out->document = document_new(job->arena);
    if (!render_map(job, &choice, &wish, &map))
        return false;
    out->scene = map.scene;
    return true;
}

static bool render_part(struct job *job, struct fontset *fonts, struct packet *out) {
    struct template *own = arena_alloc(job->arena, sizeof *own);
    *own = *job->template;
    own->hyphenate |= job->options->given[SWITCH_HYPHENATE];
    own->monochrome |= job->options->given[SWITCH_MONO];
    own->kept = job->kept;
    out->document = report_packet(job->arena, fonts, job->assessment, render_unit(job), own,
                                  job->logo, job->diags);
    if (!out->document)
        return false;
    out->scene = layout_document(job->arena, fonts, out->document, job->diags);
    fontset_lacks(fonts, job->diags);
    locate_printed(job);
    return out->scene != NULL;
}

/* The packet in one language. */
static bool render_spoken(struct job *job, struct fontset *fonts, struct packet *out) {
    return job->template->poster ? render_sheet(job, out) : render_part(job, fonts, out);
}

bool render_packet(struct job *job, struct packet *out) {
    *out = (struct packet){NULL, NULL, NULL, 0};
    job_progress(job, "laying out", "the packet");
    struct fontset *fonts = fontset_open_house(job->arena, job->house, job->diags);
    if (!fonts)
        return false;
    const size_t count = language_count(job);
    if (count == 1)
        return render_spoken(job, fonts, out);
    struct scenejoin_part *parts = arena_array(job->arena, count, sizeof *parts);
    out->parts = arena_array(job->arena, count, sizeof *out->parts);
    uint32_t page = 0;
    for (size_t i = 0; i < count; i++) {
        struct job part = language_part(job, i);
        struct packet *packet = &out->parts[i];
        if (!render_spoken(&part, fonts, packet))
            return false;
        packet->first_page = page;
        page += (uint32_t)packet->scene->pages.count;
        parts[i] = (struct scenejoin_part){packet->scene,
                                           words_text(part.template->words, "document.language")};
    }
    out->document = out->parts[0].document;
    out->scene = scenejoin_parts(job->arena, parts, count);
    return true;
}

void render_geometry(struct job *job, const struct map *map, struct textbuf *out) {
    textbuf_init(out, job->arena);
    strategymap_json(map->model, map->layout, out);
}

bool render_map(struct job *job, const struct mapchoice *choice, const struct mapwish *wish,
                struct map *out) {
    *out = (struct map){NULL, NULL, NULL};
    job_progress(job, "drawing", "the map");
    struct fontset *fonts = fontset_open_house(job->arena, job->house, job->diags);
    const struct template *template = job->template;
    if (!fonts)
        return false;
    const struct map_sheet sheet = mappaper_sheet(choice->paper, choice->upright);
    struct map_options options = {.width = sheet.board_width,
                                  .height = sheet.board_height,
                                  .framed = true,
                                  .monochrome = choice->monochrome,
                                  .dark = choice->dark,
                                  .palette = &template->brand.palette,
                                  .sheet_width = sheet.width,
                                  .sheet_height = sheet.height,
                                  .sheet_name = sheet.name,
                                  .kept = wish->kept};
    out->model = mapview_model(job->arena, job->assessment, wish->unit, &wish->view,
                               template->words, job->diags);
    if (!out->model)
        return false;
    if (choice->card_links)
        out->model = maplink_pattern(job->arena, out->model, choice->card_links);
    else if (choice->packet && choice->packet->document && choice->packet->scene)
        out->model = maplink_pages(job->arena, out->model, choice->packet->document,
                                   choice->packet->scene, choice->packet->first_page, "packet.pdf");
    options.logo = job->logo.picture;
    options.logo_alt = report_logo_alt(job->arena, template->words, job->plan, job->logo);
    out->layout =
        strategymap_place(job->arena, fonts, out->model, template->words, &options, job->diags);
    if (!out->layout)
        return false;
    out->scene =
        strategymap_draw(job->arena, fonts, out->model, out->layout, template->words, job->diags);
    fontset_lacks(fonts, job->diags);
    locate_printed(job);
    return out->scene != NULL;
}

/* `why` is looked at here, after the work that sets it: arguments are evaluated in any order. */
static bool rendered(struct job *job, bool done, const char *what, const char *const *why) {
    if (!done)
        job_complain(job, BP9014, what, *why ? *why : "unknown error", NULL);
    return done;
}

bool render_pdf(struct job *job, const struct packet *packet, struct textbuf *out) {
    const char *why = NULL;
    textbuf_init(out, job->arena);
    const struct pdfattach attached = attach_workbook(job);
    return rendered(job, pdf_render(job->arena, packet->scene, &attached, out, &why), "packet",
                    &why);
}

bool render_svg(struct job *job, const struct map *map, bool outlines, struct textbuf *out) {
    const enum svg_letters letters = outlines ? SVG_OUTLINES : SVG_TEXT;
    const char *why = NULL;
    textbuf_init(out, job->arena);
    return rendered(job, svg_render(job->arena, map->scene, 0, letters, out, &why), "map", &why);
}

bool render_png(struct job *job, const struct map *map, int dpi, struct textbuf *out) {
    const char *why = NULL;
    textbuf_init(out, job->arena);
    return rendered(job, png_render(job->arena, map->scene, 0, dpi, out, &why), "map", &why);
}

bool render_poster(struct job *job, const struct map *map, struct textbuf *out) {
    const char *why = NULL;
    textbuf_init(out, job->arena);
    return rendered(job, pdf_render(job->arena, map->scene, NULL, out, &why), "map", &why);
}
