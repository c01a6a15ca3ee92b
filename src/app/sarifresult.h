/* sarifresult: the results of a SARIF log, and what their texts have in common with its rules. */
#ifndef APP_SARIFRESULT_H
#define APP_SARIFRESULT_H

#include "app/diagnostics.h"
#include "base/idmap.h"
#include "base/json.h"

struct sarif {
    struct json json;
    const struct diagnostics *all;
    struct idmap *rules; /* from a code to its index */
};

const char *sarifresult_code(const struct sarif *sarif, enum diag_code code); /* "BP3104" */
/* A message object: its text is written so that nothing in it is taken for markup. */
void sarifresult_message(struct sarif *sarif, const char *key, const char *text);
/* One result; its rule has an index. */
void sarifresult_write(struct sarif *sarif, const struct diagnostic *item);

#endif
