/* The derivations of what stands around the statuses can be done again like theirs (derivation.c):
 * people and the office, its roadmap, benefits and their sums, alignment, evidence for links, what
 * stands out in the figures, data trust, last year's figures.  Of the sample and of random
 * workbooks. */
#include "property/calculator.h"

#include "assess/evidence.h"
#include "assess/signal.h"

struct trial {
    struct arena *arena;
    const struct assessment *a;
    struct derivations all;
};

static const struct derivation *of(const struct trial *t, const char *entity, const char *id) {
    for (size_t i = 0; i < t->all.list.count; i++) {
        const struct derivation *d = t->all.list.items[i];
        if (strcmp(d->entity, entity) == 0 && strcmp(d->id, id) == 0)
            return d;
    }
    fail_msg("%s %s has no derivation", entity, id);
    return NULL;
}

static void expect_count(struct trial *t, const struct derivation *d, const char *figure,
                         int count) {
    expect_number(t->arena, d, figure, true, decimal_of(count));
}

static void check_benefits(struct trial *t) {
    for (size_t i = 0; i < t->a->plan->benefits.count; i++) {
        const struct benefit_result *r = &t->a->benefits[i];
        const struct derivation *d = of(t, "benefit", r->benefit->id);
        expect(d, "status", status_words(r->status));
        expect_number(t->arena, d, "percent of the case", r->has_percent, r->percent);
        expect_number(t->arena, d, "expected value", r->has_expected, r->expected);
    }
    for (size_t i = 0; i < t->a->benefit_total_count; i++) {
        static const char *const types[] = {"cashable", "non-cashable", "non-financial"};
        const struct benefit_total *total = &t->a->benefit_totals[i];
        const char *type = types[total->type];
        const struct derivation *d =
            of(t, "benefits",
               total->initiative ? arena_printf(t->arena, "%s/benefits", total->initiative->id)
                                 : "benefits");
        expect_count(t, d, arena_printf(t->arena, "%s: overdue", type), total->overdue);
        expect_number(t->arena, d, arena_printf(t->arena, "%s: planned", type), total->count > 0,
                      total->planned);
        expect_number(t->arena, d, arena_printf(t->arena, "%s: expected", type),
                      total->expected_of > 0, total->expected);
        expect_number(t->arena, d, arena_printf(t->arena, "%s: realised", type),
                      total->realised_of > 0, total->realised);
        expect_number(t->arena, d, arena_printf(t->arena, "%s: percent of the case", type),
                      total->has_percent, total->percent);
        if (total->count > 0)
            expect(d, arena_printf(t->arena, "%s: status", type), status_words(total->status));
    }
}

static void check_alignment(struct trial *t) {
    for (size_t i = 0; i < t->a->plan->units.count; i++) {
        const struct alignment_result *r = &t->a->alignment[i];
        const struct derivation *d =
            of(t, "alignment", arena_printf(t->arena, "%s/alignment", r->unit->id));
        expect_count(t, d, "objectives", r->objectives);
        expect_count(t, d, "objectives traced", r->traced);
        expect_number(t->arena, d, "budget", r->has_budget, r->budget);
        expect_number(t->arena, d, "budget linked to the strategy", r->has_budget, r->linked);
        expect_number(t->arena, d, "linked to initiatives that serve no objective",
                      r->has_budget && r->orphaned.micro != 0, r->orphaned);
        expect_number(t->arena, d, "headcount", r->has_headcount, r->headcount);
        expect_number(t->arena, d, "goals linked", r->has_goals, r->goals);
        expect_number(t->arena, d, "people asked: goals linked", r->has_goals, r->goals_of);
        expect_number(t->arena, d, "incentives linked", r->has_incentives, r->incentives);
        expect_number(t->arena, d, "people asked: incentives linked", r->has_incentives,
                      r->incentives_of);
        expect_number(t->arena, d, "development plans linked", r->has_plans, r->plans);
        expect_number(t->arena, d, "aware of the strategy", r->has_aware, r->aware);
        expect_number(t->arena, d, "executive hours a month", r->has_hours, r->hours);
    }
}

