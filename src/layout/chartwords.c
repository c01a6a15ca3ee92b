#include "layout/chartwords.h"

#include "base/textbuf.h"
#include <assert.h>

const char *chartwords_key(enum chartword word) {
    static const char *const keys[CHARTWORD_COUNT] = {
        [CHARTWORD_TELL] = "chart.tell",
        [CHARTWORD_AND] = "chart.and",
        [CHARTWORD_NOTHING] = "chart.nothing",
        [CHARTWORD_LAST] = "chart.last",
        [CHARTWORD_PLAN] = "chart.plan",
        [CHARTWORD_FORECAST] = "chart.forecast",
        [CHARTWORD_LOWEST] = "chart.lowest",
        [CHARTWORD_HIGHEST] = "chart.highest",
        [CHARTWORD_MISSING] = "chart.missing",
        [CHARTWORD_STEP] = "chart.step",
        [CHARTWORD_BASE] = "chart.base",
        [CHARTWORD_RISKS] = "chart.risks",
        [CHARTWORD_ABOVE] = "chart.above",
        [CHARTWORD_NONE_ABOVE] = "chart.above.none",
        [CHARTWORD_ROWS] = "chart.rows",
        [CHARTWORD_WITHOUT] = "chart.without",
        [CHARTWORD_STATUS] = "chart.status",
        [CHARTWORD_POINTS] = "chart.points",
        [CHARTWORD_AXES] = "chart.axes",
        [CHARTWORD_SIGNALS] = "chart.signals",
        [CHARTWORD_SIGNALS_RUN] = "chart.signals.run",
        [CHARTWORD_NO_SIGNAL] = "chart.signals.none",
        [CHARTWORD_MORE] = "chart.more",
        [CHARTWORD_DASH] = "chart.dash",
        [CHARTWORD_FIGURES] = "chart.figures",
        [CHARTWORD_HEAD_PERIOD] = "chart.head.period",
        [CHARTWORD_HEAD_ACTUAL] = "chart.head.actual",
        [CHARTWORD_HEAD_PLAN] = "chart.head.plan",
        [CHARTWORD_HEAD_FORECAST] = "chart.head.forecast",
        [CHARTWORD_HEAD_VARIANCE] = "chart.head.variance",
        [CHARTWORD_HEAD_VALUE] = "chart.head.value",
        [CHARTWORD_HEAD_SIGNAL] = "chart.head.signal",
        [CHARTWORD_HEAD_STEP] = "chart.head.step",
        [CHARTWORD_HEAD_RISK] = "chart.head.risk",
        [CHARTWORD_HEAD_INHERENT] = "chart.head.inherent",
        [CHARTWORD_HEAD_RESIDUAL] = "chart.head.residual",
        [CHARTWORD_HEAD_POSITION] = "chart.head.position",
        [CHARTWORD_HEAD_NAME] = "chart.head.name",
        [CHARTWORD_IS_SIGNAL] = "chart.is.signal",
        [CHARTWORD_IS_NOISE] = "chart.is.noise",
        [CHARTWORD_IS_ABOVE] = "chart.is.above",
        [CHARTWORD_IS_WITHIN] = "chart.is.within"};
    assert((size_t)word < CHARTWORD_COUNT && keys[word]);
    return keys[word];
}

const char *chartwords_fill(struct arena *arena, const struct chartwords *words,
                            enum chartword word, const char *first, const char *second) {
    struct textbuf out;
    textbuf_init(&out, arena);
    assert(words->text[word]);
    for (const char *c = words->text[word]; *c; c++) {
        const bool hole = c[0] == '{' && (c[1] == '1' || c[1] == '2') && c[2] == '}';
        const char *argument = hole && c[1] == '1' ? first : second;
        if (!hole)
            textbuf_char(&out, *c);
        else if (argument)
            textbuf_str(&out, argument);
        c += hole ? 2 : 0;
    }
    return textbuf_finish(&out);
}

const char *chartwords_join(struct arena *arena, const struct chartwords *words, const char *told,
                            const char *more) {
    if (!told || !more)
        return told ? told : more;
    return chartwords_fill(arena, words, CHARTWORD_AND, told, more);
}
