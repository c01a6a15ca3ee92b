#include "workbook/stratmltree.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "xml/xmlread.h"
#include <assert.h>
#include <string.h>

#define K(kind) STRATMLTREE_##kind

static const char *const names[] = {
#define X(kind, name) [STRATMLTREE_##kind] = name,
    STRATMLTREE_ELEMENTS(X)
#undef X
};

/* What an element may hold, in the order of the standard (workbook.md 5.2). */
struct model {
    enum stratmltree_kind parent;
    enum stratmltree_kind children[9]; /* PLAN ends the list: it is nobody's child */
};

static const struct model models[] = {
    {K(PLAN), {K(NAME), K(DESCRIPTION), K(OTHER), K(CORE), K(ADMINISTRATIVE), K(SUBMITTER)}},
    {K(CORE), {K(ORGANIZATION), K(VISION), K(MISSION), K(VALUE), K(GOAL)}},
    {K(ORGANIZATION), {K(NAME), K(ACRONYM), K(IDENTIFIER), K(DESCRIPTION), K(STAKEHOLDER)}},
    {K(VISION), {K(DESCRIPTION), K(IDENTIFIER)}},
    {K(MISSION), {K(DESCRIPTION), K(IDENTIFIER)}},
    {K(VALUE), {K(NAME), K(DESCRIPTION)}},
    {K(GOAL),
     {K(NAME), K(DESCRIPTION), K(IDENTIFIER), K(SEQUENCE), K(STAKEHOLDER), K(OTHER), K(OBJECTIVE)}},
    {K(OBJECTIVE),
     {K(NAME), K(DESCRIPTION), K(IDENTIFIER), K(SEQUENCE), K(STAKEHOLDER), K(OTHER), K(INDICATOR)}},
    {K(STAKEHOLDER), {K(NAME), K(DESCRIPTION), K(ROLE)}},
    {K(ROLE), {K(NAME), K(DESCRIPTION), K(ROLE_TYPE)}},
    {K(INDICATOR),
     {K(SEQUENCE), K(DIMENSION), K(UNIT), K(IDENTIFIER), K(RELATIONSHIP), K(INSTANCE), K(OTHER)}},
    {K(RELATIONSHIP), {K(IDENTIFIER), K(REFERENT), K(NAME), K(DESCRIPTION)}},
    {K(INSTANCE), {K(PLACE), K(TARGET), K(ACTUAL)}},
    {K(PLACE), {K(NAME), K(PLACE_IDENTIFIER)}},
    {K(TARGET), {K(START_DATE), K(END_DATE), K(NUMBER), K(DESCRIPTOR), K(DESCRIPTION)}},
    {K(ACTUAL), {K(START_DATE), K(END_DATE), K(NUMBER), K(DESCRIPTOR), K(DESCRIPTION)}},
    {K(DESCRIPTOR), {K(DESCRIPTOR_NAME), K(DESCRIPTOR_VALUE)}},
    {K(ADMINISTRATIVE),
     {K(IDENTIFIER), K(START_DATE), K(END_DATE), K(PUBLICATION_DATE), K(SOURCE), K(SUBMITTER)}},
    {K(SUBMITTER),
     {K(IDENTIFIER), K(GIVEN_NAME), K(SURNAME), K(FIRST_NAME), K(LAST_NAME), K(PHONE), K(EMAIL)}},
};

/* Namespaces in use; the second edition of part 2 orders its results in its own way. */
#define ELDER_SPACE "http://www.stratml.net/PerformancePlanOrReport"
static const char *const spaces[] = {
    "http://www.stratml.net",
    "urn:ISO:std:iso:17469:tech:xsd:stratml_core",
    ELDER_SPACE,
    "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport",
};

/* How often something was met, and where first. */
struct tally {
    const char *what, *where;
    size_t count;
    uint32_t line, column;
};

struct tallies {
    struct idmap *index;
    VEC(struct tally) items;
};

struct stratmltree {
    struct arena *arena;
    const char *path;
    struct diags *diags;
    struct stratmltree_node *top;
    const char *space;
    const char *root; /* how the file calls its first element */
    struct tallies strange, misplaced, empty, lost;
    /* while reading: */
    struct stratmltree_node *at; /* the innermost known element */
    unsigned skipped;            /* elements open inside one that is skipped */
    bool skipped_told;           /* it holds something, so it was tallied */
    struct tally skipping;       /* the one that is skipped */
    unsigned formats;            /* unknown elements open inside a text */
    uint64_t blocks;             /* a bit for each of them: it stands on lines of its own */
    size_t count;
    struct textbuf text;
    bool overlong, full;
};

