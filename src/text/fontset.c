#include "text/fontset.h"

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/digest.h"
#include "base/embedded.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/housefont.h"
#include "text/hyphen.h"
#include "text/thai.h"
#include <assert.h>
#include <hb-ot.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROLE_COLUMNS  8u
#define SCRIPT_COMMON HB_TAG('Z', 'y', 'y', 'y')

/* One line of fonts/roles.txt. */
struct font_entry {
    bool fallback;
    const char *name;     /* of the role */
    uint32_t script;      /* of a fallback */
    const char *language; /* of a fallback, or NULL */
    int weight;
    unsigned face_index;
    const char *file, *package, *digest, *family;
    const struct face *face; /* NULL: not opened */
    bool tried;
};

/* A font of the house, open, and what it lacked. */
struct house_face {
    const struct housefont *file;
    const struct face *face;
    uint32_t lacking; /* the first character by number, 0: none */
};

struct fontset {
    struct arena *arena;
    VEC(struct font_entry) entries;
    VEC(const struct face *) faces;
    size_t roles[FONT_ROLES]; /* index of the entry */
    VEC(struct house_face) house;
    size_t housed[FONT_ROLES]; /* index of the house's font, plus one; 0: the usual one */
    void *cache, *paragraphs;
    struct thai *thai;
    struct hyphen_shelf *hyphens;
};

static const char *const role_names[FONT_ROLES] = {"regular", "semibold", "bold", "bold", "heavy"};

/* ---- the list of roles ---------------------------------------------------------------------- */

/* Cuts a line into its columns; the last takes the rest.  False if there are fewer. */
static bool split_columns(char *line, char *columns[ROLE_COLUMNS]) {
    for (unsigned i = 0; i < ROLE_COLUMNS; i++) {
        while (*line == ' ')
            line++;
        if (*line == '\0')
            return false;
        columns[i] = line;
        if (i + 1 == ROLE_COLUMNS)
            return true;
        while (*line != ' ' && *line != '\0')
            line++;
        if (*line == ' ')
            *line++ = '\0';
    }
    return true;
}

static int small_number(const char *text) {
    int value = 0;
    for (; ascii_digit(*text) && value < 10000; text++)
        value = value * 10 + (*text - '0');
    return value;
}

static bool parse_entry(char *line, struct font_entry *entry) {
    char *columns[ROLE_COLUMNS];
    if (!split_columns(line, columns))
        return false;
    *entry = (struct font_entry){.fallback = strcmp(columns[0], "fallback") == 0,
                                 .name = columns[1],
                                 .weight = small_number(columns[2]),
                                 .face_index = (unsigned)small_number(columns[3]),
                                 .file = columns[4],
                                 .package = columns[5],
                                 .digest = columns[6],
                                 .family = columns[7]};
    if (!entry->fallback)
        return true;
    char *colon = strchr(columns[1], ':');
    if (colon) {
        *colon = '\0';
        entry->language = colon + 1;
    }
    const char *s = columns[1];
    if (strlen(s) != 4)
        return false;
    entry->script = HB_TAG(s[0], s[1], s[2], s[3]);
    return true;
}

/* The list is part of the program, so a fault in it is a bug. */
static void read_roles(struct fontset *fonts) {
    const struct embedded *list = embedded_file("roles.txt");
    assert(list);
    char *text = arena_strndup(fonts->arena, list->bytes, list->length);
    for (char *line = text, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        if (*line == '#' || *line == '\0')
            continue;
        struct font_entry entry;
        bool good = parse_entry(line, &entry);
        assert(good);
        vec_push(fonts->arena, &fonts->entries, entry);
    }
}

/* ---- finding and opening files -------------------------------------------------------------- */

static const char *const below_home[] = {"/.local/share/fonts", "/.fonts"};
static const char *const directories[] = {"/usr/share/fonts/truetype/lato",
                                          "/usr/share/fonts/truetype/noto",
                                          "/usr/share/fonts/opentype/noto",
                                          "/usr/share/fonts/truetype",
                                          "/usr/share/fonts/opentype",
                                          "/usr/share/fonts/lato",
                                          "/usr/share/fonts/lato-fonts",
                                          "/usr/share/fonts/noto",
                                          "/usr/share/fonts/noto-cjk",
                                          "/usr/share/fonts/google-noto",
                                          "/usr/share/fonts/google-noto-cjk",
                                          "/usr/share/fonts",
                                          "/usr/local/share/fonts"};

static const char *file_in(struct arena *arena, const char *directory, size_t length,
                           const char *name) {
    const char *path = arena_printf(arena, "%.*s/%s", (int)length, directory, name);
    return access(path, R_OK) == 0 ? path : NULL;
}

