#include "report/chartwording.h"

struct chartwords chartwording(const struct words *words) {
    struct chartwords chart;
    for (int i = 0; i < CHARTWORD_COUNT; i++)
        chart.text[i] = words_text(words, chartwords_key((enum chartword)i));
    return chart;
}
