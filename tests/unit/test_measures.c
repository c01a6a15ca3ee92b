#include "layout/measures.h"
#include "layoutcase.h"

static struct measures *measures;
static struct galley galley;

static struct measures_of designed(const struct section *of) {
    return (struct measures_of){of, 2, 0};
}

static void keep(const struct section *of) {
    measures = measures_new(arena);
    struct diags *found = diags_new(arena);
    diag_report(found, BP5002, (struct place){0}, "nowhere", (char *)NULL);
    measures_keep(measures, designed(of), &galley, found);
}

static void what_is_kept_is_found_with_its_findings(void **state) {
    (void)state;
    keep(section);
    assert_ptr_equal(measures_find(measures, designed(section), diags), &galley);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 1);
    assert_ptr_equal(measures_find(measures, designed(section), diags), &galley);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 1);
}

static void other_sections_closer_ones_and_wider_page_numbers_are_measured_anew(void **state) {
    (void)state;
    keep(section);
    const struct measures_of wider = {section, 3, 0};
    const struct measures_of closer = {section, 2, 1};
    assert_null(measures_find(measures, wider, diags));
    assert_null(measures_find(measures, closer, diags));
    assert_null(measures_find(measures, designed(document_section(document, "b", "B")), diags));
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void a_change_deep_in_a_section_forgets_it_alone(void **state) {
    (void)state;
    struct block *panel = block_add(document, &section->blocks, BLOCK_PANEL);
    struct block *columns = block_add(document, &panel->children, BLOCK_COLUMNS);
    struct block *text =
        block_text(document, vec_add(arena, &columns->columns), STYLE_BODY, "Deep down.");
    struct section *other = document_section(document, "b", "B");
    keep(section);
    measures_keep(measures, designed(other), &galley, diags_new(arena));
    measures_forget(NULL, document, text);
    measures_forget(measures, document, NULL);
    assert_non_null(measures_find(measures, designed(section), diags));
    measures_forget(measures, document, text);
    assert_null(measures_find(measures, designed(section), diags));
    assert_non_null(measures_find(measures, designed(other), diags));
    measures_forget_section(measures, other);
    assert_null(measures_find(measures, designed(other), diags));
}

static void what_is_measured_is_given_back_when_it_is_forgotten(void **state) {
    (void)state;
    measures = measures_new(arena);
    const size_t before = arena_used(arena);
    const char *kept = arena_strdup(measures_arena(measures), "kept");
    assert_true(arena_holds(measures_arena(measures), kept));
    assert_int_equal(arena_used(arena), before);
    measures_forget_all(measures);
    measures_forget_all(measures);
    assert_int_equal(arena_used(measures_arena(measures)), 0);
    measures_keep(measures, designed(section), &galley, diags_new(arena));
    assert_ptr_equal(measures_find(measures, designed(section), diags), &galley);
    measures_forget_all(NULL);
}

static void laying_out_after_counting_measures_nothing_again(void **state) {
    (void)state;
    struct block *text = block_text(document, &section->blocks, STYLE_BODY, "counted");
    assert_int_equal(layout_measure(fonts, document).core, 1);
    text->content.items.items[0].text = "unnoticed";
    assert_non_null(find_word(laid_out(), 0, "counted"));
}

static void what_was_drawn_is_measured_anew(void **state) {
    (void)state;
    struct block *text = block_text(document, &section->blocks, STYLE_BODY, "once");
    layout_measure(fonts, document);
    assert_non_null(find_word(laid_out(), 0, "once"));
    text->content.items.items[0].text = "twice";
    assert_non_null(find_word(laid_out(), 0, "twice"));
}

static void what_is_said_to_have_changed_is_drawn_as_it_is(void **state) {
    (void)state;
    struct block *text = block_text(document, &section->blocks, STYLE_BODY, "before");
    layout_measure(fonts, document);
    text->content.items.items[0].text = "after";
    measures_forget(document->measures, document, text);
    assert_non_null(find_word(laid_out(), 0, "after"));
}

static void findings_of_what_was_counted_are_told_once(void **state) {
    (void)state;
    block_text(document, &section->blocks, STYLE_BODY, "No font has \uE000.");
    layout_measure(fonts, document);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
    laid_out();
    assert_int_equal(diags_count(diags, DIAG_NOTE), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(what_is_kept_is_found_with_its_findings),
        CASE(other_sections_closer_ones_and_wider_page_numbers_are_measured_anew),
        CASE(a_change_deep_in_a_section_forgets_it_alone),
        CASE(what_is_measured_is_given_back_when_it_is_forgotten),
        CASE(laying_out_after_counting_measures_nothing_again),
        CASE(what_was_drawn_is_measured_anew),
        CASE(what_is_said_to_have_changed_is_drawn_as_it_is),
        CASE(findings_of_what_was_counted_are_told_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