static void check_links(struct trial *t) {
    for (size_t i = 0; i < t->a->plan->links.count; i++) {
        const struct evidence_result *r = &t->a->evidence[i];
        const struct derivation *d =
            of(t, "link", arena_printf(t->arena, "%s:%s", r->link->from->id, r->link->to->id));
        bool tested = r->verdict != FOUND_TOO_LITTLE;
        expect(d, "verdict", evidence_name(r->verdict));
        expect_number(t->arena, d, "rho", tested, r->rho);
        expect_number(t->arena, d, "rho of the moves", tested, r->moved);
        expect_number(t->arena, d, "p", tested, r->p);
        if (r->step != FREQUENCY_NONE)
            expect_count(t, d, "pairs of scores", r->points);
    }
}

static void check_signals(struct trial *t) {
    for (size_t i = 0; i < t->a->plan->measures.count; i++) {
        const struct measure_result *r = &t->a->measures[i];
        const struct signal_result *chart = t->a->signals[i];
        expect_number(t->arena, of(t, "measure", r->measure->id), "last year", r->has_last_year,
                      r->last_year);
        if (!chart)
            continue;
        const struct derivation *d =
            of(t, "signal", arena_printf(t->arena, "%s/signal", r->measure->id));
        expect_number(t->arena, d, "mean", true, chart->mean);
        expect_number(t->arena, d, "mean moving range", true, chart->range);
        expect_number(t->arena, d, "upper limit", true, chart->upper);
        expect_number(t->arena, d, "lower limit", true, chart->lower);
        assert_int_equal(strcmp(result_of(d, "signal"), "none") != 0, chart->now);
    }
}

static void check_trust(struct trial *t) {
    for (size_t i = 0; i < t->a->trust_count; i++) {
        const struct trust_row *row = &t->a->trust[i];
        const char *id = row->unit    ? arena_printf(t->arena, "%s/trust", row->unit->id)
                         : row->owner ? row->owner
                                      : "trust";
        const struct derivation *d = of(t, row->owner ? "owner" : "trust", id);
        expect_count(t, d, "measures", row->measures);
        expect_count(t, d, "with an actual", row->with_actual);
        expect_count(t, d, "stale", row->stale);
        expect_count(t, d, "attested", row->attested);
        expect_count(t, d, "estimated", row->estimated);
        expect_count(t, d, "unattested", row->unattested);
        expect_count(t, d, "restated", row->restated);
        expect_count(t, d, "provisional", row->provisional);
        for (size_t s = 0; s < d->steps.count; s++) {
            /* what is counted stands there, one by one */
            const struct derivation_step *step = &d->steps.items[s];
            if (strcmp(step->figure, "with an actual") != 0 && !strstr(step->figure, "bands"))
                expect_count(t, d, step->figure, (int)step->inputs.count);
        }
        if (row->disagreeing > 0) {
            expect_count(t, d, "bands reported better", row->bands);
            expect_count(t, d, "most bands reported better", row->widest);
        }
    }
}

static void check_office(struct trial *t) {
    const struct staffing_result *s = &t->a->staffing;
    for (size_t i = 0; i < s->people_count; i++) {
        const struct person_result *p = &s->people[i];
        const char *entity = p->dotted && p->vacancy ? "vacancy on a dotted line"
                             : p->dotted             ? "person on a dotted line"
                             : p->vacancy            ? "vacancy"
                                                     : "person";
        expect_number(t->arena, of(t, entity, p->person), "FTE", true, p->total);
    }
    if (t->a->plan->processes.count == 0)
        return;
    const struct derivation *d = of(t, "office", "office");
    expect_number(t->arena, d, "planned FTE", true, s->planned);
    expect_number(t->arena, d, "filled FTE", true, s->filled);
    expect_number(t->arena, d, "vacant FTE", true, s->vacant);
    expect_number(t->arena, d, "dotted-line FTE", true, s->dotted);
    expect(d, "against the published total", assess_verdict_name(s->verdict));
    expect(d, "against the sum of the benchmarks", assess_verdict_name(s->row_verdict));
    d = of(t, "roadmap", "roadmap");
    for (size_t i = 0; i < s->phase_count; i++) {
        const struct phase_result *p = &s->phases[i];
        const char *name = arena_printf(t->arena, "%s %s", p->by_group ? "group" : "phase",
                                        p->phase ? p->phase : "without a phase");
        expect_number(t->arena, d, arena_printf(t->arena, "%s: planned FTE so far", name), true,
                      p->planned_so_far);
        expect_number(t->arena, d, arena_printf(t->arena, "%s: filled FTE so far", name), true,
                      p->filled_so_far);
        expect(d, arena_printf(t->arena, "%s: against the benchmark", name),
               assess_verdict_name(p->verdict));
    }
}

