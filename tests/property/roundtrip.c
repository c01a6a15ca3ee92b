/* What must hold of every conversion: a workbook written in any dialect and read again says the
 * same, tried on workbooks made with seeded dice: every sheet, every type of column, odd letters,
 * extreme numbers and long texts. */
#include "unit/workbookfixture.h"

#include "export/carry.h"
#include "export/sheetplan.h"
#include "export/writecanonical.h"
#include "export/writecsv.h"
#include "export/writefods.h"
#include "export/writeods.h"
#include "export/writespreadsheetml.h"
#include "export/writexlsx.h"
#include "workbook/fieldcheck.h"

#define WORKBOOKS 24

struct chance {
    uint64_t state;
};

static unsigned pick(struct chance *chance, unsigned sides) {
    chance->state = chance->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)((chance->state >> 33) % sides);
}

/* ---- values of each type, as canonical XML writes them ---- */

static void put_words(struct chance *chance, struct textbuf *out) {
    static const char *const pieces[] = {
        "word",
        "two words",
        "\"quoted\"",
        "a & b",
        "<tag>",
        "]]>",
        "it's",
        "one; two, three",
        "=1+1",
        "+49 30",
        "-5",
        "@sum",
        "1.234,56",
        "2026-10-31",
        "TRUE",
        "#N/A",
        "n/a",
        "-",
        "50 %",
        "_x0041_",
        "_x000D_",
        "&amp;lt;",
        "\\n",
        "\u00e9\u00df\u0107",
        "e\u0301",
        "\u05e9\u05dc\u05d5\u05dd \u0639\u0631\u0628\u064a",
        "\u202eabc\u202c",
        "\U0001F4DA\u200d\U0001F600",
        "\u200b",
        "\u2028",
        "\u00a0",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\n   indented",
        "trailing  \n",
        "\ufffd",
        "$1 ${x} $(y) `z`",
        "Total",
        "https://example.org/?a=b&c=d",
    };
    unsigned count = 1 + pick(chance, 6);
    bool bare = pick(chance, 8) == 0; /* begins with whatever it is */
    textbuf_str(out, bare ? "" : "x");
    for (unsigned i = 0; i < count; i++)
        textbuf_str(out, pieces[pick(chance, sizeof pieces / sizeof pieces[0])]);
    textbuf_str(out, bare || pick(chance, 8) ? "." : "");
}

static void put_text(struct chance *chance, struct textbuf *out) {
    put_words(chance, out);
    if (pick(chance, 60) == 0)
        while (out->length < 32000)
            textbuf_str(out, pick(chance, 9) ? "lorem \u00efpsum, " : "\n");
}

static void put_number(struct chance *chance, struct textbuf *out) {
    static const char *const odd[] = {"0",
                                      "-0.000001",
                                      "0.000001",
                                      "999999999.999999",
                                      "-1000000000.5",
                                      "9199999999999.999999",
                                      "-9199999999999.999999",
                                      "9000000000000.123",
                                      "1234567890123",
                                      "0.1",
                                      "87.5%",
                                      "-0.0003%",
                                      "12345.6789%"};
    if (pick(chance, 3) == 0) {
        textbuf_str(out, odd[pick(chance, sizeof odd / sizeof odd[0])]);
        return;
    }
    int64_t micro = 1;
    for (unsigned i = pick(chance, 14); i > 0; i--)
        micro = micro * 10 + pick(chance, 10);
    textbuf_decimal(out, decimal_micro(pick(chance, 2) ? micro : -micro));
}

static void put_period(struct chance *chance, struct textbuf *out) {
    unsigned year = 1990 + pick(chance, 60);
    switch (pick(chance, 7)) {
    case 0:
        textbuf_printf(out, "%u", year);
        break;
    case 1:
        textbuf_printf(out, "%u-Q%u", year, 1 + pick(chance, 4));
        break;
    case 2:
        textbuf_printf(out, "%u-H%u", year, 1 + pick(chance, 2));
        break;
    case 3:
        textbuf_printf(out, "%u-W%02u", year, 1 + pick(chance, 52));
        break;
    case 4:
        textbuf_printf(out, "FY%u-Q%u", year, 1 + pick(chance, 4));
        break;
    case 5:
        textbuf_printf(out, "%u-%02u-%02u", year, 1 + pick(chance, 12), 1 + pick(chance, 28));
        break;
    default:
        textbuf_printf(out, "%u-%02u", year, 1 + pick(chance, 12));
    }
}

