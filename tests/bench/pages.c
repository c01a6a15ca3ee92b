/* pages WORKBOOK OUT.pdf: what pages cost without the map and its search, stage by stage.
 *
 * Documents of many pages are the packets of all units, one after the other, as often as it takes.
 * Prints CPU milliseconds (the least of several runs), bytes, memory for each page of a thousand,
 * and the resident set after the first and the last of 300 documents in one process. */
#include "assess/assess.h"
#include "base/file.h"
#include "layout/layout.h"
#include "layout/measures.h"
#include "output/pdf.h"
#include "report/report.h"
#include "workbook/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define RUNS        7
#define DOCUMENTS   300
#define MOST_A_PAGE 100 /* KB */

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static size_t resident_kib(void) {
    unsigned long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%lu %lu", &pages, &resident) != 2)
        resident = 0;
    if (file)
        fclose(file);
    return resident * (size_t)sysconf(_SC_PAGESIZE) / 1024;
}

static void need(bool good, const char *what) {
    if (good)
        return;
    fprintf(stderr, "%s\n", what);
    exit(1);
}

/* ---- a document of many pages --------------------------------------------------------------- */

struct source {
    struct arena *arena;
    struct diags *diags;
    const struct plan *plan;
    const struct assessment *assessment;
};

static struct source read_source(const char *path) {
    struct source source = {.arena = arena_new(0, NULL, NULL)};
    char *bytes;
    size_t length;
    const char *why = "";
    struct workbook *workbook;
    source.diags = diags_new(source.arena);
    need(file_read(source.arena, path, 1 << 26, &bytes, &length, &why) == FILE_OK, why);
    need(workbook_read(source.arena, path, bytes, length, source.diags, &workbook) == WORKBOOK_READ,
         "not a workbook");
    const struct plan_options options = {.period = NULL};
    source.plan = plan_build(source.arena, workbook, &options, source.diags);
    source.assessment = assess(source.arena, source.plan, source.diags);
    return source;
}

struct times {
    double report, layout, pdf;
    size_t report_bytes, layout_bytes, pdf_bytes; /* of the arena */
    size_t pages, bytes;
};

/* The template without its map. */
static const struct template *without_map(struct arena *arena, struct diags *diags) {
    const struct template *given = template_builtin(arena, "board", diags);
    need(given != NULL, "no template");
    struct template *own = arena_alloc(arena, sizeof *own);
    *own = *given;
    memset(&own->sections, 0, sizeof own->sections);
    for (size_t i = 0; i < given->sections.count; i++)
        if (strcmp(given->sections.items[i].kind, "map") != 0)
            vec_push(arena, &own->sections, given->sections.items[i]);
    return own;
}

static void make(const struct source *source, struct arena *arena, unsigned packets,
                 struct times *times, struct textbuf *out) {
    struct diags *diags = diags_new(arena);
    double start = milliseconds();
    struct fontset *fonts = fontset_open(arena, diags);
    need(fonts != NULL, "no fonts");
    const struct template *template = without_map(arena, diags);
    struct document *all = NULL;
    for (unsigned i = 0; i < packets; i++) {
        const struct unit *unit = &source->plan->units.items[i % source->plan->units.count];
        const struct document *one = report_packet(arena, fonts, source->assessment, unit, template,
                                                   (struct report_logo){0}, diags);
        need(one != NULL, "no document");
        measures_forget_all(one->measures); /* no document as long as theirs keeps any */
        if (!all) {
            all = arena_alloc(arena, sizeof *all);
            *all = *one;
            continue;
        }
        for (size_t k = 0; k < one->sections.count; k++)
            vec_push(arena, &all->sections, one->sections.items[k]);
    }
    times->report = milliseconds() - start;
    times->report_bytes = arena_used(arena);
    start = milliseconds();
    const struct scene *scene = layout_document(arena, fonts, all, diags);
    times->layout = milliseconds() - start;
    times->layout_bytes = arena_used(arena) - times->report_bytes;
    start = milliseconds();
    const char *why = scene_problem(scene);
    need(!why, why);
    textbuf_init(out, arena);
    need(pdf_render(arena, scene, NULL, out, &why), why);
    times->pdf = milliseconds() - start;
    times->pdf_bytes = arena_used(arena) - times->report_bytes - times->layout_bytes;
    times->pages = scene->pages.count;
    times->bytes = out->length;
}

static double sum(const struct times *times) {
    return times->report + times->layout + times->pdf;
}

