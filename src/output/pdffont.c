#include "output/pdffont.h"

#include "base/digest.h"
#include "base/utf8.h"
#include "output/subset.h"
#include <assert.h>
#include <hb-ot.h>
#include <hb.h>
#include <string.h>

/* Text that a glyph stands for. */
struct meaning {
    const char *text; /* NULL: none yet */
    size_t bytes;
};

struct font {
    const struct face *face;
    unsigned glyph_count;
    uint8_t *used;            /* by glyph */
    uint16_t *codes;          /* by glyph */
    int32_t *advances;        /* by glyph, of those in use; font units */
    struct meaning *meanings; /* by glyph */
    struct subset subset;
    uint32_t blank; /* glyph of U+0020, 0: none */
};

struct pdffonts {
    struct arena *arena;
    VEC(struct font) fonts;
    VEC(struct pdffont_text) texts;
    /* Run to its place in texts, plus one; open addressing by address.  Never walked, so that
     * addresses do not reach the output. */
    uint32_t *slots;
    size_t size;
};

/* One cluster of a run: glyphs from..to in visual order and their text. */
struct cluster {
    size_t from, to;
    const char *text;
    size_t bytes;
};

/* ---- runs ----------------------------------------------------------------------------------- */

static size_t slot_of(const struct pdffonts *fonts, const struct run *run) {
    uint64_t hash = ((uint64_t)(uintptr_t)run >> 4) * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(hash >> 20) & (fonts->size - 1);
    while (fonts->slots[at] && fonts->texts.items[fonts->slots[at] - 1].run != run)
        at = (at + 1) & (fonts->size - 1);
    return at;
}

static void grow_slots(struct pdffonts *fonts) {
    fonts->size = fonts->size ? fonts->size * 2 : 1024;
    fonts->slots = arena_array(fonts->arena, fonts->size, sizeof *fonts->slots);
    for (size_t i = 0; i < fonts->texts.count; i++)
        fonts->slots[slot_of(fonts, fonts->texts.items[i].run)] = (uint32_t)i + 1;
}

const struct pdffont_text *pdffont_text(const struct pdffonts *fonts, const struct run *run) {
    uint32_t found = fonts->slots[slot_of(fonts, run)];
    assert(found);
    return &fonts->texts.items[found - 1];
}

/* ---- clusters and their text ---------------------------------------------------------------- */

/* The cluster of a run that begins with glyph `from`. */
static struct cluster cluster_at(const struct run *run, size_t from) {
    uint32_t start = run->glyphs[from].cluster;
    size_t to = from + 1;
    while (to < run->count && run->glyphs[to].cluster == start)
        to++;
    size_t end = run->bytes;
    if (!run->rtl && to < run->count)
        end = run->glyphs[to].cluster;
    if (run->rtl && from > 0)
        end = run->glyphs[from - 1].cluster;
    return (struct cluster){from, to, run->text + start, end > start ? end - start : 0};
}

/* Where a line may break, and which way a part of it runs: laid out already, and one half of a pair
 * would be all that a reader got of it, who copies or hears a line. */
static bool vanishes(uint32_t rune) {
    return rune == 0xAD || rune == 0x200B || rune == 0x2060 || rune == 0xFEFF || rune == 0x061C ||
           rune == 0x200E || rune == 0x200F || (rune >= 0x202A && rune <= 0x202E) ||
           (rune >= 0x2066 && rune <= 0x2069);
}

static bool is_blank(uint32_t rune) {
    return rune == 0xA0 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x202F || rune == 0x205F ||
           rune == 0x3000;
}

/* What a reader should get: kinds of blanks and hyphens are only looks. */
static struct meaning plain_text(struct arena *arena, const struct cluster *cluster) {
    if (cluster->bytes == 1)
        return (struct meaning){cluster->text, 1};
    bool plain = true;
    for (size_t at = 0; at < cluster->bytes && plain;) {
        uint32_t rune = utf8_next(cluster->text, cluster->bytes, &at);
        plain = !vanishes(rune) && !is_blank(rune) && rune != 0x2010 && rune != 0x2011;
    }
    if (plain)
        return (struct meaning){cluster->text, cluster->bytes};
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t at = 0; at < cluster->bytes;) {
        uint32_t rune = utf8_next(cluster->text, cluster->bytes, &at);
        if (is_blank(rune))
            textbuf_char(&out, ' ');
        else if (rune == 0x2010 || rune == 0x2011)
            textbuf_char(&out, '-');
        else if (!vanishes(rune))
            textbuf_rune(&out, rune);
    }
    return (struct meaning){textbuf_text(&out), out.length};
}

