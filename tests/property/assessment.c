/* What must hold of a whole assessment, whatever the figures: tried on the sample with seeded dice.
 *
 * - The order of rows means nothing: shuffled sheets give the same results and findings.
 * - Only the ratio of siblings' weights counts.
 * - A better actual never lowers a score, neither its measure's nor any above. */
#include "unit/planfixture.h"

#include "base/file.h"
#include <stdlib.h>

#define SAMPLE   "samples/regional-blood-service.xml"
#define SHUFFLES 12
#define TRIALS   250

struct sample {
    struct arena *arena;
    struct diags *diags;
    struct workbook *workbook;
    const struct plan *plan;
};

static struct sample sample_open(void) {
    struct sample s = {.arena = arena_new(0, NULL, NULL)};
    s.diags = diags_new(s.arena);
    char *bytes;
    size_t length;
    const char *why;
    if (file_read(s.arena, SAMPLE, 1 << 26, &bytes, &length, &why) != FILE_OK)
        fail_msg("%s: %s", SAMPLE, why);
    assert_int_equal(workbook_read(s.arena, SAMPLE, bytes, length, s.diags, &s.workbook),
                     WORKBOOK_READ);
    return s;
}

static void sample_plan(struct sample *s) {
    const struct plan_options options = {.period = NULL};
    s->plan = plan_build(s->arena, s->workbook, &options, s->diags);
    assert_int_equal(diags_count(s->diags, DIAG_ERROR), 0);
}

/* Some combination of the options of scoring. */
static struct settings rolled_settings(struct dice *dice, struct settings settings) {
    settings.rollup = (enum rollup_policy)roll(dice, 3);
    settings.missing = (enum missing_policy)roll(dice, 4);
    settings.carry_periods = (int)roll(dice, 4);
    settings.headline_ytd = roll(dice, 2) == 1;
    return settings;
}

/* ---- an assessment as lines of text, in an order of their own ---- */

struct lines {
    struct arena *arena;
    VEC(const char *) list;
};

static const char *id_of(const char *id) {
    return id ? id : "-";
}

static void add_score(struct textbuf *out, enum status status, const struct score *score) {
    textbuf_printf(out, " %s ", status_name(status));
    if (score->exact)
        textbuf_decimal(out, score->rounded);
}

static void add_number(struct textbuf *out, bool has, struct decimal value) {
    textbuf_char(out, ' ');
    if (has)
        textbuf_decimal(out, value);
    else
        textbuf_char(out, '-');
}

static void add_trend(struct textbuf *out, const struct trend *trend) {
    textbuf_printf(out, " %s/%s", direction_name(trend->direction), goodness_name(trend->goodness));
}

static void add_tally(struct textbuf *out, const struct tally *t) {
    textbuf_printf(out, " %d.%d.%d.%d.%d", t->exceeds, t->green, t->amber, t->red, t->grey);
}

static void finish(struct lines *lines, struct textbuf *out) {
    vec_push(lines->arena, &lines->list, textbuf_text(out));
}

static void add_measures(struct lines *lines, const struct assessment *a) {
    for (size_t i = 0; i < a->plan->measures.count; i++) {
        const struct measure_result *r = &a->measures[i];
        struct textbuf out;
        textbuf_init(&out, lines->arena);
        textbuf_printf(&out, "measure %s %d %d", r->measure->id, (int)r->period.start,
                       (int)r->carried.start);
        add_score(&out, r->status, &r->score);
        add_number(&out, r->has_actual, r->actual);
        add_number(&out, r->has_target, r->target);
        add_number(&out, r->has_variance, r->variance);
        add_number(&out, r->has_variance_percent, r->variance_percent);
        add_trend(&out, &r->trend);
        add_trend(&out, &r->trend_year);
        add_trend(&out, &r->trend_mean);
        textbuf_printf(&out, " %d %s %d %d/%d", r->favourable, status_name(r->previous_status),
                       r->consecutive, r->ytd_have, r->ytd_due);
        add_number(&out, r->has_last_year, r->last_year);
        add_number(&out, r->has_year_target, r->year_target);
        textbuf_printf(&out, " %s", assess_forecast_name(r->forecast_method));
        add_number(&out, r->forecast_method != FORECAST_NONE, r->forecast);
        textbuf_printf(&out, " %s", status_name(r->forecast_status));
        for (size_t j = 0; j < r->history_count; j++) {
            add_number(&out, r->history[j].has_actual, r->history[j].actual);
            textbuf_printf(&out, " %s", status_name(r->history[j].status));
        }
        finish(lines, &out);
    }
}