static struct redone redo(struct arena *arena, struct book book) {
    struct trial t = {
        .arena = arena,
        .a = evidence_judge(arena, assess(arena, book.plan, book.diags), book.diags),
    };
    struct redone done = {0};
    derivation_all(arena, t.a, &t.all);
    for (size_t i = 0; i < t.all.list.count; i++)
        check_steps(arena, book.workbook, t.all.list.items[i], &done);
    check_benefits(&t);
    check_alignment(&t);
    check_links(&t);
    check_signals(&t);
    check_trust(&t);
    check_office(&t);
    return done;
}

static void the_sample_can_be_done_again(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct redone done = redo(arena, sample_book(arena));
    assert_true(done.formulas > 1500);
    assert_true(done.cells > 3000);
    arena_free(arena);
}

/* ---- random workbooks ---- */

static void put_values(struct textbuf *out, struct dice *dice, int m) {
    bool gaps = roll(dice, 3) == 0, ends = roll(dice, 4) == 0, jumps = roll(dice, 3) == 0;
    for (int month = 0; month < 34; month++) {
        int year = 2024 + month / 12;
        textbuf_printf(out,
                       "<value measure=\"M%d\" period=\"%d-%02d\" series=\"target\" v=\"100\"/>\n",
                       m, year, month % 12 + 1);
        if ((gaps && roll(dice, 5) == 0) || (ends && month > 30))
            continue;
        uint32_t level = jumps && month > 20 ? 95 : 75;
        static const char *const marks[] = {" status=\"restated\"", " status=\"provisional\""};
        textbuf_printf(out,
                       "<value measure=\"M%d\" period=\"%d-%02d\" series=\"actual\" v=\"%u.%u\"%s>"
                       "<note>Counted.</note></value>\n",
                       m, year, month % 12 + 1, level + roll(dice, 20), roll(dice, 10),
                       roll(dice, 6) ? "" : marks[roll(dice, 2)]);
    }
}

static void put_strategy(struct textbuf *out, struct dice *dice) {
    textbuf_str(out, "<objectives>\n");
    for (unsigned o = 0; o < 6; o++)
        textbuf_printf(out,
                       "<objective id=\"O%u\" name=\"Objective %u\" unit=\"U%u\" "
                       "perspective=\"P%u\" owner=\"Owner %u\"%s%s/>\n",
                       o, o, o / 2, o % 2, o % 3,
                       o / 2 == 1 && roll(dice, 2) ? " supports=\"O0\"" : "",
                       roll(dice, 6) ? "" : " state=\"proposed\"");
    textbuf_str(out, "</objectives>\n<links>\n");
    for (unsigned o = 1; o < 6; o++) {
        textbuf_printf(out, "<link from=\"O%u\" to=\"O%u\"", o, roll(dice, o));
        if (roll(dice, 2))
            textbuf_printf(out, " lag=\"%u\"", roll(dice, 8));
        textbuf_printf(out, " sign=\"%s\" evidence=\"%s\"/>\n", roll(dice, 3) ? "+" : "-",
                       roll(dice, 2) ? "supported" : "untested");
    }
    textbuf_str(out, "</links>\n<measures>\n");
    for (int m = 0; m < 6; m++)
        textbuf_printf(out,
                       "<measure id=\"M%d\" name=\"Measure %d\" objectives=\"O%d\" "
                       "unitOfMeasure=\"%s\" polarity=\"%s\" frequency=\"monthly\" "
                       "aggregation=\"%s\" weight=\"1\" owner=\"Owner %d\" dataSource=\"Source\">"
                       "<definition>What it is.</definition></measure>\n",
                       m, m, m == 5 ? 0 : m, m % 2 ? "%" : "days",
                       roll(dice, 3) ? "higher" : "lower", roll(dice, 2) ? "mean" : "last", m % 2);
    textbuf_str(out, "</measures>\n<values>\n");
    for (int m = 0; m < 6; m++)
        put_values(out, dice, m);
    textbuf_str(out, "</values>\n");
}

