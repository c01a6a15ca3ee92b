/* A derivation can be done again by a person with a calculator: here by a small calculator that
 * knows nothing but the grammar of formula.h.  For the sample under many options, and for random
 * workbooks with every kind of measure:
 *
 * - both sides of every formula agree, and every condition holds,
 * - the last side is the result of the step, and the results are those of the assessment,
 * - every number in a formula is an input of the step, came out of an earlier one, or belongs to
 *   the rule,
 * - every input that names a cell has the value that stands there. */
#include "property/calculator.h"
#include <stdio.h>

#define OPTION_TRIALS 8

/* ---- one derivation against the assessment ---- */

static void check_measure(struct arena *arena, const struct derivation *d,
                          const struct measure_result *r) {
    expect(d, "status", status_words(r->status));
    expect_number(arena, d, "score", r->score.exact, r->score.rounded);
    expect_number(arena, d, "actual", r->has_actual, r->actual);
    expect_number(arena, d, "target", r->has_target, r->target);
    expect_number(arena, d, "variance", r->has_variance, r->variance);
    expect_number(arena, d, "variance in percent", r->has_variance_percent, r->variance_percent);
    expect_number(arena, d, "forecast", r->forecast_method != FORECAST_NONE, r->forecast);
    expect_number(arena, d, "target of the year",
                  r->has_year_target && r->forecast_method != FORECAST_NONE, r->year_target);
    if (status_scored(r->forecast_status))
        expect(d, "forecast status", status_words(r->forecast_status));
    if (r->trend_year.direction != DIRECTION_UNKNOWN) {
        const char *trend = result_of(d, "trend against last year");
        const char *way = direction_name(r->trend_year.direction);
        assert_non_null(trend);
        assert_memory_equal(trend, way, strlen(way));
    }
}

static void check_group(struct arena *arena, const struct derivation *d, enum status status,
                        bool capped, const struct score *score, struct decimal coverage,
                        bool in_scope) {
    expect(d, capped ? "cap" : "status", status_words(status));
    expect_number(arena, d, "score", score->exact, score->rounded);
    expect_number(arena, d, "coverage in %", in_scope && result_of(d, "coverage in %"), coverage);
}

static void check_initiative(struct arena *arena, const struct derivation *d,
                             const struct initiative_result *r) {
    expect(d, "status", status_words(r->status));
    if (status_scored(r->schedule))
        expect(d, "schedule", status_words(r->schedule));
    if (status_scored(r->budget))
        expect(d, "budget", status_words(r->budget));
    if (status_scored(r->benefit))
        expect(d, "benefit", status_words(r->benefit));
    expect_number(arena, d, "expected %", r->has_expected, r->expected_percent);
}

static void check_process(struct arena *arena, const struct derivation *d,
                          const struct process_result *r) {
    expect_number(arena, d, "planned FTE", true, r->planned);
    expect_number(arena, d, "filled FTE", true, r->filled);
    expect_number(arena, d, "fill rate in %", r->has_fill_rate, r->fill_rate);
    expect(d, "colour", r->colour == STATUS_NO_DATA ? "note only" : status_words(r->colour));
}

/* ---- all of an assessment ---- */

struct trial {
    struct arena *arena;
    const struct workbook *workbook; /* NULL: cells are not looked up */
    const struct assessment *a;
    struct redone done;
};

static const struct derivation *derived(struct trial *t, const char *entity, const char *id) {
    struct derivations all = {.list = {0}};
    derivation_of(t->arena, t->a, id, 0, &all);
    for (size_t i = 0; i < all.list.count; i++) {
        const struct derivation *d = all.list.items[i];
        if (strcmp(d->entity, entity) != 0)
            continue;
        check_steps(t->arena, t->workbook, d, &t->done);
        return d;
    }
    fail_msg("%s %s has no derivation", entity, id);
    return NULL;
}

