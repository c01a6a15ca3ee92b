#include "report/maplook.h"

#define A3_WIDTH MM(420)
/* Inside the packet's frame there are no margins and no label may be under 7 pt. */
#define BODY_WIDTH MM(372)
#define BODY_FLOOR PT(7)

mp maplook_length(const struct map_look *look, mp on_a3) {
    return (mp)((int64_t)on_a3 * look->thousandths / 1000);
}

mp maplook_size(const struct map_look *look, mp on_a3) {
    return length_max(maplook_length(look, on_a3), look->floor);
}

mp maplook_stroke(const struct map_look *look, enum strength strength) {
    static const mp widths[] = {
        [STRENGTH_WEAK] = MM(0.38), [STRENGTH_MEDIUM] = MM(0.55), [STRENGTH_STRONG] = MM(0.80)};
    return maplook_length(look, widths[strength]);
}

static void regions(struct map_look *look, const struct map_options *options) {
    look->page = (struct rect){0, 0, options->width, options->height};
    if (options->framed) {
        look->margin = maplook_length(look, MM(11));
        mp top = maplook_length(look, MM(33.5));
        mp bottom = options->height - maplook_length(look, MM(17));
        look->drawing =
            (struct rect){look->margin, top, options->width - 2 * look->margin, bottom - top};
    } else {
        look->margin = 0;
        look->drawing =
            (struct rect){0, 0, options->width, options->height - maplook_length(look, MM(7))};
    }
}

struct map_look maplook_of(const struct map_options *options, size_t cards) {
    struct map_look look = {0};
    mp whole = options->framed ? A3_WIDTH : BODY_WIDTH;
    /* Upright the height is the long side: cards and letters are as large as on the broad sheet. */
    mp side = options->framed ? length_max(options->width, options->height) : options->width;
    look.thousandths = (int32_t)((int64_t)side * 1000 / whole);
    look.floor = options->framed ? 0 : BODY_FLOOR;
    look.compact = !options->framed;
    regions(&look, options);
    look.label_width = maplook_length(&look, MM(27));
    look.band_gap = maplook_length(&look, MM(1.6));
    look.band_radius = maplook_length(&look, MM(2.4));
    look.card_gap = maplook_length(&look, MM(6.4));
    look.card_widest = maplook_length(&look, MM(86));
    look.card_radius = maplook_length(&look, MM(1.6));
    look.stripe = maplook_length(&look, MM(1.6));
    look.padding = maplook_length(&look, MM(2.3));
    look.pitch = maplook_length(&look, MM(3.4));
    look.pitch_least = maplook_length(&look, MM(1.9));
    look.corridor_clear = maplook_length(&look, MM(1.7));
    look.corridor_pitch = maplook_length(&look, MM(2.2));
    look.port_inset = maplook_length(&look, MM(3.2));
    look.port_pitch = maplook_length(&look, MM(4.2));
    look.end_offset = maplook_length(&look, MM(6));
    look.radius = maplook_length(&look, MM(2.2));
    look.arrow_length = maplook_length(&look, MM(2.7));
    look.arrow_width = maplook_length(&look, MM(2.5));
    look.chip_text = maplook_size(&look, PT(7.5));
    look.chip_height = look.chip_text + maplook_length(&look, MM(0.35));
    look.chip_pad = maplook_length(&look, MM(1.0));
    look.chip_lift = maplook_length(&look, MM(0.7));
    look.near = maplook_length(&look, MM(1.2));
    look.thirty = length_max(1, maplook_length(&look, MM(30)));
    look.far = maplook_length(&look, MM(120));
    look.jog = maplook_length(&look, MM(4));
    look.above_tracks = maplook_length(&look, MM(5.4));
    look.below_tracks = maplook_length(&look, MM(3.2));
    look.header_height = maplook_length(&look, MM(6.2));
    look.title_most = maplook_size(&look, cards <= 12 ? PT(13) : cards <= 20 ? PT(11.5) : PT(11));
    look.title_least = maplook_size(&look, PT(8.5));
    look.title_step = maplook_length(&look, PT(0.25));
    look.title_alone = maplook_size(&look, PT(6.8));
    look.small = maplook_size(&look, PT(7.5));
    return look;
}
