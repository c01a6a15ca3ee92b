#include "layout/chartplace.h"

scene_element_id chartplace_figure(struct composer *composer, scene_element_id parent,
                                   const char *alt, uint32_t page, struct rect rect) {
    const scene_element_id id = composer_element(composer, parent, TAG_FIGURE);
    if (composer_artifact(id))
        return id;
    struct scene_element *element = scene_element(composer->scene, id);
    element->alt = alt;
    element->page = page;
    element->bbox = rect;
    element->has_bbox = true;
    return id;
}

void chartplace_draw(struct composer *composer, const struct chart *chart, scene_element_id parent,
                     uint32_t page, struct rect rect) {
    struct pen pen = {composer->scene, page, SCENE_ARTIFACT};
    if (chart->alt)
        pen.element = chartplace_figure(composer, parent, chart->alt, page, rect);
    chart_draw(pen, composer->fonts, chart, rect, composer->diags);
}
