#include "plan/planrules.h"

#include "plan/ruleattestations.h"
#include "plan/rulebenefits.h"
#include "plan/rulecommentary.h"
#include "plan/rulelinks.h"
#include "plan/rulemap.h"
#include "plan/rulemeetings.h"
#include "plan/ruleoffice.h"
#include "plan/rulepicture.h"
#include "plan/rulepin.h"
#include "plan/rulerisks.h"
#include "plan/rulethresholds.h"
#include "plan/rulevalues.h"
#include "plan/ruleweights.h"

void planrules(struct planbuild *b) {
    rulelinks(b);
    ruleweights(b);
    rulethresholds(b);
    rulevalues(b);
    ruleoffice(b);
    rulebenefits(b);
    rulerisks(b);
    rulemeetings(b);
    ruleattestations(b);
    rulecommentary(b);
    rulemap(b);
    rulepicture(b);
    rulepin(b);
}
