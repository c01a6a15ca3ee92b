/* Glossary: the terms that the other pages use, explained; only those that occur. */
#include "report/compose.h"
#include "report/pagetext.h"
#include "report/section.h"

enum { BASIC_TERMS = 8, TERMS = 14 };

/* Those of the contents come first: no packet is without them. */
static const char *term_key(struct report *report, int i) {
    return i < BASIC_TERMS ? arena_printf(report->arena, "contents.term.%d", i + 1)
                           : arena_printf(report->arena, "glossary.term.%d", i + 1 - BASIC_TERMS);
}

static const char *term_name(struct report *report, int i) {
    return words_text(report->words, arena_printf(report->arena, "%s.name", term_key(report, i)));
}

static void term(struct report *report, struct block *columns, int i) {
    struct arena *arena = report->arena;
    struct block *keep = block_add(report->document, &columns->children, BLOCK_KEEP);
    struct block *block = block_add(report->document, &keep->children, BLOCK_TEXT);
    block->style = STYLE_NOTES;
    content_styled(arena, &block->content, STYLE_BODY_BOLD, INK, term_name(report, i));
    content_text(arena, &block->content,
                 arena_printf(arena, "%s%s", words_text(report->words, "colon"),
                              words_text(report->words, term_key(report, i))));
}

SECTION(glossary) {
    struct arena *aside = arena_aside(report->arena);
    const char *text = pagetext(aside, report->document, "contents");
    bool used[BASIC_TERMS + TERMS];
    int count = 0;
    for (int i = 0; i < BASIC_TERMS + TERMS; i++) {
        used[i] = i < BASIC_TERMS || pagetext_has(text, term_name(report, i));
        count += used[i];
    }
    arena_free(aside);
    struct section *section = compose_section(report, template);
    section->run_on |= template->appendix;
    block_title(report->document, &section->blocks,
                words_fill(report->arena, report->words, "glossary.title",
                           arena_printf(report->arena, "%d", count), NULL),
                words_text(report->words, "glossary.subtitle"));
    struct block *columns = block_add(report->document, &section->blocks, BLOCK_BALANCED);
    for (int i = 0; i < BASIC_TERMS + TERMS; i++)
        if (used[i])
            term(report, columns, i);
}