static bool same_meaning(struct meaning a, struct meaning b) {
    if (a.bytes == 1 && b.bytes == 1)
        return *a.text == *b.text;
    return a.bytes == b.bytes && memcmp(a.text, b.text, a.bytes) == 0;
}

/* True if the codes alone do not tell the cluster's text. */
static bool needs_actual_text(const struct font *font, const struct run *run,
                              const struct cluster *cluster, struct meaning text) {
    return cluster->to - cluster->from > 1 ||
           !same_meaning(font->meanings[run->glyphs[cluster->from].id], text);
}

/* ---- collecting ----------------------------------------------------------------------------- */

static unsigned font_for(struct pdffonts *fonts, const struct face *face) {
    for (size_t i = 0; i < fonts->fonts.count; i++)
        if (fonts->fonts.items[i].face == face)
            return (unsigned)i;
    struct font *font = vec_add(fonts->arena, &fonts->fonts);
    unsigned count = hb_face_get_glyph_count(face->hb);
    *font = (struct font){.face = face, .glyph_count = count};
    font->used = arena_array(fonts->arena, count, 1);
    font->codes = arena_array(fonts->arena, count, sizeof *font->codes);
    font->advances = arena_array(fonts->arena, count, sizeof *font->advances);
    font->meanings = arena_array(fonts->arena, count, sizeof *font->meanings);
    hb_codepoint_t blank = 0;
    if (hb_font_get_nominal_glyph(face->shaper, ' ', &blank) && blank && blank < count) {
        font->blank = blank;
        font->used[blank] = 1;
        font->meanings[blank] = (struct meaning){" ", 1};
    }
    return (unsigned)fonts->fonts.count - 1;
}

static void collect_run(struct pdffonts *fonts, const struct run *run) {
    size_t slot = slot_of(fonts, run);
    if (fonts->slots[slot])
        return;
    struct pdffont_text text = {.run = run, .font = font_for(fonts, run->face)};
    vec_push(fonts->arena, &fonts->texts, text);
    fonts->slots[slot] = (uint32_t)fonts->texts.count;
    if (fonts->texts.count * 2 >= fonts->size)
        grow_slots(fonts);
    struct font *font = &fonts->fonts.items[text.font];
    for (size_t i = 0; i < run->count;) {
        struct cluster cluster = cluster_at(run, i);
        struct meaning *meaning = &font->meanings[run->glyphs[i].id];
        if (cluster.to - i == 1 && !meaning->text) {
            struct meaning told = plain_text(fonts->arena, &cluster);
            if (told.bytes)
                *meaning = told;
        }
        for (; i < cluster.to; i++) {
            assert(run->glyphs[i].id < font->glyph_count);
            font->used[run->glyphs[i].id] = 1;
        }
    }
}

/* Glyphs that only occur in clusters of several: the character the font itself gives them, else
 * nothing that shows. */
static void invent_meanings(struct arena *arena, struct font *font) {
    bool missing = false;
    for (unsigned i = 1; i < font->glyph_count && !missing; i++)
        missing = font->used[i] && !font->meanings[i].text;
    if (!missing)
        return;
    hb_set_t *runes = hb_set_create();
    hb_face_collect_unicodes(font->face->hb, runes);
    hb_codepoint_t rune = HB_SET_VALUE_INVALID;
    while (hb_set_next(runes, &rune)) {
        hb_codepoint_t glyph = 0;
        if (vanishes(rune) || !hb_font_get_nominal_glyph(font->face->shaper, rune, &glyph) ||
            glyph >= font->glyph_count || !font->used[glyph] || font->meanings[glyph].text)
            continue;
        char *text = arena_alloc(arena, 5);
        font->meanings[glyph] = (struct meaning){text, utf8_encode(rune, text)};
    }
    hb_set_destroy(runes);
    for (unsigned i = 1; i < font->glyph_count; i++)
        if (font->used[i] && !font->meanings[i].text)
            font->meanings[i] = (struct meaning){"\u200B", 3};
}

/* ---- encoding ------------------------------------------------------------------------------- */

/* One code inside a literal string. */
static void put_code(struct textbuf *out, uint16_t code) {
    const unsigned char bytes[] = {(unsigned char)(code >> 8), (unsigned char)code};
    char *const room = textbuf_room(out, 4), *to = room;
    for (int i = 0; i < 2; i++) {
        char c = (char)bytes[i];
        if (c == '(' || c == ')' || c == '\\' || c == '\r')
            *to++ = '\\';
        /* A bare carriage return would be read as a line feed. */
        *to++ = c == '\r' ? 'r' : c;
    }
    *to = '\0';
    out->length += (size_t)(to - room);
}

