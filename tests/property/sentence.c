/* What is said never contradicts what is known: random plans, each brief in three languages.
 *
 * - rose and fell, under and over, just under and just over agree with the exact figures,
 * - a difference that is printed is not 0, and is the exact one rounded,
 * - no sentence is empty, has an open brace, a doubled blank or a zero with a minus sign,
 * - facts stand in the documented order, and each is about one thing only. */
#include "unit/planfixture.h"

#include "report/message.h"
#include <stdio.h>

#define PLANS 150

static const char *const units[] = {"%", "days", "EUR", "n", "/100k", ""};

static const char *random_number(struct fixture *f, struct dice *dice, uint32_t around,
                                 uint32_t spread) {
    int64_t micro = (int64_t)around * DECIMAL_ONE +
                    ((int64_t)roll(dice, 2 * spread * 1000 + 1) - spread * 1000) * 1000;
    if (roll(dice, 4) == 0)
        micro += (int64_t)roll(dice, 100); /* beside a boundary */
    char text[32];
    decimal_format(decimal_micro(micro), -1, text);
    return arena_strdup(f->arena, text);
}

static void random_measure(struct fixture *f, struct dice *dice, struct objective *objective) {
    struct measure *m =
        add_measure(f, arena_printf(f->arena, "M%zu", f->plan.measures.count), objective);
    static const enum polarity polarities[] = {POLARITY_HIGHER, POLARITY_HIGHER, POLARITY_LOWER,
                                               POLARITY_RANGE, POLARITY_INFO};
    m->polarity = polarities[roll(dice, 5)];
    m->unit_of_measure = units[roll(dice, 6)];
    m->decimals = roll(dice, 4);
    m->critical = roll(dice, 5) == 0;
    m->owner = roll(dice, 3) ? "Owner" : "";
    if (m->polarity == POLARITY_RANGE) {
        struct threshold *t = add_threshold(f, m, NULL);
        t->lower = known("95");
        t->upper = known("105");
        t->margin = known("4");
    }
    uint32_t spread = roll(dice, 3) ? 14 : 1;
    for (int back = (int)roll(dice, 15); back >= 0; back--) {
        char period[16];
        period_format(period_next(f->plan.organization.period, -back), &f->plan.organization.fiscal,
                      period);
        if (roll(dice, 10))
            add_value(f, m, SERIES_TARGET, period, "100");
        if (roll(dice, 8))
            add_value(f, m, SERIES_ACTUAL, period, random_number(f, dice, 96, spread));
    }
    if (roll(dice, 2))
        add_value(f, m, SERIES_TARGET, "2026-12", random_number(f, dice, 100, 3));
}

static void random_initiative(struct fixture *f, struct dice *dice, struct unit *unit) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = arena_printf(f->arena, "I%zu", f->plan.initiatives.count),
                             .name = "Site",
                             .unit = unit,
                             .owner = roll(dice, 2) ? "Ann" : "",
                             .budget = known(roll(dice, 4) ? "100" : "0"),
                             .forecast_cost = known(random_number(f, dice, 105, 15)),
                             .benefit_planned = known("100"),
                             .benefit_forecast = known(random_number(f, dice, 90, 30)),
                             .end = day("2026-10-01"),
                             .self_reported = (enum declared_status)roll(dice, 4)};
}

static struct fixture *random_plan(struct dice *dice) {
    struct fixture *f = fixture_new();
    FIXTURE_LIST(f, links, FIXTURE_ROOM);
    struct unit *unit = add_unit(f, "U1");
    struct perspective *row = add_perspective(f, "P1");
    f->plan.settings.headline_ytd = roll(dice, 4) == 0;
    f->plan.settings.missing = (enum missing_policy)roll(dice, 4);
    f->plan.settings.rollup = (enum rollup_policy)roll(dice, 3);
    for (uint32_t n = 2 + roll(dice, 5); n > 0; n--) {
        struct objective *o =
            add_objective(f, arena_printf(f->arena, "O%u", (unsigned)n), unit, row);
        o->owner = roll(dice, 2) ? "Ben" : "";
        o->critical = roll(dice, 5) == 0;
        for (uint32_t k = 1 + roll(dice, 3); k > 0; k--)
            random_measure(f, dice, o);
        if (f->plan.objectives.count > 1)
            *FIXTURE_NEXT(f, links) = (struct link){
                .from = o,
                .to = &f->plan.objectives.items[roll(dice, (uint32_t)f->plan.objectives.count)]};
    }
    for (uint32_t n = roll(dice, 4); n > 0; n--)
        random_initiative(f, dice, unit);
    return f;
}

