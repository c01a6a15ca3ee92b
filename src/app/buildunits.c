#include "app/buildunits.h"

#include "app/kindchoice.h"
#include "app/language.h"
#include "app/manifest.h"
#include "app/memory.h"
#include "app/render.h"
#include "base/crew.h"
#include "base/idmap.h"
#include "base/staging.h"
#include "plan/planunits.h"
#include "report/unitpage.h"
#include <stdlib.h>
#include <string.h>

/* What there is of each unit, and of all. */
enum { PACKET, MAP, FIGURES, OF_UNIT };
enum { INDEX, MANIFEST, BOOK, OF_ALL };

static const char *const unit_names[OF_UNIT] = {"packet.pdf", "map.svg", "assessment.json"};
static const char *const all_names[OF_ALL] = {"index.html", "manifest.json", "book.pdf"};

/* The documents of a unit. */
struct volume {
    const struct unit *unit;
    struct arena *arena; /* of what is said of it, until all is told */
    struct diags *diags;
    enum outcome outcome;
    struct manifest_file files[OF_UNIT];
    char *map; /* of the first unit, for the index */
    size_t map_length;
};

struct build {
    struct job *job;
    struct staging *staging;
    const struct template *template; /* of units below the first */
    const struct template *volume;   /* of the book of them all */
    struct volume *volumes;
    size_t count;
    struct volume book; /* of the whole; its first file is book.pdf */
};

/* ---- which units ---- */

static enum outcome unknown_unit(struct job *job, const char *id) {
    struct idmap *ids = idmap_new(job->arena);
    for (size_t i = 0; i < job->plan->units.count; i++)
        idmap_put(ids, job->plan->units.items[i].id, i);
    diag_report_hint(job->diags, BP9004, (struct place){0},
                     diag_did_you_mean(job->arena, idmap_nearest(ids, id)), id, NULL);
    return OUTCOME_USAGE;
}

/* True if the list "A,B" names the id. */
static bool listed(const char *list, const char *id) {
    const size_t length = strlen(id);
    for (; *list; list += strcspn(list, ",") + (list[strcspn(list, ",")] != '\0'))
        if (strcspn(list, ",") == length && strncmp(list, id, length) == 0)
            return true;
    return false;
}

static enum outcome check_list(struct job *job, const char *list) {
    while (*list) {
        size_t length = strcspn(list, ",");
        const char *id = arena_strndup(job->arena, list, length);
        if (!plan_unit(job->plan, id))
            return unknown_unit(job, id);
        list += length + (list[length] != '\0');
    }
    return OUTCOME_DONE;
}

static enum outcome choose_units(struct job *job, struct build *out) {
    const char *wanted = job->options->value[SWITCH_UNITS];
    const bool all = strcmp(wanted, "all") == 0;
    enum outcome outcome = all ? OUTCOME_DONE : check_list(job, wanted);
    if (outcome != OUTCOME_DONE)
        return outcome;
    size_t count;
    const struct unit **units = planunits_from(job->arena, job->plan, render_unit(job), &count);
    out->volumes = arena_array(job->arena, count, sizeof *out->volumes);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || all || listed(wanted, units[i]->id))
            out->volumes[out->count++].unit = units[i];
    return OUTCOME_DONE;
}

/* ---- the documents of one ---- */

/* A job over the same plan whose memory goes with the documents. */
static struct job job_of(const struct build *build, struct volume *volume, struct arena *arena) {
    struct job job = *build->job;
    job.arena = arena;
    job.diags = volume->diags;
    job.unit = volume->unit;
    if (volume != build->volumes)
        job.template = build->template; /* make_book() has its own */
    return job;
}

static void keep(const struct build *build, struct volume *volume, size_t file,
                 const struct textbuf *bytes, size_t pages) {
    const size_t index = (size_t)(volume - build->volumes);
    staging_write(build->staging, OF_ALL + index * OF_UNIT + file, textbuf_text(bytes),
                  bytes->length);
    const char *path =
        arena_printf(volume->arena, "units/%s/%s", volume->unit->id, unit_names[file]);
    manifest_note(&volume->files[file], path, bytes, pages);
}

static enum outcome make_packet(const struct build *build, struct volume *volume, struct job *job) {
    struct packet packet;
    struct textbuf bytes;
    enum outcome outcome = kindchoice_about(job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!render_packet(job, &packet))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0) /* of the layout: said, not drawn */
        return OUTCOME_FINDINGS;
    if (!render_pdf(job, &packet, &bytes))
        return OUTCOME_UNWRITTEN;
    keep(build, volume, PACKET, &bytes, packet.scene->pages.count);
    return OUTCOME_DONE;
}

