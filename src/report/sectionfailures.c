/* The six points at which strategies fail to be carried out, by research, with this organization's
 * own figures beside them (domain.md section 4, rule 13; assess/alignment.h). */
#include "assess/alignment.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"

#define BAR_WIDTH MM(42)
enum { FAILURES = 6 };

struct failure {
    const char *name;  /* key of what fails */
    const char *rate;  /* key of the base rate (alignment.h) */
    const char *basis; /* key of what the own figure is a share of */
};

static const struct failure failures[FAILURES] = {
    {"failures.units", "units", "failures.units.basis"},
    {"failures.budget", "budget", "failures.budget.basis"},
    {"failures.managers", "incentives-managers", "failures.incentives.basis"},
    {"failures.front-line", "incentives-front-line", "failures.incentives.basis"},
    {"failures.aware", "aware", "failures.aware.basis"},
    {"failures.hours", "hours-under-one", "failures.hours.basis"},
};

/* An own figure: a share in percent of so many, or hours. */
struct figure {
    bool known, hours;
    struct decimal value;
    const char *part, *whole;
};

static const char *number(struct report *report, struct decimal value) {
    return words_number(report->arena, report->words, value, 0, false);
}

/* Support units that stand below no other: their figures hold those below them. */
static bool top_support(const struct report *report, const struct unit *unit) {
    return unit->kind == UNIT_SUPPORT && subject_within(report, unit) &&
           !(unit->parent && unit->parent->kind == UNIT_SUPPORT);
}

static struct figure share(struct report *report, bool known, struct decimal part,
                           struct decimal whole) {
    struct figure figure = {.part = number(report, part), .whole = number(report, whole)};
    figure.known = known && alignment_share(part, whole, &figure.value);
    return figure;
}

static struct figure support_units(struct report *report) {
    int traced = 0;
    int objectives = 0;
    for (size_t i = 0; i < report->plan->units.count; i++) {
        if (!top_support(report, &report->plan->units.items[i]))
            continue;
        traced += report->assessment->alignment[i].traced;
        objectives += report->assessment->alignment[i].objectives;
    }
    return share(report, objectives > 0, decimal_of(traced), decimal_of(objectives));
}

static struct figure money_share(struct report *report, const struct alignment_result *own) {
    struct figure figure = share(report, own->has_budget, own->linked, own->budget);
    figure.part = compose_millions(report, own->linked);
    figure.whole = compose_millions(report, own->budget);
    return figure;
}

static struct figure figure_of(struct report *report, int point) {
    const struct alignment_result *own =
        &report->assessment->alignment[report->unit - report->plan->units.items];
    struct figure hours = {.known = own->has_hours, .hours = true, .value = own->hours};
    hours.part = hours.whole = words_text(report->words, "missing");
    switch (point) {
    case 0:
        return support_units(report);
    case 1:
        return money_share(report, own);
    case 2:
    case 3:
        return share(report, own->has_incentives, own->incentives, own->incentives_of);
    case 4:
        return share(report, own->has_aware, own->aware, own->aware_of);
    default:
        return hours;
    }
}

/* Base rates are published of those not aligned; the bars show those that are. */
static struct decimal base_share(int point) {
    const struct alignment_rate *rate = alignment_rate(failures[point].rate);
    struct decimal base = decimal_of(0);
    if (rate && !decimal_sub(decimal_of(100), rate->percent, &base))
        base = decimal_of(0);
    return base;
}

/* "over 90 %" are not: fewer than 10 % are. */
static const char *base_label(struct report *report, int point) {
    const struct alignment_rate *rate = alignment_rate(failures[point].rate);
    const char *share = compose_percent(report, base_share(point));
    return rate && rate->at_least
               ? words_fill(report->arena, report->words, "less-than", share, NULL)
               : share;
}