static void check_groups(struct trial *t, const struct group_result *groups, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct group_result *g = &groups[i];
        const char *entity = g->perspective ? "perspective" : g->theme ? "theme" : "unit";
        const char *id = g->perspective || g->theme
                             ? arena_printf(t->arena, "%s/%s", g->unit->id,
                                            g->perspective ? g->perspective->id : g->theme->id)
                             : g->unit->id;
        check_group(t->arena, derived(t, entity, id), g->status, g->capped, &g->score, g->coverage,
                    g->in_scope);
    }
}

static void check_all(struct trial *t) {
    const struct assessment *a = t->a;
    const struct plan *plan = a->plan;
    for (size_t i = 0; i < plan->measures.count; i++)
        check_measure(t->arena, derived(t, "measure", plan->measures.items[i].id), &a->measures[i]);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective_result *o = &a->objectives[i];
        check_group(t->arena, derived(t, "objective", o->objective->id), o->status, o->capped,
                    &o->score, o->coverage, o->in_scope);
    }
    check_groups(t, a->perspectives, a->perspective_count);
    check_groups(t, a->themes, a->theme_count);
    check_groups(t, a->units, plan->units.count);
    for (size_t i = 0; i < plan->initiatives.count; i++)
        check_initiative(t->arena, derived(t, "initiative", plan->initiatives.items[i].id),
                         &a->initiatives[i]);
    for (size_t i = 0; i < plan->processes.count; i++)
        check_process(t->arena, derived(t, "process", plan->processes.items[i].id),
                      &a->staffing.processes[i]);
}

static void the_sample_can_be_done_again_down_to_the_cells(void **state) {
    (void)state;
    struct dice dice = {4};
    for (int trial = 0; trial < OPTION_TRIALS; trial++) {
        struct trial t = {.arena = arena_new(0, NULL, NULL)};
        struct book book = sample_book(t.arena);
        struct plan plan = *book.plan;
        if (trial > 0) {
            plan.settings.rollup = (enum rollup_policy)roll(&dice, 3);
            plan.settings.missing = (enum missing_policy)(trial % 4);
            plan.settings.carry_periods = (int)roll(&dice, 4);
            plan.settings.headline_ytd = roll(&dice, 2) == 1;
            plan.settings.minimum_coverage = decimal_of((int64_t)roll(&dice, 101));
        }
        t.workbook = trial < 2 ? book.workbook : NULL; /* slow: every cell is looked for */
        t.a = assess(t.arena, &plan, book.diags);
        check_all(&t);
        assert_true(t.done.formulas > 500);
        assert_true(trial > 1 || t.done.cells > 2000);
        arena_free(t.arena);
    }
}

/* ---- random workbooks ---- */

static const char *const polarities[] = {"higher", "lower", "range", "binary", "info"};
static const char *const frequencies[] = {"monthly", "quarterly", "half-yearly", "yearly"};
static const char *const aggregations[] = {"last", "sum", "mean", "ratio", "min", "max"};

static void put_number(struct textbuf *out, struct dice *dice, int64_t whole) {
    struct decimal value = decimal_micro(whole * DECIMAL_ONE);
    uint32_t kind = roll(dice, 4);
    if (kind == 1)
        value.micro += (int64_t)roll(dice, 10) * 100000;
    else if (kind == 2)
        value.micro += (int64_t)roll(dice, 1000000);
    textbuf_decimal(out, value);
}