static enum outcome make_map(const struct build *build, struct volume *volume, struct job *job) {
    const struct mapchoice choice = mapchoice_usual(job);
    const struct mapwish wish = {{VIEW_WHOLE, NULL}, volume->unit, NULL};
    struct map map;
    struct textbuf bytes;
    if (!render_map(job, &choice, &wish, &map))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0)
        return OUTCOME_FINDINGS;
    if (!render_svg(job, &map, choice.outlines, &bytes))
        return OUTCOME_UNWRITTEN;
    keep(build, volume, MAP, &bytes, 0);
    if (volume == build->volumes) {
        volume->map = arena_strndup(volume->arena, textbuf_text(&bytes), bytes.length);
        volume->map_length = bytes.length;
    }
    return OUTCOME_DONE;
}

static void make_figures(const struct build *build, struct volume *volume, struct job *job) {
    struct textbuf bytes;
    textbuf_init(&bytes, job->arena);
    assess_json(job->assessment, volume->unit, &bytes);
    keep(build, volume, FIGURES, &bytes, 0);
}

/* All units in one file. */
static enum outcome make_book(struct build *build, struct job *job) {
    struct packet packet;
    struct textbuf bytes;
    job->template = build->volume;
    job->unit = build->volumes[0].unit;
    if (!render_packet(job, &packet))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0)
        return OUTCOME_FINDINGS;
    if (!render_pdf(job, &packet, &bytes))
        return OUTCOME_UNWRITTEN;
    staging_write(build->staging, BOOK, textbuf_text(&bytes), bytes.length);
    manifest_note(&build->book.files[0], all_names[BOOK], &bytes, packet.scene->pages.count);
    return OUTCOME_DONE;
}

static enum outcome make_documents(struct build *build, struct volume *volume, struct job *job) {
    make_figures(build, volume, job);
    enum outcome outcome = OUTCOME_DONE;
    const bool scored = planunits_scored(job->plan, volume->unit);
    if (volume == build->volumes || scored)
        outcome = make_packet(build, volume, job);
    if (outcome == OUTCOME_DONE && scored)
        outcome = make_map(build, volume, job);
    return outcome;
}

/* The book takes longest: it is the first piece. */
static void make_piece(void *context, size_t piece) {
    struct build *build = context;
    struct volume *volume = piece == 0 ? &build->book : &build->volumes[piece - 1];
    struct arena *arena = arena_aside(build->job->arena);
    struct job job = job_of(build, volume, arena);
    volume->outcome = piece == 0 ? make_book(build, &job) : make_documents(build, volume, &job);
    arena_free(arena);
}

/* ---- all of them ---- */

static bool hands_wanted(struct job *job, size_t *out) {
    const char *text = job->options->value[SWITCH_JOBS];
    *out = crew_hands();
    if (!text)
        return true;
    char *end;
    unsigned long hands = strtoul(text, &end, 10);
    if (*text < '1' || *text > '9' || *end || hands > 64) {
        job_complain(job, BP9045, text, NULL);
        return false;
    }
    *out = hands;
    return true;
}

/* What is said of a piece is told once all are done, in the order of the units. */
static void prepare(struct job *job, struct volume *volume) {
    volume->arena = arena_aside(job->arena);
    volume->diags = diags_new(volume->arena);
}

static enum outcome conclude(struct job *job, const struct volume *volume, enum outcome worst) {
    diags_adopt(job->diags, volume->diags);
    return volume->outcome > worst ? volume->outcome : worst;
}

static enum outcome make_all(struct build *build, size_t hands) {
    struct job *job = build->job;
    prepare(job, &build->book);
    for (size_t i = 0; i < build->count; i++)
        prepare(job, &build->volumes[i]);
    words_settle(job->template->words);
    words_settle(build->template->words);
    words_settle(build->volume->words);
    crew_run(hands, build->count + 1, make_piece, build);
    enum outcome worst = OUTCOME_DONE;
    for (size_t i = 0; i < build->count; i++)
        worst = conclude(job, &build->volumes[i], worst);
    return conclude(job, &build->book, worst);
}

static void add_index(const struct build *build, struct manifest_file *file) {
    const struct job *job = build->job;
    struct unitpage_row *rows = arena_array(job->arena, build->count, sizeof *rows);
    for (size_t i = 0; i < build->count; i++) {
        const struct volume *v = &build->volumes[i];
        rows[i] = (struct unitpage_row){v->unit, v->files[PACKET].path, v->files[MAP].path,
                                        v->files[FIGURES].path, v->files[PACKET].pages};
    }
    const struct unitpage page = {.assessment = job->assessment,
                                  .template = job->template,
                                  .rows = rows,
                                  .count = build->count,
                                  .book = build->book.files[0].path,
                                  .book_pages = build->book.files[0].pages,
                                  .map = build->volumes[0].map,
                                  .map_length = build->volumes[0].map_length};
    struct textbuf bytes;
    textbuf_init(&bytes, job->arena);
    unitpage_html(job->arena, &page, &bytes);
    staging_write(build->staging, INDEX, textbuf_text(&bytes), bytes.length);
    manifest_note(file, all_names[INDEX], &bytes, 0);
}

