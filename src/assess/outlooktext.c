#include "assess/outlook.h"

#include "base/utf8.h"
#include <assert.h>

struct view {
    struct arena *arena;
    const struct outlook *outlook;
    struct textbuf *out;
};

/* ---- words ---- */

/* Names come from the workbook: nothing in them may control a terminal. */
static const char *clean(struct view *v, const char *text) {
    return utf8_printable(v->arena, utf8_squeeze(v->arena, text ? text : ""));
}

static const char *plain(struct view *v, struct decimal value, unsigned places) {
    char text[32];
    decimal_format(decimal_round(value, places), (int)places, text);
    return arena_strdup(v->arena, text);
}

/* With its unit: "93.1 %", "12 days". */
static const char *with_unit(struct view *v, const struct measure *measure, const char *number) {
    const char *unit = measure->unit_of_measure ? clean(v, measure->unit_of_measure) : "";
    return *unit ? arena_printf(v->arena, "%s %s", number, unit) : number;
}

static const char *amount(struct view *v, const struct measure *measure, struct decimal value) {
    return with_unit(v, measure, plain(v, value, measure->decimals));
}

static const char *rounded(struct view *v, const struct rational *value, unsigned places) {
    struct decimal out;
    bool fits = rational_round(value, places, &out);
    assert(fits); /* scores, shares, and the mean of figures that fit */
    return plain(v, out, places);
}

static const char *needed(struct view *v, const struct measure *measure,
                          const struct rational *value, bool up) {
    struct decimal out;
    return outlook_round(v->arena, value, measure->decimals, up, &out) ? amount(v, measure, out)
                                                                       : "(too large)";
}

static const char *scored(struct view *v, enum status status, const struct rational *score) {
    return score ? arena_printf(v->arena, "%s (%s)", status_name(status), rounded(v, score, 1))
                 : status_name(status);
}

static const char *method_words(enum forecast_method method) {
    static const char *const words[] = {
        [FORECAST_NONE] = "",
        [FORECAST_DECLARED] = "declared by the owner",
        [FORECAST_SEASONAL] = "by season",
        [FORECAST_RUN_RATE] = "by the run rate",
        [FORECAST_LAST] = "as it stands",
        [FORECAST_MEAN] = "by the mean so far",
    };
    return words[method];
}

static const char *span(enum frequency frequency, int count) {
    static const char *const one[] = {"period", "week", "month", "quarter", "half-year", "year"};
    static const char *const many[] = {"periods",  "weeks",      "months",
                                       "quarters", "half-years", "years"};
    return count == 1 ? one[frequency] : many[frequency];
}

static const char *period_text(struct view *v, struct period period) {
    char text[16];
    period_format(period, &v->outlook->assessment->plan->organization.fiscal, text);
    return arena_strdup(v->arena, text);
}

/* "1 of them is", "3 of them are" */
static const char *verb(size_t count) {
    return count == 1 ? "is" : "are";
}

/* ---- measures ---- */

static const char *limits(struct view *v, const struct outlook_measure *m) {
    const struct measure *measure = m->result->measure;
    if (m->least && m->most && rational_compare(m->least, m->most) == 0) {
        return needed(v, measure, m->least, true);
    }
    if (m->least && m->most) {
        return arena_printf(v->arena, "%s to %s", needed(v, measure, m->least, true),
                            needed(v, measure, m->most, false));
    }
    return m->least ? arena_printf(v->arena, "at least %s", needed(v, measure, m->least, true))
                    : arena_printf(v->arena, "at most %s", needed(v, measure, m->most, false));
}