static const char *find_in_list(struct arena *arena, const char *list, const char *name) {
    while (list && *list) {
        size_t length = strcspn(list, ":");
        const char *path = length ? file_in(arena, list, length, name) : NULL;
        if (path)
            return path;
        list += length;
        list += *list == ':';
    }
    return NULL;
}

static const char *find_file(struct arena *arena, const char *name) {
    const char *path = find_in_list(arena, getenv("BOARDPACK_FONTS"), name);
    for (size_t i = 0; !path && i < sizeof directories / sizeof *directories; i++)
        path = file_in(arena, directories[i], strlen(directories[i]), name);
    const char *home = getenv("HOME");
    for (size_t i = 0; !path && home && i < sizeof below_home / sizeof *below_home; i++) {
        const char *directory = arena_printf(arena, "%s%s", home, below_home[i]);
        path = file_in(arena, directory, strlen(directory), name);
    }
    return path;
}

static void release_face(void *face) {
    hb_face_destroy(face);
}

static void release_font(void *font) {
    hb_font_destroy(font);
}

/* OS/2 fsType: 2 alone in the low bits forbids embedding. */
static bool may_embed(hb_face_t *hb) {
    hb_blob_t *table = hb_face_reference_table(hb, HB_TAG('O', 'S', '/', '2'));
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(table, &length);
    bool allowed = length < 10 || ((unsigned char)bytes[9] & 0x0F) != 2;
    hb_blob_destroy(table);
    return allowed;
}

static const char *name_of(struct arena *arena, hb_face_t *hb, hb_ot_name_id_t id) {
    char name[64];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(hb, id, HB_LANGUAGE_INVALID, &size, name);
    /* Names go into the file as they are, so only what every reader takes. */
    for (char *c = name; *c; c++)
        if (!ascii_letter(*c) && !ascii_digit(*c) && *c != '-')
            *c = '-';
    return arena_strdup(arena, *name ? name : "Unnamed");
}

static int32_t metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int32_t otherwise) {
    hb_position_t value = 0;
    return hb_ot_metrics_get_position(font, tag, &value) && value != 0 ? value : otherwise;
}

static struct face *add_face(struct fontset *fonts, hb_face_t *hb, const char *family, int weight,
                             const char *path) {
    hb_face_make_immutable(hb);
    hb_font_t *font = hb_font_create(hb);
    arena_defer(fonts->arena, release_font, font);
    int32_t upem = (int32_t)hb_face_get_upem(hb);
    struct face *face = arena_alloc(fonts->arena, sizeof *face);
    *face = (struct face){.family = family,
                          .postscript = name_of(fonts->arena, hb, HB_OT_NAME_ID_POSTSCRIPT_NAME),
                          .file = path,
                          .css_weight = weight,
                          .index = (int)fonts->faces.count,
                          .upem = upem,
                          .hb = hb,
                          .shaper = font};
    face->ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, upem * 4 / 5);
    face->descent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -upem / 5);
    face->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, upem * 7 / 10);
    face->x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, upem / 2);
    vec_push(fonts->arena, &fonts->faces, (const struct face *)face);
    return face;
}

/* NULL if the file is no usable font; *why says it. */
static struct face *open_face(struct fontset *fonts, const struct font_entry *entry,
                              const char *path, const char **why) {
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob) {
        *why = "cannot be read";
        return NULL;
    }
    hb_face_t *hb = hb_face_create(blob, entry->face_index);
    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(hb) == 0 || hb_face_get_upem(hb) == 0) {
        hb_face_destroy(hb);
        *why = "is not a font file";
        return NULL;
    }
    arena_defer(fonts->arena, release_face, hb);
    if (!may_embed(hb)) {
        *why = "its licence bits forbid embedding";
        return NULL;
    }
    return add_face(fonts, hb, entry->family, entry->weight, path);
}

static bool open_role(struct fontset *fonts, size_t at, struct diags *diags) {
    struct font_entry *entry = &fonts->entries.items[at];
    if (entry->tried) /* two roles have it */
        return entry->face != NULL;
    entry->tried = true;
    const char *path = find_file(fonts->arena, entry->file);
    const char *why = NULL;
    if (!path) {
        diag_report(diags, BP9003, (struct place){0}, entry->file, entry->package, (char *)NULL);
        return false;
    }
    struct face *face = open_face(fonts, entry, path, &why);
    entry->face = face;
    if (face)
        face->by_pairs = true; /* Lato's are: tests/unit/test_shape.c tries them */
    else
        diag_report(diags, BP9020, (struct place){0}, path, why, (char *)NULL);
    return face != NULL;
}

