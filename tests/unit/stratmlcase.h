/* Small StratML plans: what stands inside one goal's objective, with places that tests can name. */
#ifndef TESTS_STRATMLCASE_H
#define TESTS_STRATMLCASE_H

#include "workbookfixture.h"

#define STRATML_SPACE "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"

/* Line 1: the plan; 2: core; 3: goal; 4: objective; from 5 on: what is given. */
static inline const char *stratml_objective(struct book *book, const char *inside) {
    return arena_printf(book->arena,
                        "<PerformancePlanOrReport xmlns=\"" STRATML_SPACE "\"><Name>Plan</Name>\n"
                        "<StrategicPlanCore>\n"
                        "<Goal><Name>G</Name><Description/><Identifier>g</Identifier>\n"
                        "<Objective><Name>O</Name><Identifier>o</Identifier>\n"
                        "%s</Objective></Goal></StrategicPlanCore>\n"
                        "<AdministrativeInformation><PublicationDate>2026-02-10</PublicationDate>"
                        "</AdministrativeInformation></PerformancePlanOrReport>\n",
                        inside);
}

/* An indicator m; from line 6 on: its instance's results. */
static inline const char *stratml_results(struct book *book, const char *results) {
    return stratml_objective(
        book, arena_printf(book->arena,
                           "<PerformanceIndicator><MeasurementDimension>M</MeasurementDimension>"
                           "<UnitOfMeasurement>t</UnitOfMeasurement><Identifier>m</Identifier>"
                           "<MeasurementInstance>\n%s</MeasurementInstance>"
                           "</PerformanceIndicator>\n",
                           results));
}

#define STRATML_RESULT(name, start, end, number)                                                   \
    "<" name "><StartDate>" start "</StartDate><EndDate>" end "</EndDate><NumberOfUnits>" number   \
    "</NumberOfUnits></" name ">\n"
#define STRATML_TARGET(start, end, number) STRATML_RESULT("TargetResult", start, end, number)
#define STRATML_ACTUAL(start, end, number) STRATML_RESULT("ActualResult", start, end, number)

#endif
