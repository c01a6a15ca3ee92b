/* mapview: what a map shows besides the whole of a unit's strategy: one theme, a unit under its
 * parent, what is around an objective, the cascade, the evidence for the links.
 *
 * A view is a model of its own, made before the layout; its title and the line below say what it
 * shows and what it leaves out. */
#ifndef REPORT_MAPVIEW_H
#define REPORT_MAPVIEW_H

#include "report/strategymap.h"

enum map_view_kind {
    VIEW_WHOLE,
    VIEW_THEME,
    VIEW_UNIT,    /* a unit with the objectives of its parent that it serves */
    VIEW_AROUND,  /* an objective with its drivers and effects, two steps each way */
    VIEW_CASCADE, /* a unit over those right below it */
    VIEW_EVIDENCE
};

struct map_view {
    enum map_view_kind kind;
    const char *id; /* of THEME, UNIT, AROUND */
};

/* "whole", "theme:T1", "unit:U2", "around:O5", "cascade", "evidence".  False with a finding if it
 * is none of them or the plan has no such id. */
bool mapview_parse(struct arena *arena, const struct plan *plan, const char *text,
                   struct map_view *out, struct diags *diags);
/* The unit whose map a view is: that of its id, else the given one. */
const struct unit *mapview_unit(const struct plan *plan, const struct map_view *view,
                                const struct unit *unit);
/* The model of a view of a unit.  NULL with a finding if there is nothing to show. */
const struct map_model *mapview_model(struct arena *arena, const struct assessment *assessment,
                                      const struct unit *unit, const struct map_view *view,
                                      const struct words *words, struct diags *diags);

#endif
