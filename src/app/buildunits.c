#include "app/buildunits.h"

#include "app/deliver.h"
#include "app/indexbrand.h"
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

/* What there is of each unit and of all; the last in each language. */
enum { PACKET, FIGURES, MAP, OF_UNIT };
enum { MANIFEST, BOOK, INDEX, OF_ALL };

static const char *const unit_names[OF_UNIT] = {"packet.pdf", "assessment.json", "map.svg"};
static const char *const all_names[OF_ALL] = {"manifest.json", "book.pdf", "index.html"};

/* The documents of a unit. */
struct volume {
    const struct unit *unit;
    struct arena *arena; /* of what is said of it, until all is told */
    struct diags *diags;
    enum outcome outcome;
    struct manifest_file *files; /* of_unit() */
    struct textbuf *maps;        /* of the first unit, for the index: one for each language */
};

/* A kind in the languages of the pages. */
struct spoken {
    const struct template *template;
    struct job_part *further;
};

struct build {
    struct job *job;
    struct staging *staging;
    struct spoken kind;      /* of units below the first */
    struct spoken book_kind; /* of the book of them all */
    struct volume *volumes;
    size_t count;
    struct volume book;            /* of the whole; its first file is book.pdf */
    struct manifest_file *indexes; /* one for each language */
};

static size_t of_unit(const struct build *build) {
    return MAP + language_count(build->job);
}

static size_t of_all(const struct build *build) {
    return INDEX + language_count(build->job);
}

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

static void of_kind(struct job *job, const struct spoken *kind) {
    job->template = kind->template;
    job->further.items = kind->further;
}

/* A job over the same plan whose memory goes with the documents. */
static struct job job_of(const struct build *build, struct volume *volume, struct arena *arena) {
    struct job job = *build->job;
    job.arena = arena;
    job.diags = volume->diags;
    job.unit = volume->unit;
    if (volume == &build->book)
        of_kind(&job, &build->book_kind);
    else if (volume != build->volumes)
        of_kind(&job, &build->kind);
    return job;
}

/* What the kind leaves out is another in each unit; the first is the job's own, where that is
 * known.  What there is to find is told in the first language. */
static enum outcome about(const struct build *build, const struct volume *volume, struct job *job) {
    if (volume == build->volumes)
        return OUTCOME_DONE;
    const size_t count = job->further.count;
    struct job_part *parts = arena_array(job->arena, count + 1, sizeof *parts);
    enum outcome outcome = OUTCOME_DONE;
    for (size_t i = 0; i < count && outcome == OUTCOME_DONE; i++) {
        struct job part = language_part(job, i + 1);
        part.diags = diags_new(job->arena);
        outcome = kindchoice_about(&part);
        parts[i] = job->further.items[i];
        parts[i].template = part.template;
    }
    job->further.items = parts;
    return kindchoice_about(job) > outcome ? OUTCOME_USAGE : outcome;
}

static void note_language(const struct build *build, struct manifest_file *file, size_t language) {
    if (language_count(build->job) > 1)
        file->language = language_part(build->job, language).template->language;
}

/* `file` from MAP on is the map in a language. */
static void keep(const struct build *build, struct volume *volume, size_t file,
                 const struct textbuf *bytes, size_t pages) {
    const size_t index = (size_t)(volume - build->volumes);
    const bool map = file >= MAP;
    struct job own = *build->job;
    own.arena = volume->arena;
    staging_write(build->staging, of_all(build) + index * of_unit(build) + file,
                  textbuf_text(bytes), bytes->length);
    const char *path =
        arena_printf(volume->arena, "units/%s/%s", volume->unit->id, unit_names[map ? MAP : file]);
    manifest_note(&volume->files[file], map ? language_path(&own, path, file - MAP) : path, bytes,
                  pages);
    if (map)
        note_language(build, &volume->files[file], file - MAP);
}

static enum outcome make_packet(const struct build *build, struct volume *volume, struct job *job,
                                struct packet *packet) {
    struct textbuf bytes;
    enum outcome outcome = about(build, volume, job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!render_packet(job, packet))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0) /* of the layout: said, not drawn */
        return OUTCOME_FINDINGS;
    if (!render_pdf(job, packet, &bytes))
        return OUTCOME_UNWRITTEN;
    keep(build, volume, PACKET, &bytes, packet->scene->pages.count);
    return OUTCOME_DONE;
}

/* The map of the first unit stands in the index too, which is not in the unit's folder: links to
 * what is beside the map lead there. */
static void add_to_index(struct volume *volume, size_t language, const char *map) {
    static const char link[] = "<a xlink:href=\"";
    struct textbuf *out = &volume->maps[language];
    for (const char *at; (at = strstr(map, link)) != NULL; map = at) {
        at += strlen(link);
        textbuf_bytes(out, map, (size_t)(at - map));
        if (at[strcspn(at, ":/#?\"")] != ':' && *at != '/' && *at != '#')
            textbuf_printf(out, "units/%s/", volume->unit->id);
    }
    textbuf_str(out, map);
}

