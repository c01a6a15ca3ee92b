#include "plan/rulemeetings.h"

/* How many days after the reporting date a meeting has to be prepared. */
#define NEAR_DAYS 31

static bool near(const struct planbuild *b, const struct meeting *meeting) {
    struct date as_of = b->plan->organization.as_of;
    if (!date_set(as_of) || !date_set(meeting->date))
        return false;
    int32_t days = date_days(meeting->date) - date_days(as_of);
    return days >= 0 && days <= NEAR_DAYS;
}

static void check_meeting(struct planbuild *b, const struct meeting *meeting) {
    const char *date = planbuild_date_text(b, meeting->date);
    if (!meeting->agenda.count) {
        diag_report(b->diags, BP3751, meeting->place, meeting->id, date, NULL);
        return;
    }
    const struct agenda_item *untimed = NULL;
    size_t count = 0;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = meeting->agenda.items[i];
        if (item->minutes == 0) {
            untimed = untimed ? untimed : item;
            count++;
        }
    }
    if (untimed)
        diag_report(b->diags, BP3752, untimed->place, meeting->id, date,
                    planbuild_count_text(b, count), planbuild_count_text(b, meeting->agenda.count),
                    NULL);
}

/* True if some row of the agenda could not be read in full. */
static bool in_doubt(const struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_AGENDA];
    for (size_t i = 0; i < rows->list.count; i++)
        if (workbook_field(rows->list.items[i], COLUMN_AGENDA_MINUTES)->wrong ||
            !planbuild_filled(rows->list.items[i], COLUMN_AGENDA_MEETING))
            return true;
    return b->partial[SHEET_AGENDA];
}

void rulemeetings(struct planbuild *b) {
    if (!b->plan->agenda.count || in_doubt(b))
        return;
    for (size_t i = 0; i < b->plan->meetings.count; i++)
        if (near(b, &b->plan->meetings.items[i]))
            check_meeting(b, &b->plan->meetings.items[i]);
}
