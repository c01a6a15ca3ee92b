#include "layout/budget.h"

#include "layout/measures.h"

/* What may move next: a section, or a block of one. */
struct candidate {
    size_t section, block; /* block: index in the section's list, if in_section */
    bool whole;            /* the section itself */
    int rank;              /* 0: none found */
};

static void consider(struct candidate *best, struct candidate one) {
    if (one.rank > 0 && one.rank >= best->rank)
        *best = one;
}

static struct candidate next_detail(const struct document *document) {
    struct candidate best = {.rank = 0};
    for (size_t i = 0; i < document->sections.count; i++) {
        const struct section *section = document->sections.items[i];
        if (section->appendix)
            continue;
        consider(&best, (struct candidate){i, 0, true, section->detail_rank});
        for (size_t k = 0; k < section->blocks.items.count; k++) {
            const struct block *block = section->blocks.items.items[k];
            consider(&best,
                     (struct candidate){i, k, false, block->detail ? block->detail_rank : 0});
        }
    }
    return best;
}

/* ---- sections -------------------------------------------------------------------------------- */

static size_t first_appendix(const struct document *document) {
    size_t i = 0;
    while (i < document->sections.count && !document->sections.items[i]->appendix)
        i++;
    return i;
}

/* Puts the section at `from` where it stands before the one that is now at `to`. */
static void move_section(struct document *document, size_t from, size_t to) {
    struct section **sections = document->sections.items;
    struct section *moved = sections[from];
    for (; from + 1 < to; from++)
        sections[from] = sections[from + 1];
    sections[from] = moved;
}

/* Contents are listed in the order of the sections. */
static void sort_toc(const struct document *document, struct block *toc) {
    for (size_t i = 1; i < toc->toc.count; i++)
        for (size_t k = i; k > 0 && document_place(document, toc->toc.items[k].anchor) <
                                        document_place(document, toc->toc.items[k - 1].anchor);
             k--) {
            const struct toc_entry entry = toc->toc.items[k];
            toc->toc.items[k] = toc->toc.items[k - 1];
            toc->toc.items[k - 1] = entry;
        }
}

/* The contents of all blocks, also of those inside others; with an entry for a new section.  True
 * if there are any. */
static bool renew_contents(const struct document *document, const struct block_list *list,
                           const struct section *added) {
    bool any = false;
    for (size_t i = 0; i < list->items.count; i++) {
        struct block *block = list->items.items[i];
        if (block->kind == BLOCK_TOC && added) {
            const struct toc_entry entry = {
                .title = added->name, .anchor = added->anchor, .level = 1};
            vec_push(document->arena, &block->toc, entry);
        }
        if (block->kind == BLOCK_TOC)
            sort_toc(document, block);
        any |= block->kind == BLOCK_TOC;
        any |= renew_contents(document, &block->children, added);
        for (size_t k = 0; k < block->columns.count; k++)
            any |= renew_contents(document, &block->columns.items[k], added);
    }
    return any;
}

static void renew_all_contents(const struct document *document, const struct section *added) {
    for (size_t i = 0; i < document->sections.count; i++)
        if (renew_contents(document, &document->sections.items[i]->blocks, added))
            measures_forget_section(document->measures, document->sections.items[i]);
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static struct section *details_section(struct document *document) {
    const char *const anchor = "details";
    const size_t place = document_place(document, anchor);
    if (place < document->sections.count)
        return document->sections.items[place];
    struct section *section = document_section(
        document, anchor, document->frame.details ? document->frame.details : "Details");
    section->appendix = section->run_on = section->in_outline = true;
    block_title(document, &section->blocks, section->name, NULL);
    renew_all_contents(document, section);
    return section;
}

/* "Cause and effect: in the appendix, page 12" */
static struct block *signpost(struct document *document, const struct block *moved,
                              const char *anchor) {
    struct block_list unused = {.items = {0}};
    struct block *block = block_add(document, &unused, BLOCK_TEXT);
    block->style = STYLE_BODY;
    block->colour = GREY;
    content_styled(document->arena, &block->content, STYLE_BODY_BOLD, COLOUR_INHERIT,
                   moved->detail);
    content_text(
        document->arena, &block->content,
        arena_printf(document->arena, ": %s\u00A0",
                     document->frame.moved ? document->frame.moved : "in the appendix, page"));
    content_page(document->arena, &block->content, anchor);
    return block;
}

static void move_block(struct document *document, struct candidate found) {
    struct block **place =
        &document->sections.items[found.section]->blocks.items.items[found.block];
    struct block *moved = *place;
    struct section *details = details_section(document);
    struct block *heading = block_heading(document, &details->blocks, moved->detail, NULL);
    heading->anchor = arena_printf(document->arena, "detail:%zu", details->blocks.items.count);
    heading->in_outline = true;
    measures_forget_section(document->measures, document->sections.items[found.section]);
    measures_forget_section(document->measures, details);
    *place = signpost(document, moved, heading->anchor);
    vec_push(document->arena, &details->blocks.items, moved);
}

/* The name of what moved. */
static const char *move(struct document *document, struct candidate found) {
    struct section *section = document->sections.items[found.section];
    if (!found.whole) {
        const char *name = section->blocks.items.items[found.block]->detail;
        move_block(document, found);
        return name;
    }
    move_section(document, found.section, first_appendix(document));
    section->appendix = true;
    section->detail_rank = 0;
    renew_all_contents(document, NULL);
    return section->name ? section->name : section->anchor;
}

/* What to shorten: the section with the most pages of the core; NULL: each has one. */
static const char *longest(const struct document *document) {
    const struct section *most = NULL;
    for (size_t i = 0; i < document->sections.count; i++) {
        const struct section *section = document->sections.items[i];
        if (!section->appendix && section->pages > (most ? most->pages : 1))
            most = section;
    }
    return most ? arena_printf(document->arena, "'%s' alone has %u",
                               most->name ? most->name : most->anchor, most->pages)
                : NULL;
}

struct layout_counts budget_keep(struct document *document, struct fontset *fonts,
                                 struct diags *diags) {
    struct arena *arena = document->arena;
    const char *most = arena_printf(arena, "%u", document->core_most);
    for (;;) {
        const struct layout_counts counts = layout_measure(fonts, document);
        const char *core = arena_printf(arena, "%u", counts.core);
        if (document->core_most == 0 || counts.core <= document->core_most)
            return counts;
        const struct candidate found = next_detail(document);
        if (found.rank == 0) {
            diag_report_hint(diags, BP5072, (struct place){0}, longest(document), core, most, NULL);
            return counts;
        }
        diag_report(diags, BP5071, (struct place){0}, core, most, move(document, found), NULL);
    }
}
