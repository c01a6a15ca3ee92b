/* A small calculator that knows nothing but the grammar of formula.h: does the steps of derivations
 * again, and looks their numbers and cells up.  With the workbooks it is tried on. */
#ifndef TESTS_CALCULATOR_H
#define TESTS_CALCULATOR_H

#include "unit/planfixture.h"

#include "assess/derivation.h"
#include "base/file.h"

#define SAMPLE "samples/regional-blood-service.fods"
#define BOOKS  60

/* ---- the calculator ---- */

struct reader {
    struct arena *arena;
    const char *whole, *at;
};

static inline const struct rational *expression(struct reader *r);

static inline bool take(struct reader *r, const char *word) {
    size_t length = strlen(word);
    if (strncmp(r->at, word, length) != 0)
        return false;
    r->at += length;
    return true;
}

static inline bool digit(char c) {
    return c >= '0' && c <= '9';
}

static inline const struct rational *number(struct reader *r) {
    const struct rational *ten = rational_of(r->arena, 10, 1), *value = rational_of(r->arena, 0, 1);
    const struct rational *unit = rational_of(r->arena, 1, 1);
    bool fraction = false;
    if (!digit(*r->at))
        fail_msg("no number at \"%s\" of \"%s\"", r->at, r->whole);
    for (; digit(*r->at) || (*r->at == '.' && !fraction && digit(r->at[1])); r->at++) {
        if (*r->at == '.') {
            fraction = true;
            continue;
        }
        value = rational_add(r->arena, rational_mul(r->arena, value, ten),
                             rational_of(r->arena, *r->at - '0', 1));
        if (fraction)
            unit = rational_mul(r->arena, unit, ten);
    }
    return rational_div(r->arena, value, unit);
}

static inline const struct rational *negated(struct reader *r, const struct rational *value) {
    return rational_sub(r->arena, rational_of(r->arena, 0, 1), value);
}

/* The least (sign -1) or greatest of a list. */
static inline const struct rational *extreme(struct reader *r, int sign) {
    const struct rational *best = expression(r);
    while (take(r, ", ")) {
        const struct rational *next = expression(r);
        if (sign * rational_compare(next, best) > 0)
            best = next;
    }
    return best;
}

