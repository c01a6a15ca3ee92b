#include "plan/readmeetings.h"

#include "base/utf8.h"
#include <string.h>

#define WORDS_MOST 80

static bool after(struct date date, struct date limit) {
    return date_set(date) && date_set(limit) && date_compare(date, limit) > 0;
}

/* ---- actions ---- */

static void check_action(struct planbuild *b, const struct record *record,
                         const struct action *action) {
    struct place closed = planbuild_place(b, record, COLUMN_ACTIONS_CLOSED_ON);
    const char *closed_text =
        date_set(action->closed) ? planbuild_date_text(b, action->closed) : "";
    if (after(action->raised, action->due) && date_set(action->due))
        diag_report(b->diags, BP3701, planbuild_place(b, record, COLUMN_ACTIONS_DUE_DATE),
                    action->id, planbuild_date_text(b, action->due),
                    planbuild_date_text(b, action->raised), NULL);
    if (action->status == ACTION_DONE && !date_set(action->closed) &&
        !workbook_field(record, COLUMN_ACTIONS_CLOSED_ON)->wrong)
        diag_report(b->diags, BP3702, closed, action->id, NULL);
    if (after(action->closed, b->horizon))
        diag_report(b->diags, BP3703, closed, action->id, closed_text,
                    planbuild_date_text(b, b->horizon), NULL);
    if (date_set(action->closed) && after(action->raised, action->closed))
        diag_report(b->diags, BP3706, closed, action->id, closed_text,
                    planbuild_date_text(b, action->raised), NULL);
    if (action->status == ACTION_OPEN && date_set(action->closed) &&
        !workbook_field(record, COLUMN_ACTIONS_STATUS)->wrong)
        diag_report(b->diags, BP3705, planbuild_place(b, record, COLUMN_ACTIONS_STATUS), action->id,
                    NULL);
}

/* Looking back with an earlier reporting date, what was closed later is still open. */
static void reopen(const struct planbuild *b, struct action *action) {
    if (!after(action->closed, b->plan->organization.as_of) || after(action->closed, b->horizon))
        return;
    action->closed = (struct date){0};
    action->status = ACTION_OPEN;
}

static void read_action(struct planbuild *b, const struct record *record) {
    planbuild_reference(b, record, COLUMN_ACTIONS_LINKED);
    planbuild_reference_if(b, record, COLUMN_ACTIONS_MEETING, SHEET_MEETINGS);
    struct action *action = vec_add(b->arena, &b->plan->actions);
    *action = (struct action){
        .id = planbuild_text(record, COLUMN_ACTIONS_ID),
        .name = planbuild_text(record, COLUMN_ACTIONS_NAME),
        .owner = planbuild_text(record, COLUMN_ACTIONS_OWNER),
        .outcome = planbuild_text(record, COLUMN_ACTIONS_OUTCOME),
        .meeting = planbuild_text(record, COLUMN_ACTIONS_MEETING),
        .linked_id = planbuild_text(record, COLUMN_ACTIONS_LINKED),
        .raised = planbuild_date(record, COLUMN_ACTIONS_RAISED_ON),
        .due = planbuild_date(record, COLUMN_ACTIONS_DUE_DATE),
        .closed = planbuild_date(record, COLUMN_ACTIONS_CLOSED_ON),
        .status =
            (enum action_status)planbuild_choice(record, COLUMN_ACTIONS_STATUS, (int)ACTION_OPEN),
        .place = planbuild_place(b, record, COLUMN_ACTIONS_ID),
    };
    check_action(b, record, action);
    reopen(b, action);
    if (action->status == ACTION_OPEN && !date_set(action->closed) && date_set(action->due) &&
        after(b->plan->organization.as_of, action->due) && !after(action->raised, action->due))
        diag_report(b->diags, BP3704, planbuild_place(b, record, COLUMN_ACTIONS_DUE_DATE),
                    action->id, planbuild_date_text(b, action->due), NULL);
}

/* ---- decisions ---- */

