#include "app/kindchoice.h"

#include "app/render.h"
#include "base/idmap.h"
#include "report/filter.h"
#include <string.h>

enum { TEMPLATE_BYTES = 1 << 20 };

/* "board, monthly, ...": the kinds that are built in. */
static const char *kind_names(struct arena *arena) {
    const struct template_kinds kinds = template_kinds(arena);
    const char *names = "";
    for (size_t i = 0; i < kinds.items.count; i++)
        names = arena_printf(arena, "%s%s%s", names, i > 0 ? ", " : "", kinds.items.items[i].kind);
    return names;
}

enum outcome kindchoice_unknown(struct job *job, const char *kind) {
    const struct template_kinds kinds = template_kinds(job->arena);
    struct idmap *names = idmap_new(job->arena);
    for (size_t i = 0; i < kinds.items.count; i++)
        idmap_put(names, kinds.items.items[i].kind, i);
    diag_report_hint(job->diags, BP5017, (struct place){0},
                     diag_did_you_mean(job->arena, idmap_nearest(names, kind)), kind,
                     kind_names(job->arena), NULL);
    return OUTCOME_USAGE;
}

enum outcome kindchoice_read(struct job *job, const char *path, const struct template **out) {
    const char *why = "";
    char *bytes;
    size_t length;
    enum file_result result = file_read(job->arena, path, TEMPLATE_BYTES, &bytes, &length, &why);
    *out = NULL;
    if (result != FILE_OK) {
        job_complain(job, BP9001, path, why, NULL);
        return OUTCOME_UNREADABLE;
    }
    vec_push(job->arena, &job->files, ((struct job_file){path, bytes, length, true}));
    *out = template_read(job->arena, path, bytes, length, job->diags);
    return *out ? OUTCOME_DONE : OUTCOME_FINDINGS;
}

/* The kind that the workbook asks for on the sheet Settings. */
static const char *asked_kind(const struct job *job) {
    static const char *const kinds[] = {
        [PACKET_BOARD] = "board",        [PACKET_MONTHLY_REVIEW] = "monthly",
        [PACKET_PRE_BRIEF] = "prebrief", [PACKET_UNIT] = "unit",
        [PACKET_EMPLOYEE] = "employee",  [PACKET_OWNER] = "owner"};
    return kinds[job->plan->settings.packet_kind];
}

static bool makes_packet(const struct options *options) {
    return options->command == COMMAND_PACKET || options->command == COMMAND_BUILD;
}

static enum outcome find(struct job *job, const struct template **out) {
    const struct options *options = job->options;
    if (options->given[SWITCH_TEMPLATE] && options->given[SWITCH_KIND]) {
        job_complain(job, BP5047, NULL);
        return OUTCOME_USAGE;
    }
    if (options->given[SWITCH_TEMPLATE])
        return kindchoice_read(job, options->value[SWITCH_TEMPLATE], out);
    const char *kind = options->given[SWITCH_KIND] ? options->value[SWITCH_KIND]
                       : makes_packet(options)     ? asked_kind(job)
                                                   : "board";
    *out = template_builtin(job->arena, kind, job->diags);
    return *out ? OUTCOME_DONE : kindchoice_unknown(job, kind);
}

static void over(const char **wish, const struct job *job, enum switch_id option) {
    if (job->options->given[option])
        *wish = job->options->value[option];
}

/* What the command line wants takes the place of what the template says.  A theme goes to the
 * sections that are of one theme, if there are any, and else to all. */
static void wish(struct job *job, struct template *template) {
    struct template_filter *filter = &template->filter;
    const char *theme = NULL;
    bool of_sections = false;
    over(&theme, job, SWITCH_THEME);
    for (size_t i = 0; theme && i < template->sections.count; i++)
        if (template->sections.items[i].theme) {
            template->sections.items[i].theme = theme;
            template->sections.items[i].place = (struct place){0};
            of_sections = true;
        }
    if (theme && !of_sections)
        filter->theme = theme;
    over(&filter->objective, job, SWITCH_OBJECTIVE);
    over(&filter->owner, job, SWITCH_OWNER);
    if (filter->owner && job->redaction)
        filter->owner = redact_name(job->redaction, filter->owner);
    over(&filter->meeting, job, SWITCH_MEETING);
    over(&filter->purpose, job, SWITCH_PURPOSE);
    const enum switch_id options[] = {SWITCH_THEME, SWITCH_OBJECTIVE, SWITCH_OWNER, SWITCH_MEETING};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (job->options->given[options[i]])
            filter->place = (struct place){0};
}

/* The workbook knows how much its board reads, but only of the kind of packet it asks for; a
 * template of the user's says so itself. */
static void budget(const struct job *job, struct template *template) {
    const struct settings *settings = &job->plan->settings;
    if (settings->page_budget_said && !job->options->given[SWITCH_TEMPLATE] &&
        strcmp(template->kind, asked_kind(job)) == 0)
        template->core = (unsigned)settings->page_budget;
}

/* Large paper is for the map alone. */
static bool repaper(struct job *job, struct template *template) {
    const char *word = job->options->value[SWITCH_PACKET_PAPER];
    if (!word)
        return true;
    template_paper(template, word);
    for (size_t i = 0; template->poster && i < template->sections.count; i++)
        if (strcmp(template->sections.items[i].kind, "map") != 0) {
            job_complain(job, BP5016, mappaper_sheet(template->sheet, false).name,
                         template->sections.items[i].kind, NULL);
            return false;
        }
    return true;
}

enum outcome kindchoice_template(struct job *job, const struct template **out) {
    enum outcome outcome = find(job, out);
    if (outcome != OUTCOME_DONE || !*out || !makes_packet(job->options))
        return outcome;
    struct template *own = arena_alloc(job->arena, sizeof *own);
    *own = **out;
    wish(job, own);
    budget(job, own);
    *out = own;
    return repaper(job, own) ? OUTCOME_DONE : OUTCOME_USAGE;
}

/* Whether what the kind cannot do without has been named. */
static bool named(struct job *job, const struct template *template) {
    const struct template_filter *filter = &template->filter;
    const char *needs = template->needs;
    const char *given = !needs                            ? ""
                        : strcmp(needs, "theme") == 0     ? filter->theme
                        : strcmp(needs, "objective") == 0 ? filter->objective
                        : strcmp(needs, "owner") == 0     ? filter->owner
                                                          : filter->meeting;
    if (!given)
        diag_report(job->diags, BP5018, (struct place){0}, template->name, needs, NULL);
    return given;
}

enum outcome kindchoice_about(struct job *job) {
    const struct template *template = job->template;
    const struct template_filter *wishes = template ? &template->filter : NULL;
    if (!template || !makes_packet(job->options))
        return OUTCOME_DONE;
    if (!named(job, template))
        return OUTCOME_USAGE;
    struct template *own = arena_alloc(job->arena, sizeof *own);
    *own = *template;
    own->watermark = job->options->value[SWITCH_WATERMARK];
    if (own->watermark && own->poster) {
        job_complain(job, BP5049, NULL);
        return OUTCOME_USAGE;
    }
    if (wishes->theme || wishes->objective || wishes->owner || wishes->meeting) {
        own->only = filter_of(job->arena, job->assessment, render_unit(job), wishes, job->diags);
        if (!own->only)
            return OUTCOME_USAGE;
        if (own->only->name)
            own->name = words_fill(job->arena, own->words, "document.about", own->name,
                                   own->only->name, NULL);
    }
    job->template = own;
    return OUTCOME_DONE;
}