/* ---- tallies ---- */

static void tally(struct stratmltree *tree, struct tallies *tallies, const char *what,
                  const char *where, uint32_t line, uint32_t column) {
    const char *key = arena_printf(tree->arena, "%s/%s", where, what);
    size_t at = idmap_put(tallies->index, key, tallies->items.count);
    if (at == tallies->items.count) {
        struct tally *item = vec_add(tree->arena, &tallies->items);
        *item = (struct tally){arena_strdup(tree->arena, what), where, 0, line, column};
    }
    tallies->items.items[at].count++;
}

/* What was found in elements of one name, on its way into findings: "Name (2), Role (1)". */
struct group {
    const char *where;
    struct place place; /* of the first */
    struct textbuf list;
};

#define LIST_BYTES 180 /* of a list in one finding */

static void flush(const struct stratmltree *tree, struct group *group, enum diag_code code) {
    if (group->list.length > 0) {
        diag_report(tree->diags, code, group->place, group->where, textbuf_text(&group->list),
                    NULL);
        textbuf_clear(&group->list);
    }
}

static void add_to_group(const struct stratmltree *tree, struct group *group,
                         const struct tally *item, enum diag_code code) {
    struct place place = {.file = tree->path, .line = item->line, .column = item->column};
    if (group->list.length + strlen(item->what) > LIST_BYTES) {
        flush(tree, group, code);
    }
    if (group->list.length == 0 || place.line < group->place.line ||
        (place.line == group->place.line && place.column < group->place.column)) {
        group->place = place;
    }
    textbuf_printf(&group->list, "%s%s (%zu)", group->list.length ? ", " : "", item->what,
                   item->count);
}

/* One finding for all that was found in elements of one name. */
static void report_groups(const struct stratmltree *tree, const struct tallies *tallies,
                          enum diag_code code) {
    struct idmap *index = idmap_new(tree->arena);
    VEC(struct group) groups = {.count = 0};
    for (size_t i = 0; i < tallies->items.count; i++) {
        const struct tally *item = &tallies->items.items[i];
        size_t at = idmap_put(index, item->where, groups.count);
        if (at == groups.count) {
            struct group *group = vec_add(tree->arena, &groups);
            group->where = item->where;
            textbuf_init(&group->list, tree->arena);
        }
        assert(groups.items);
        add_to_group(tree, &groups.items[at], item, code);
    }
    for (size_t i = 0; i < groups.count; i++) {
        flush(tree, &groups.items[i], code);
    }
}

static void report_tallies(const struct stratmltree *tree, const struct tallies *tallies,
                           enum diag_code code) {
    for (size_t i = 0; i < tallies->items.count; i++) {
        const struct tally *item = &tallies->items.items[i];
        struct place place = {.file = tree->path, .line = item->line, .column = item->column};
        diag_report(tree->diags, code, place, item->what, item->where,
                    arena_printf(tree->arena, "%zu", item->count), NULL);
    }
}

/* ---- the model ---- */

const char *stratmltree_name(enum stratmltree_kind kind) {
    return names[kind];
}

static const struct model *model_of(enum stratmltree_kind kind) {
    for (size_t i = 0; i < sizeof models / sizeof models[0]; i++) {
        if (models[i].parent == kind) {
            return &models[i];
        }
    }
    return NULL; /* it holds text */
}

/* The place of a child in its parent's order; -1 if it has none. */
static int rank_of(const struct model *model, enum stratmltree_kind child) {
    for (int i = 0; model->children[i] != K(PLAN); i++) {
        if (model->children[i] == child) {
            return i;
        }
    }
    return -1;
}

/* As the file calls it: the first element has a name of its own in part 1. */
static const char *called(const struct stratmltree *tree, const struct stratmltree_node *node) {
    return node->kind == K(PLAN) ? tree->root : names[node->kind];
}

