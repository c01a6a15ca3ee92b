#include "unit/reportcase.h"

#include "app/manifest.h"

static void what_was_made_is_listed_with_its_digest(void **state) {
    struct reportcase *c = *state;
    struct job job = {.arena = c->arena,
                      .plan = c->plan,
                      .assessment = c->assessment,
                      .template = c->template,
                      .diags = c->diags};
    struct textbuf bytes, out;
    textbuf_init(&bytes, c->arena);
    textbuf_str(&bytes, "abc");
    textbuf_init(&out, c->arena);
    struct manifest_file index, files[3] = {{.path = NULL}};
    manifest_note(&index, "index.html", &bytes, 0);
    index.language = "en";
    vec_push(c->arena, &job.further, ((struct job_part){.language = "fr-CA"}));
    manifest_note(&files[1], "units/COL/packet.pdf", &bytes, 9);
    const struct manifest_unit unit = {plan_unit(c->plan, "COL"), files, 3};
    manifest_json(&job, &(struct manifest){&unit, 1, &index, 1}, &out);
    const char *digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const char *tail = arena_printf(
        c->arena,
        " \"languages\":[\"en\",\"fr-CA\"],\n"
        " \"kind\":\"board\",\n"
        " \"units\":[\n"
        "  {\"id\":\"COL\",\"name\":\"Blood & Plasma Collection\",\"parent\":\"RBS\","
        "\"status\":\"red\",\"score\":31.512346,\"files\":[\"units/COL/packet.pdf\"]}\n"
        " ],\n"
        " \"files\":[\n"
        "  "
        "{\"path\":\"index.html\",\"media_type\":\"text/"
        "html\",\"language\":\"en\",\"bytes\":3,\"sha256\":\"%s\"},\n"
        "  {\"path\":\"units/COL/packet.pdf\",\"media_type\":\"application/pdf\",\"bytes\":3,"
        "\"sha256\":\"%s\",\"pages\":9}\n"
        " ]\n"
        "}\n",
        digest, digest);
    const char *text = textbuf_text(&out);
    assert_ptr_equal(strstr(text, "{\n \"version\":1,\n \"program\":\"boardpack "), text);
    assert_non_null(strstr(text, "\"as_of\":\"2026-09-30\",\n \"period\":\"2026-09\""));
    assert_non_null(strstr(text, " \"languages\":"));
    assert_string_equal(strstr(text, " \"languages\":"), tail);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_made_is_listed_with_its_digest, reportcase_sample,
                                        reportcase_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
