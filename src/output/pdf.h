/* pdf: a scene as a tagged, archivable PDF: PDF/UA-1 and PDF/A-2a, or 3a if it carries files. */
#ifndef OUTPUT_PDF_H
#define OUTPUT_PDF_H

#include "base/arena.h"
#include "base/textbuf.h"
#include "output/pdfattach.h"
#include "scene/scene.h"
#include <stdbool.h>

/* Appends the file to an empty buffer; attached may be NULL.  The scene must have a
 * page.  The same scene gives the same bytes.  False: *why says what failed, or what the scene got
 * wrong (scene_problem()); the buffer is then of no use.  The arena takes the work's memory too: a
 * few times the file's size. */
bool pdf_render(struct arena *arena, const struct scene *scene, const struct pdfattach *attached,
                struct textbuf *out, const char **why);

#endif