struct fontset *fontset_open(struct arena *arena, struct diags *diags) {
    struct fontset *fonts = arena_alloc(arena, sizeof *fonts);
    fonts->arena = arena;
    fonts->thai = thai_new(arena);
    fonts->hyphens = hyphen_shelf_new(arena);
    read_roles(fonts);
    bool good = true;
    for (int role = 0; role < FONT_ROLES; role++) {
        size_t at = 0;
        while (at < fonts->entries.count &&
               (fonts->entries.items[at].fallback ||
                strcmp(fonts->entries.items[at].name, role_names[role]) != 0))
            at++;
        assert(at < fonts->entries.count);
        fonts->roles[role] = at;
        good = open_role(fonts, at, diags) && good;
    }
    return good ? fonts : NULL;
}

/* ---- fonts of a house ----------------------------------------------------------------------- */

static bool family_taken(const struct fontset *fonts, const char *family, int weight) {
    for (size_t i = 0; i < fonts->entries.count; i++)
        if (strcmp(fonts->entries.items[i].family, family) == 0)
            return true;
    for (size_t i = 0; i < fonts->house.count; i++)
        if (fonts->house.items[i].face->css_weight == weight &&
            strcmp(fonts->house.items[i].face->family, family) == 0)
            return true;
    return false;
}

/* What the font calls itself; with a number if a drawing would take it for another. */
static const char *house_family(struct fontset *fonts, hb_face_t *hb, int weight) {
    char *own = arena_strdup(fonts->arena, name_of(fonts->arena, hb, HB_OT_NAME_ID_FONT_FAMILY));
    for (char *c = own; *c; c++)
        if (*c == '-')
            *c = ' ';
    const char *family = own;
    for (int i = 2; family_taken(fonts, family, weight); i++)
        family = arena_printf(fonts->arena, "%s %d", own, i);
    return family;
}

static size_t open_house(struct fontset *fonts, const struct housefont *file) {
    const int weight = housefont_weight(file->bytes, file->length);
    for (size_t i = 0; i < fonts->house.count; i++)
        if (fonts->house.items[i].file->bytes == file->bytes)
            return i + 1;
    hb_blob_t *blob =
        hb_blob_create(file->bytes, (unsigned)file->length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *hb = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    arena_defer(fonts->arena, release_face, hb);
    const struct face *face =
        add_face(fonts, hb, house_family(fonts, hb, weight), weight, file->path);
    vec_push(fonts->arena, &fonts->house, ((struct house_face){file, face, 0}));
    return fonts->house.count;
}

struct fontset *fontset_open_house(struct arena *arena, const struct font_house *house,
                                   struct diags *diags) {
    struct fontset *fonts = fontset_open(arena, diags);
    for (int role = 0; fonts && house && role < FONT_ROLES; role++)
        if (house->files[role])
            fonts->housed[role] = open_house(fonts, house->files[role]);
    return fonts;
}

/* The pages have a character that the house's font of the role lacks. */
static void note_lack(struct fontset *fonts, enum font_role role, uint32_t rune) {
    struct house_face *own = &fonts->house.items[fonts->housed[role] - 1];
    if (!own->lacking || rune < own->lacking)
        own->lacking = rune;
}

static bool said_before(struct diags *diags, const struct housefont *file) {
    size_t count;
    const struct diag *all = diags_sorted(diags, &count);
    for (size_t i = 0; i < count; i++)
        if (all[i].code == BP5029 && all[i].argument_count > 0 &&
            strcmp(all[i].arguments[0], file->path) == 0)
            return true;
    return false;
}

void fontset_lacks(struct fontset *fonts, struct diags *diags) {
    for (size_t i = 0; i < fonts->house.count; i++) {
        const struct house_face *own = &fonts->house.items[i];
        if (!own->lacking || said_before(diags, own->file))
            continue;
        char letter[5] = "";
        letter[utf8_encode(own->lacking, letter)] = '\0';
        diag_report_hint(diags, BP5029, own->file->place,
                         arena_printf(fonts->arena, "one is '%s' (U+%04X)", letter, own->lacking),
                         own->file->path, (char *)NULL);
    }
}

const struct face *fontset_face(struct fontset *fonts, enum font_role role) {
    assert(role < FONT_ROLES);
    if (fonts->housed[role])
        return fonts->house.items[fonts->housed[role] - 1].face;
    return fonts->entries.items[fonts->roles[role]].face;
}

size_t fontset_count(const struct fontset *fonts) {
    return fonts->faces.count;
}

const struct face *fontset_at(const struct fontset *fonts, size_t index) {
    assert(index < fonts->faces.count);
    return fonts->faces.items[index];
}

struct arena *fontset_arena(struct fontset *fonts) {
    return fonts->arena;
}

void **fontset_cache(struct fontset *fonts) {
    return &fonts->cache;
}

void **fontset_paragraphs(struct fontset *fonts) {
    return &fonts->paragraphs;
}

struct thai *fontset_thai(struct fontset *fonts) {
    return fonts->thai;
}

struct hyphen_shelf *fontset_hyphens(struct fontset *fonts) {
    return fonts->hyphens;
}

/* ---- coverage ------------------------------------------------------------------------------- */

static bool has_glyph(const struct face *face, uint32_t rune) {
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face->shaper, rune, &glyph) && glyph != 0;
}

