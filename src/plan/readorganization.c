#include "plan/readorganization.h"

#include "base/ascii.h"
#include <assert.h>
#include <limits.h>
#include <string.h>

static const struct record *only_row(const struct planbuild *b, enum schema_sheet sheet) {
    return b->rows[sheet].list.count ? b->rows[sheet].list.items[0] : NULL;
}

/* ---- organization ---- */

static bool currency_valid(const char *code) {
    return strlen(code) == 3 && ascii_upper(code[0]) && ascii_upper(code[1]) &&
           ascii_upper(code[2]);
}

/* A language of two or three letters, then subtags of up to eight letters or digits. */
static bool tag_valid(const char *tag, size_t bytes) {
    size_t subtag = 0, length = 0;
    for (size_t i = 0;; i++) {
        const char *c = tag + i;
        if (i == bytes || *c == '-') {
            if (length == 0 || length > 8 || (subtag == 0 && (length < 2 || length > 3)))
                return false;
            if (i == bytes)
                return true;
            subtag++;
            length = 0;
        } else if (ascii_letter(*c) || (subtag > 0 && ascii_digit(*c))) {
            length++;
        } else {
            return false;
        }
    }
}

/* One language or several, divided by semicolons: a packet with a part for each. */
static bool language_valid(const char *list) {
    for (const char *at = list;;) {
        at += strspn(at, " ");
        const size_t length = strcspn(at, "; ");
        if (!tag_valid(at, length))
            return false;
        at += length;
        at += strspn(at, " ");
        if (*at == '\0')
            return true;
        if (*at++ != ';')
            return false;
    }
}

static void check_organization(struct planbuild *b, const struct record *record) {
    const struct organization *organization = &b->plan->organization;
    if (organization->currency[0] && !currency_valid(organization->currency))
        diag_report(b->diags, BP3921, planbuild_place(b, record, COLUMN_ORGANIZATION_BASE_CURRENCY),
                    organization->currency, NULL);
    if (!language_valid(organization->language)) {
        diag_report(b->diags, BP3922, planbuild_place(b, record, COLUMN_ORGANIZATION_LANGUAGE),
                    organization->language, NULL);
    }
    struct date start = planbuild_date(record, COLUMN_ORGANIZATION_FISCAL_YEAR_START);
    if (date_set(start) && start.day != 1)
        diag_report(b->diags, BP3923,
                    planbuild_place(b, record, COLUMN_ORGANIZATION_FISCAL_YEAR_START),
                    planbuild_text(record, COLUMN_ORGANIZATION_FISCAL_YEAR_START), NULL);
}

static void read_organization(struct planbuild *b) {
    struct organization *organization = &b->plan->organization;
    const struct record *record = only_row(b, SHEET_ORGANIZATION);
    *organization = (struct organization){.id = "",
                                          .name = "",
                                          .vision = "",
                                          .mission = "",
                                          .values = "",
                                          .description = "",
                                          .currency = "",
                                          .language = "en"};
    organization->fiscal = b->workbook->fiscal;
    if (organization->fiscal.start_month < 1 || organization->fiscal.start_month > 12)
        organization->fiscal.start_month = 1; /* missing or wrong: reported by the workbook */
    if (!record)
        return;
    organization->id = planbuild_text(record, COLUMN_ORGANIZATION_ID);
    organization->name = planbuild_text(record, COLUMN_ORGANIZATION_NAME);
    organization->vision = planbuild_text(record, COLUMN_ORGANIZATION_VISION);
    organization->mission = planbuild_text(record, COLUMN_ORGANIZATION_MISSION);
    organization->values = planbuild_text(record, COLUMN_ORGANIZATION_VALUES);
    organization->description = planbuild_text(record, COLUMN_ORGANIZATION_DESCRIPTION);
    organization->currency = planbuild_text(record, COLUMN_ORGANIZATION_BASE_CURRENCY);
    if (planbuild_filled(record, COLUMN_ORGANIZATION_LANGUAGE))
        organization->language = planbuild_text(record, COLUMN_ORGANIZATION_LANGUAGE);
    organization->as_of = planbuild_date(record, COLUMN_ORGANIZATION_REPORTING_DATE);
    if (planbuild_filled(record, COLUMN_ORGANIZATION_REPORTING_PERIOD))
        organization->period = workbook_field(record, COLUMN_ORGANIZATION_REPORTING_PERIOD)->period;
    check_organization(b, record);
}