static void put_id(struct chance *chance, struct textbuf *out) {
    static const char *const odd[] = {"007", "1", "2026-10", "1e5", "A.b_c-d", "TRUE", "x", "M10"};
    if (pick(chance, 2))
        textbuf_str(out, odd[pick(chance, sizeof odd / sizeof odd[0])]);
    else
        textbuf_printf(out, "O%u", pick(chance, 100));
}

static void put_value(struct chance *chance, const struct schema_column *column, bool key,
                      struct textbuf *out) {
    unsigned choices = 1;
    switch (column->type) {
    case FIELD_ID:
    case FIELD_REFERENCE:
        put_id(chance, out);
        break;
    case FIELD_REFERENCES:
        for (unsigned i = pick(chance, 4);; i--) {
            put_id(chance, out);
            if (i == 0)
                break;
            textbuf_char(out, ';');
        }
        break;
    case FIELD_TITLE:
        textbuf_str(out, key ? "Key " : "");
        put_words(chance, out);
        break;
    case FIELD_TEXT:
        put_text(chance, out);
        break;
    case FIELD_NUMBER:
        put_number(chance, out);
        break;
    case FIELD_SHARE:
        textbuf_printf(out, pick(chance, 4) ? "%u.%u" : "%u", pick(chance, 100), pick(chance, 10));
        break;
    case FIELD_COUNT_OF:
        textbuf_printf(out, "%u", pick(chance, 2) ? pick(chance, 30) : pick(chance, 999999999));
        break;
    case FIELD_DATE:
        textbuf_printf(out, "%u-%02u-%02u", 1900 + pick(chance, 300), 1 + pick(chance, 12),
                       1 + pick(chance, 28));
        break;
    case FIELD_MONTH_DAY:
        textbuf_printf(out, "%02u-01", 1 + pick(chance, 12));
        break;
    case FIELD_PERIOD:
        put_period(chance, out);
        break;
    case FIELD_CHOICE:
        for (const char *at = column->choices; *at; at++)
            choices += *at == ';';
        textbuf_str(
            out, fieldcheck_choice_text(out->arena, column->choices, (int)pick(chance, choices)));
        break;
    case FIELD_FLAG:
        textbuf_char(out, pick(chance, 2) ? 'Y' : 'N');
        break;
    }
}

/* ---- a workbook ---- */

static bool wants(struct chance *chance, const struct schema_column *column, bool sparse) {
    return column->flags & FIELD_REQUIRED || pick(chance, 4) > (sparse ? 2u : 0u);
}

static void put_record(struct chance *chance, const struct schema_sheet_def *def, bool sparse,
                       struct textbuf *out) {
    struct textbuf texts, value;
    textbuf_init(&texts, out->arena);
    textbuf_printf(out, "<%s", def->row);
    for (size_t i = 0; i < def->column_count; i++) {
        const struct schema_column *column = &def->columns[i];
        if (!wants(chance, column, sparse))
            continue;
        textbuf_init(&value, out->arena);
        put_value(chance, column, i == 0, &value);
        if (value.length == 0)
            continue;
        bool text = column->type == FIELD_TEXT;
        textbuf_printf(text ? &texts : out, text ? "<%s>" : " %s=\"", column->attribute);
        textbuf_xml(text ? &texts : out, textbuf_text(&value));
        textbuf_printf(text ? &texts : out, text ? "</%s>" : "\"", column->attribute);
    }
    textbuf_printf(out, ">%s</%s>\n", textbuf_text(&texts), def->row);
}

