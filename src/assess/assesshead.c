#include "assess/assesshead.h"

void assesshead_json(struct json *json, const struct assessment *a, const struct plan *changed) {
    char date[11], period[16];
    date_format(a->as_of, date);
    period_format(a->period, &a->plan->organization.fiscal, period);
    json_number(json, "format", 1);
    json_open(json, "workbook", '{');
    json_text(json, "sha256", a->plan->digest);
    if (changed) {
        json_text(json, "sha256_what_if", changed->digest);
    }
    json_text(json, "as_of", date);
    json_text(json, "period", period);
    json_close(json);
}