static void put_money(struct textbuf *out, struct dice *dice) {
    static const char *const states[] = {"active", "active", "active", "proposed", "stopped"};
    static const char *const types[] = {"cashable", "non-cashable", "non-financial"};
    static const char *const reports[] = {"green", "amber", "red"};
    textbuf_str(out, "<initiatives>\n");
    for (unsigned i = 0; i < 5; i++)
        textbuf_printf(out,
                       "<initiative id=\"I%u\" name=\"Initiative %u\" unit=\"U%u\" "
                       "owner=\"Owner %u\"%s start=\"2026-01-01\" end=\"2027-01-01\" "
                       "budget=\"1000\" forecast=\"%u\" complete=\"%u%%\" "
                       "selfReportedStatus=\"%s\" state=\"%s\"/>\n",
                       i, i, i % 3, i % 2, i ? " objectives=\"O0\"" : "", 900 + roll(dice, 300),
                       roll(dice, 100), reports[roll(dice, 3)], states[i ? roll(dice, 5) : 0]);
    textbuf_str(out, "</initiatives>\n<benefits>\n");
    for (unsigned b = 0; b < 9; b++) {
        uint32_t type = roll(dice, 3);
        bool fall = type == 2 && roll(dice, 2);
        textbuf_printf(out,
                       "<benefit id=\"B%u\" initiative=\"I%u\" name=\"Benefit %u\" type=\"%s\" "
                       "planned=\"%s%u\" owner=\"Owner 0\"",
                       b, roll(dice, 5), b, types[type], fall ? "-" : "", 100 + roll(dice, 100));
        if (roll(dice, 4))
            textbuf_printf(out, " forecast=\"%s%u\"", fall ? "-" : "", 50 + roll(dice, 150));
        if (roll(dice, 2))
            textbuf_printf(out, " realised=\"%s%u.5\"", fall ? "-" : "", 50 + roll(dice, 150));
        if (roll(dice, 2))
            textbuf_printf(out, " period=\"%s\"", roll(dice, 2) ? "2026-Q2" : "2027-Q1");
        textbuf_printf(out, "%s/>\n", roll(dice, 4) ? "" : " unitOfValue=\"hours\"");
    }
    textbuf_str(out, "</benefits>\n<budgetLines>\n");
    static const char *const linked[] = {"", " linked=\"O1\"", " linked=\"I0\"", " linked=\"I1\""};
    for (unsigned l = 0; l < 7; l++)
        textbuf_printf(out, "<budgetLine id=\"L%u\" unit=\"U%u\" amount=\"%u.25\"%s/>\n", l,
                       roll(dice, 3), 100 + roll(dice, 900), linked[roll(dice, 4)]);
    textbuf_str(out, "</budgetLines>\n");
}