bool fontset_covers(const struct face *face, uint32_t rune) {
    /* Some fonts have glyphs for controls, but they are never text. */
    if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0))
        return false;
    if (has_glyph(face, rune))
        return true;
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    if (hb_unicode_general_category(unicode, rune) == HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR)
        return has_glyph(face, ' ');
    if (rune == 0x2011)
        return has_glyph(face, 0x2010);
    hb_codepoint_t a, b;
    if (!hb_unicode_decompose(unicode, rune, &a, &b))
        return false;
    return fontset_covers(face, a) && (b == 0 || has_glyph(face, b));
}

/* "zh-Hant" speaks for "zh-hant-TW". */
static bool language_matches(const char *wanted, const char *language) {
    if (!wanted)
        return true;
    if (!language)
        return false;
    for (; *wanted; wanted++, language++)
        if (ascii_lower(*wanted) != ascii_lower(*language))
            return false;
    return *language == '\0' || *language == '-';
}

/* The same face of the same file under another script: kana and Han of Japanese are one font. */
static const struct face *face_of_another(const struct fontset *fonts,
                                          const struct font_entry *entry) {
    for (size_t i = 0; i < fonts->entries.count; i++) {
        const struct font_entry *other = &fonts->entries.items[i];
        if (other->face && other->face_index == entry->face_index &&
            strcmp(other->file, entry->file) == 0)
            return other->face;
    }
    return NULL;
}

/* Opens a fallback on first use; one that is missing or spoiled is passed over. */
static const struct face *entry_face(struct fontset *fonts, size_t at) {
    struct font_entry *entry = &fonts->entries.items[at];
    if (!entry->tried)
        entry->face = face_of_another(fonts, entry);
    if (!entry->tried && !entry->face) {
        const char *path = find_file(fonts->arena, entry->file);
        const char *why = NULL;
        entry->face = path ? open_face(fonts, entry, path, &why) : NULL;
    }
    entry->tried = true;
    return entry->face;
}

static const struct face *search(struct fontset *fonts, bool bold, uint32_t rune, uint32_t script,
                                 const char *language) {
    for (size_t i = 0; i < fonts->entries.count; i++) {
        const struct font_entry *entry = &fonts->entries.items[i];
        if (!entry->fallback || entry->script != script || (entry->weight >= 600) != bold ||
            !language_matches(entry->language, language))
            continue;
        const struct face *face = entry_face(fonts, i);
        if (face && fontset_covers(face, rune))
            return face;
    }
    return NULL;
}

const struct face *fontset_fallback(struct fontset *fonts, enum font_role role, uint32_t rune,
                                    uint32_t script, const char *language) {
    bool bold = role != FONT_REGULAR;
    const uint32_t scripts[] = {script, SCRIPT_COMMON};
    if (fonts->housed[role]) {
        const struct face *usual = fonts->entries.items[fonts->roles[role]].face;
        note_lack(fonts, role, rune);
        if (fontset_covers(usual, rune))
            return usual;
    }
    for (int i = 0; i < 2; i++) {
        const struct face *face = search(fonts, bold, rune, scripts[i], language);
        /* Some families have no bold. */
        if (!face && bold)
            face = search(fonts, false, rune, scripts[i], language);
        if (face)
            return face;
    }
    return NULL;
}

void fontset_compare(struct fontset *fonts, struct diags *diags) {
    for (size_t i = 0; i < fonts->entries.count; i++) {
        const struct font_entry *entry = &fonts->entries.items[i];
        if (!entry->face || entry->digest[0] == '-')
            continue;
        hb_blob_t *blob = hb_face_reference_blob(entry->face->hb);
        unsigned length = 0;
        const char *bytes = hb_blob_get_data(blob, &length);
        char digest[65];
        digest_hex(bytes, length, digest);
        hb_blob_destroy(blob);
        if (strcmp(digest, entry->digest) != 0)
            diag_report(diags, BP9021, (struct place){0}, entry->face->file, (char *)NULL);
    }
}