static void read_decision(struct planbuild *b, const struct record *record) {
    planbuild_reference(b, record, COLUMN_DECISIONS_LINKED);
    planbuild_reference_if(b, record, COLUMN_DECISIONS_MEETING, SHEET_MEETINGS);
    struct decision *decision = vec_add(b->arena, &b->plan->decisions);
    *decision = (struct decision){
        .id = planbuild_text(record, COLUMN_DECISIONS_ID),
        .name = planbuild_text(record, COLUMN_DECISIONS_NAME),
        .rationale = planbuild_text(record, COLUMN_DECISIONS_RATIONALE),
        .decided_by = planbuild_text(record, COLUMN_DECISIONS_DECIDED_BY),
        .meeting = planbuild_text(record, COLUMN_DECISIONS_MEETING),
        .linked_id = planbuild_text(record, COLUMN_DECISIONS_LINKED),
        .date = planbuild_date(record, COLUMN_DECISIONS_DATE),
        .review_by = planbuild_date(record, COLUMN_DECISIONS_REVIEW_BY),
        .place = planbuild_place(b, record, COLUMN_DECISIONS_ID),
    };
    if (date_set(decision->review_by) && after(decision->date, decision->review_by))
        diag_report(b->diags, BP3711, planbuild_place(b, record, COLUMN_DECISIONS_REVIEW_BY),
                    decision->id, planbuild_date_text(b, decision->review_by),
                    planbuild_date_text(b, decision->date), NULL);
    if (after(decision->date, b->horizon))
        diag_report(b->diags, BP3712, planbuild_place(b, record, COLUMN_DECISIONS_DATE),
                    decision->id, planbuild_date_text(b, decision->date),
                    planbuild_date_text(b, b->horizon), NULL);
}

/* ---- commentary ---- */

static size_t count_words(const char *text) {
    size_t length = strlen(text), words = 0;
    bool inside = false;
    for (size_t at = 0; at < length;) {
        bool space = utf8_space(utf8_next(text, length, &at));
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

static void check_length(struct planbuild *b, const struct record *record, int column,
                         const struct commentary *commentary) {
    size_t words = count_words(planbuild_text(record, column));
    if (words > WORDS_MOST)
        diag_report(b->diags, BP3722, planbuild_place(b, record, column), commentary->linked_id,
                    planbuild_period_text(b, commentary->period),
                    schema_sheet(SHEET_COMMENTARY)->columns[column].title,
                    planbuild_count_text(b, words), NULL);
}

static void check_commentary(struct planbuild *b, const struct record *record,
                             const struct commentary *commentary) {
    if (after(period_first(commentary->period), b->horizon))
        diag_report(b->diags, BP3721, planbuild_place(b, record, COLUMN_COMMENTARY_PERIOD),
                    commentary->linked_id, planbuild_period_text(b, commentary->period),
                    planbuild_date_text(b, b->horizon), NULL);
    static const int texts[] = {COLUMN_COMMENTARY_ANALYSIS, COLUMN_COMMENTARY_CAUSE,
                                COLUMN_COMMENTARY_RECOMMENDED_ACTION, COLUMN_COMMENTARY_OUTLOOK};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_length(b, record, texts[i], commentary);
}

static void read_commentary(struct planbuild *b, const struct record *record) {
    struct period period = workbook_field(record, COLUMN_COMMENTARY_PERIOD)->period;
    planbuild_reference(b, record, COLUMN_COMMENTARY_LINKED);
    if (!planbuild_filled(record, COLUMN_COMMENTARY_LINKED) ||
        !planbuild_filled(record, COLUMN_COMMENTARY_PERIOD))
        return;
    struct commentary *commentary = vec_add(b->arena, &b->plan->commentaries);
    *commentary = (struct commentary){
        .kind = (enum commentary_kind)planbuild_choice(record, COLUMN_COMMENTARY_KIND, 0),
        .linked_id = planbuild_text(record, COLUMN_COMMENTARY_LINKED),
        .author = planbuild_text(record, COLUMN_COMMENTARY_AUTHOR),
        .analysis = planbuild_text(record, COLUMN_COMMENTARY_ANALYSIS),
        .cause = planbuild_text(record, COLUMN_COMMENTARY_CAUSE),
        .recommended_action = planbuild_text(record, COLUMN_COMMENTARY_RECOMMENDED_ACTION),
        .outlook = planbuild_text(record, COLUMN_COMMENTARY_OUTLOOK),
        .period = period,
        .date = planbuild_date(record, COLUMN_COMMENTARY_DATE),
        .place = planbuild_place(b, record, COLUMN_COMMENTARY_LINKED),
    };
    check_commentary(b, record, commentary);
}

void readmeetings(struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_ACTIONS];
    for (size_t i = 0; i < rows->list.count; i++)
        read_action(b, rows->list.items[i]);
    rows = &b->rows[SHEET_DECISIONS];
    for (size_t i = 0; i < rows->list.count; i++)
        read_decision(b, rows->list.items[i]);
    rows = &b->rows[SHEET_COMMENTARY];
    for (size_t i = 0; i < rows->list.count; i++)
        read_commentary(b, rows->list.items[i]);
}
