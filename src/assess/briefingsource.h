/* briefingsource: the cells that a fact of the brief was made of (domain.md section 4, rule 15). */
#ifndef ASSESS_BRIEFINGSOURCE_H
#define ASSESS_BRIEFINGSOURCE_H

#include "assess/briefing.h"

/* Each adds to the fact's sources; what the sheet does not say adds nothing. */
void briefingsource_reading(struct arena *arena, const struct assessment *assessment,
                            const struct reading *reading, struct briefing_fact *fact);
void briefingsource_initiative(struct arena *arena, const struct initiative_result *result,
                               struct briefing_fact *fact);
void briefingsource_process(struct arena *arena, const struct plan *plan,
                            const struct process *process, struct briefing_fact *fact);
void briefingsource_benefit(struct arena *arena, const struct benefit *benefit,
                            struct briefing_fact *fact);
/* A row, or a cell of the entity. */
void briefingsource_add(struct arena *arena, struct briefing_fact *fact,
                        enum briefing_source_kind kind, const char *of, bool derived,
                        struct place place);

#endif