/* Font units as thousandths of an em with two decimals, and what follows. */
static void put_thousandths(struct textbuf *out, int64_t units, int32_t upem, char after) {
    int64_t scaled = units * 100000, half = upem / 2;
    pdfobject_hundredths(out, (int32_t)((scaled < 0 ? scaled - half : scaled + half) / upem),
                         after);
}

/* Elements of a TJ array under construction. */
struct array {
    struct textbuf *out;
    bool open;       /* inside a string */
    int64_t pending; /* units to move right before the next glyph */
};

static void array_glyph(struct array *array, const struct font *font, const struct glyph *glyph) {
    int64_t move = array->pending + glyph->x_offset;
    if (move != 0) {
        if (array->open)
            textbuf_char(array->out, ')');
        array->open = false;
        put_thousandths(array->out, -move, font->face->upem, '(');
    } else if (!array->open) {
        textbuf_char(array->out, '(');
    }
    array->open = true;
    put_code(array->out, font->codes[glyph->id]);
    array->pending = (int64_t)glyph->advance - font->advances[glyph->id] - glyph->x_offset;
}

static void array_end(struct array *array, const struct font *font) {
    if (array->open)
        textbuf_char(array->out, ')');
    array->open = false;
    if (array->pending != 0)
        put_thousandths(array->out, -array->pending, font->face->upem, ' ');
    array->pending = 0;
}

static void note_ends(struct pdffont_text *text) {
    const struct run *run = text->run;
    size_t at = 0;
    if (run->bytes == 0)
        return;
    uint32_t first = utf8_next(run->text, run->bytes, &at), last = first;
    while (at < run->bytes)
        last = utf8_next(run->text, run->bytes, &at);
    text->starts_blank = first == ' ' || is_blank(first);
    text->ends_blank = last == ' ' || is_blank(last);
    text->ends_hyphen = last == '-' || last == 0x2010 || last == 0x2011 || last == 0xAD;
}

static bool is_simple(const struct pdffonts *fonts, const struct pdffont_text *text) {
    const struct font *font = &fonts->fonts.items[text->font];
    const struct run *run = text->run;
    for (size_t i = 0; i < run->count;) {
        struct cluster cluster = cluster_at(run, i);
        if (run->glyphs[i].y_offset != 0 ||
            needs_actual_text(font, run, &cluster, plain_text(fonts->arena, &cluster)))
            return false;
        i = cluster.to;
    }
    return true;
}

static void encode(struct pdffonts *fonts, struct pdffont_text *text, struct textbuf *scratch) {
    note_ends(text);
    if (!is_simple(fonts, text))
        return;
    const struct font *font = &fonts->fonts.items[text->font];
    textbuf_clear(scratch);
    struct array array = {.out = scratch};
    for (size_t i = 0; i < text->run->count; i++)
        array_glyph(&array, font, &text->run->glyphs[i]);
    array_end(&array, font);
    text->array = arena_strndup(fonts->arena, textbuf_text(scratch), scratch->length);
    text->length = scratch->length;
}

/* One piece at one height above the baseline. */
static void show_glyphs(const struct font *font, const struct run *run, size_t from, size_t to,
                        struct array *array) {
    textbuf_char(array->out, '[');
    for (size_t i = from; i < to; i++)
        array_glyph(array, font, &run->glyphs[i]);
    array_end(array, font);
    textbuf_str(array->out, "]TJ\n");
}

struct pdffont_piece pdffont_piece(const struct pdffonts *fonts, const struct pdffont_text *text,
                                   size_t from) {
    const struct font *font = &fonts->fonts.items[text->font];
    const struct run *run = text->run;
    struct pdffont_piece piece = {.from = from, .to = from};
    while (piece.to < run->count) {
        struct cluster cluster = cluster_at(run, piece.to);
        struct meaning told = plain_text(fonts->arena, &cluster);
        bool hidden = told.bytes && needs_actual_text(font, run, &cluster, told);
        if (hidden && piece.to > from)
            break;
        for (; piece.to < cluster.to; piece.to++)
            piece.advance += run->glyphs[piece.to].advance;
        if (hidden) {
            piece.actual = told.text;
            piece.actual_bytes = told.bytes;
            break;
        }
    }
    return piece;
}