/* The kind of an element's name; KINDS if no element of StratML has it. */
static enum stratmltree_kind kind_of(const char *name) {
    for (int i = 0; i < STRATMLTREE_KINDS; i++) {
        if (strcmp(names[i], name) == 0) {
            return (enum stratmltree_kind)i;
        }
    }
    return STRATMLTREE_KINDS;
}

bool stratmltree_root(const char *name, const char *space) {
    bool third = strstr(space, "schemas.stratml.us") || strstr(space, "schemas:AIIM");
    return !third && (strcmp(name, "StrategicPlan") == 0 || strcmp(name, names[K(PLAN)]) == 0);
}

/* ---- reading ---- */

static const char *attribute(struct stratmltree *tree, const struct xmlread_element *element) {
    static const char *const taken[] = {"ValueChainStage", "RelationshipType"};
    const char *type = "";
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xmlread_attribute *one = &element->attributes[i];
        if (one->space[0] != '\0' || one->value[0] == '\0') {
            continue;
        }
        if (strcmp(one->name, taken[0]) == 0 || strcmp(one->name, taken[1]) == 0) {
            type = arena_strdup(tree->arena, one->value);
        } else {
            tally(tree, &tree->lost, arena_printf(tree->arena, "@%s", one->name),
                  arena_strdup(tree->arena, element->name), element->line, element->column);
        }
    }
    return type;
}

static bool add_node(struct stratmltree *tree, enum stratmltree_kind kind,
                     const struct xmlread_element *element) {
    if (++tree->count > BOUND_ROWS) {
        struct place place = {.file = tree->path, .line = element->line, .column = element->column};
        diag_report(tree->diags, BP1019, place, arena_printf(tree->arena, "%u", BOUND_ROWS),
                    "elements", NULL);
        tree->full = true;
        return false;
    }
    struct stratmltree_node *node = arena_alloc(tree->arena, sizeof *node);
    *node = (struct stratmltree_node){.kind = kind,
                                      .line = element->line,
                                      .column = element->column,
                                      .text = "",
                                      .type = attribute(tree, element),
                                      .parent = tree->at};
    if (!tree->at) {
        tree->root = arena_strdup(tree->arena, element->name);
        tree->top = node;
    } else if (tree->at->last) {
        tree->at->last = tree->at->last->next = node;
    } else {
        tree->at->first = tree->at->last = node;
    }
    tree->at = node;
    textbuf_clear(&tree->text);
    tree->overlong = false;
    return true;
}

/* Order within the parent; results of the elder edition have another one. */
static void check_order(struct stratmltree *tree, const struct model *model,
                        enum stratmltree_kind kind, const struct xmlread_element *element) {
    const struct stratmltree_node *before = tree->at->last;
    bool result = tree->at->kind == K(TARGET) || tree->at->kind == K(ACTUAL);
    if (before && rank_of(model, kind) < rank_of(model, before->kind) &&
        !(result && strcmp(tree->space, ELDER_SPACE) == 0)) {
        tally(tree, &tree->misplaced, names[kind], called(tree, tree->at), element->line,
              element->column);
    }
}

static bool blank(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r' && text[i] != '\n') {
            return false;
        }
    }
    return true;
}

/* Text between elements belongs to none of them. */
static void end_loose(struct stratmltree *tree) {
    if (!blank(tree->text.bytes, tree->text.length)) {
        tally(tree, &tree->strange, "text", called(tree, tree->at), tree->at->line,
              tree->at->column);
    }
    textbuf_clear(&tree->text);
}

/* Elements of web pages that begin and end a line. */
static bool is_block(const char *name) {
    static const char *const blocks[] = {"p",  "br", "div", "li", "ul",
                                         "ol", "tr", "h1",  "h2", "h3"};
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        if (ascii_same(name, blocks[i])) {
            return true;
        }
    }
    return false;
}

static void break_line(struct stratmltree *tree) {
    if (tree->text.length > 0 && tree->text.bytes[tree->text.length - 1] != '\n') {
        textbuf_char(&tree->text, '\n');
    }
}

/* Tells the element that is skipped, once it is known to hold something. */
static void tell_skipped(struct stratmltree *tree) {
    const struct tally *item = &tree->skipping;
    if (!tree->skipped_told) {
        tally(tree, &tree->strange, item->what, item->where, item->line, item->column);
    }
    tree->skipped_told = true;
}

