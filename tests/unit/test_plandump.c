#include "unit/plancase.h"

static const char *dump_of(struct built *built) {
    struct textbuf out;
    textbuf_init(&out, built->arena);
    plan_dump(built->plan, &out);
    return textbuf_text(&out);
}

static void a_dump_tells_each_entity_in_a_line(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    assert_string_equal(
        dump_of(&built),
        "organization id=ORG name=\"Organization\" currency=\"CAD\" language=\"en\" "
        "fiscal-start-month=1 as-of=2026-10-31 period=2026-10\n"
        "settings rollup=weighted missing=exclude carry-periods=1 tolerance=10 "
        "minimum-coverage=50 headline=period dead-band=1 page-budget=20\n"
        "unit id=U0 name=\"Unit U0\" kind=enterprise depth=0\n"
        "perspective id=P1 name=\"Row P1\" order=1\n"
        "perspective id=P2 name=\"Row P2\" order=2\n"
        "objective id=O1 name=\"Objective O1\" unit=U0 perspective=P1 owner=\"Owner\"\n"
        "objective id=O2 name=\"Objective O2\" unit=U0 perspective=P2 owner=\"Owner\"\n"
        "link from=O2 to=O1 strength=medium\n"
        "measure id=M1 name=\"Measure M1\" objective=O1 unit-of-measure=\"days\" decimals=0 "
        "polarity=higher frequency=monthly aggregation=mean owner=\"Owner\" "
        "data-source=\"Source\" definition=\"What it is.\"\n"
        "  actual 2026-10=98\n"
        "  target 2026-10=100\n"
        "measure id=M2 name=\"Measure M2\" objective=O2 unit-of-measure=\"days\" decimals=0 "
        "polarity=higher frequency=monthly aggregation=mean owner=\"Owner\" "
        "data-source=\"Source\" definition=\"What it is.\"\n"
        "  actual 2026-10=98\n"
        "  target 2026-10=100\n");
}

static void says(struct built *built, const char *line) {
    if (!strstr(dump_of(built), line))
        fail_msg("not in the dump: %s\n%s", line, dump_of(built));
}

static void everything_that_outputs_depend_on_is_in_the_dump(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){
            .settings = "<settings rollupPolicy='worst' reportingLine='direct' "
                        "meetingDate='2026-11-19' totalFteMin='6' totalFteMax='8'/>",
            .units = TOP UNIT("U1", "parent='U0' kind='support' head='Head'"),
            .perspectives = PERSPECTIVE("P1", "1", "weight='60' colour='#000010'")
                PERSPECTIVE("P2", "2", "weight='40'"),
            .themes = "<theme id='T1' name='Theme' owner='Owner'/>",
            .objectives = OBJECTIVE("O1", "U0", "P1", "theme='T1' critical='Y'")
                OBJECTIVE("O2", "U1", "P2", "supports='O1' linkKind='shared' supportWeight='2'"),
            .links = "<link from='O2' to='O1' strength='weak' lag='2' sign='-'/>",
            .thresholds = "<threshold measure='M1' from='2026-01-01' redFlag='90'/>",
            .values = VALUES "<value measure='M1' period='2026-09' series='actual' v='97.50' "
                             "status='restated'><note>A \"note\".</note></value>",
            .initiatives = "<initiative id='I1' name='I' unit='U0' owner='Owner' objectives='O1' "
                           "start='2026-01-01' end='2026-12-31' budget='1000' state='on hold'/>",
            .milestones = "<milestone id='S1' initiative='I1' name='S' planned='2026-05-01' "
                          "actual='2026-05-02'/>",
            .processes = "<process id='PR1' name='One' group='core' owner='OSM'/>",
            .staffing = "<share name='Ann' process='PR1' fte='1.00' line='dotted'/>",
            .benchmarks = "<benchmark process='PR1' fteMin='1' fteMax='1.5' source='Study'/>",
            .actions = "<action id='A1' name='Do' owner='O' raised='2026-09-01' "
                       "due='2026-12-01'/>",
            .decisions = "<decision id='D1' meeting='B1' name='Fund' date='2026-09-01'/>",
            .commentary = "<comment linked='M1' period='2026-10' author='A' kind='executive'>"
                          "<analysis>One\nTwo</analysis></comment>"});
    says(&built, "reporting-line=direct meeting-date=2026-11-19 page-budget=20 total-min=6 "
                 "total-max=8\n");
    says(&built, "unit id=U1 name=\"Unit U1\" kind=support parent=U0 depth=1 head=\"Head\"\n");
    says(&built, "perspective id=P1 name=\"Row P1\" order=1 weight=60 colour=16\n");
    says(&built, "theme id=T1 name=\"Theme\" owner=\"Owner\"\n");
    says(&built, " perspective=P1 theme=T1 critical owner=\"Owner\"\n");
    says(&built, "  supports objective=O1 kind=shared weight=2\n");
    says(&built, "link from=O2 to=O1 strength=weak negative lag-months=2\n");
    says(&built, "  threshold from=2026-01-01 method=absolute red=90\n");
    says(&built, "  actual 2026-09=97.5r \"A \\\"note\\\".\" 2026-10=98\n");
    says(&built, "start=2026-01-01 end=2026-12-31 budget=1000 on-hold\n");
    says(&built, "  milestone id=S1 name=\"S\" due=2026-05-01 done=2026-05-02\n");
    says(&built, "process id=PR1 name=\"One\" group=core role=runs owner=\"OSM\" fte-min=1 "
                 "fte-max=1.5 source=\"Study\"\n");
    says(&built, "share person=\"Ann\" process=PR1 fte=1 dotted\n");
    says(&built, "action id=A1 name=\"Do\" owner=\"O\" status=open raised=2026-09-01 "
                 "due=2026-12-01\n");
    says(&built, "decision id=D1 name=\"Fund\" date=2026-09-01 meeting=B1\n");
    says(&built, "commentary linked=M1 period=2026-10 kind=executive author=\"A\" "
                 "analysis=\"One\\nTwo\"\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_dump_tells_each_entity_in_a_line),
        fixture_test(everything_that_outputs_depend_on_is_in_the_dump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
