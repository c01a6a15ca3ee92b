#include "layout/chartlane.h"

#include "layout/style.h"
#include <assert.h>

#define PITCH PT(10)

static void sort(struct chartlane_label *labels, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const struct chartlane_label label = labels[i];
        size_t to = i;
        for (; to > 0 && labels[to - 1].y > label.y; to--)
            labels[to] = labels[to - 1];
        labels[to] = label;
    }
}

/* Labels that meet stand round the middle of their lines. */
struct cluster {
    size_t first, count;
    int64_t sum; /* of the lines' heights */
};

static mp cluster_top(const struct cluster *cluster, mp pitch, mp top, mp bottom) {
    const mp length = pitch * (mp)(cluster->count - 1);
    const mp middle = (mp)(cluster->sum / (int64_t)cluster->count);
    return length_max(length_min(middle - length / 2, bottom - length), top);
}

void chartlane_spread(struct chartlane_label *labels, size_t count, mp pitch, mp top, mp bottom) {
    struct cluster clusters[CHARTLANE_MOST];
    size_t found = 0;
    assert(count <= CHARTLANE_MOST);
    sort(labels, count);
    for (size_t i = 0; i < count; i++) {
        clusters[found++] = (struct cluster){i, 1, labels[i].y};
        while (found > 1) {
            struct cluster *before = &clusters[found - 2];
            const struct cluster *last = &clusters[found - 1];
            if (cluster_top(last, pitch, top, bottom) - cluster_top(before, pitch, top, bottom) >=
                pitch * (mp)before->count)
                break;
            before->count += last->count;
            before->sum += last->sum;
            found--;
        }
    }
    for (size_t c = 0; c < found; c++) {
        const mp from = cluster_top(&clusters[c], pitch, top, bottom);
        for (size_t i = 0; i < clusters[c].count; i++)
            labels[clusters[c].first + i].y = from + pitch * (mp)i;
    }
}

mp chartlane_width(const struct ink *ink, const struct chartlane_label *labels, size_t count) {
    mp width = 0;
    for (size_t i = 0; i < count; i++)
        width = length_max(width, chartink_width(ink, STYLE_CHART_LABEL, labels[i].text));
    return width;
}

void chartlane_draw(const struct ink *ink, struct chartlane_label *labels, size_t count,
                    struct rect lane) {
    chartlane_spread(labels, count, PITCH, lane.y + PITCH / 2, lane.y + lane.h - PITCH / 2);
    for (size_t i = 0; i < count; i++)
        chartink_text(ink, STYLE_CHART_LABEL, labels[i].colour, ALIGN_LEFT,
                      (struct point){lane.x, labels[i].y + PT(2.7)}, labels[i].text);
}
