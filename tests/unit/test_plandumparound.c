#include "unit/plancase.h"

#include "base/file.h"

/* A workbook with every column of every sheet filled; also a case of tests/regress. */
#define EVERYTHING "tests/regress/plan/everything.xml"
#define CAP        (1u << 20)

static const char *dump_of(struct arena *arena, const char *bytes) {
    struct workbook *workbook = NULL;
    struct diags *diags = diags_new(arena);
    struct plan_options options = {.period = NULL};
    struct textbuf out;
    textbuf_init(&out, arena);
    if (workbook_read(arena, "everything.xml", bytes, strlen(bytes), diags, &workbook) !=
        WORKBOOK_READ)
        return "";
    plan_dump(plan_build(arena, workbook, &options, diags), &out);
    return textbuf_text(&out);
}

static char *everything(struct arena *arena) {
    char *bytes;
    size_t length;
    const char *why;
    if (file_read(arena, EVERYTHING, CAP, &bytes, &length, &why) != FILE_OK)
        fail_msg(EVERYTHING ": %s", why);
    return arena_strndup(arena, bytes, length);
}

/* True if a row of the sheet has the column as attribute or child. */
static bool has_column(const char *text, const struct schema_sheet_def *def,
                       const struct schema_column *column) {
    const char *at = text;
    char row[64], attribute[64], element[64];
    snprintf(row, sizeof row, "<%s ", def->row);
    snprintf(attribute, sizeof attribute, " %s=\"", column->attribute);
    snprintf(element, sizeof element, "<%s>", column->attribute);
    char close[64];
    snprintf(close, sizeof close, "</%s>", def->row);
    while ((at = strstr(at, row)) != NULL) {
        const char *tag_end = strchr(at, '>');
        const char *end = tag_end[-1] == '/' ? tag_end : strstr(at, close);
        const char *found = strstr(at, attribute);
        const char *child = strstr(at, element);
        if ((found && found < end) || (child && child < end))
            return true;
        at++;
    }
    return false;
}

static void the_case_fills_every_column_of_every_sheet(void **state) {
    const char *text = everything(*state);
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)sheet);
        for (size_t i = 0; i < def->column_count; i++)
            if (!has_column(text, def, &def->columns[i]))
                fail_msg("%s: nothing under %s", EVERYTHING, def->columns[i].title);
    }
}

/* What tells how to read the workbook is no part of the plan, and what says what would hold anyway
 * changes nothing. */
static bool may_be_silent(const char *said, size_t length) {
    static const char *const silent[] = {
        "numberStyle=\"1,234.56\"",
        "conventionVersion=\"1.0\"",
        "totalFteMin=\"5\"", /* the row TOTAL of the benchmarks says it better */
        "totalFteMax=\"9\"",
        "kind=\"business\"",
        "kind=\"operating\"",
        "order=\"1\"",
        "order=\"2\"",
        "state=\"active\"",
        "indicator=\"lagging\"",
        "decimals=\"0\"",
        "aggregation=\"last\"",
        "polarity=\"info\"",
        "unit=\"U0\"", /* of a value: its objective's */
        "role=\"runs\"",
        "inScope=\"Y\"",
        "status=\"filled\"",
        "line=\"solid\"",
        "sign=\"+\"",
    };
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (strlen(silent[i]) == length && memcmp(silent[i], said, length) == 0)
            return true;
    return false;
}

/* Blanks a part of the text: the dump has to change, or the plan does not carry what it says. */
static void blank(struct arena *arena, char *text, const char *whole, char *from, size_t length) {
    char saved[512];
    assert_true(length < sizeof saved);
    memcpy(saved, from, length);
    memset(from, ' ', length);
    bool same = strcmp(dump_of(arena, text), whole) == 0;
    memcpy(from, saved, length);
    if (same && !may_be_silent(saved, length))
        fail_msg("the dump does not show %.*s", (int)length, saved);
}

static void every_attribute_reaches_the_dump(void **state) {
    char *text = everything(*state);
    const char *whole = dump_of(*state, text);
    size_t seen = 0;
    for (char *at = strstr(text, "<organization"); (at = strstr(at, "=\"")) != NULL; at++) {
        char *from = at;
        while (from[-1] != ' ')
            from--;
        blank(*state, text, whole, from, (size_t)(strchr(at + 2, '"') + 1 - from));
        seen++;
    }
    assert_true(seen > 400);
}

static void every_long_text_reaches_the_dump(void **state) {
    char *text = everything(*state);
    const char *whole = dump_of(*state, text);
    size_t seen = 0;
    for (char *at = strstr(text, "<organization"); (at = strchr(at, '>')) != NULL; at++) {
        size_t length = strcspn(at + 1, "<\n");
        if (length == 0 || at[1 + length] == '\n')
            continue;
        blank(*state, text, whole, at + 1, length);
        seen++;
    }
    assert_true(seen > 40);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(the_case_fills_every_column_of_every_sheet),
        fixture_test(every_attribute_reaches_the_dump),
        fixture_test(every_long_text_reaches_the_dump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
