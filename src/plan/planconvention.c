#include "plan/planconvention.h"

#include <assert.h>

const char *planconvention_name(enum planconvention convention) {
    static const char *const names[PLANCONVENTION_COUNT] = {
        [PLANCONVENTION_FISCAL_YEAR] = "Fiscal year",
        [PLANCONVENTION_NUMBERS] = "Numbers kept as text",
        [PLANCONVENTION_CURRENCY] = "Amounts",
        [PLANCONVENTION_TOTAL] = "Published range of the office",
        [PLANCONVENTION_LINE] = "Reporting line of the office",
    };
    assert(convention < PLANCONVENTION_COUNT);
    return names[convention];
}

static const char *fiscal_year(struct arena *arena, const struct fiscal *fiscal) {
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (fiscal->start_month <= 1) {
        return "the calendar year";
    }
    assert(fiscal->start_month <= 12);
    return arena_printf(arena, "from %s, named by the calendar year it %s in",
                        months[fiscal->start_month - 1],
                        fiscal->named_by_start ? "starts" : "ends");
}

static const char *total(struct arena *arena, const struct plan *plan) {
    char low[32], high[32];
    if (!plan->published_total_min.known || !plan->published_total_max.known) {
        return "none given";
    }
    decimal_format(plan->published_total_min.value, -1, low);
    decimal_format(plan->published_total_max.value, -1, high);
    const char *source = plan->published_total_source;
    return source && *source ? arena_printf(arena, "%s to %s FTE (%s)", low, high, source)
                             : arena_printf(arena, "%s to %s FTE", low, high);
}

static const char *line(enum reporting_line line) {
    switch (line) {
    case LINE_DIRECT:
        return "direct to the chief executive";
    case LINE_DOTTED:
        return "dotted to the chief executive, solid to finance or operations";
    case LINE_TWO_BELOW:
        return "two levels below the chief executive";
    case LINE_THREE_BELOW:
        return "three or more levels below the chief executive";
    case LINE_UNKNOWN:
        break;
    }
    return "not given";
}

const char *planconvention_value(struct arena *arena, const struct plan *plan,
                                 enum planconvention convention) {
    switch (convention) {
    case PLANCONVENTION_FISCAL_YEAR:
        return fiscal_year(arena, &plan->organization.fiscal);
    case PLANCONVENTION_NUMBERS:
        return number_style_name(plan->workbook ? plan->workbook->number_style : NUMBER_PLAIN);
    case PLANCONVENTION_CURRENCY:
        return arena_printf(arena, "in %s, if nothing else is said", plan->organization.currency);
    case PLANCONVENTION_TOTAL:
        return total(arena, plan);
    case PLANCONVENTION_LINE:
        return line(plan->settings.reporting_line);
    case PLANCONVENTION_COUNT:
        break;
    }
    return "";
}