static const char *need_words(struct view *v, const struct outlook_measure *m) {
    enum frequency frequency = m->result->measure->frequency;
    int open = m->periods - m->have;
    switch (m->need) {
    case NEED_AVERAGE:
        return arena_printf(v->arena, "needed: %s on average in the %d %s without an actual%s%s",
                            limits(v, m), open, span(frequency, open),
                            m->so_far ? "; so far the average is " : "",
                            m->so_far ? rounded(v, m->so_far, m->result->measure->decimals) : "");
    case NEED_AT_END:
        return arena_printf(v->arena, "needed: %s in %s", limits(v, m), period_text(v, m->last));
    case NEED_EVERY:
        return arena_printf(v->arena, "needed: %s in each of the %d %s without an actual",
                            limits(v, m), open, span(frequency, open));
    case NEED_ONCE:
        return arena_printf(v->arena, "needed: %s in one of the %d %s without an actual",
                            limits(v, m), open, span(frequency, open));
    case NEED_TOO_LATE:
        return "the target of the year can no longer be met";
    case NEED_OVER:
        return arena_printf(v->arena, "no %s of the year is left", span(frequency, 1));
    case NEED_UNKNOWN:
    case NEED_KINDS:
        break;
    }
    return "what is needed depends on figures to come that nothing is known of";
}

static const char *target_words(struct view *v, const struct outlook_measure *m) {
    const struct measure *measure = m->result->measure;
    if (m->has_band) {
        return arena_printf(v->arena, "for a range of %s to %s",
                            plain(v, m->lower, measure->decimals), amount(v, measure, m->upper));
    }
    assert(m->result->has_year_target); /* else nothing would be expected */
    return arena_printf(v->arena, "for a target of %s", amount(v, measure, m->result->year_target));
}

static const char *gap_words(struct view *v, const struct outlook_measure *m) {
    const struct measure *measure = m->result->measure;
    if (!m->has_gap || decimal_zero(m->gap)) {
        return "";
    }
    const char *side = m->gap.micro > 0 ? "over" : "under";
    const char *size = plain(v, decimal_abs(m->gap), measure->decimals);
    if (m->gap_in_points) {
        return arena_printf(v->arena, ": %s points %s", size, side);
    }
    const char *percent =
        m->has_gap_percent
            ? arena_printf(v->arena, " (%s %%)", plain(v, decimal_abs(m->gap_percent), 1))
            : "";
    return arena_printf(v->arena, ": %s%s %s", with_unit(v, measure, size), percent, side);
}

static void print_expected(struct view *v, const struct outlook_measure *m) {
    const struct measure_result *r = m->result;
    textbuf_printf(v->out, "        expected %s: %s %s %s%s\n", status_name(r->forecast_status),
                   amount(v, r->measure, r->forecast), method_words(r->forecast_method),
                   target_words(v, m), gap_words(v, m));
    if (r->forecast_status >= STATUS_AMBER) {
        textbuf_printf(v->out, "        %s\n", need_words(v, m));
    }
    if (m->has_hindsight) {
        textbuf_printf(v->out,
                       "        a year ago the same method expected %s, and it came to %s\n",
                       amount(v, r->measure, m->foreseen), amount(v, r->measure, m->ended));
    }
}

static void print_measure(struct view *v, const struct outlook_measure *m) {
    const struct measure_result *r = m->result;
    static const char *const reasons[OUTLOOK_REASONS] = {
        [OUTLOOK_EXPECTED] = "",
        [OUTLOOK_NO_FORECAST] = "no forecast: no actual for the period that is judged, and none "
                                "declared by the owner for the rest of the year",
        [OUTLOOK_NO_TARGET] = "no expected status: not every period of the year has a target and "
                              "thresholds to judge by",
        [OUTLOOK_INFO] = "never judged"};
    textbuf_printf(v->out, "      %s  %s, now %s\n", r->measure->id, clean(v, r->measure->name),
                   scored(v, r->status, r->score.exact));
    if (m->reason != OUTLOOK_EXPECTED) {
        textbuf_printf(v->out, "        %s\n", reasons[m->reason]);
        return;
    }
    print_expected(v, m);
}