static void put_posts(struct textbuf *out, struct dice *dice, bool phases) {
    static const char *const groups[] = {"core", "desirable", "integrative"};
    static const char *const statuses[] = {"filled", "filled", "vacant", "planned"};
    textbuf_str(out, "<processes>\n");
    for (unsigned p = 1; p < 5; p++)
        textbuf_printf(out, "<process id=\"%u\" name=\"Process %u\" group=\"%s\"%s%s/>\n", p, p,
                       groups[p % 3], p % 3 == 0 || roll(dice, 2) ? " owner=\"Function\"" : "",
                       roll(dice, 6) ? "" : " inScope=\"N\"");
    textbuf_str(out, "</processes>\n<staffing>\n");
    for (unsigned s = 0; s < 9; s++) {
        textbuf_printf(out,
                       "<share name=\"Person %u\" process=\"%u\" fte=\"0.%u\" status=\"%s\" "
                       "line=\"%s\"",
                       s / 2, s % 4 + 1, 1 + roll(dice, 4), statuses[roll(dice, 4)],
                       roll(dice, 5) ? "solid" : "dotted");
        if (phases && roll(dice, 4))
            textbuf_printf(out, " phase=\"%u\"", 9 + roll(dice, 3));
        textbuf_printf(out, "%s/>\n", roll(dice, 7) ? "" : " to=\"2026-05-31\"");
    }
    textbuf_str(out, "</staffing>\n<benchmarks>\n");
    for (unsigned p = 1; p < 5; p++)
        if (roll(dice, 5))
            textbuf_printf(out, "<benchmark process=\"%u\" fteMin=\"0.%u\" fteMax=\"1.%u\"/>\n", p,
                           1 + roll(dice, 9), roll(dice, 9));
    if (roll(dice, 2))
        textbuf_str(out, "<benchmark process=\"TOTAL\" fteMin=\"2\" fteMax=\"2.5\" "
                         "source=\"Somewhere\"/>\n");
    textbuf_str(out, "</benchmarks>\n");
}

static void put_people(struct textbuf *out, struct dice *dice) {
    static const char *const statements[] = {"accurate", "estimated", "qualified", "not attested"};
    textbuf_str(out, "<attestations>\n");
    for (int m = 0; m < 6; m++)
        if (roll(dice, 3))
            textbuf_printf(out,
                           "<attestation measure=\"M%d\" period=\"2026-10\" attestedBy=\"Owner\" "
                           "attestedOn=\"2026-11-05\" statement=\"%s\"/>\n",
                           m, statements[roll(dice, 4)]);
    textbuf_str(out, "</attestations>\n<workforce>\n");
    for (unsigned u = 0; u < 3; u++) {
        if (roll(dice, 4) == 0)
            continue;
        textbuf_printf(out, "<fact unit=\"U%u\" period=\"2026-Q3\" headcount=\"%u\"", u,
                       u ? 100 + roll(dice, 50) : 400 + roll(dice, 50));
        static const char *const parts[] = {"goalsLinked", "incentivesLinked", "plansLinked",
                                            "aware", "executiveHours"};
        for (size_t i = 0; i < 5; i++)
            if (roll(dice, 2))
                textbuf_printf(out, " %s=\"%u\"", parts[i], roll(dice, 100));
        textbuf_str(out, "/>\n");
    }
    textbuf_str(out, "</workforce>\n");
}

static const char *random_book(struct arena *arena, struct dice *dice) {
    struct textbuf out;
    textbuf_init(&out, arena);
    put_start(&out, roll(dice, 2) ? "01-01" : "07-01");
    textbuf_printf(&out,
                   "<settings headline=\"%s\"/>\n"
                   "<units><unit id=\"U0\" name=\"Whole\" kind=\"enterprise\"/>"
                   "<unit id=\"U1\" name=\"Part\" kind=\"business\" parent=\"U0\"/>"
                   "<unit id=\"U2\" name=\"Piece\" kind=\"support\" parent=\"U%u\"/></units>\n"
                   "<perspectives><perspective id=\"P0\" name=\"Row 0\" order=\"1\"/>"
                   "<perspective id=\"P1\" name=\"Row 1\" order=\"2\"/></perspectives>\n",
                   roll(dice, 2) ? "ytd" : "period", roll(dice, 2));
    put_strategy(&out, dice);
    put_money(&out, dice);
    put_posts(&out, dice, roll(dice, 2));
    put_people(&out, dice);
    textbuf_str(&out, "</workbook>\n");
    return textbuf_text(&out);
}

static void any_workbook_can_be_done_again(void **state) {
    (void)state;
    redo_random(20261101, random_book, redo);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_can_be_done_again),
        cmocka_unit_test(any_workbook_can_be_done_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