static void add_objectives(struct lines *lines, const struct assessment *a) {
    for (size_t i = 0; i < a->plan->objectives.count; i++) {
        const struct objective_result *r = &a->objectives[i];
        struct textbuf out;
        textbuf_init(&out, lines->arena);
        textbuf_printf(&out, "objective %s", r->objective->id);
        add_score(&out, r->status, &r->score);
        add_number(&out, true, r->coverage);
        add_tally(&out, &r->tally);
        add_trend(&out, &r->trend);
        textbuf_printf(&out, " %s %s %d %d", status_name(r->declared_status),
                       status_name(r->forecast_status), (int)r->in_scope, (int)r->capped);
        finish(lines, &out);
    }
}

static void add_groups(struct lines *lines, const char *kind, const struct group_result *groups,
                       size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct group_result *r = &groups[i];
        struct textbuf out;
        textbuf_init(&out, lines->arena);
        textbuf_printf(&out, "%s %s %s %s", kind, r->unit->id,
                       r->perspective ? id_of(r->perspective->id) : "-",
                       r->theme ? id_of(r->theme->id) : "-");
        add_score(&out, r->status, &r->score);
        add_number(&out, true, r->coverage);
        add_tally(&out, &r->tally);
        textbuf_printf(&out, " %d %d", (int)r->in_scope, (int)r->capped);
        finish(lines, &out);
    }
}

static void add_initiatives(struct lines *lines, const struct assessment *a) {
    for (size_t i = 0; i < a->plan->initiatives.count; i++) {
        const struct initiative_result *r = &a->initiatives[i];
        struct textbuf out;
        textbuf_init(&out, lines->arena);
        textbuf_printf(&out, "initiative %s %s %s %s %s", r->initiative->id, status_name(r->status),
                       status_name(r->schedule), status_name(r->budget), status_name(r->benefit));
        textbuf_printf(&out, " %s %d %d %d", status_name(r->reported), (int)r->disagrees,
                       r->days_overdue, (int)r->past_end);
        add_number(&out, r->has_expected, r->expected_percent);
        add_number(&out, r->has_expected, r->gap_points);
        add_number(&out, r->has_cost, r->cost_percent);
        add_number(&out, r->has_benefit, r->benefit_percent);
        textbuf_printf(&out, " %d", r->next ? date_days(r->next->due) : 0);
        finish(lines, &out);
    }
}

static void add_staffing(struct lines *lines, const struct assessment *a) {
    const struct staffing_result *s = &a->staffing;
    struct textbuf out;
    for (size_t i = 0; i < a->plan->processes.count; i++) {
        const struct process_result *r = &s->processes[i];
        textbuf_init(&out, lines->arena);
        textbuf_printf(&out, "process %s %s %s %d", r->process->id, assess_verdict_name(r->verdict),
                       status_name(r->colour), (int)r->vacant);
        add_number(&out, true, r->planned);
        add_number(&out, true, r->filled);
        add_number(&out, true, r->dotted);
        add_number(&out, true, r->gap);
        add_number(&out, r->has_fill_rate, r->fill_rate);
        finish(lines, &out);
    }
    for (size_t i = 0; i < s->people_count; i++) {
        const struct person_result *r = &s->people[i];
        textbuf_init(&out, lines->arena);
        textbuf_printf(&out, "person %s %d %d", r->person, (int)r->vacancy, (int)r->dotted);
        add_number(&out, true, r->total);
        finish(lines, &out);
    }
    textbuf_init(&out, lines->arena);
    textbuf_printf(&out, "staffing %s", assess_verdict_name(s->verdict));
    add_number(&out, true, s->planned);
    add_number(&out, true, s->filled);
    add_number(&out, true, s->sum_min);
    add_number(&out, true, s->sum_max);
    finish(lines, &out);
}