/* Those that pull an objective down, or where it recovers up, and those nothing is known of. */
static bool tells(const struct outlook_objective *o, const struct outlook_measure *m) {
    bool down =
        m->result->forecast_status == STATUS_AMBER || m->result->forecast_status == STATUS_RED;
    bool recovers = m->result->status == STATUS_AMBER || m->result->status == STATUS_RED;
    if (m->reason != OUTLOOK_EXPECTED) {
        return m->reason != OUTLOOK_INFO;
    }
    return o->group == OUTLOOK_RECOVERING ? recovers : down;
}

/* ---- objectives ---- */

static void print_objective(struct view *v, const struct outlook_objective *o) {
    const struct objective_result *r = o->result;
    textbuf_printf(v->out, "\n  %s  %s\n    now %s, expected %s", r->objective->id,
                   clean(v, r->objective->name), scored(v, r->status, r->score.exact),
                   scored(v, r->forecast_status, r->forecast_score));
    const struct rational *hundred = rational_of(v->arena, 100, 1);
    textbuf_printf(v->out, "; %s %% of %s\n",
                   rounded(v, rational_mul(v->arena, o->share, hundred), 1),
                   r->objective->unit->id);
    for (size_t i = 0; i < o->measure_count; i++) {
        if (tells(o, &o->measures[i])) {
            print_measure(v, &o->measures[i]);
        }
    }
    for (size_t i = 0; i < o->supporter_count; i++) {
        const struct objective_result *s = o->supporters[i];
        textbuf_printf(v->out, "      + %s  %s (contributory), expected %s\n", s->objective->id,
                       clean(v, s->objective->name),
                       scored(v, s->forecast_status, s->forecast_score));
    }
}

static void print_group(struct view *v, enum outlook_group group) {
    static const char *const titles[OUTLOOK_GROUPS] = {
        [OUTLOOK_WARNING] = "On target now, expected to miss the year end",
        [OUTLOOK_MISSING] = "Expected to miss the year end",
        [OUTLOOK_RECOVERING] = "Not on target now, expected to recover",
        [OUTLOOK_UNSAID] = "Of these it cannot be said"};
    if (v->outlook->groups[group] == 0) {
        return;
    }
    textbuf_printf(v->out, "\n%s\n", titles[group]);
    for (size_t i = 0; i < v->outlook->count; i++) {
        if (v->outlook->objectives[i].group == group) {
            print_objective(v, &v->outlook->objectives[i]);
        }
    }
}

static void print_summary(struct view *v) {
    const struct outlook *o = v->outlook;
    size_t warnings = o->groups[OUTLOOK_WARNING], recovering = o->groups[OUTLOOK_RECOVERING];
    textbuf_printf(v->out,
                   "%zu of %zu %s %s likely to end the year off track, %zu at risk, %zu cannot be "
                   "said.\n",
                   o->red, o->count, o->count == 1 ? "objective" : "objectives", verb(o->red),
                   o->amber, o->groups[OUTLOOK_UNSAID]);
    if (warnings > 0) {
        textbuf_printf(v->out, "%zu of those %s on target now.\n", warnings, verb(warnings));
    }
    if (recovering > 0) {
        textbuf_printf(v->out, "%zu that %s not on target now %s expected to recover.\n",
                       recovering, verb(recovering), verb(recovering));
    }
}

void outlook_text(const struct outlook *outlook, struct textbuf *out) {
    struct view v = {.arena = out->arena, .outlook = outlook, .out = out};
    const struct assessment *a = outlook->assessment;
    const struct unit *unit = outlook->unit ? outlook->unit : plan_root(a->plan);
    char date[11], year[16];
    date_format(a->as_of, date);
    period_fiscal_year(period_last(a->period), &a->plan->organization.fiscal, year);
    textbuf_printf(out, "%s  %s%s: the end of %s as expected on %s\n", unit->id,
                   clean(&v, unit->name), outlook->unit ? "" : " and all its units", year, date);
    print_summary(&v);
    for (int group = 0; group < OUTLOOK_ON_TARGET; group++) {
        print_group(&v, (enum outlook_group)group);
    }
}