/* ---- the dates, and what the command line says instead ---- */

static struct place period_place(const struct planbuild *b) {
    const struct record *record = only_row(b, SHEET_ORGANIZATION);
    return record ? planbuild_place(b, record, COLUMN_ORGANIZATION_REPORTING_PERIOD)
                  : (struct place){.file = b->workbook->path};
}

static void take_options(struct planbuild *b, const struct plan_options *options) {
    struct organization *organization = &b->plan->organization;
    struct place nowhere = {.file = b->workbook->path};
    b->horizon = organization->as_of;
    if (options && date_set(options->as_of)) {
        struct date as_of = options->as_of;
        assert(date_valid(as_of.year, as_of.month, as_of.day));
        organization->as_of = as_of;
        if (!date_set(b->horizon) || date_compare(as_of, b->horizon) > 0)
            b->horizon = as_of;
    }
    if (options && options->period &&
        !period_parse(options->period, &organization->fiscal, &organization->period))
        diag_report(b->diags, BP3901, nowhere, options->period, NULL);
}

static void check_dates(struct planbuild *b) {
    const struct organization *organization = &b->plan->organization;
    bool dated = date_set(organization->as_of), timed = period_set(organization->period);
    /* Of other dialects the workbook was reported to lack them. */
    if ((!dated || !timed) && b->workbook->format == WORKBOOK_STRATML)
        diag_report(b->diags, BP2095, period_place(b),
                    dated   ? "period"
                    : timed ? "date"
                            : "date and no period",
                    NULL);
    if (!dated || !timed)
        return;
    if (date_compare(period_last(organization->period), organization->as_of) > 0)
        diag_report(b->diags, BP3902, period_place(b),
                    planbuild_period_text(b, organization->period),
                    planbuild_date_text(b, organization->as_of), NULL);
}

/* ---- settings ---- */

static void read_number(const struct record *record, int column, struct decimal *out) {
    if (planbuild_filled(record, column))
        *out = workbook_field(record, column)->number;
}

static void read_count(const struct record *record, int column, int most, int *out) {
    if (!planbuild_filled(record, column))
        return;
    int64_t count = workbook_field(record, column)->number.micro / DECIMAL_ONE;
    *out = count > most ? most : (int)count;
}

static enum reporting_line reporting_line(const struct record *record) {
    static const enum reporting_line lines[] = {LINE_DIRECT, LINE_DOTTED, LINE_TWO_BELOW,
                                                LINE_THREE_BELOW};
    int choice = planbuild_choice(record, COLUMN_SETTINGS_REPORTING_LINE, -1);
    return choice < 0 ? LINE_UNKNOWN : lines[choice];
}

static struct settings defaults(void) {
    return (struct settings){
        .carry_periods = 1,
        .tolerance = decimal_of(10),
        .minimum_coverage = decimal_of(50),
        .dead_band = decimal_of(1),
        .classification = "",
        .version = "",
        .prepared_by = "",
        .reviewed_by = "",
        .approved_by = "",
        .meeting = "",
        .meeting_place = "",
        .meeting_time = "",
        .page_budget = 20,
    };
}

static void mark_changes(struct settings *settings) {
    struct settings standard = defaults();
    settings->changed[OPTION_ROLLUP] = settings->rollup != standard.rollup;
    settings->changed[OPTION_MISSING] = settings->missing != standard.missing;
    settings->changed[OPTION_CARRY] = settings->carry_periods != standard.carry_periods;
    settings->changed[OPTION_TOLERANCE] =
        decimal_compare(settings->tolerance, standard.tolerance) != 0;
    settings->changed[OPTION_TOLERANCE_UNIT] = settings->tolerance_in_points;
    settings->changed[OPTION_COVERAGE] =
        decimal_compare(settings->minimum_coverage, standard.minimum_coverage) != 0;
    settings->changed[OPTION_HEADLINE] = settings->headline_ytd;
    settings->changed[OPTION_DEAD_BAND] =
        decimal_compare(settings->dead_band, standard.dead_band) != 0;
}

