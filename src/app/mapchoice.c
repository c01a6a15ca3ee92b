#include "app/mapchoice.h"

#include "base/ascii.h"
#include "output/address.h"
#include "output/png.h"
#include "report/maplink.h"
#include <string.h>

/* Sharp on a slide and at A4. */
#define USUAL_DPI 150
#define LEAST_DPI 72
#define MOST_DPI  600

static bool ends_with(const char *path, const char *ending) {
    size_t length = strlen(path), part = strlen(ending);
    return length > part && ascii_same(path + length - part, ending);
}

static bool read_format(struct job *job, enum map_format *out) {
    static const char *const endings[] = {
        [MAP_SVG] = ".svg", [MAP_PNG] = ".png", [MAP_PDF] = ".pdf"};
    const char *path = job->options->value[SWITCH_OUTPUT];
    if (job->options->given[SWITCH_MAP_FORMAT]) {
        *out = (enum map_format)job->options->choice[SWITCH_MAP_FORMAT];
        return true;
    }
    for (int i = MAP_SVG; i <= MAP_PDF; i++)
        if (ends_with(path, endings[i])) {
            *out = (enum map_format)i;
            return true;
        }
    job_complain(job, BP9012, path, NULL);
    return false;
}

static const char *number(struct job *job, int64_t n) {
    return arena_printf(job->arena, "%d", (int)n);
}

static bool too_many(const struct map_sheet *sheet, int dpi) {
    return png_pixels(sheet->width, dpi) * png_pixels(sheet->height, dpi) > MAPCHOICE_MOST_PIXELS;
}

static bool in_bounds(struct job *job, enum map_paper paper, int dpi) {
    const struct map_sheet sheet = mappaper_sheet(paper, false);
    int most = dpi;
    while (too_many(&sheet, most))
        most--;
    if (most == dpi)
        return true;
    job_complain(job, BP9071, sheet.name, number(job, dpi),
                 number(job, png_pixels(sheet.width, dpi)),
                 number(job, png_pixels(sheet.height, dpi)), number(job, most), NULL);
    return false;
}

static bool read_dpi(struct job *job, struct mapchoice *out) {
    const char *text = job->options->value[SWITCH_DPI];
    if (!text)
        return in_bounds(job, out->paper, out->dpi);
    int dpi = 0;
    size_t length = strlen(text);
    for (size_t i = 0; i < length && length <= 3; i++)
        dpi = ascii_digit(text[i]) ? dpi * 10 + (text[i] - '0') : MOST_DPI + 1000;
    if (length == 0 || length > 3 || dpi < LEAST_DPI || dpi > MOST_DPI) {
        job_complain(job, BP9070, text, NULL);
        return false;
    }
    out->dpi = dpi;
    return in_bounds(job, out->paper, dpi);
}

/* Options that the kind of picture has no use for are mistakes, not wishes to pass over. */
static bool fits_format(struct job *job, const struct mapchoice *choice) {
    static const char *const kinds[] = {[MAP_SVG] = "SVG", [MAP_PNG] = "PNG", [MAP_PDF] = "PDF"};
    if (job->options->given[SWITCH_DPI] && choice->format != MAP_PNG)
        job_complain(job, BP9072, "--dpi", "PNG", kinds[choice->format], NULL);
    else if (choice->outlines && choice->format != MAP_SVG)
        job_complain(job, BP9072, "--outlines", "SVG", kinds[choice->format], NULL);
    else if (choice->card_links && choice->format == MAP_PNG)
        job_complain(job, BP9072, "--card-links", "SVG or PDF", kinds[choice->format], NULL);
    else if (choice->dark && choice->monochrome)
        job_complain(job, BP9073, NULL);
    else
        return true;
    return false;
}

/* Where --card-links leads: to the web or to a file beside the map, to each objective elsewhere. */
static bool links_sound(struct job *job, const struct mapchoice *choice) {
    const char *links = choice->card_links;
    if (!links)
        return true;
    const char *sample = maplink_address(job->arena, links, "O1");
    if (!address_allowed(sample) ||
        ascii_same(arena_strndup(job->arena, sample, strcspn(sample, ":")), "mailto"))
        job_complain(job, BP5081, links, NULL);
    else if (!strstr(links, MAPLINK_ID))
        job_complain(job, BP5082, links, NULL);
    else if (strpbrk(sample, "{}"))
        job_complain(job, BP5083, links, NULL);
    else
        return true;
    return false;
}

bool mapchoice_links(struct job *job, struct mapchoice *out, const struct packet *packet) {
    out->card_links = job->options->value[SWITCH_CARD_LINKS];
    if (!out->card_links || strcmp(out->card_links, "packet") != 0)
        return links_sound(job, out);
    out->card_links = NULL;
    out->packet = packet;
    return true;
}

struct mapchoice mapchoice_usual(const struct job *job) {
    return (struct mapchoice){
        .paper = MAP_A3, .dpi = USUAL_DPI, .monochrome = job->options->given[SWITCH_MONO]};
}

bool mapchoice_read(struct job *job, struct mapchoice *out) {
    *out = mapchoice_usual(job);
    if (job->options->given[SWITCH_PAPER])
        out->paper = (enum map_paper)job->options->choice[SWITCH_PAPER];
    out->upright = job->options->choice[SWITCH_ORIENTATION] == 1;
    out->outlines = job->options->given[SWITCH_OUTLINES];
    out->dark = job->options->given[SWITCH_DARK];
    out->card_links = job->options->value[SWITCH_CARD_LINKS];
    return read_format(job, &out->format) && fits_format(job, out) && links_sound(job, out) &&
           (out->format != MAP_PNG || read_dpi(job, out));
}