void pdffont_show(const struct pdffonts *fonts, const struct pdffont_text *text,
                  const struct pdffont_piece *piece, mp size, struct textbuf *out) {
    const struct font *font = &fonts->fonts.items[text->font];
    const struct run *run = text->run;
    struct array array = {.out = out};
    for (size_t i = piece->from; i < piece->to;) {
        size_t to = i + 1;
        int32_t raised = run->glyphs[i].y_offset;
        while (to < piece->to && run->glyphs[to].y_offset == raised)
            to++;
        if (raised != 0) {
            pdfobject_length(out, (mp)((int64_t)raised * size / font->face->upem), ' ');
            textbuf_str(out, "Ts ");
        }
        show_glyphs(font, run, i, to, &array);
        if (raised != 0)
            textbuf_str(out, "0 Ts\n");
        i = to;
    }
}

int32_t pdffont_blank(const struct pdffonts *fonts, unsigned font, struct textbuf *out) {
    const struct font *of = &fonts->fonts.items[font];
    if (!of->blank)
        return 0;
    textbuf_char(out, '(');
    put_code(out, of->codes[of->blank]);
    textbuf_char(out, ')');
    return of->advances[of->blank];
}

struct pdffonts *pdffont_collect(struct arena *arena, const struct scene *scene, const char **why) {
    struct pdffonts *fonts = arena_alloc(arena, sizeof *fonts);
    fonts->arena = arena;
    grow_slots(fonts);
    for (size_t p = 0; p < scene->pages.count; p++) {
        const struct scene_page *page = &scene->pages.items[p];
        for (size_t i = 0; i < page->items.count; i++)
            if (page->items.items[i].kind == SCENE_TEXT)
                collect_run(fonts, page->items.items[i].as.text.run);
    }
    struct textbuf scratch;
    textbuf_init(&scratch, arena);
    for (size_t i = 0; i < fonts->fonts.count; i++) {
        struct font *font = &fonts->fonts.items[i];
        invent_meanings(arena, font);
        for (unsigned g = 0; g < font->glyph_count; g++)
            if (g == 0 || font->used[g])
                font->advances[g] = hb_font_get_glyph_h_advance(font->face->shaper, g);
        if (!subset_glyphs(arena, font->face, font->used, font->codes, &font->subset, why))
            return NULL;
    }
    for (size_t i = 0; i < fonts->texts.count; i++)
        encode(fonts, &fonts->texts.items[i], &scratch);
    return fonts;
}

/* ---- objects -------------------------------------------------------------------------------- */

/* Six letters from which glyphs are in the subset of a font of this size: equal subsets, equal
 * names. */
static void subset_tag(const struct font *font, struct arena *arena, char tag[7]) {
    uint8_t raw[32];
    struct textbuf glyphs;
    textbuf_init(&glyphs, arena);
    textbuf_str(&glyphs, font->face->postscript);
    for (unsigned i = 0; i < font->glyph_count; i++)
        if (font->used[i])
            pdfobject_hex16(&glyphs, i);
    textbuf_int(&glyphs, (int64_t)font->subset.length);
    digest_raw(glyphs.bytes, glyphs.length, raw);
    for (int i = 0; i < 6; i++)
        tag[i] = (char)('A' + raw[i] % 26);
    tag[6] = '\0';
}

static void write_widths(const struct font *font, struct textbuf *out) {
    textbuf_str(out, "/W[");
    int64_t next = -1; /* the code that would continue the list */
    for (unsigned i = 0; i < font->glyph_count; i++) {
        if (!font->used[i] && i != 0)
            continue;
        int64_t code = font->codes[i];
        if (code != next) {
            if (next >= 0)
                textbuf_char(out, ']');
            textbuf_int(out, code);
            textbuf_char(out, '[');
        } else {
            textbuf_char(out, ' ');
        }
        textbuf_fixed(
            out, ((int64_t)font->advances[i] * 1000000 + font->face->upem / 2) / font->face->upem,
            3);
        next = code + 1;
    }
    textbuf_str(out, "]]");
}