static void bar_cell(struct report *report, struct table_row *row, int point,
                     const struct figure *figure) {
    if (figure->hours) {
        struct table_cell *cell = table_cell(report->arena, row);
        content_styled(
            report->arena, cell_content(report->arena, cell), STYLE_TABLE_BOLD, INK,
            figure->known
                ? words_fill(report->arena, report->words, "failures.hours.own",
                             words_number(report->arena, report->words, figure->value,
                                          figure->value.micro % DECIMAL_ONE != 0 ? 1 : 0, false),
                             NULL)
                : words_text(report->words, "missing"));
        return;
    }
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_RATE;
    chart->width = BAR_WIDTH;
    chart->height = MM(6);
    struct chart_rate *rate = &chart->as.rate;
    rate->most = 100;
    rate->widest = compose_percent(report, decimal_of(100));
    rate->own = (struct chart_value){figure->known, decimal_double(figure->value),
                                     figure->known ? compose_percent(report, figure->value)
                                                   : words_text(report->words, "missing")};
    rate->base =
        (struct chart_value){true, decimal_double(base_share(point)), base_label(report, point)};
    chart->alt = words_fill(report->arena, report->words, "failures.alt", rate->own.label,
                            rate->base.label, NULL);
    table_chart(report->arena, row, chart);
}

/* Ahead of the base rate, behind it, or not known.  An executive team is ahead with an hour. */
static int against_base(int point, const struct figure *figure) {
    if (!figure->known)
        return 0;
    struct decimal base = figure->hours ? decimal_of(1) : base_share(point);
    return decimal_compare(figure->value, base) >= 0 ? 1 : -1;
}

static void point_row(struct report *report, struct table_block *table, int point) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct figure figure = figure_of(report, point);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, arena_printf(arena, "%d", point + 1));
    struct table_cell *cell = table_cell(arena, row);
    cell->header = true;
    content_styled(arena, cell_content(arena, cell), STYLE_TABLE_SEMIBOLD, INK,
                   words_text(words, failures[point].name));
    content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY,
                   figure.known ? words_fill(arena, words, failures[point].basis, figure.part,
                                             figure.whole, NULL)
                                : words_text(words, "failures.unknown"));
    bar_cell(report, row, point, &figure);
    table_text(arena, row,
               words_text(words, arena_printf(arena, "failures.base.%s", failures[point].rate)));
    int verdict = against_base(point, &figure);
    cell = table_text(arena, row,
                      words_text(words, verdict > 0   ? "failures.ahead"
                                        : verdict < 0 ? "failures.behind"
                                                      : "missing"));
    if (verdict < 0) {
        cell->style = STYLE_TABLE_BOLD;
        cell->colour = BAD_TEXT;
    }
}

static const char *failures_title(struct report *report, int known, int behind) {
    struct arena *arena = report->arena;
    const char *key = known == 0    ? "failures.title.unknown"
                      : behind == 0 ? "failures.title"
                                    : "failures.title.behind";
    return words_fill(arena, report->words, key, words_count(arena, report->words, behind, true),
                      arena_printf(arena, "%d", behind),
                      words_count(arena, report->words, known, false),
                      words_count(arena, report->words, FAILURES - known, false),
                      arena_printf(arena, "%d", FAILURES - known), NULL);
}

SECTION(failures) {
    struct section *section = compose_section(report, template);
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    int known = 0;
    int behind = 0;
    for (int i = 0; i < FAILURES; i++) {
        const struct figure figure = figure_of(report, i);
        known += figure.known;
        behind += against_base(i, &figure) < 0;
    }
    section->run_on |= template->appendix;
    block_title(report->document, &section->blocks, failures_title(report, known, behind),
                words_fill(arena, words, "failures.subtitle", alignment_source(), NULL));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "failures.summary"))
            ->table;
    table_column(arena, table, "", ALIGN_LEFT, MM(5), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.number");
    table_column(arena, table, words_text(words, "failures.point"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "failures.here"), ALIGN_LEFT, BAR_WIDTH,
                 STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "failures.base"), ALIGN_LEFT, MM(38),
                 STYLE_TABLE_GREY)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "failures.verdict"), ALIGN_LEFT, MM(16),
                 STYLE_TABLE)
        ->gap = MM(3);
    for (int i = 0; i < FAILURES; i++)
        point_row(report, table, i);
    block_text(report->document, &section->blocks, STYLE_KEY, words_text(words, "failures.note"));
}