/* relative: the target may be of any size. */
static void put_threshold(struct textbuf *out, struct dice *dice, int m, uint32_t polarity,
                          bool relative, const char *from) {
    static const char *const methods[] = {"absolute", "ratio of target", "deviation from target"};
    uint32_t method = relative ? 1 : roll(dice, 3);
    textbuf_printf(out, "<threshold measure=\"M%d\" method=\"%s\"%s", m, methods[method], from);
    if (polarity == 2) {
        static const char *const bands[] = {"lower=\"95\" upper=\"105\" margin=\"5.5\"",
                                            "lower=\"0.97\" upper=\"1.1\" margin=\"0.07\"",
                                            "lower=\"3\" upper=\"4\" margin=\"7\""};
        textbuf_printf(out, " %s", bands[method]);
    } else {
        static const char *const reds[2][3] = {{"83", "0.93", "7.5"}, {"121", "1.07", "7.5"}};
        static const char *const more[2][3] = {{" stretch=\"127\"", " stretch=\"1.3\"", ""},
                                               {" stretch=\"79\"", " stretch=\"0.6\"", ""}};
        static const char *const worse[2][3] = {{" worst=\"60\"", " worst=\"0.6\"", ""},
                                                {" worst=\"150\"", " worst=\"1.5\"", ""}};
        textbuf_printf(out, " redFlag=\"%s\"%s%s", reds[polarity][method],
                       roll(dice, 2) ? more[polarity][method] : "",
                       roll(dice, 2) ? worse[polarity][method] : "");
    }
    textbuf_str(out, "/>\n");
}

static void put_value(struct textbuf *out, struct dice *dice, int m, const char *period,
                      const char *series, int64_t middle, uint32_t spread) {
    textbuf_printf(out, "<value measure=\"M%d\" period=\"%s\" series=\"%s\" v=\"", m, period,
                   series);
    put_number(out, dice, middle - spread / 2 + (int64_t)roll(dice, spread + 1));
    textbuf_str(out, "\"/>\n");
}

/* Values for 2025 and 2026 in periods of a frequency, actuals up to October. */
static void put_values(struct textbuf *out, struct dice *dice, int m, uint32_t polarity,
                       uint32_t frequency, uint32_t aggregation) {
    static const int per_year[] = {12, 4, 2, 1};
    static const char *const marks[] = {"", "Q", "H", ""};
    bool parts = aggregation == 3 && roll(dice, 2);
    bool prior = roll(dice, 3) == 0, declared = roll(dice, 4) == 0, gaps = roll(dice, 3) == 0;
    for (int year = 2025; year <= 2026; year++)
        for (int i = 1; i <= per_year[frequency]; i++) {
            char period[16];
            int length = snprintf(period, sizeof period, "%d", year);
            if (frequency < 3)
                snprintf(period + length, sizeof period - (size_t)length,
                         frequency == 0 ? "-%s%02d" : "-%s%d", marks[frequency], i);
            bool past = year == 2025 || i * 12 / per_year[frequency] <= 10;
            if (polarity != 4)
                put_value(out, dice, m, period, "target", polarity == 3 ? 1 : 100,
                          polarity == 3 ? 0 : 4);
            if (past && parts) {
                put_value(out, dice, m, period, "numerator", 900, 300);
                put_value(out, dice, m, period, "denominator", 970, 50);
            } else if (past && !(gaps && roll(dice, 4) == 0)) {
                put_value(out, dice, m, period, "actual", polarity == 3 ? 1 : 100,
                          polarity == 3 ? 0 : 50);
            } else if (!past && declared) {
                put_value(out, dice, m, period, "forecast", 100, 30);
            }
            if (prior && year == 2026)
                put_value(out, dice, m, period, "prior-year", 95, 20);
        }
}

struct kind {
    uint32_t polarity, frequency, aggregation, sheet; /* sheet: frequency of the values given */
    bool percent;
};

