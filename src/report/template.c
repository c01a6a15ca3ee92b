#include "report/template.h"

#include "base/ascii.h"
#include "base/idmap.h"
#include "base/languagetag.h"
#include "report/columnchoice.h"
#include "report/pagefile.h"
#include "report/section.h"
#include "report/wordbook.h"

#include <string.h>

#define OWN_WORDS          "own."
#define TEMPLATE_NAMESPACE "urn:boardpack:packet-template:1"

/* State of the reading; the schema has vouched for the structure, so only values are looked at. */
struct reader {
    struct arena *arena;
    struct diags *diags;
    struct template *template;
    const char *language; /* of the words at hand */
};

static const char *copy(struct reader *reader, const struct xmlread_element *element,
                        const char *name) {
    return pagefile_value(reader->arena, element, name);
}

/* A whole number of at most three digits, as the schema has seen to; 0 without one. */
static unsigned count_of(const struct xmlread_element *element, const char *name) {
    const char *text = xmlread_value(element, "", name);
    unsigned value = 0;
    for (; text && ascii_digit(*text) && value < 1000; text++)
        value = value * 10 + (unsigned)(*text - '0');
    return value;
}

static const char *section_hint(struct arena *arena, const char *kind) {
    struct idmap *kinds = idmap_new(arena);
    for (const struct section_kind *k = section_kinds; k->name; k++)
        idmap_put(kinds, k->name, 0);
    return diag_did_you_mean(arena, idmap_nearest(kinds, kind));
}

/* A page stands once in a packet: links lead to it by its kind. */
static void check_kind(struct reader *reader, const char *kind, struct place place) {
    if (!report_section_known(kind))
        diag_report_hint(reader->diags, BP5011, place, section_hint(reader->arena, kind), kind,
                         NULL);
    for (size_t i = 0; i < reader->template->sections.count; i++)
        if (strcmp(reader->template->sections.items[i].kind, kind) == 0)
            diag_report(reader->diags, BP5012, place, kind, NULL);
}

static void read_columns(struct reader *reader, struct template_section *section,
                         const struct xmlread_element *element) {
    const char *text = xmlread_value(element, "", "columns");
    for (text = text ? text : ""; *text;) {
        const size_t blanks = strspn(text, " \t\r\n"), length = strcspn(text + blanks, " \t\r\n");
        if (length > 0) {
            const char *name = arena_strndup(reader->arena, text + blanks, length);
            if (columnchoice_check(reader->arena, section->kind, name, section->place,
                                   reader->diags))
                vec_push(reader->arena, &section->columns, name);
        }
        text += blanks + length;
    }
}

static bool said(const struct xmlread_element *element, const char *name) {
    const char *value = xmlread_value(element, "", name);
    return value && strcmp(value, "yes") == 0;
}

static void read_section(struct reader *reader, const struct xmlread_element *element,
                         struct place place) {
    const char *kind = copy(reader, element, "kind");
    if (!kind)
        return; /* the schema has said so */
    check_kind(reader, kind, place);
    const char *orientation = xmlread_value(element, "", "orientation");
    struct template_section *section = vec_add(reader->arena, &reader->template->sections);
    section->kind = kind;
    section->given = copy(reader, element, "name");
    section->place = place;
    section->fitted = orientation && strcmp(orientation, "fit") == 0;
    section->orientation = section->fitted || (orientation && strcmp(orientation, "landscape") == 0)
                               ? LANDSCAPE
                               : PORTRAIT;
    section->follows = said(element, "follows");
    section->appendix = said(element, "appendix");
    section->detail = (int)count_of(element, "detail");
    section->pages = count_of(element, "pages");
    section->each_unit = xmlread_value(element, "", "each") != NULL;
    section->theme = copy(reader, element, "theme");
    read_columns(reader, section, element);
}

bool template_paper(struct template *template, const char *word) {
    for (enum map_paper paper = MAP_A4; paper < MAP_PAPERS; paper++) {
        if (!ascii_same(mappaper_sheet(paper, false).name, word))
            continue;
        template->sheet = paper;
        template->poster = paper != MAP_A4 &&paper != MAP_LETTER;
        template->paper = paper == MAP_LETTER ? PAPER_LETTER : PAPER_A4;
        return true;
    }
    return false;
}

static void read_root(struct reader *reader, const struct xmlread_element *element,
                      struct place place) {
    struct template *template = reader->template;
    template->place = place;
    template->kind = copy(reader, element, "kind");
    template->given = copy(reader, element, "name");
    template->about = copy(reader, element, "about");
    template->needs = copy(reader, element, "needs");
    template->written = copy(reader, element, "language");
    template->core = count_of(element, "core");
    template->hyphenate = said(element, "hyphenate");
    template_paper(template, xmlread_value(element, "", "paper"));
}

