#include "app/brand.h"

#include "app/logo.h"
#include "base/file.h"
#include "text/housefont.h"

#include <string.h>

const char *brand_path(struct arena *arena, const struct template *template, const char *path) {
    const char *file = template->place.file;
    if (*path == '/' || !file)
        return path;
    return arena_printf(arena, "%.*s%s", (int)(file_name(file) - file), file, path);
}

static bool refuse(struct job *job, const struct housefont *font, const char *why) {
    diag_report(job->diags, BP5027, font->place, font->path, why, NULL);
    return false;
}

/* Files that several weights name are read once. */
struct shelf {
    VEC(const struct housefont *) fonts;
};

static const struct housefont *read_font(struct job *job, struct shelf *shelf, const char *path,
                                         struct place place) {
    for (size_t i = 0; i < shelf->fonts.count; i++)
        if (strcmp(shelf->fonts.items[i]->path, path) == 0)
            return shelf->fonts.items[i];
    struct housefont *font = arena_alloc(job->arena, sizeof *font);
    char *bytes;
    const char *why = "";
    *font = (struct housefont){.path = path, .place = place};
    const enum file_result result =
        file_read(job->arena, path, HOUSEFONT_BYTES_MOST, &bytes, &font->length, &why);
    font->bytes = bytes;
    const char *fault = result == FILE_TOO_LARGE ? "it has more than 16 MiB"
                        : result != FILE_OK
                            ? arena_printf(job->arena, "it cannot be read (%s)", why)
                            : housefont_fault(job->arena, bytes, font->length);
    if (fault && !refuse(job, font, fault))
        return NULL;
    vec_push(job->arena, &shelf->fonts, (const struct housefont *)font);
    return font;
}

/* Bold words are to be told from regular ones. */
static bool heavier(struct job *job, const struct housefont *bold,
                    const struct housefont *regular) {
    if (housefont_weight(bold->bytes, bold->length) >
        housefont_weight(regular->bytes, regular->length))
        return true;
    return refuse(job, bold, "it is no heavier than the regular one");
}

struct family {
    const struct housefont *fonts[WEIGHTS];
};

static bool read_family(struct job *job, const struct template *template,
                        const struct template_font *asked, struct shelf *shelf,
                        struct family *out) {
    bool good = true;
    *out = (struct family){{NULL}};
    for (int i = 0; i < WEIGHTS; i++) {
        if (!asked->files[i])
            continue;
        const char *path = brand_path(job->arena, template, asked->files[i]);
        out->fonts[i] = read_font(job, shelf, path, asked->place);
        good = good && out->fonts[i];
    }
    for (int i = WEIGHT_SEMIBOLD; i < WEIGHTS; i++)
        if (!out->fonts[i])
            out->fonts[i] = out->fonts[WEIGHT_BOLD];
    return good;
}

enum outcome brand_fonts(struct job *job, const struct template *template) {
    const struct template_brand *brand = &template->brand;
    struct shelf shelf = {{NULL, 0, 0}};
    struct family text = {{NULL}}, headings = {{NULL}};
    if (!brand->text.place.file && !brand->headings.place.file)
        return OUTCOME_DONE;
    bool good = !brand->text.place.file ||
                (read_family(job, template, &brand->text, &shelf, &text) &&
                 heavier(job, text.fonts[WEIGHT_BOLD], text.fonts[WEIGHT_REGULAR]));
    if (brand->headings.place.file)
        good = read_family(job, template, &brand->headings, &shelf, &headings) && good;
    else
        headings = text;
    if (!good)
        return OUTCOME_UNREADABLE;
    struct font_house *house = arena_alloc(job->arena, sizeof *house);
    *house = (struct font_house){{[FONT_REGULAR] = text.fonts[WEIGHT_REGULAR],
                                  [FONT_SEMIBOLD] = text.fonts[WEIGHT_SEMIBOLD],
                                  [FONT_BOLD] = text.fonts[WEIGHT_BOLD],
                                  [FONT_HEADING] = headings.fonts[WEIGHT_BOLD],
                                  [FONT_HEAVY] = headings.fonts[WEIGHT_HEAVY]}};
    job->house = house;
    return OUTCOME_DONE;
}

enum outcome brand_read(struct job *job) {
    const enum outcome outcome = logo_read(job);
    return outcome == OUTCOME_DONE ? brand_fonts(job, job->template) : outcome;
}