static void write_to_unicode(const struct font *font, struct arena *arena,
                             struct pdfobject_store *store, uint32_t *number) {
    struct textbuf lines, map;
    textbuf_init(&lines, arena);
    textbuf_init(&map, arena);
    textbuf_str(&map, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    int count = 0;
    for (unsigned i = 1; i <= font->glyph_count; i++) {
        if (i < font->glyph_count && font->used[i]) {
            textbuf_char(&lines, '<');
            pdfobject_hex16(&lines, font->codes[i]);
            textbuf_str(&lines, "><");
            pdfobject_utf16(&lines, font->meanings[i].text, font->meanings[i].bytes);
            textbuf_str(&lines, ">\n");
            count++;
        }
        if (count == 100 || (count && i == font->glyph_count)) {
            textbuf_printf(&map, "%d beginbfchar\n", count);
            textbuf_bytes(&map, lines.bytes, lines.length);
            textbuf_str(&map, "endbfchar\n");
            textbuf_clear(&lines);
            count = 0;
        }
    }
    textbuf_str(&map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
    *number = pdfobject_stream(store, "", map.bytes, map.length, true);
}

static void put_box(const struct font *font, struct textbuf *out) {
    hb_blob_t *head = hb_face_reference_table(font->face->hb, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length = 0;
    const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(head, &length);
    int32_t box[4] = {0, font->face->descent, font->face->upem, font->face->ascent};
    for (int i = 0; length >= 44 && i < 4; i++)
        box[i] = (int16_t)((uint16_t)bytes[36 + 2 * i] << 8 | bytes[37 + 2 * i]);
    hb_blob_destroy(head);
    textbuf_str(out, "/FontBBox[");
    for (int i = 0; i < 4; i++) {
        textbuf_int(out, (int64_t)box[i] * 1000 / font->face->upem);
        textbuf_char(out, i < 3 ? ' ' : ']');
    }
}

static void put_metric(struct textbuf *out, const char *name, int64_t units, int32_t upem) {
    textbuf_char(out, '/');
    textbuf_str(out, name);
    textbuf_char(out, ' ');
    textbuf_int(out, units * 1000 / upem);
}

static uint32_t write_descriptor(const struct font *font, const char *name,
                                 struct pdfobject_store *store, struct arena *arena) {
    const struct face *face = font->face;
    const char *entries = font->subset.cff
                              ? "/Subtype/CIDFontType0C"
                              : arena_printf(arena, "/Length1 %zu", font->subset.length);
    uint32_t file = pdfobject_stream(store, entries, font->subset.bytes, font->subset.length, true);
    struct textbuf *body;
    uint32_t number = pdfobject_dict(store, &body);
    textbuf_printf(body, "/Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0", name);
    put_box(font, body);
    put_metric(body, "Ascent", face->ascent, face->upem);
    put_metric(body, "Descent", face->descent, face->upem);
    put_metric(body, "CapHeight", face->cap_height, face->upem);
    put_metric(body, "XHeight", face->x_height, face->upem);
    /* No font tells its stem: a fair guess by weight. */
    textbuf_printf(body, "/StemV %d/%s ", 20 + face->css_weight * 16 / 100,
                   font->subset.cff ? "FontFile3" : "FontFile2");
    pdfobject_reference(body, file);
    return number;
}

static uint32_t write_font(const struct font *font, struct pdfobject_store *store,
                           struct arena *arena) {
    char tag[7];
    subset_tag(font, arena, tag);
    const char *name = arena_printf(arena, "%s+%s", tag, font->face->postscript);
    uint32_t descriptor = write_descriptor(font, name, store, arena);
    struct textbuf *cid, *type0;
    uint32_t descendant = pdfobject_dict(store, &cid);
    textbuf_printf(cid, "/Type/Font/Subtype/%s/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)",
                   font->subset.cff ? "CIDFontType0" : "CIDFontType2", name);
    textbuf_str(cid, "/Ordering(Identity)/Supplement 0>>/DW 0");
    if (!font->subset.cff)
        textbuf_str(cid, "/CIDToGIDMap/Identity");
    textbuf_str(cid, "/FontDescriptor ");
    pdfobject_reference(cid, descriptor);
    write_widths(font, cid);
    uint32_t to_unicode = 0;
    write_to_unicode(font, arena, store, &to_unicode);
    uint32_t number = pdfobject_dict(store, &type0);
    textbuf_printf(type0, "/Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H", name);
    textbuf_str(type0, "/DescendantFonts[");
    pdfobject_reference(type0, descendant);
    textbuf_str(type0, "]/ToUnicode ");
    pdfobject_reference(type0, to_unicode);
    return number;
}

void pdffont_write(const struct pdffonts *fonts, struct pdfobject_store *store,
                   struct textbuf *resources) {
    for (size_t i = 0; i < fonts->fonts.count; i++) {
        textbuf_printf(resources, "/F%zu ", i);
        pdfobject_reference(resources, write_font(&fonts->fonts.items[i], store, fonts->arena));
    }
}