static void read_filter(struct reader *reader, const struct xmlread_element *element,
                        struct place place) {
    reader->template->filter =
        (struct template_filter){.theme = copy(reader, element, "theme"),
                                 .objective = copy(reader, element, "objective"),
                                 .owner = copy(reader, element, "owner"),
                                 .meeting = copy(reader, element, "meeting"),
                                 .purpose = copy(reader, element, "purpose"),
                                 .place = place};
}

static void read_colour(struct reader *reader, const struct xmlread_element *element,
                        struct place place) {
    struct template_brand *brand = &reader->template->brand;
    const char *name = copy(reader, element, "of"), *value = copy(reader, element, "value");
    enum palette_role role;
    if (!name || !value)
        return; /* the schema has said so */
    if (palette_role_named(name, &role)) {
        palette_parse(value, &brand->palette.colours[role]);
        vec_push(reader->arena, &brand->changed, ((struct template_colour){role, place}));
        return;
    }
    struct idmap *names = idmap_new(reader->arena);
    for (enum palette_role known = ROLE_INK; known < PALETTE_ROLES; known++)
        idmap_put(names, palette_role_name(known), 0);
    diag_report_hint(reader->diags, BP5020, place,
                     diag_did_you_mean(reader->arena, idmap_nearest(names, name)), name, NULL);
}

/* A font leads to files that only the program may read; here only what is asked for is looked at.
 */
static void read_font(struct reader *reader, const struct xmlread_element *element,
                      struct place place) {
    static const char *const weights[WEIGHTS] = {"regular", "semibold", "bold", "heavy"};
    const char *of = xmlread_value(element, "", "of");
    const bool text = of && strcmp(of, "text") == 0;
    struct template_brand *brand = &reader->template->brand;
    struct template_font *font = text ? &brand->text : &brand->headings;
    font->place = place;
    for (int i = 0; i < WEIGHTS; i++)
        font->files[i] = copy(reader, element, weights[i]);
    if (text && !font->files[WEIGHT_REGULAR])
        diag_report(reader->diags, BP5028, place, "text", "regular", NULL);
    if (!font->files[WEIGHT_BOLD])
        diag_report(reader->diags, BP5028, place, text ? "text" : "headings", "bold", NULL);
}

/* "4.4": one decimal, cut, so that what is too little never reads as enough. */
static const char *tenths(struct arena *arena, double figure) {
    const int whole = (int)(figure * 10);
    return arena_printf(arena, "%d.%d", whole / 10, whole % 10);
}

static void judge_colour(const struct reader *reader, const struct template_colour *colour) {
    static const char *const sights[] = {"normal sight", "eyes that see no red",
                                         "eyes that see no green", "eyes that see no blue",
                                         "grey print"};
    const struct palette *palette = &reader->template->brand.palette;
    const struct palette_finding found = palette_judge(palette, colour->role);
    const char *name = palette_role_name(colour->role), *other = palette_role_name(found.other);
    const char *figure = tenths(reader->arena, found.figure);
    if (found.fault == PALETTE_TEXT)
        diag_report(reader->diags, BP5021, colour->place, name, figure, NULL);
    else if (found.fault == PALETTE_GRAPHICS)
        diag_report(reader->diags, BP5022, colour->place, name, figure, NULL);
    else if (found.fault == PALETTE_ALIKE)
        diag_report(reader->diags, BP5023, colour->place, name, other, figure, sights[found.sight],
                    NULL);
    else if (found.fault == PALETTE_ORDER)
        diag_report(reader->diags, BP5024, colour->place, name, other, NULL);
}

static void check_brand(const struct reader *reader) {
    const struct template_brand *brand = &reader->template->brand;
    for (size_t i = 0; i < brand->changed.count; i++)
        judge_colour(reader, &brand->changed.items[i]);
}

static void element(void *user, const struct xmlread_element *element, struct place place) {
    struct reader *reader = user;
    if (strcmp(element->name, "template") == 0)
        read_root(reader, element, place);
    else if (strcmp(element->name, "filter") == 0)
        read_filter(reader, element, place);
    else if (strcmp(element->name, "section") == 0)
        read_section(reader, element, place);
    else if (strcmp(element->name, "colour") == 0)
        read_colour(reader, element, place);
    else if (strcmp(element->name, "font") == 0)
        read_font(reader, element, place);
    else if (strcmp(element->name, "brand") == 0) {
        reader->template->brand.logo = copy(reader, element, "logo");
        reader->template->brand.logo_alt = copy(reader, element, "logo-alt");
    } else if (strcmp(element->name, "words") == 0)
        reader->language = xmlread_value(element, "", "language")
                               ? copy(reader, element, "language")
                               : reader->template->written;
}

static void word(void *user, const char *key, const char *text, struct place place) {
    struct reader *reader = user;
    vec_push(reader->arena, &reader->template->own,
             ((struct template_word){reader->language, key, text, place}));
}

