/* scenejoin: several documents as parts of one, such as a packet in two languages.
 *
 * Each part keeps its pages, its order of reading and its language, which a Part element says.  The
 * outline names the parts; page labels tell them apart: "EN-3", "FR-3". */
#ifndef SCENE_SCENEJOIN_H
#define SCENE_SCENEJOIN_H

#include "scene/scene.h"

struct scenejoin_part {
    const struct scene *scene;
    const char *name; /* in the outline: "Français" */
};

/* What the document says of itself is the first part's, but for its title, which names all, and for
 * its languages.  The
 * parts must live as long as the whole. */
struct scene *scenejoin_parts(struct arena *arena, const struct scenejoin_part *parts,
                              size_t count);

#endif