static void look_into_skipped(struct stratmltree *tree, const struct xmlread_element *element) {
    for (size_t i = 0; i < element->attribute_count; i++) {
        if (element->attributes[i].value[0] != '\0') {
            tell_skipped(tree);
        }
    }
}

/* An element that has no place where it stands: inside a text its own text counts, elsewhere it is
 * passed over with all it holds.  Forms leave empty ones behind, which are not worth a word. */
static void start_strange(struct stratmltree *tree, const struct xmlread_element *element) {
    const char *where = called(tree, tree->at);
    if (!model_of(tree->at->kind)) {
        tree->formats++;
        tree->blocks = tree->blocks << 1 | is_block(element->name);
        if (tree->blocks & 1) {
            break_line(tree);
        }
        tally(tree, &tree->strange, element->name, where, element->line, element->column);
        return;
    }
    tree->skipped = 1;
    tree->skipped_told = false;
    tree->skipping = (struct tally){arena_strdup(tree->arena, element->name), where, 0,
                                    element->line, element->column};
    look_into_skipped(tree, element);
}

static bool on_start(void *user, const struct xmlread_element *element) {
    struct stratmltree *tree = user;
    if (tree->skipped) {
        tree->skipped++;
        look_into_skipped(tree, element);
        return true;
    }
    if (!tree->at) {
        tree->space = arena_strdup(tree->arena, element->space);
        return add_node(tree, K(PLAN), element);
    }
    const struct model *model = model_of(tree->at->kind);
    enum stratmltree_kind kind = kind_of(element->name);
    if (model) {
        end_loose(tree);
    }
    if (!model || kind == STRATMLTREE_KINDS || rank_of(model, kind) < 0) {
        start_strange(tree, element);
        return true;
    }
    check_order(tree, model, kind, element);
    return add_node(tree, kind, element);
}

static bool begins(const char *text, const char *with) {
    size_t i = 0;
    while (with[i] && (ascii_lower(text[i]) == with[i] || (with[i] == ' ' && text[i] == '_'))) {
        i++;
    }
    return with[i] == '\0';
}

/* "[To be determined]", "[To_be_identified]", "PLACEHOLDER_1" and their like stand for nothing. */
static bool placeholder(const char *text) {
    static const char number[] = "placeholder";
    if (begins(text, number)) {
        const char *rest = text + sizeof number - 1;
        return rest[strspn(rest, "_- 0123456789")] == '\0';
    }
    return begins(text, "[to be ") && text[strlen(text) - 1] == ']';
}

/* A text makes an element and those around it worth reading; what only numbers one does not. */
static void end_text(struct stratmltree *tree, struct stratmltree_node *node) {
    const char *text = utf8_trim(tree->arena, textbuf_text(&tree->text));
    textbuf_clear(&tree->text);
    if (text[0] == '\0' || placeholder(text)) {
        return;
    }
    node->text = text;
    if (node->kind == K(IDENTIFIER) || node->kind == K(SEQUENCE)) {
        return;
    }
    for (struct stratmltree_node *above = node; above && !above->content; above = above->parent) {
        above->content = true;
    }
}

static bool on_end(void *user) {
    struct stratmltree *tree = user;
    if (tree->skipped) {
        tree->skipped--;
        return true;
    }
    if (tree->formats) {
        tree->formats--;
        if (tree->blocks & 1) {
            break_line(tree);
        }
        tree->blocks >>= 1;
        return true;
    }
    if (model_of(tree->at->kind)) {
        end_loose(tree);
    } else {
        end_text(tree, tree->at);
    }
    tree->at = tree->at->parent;
    return true;
}

static bool on_text(void *user, const char *text, size_t length) {
    struct stratmltree *tree = user;
    if (tree->skipped) {
        if (!tree->skipped_told && !blank(text, length)) {
            tell_skipped(tree);
        }
        return true;
    }
    if (tree->overlong) {
        return true;
    }
    size_t room = BOUND_FIELD_BYTES -
                  (tree->text.length < BOUND_FIELD_BYTES ? tree->text.length : BOUND_FIELD_BYTES);
    if (length > room) {
        tree->overlong = true;
        diag_report(tree->diags, BP2026, stratmltree_place(tree, tree->at),
                    arena_printf(tree->arena, "%u", BOUND_FIELD_BYTES), NULL);
        return true;
    }
    textbuf_bytes(&tree->text, text, length);
    return true;
}