static enum outcome make_map(const struct build *build, struct volume *volume, struct job *job,
                             const struct packet *packet, size_t language) {
    struct mapchoice choice = mapchoice_usual(job);
    if (!mapchoice_links(job, &choice, packet->parts ? &packet->parts[language] : packet))
        return OUTCOME_USAGE;
    const struct mapwish wish = {{VIEW_WHOLE, NULL}, job->unit, NULL};
    struct map map;
    struct textbuf bytes;
    if (!render_map(job, &choice, &wish, &map))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0)
        return OUTCOME_FINDINGS;
    if (!render_svg(job, &map, choice.outlines, &bytes))
        return OUTCOME_UNWRITTEN;
    keep(build, volume, MAP + language, &bytes, 0);
    if (volume == build->volumes)
        add_to_index(volume, language, textbuf_text(&bytes));
    return OUTCOME_DONE;
}

/* Ids and numbers speak no language. */
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
    job->unit = build->volumes[0].unit;
    const enum outcome outcome = about(build, &build->book, job);
    if (outcome != OUTCOME_DONE)
        return outcome;
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
    struct packet packet = {.document = NULL};
    enum outcome outcome = OUTCOME_DONE;
    const bool scored = planunits_scored(job->plan, volume->unit);
    if (volume == build->volumes || scored)
        outcome = make_packet(build, volume, job, &packet);
    for (size_t i = 0; scored && i < language_count(job) && outcome == OUTCOME_DONE; i++) {
        struct job part = language_part(job, i);
        outcome = make_map(build, volume, &part, &packet, i);
    }
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
static void prepare(const struct build *build, struct volume *volume) {
    const size_t languages = language_count(build->job);
    volume->arena = arena_aside(build->job->arena);
    volume->diags = diags_new(volume->arena);
    volume->files = arena_array(volume->arena, of_unit(build), sizeof *volume->files);
    volume->maps = arena_array(volume->arena, languages, sizeof *volume->maps);
    for (size_t i = 0; i < languages; i++)
        textbuf_init(&volume->maps[i], volume->arena);
}

static void settle(const struct spoken *kind, size_t further) {
    words_settle(kind->template->words);
    for (size_t i = 0; i < further; i++)
        words_settle(kind->further[i].template->words);
}

static enum outcome conclude(struct job *job, const struct volume *volume, enum outcome worst) {
    diags_adopt(job->diags, volume->diags);
    return volume->outcome > worst ? volume->outcome : worst;
}

static enum outcome make_all(struct build *build, size_t hands) {
    struct job *job = build->job;
    prepare(build, &build->book);
    for (size_t i = 0; i < build->count; i++)
        prepare(build, &build->volumes[i]);
    const struct spoken first = {job->template, job->further.items};
    settle(&first, job->further.count);
    settle(&build->kind, job->further.count);
    settle(&build->book_kind, job->further.count);
    crew_run(hands, build->count + 1, make_piece, build);
    enum outcome worst = OUTCOME_DONE;
    for (size_t i = 0; i < build->count; i++)
        worst = conclude(job, &build->volumes[i], worst);
    return conclude(job, &build->book, worst);
}

/* The page of the first language is the one that opens by itself. */
static const char *index_path(const struct build *build, size_t language) {
    return language == 0 ? all_names[INDEX] : language_path(build->job, all_names[INDEX], language);
}

static const struct unitpage_language *index_languages(const struct build *build) {
    const struct job *job = build->job;
    const size_t count = language_count(job);
    struct unitpage_language *languages = arena_array(job->arena, count, sizeof *languages);
    for (size_t i = 0; i < count; i++) {
        const struct template *template = language_part(job, i).template;
        languages[i] = (struct unitpage_language){template->language,
                                                  words_text(template->words, "document.language"),
                                                  index_path(build, i)};
    }
    return languages;
}

static bool add_index(const struct build *build, size_t language) {
    const struct job job = language_part(build->job, language);
    struct unitpage_row *rows = arena_array(job.arena, build->count, sizeof *rows);
    for (size_t i = 0; i < build->count; i++) {
        const struct volume *v = &build->volumes[i];
        rows[i] = (struct unitpage_row){plan_unit(job.plan, v->unit->id), v->files[PACKET].path,
                                        v->files[MAP + language].path, v->files[FIGURES].path,
                                        v->files[PACKET].pages};
    }
    const struct textbuf *map = &build->volumes[0].maps[language];
    const struct unitpage page = {.assessment = job.assessment,
                                  .template = job.template,
                                  .rows = rows,
                                  .count = build->count,
                                  .book = build->book.files[0].path,
                                  .book_pages = build->book.files[0].pages,
                                  .map = map->length ? textbuf_text(map) : NULL,
                                  .map_length = map->length,
                                  .languages = index_languages(build),
                                  .language_count = language_count(build->job)};
    struct textbuf bytes;
    textbuf_init(&bytes, job.arena);
    if (!indexbrand_html(&job, &page, &bytes))
        return false;
    staging_write(build->staging, INDEX + language, textbuf_text(&bytes), bytes.length);
    manifest_note(&build->indexes[language], index_path(build, language), &bytes, 0);
    note_language(build, &build->indexes[language], language);
    return true;
}

