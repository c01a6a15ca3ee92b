/* monthcase: two years of months for the tests of the column and the line chart. */
#ifndef TESTS_UNIT_MONTHCASE_H
#define TESTS_UNIT_MONTHCASE_H

#include "layoutcase.h"

static struct chart_month months[24];
static struct chart month_chart;
static const struct rect month_place = {MM(18), MM(20), MM(174), MM(81)};

/* Prior year 4.0, this year 5.0 for six months, forecast 4.5; plan 4.8. */
static inline void fill_months(enum chart_kind kind) {
    memset(months, 0, sizeof months);
    for (size_t i = 0; i < 24; i++) {
        months[i].initial = "J";
        months[i].prior_year = i < 12;
        if (i < 12)
            months[i].actual = (struct chart_value){true, 4.0, "4.0"};
        else if (i < 18)
            months[i].actual = (struct chart_value){true, 5.0, "5.0"};
        else
            months[i].forecast = (struct chart_value){true, 4.5, "4.5"};
        if (i >= 12)
            months[i].plan = (struct chart_value){true, 4.8, NULL};
    }
    month_chart = (struct chart){.kind = kind,
                                 .as.columns = {.months = months,
                                                .count = 24,
                                                .year_split = 12,
                                                .first_year = "2024/25",
                                                .second_year = "2025/26",
                                                .has_red = true,
                                                .red = 4.2,
                                                .plan_label = "Plan 4.8",
                                                .red_label = "Red flag 4.2",
                                                .variance_label = "Variance",
                                                .forecast_label = "forecast"}};
}

#endif
