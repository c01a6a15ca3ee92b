#include "app/deliver.h"

#include "app/memory.h"
#include <string.h>
#include <unistd.h>

static bool is_standard(const char *path) {
    return strcmp(path, "-") == 0;
}

static const char *shown(const char *path) {
    return is_standard(path) ? "standard output" : path;
}

bool deliver_is_input(const struct job *job, const char *path) {
    if (job->logo.name && file_same(job->logo.name, path))
        return true;
    for (size_t i = 0; i < job->files.count; i++)
        if (file_same(job->files.items[i].path, path))
            return true;
    for (size_t i = 0; job->workbook && i < job->options->operand_count; i++)
        if (file_same(job->options->operands[i], path))
            return true;
    return false;
}

/* The later one would take the place of the earlier, or mix with it. */
static bool is_named_twice(const struct deliveries *all, const char *path) {
    for (size_t i = 0; i < all->items.count; i++)
        if (file_same_entry(all->items.items[i].path, path))
            return true;
    return false;
}

static bool allowed(struct job *job, const char *path, bool binary) {
    if (is_standard(path)) {
        if (binary && isatty(STDOUT_FILENO)) {
            job_complain(job, BP9007, NULL);
            return false;
        }
        return true;
    }
    if (deliver_is_input(job, path)) {
        job_complain(job, BP9005, path, NULL);
        return false;
    }
    return true;
}

bool deliver_add(struct job *job, struct deliveries *all, const char *path,
                 const struct textbuf *bytes, bool binary) {
    if (!allowed(job, path, binary))
        return false;
    if (is_named_twice(all, path)) {
        job_complain(job, BP5025, shown(path), NULL);
        return false;
    }
    struct delivery delivery = {path, file_sink_open(job->arena, path)};
    vec_push(job->arena, &all->items, delivery);
    file_sink_write(delivery.sink, textbuf_text(bytes), bytes->length);
    return true;
}

static enum outcome unwritten(struct job *job, const struct delivery *delivery) {
    const char *why = file_sink_error(delivery->sink);
    job_complain(job, BP9002, shown(delivery->path), why ? why : "unknown error", NULL);
    return OUTCOME_UNWRITTEN;
}

static void abandon(struct deliveries *all, size_t from) {
    for (size_t i = from; i < all->items.count; i++)
        file_sink_abandon(all->items.items[i].sink);
}

static enum outcome finish(struct job *job, struct deliveries *all) {
    if (memory_failed()) /* main() tells */
        return OUTCOME_INTERNAL;
    for (size_t i = 0; i < all->items.count; i++)
        if (!file_sink_finish(all->items.items[i].sink))
            return unwritten(job, &all->items.items[i]);
    return OUTCOME_DONE;
}

static enum outcome commit(struct job *job, struct deliveries *all) {
    enum outcome outcome = finish(job, all);
    size_t i = 0;
    for (; i < all->items.count && outcome == OUTCOME_DONE; i++) {
        const struct delivery *delivery = &all->items.items[i];
        if (!file_sink_commit(delivery->sink))
            outcome = unwritten(job, delivery);
        else if (!is_standard(delivery->path)) {
            vec_push(job->arena, &job->written, delivery->path);
            job_progress(job, "wrote", delivery->path);
        }
    }
    abandon(all, i);
    return outcome;
}

enum outcome deliver_commit(struct job *job, struct deliveries *all) {
    enum outcome outcome = job_verdict(job);
    if (outcome == OUTCOME_DONE)
        return commit(job, all);
    abandon(all, 0);
    return outcome;
}

enum outcome deliver_text(struct job *job, const struct textbuf *text) {
    const char *path = job->options->value[SWITCH_OUTPUT];
    struct deliveries all = {{NULL, 0, 0}};
    if (!deliver_add(job, &all, path ? path : "-", text, false))
        return OUTCOME_UNWRITTEN;
    return commit(job, &all);
}