static void put_measures(struct textbuf *out, struct dice *dice, struct kind *kinds, int count) {
    textbuf_str(out, "<measures>\n");
    for (int m = 0; m < count; m++) {
        struct kind *k = &kinds[m];
        *k = (struct kind){.polarity = roll(dice, 5),
                           .frequency = roll(dice, 4),
                           .aggregation = roll(dice, 6),
                           .percent = roll(dice, 3) == 0};
        if (k->polarity == 3)
            k->aggregation = 0;
        k->sheet = k->frequency > 0 && k->aggregation != 3 && roll(dice, 2) ? 0 : k->frequency;
        textbuf_printf(out,
                       "<measure id=\"M%d\" name=\"Measure %d\" objectives=\"O%d\" "
                       "unitOfMeasure=\"%s\" polarity=\"%s\" frequency=\"%s\" aggregation=\"%s\" "
                       "weight=\"%u\" owner=\"Owner\" dataSource=\"Source\" critical=\"%s\"%s>"
                       "<definition>What it is.</definition></measure>\n",
                       m, m, m % 6, k->percent ? "%" : "days", polarities[k->polarity],
                       frequencies[k->frequency], aggregations[k->aggregation], 1 + roll(dice, 50),
                       roll(dice, 4) ? "N" : "Y", roll(dice, 5) ? "" : " trendDeadBand=\"2.5\"");
    }
    textbuf_str(out, "</measures>\n<thresholds>\n");
    for (int m = 0; m < count; m++)
        if (kinds[m].polarity == 2 || (kinds[m].polarity < 2 && roll(dice, 3)))
            put_threshold(out, dice, m, kinds[m].polarity, kinds[m].sheet != kinds[m].frequency,
                          roll(dice, 2) ? " from=\"2025-01-01\"" : "");
    textbuf_str(out, "</thresholds>\n<values>\n");
    for (int m = 0; m < count; m++)
        put_values(out, dice, m, kinds[m].polarity, kinds[m].sheet, kinds[m].aggregation);
    textbuf_str(out, "</values>\n");
}

static const char *random_book(struct arena *arena, struct dice *dice) {
    static const char *const rollups[] = {"weighted", "worst", "majority"};
    static const char *const missing[] = {"exclude", "strict", "zero", "carry"};
    struct textbuf out;
    textbuf_init(&out, arena);
    put_start(&out, roll(dice, 2) ? "01-01" : "07-01");
    textbuf_printf(
        &out,
        "<settings rollupPolicy=\"%s\" missingDataPolicy=\"%s\" carryPeriods=\"%u\" "
        "headline=\"%s\" defaultTolerance=\"%u\" toleranceUnit=\"%s\"/>\n"
        "<units><unit id=\"U0\" name=\"Unit\" kind=\"enterprise\"/>"
        "<unit id=\"U1\" name=\"Part\" kind=\"business\" parent=\"U0\"/></units>\n<perspectives>",
        rollups[roll(dice, 3)], missing[roll(dice, 4)], roll(dice, 4),
        roll(dice, 2) ? "ytd" : "period", 1 + roll(dice, 20), roll(dice, 2) ? "points" : "percent");
    for (unsigned p = 0; p < 3; p++)
        textbuf_printf(&out, "<perspective id=\"P%u\" name=\"Row %u\" order=\"%u\"/>", p, p, p + 1);
    textbuf_str(&out, "</perspectives>\n<objectives>\n");
    for (unsigned o = 0; o < 6; o++)
        textbuf_printf(&out,
                       "<objective id=\"O%u\" name=\"Objective %u\" unit=\"U%u\" "
                       "perspective=\"P%u\" owner=\"Owner\" weight=\"%u\" critical=\"%s\"%s/>\n",
                       o, o, o / 4, o % 3, 1 + roll(dice, 9), roll(dice, 3) ? "N" : "Y",
                       o < 4    ? ""
                       : o == 4 ? " supports=\"O0\" linkKind=\"contributory\" supportWeight=\"3.3\""
                                : " supports=\"O1\" linkKind=\"contributory\" supportWeight=\"9\"");
    textbuf_str(&out, "</objectives>\n");
    struct kind kinds[14];
    put_measures(&out, dice, kinds, 14);
    textbuf_str(&out, "</workbook>\n");
    return textbuf_text(&out);
}

static struct redone redo(struct arena *arena, struct book book) {
    struct trial t = {
        .arena = arena, .workbook = book.workbook, .a = assess(arena, book.plan, book.diags)};
    check_all(&t);
    return t.done;
}

static void any_workbook_can_be_done_again(void **state) {
    (void)state;
    redo_random(20261031, random_book, redo);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_can_be_done_again_down_to_the_cells),
        cmocka_unit_test(any_workbook_can_be_done_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