static void make_workbook(struct chance *chance, struct textbuf *out) {
    textbuf_str(out, "<workbook xmlns=\"" SCHEMA_NAMESPACE "\" version=\"1.0\">\n");
    for (int i = 0; i < SHEET_COUNT; i++) {
        const struct schema_sheet_def *def = schema_sheet((enum schema_sheet)i);
        bool sparse = pick(chance, 2);
        if (!schema_needed((enum schema_sheet)i) && pick(chance, 5) == 0)
            continue;
        bool rows = def->form == SHEET_ROWS;
        if (rows)
            textbuf_printf(out, "<%s>\n", def->container);
        for (unsigned k = rows ? pick(chance, 9) : 1; k > 0; k--)
            put_record(chance, def, sparse, out);
        if (rows)
            textbuf_printf(out, "</%s>\n", def->container);
    }
    textbuf_str(out, "</workbook>\n");
}

/* ---- what it says ---- */

/* The dump without the places. */
static const char *said(struct arena *arena, const struct workbook *workbook) {
    struct textbuf dump, out;
    textbuf_init(&dump, arena);
    textbuf_init(&out, arena);
    workbook_dump(workbook, &dump);
    for (const char *at = textbuf_text(&dump); *at;) {
        size_t line = strcspn(at, "\n");
        const char *place = at[0] == ' ' ? NULL : memmem(at, line, " @", 2);
        textbuf_bytes(&out, at, place ? (size_t)(place - at) : line);
        textbuf_char(&out, '\n');
        at += line + 1;
    }
    return textbuf_text(&out);
}

static const char *canonical(struct arena *arena, const struct workbook *workbook) {
    struct textbuf out;
    textbuf_init(&out, arena);
    writecanonical(workbook, false, &out);
    return textbuf_text(&out);
}

static void assert_no_errors(struct arena *arena, struct diags *diags, const char *what) {
    if (diags_count(diags, DIAG_ERROR) == 0)
        return;
    struct textbuf text;
    textbuf_init(&text, arena);
    diags_text(diags, &text, 5);
    fail_msg("%s\n%s", what, textbuf_text(&text));
}

/* The first line in which they differ: whole dumps say nothing. */
static void assert_same(const char *before, const char *after, const char *what) {
    size_t line = 0;
    for (size_t i = 0;; i++) {
        if (before[i] != after[i])
            fail_msg("%s: '%.60s' became '%.60s'", what, before + line, after + line);
        if (before[i] == '\0')
            return;
        line = before[i] == '\n' ? i + 1 : line;
    }
}

static struct workbook *read_again(struct arena *arena, const struct textbuf *bytes,
                                   const char *what) {
    struct diags *diags = diags_new(arena);
    struct workbook *workbook;
    enum workbook_result result =
        workbook_read(arena, what, textbuf_text(bytes), bytes->length, diags, &workbook);
    assert_no_errors(arena, diags, what);
    assert_int_equal(result, WORKBOOK_READ);
    return workbook;
}

static struct workbook *read_folder(struct arena *arena, const struct sheetplan *plan) {
    struct diags *diags = diags_new(arena);
    struct workbook_part *parts = arena_array(arena, plan->sheets.count, sizeof *parts);
    for (size_t i = 0; i < plan->sheets.count; i++) {
        struct textbuf text;
        textbuf_init(&text, arena);
        writecsv(&plan->sheets.items[i], &text);
        const char *name = writecsv_name(arena, &plan->sheets.items[i]);
        parts[i] = (struct workbook_part){name, name, textbuf_text(&text), text.length};
    }
    struct workbook *workbook;
    enum workbook_result result =
        workbook_read_parts(arena, "folder", parts, plan->sheets.count, diags, &workbook);
    assert_no_errors(arena, diags, "csv");
    assert_int_equal(result, WORKBOOK_READ);
    return workbook;
}

static const enum workbook_format dialects[] = {WORKBOOK_FLAT_ODF, WORKBOOK_ODS, WORKBOOK_XLSX,
                                                WORKBOOK_SPREADSHEETML, WORKBOOK_CSV};