static int compare_lines(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static struct lines lines_of(struct arena *arena, const struct assessment *a) {
    struct lines lines = {.arena = arena};
    add_measures(&lines, a);
    add_objectives(&lines, a);
    add_groups(&lines, "perspective", a->perspectives, a->perspective_count);
    add_groups(&lines, "theme", a->themes, a->theme_count);
    add_groups(&lines, "unit", a->units, a->plan->units.count);
    add_initiatives(&lines, a);
    add_staffing(&lines, a);
    qsort(lines.list.items, lines.list.count, sizeof *lines.list.items, compare_lines);
    return lines;
}

static void same_lines(const struct lines *expected, const struct lines *found, const char *when) {
    assert_int_equal(expected->list.count, found->list.count);
    for (size_t i = 0; i < expected->list.count; i++)
        if (strcmp(expected->list.items[i], found->list.items[i]) != 0)
            fail_msg("%s:\n%s\n%s", when, expected->list.items[i], found->list.items[i]);
}

static const char *findings_of(const struct sample *s) {
    struct textbuf text;
    textbuf_init(&text, s->arena);
    diags_text(s->diags, &text, 1000);
    return textbuf_text(&text);
}

/* ---- the order of rows ---- */

static void shuffle(struct workbook *workbook, struct dice *dice) {
    for (size_t sheet = 0; sheet < SHEET_COUNT; sheet++) {
        struct record *rows = workbook->tables[sheet].records.items;
        for (size_t i = workbook->tables[sheet].records.count; i > 1; i--) {
            size_t j = roll(dice, (uint32_t)i);
            struct record row = rows[i - 1];
            rows[i - 1] = rows[j];
            rows[j] = row;
        }
    }
}

static void the_order_of_rows_means_nothing(void **state) {
    (void)state;
    struct dice dice = {20260930};
    struct sample plain = sample_open();
    sample_plan(&plain);
    struct lines expected = lines_of(plain.arena, assess(plain.arena, plain.plan, plain.diags));
    assert_true(expected.list.count > 100);
    for (int i = 0; i < SHUFFLES; i++) {
        struct sample s = sample_open();
        shuffle(s.workbook, &dice);
        sample_plan(&s);
        struct lines found = lines_of(s.arena, assess(s.arena, s.plan, s.diags));
        same_lines(&expected, &found, arena_printf(s.arena, "shuffle %d", i));
        assert_string_equal(findings_of(&plain), findings_of(&s));
        arena_free(s.arena);
    }
    arena_free(plain.arena);
}

/* ---- weights ---- */

enum level { LEVEL_MEASURES, LEVEL_OBJECTIVES, LEVEL_PERSPECTIVES, LEVEL_MILESTONES, LEVEL_COUNT };

/* Blank weights count 1. */
static void scale(struct quantity *weight, int64_t factor) {
    struct decimal value = weight->known ? weight->value : decimal_of(1);
    weight->known = true;
    weight->value = decimal_micro(value.micro * factor);
}

static void scale_measures(const struct plan *plan, int64_t factor) {
    for (size_t i = 0; i < plan->measures.count; i++)
        scale(&plan->measures.items[i].weight, factor);
    for (size_t i = 0; i < plan->objectives.count; i++)
        for (size_t j = 0; j < plan->objectives.items[i].supports.count; j++)
            scale(&plan->objectives.items[i].supports.items[j].weight, factor);
}

static void scale_level(const struct plan *plan, enum level level, int64_t factor) {
    switch (level) {
    case LEVEL_MEASURES:
        scale_measures(plan, factor);
        break;
    case LEVEL_OBJECTIVES:
        for (size_t i = 0; i < plan->objectives.count; i++)
            scale(&plan->objectives.items[i].weight, factor);
        break;
    case LEVEL_PERSPECTIVES:
        for (size_t i = 0; i < plan->perspectives.count; i++)
            scale(&plan->perspectives.items[i].weight, factor);
        break;
    case LEVEL_MILESTONES: /* blank ones are a decision of their own: not weighted at all */
        for (size_t i = 0; i < plan->milestones.count; i++)
            if (plan->milestones.items[i].weight.known)
                scale(&plan->milestones.items[i].weight, factor);
        break;
    case LEVEL_COUNT:
        break;
    }
}

/* Every score of an assessment, at the same place in each. */
struct scores {
    VEC(const struct rational *) exact;
    VEC(enum status) status;
    VEC(const char *) whose;
};

static void add_one(struct arena *arena, struct scores *scores, const char *whose,
                    enum status status, const struct score *score) {
    vec_push(arena, &scores->exact, score->exact);
    vec_push(arena, &scores->status, status);
    vec_push(arena, &scores->whose, whose);
}

static struct scores scores_of(struct arena *arena, const struct assessment *a) {
    struct scores s = {.exact = {0}};
    for (size_t i = 0; i < a->plan->measures.count; i++)
        add_one(arena, &s, a->measures[i].measure->id, a->measures[i].status,
                &a->measures[i].score);
    for (size_t i = 0; i < a->plan->objectives.count; i++)
        add_one(arena, &s, a->objectives[i].objective->id, a->objectives[i].status,
                &a->objectives[i].score);
    for (size_t i = 0; i < a->perspective_count; i++)
        add_one(arena, &s, a->perspectives[i].perspective->id, a->perspectives[i].status,
                &a->perspectives[i].score);
    for (size_t i = 0; i < a->theme_count; i++)
        add_one(arena, &s, a->themes[i].theme->id, a->themes[i].status, &a->themes[i].score);
    for (size_t i = 0; i < a->plan->units.count; i++)
        add_one(arena, &s, a->units[i].unit->id, a->units[i].status, &a->units[i].score);
    return s;
}

static void same_scores(const struct scores *before, const struct scores *after) {
    assert_int_equal(before->exact.count, after->exact.count);
    for (size_t i = 0; i < before->exact.count; i++) {
        const struct rational *a = before->exact.items[i];
        const struct rational *b = after->exact.items[i];
        if (!a != !b || (a && rational_compare(a, b) != 0))
            fail_msg("the score of %s is another one", before->whose.items[i]);
    }
}

static void only_the_ratio_of_weights_counts(void **state) {
    (void)state;
    struct dice dice = {7};
    for (int trial = 0; trial < 5 * LEVEL_COUNT; trial++) {
        struct sample s = sample_open();
        sample_plan(&s);
        struct plan plan = *s.plan;
        plan.settings =
            trial < LEVEL_COUNT ? s.plan->settings : rolled_settings(&dice, s.plan->settings);
        const struct assessment *before = assess(s.arena, &plan, s.diags);
        int64_t factor = trial < LEVEL_COUNT ? 7 : 2 + (int64_t)roll(&dice, 1000);
        scale_level(&plan, (enum level)(trial % LEVEL_COUNT), factor);
        const struct assessment *after = assess(s.arena, &plan, s.diags);
        struct lines expected = lines_of(s.arena, before), found = lines_of(s.arena, after);
        same_lines(&expected, &found,
                   arena_printf(s.arena, "level %d times %d", trial % LEVEL_COUNT, (int)factor));
        struct scores was = scores_of(s.arena, before), is = scores_of(s.arena, after);
        same_scores(&was, &is);
        arena_free(s.arena);
    }
}

/* ---- a better actual ---- */

/* The actual that is judged; a ratio without one is moved by its numerator. */
static struct value *judged_value(const struct measure_result *r) {
    static const enum series where[] = {SERIES_ACTUAL, SERIES_NUMERATOR};
    for (size_t i = 0; i < sizeof where / sizeof *where && period_set(r->period); i++) {
        const struct measure *m = r->measure;
        for (size_t j = 0; j < m->series[where[i]].count; j++)
            if (period_equal(m->series[where[i]].items[j].period, r->period))
                return &m->series[where[i]].items[j];
    }
    return NULL;
}

/* Some value that is better than this one, or as good if there is no better. */
static struct decimal better(struct dice *dice, const struct measure_result *r,
                             struct decimal value) {
    int64_t step = 1 + (int64_t)roll(dice, 2000000000) / (1 + (int64_t)roll(dice, 10000));
    switch (r->measure->polarity) {
    case POLARITY_HIGHER:
        return decimal_micro(value.micro + step);
    case POLARITY_LOWER:
        return decimal_micro(value.micro - step);
    case POLARITY_RANGE: {
        int64_t middle = (r->thresholds.lower.micro + r->thresholds.upper.micro) / 2;
        int64_t share = (int64_t)roll(dice, 100) + 1;
        return decimal_micro(value.micro + (middle - value.micro) / 100 * share);
    }
    case POLARITY_BINARY:
        return r->thresholds.target;
    case POLARITY_INFO:
        break;
    }
    return value;
}

/* The commonest status is no ladder: one red fewer may make amber as common as green, and a tie
 * goes to the worse.  Its scores are held to the rule like all others. */
static void no_worse(const struct plan *plan, const struct scores *before,
                     const struct scores *after, const char *measure) {
    for (size_t i = 0; i < before->exact.count; i++) {
        const struct rational *a = before->exact.items[i];
        const struct rational *b = after->exact.items[i];
        if (!a != !b || (a && rational_compare(b, a) < 0))
            fail_msg("a better %s lowers the score of %s", measure, before->whose.items[i]);
        if (plan->settings.rollup != ROLLUP_MAJORITY &&
            after->status.items[i] > before->status.items[i])
            fail_msg("a better %s makes %s %s, not %s", measure, before->whose.items[i],
                     status_name(after->status.items[i]), status_name(before->status.items[i]));
    }
}

/* Returns the number of scores that rose. */
static size_t improve_one(struct dice *dice, const struct sample *s) {
    struct plan plan = *s->plan;
    plan.settings = rolled_settings(dice, s->plan->settings);
    struct arena *arena = arena_new(0, NULL, NULL);
    const struct assessment *before = assess(arena, &plan, diags_new(arena));
    const struct measure_result *r = &before->measures[roll(dice, (uint32_t)plan.measures.count)];
    struct value *value = judged_value(r);
    size_t risen = 0;
    /* two months off on either side of a band may make a year that is right: months only */
    bool range_to_date = r->measure->polarity == POLARITY_RANGE && plan.settings.headline_ytd;
    if (value && r->thresholds.known && !range_to_date) {
        struct value kept = *value;
        value->value = better(dice, r, kept.value);
        struct scores was = scores_of(arena, before);
        struct scores is = scores_of(arena, assess(arena, &plan, diags_new(arena)));
        *value = kept;
        no_worse(&plan, &was, &is, r->measure->id);
        for (size_t i = 0; i < was.exact.count; i++)
            risen +=
                was.exact.items[i] && rational_compare(is.exact.items[i], was.exact.items[i]) > 0;
    }
    arena_free(arena);
    return risen;
}

static void a_better_actual_never_lowers_a_score(void **state) {
    (void)state;
    struct dice dice = {1};
    struct sample s = sample_open();
    sample_plan(&s);
    size_t risen = 0;
    for (int trial = 0; trial < TRIALS; trial++)
        risen += improve_one(&dice, &s);
    assert_true(risen > TRIALS); /* or nothing was tried */
    arena_free(s.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_rows_means_nothing),
        cmocka_unit_test(only_the_ratio_of_weights_counts),
        cmocka_unit_test(a_better_actual_never_lowers_a_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