static void print_times(const struct source *source, unsigned packets, const char *path) {
    struct times best = {0};
    for (int run = 0; run < RUNS; run++) {
        struct arena *arena = arena_new(0, NULL, NULL);
        struct textbuf out;
        struct times times;
        make(source, arena, packets, &times, &out);
        if (run == 0 || sum(&times) < sum(&best))
            best = times;
        FILE *file = run == 0 && path ? fopen(path, "wb") : NULL;
        if (file)
            need(fwrite(out.bytes, 1, out.length, file) == out.length && fclose(file) == 0, path);
        arena_free(arena);
    }
    printf("%4zu pages without map      CPU ms %6.1f = report %.1f + layout %.1f + pdf %.1f;"
           " %zu bytes, %.2f ms a page\n",
           best.pages, sum(&best), best.report, best.layout, best.pdf, best.bytes,
           sum(&best) / (double)best.pages);
}

/* In a process of its own, so that the peak is this document's. */
static void print_growth(const struct source *source, unsigned packets) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct textbuf out;
    struct times times;
    const size_t before = resident_kib(); /* the peak of before may be of whoever started this */
    struct rusage after;
    make(source, arena, packets, &times, &out);
    getrusage(RUSAGE_SELF, &after);
    printf("%4zu pages without map      CPU ms %6.1f = report %.1f + layout %.1f + pdf %.1f;"
           " %zu bytes, KB of memory a page %.1f of at most %d (arena %.1f + %.1f + %.1f)\n",
           times.pages, sum(&times), times.report, times.layout, times.pdf, times.bytes,
           ((double)after.ru_maxrss - (double)before) * 1.024 / (double)times.pages, MOST_A_PAGE,
           (double)times.report_bytes / 1e3 / (double)times.pages,
           (double)times.layout_bytes / 1e3 / (double)times.pages,
           (double)times.pdf_bytes / 1e3 / (double)times.pages);
    arena_free(arena);
}

static void print_batch(const struct source *source) {
    size_t first = 0, last = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
        struct arena *arena = arena_new(0, NULL, NULL);
        struct textbuf out;
        struct times times;
        make(source, arena, 1, &times, &out);
        arena_free(arena);
        last = resident_kib();
        /* The first few fill what the allocator keeps. */
        first = i == 4 ? last : first;
    }
    printf("%d documents in one process  resident MiB after the 5th %.1f, after the last %.1f\n",
           DOCUMENTS, (double)first / 1024, (double)last / 1024);
}

/* ---- long tables ---------------------------------------------------------------------------- */

/* Rows with a name over four of them, words and a number; the cost of one should not depend on how
 * many there are. */
static double table_milliseconds(size_t rows) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct diags *diags = diags_new(arena);
    struct fontset *fonts = fontset_open(arena, diags);
    need(fonts != NULL, "no fonts");
    struct document *document = document_new(arena);
    struct section *section = document_section(document, "rows", "Rows");
    struct table_block *table = block_table(document, &section->blocks, "Rows")->table;
    table_column(arena, table, "Name", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, "Words", ALIGN_LEFT, MM(40), STYLE_TABLE);
    table_column(arena, table, "Value", ALIGN_DECIMAL, MM(20), STYLE_TABLE);
    for (size_t i = 0; i < rows; i++) {
        struct table_row *row = table_row(arena, table, ROW_BODY);
        if (i % 4 == 0)
            table_text(arena, row, arena_printf(arena, "Row %zu", i))->row_span = 4;
        table_text(arena, row, "a few words");
        table_text(arena, row, arena_printf(arena, "%zu.%zu", i % 1000, i % 7));
    }
    const double start = milliseconds();
    layout_document(arena, fonts, document, diags);
    const double taken = milliseconds() - start;
    arena_free(arena);
    return taken;
}

static void print_tables(void) {
    printf("tables of rows, layout      CPU us a row");
    for (size_t rows = 5000; rows <= 20000; rows *= 2) {
        double best = 0;
        for (int run = 0; run < 3; run++) {
            const double taken = table_milliseconds(rows);
            best = run == 0 || taken < best ? taken : best;
        }
        printf("%s%zu rows %.1f", rows == 5000 ? ": " : ", ", rows, best * 1e3 / (double)rows);
    }
    printf("\n");
}

int main(int count, char **arguments) {
    need(count == 3 || count == 4, "pages WORKBOOK OUT.pdf [1000]");
    struct source source = read_source(arguments[1]);
    if (count == 4) {
        print_growth(&source, (unsigned)atoi(arguments[3]));
    } else {
        print_times(&source, 1, NULL);
        print_times(&source, 3, arguments[2]);
        print_batch(&source);
        print_tables();
    }
    arena_free(source.arena);
    return 0;
}