static void write_dialect(const struct sheetplan *plan, enum workbook_format format,
                          struct textbuf *out) {
    const char *why = NULL;
    switch (format) {
    case WORKBOOK_FLAT_ODF:
        writefods(plan, out);
        break;
    case WORKBOOK_ODS:
        assert_true(writeods(plan, out, &why));
        break;
    case WORKBOOK_XLSX:
        assert_true(writexlsx(plan, out, &why));
        break;
    case WORKBOOK_SPREADSHEETML:
        writespreadsheetml(plan, out);
        break;
    case WORKBOOK_CSV:
        for (size_t i = 0; i < plan->sheets.count; i++)
            writecsv(&plan->sheets.items[i], out);
        break;
    case WORKBOOK_CANONICAL:
    case WORKBOOK_STRATML:
    case WORKBOOK_UNKNOWN:
        break;
    }
}

/* ---- properties ---- */

struct trial {
    struct arena *arena;
    const struct workbook *workbook;
};

static struct trial trial_new(uint64_t seed) {
    struct trial trial = {.arena = arena_new(0, NULL, NULL)};
    struct chance chance = {seed * 7919 + 1};
    struct textbuf xml;
    textbuf_init(&xml, trial.arena);
    make_workbook(&chance, &xml);
    trial.workbook = read_again(trial.arena, &xml, "made");
    return trial;
}

static void every_dialect_keeps_every_record(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < WORKBOOKS; seed++) {
        struct trial trial = trial_new(seed);
        const char *before = said(trial.arena, trial.workbook);
        for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
            const char *what = arena_printf(trial.arena, "%s, seed %u",
                                            workbook_format_name(dialects[i]), (unsigned)seed);
            struct diags *diags = diags_new(trial.arena);
            carry_check(trial.arena, trial.workbook, dialects[i], diags);
            assert_no_errors(trial.arena, diags, what);
            struct sheetplan *plan = sheetplan_of(trial.arena, trial.workbook, seed % 2);
            if (seed % 3 == 0 && dialects[i] != WORKBOOK_CSV)
                sheetplan_prose(plan, "Read me", "# Title\n\nMeasure ID\n## Heading\nText\n");
            struct textbuf bytes;
            textbuf_init(&bytes, trial.arena);
            struct workbook *again;
            if (dialects[i] == WORKBOOK_CSV) {
                again = read_folder(trial.arena, plan);
            } else {
                write_dialect(plan, dialects[i], &bytes);
                again = read_again(trial.arena, &bytes, what);
            }
            assert_int_equal(again->format, dialects[i]);
            if (seed % 2 == 0)
                assert_same(before, said(trial.arena, again), what);
        }
        arena_free(trial.arena);
    }
}

static void canonical_xml_is_a_fixed_point(void **state) {
    (void)state;
    for (uint64_t seed = 100; seed < 100 + WORKBOOKS; seed++) {
        struct trial trial = trial_new(seed);
        struct textbuf xml;
        textbuf_init(&xml, trial.arena);
        writecanonical(trial.workbook, false, &xml);
        struct workbook *again = read_again(trial.arena, &xml, "canonical");
        assert_same(textbuf_text(&xml), canonical(trial.arena, again), "canonical");
        /* By way of a spreadsheet nothing moves either: git sees no difference. */
        struct textbuf flat;
        textbuf_init(&flat, trial.arena);
        writefods(sheetplan_of(trial.arena, again, false), &flat);
        struct workbook *third = read_again(trial.arena, &flat, "flat");
        assert_same(textbuf_text(&xml), canonical(trial.arena, third), "canonical by fods");
        assert_same(said(trial.arena, again), said(trial.arena, third), "dump by fods");
        arena_free(trial.arena);
    }
}

static void the_same_workbook_gives_the_same_bytes(void **state) {
    (void)state;
    struct trial one = trial_new(7), two = trial_new(7);
    for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
        struct textbuf first, second;
        textbuf_init(&first, one.arena);
        textbuf_init(&second, two.arena);
        write_dialect(sheetplan_of(one.arena, one.workbook, true), dialects[i], &first);
        write_dialect(sheetplan_of(two.arena, two.workbook, true), dialects[i], &second);
        assert_int_equal(first.length, second.length);
        assert_memory_equal(first.bytes, second.bytes, first.length);
    }
    arena_free(one.arena);
    arena_free(two.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_dialect_keeps_every_record),
        cmocka_unit_test(canonical_xml_is_a_fixed_point),
        cmocka_unit_test(the_same_workbook_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
