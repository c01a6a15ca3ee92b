#include "app/emit.h"

#include "app/brand.h"
#include "app/deliver.h"
#include "app/render.h"
#include "export/writecanonical.h"
#include "layout/document.h"

enum emitted {
    EMIT_WORKBOOK,
    EMIT_CANONICAL,
    EMIT_PLAN,
    EMIT_ASSESSMENT,
    EMIT_DOCUMENT,
    EMIT_SCENE
};

static enum job_stage stage_of(enum emitted what) {
    if (what <= EMIT_CANONICAL)
        return JOB_WORKBOOK;
    return what == EMIT_PLAN ? JOB_PLAN : JOB_ASSESSMENT;
}

static void dump_pages(struct job *job, enum emitted what, struct textbuf *out) {
    struct packet packet;
    if (!render_packet(job, &packet))
        return;
    if (what == EMIT_DOCUMENT)
        document_dump(packet.document, out);
    else
        scene_dump(packet.scene, out);
}

enum outcome emit_stage(struct job *job) {
    enum emitted what = (enum emitted)job->options->choice[SWITCH_EMIT];
    enum outcome outcome = job_load(job, stage_of(what));
    if (outcome == OUTCOME_DONE && what >= EMIT_DOCUMENT)
        outcome = brand_read(job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    switch (what) {
    case EMIT_WORKBOOK:
        workbook_dump(job->workbook, &out);
        break;
    case EMIT_CANONICAL:
        writecanonical(job->workbook, true, &out);
        break;
    case EMIT_PLAN:
        plan_dump(job->plan, &out);
        break;
    case EMIT_ASSESSMENT:
        assess_json(job->assessment, job->unit, &out);
        break;
    case EMIT_DOCUMENT:
    case EMIT_SCENE:
        dump_pages(job, what, &out);
        break;
    }
    return deliver_text(job, &out);
}