static void check_space(const struct stratmltree *tree) {
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        if (strcmp(tree->space, spaces[i]) == 0) {
            return;
        }
    }
    diag_report(tree->diags, BP2075, stratmltree_place(tree, tree->top),
                tree->space[0] ? tree->space : "none", NULL);
}

struct stratmltree *stratmltree_read(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags) {
    struct stratmltree *tree = arena_alloc(arena, sizeof *tree);
    *tree = (struct stratmltree){.arena = arena, .path = path, .diags = diags, .space = ""};
    tree->strange.index = idmap_new(arena);
    tree->misplaced.index = idmap_new(arena);
    tree->empty.index = idmap_new(arena);
    tree->lost.index = idmap_new(arena);
    textbuf_init(&tree->text, arena);
    struct xmlread_handler handler = {on_start, on_end, on_text, tree};
    if (xmlread_parse(arena, path, bytes, length, diags, &handler) == XMLREAD_REFUSED ||
        tree->full) {
        return NULL;
    }
    check_space(tree);
    return tree;
}

/* ---- walking ---- */

struct stratmltree_node *stratmltree_top(const struct stratmltree *tree) {
    return tree->top;
}

struct place stratmltree_place(const struct stratmltree *tree,
                               const struct stratmltree_node *node) {
    return (struct place){.file = tree->path, .line = node->line, .column = node->column};
}

static struct stratmltree_node *first_of(struct stratmltree_node *node,
                                         enum stratmltree_kind kind) {
    while (node && node->kind != kind) {
        node = node->next;
    }
    return node;
}

struct stratmltree_node *stratmltree_child(const struct stratmltree_node *node,
                                           enum stratmltree_kind kind) {
    return first_of(node->first, kind);
}

struct stratmltree_node *stratmltree_next(const struct stratmltree_node *node) {
    return first_of(node->next, node->kind);
}

struct stratmltree_node *stratmltree_filled(const struct stratmltree_node *node,
                                            enum stratmltree_kind kind) {
    struct stratmltree_node *child = stratmltree_child(node, kind);
    while (child && child->text[0] == '\0') {
        child = stratmltree_next(child);
    }
    return child;
}

const char *stratmltree_take(const struct stratmltree_node *node, enum stratmltree_kind kind) {
    struct stratmltree_node *child = stratmltree_filled(node, kind);
    if (!child) {
        return "";
    }
    child->taken = true;
    return child->text;
}

/* The node that follows in the order of the file, not leaving the one above. */
static struct stratmltree_node *following(struct stratmltree_node *node,
                                          const struct stratmltree_node *above) {
    if (node->first) {
        return node->first;
    }
    while (node && node != above && !node->next) {
        node = node->parent;
    }
    return !node || node == above ? NULL : node->next;
}

void stratmltree_take_all(struct stratmltree_node *node) {
    for (struct stratmltree_node *at = node; at; at = following(at, node)) {
        at->taken = true;
    }
}

/* ---- what is left over ---- */

static bool makes_row(enum stratmltree_kind kind) {
    return kind == K(GOAL) || kind == K(OBJECTIVE) || kind == K(INDICATOR) || kind == K(VALUE);
}

/* What only numbers an element that says nothing else; the elder edition of part 2 meant the
 * identifier of a relationship for the element it leads to. */
static bool numbers_nothing(const struct stratmltree_node *node) {
    const struct stratmltree_node *above = node->parent;
    return !node->content && above && !above->content &&
           !(above->kind == K(RELATIONSHIP) && above->parent->content);
}

void stratmltree_report(struct stratmltree *tree) {
    for (struct stratmltree_node *at = tree->top; at; at = following(at, tree->top)) {
        const char *above = at->parent ? called(tree, at->parent) : "";
        if (!at->content && makes_row(at->kind)) {
            tally(tree, &tree->empty, names[at->kind], above, at->line, at->column);
        } else if (at->text[0] != '\0' && !at->taken && !numbers_nothing(at)) {
            tally(tree, &tree->lost, names[at->kind], above, at->line, at->column);
        }
    }
    report_groups(tree, &tree->misplaced, BP2076);
    report_tallies(tree, &tree->strange, BP2077);
    report_groups(tree, &tree->lost, BP2078);
    report_tallies(tree, &tree->empty, BP2079);
}