/* Only a map is drawn on large paper. */
static void check_poster(const struct template *template, struct diags *diags) {
    for (size_t i = 0; template->poster && i < template->sections.count; i++)
        if (strcmp(template->sections.items[i].kind, "map") != 0)
            diag_report(diags, BP5016, template->sections.items[i].place,
                        mappaper_sheet(template->sheet, false).name,
                        template->sections.items[i].kind, NULL);
}

static const struct template *read_template(const struct pagefile *file) {
    struct arena *arena = file->arena;
    struct diags *diags = file->diags;
    struct reader reader = {
        .arena = arena, .diags = diags, .template = arena_alloc(arena, sizeof *reader.template)};
    const struct pagefile_reader to = {element, word, &reader};
    reader.template->brand.palette = palette_usual();
    size_t errors = diags_count(diags, DIAG_ERROR);
    if (!pagefile_read(file, &to))
        return NULL;
    check_poster(reader.template, diags);
    check_brand(&reader);
    if (diags_count(diags, DIAG_ERROR) > errors)
        return NULL;
    const char *language = reader.template->written;
    struct words *words = wordbook_builtin(arena, language, diags);
    const struct catalogue *catalogue = catalogue_builtin(arena, language, diags);
    if (words && catalogue)
        return template_speak(arena, reader.template, language, words, catalogue, diags);
    diag_report(diags, BP5037, (struct place){.file = file->path}, language,
                wordbook_languages(arena), NULL);
    return NULL;
}

const struct template *template_read(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags) {
    const struct pagefile file = {
        .arena = arena, .diags = diags, .path = path, .bytes = bytes, .length = length};
    return pagefile_valid(&file, "template.xsd") ? read_template(&file) : NULL;
}

const struct template *template_builtin(struct arena *arena, const char *kind,
                                        struct diags *diags) {
    const struct template_kinds kinds = template_kinds(arena);
    for (size_t i = 0; i < kinds.items.count; i++)
        if (strcmp(kinds.items.items[i].kind, kind) == 0) {
            const struct pagefile file =
                pagefile_builtin(arena, kinds.items.items[i].file->name, diags);
            return read_template(&file);
        }
    return NULL;
}

struct template_kinds template_kinds(struct arena *arena) {
    struct template_kinds out = {.items = {0}};
    for (const struct embedded *file = embedded_files(); file->name; file++) {
        const char *ending = strstr(file->name, ".xml");
        if (ending && strstr(file->bytes, "xmlns=\"" TEMPLATE_NAMESPACE "\""))
            vec_push(arena, &out.items,
                     ((struct template_kind){
                         arena_strndup(arena, file->name, (size_t)(ending - file->name)), file}));
    }
    return out;
}

/* A name of the template's own stands in for one that the catalogue lacks, in every language. */
static const char *name_of(struct arena *arena, const struct template *template, const char *given,
                           const char *family, const char *kind) {
    const char *key = arena_printf(arena, "%s.%s", family, kind);
    if (given && (languagetag_same(template->written, template->language) ||
                  !words_have(template->words, key)))
        return given;
    return words_text(template->words, key);
}

/* Words of a section that only this template has: in the language of the pages, or as written. */
static void add_own(const struct template *template, struct words *words,
                    const struct template_word *own) {
    const char *language = words_language(words);
    if (languagetag_same(own->language, language) && !words_add(words, own->key, own->text))
        words_replace(words, own->key, own->text);
    else if (languagetag_same(own->language, template->written))
        words_add(words, own->key, own->text);
}

const struct template *template_speak(struct arena *arena, const struct template *template,
                                      const char *language, struct words *words,
                                      const struct catalogue *catalogue, struct diags *diags) {
    struct template *out = arena_alloc(arena, sizeof *out);
    *out = *template;
    out->language = language;
    out->words = words;
    words_regional(words, language);
    out->catalogue = catalogue;
    const size_t errors = diags_count(diags, DIAG_ERROR);
    for (size_t i = 0; i < template->own.count; i++) {
        const struct template_word *own = &template->own.items[i];
        if (strncmp(own->key, OWN_WORDS, strlen(OWN_WORDS)) == 0)
            add_own(template, words, own);
        else if (languagetag_same(own->language, language))
            wordbook_replace(arena, words, own->key, own->text, own->place, diags);
    }
    const bool named = out->given || words_have(words, arena_printf(arena, "packet.%s", out->kind));
    if (!named)
        diag_report(diags, BP5014, out->place, out->kind, NULL);
    out->name = named ? name_of(arena, out, out->given, "packet", out->kind) : out->kind;
    out->sections.items = NULL;
    out->sections.count = out->sections.capacity = 0;
    for (size_t i = 0; i < template->sections.count; i++) {
        struct template_section section = template->sections.items[i];
        section.name = name_of(arena, out, section.given, "section", section.kind);
        vec_push(arena, &out->sections, section);
    }
    return diags_count(diags, DIAG_ERROR) > errors ? NULL : out;
}