static bool add_indexes(struct build *build) {
    const size_t count = language_count(build->job);
    build->indexes = arena_array(build->job->arena, count, sizeof *build->indexes);
    for (size_t i = 0; i < count; i++)
        if (!add_index(build, i))
            return false;
    return true;
}

static void add_manifest(const struct build *build) {
    struct job *job = build->job;
    const size_t indexes = language_count(job);
    struct manifest_unit *units = arena_array(job->arena, build->count, sizeof *units);
    struct manifest_file *whole = arena_array(job->arena, indexes + 1, sizeof *whole);
    for (size_t i = 0; i < build->count; i++)
        units[i] =
            (struct manifest_unit){build->volumes[i].unit, build->volumes[i].files, of_unit(build)};
    memcpy(whole, build->indexes, indexes * sizeof *whole);
    whole[indexes] = build->book.files[0];
    const struct manifest manifest = {units, build->count, whole, indexes + 1};
    struct textbuf bytes;
    textbuf_init(&bytes, job->arena);
    manifest_json(job, &manifest, &bytes);
    staging_write(build->staging, MANIFEST, textbuf_text(&bytes), bytes.length);
}

/* A name of a result that is that of something read, or NULL. */
static const char *named_as_input(const struct build *build) {
    const size_t each = of_unit(build), all = of_all(build);
    for (size_t i = 0; i < all + build->count * each; i++) {
        const char *name = i < INDEX ? all_names[i]
                           : i < all
                               ? index_path(build, i - INDEX)
                               : build->volumes[(i - all) / each].files[(i - all) % each].path;
        const char *path = name ? arena_printf(build->job->arena, "%s/%s",
                                               build->job->options->value[SWITCH_OUTPUT], name)
                                : NULL;
        if (path && deliver_is_input(build->job, path))
            return path;
    }
    return NULL;
}

static bool name_all(const struct build *build) {
    bool done = staging_finish(build->staging);
    for (size_t i = 0; i < build->count && done; i++)
        for (size_t k = 0; k < of_unit(build) && done; k++)
            if (build->volumes[i].files[k].path)
                done = staging_name(build->staging, of_all(build) + i * of_unit(build) + k,
                                    build->volumes[i].files[k].path);
    for (size_t i = of_all(build); i-- > 0 && done;) /* the manifest last: it vouches for all */
        done = staging_name(build->staging, i,
                            i < INDEX ? all_names[i] : index_path(build, i - INDEX));
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
    const char *input = named_as_input(build);
    if (input) {
        job_complain(job, BP9005, input, NULL);
        return OUTCOME_UNWRITTEN;
    }
    if (!name_all(build)) {
        job_complain(job, BP9013, folder, staging_error(build->staging), NULL);
        return OUTCOME_UNWRITTEN;
    }
    job_progress(job, "wrote", folder);
    vec_push(job->arena, &job->written, folder);
    return OUTCOME_DONE;
}

/* A kind in the languages of the pages and the colours of the house. */
static enum outcome speak_kind(struct job *job, const struct template *builtin,
                               struct spoken *out) {
    struct job aside = *job;
    if (!builtin)
        return OUTCOME_INTERNAL;
    struct template *template = arena_alloc(job->arena, sizeof *template);
    *template = *builtin;
    template->brand = job->template->brand;
    const enum outcome outcome = language_again(&aside, template);
    *out = (struct spoken){aside.template, aside.further.items};
    return outcome;
}

/* Units below the first have the kind made for them, unless one was asked for. */
static enum outcome choose_templates(struct job *job, struct build *out) {
    const bool asked = job->options->given[SWITCH_KIND] || job->options->given[SWITCH_TEMPLATE];
    enum outcome outcome =
        speak_kind(job, template_builtin(job->arena, "book", job->diags), &out->book_kind);
    if (outcome != OUTCOME_DONE)
        return outcome;
    return speak_kind(job, asked ? job->unspoken : template_builtin(job->arena, "unit", job->diags),
                      &out->kind);
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
    struct mapchoice links = mapchoice_usual(job);
    if (!hands_wanted(job, &hands) || !for_several(job) || !mapchoice_links(job, &links, NULL))
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
    if (outcome == OUTCOME_DONE && !add_indexes(&build))
        outcome = OUTCOME_UNWRITTEN;
    if (outcome == OUTCOME_DONE) {
        add_manifest(&build);
        outcome = deliver_all(&build);
    }
    staging_close(build.staging);
    arena_free(build.book.arena);
    for (size_t i = 0; i < build.count; i++)
        arena_free(build.volumes[i].arena);
    return outcome;
}
