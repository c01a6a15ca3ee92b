/* wordcase: English words for the tests of what is told of charts. */
#ifndef TESTS_UNIT_WORDCASE_H
#define TESTS_UNIT_WORDCASE_H

#include "layout/chartwords.h"

static const struct chartwords english = {
    .text = {[CHARTWORD_TELL] = "{1}: {2}.",
             [CHARTWORD_AND] = "{1}, {2}",
             [CHARTWORD_NOTHING] = "no values",
             [CHARTWORD_LAST] = "{1} {2}",
             [CHARTWORD_PLAN] = "plan {1}",
             [CHARTWORD_FORECAST] = "forecast for {1} {2}",
             [CHARTWORD_LOWEST] = "lowest {2} in {1}",
             [CHARTWORD_HIGHEST] = "highest {2} in {1}",
             [CHARTWORD_MISSING] = "no value for {1} of {2} periods",
             [CHARTWORD_STEP] = "{1} {2}",
             [CHARTWORD_BASE] = "base rate {1}",
             [CHARTWORD_RISKS] = "{1} risks",
             [CHARTWORD_ABOVE] = "above appetite {1}",
             [CHARTWORD_NONE_ABOVE] = "none above appetite",
             [CHARTWORD_ROWS] = "{1} rows by {2} columns",
             [CHARTWORD_WITHOUT] = "nothing for {1}",
             [CHARTWORD_STATUS] = "{2} {1}",
             [CHARTWORD_POINTS] = "{1} points",
             [CHARTWORD_AXES] = "across {1}, upright {2}",
             [CHARTWORD_SIGNALS] = "signals in {1}",
             [CHARTWORD_SIGNALS_RUN] = "signals from {1} to {2}",
             [CHARTWORD_NO_SIGNAL] = "no signals",
             [CHARTWORD_MORE] = "{1} more",
             [CHARTWORD_DASH] = "\u2013",
             [CHARTWORD_FIGURES] = " \u00B7 figures on page\u00A0",
             [CHARTWORD_HEAD_PERIOD] = "Period",
             [CHARTWORD_HEAD_ACTUAL] = "Actual",
             [CHARTWORD_HEAD_PLAN] = "Plan",
             [CHARTWORD_HEAD_FORECAST] = "Forecast",
             [CHARTWORD_HEAD_VARIANCE] = "Variance",
             [CHARTWORD_HEAD_VALUE] = "Value",
             [CHARTWORD_HEAD_SIGNAL] = "Signal",
             [CHARTWORD_HEAD_STEP] = "Step",
             [CHARTWORD_HEAD_RISK] = "Risk",
             [CHARTWORD_HEAD_INHERENT] = "Inherent",
             [CHARTWORD_HEAD_RESIDUAL] = "Residual",
             [CHARTWORD_HEAD_POSITION] = "Position",
             [CHARTWORD_HEAD_NAME] = "Name",
             [CHARTWORD_IS_SIGNAL] = "signal",
             [CHARTWORD_IS_NOISE] = "no",
             [CHARTWORD_IS_ABOVE] = "above",
             [CHARTWORD_IS_WITHIN] = "within"}};

#endif
