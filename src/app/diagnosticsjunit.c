/* A test report: a finding is a test that failed if it fails the run, else one that was skipped
 * with a reason; a family of rules none of whose findings fails the run is a test that passed. */
#include "app/diagnostics.h"
#include "base/idmap.h"

struct test_tally {
    size_t tests, failures, errors, skipped;
    struct idmap *names; /* how often each was given */
};

/* The input itself cannot be read, or the surroundings are at fault: not what the rules judge. */
static bool is_trouble(const struct diag *diag) {
    unsigned family = (unsigned)diag->code / 1000;
    return family == 1 || family == 9;
}

static bool fails(const struct diagnostics *all, const struct diag *diag) {
    return diag->suppression == DIAG_TOLD && diag->severity >= all->fails;
}

static bool passes(const struct diagnostics *all, unsigned family) {
    for (size_t i = 0; i < all->count; i++)
        if ((unsigned)all->items[i].diag->code / 1000 == family && fails(all, all->items[i].diag))
            return false;
    return true;
}

static void attribute(struct textbuf *out, const char *name, const char *value) {
    textbuf_printf(out, " %s=\"", name);
    textbuf_xml(out, value);
    textbuf_char(out, '"');
}

static void open_case(struct textbuf *out, const char *family, const char *name) {
    textbuf_printf(out, "  <testcase classname=\"boardpack.%s\"", family);
    attribute(out, "name", name);
    textbuf_str(out, " time=\"0\"");
}

static void failed(struct textbuf *out, const struct diagnostic *item) {
    const struct diag *diag = item->diag;
    const char *element = is_trouble(diag) ? "error" : "failure";
    textbuf_printf(out, "><%s type=\"BP%04u\"", element, (unsigned)diag->code);
    attribute(out, "message", item->sentence);
    textbuf_char(out, '>');
    struct textbuf text;
    textbuf_init(&text, out->arena);
    diag_line(&text, diag);
    textbuf_xml(out, textbuf_text(&text));
    textbuf_xml(out, diag_explanation((unsigned)diag->code));
    textbuf_printf(out, "</%s></testcase>\n", element);
}

static void skipped(struct textbuf *out, const char *why) {
    textbuf_str(out, "><skipped");
    attribute(out, "message", why);
    textbuf_str(out, "/></testcase>\n");
}

/* Programs take tests of one name for one test: findings that say the same are numbered. */
static const char *name_of(const struct diagnostics *all, const struct diagnostic *item,
                           struct idmap *names) {
    const char *name =
        arena_printf(all->arena, "BP%04u %s", (unsigned)item->diag->code, item->sentence);
    size_t before = idmap_find(names, name);
    before = before == IDMAP_NONE ? 0 : before;
    idmap_set(names, name, before + 1);
    return before == 0 ? name : arena_printf(all->arena, "%s (%zu)", name, before + 1);
}

static void finding(const struct diagnostics *all, const struct diagnostic *item,
                    struct textbuf *out, struct test_tally *tally) {
    const struct diag *diag = item->diag;
    open_case(out, diag_family((unsigned)diag->code), name_of(all, item, tally->names));
    tally->tests++;
    if (!fails(all, diag)) {
        tally->skipped++;
        skipped(out, arena_printf(all->arena, "%s: %s", diag_severity_name(diag->severity),
                                  item->sentence));
        return;
    }
    *(is_trouble(diag) ? &tally->errors : &tally->failures) += 1;
    failed(out, item);
}

static void cases(const struct diagnostics *all, struct textbuf *out, struct test_tally *tally) {
    const bool looked_at[] = {
        [1] = all->read, [2] = all->read, [3] = all->planned, [4] = all->assessed};
    for (unsigned family = 1; family < sizeof looked_at / sizeof *looked_at; family++) {
        if (!looked_at[family] || !passes(all, family))
            continue;
        open_case(out, diag_family(family * 1000), "nothing that fails the run");
        textbuf_str(out, "/>\n");
        tally->tests++;
    }
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].diag->suppression == DIAG_TOLD)
            finding(all, &all->items[i], out, tally);
    if (all->unlisted == 0)
        return;
    open_case(out, "findings", "findings beyond those listed");
    skipped(out, arena_printf(all->arena, "and %zu more findings", all->unlisted));
    tally->tests++;
    tally->skipped++;
}

static void property(struct textbuf *out, const char *name, size_t value) {
    textbuf_printf(out, "   <property name=\"%s\" value=\"%zu\"/>\n", name, value);
}

void diagnostics_junit(const struct diagnostics *all, struct textbuf *out) {
    struct textbuf body;
    struct test_tally tally = {.names = idmap_new(all->arena)};
    textbuf_init(&body, all->arena);
    cases(all, &body, &tally);
    /* A report has a date; ours is that of the data, not of the run. */
    char date[11] = "1970-01-01";
    if (date_set(all->as_of))
        date_format(all->as_of, date);
    textbuf_str(out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n <testsuite id=\"0\"");
    attribute(out, "name", *all->input ? all->input : "workbook");
    textbuf_printf(out, " package=\"boardpack\" hostname=\"localhost\" timestamp=\"%sT00:00:00\"",
                   date);
    textbuf_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\"",
                   tally.tests, tally.failures, tally.errors, tally.skipped);
    textbuf_str(out, " time=\"0\">\n  <properties>\n");
    property(out, "findings_ignored", all->ignored);
    property(out, "findings_waived", all->waived);
    property(out, "findings_not_listed", all->unlisted);
    property(out, "exit_status", (size_t)all->status);
    textbuf_str(out, "  </properties>\n");
    textbuf_str(out, textbuf_text(&body));
    textbuf_str(out, "  <system-out/>\n  <system-err/>\n </testsuite>\n</testsuites>\n");
}
