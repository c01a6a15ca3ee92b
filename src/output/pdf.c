#include "output/pdf.h"

#include "output/pdffont.h"
#include "output/pdfimage.h"
#include "output/pdfmeta.h"
#include "output/pdfnav.h"
#include "output/pdfobject.h"
#include "output/pdfpage.h"
#include "output/pdfsave.h"
#include "output/pdftags.h"
#include <assert.h>

static struct pdftags_page *add_pages(struct arena *arena, const struct scene *scene,
                                      const struct pdfpage_resources *resources,
                                      struct pdfobject_store *store, struct pdfmarks *marks) {
    struct pdftags_page *pages = arena_array(arena, scene->pages.count, sizeof *pages);
    struct textbuf content;
    textbuf_init(&content, arena);
    for (uint32_t i = 0; i < scene->pages.count; i++) {
        const struct scene_page *page = &scene->pages.items[i];
        pages[i].number = pdfobject_page(store, &pages[i].entries);
        textbuf_str(pages[i].entries, "/MediaBox");
        pdfpage_box(pages[i].entries, page, (struct rect){0, 0, page->width, page->height});
        textbuf_clear(&content);
        pdfpage_content(resources, scene, i, &content, marks);
        pdfobject_content(store, &content);
    }
    return pages;
}

/* One dictionary of resources serves all pages. */
static void add_resources(const struct scene *scene, const struct pdfpage_resources *from,
                          struct pdfobject_store *store, const struct pdftags_page *pages) {
    struct textbuf *resources;
    uint32_t number = pdfobject_dict(store, &resources);
    textbuf_str(resources, "/Font<<");
    pdffont_write(from->fonts, store, resources);
    textbuf_str(resources, ">>");
    pdfimage_write(from->images, store, resources);
    for (size_t i = 0; i < scene->pages.count; i++) {
        textbuf_str(pages[i].entries, "/Resources ");
        pdfobject_reference(pages[i].entries, number);
    }
}

static bool render(struct arena *arena, const struct scene *scene, const struct pdfattach *attached,
                   struct pdfobject_store *store, struct textbuf *out, const char **why) {
    const struct pdfpage_resources resources = {pdffont_collect(arena, scene, why),
                                                pdfimage_collect(arena, scene)};
    if (!resources.fonts)
        return false;
    struct pdfmarks marks = {0};
    struct pdftags_page *pages = add_pages(arena, scene, &resources, store, &marks);
    add_resources(scene, &resources, store, pages);
    struct textbuf *catalog = pdfobject_catalog(store);
    pdfmeta_write(arena, scene, attached && attached->count > 0 ? 3 : 2, store, catalog);
    pdfattach_write(arena, scene, attached, store, catalog);
    pdfnav_write(arena, scene, pages, store, catalog);
    struct pdftags *tags = pdftags_write(arena, scene, &marks, pages, store);
    textbuf_str(catalog, "/StructTreeRoot ");
    pdfobject_reference(catalog, pdftags_root(tags));
    char identifier[33];
    pdfmeta_identifier(arena, scene, identifier);
    bool good = !pdfobject_problem(store) && pdfsave_write(arena, store, identifier, out);
    pdftags_close(tags);
    *why = pdfobject_problem(store);
    return good;
}

bool pdf_render(struct arena *arena, const struct scene *scene, const struct pdfattach *attached,
                struct textbuf *out, const char **why) {
    assert(scene->pages.count > 0);
    *why = scene_problem(scene);
    if (*why)
        return false;
    struct pdfobject_store *store = pdfobject_open(arena);
    if (!store) {
        *why = "no memory for the PDF library";
        return false;
    }
    bool good = render(arena, scene, attached, store, out, why);
    pdfobject_close(store);
    return good;
}
