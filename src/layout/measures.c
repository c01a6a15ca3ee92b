#include "layout/measures.h"

#include "layout/footnote.h"
#include "layout/tablestretch.h"
#include <assert.h>
#include <string.h>

struct measured {
    struct measures_of what;
    struct galley *galley;
    struct diags *diags;
};

/* Few enough to be searched: long documents keep nothing. */
struct measures {
    struct arena *lasting;
    struct arena *arena; /* NULL: nothing was kept since all was forgotten */
    VEC(struct measured) sections;
};

static void release(void *handle) {
    measures_forget_all(handle);
}

struct measures *measures_new(struct arena *arena) {
    struct measures *measures = arena_alloc(arena, sizeof *measures);
    measures->lasting = arena;
    arena_defer(arena, release, measures);
    return measures;
}

struct arena *measures_arena(struct measures *measures) {
    if (!measures->arena)
        measures->arena = arena_aside(measures->lasting);
    return measures->arena;
}

static bool same(struct measures_of a, struct measures_of b) {
    return a.section == b.section && a.page_digits == b.page_digits && a.density == b.density;
}

struct galley *measures_find(const struct measures *measures, struct measures_of what,
                             struct diags *diags) {
    for (size_t i = 0; i < measures->sections.count; i++) {
        const struct measured *one = &measures->sections.items[i];
        if (same(one->what, what)) {
            diags_adopt(diags, one->diags);
            return one->galley;
        }
    }
    return NULL;
}

void measures_keep(struct measures *measures, struct measures_of what, struct galley *galley,
                   struct diags *diags) {
    assert(galley);
    const struct measured one = {what, galley, diags};
    vec_push(measures_arena(measures), &measures->sections, one);
}

void measures_forget_section(struct measures *measures, const struct section *section) {
    for (size_t i = 0; measures && i < measures->sections.count; i++)
        if (measures->sections.items[i].what.section == section)
            measures->sections.items[i].what.section = NULL;
}

void measures_forget_all(struct measures *measures) {
    if (!measures)
        return;
    memset(&measures->sections, 0, sizeof measures->sections);
    arena_free(measures->arena);
    measures->arena = NULL;
}

static bool holds(const struct block_list *list, const struct block *wanted) {
    for (size_t i = 0; i < list->items.count; i++) {
        const struct block *block = list->items.items[i];
        if (block == wanted || holds(&block->children, wanted))
            return true;
        for (size_t k = 0; k < block->columns.count; k++)
            if (holds(&block->columns.items[k], wanted))
                return true;
    }
    return false;
}

void measures_forget(struct measures *measures, const struct document *document,
                     const struct block *block) {
    for (size_t i = 0; measures && block && i < document->sections.count; i++)
        if (holds(&document->sections.items[i]->blocks, block))
            measures_forget_section(measures, document->sections.items[i]);
}

static struct galley *measure_anew(struct composer *composer, const struct section *section,
                                   const struct page_geometry *geometry, unsigned density) {
    composer->density = density;
    struct galley *galley = galley_make(composer, &section->blocks, geometry->text_width);
    composer->density = 0;
    footnote_measure(composer, galley, geometry->text_width);
    if (composer->footnotes.count == 0)
        tablestretch_rows(galley, composer->body_height);
    if (galley_height(galley, 0, galley->items.count) > composer->body_height)
        galley_say_again(composer, galley);
    return galley;
}

static struct galley *measure_to_keep(struct composer *composer, struct measures_of what,
                                      const struct page_geometry *geometry) {
    struct arena *arena = composer->arena;
    struct diags *diags = composer->diags;
    composer->arena = measures_arena(composer->measures);
    composer->diags = diags_new(composer->arena);
    struct galley *galley = measure_anew(composer, what.section, geometry, what.density);
    /* What refers to notes is theirs alone who number them. */
    if (composer->footnotes.count == 0)
        measures_keep(composer->measures, what, galley, composer->diags);
    diags_adopt(diags, composer->diags);
    composer->arena = arena;
    composer->diags = diags;
    return galley;
}

struct galley *measures_section(struct composer *composer, const struct section *section,
                                const struct page_geometry *geometry, unsigned density) {
    composer->body_height = geometry->body_bottom - geometry->body_top;
    composer->wide = section->orientation == LANDSCAPE;
    if (!composer->measures || composer->footnotes.count > 0)
        return measure_anew(composer, section, geometry, density);
    const struct measures_of what = {section, composer->page_digits, density};
    struct galley *kept = measures_find(composer->measures, what, composer->diags);
    return kept ? kept : measure_to_keep(composer, what, geometry);
}