/* To 10^-6, by halving. */
static inline const struct rational *root(struct reader *r, const struct rational *square) {
    const struct rational *low = rational_of(r->arena, 0, 1);
    const struct rational *high = rational_add(r->arena, square, rational_of(r->arena, 1, 1));
    const struct rational *half = rational_of(r->arena, 1, 2);
    const struct rational *least = rational_of(r->arena, 1, 10000000);
    while (rational_compare(rational_sub(r->arena, high, low), least) > 0) {
        const struct rational *middle =
            rational_mul(r->arena, half, rational_add(r->arena, low, high));
        if (rational_compare(rational_mul(r->arena, middle, middle), square) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static inline const struct rational *factor(struct reader *r) {
    const struct rational *value;
    if (take(r, "-"))
        return negated(r, factor(r));
    if (take(r, "min("))
        value = extreme(r, -1);
    else if (take(r, "max("))
        value = extreme(r, 1);
    else if (take(r, "abs(")) {
        value = expression(r);
        value = rational_sign(value) < 0 ? negated(r, value) : value;
    } else if (take(r, "root("))
        value = root(r, expression(r));
    else if (take(r, "("))
        value = expression(r);
    else
        return number(r);
    if (!take(r, ")"))
        fail_msg("no ) at \"%s\" of \"%s\"", r->at, r->whole);
    return value;
}

static inline const struct rational *product(struct reader *r) {
    const struct rational *value = factor(r);
    for (;;) {
        if (take(r, " x "))
            value = rational_mul(r->arena, value, factor(r));
        else if (take(r, " / ") || take(r, "/"))
            value = rational_div(r->arena, value, factor(r));
        else
            return value;
    }
}

static inline const struct rational *expression(struct reader *r) {
    const struct rational *value = product(r);
    for (;;) {
        if (take(r, " + "))
            value = rational_add(r->arena, value, product(r));
        else if (take(r, " - "))
            value = rational_sub(r->arena, value, product(r));
        else
            return value;
    }
}

static inline void check_condition(struct reader *r) {
    const struct rational *left = expression(r);
    static const char *const operators[] = {" < ", " <= ", " > ", " >= ", " = "};
    size_t i = 0;
    while (i < 5 && !take(r, operators[i]))
        i++;
    if (i == 5)
        fail_msg("no comparison at \"%s\" of \"%s\"", r->at, r->whole);
    int order = rational_compare(left, expression(r));
    const bool holds[] = {order<0, order <= 0, order> 0, order >= 0, order == 0};
    if (!holds[i])
        fail_msg("not true: %s", r->whole);
}

static inline bool rounds_to(const struct rational *value, const struct rational *shown,
                             struct arena *arena) {
    struct decimal rounded;
    return rational_round(value, DECIMAL_PLACES, &rounded) &&
           rational_compare(rational_decimal(arena, rounded), shown) == 0;
}

static inline bool near_enough(struct arena *arena, const struct rational *a,
                               const struct rational *b) {
    const struct rational *off = rational_sub(arena, a, b), *most = rational_of(arena, 1, 10000);
    return rational_compare(off, most) <= 0 &&
           rational_compare(rational_sub(arena, rational_of(arena, 0, 1), off), most) <= 0;
}

/* The sides of an equation; gives the last one. */
static inline const struct rational *check_equation(struct reader *r) {
    const struct rational *left = expression(r);
    bool any = false;
    while (take(r, " = ")) {
        any = true;
        bool about = take(r, "about ");
        const struct rational *right = expression(r);
        bool rounded = strcmp(r->at, " rounded") == 0 && take(r, " rounded");
        bool same = about     ? near_enough(r->arena, left, right)
                    : rounded ? rounds_to(left, right, r->arena)
                              : rational_compare(left, right) == 0;
        if (!same)
            fail_msg("the sides differ: %s", r->whole);
        left = right;
    }
    if (!any)
        fail_msg("no equation: %s", r->whole);
    return left;
}

static inline void check_formula(struct arena *arena, const struct derivation_step *step) {
    struct reader r = {arena, step->formula, step->formula};
    if (!strstr(step->formula, " -> ")) {
        struct reader result = {arena, step->result, step->result};
        if (rational_compare(check_equation(&r), expression(&result)) != 0)
            fail_msg("%s is %s, not: %s", step->figure, step->result, step->formula);
    } else {
        do
            check_condition(&r);
        while (take(&r, " and "));
        assert_true(take(&r, " -> "));
        if (strncmp(step->result, r.at, strlen(r.at)) != 0)
            fail_msg("%s is %s, not: %s", step->figure, step->result, step->formula);
        r.at += strlen(r.at);
    }
    if (*r.at)
        fail_msg("\"%s\" is left of \"%s\"", r.at, r.whole);
}

/* ---- where the numbers come from ---- */

static inline size_t number_length(const char *text) {
    size_t length = 0;
    while (digit(text[length]) || (text[length] == '.' && digit(text[length + 1])))
        length++;
    return length;
}

/* True if the text has the number as a whole. */
static inline bool mentions(const char *text, const char *number, size_t length) {
    for (const char *at = text; *at;) {
        size_t span = number_length(at);
        if (span == length && memcmp(at, number, length) == 0)
            return true;
        at += span ? span : 1;
    }
    return false;
}

/* Small whole numbers count periods and points; the rest are the rules' own. */
static inline bool of_the_rules(const char *number, size_t length) {
    static const char *const own[] = {"100", "200", "105",  "110",   "0.005", "0.505",
                                      "95",  "80",  "2.66", "3.267", "0.04"};
    if (length <= 2 && !memchr(number, '.', length))
        return true;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strlen(own[i]) == length && memcmp(own[i], number, length) == 0)
            return true;
    return false;
}

static inline bool known_before(const struct derivation *d, size_t at, const char *number,
                                size_t length) {
    for (size_t i = 0; i <= at; i++) {
        const struct derivation_step *step = &d->steps.items[i];
        for (size_t j = 0; j < step->inputs.count; j++)
            if (mentions(step->inputs.items[j].value, number, length))
                return true;
        if (i < at &&
            (mentions(step->result, number, length) || mentions(step->formula, number, length)))
            return true;
    }
    return false;
}

/* What stands before the last "=" or the "->" was not computed here. */
static inline void check_numbers(const struct derivation *d, size_t at) {
    const struct derivation_step *step = &d->steps.items[at];
    const char *verdict = strstr(step->formula, " -> ");
    const char *end = verdict ? verdict : strstr(step->formula, " = ");
    for (const char *c = step->formula; c < end;) {
        size_t length = number_length(c);
        if (length && !of_the_rules(c, length) && !known_before(d, at, c, length))
            fail_msg("%s: where does %.*s come from, in %s: %s", d->id, (int)length, c,
                     step->figure, step->formula);
        c += length ? length : 1;
    }
}

/* ---- cells ---- */

static inline bool same_place(struct place a, struct place b) {
    return a.line == b.line && a.column == b.column && a.row == b.row && a.col == b.col &&
           (a.sheet == b.sheet || (a.sheet && b.sheet && strcmp(a.sheet, b.sheet) == 0));
}

static inline bool says(const struct field *field, const char *value) {
    struct decimal number;
    if (strcmp(field->text, value) == 0)
        return true;
    if (decimal_parse(value, strlen(value), &number) != DECIMAL_OK)
        return false;
    struct decimal shown = field->number; /* 0.87 typed as a percentage shows 87 % */
    return decimal_compare(number, shown) == 0 ||
           (field->percent && decimal_mul(shown, decimal_of(100), &shown) &&
            decimal_compare(number, shown) == 0);
}

static inline bool stands_there(const struct workbook *workbook,
                                const struct derivation_input *input) {
    for (size_t sheet = 0; sheet < SHEET_COUNT; sheet++)
        for (size_t i = 0; i < workbook->tables[sheet].records.count; i++) {
            const struct record *row = &workbook->tables[sheet].records.items[i];
            for (int column = 0; column < WORKBOOK_COLUMNS_MOST; column++) {
                const struct field *field = workbook_field(row, column);
                if (field->filled &&
                    same_place(workbook_place(workbook, row, column), input->place) &&
                    says(field, input->value))
                    return true;
            }
        }
    return false;
}

static inline size_t check_cells(const struct workbook *workbook,
                                 const struct derivation_step *step) {
    size_t cells = 0;
    for (size_t i = 0; i < step->inputs.count; i++) {
        const struct derivation_input *input = &step->inputs.items[i];
        if (!input->place.file)
            continue;
        cells++;
        if (!stands_there(workbook, input))
            fail_msg("'%s' does not stand at %s, line %u: %s", input->value,
                     input->place.sheet ? input->place.sheet : "-", input->place.line, input->name);
    }
    return cells;
}

/* ---- all steps of one ---- */

struct redone {
    size_t formulas, cells;
};

/* workbook NULL: cells are not looked up. */
static inline void check_steps(struct arena *arena, const struct workbook *workbook,
                               const struct derivation *d, struct redone *done) {
    for (size_t j = 0; j < d->steps.count; j++) {
        const struct derivation_step *step = &d->steps.items[j];
        if (*step->formula) {
            check_formula(arena, step);
            check_numbers(d, j);
            done->formulas++;
        }
        if (workbook)
            done->cells += check_cells(workbook, step);
    }
}

/* ---- what a derivation comes to ---- */

static inline const char *result_of(const struct derivation *d, const char *figure) {
    for (size_t i = 0; i < d->steps.count; i++)
        if (strcmp(d->steps.items[i].figure, figure) == 0)
            return d->steps.items[i].result;
    return NULL;
}

static inline void expect(const struct derivation *d, const char *figure, const char *result) {
    const char *found = result_of(d, figure);
    if (!found || strcmp(found, result) != 0)
        fail_msg("%s: %s is %s in the derivation, %s in the assessment", d->id, figure,
                 found ? found : "not there", result);
}

static inline void expect_number(struct arena *arena, const struct derivation *d,
                                 const char *figure, bool has, struct decimal value) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_decimal(&out, value);
    if (has)
        expect(d, figure, textbuf_text(&out));
}

/* ---- workbooks to do again ---- */

struct book {
    struct diags *diags;
    const struct workbook *workbook;
    const struct plan *plan;
};

static inline struct book book_of(struct arena *arena, const char *name, const char *bytes,
                                  size_t length) {
    struct book book = {.diags = diags_new(arena)};
    const struct plan_options options = {.period = NULL};
    struct workbook *workbook;
    assert_int_equal(workbook_read(arena, name, bytes, length, book.diags, &workbook),
                     WORKBOOK_READ);
    book.workbook = workbook;
    book.plan = plan_build(arena, workbook, &options, book.diags);
    if (diags_count(book.diags, DIAG_ERROR) > 0) {
        struct textbuf text;
        textbuf_init(&text, arena);
        diags_text(book.diags, &text, 20);
        fail_msg("%s", textbuf_text(&text));
    }
    return book;
}

static inline struct book sample_book(struct arena *arena) {
    char *bytes;
    size_t length;
    const char *why;
    assert_int_equal(file_read(arena, SAMPLE, 1 << 26, &bytes, &length, &why), FILE_OK);
    return book_of(arena, SAMPLE, bytes, length);
}

static inline void put_start(struct textbuf *out, const char *fiscal_year_start) {
    textbuf_printf(
        out,
        "<workbook xmlns=\"urn:boardpack:strategy-workbook:1\" version=\"1.0\">\n"
        "<organization id=\"ORG\" name=\"Organization\" currency=\"CAD\" fiscalYearStart=\"%s\" "
        "asOf=\"2026-10-31\" period=\"2026-10\" conventionVersion=\"1\"/>\n",
        fiscal_year_start);
}

/* Random books, each written by one and done again by the other. */
static inline void redo_random(uint32_t seed,
                               const char *(*write)(struct arena *arena, struct dice *dice),
                               struct redone (*redo)(struct arena *arena, struct book book)) {
    struct dice dice = {seed};
    size_t formulas = 0, cells = 0;
    for (int i = 0; i < BOOKS; i++) {
        struct arena *arena = arena_new(0, NULL, NULL);
        const char *bytes = write(arena, &dice);
        struct redone done = redo(arena, book_of(arena, "book.xml", bytes, strlen(bytes)));
        formulas += done.formulas;
        cells += done.cells;
        arena_free(arena);
    }
    assert_true(formulas > 100 * BOOKS);
    assert_true(cells > 100 * BOOKS);
}

#endif