static void sound(const char *text) {
    if (!*text || strpbrk(text, "{}[]|") || strstr(text, "  ") || strstr(text, " ;;") ||
        strstr(text, "\u22120 ") || strstr(text, "\u22120\u00a0"))
        fail_msg("unsound: '%s'", text);
}

static bool has(const char *text, const char *part) {
    return strstr(text, part) != NULL;
}

/* The words of an English sentence about a measure against its exact figures. */
static void check_words(const struct reading *reading, const char *text) {
    const struct measure_result *result = reading->result;
    unsigned places = result->measure->decimals;
    if (!result->has_actual) {
        assert_true(has(text, "has no value"));
        return;
    }
    if (has(text, " rose to "))
        assert_true(decimal_compare(decimal_round(result->actual, places),
                                    decimal_round(reading->before, places)) > 0);
    if (has(text, " fell to "))
        assert_true(decimal_compare(decimal_round(result->actual, places),
                                    decimal_round(reading->before, places)) < 0);
    if (has(text, "nearly unchanged"))
        assert_int_equal(decimal_round(result->actual, places).micro,
                         decimal_round(reading->before, places).micro);
    bool under = has(text, "under target") || has(text, "under the target of") ||
                 has(text, "below the target");
    bool over = has(text, "over target") || has(text, "over the target of") ||
                has(text, "above the target");
    bool on = has(text, "on target") || has(text, "within the target");
    assert_int_equal(under, reading->gap.micro < 0);
    assert_int_equal(over, reading->gap.micro > 0);
    assert_int_equal(on, reading->side != READING_NO_TARGET && reading->gap.micro == 0);
    bool hidden = decimal_zero(decimal_round(reading->gap, places)) && (under || over);
    assert_int_equal(has(text, ", just "), hidden);
    if (under && !has(text, "target range"))
        assert_true(decimal_compare(result->actual, result->target) < 0);
}

static void check_fact(const struct sentence_voice *voice, const struct briefing_fact *fact) {
    const struct message message = message_of(voice, fact);
    sound(message.finding);
    if (fact->has_reading) {
        const char *text = message_reading(voice, &fact->reading);
        sound(text);
        if (strcmp(voice->catalogue->language, "en") == 0)
            check_words(&fact->reading, text);
    }
    for (size_t i = 0; i < fact->sources.count; i++)
        sound(message_source(voice, &fact->sources.items[i]));
}

static void check_order(const struct briefing *briefing) {
    for (size_t i = 1; i < briefing->facts.count; i++) {
        const struct briefing_fact *a = &briefing->facts.items[i - 1];
        const struct briefing_fact *b = &briefing->facts.items[i];
        assert_true(a->kind <= b->kind);
        if (a->kind != b->kind)
            continue;
        assert_true(a->critical || !b->critical);
        if (a->critical == b->critical)
            assert_true(rational_compare(a->weight, b->weight) >= 0);
    }
}

/* Each objective off track is told once: by itself, or as a driver. */
static void check_failures(const struct briefing *briefing) {
    const struct assessment *a = briefing->assessment;
    for (size_t i = 0; i < a->plan->objectives.count; i++) {
        size_t own = 0, named = 0;
        for (size_t j = 0; j < briefing->facts.count; j++) {
            const struct briefing_fact *fact = &briefing->facts.items[j];
            own += fact->objective == &a->objectives[i];
            for (size_t k = 0; k < fact->drivers.count; k++)
                named += fact->drivers.items[k].objective == &a->objectives[i];
        }
        assert_true(own <= 1);
        if (a->objectives[i].status == STATUS_RED)
            assert_true(own + named >= 1);
        else
            assert_int_equal(named, 0);
    }
}

static void sentences_agree_with_their_figures(void **state) {
    (void)state;
    static const char *const languages[] = {"en", "fr", "de"};
    struct dice dice = {20261122};
    size_t told = 0;
    for (int plan = 0; plan < PLANS; plan++) {
        struct fixture *f = random_plan(&dice);
        const struct briefing *briefing =
            briefing_make(f->arena, fixture_assess(f), &f->plan.units.items[0]);
        check_order(briefing);
        check_failures(briefing);
        for (size_t l = 0; l < 3; l++) {
            const struct sentence_voice voice = wording_voice(
                f->arena, catalogue_builtin(f->arena, languages[l], f->diags), &f->plan);
            for (size_t i = 0; i < briefing->facts.count; i++, told++)
                check_fact(&voice, &briefing->facts.items[i]);
        }
        fixture_free(f);
    }
    assert_true(told > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(sentences_agree_with_their_figures)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