static void add_manifest(const struct build *build, const struct manifest_file whole[2]) {
    struct job *job = build->job;
    struct manifest_unit *units = arena_array(job->arena, build->count, sizeof *units);
    for (size_t i = 0; i < build->count; i++)
        units[i] = (struct manifest_unit){build->volumes[i].unit, build->volumes[i].files, OF_UNIT};
    const struct manifest manifest = {units, build->count, whole, 2};
    struct textbuf bytes;
    textbuf_init(&bytes, job->arena);
    manifest_json(job, &manifest, &bytes);
    staging_write(build->staging, MANIFEST, textbuf_text(&bytes), bytes.length);
}

static bool name_all(const struct build *build) {
    bool done = staging_finish(build->staging);
    for (size_t i = 0; i < build->count && done; i++)
        for (size_t k = 0; k < OF_UNIT && done; k++)
            if (build->volumes[i].files[k].path)
                done = staging_name(build->staging, OF_ALL + i * OF_UNIT + k,
                                    build->volumes[i].files[k].path);
    for (size_t i = 0; i < OF_ALL && done; i++)
        done = staging_name(build->staging, i, all_names[i]);
    return done;
}

static enum outcome deliver_all(const struct build *build) {
    struct job *job = build->job;
    const char *folder = job->options->value[SWITCH_OUTPUT];
    enum outcome outcome = job_verdict(job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (memory_failed())
        return OUTCOME_INTERNAL;
    if (!name_all(build)) {
        job_complain(job, BP9013, folder, staging_error(build->staging), NULL);
        return OUTCOME_UNWRITTEN;
    }
    job_progress(job, "wrote", folder);
    vec_push(job->arena, &job->written, folder);
    return OUTCOME_DONE;
}

/* A kind that is built in, in the language of the pages. */
static enum outcome speak_kind(struct job *job, const char *kind, const struct template **out) {
    struct job aside = *job;
    const struct template *template = template_builtin(job->arena, kind, job->diags);
    enum outcome outcome = template ? language_again(&aside, template) : OUTCOME_INTERNAL;
    *out = aside.template;
    return outcome;
}

/* Units below the first have the kind made for them, unless one was asked for. */
static enum outcome choose_templates(struct job *job, struct build *out) {
    out->template = job->template;
    enum outcome outcome = speak_kind(job, "book", &out->volume);
    if (outcome == OUTCOME_DONE && !job->options->given[SWITCH_KIND] &&
        !job->options->given[SWITCH_TEMPLATE])
        outcome = speak_kind(job, "unit", &out->template);
    return outcome;
}

/* What is of one map alone. */
static bool for_several(struct job *job) {
    static const struct {
        enum switch_id given;
        const char *name;
    } single[] = {{SWITCH_KEEP_LAYOUT, "--keep-layout"}, {SWITCH_LAYOUT_JSON, "--layout-json"}};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        if (!job->options->given[single[i].given])
            continue;
        job_complain(job, BP9046, single[i].name, NULL);
        return false;
    }
    return true;
}

enum outcome buildunits(struct job *job) {
    struct build build = {.job = job};
    size_t hands;
    if (!hands_wanted(job, &hands) || !for_several(job))
        return OUTCOME_USAGE;
    enum outcome outcome = choose_units(job, &build);
    if (outcome == OUTCOME_DONE)
        outcome = choose_templates(job, &build);
    if (outcome == OUTCOME_DONE)
        outcome = job_verdict(job); /* before the folder is made */
    if (outcome != OUTCOME_DONE)
        return outcome;
    build.staging = staging_open(job->arena, job->options->value[SWITCH_OUTPUT]);
    outcome = make_all(&build, hands);
    if (outcome == OUTCOME_DONE) {
        struct manifest_file whole[2] = {{.path = NULL}, build.book.files[0]};
        add_index(&build, &whole[0]);
        add_manifest(&build, whole);
        outcome = deliver_all(&build);
    }
    staging_close(build.staging);
    arena_free(build.book.arena);
    for (size_t i = 0; i < build.count; i++)
        arena_free(build.volumes[i].arena);
    return outcome;
}
