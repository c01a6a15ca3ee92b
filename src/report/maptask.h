/* maptask: a map to be laid out, measured once for all steps. */
#ifndef REPORT_MAPTASK_H
#define REPORT_MAPTASK_H

#include "report/maptext.h"

/* Heights of an earlier map, to be kept. */
struct map_heights {
    mp title_size, pitch;
    int header_row;
    mp *top, *height; /* of each row */
};

/* What all steps of the layout need to know. */
struct map_task {
    struct arena *arena;
    const struct map_model *model;
    const struct map_look *look;
    int cards, links, bands;
    int columns;   /* themes that have cards; 0: nothing but free rows */
    int *theme_of; /* column of each card, -1: free */
    int *column_theme;
    struct map_words *titles;          /* one a card */
    mp *header_width;                  /* of each column's name at the least size */
    mp *chip_width;                    /* one a link, 0: no chip */
    mp left, width;                    /* of the grid */
    int effort;                        /* of the search, in percent; 100 when made */
    const struct map_heights *heights; /* NULL: to be found */
    /* What mapcorridor and mapchannel have found so far, so as not to find it again. */
    struct known_way *known_ways;
    struct known_channel *known_channels;
};

/* Borrows the model and the look. */
struct map_task *maptask_new(struct arena *arena, struct fontset *fonts,
                             const struct map_model *model, const struct map_look *look,
                             struct diags *diags);

#endif