static void read_meeting(struct planbuild *b, const struct record *record,
                         struct settings *settings) {
    planbuild_reference_if(b, record, COLUMN_SETTINGS_MEETING, SHEET_MEETINGS);
    settings->classification = planbuild_text(record, COLUMN_SETTINGS_CLASSIFICATION);
    settings->version = planbuild_text(record, COLUMN_SETTINGS_VERSION);
    settings->prepared_by = planbuild_text(record, COLUMN_SETTINGS_PREPARED_BY);
    settings->prepared_on = planbuild_date(record, COLUMN_SETTINGS_PREPARED_ON);
    settings->reviewed_by = planbuild_text(record, COLUMN_SETTINGS_REVIEWED_BY);
    settings->reviewed_on = planbuild_date(record, COLUMN_SETTINGS_REVIEWED_ON);
    settings->approved_by = planbuild_text(record, COLUMN_SETTINGS_APPROVED_BY);
    settings->approved_on = planbuild_date(record, COLUMN_SETTINGS_APPROVED_ON);
    settings->meeting = planbuild_text(record, COLUMN_SETTINGS_MEETING);
    settings->meeting_place = planbuild_text(record, COLUMN_SETTINGS_MEETING_PLACE);
    settings->meeting_time = planbuild_text(record, COLUMN_SETTINGS_MEETING_TIME);
    settings->meeting_date = planbuild_date(record, COLUMN_SETTINGS_MEETING_DATE);
    settings->next_meeting = planbuild_date(record, COLUMN_SETTINGS_NEXT_MEETING);
    read_count(record, COLUMN_SETTINGS_PAGE_BUDGET, INT_MAX, &settings->page_budget);
    settings->page_budget_said = planbuild_filled(record, COLUMN_SETTINGS_PAGE_BUDGET);
}

static void read_published_total(struct planbuild *b, const struct record *record) {
    struct plan *plan = b->plan;
    plan->published_total_min = planbuild_quantity(b, record, COLUMN_SETTINGS_TOTAL_FTE_MIN);
    plan->published_total_max = planbuild_quantity(b, record, COLUMN_SETTINGS_TOTAL_FTE_MAX);
    if (plan->published_total_min.known && plan->published_total_max.known &&
        decimal_compare(plan->published_total_min.value, plan->published_total_max.value) > 0)
        diag_report(b->diags, BP3924, plan->published_total_min.place,
                    planbuild_number_text(b, plan->published_total_min.value),
                    planbuild_number_text(b, plan->published_total_max.value), NULL);
}

static void read_settings(struct planbuild *b) {
    struct settings *settings = &b->plan->settings;
    const struct record *record = only_row(b, SHEET_SETTINGS);
    *settings = defaults();
    if (!record)
        return;
    settings->rollup =
        (enum rollup_policy)planbuild_choice(record, COLUMN_SETTINGS_ROLLUP_POLICY, 0);
    settings->missing =
        (enum missing_policy)planbuild_choice(record, COLUMN_SETTINGS_MISSING_DATA_POLICY, 0);
    read_count(record, COLUMN_SETTINGS_CARRY_PERIODS, INT_MAX, &settings->carry_periods);
    read_number(record, COLUMN_SETTINGS_DEFAULT_TOLERANCE, &settings->tolerance);
    settings->tolerance_in_points =
        planbuild_choice(record, COLUMN_SETTINGS_TOLERANCE_UNIT, 0) == 1;
    read_number(record, COLUMN_SETTINGS_MINIMUM_COVERAGE, &settings->minimum_coverage);
    settings->headline_ytd = planbuild_choice(record, COLUMN_SETTINGS_HEADLINE, 0) == 1;
    read_number(record, COLUMN_SETTINGS_TREND_DEAD_BAND, &settings->dead_band);
    settings->reporting_line = reporting_line(record);
    settings->packet_kind =
        (enum packet_kind)planbuild_choice(record, COLUMN_SETTINGS_PACKET_KIND, (int)PACKET_BOARD);
    read_meeting(b, record, settings);
    read_published_total(b, record);
    mark_changes(settings);
    if (decimal_zero(settings->tolerance))
        diag_report(b->diags, BP3320, planbuild_place(b, record, COLUMN_SETTINGS_DEFAULT_TOLERANCE),
                    NULL);
}

void readorganization(struct planbuild *b, const struct plan_options *options) {
    read_organization(b);
    read_settings(b);
    take_options(b, options);
    check_dates(b);
}
