#include "plan/planrules.h"

#include "plan/rulecommentary.h"
#include "plan/rulelinks.h"
#include "plan/rulemap.h"
#include "plan/ruleoffice.h"
#include "plan/rulethresholds.h"
#include "plan/rulevalues.h"
#include "plan/ruleweights.h"

void planrules(struct planbuild *b) {
    rulelinks(b);
    ruleweights(b);
    rulethresholds(b);
    rulevalues(b);
    ruleoffice(b);
    rulecommentary(b);
    rulemap(b);
}
