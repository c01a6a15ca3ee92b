#include "report/pattern.h"

#include "base/ascii.h"

#include <string.h>

struct parser {
    struct arena *arena;
    const char *at;
    const char *wrong; /* the first fault, or NULL */
    unsigned depth;
};

static const struct pattern *parse_run(struct parser *parser, const char *stops);

static struct pattern *piece(struct parser *parser, enum pattern_kind kind) {
    struct pattern *made = arena_alloc(parser->arena, sizeof *made);
    made->kind = kind;
    return made;
}

static void fail(struct parser *parser, const char *where) {
    if (!parser->wrong)
        parser->wrong = where;
}

static bool name_character(char c) {
    return ascii_letter(c) || ascii_digit(c) || c == '-';
}

/* "" with a fault if there is no name. */
static const char *parse_name(struct parser *parser) {
    const char *start = parser->at;
    while (name_character(*parser->at))
        parser->at++;
    if (parser->at == start)
        fail(parser, start);
    return arena_strndup(parser->arena, start, (size_t)(parser->at - start));
}

static void expect(struct parser *parser, char c) {
    if (*parser->at == c)
        parser->at++;
    else
        fail(parser, parser->at);
}

static void parse_cases(struct parser *parser, struct pattern *choice) {
    do {
        parser->at++; /* = or | */
        struct pattern_case next = {.name = parse_name(parser)};
        expect(parser, ':');
        next.pattern = parse_run(parser, "|}");
        vec_push(parser->arena, &choice->cases, next);
    } while (!parser->wrong && *parser->at == '|');
}

static enum pattern_spelling parse_spelling(struct parser *parser) {
    const char mark = *parser->at;
    if (mark != '#' && mark != '^')
        return SPELLING_FIGURES;
    parser->at++;
    return mark == '#' ? SPELLING_WORDS : SPELLING_CAPITAL;
}

static struct pattern *parse_braces(struct parser *parser) {
    parser->at++;
    const enum pattern_spelling spelling = parse_spelling(parser);
    const char *name = parse_name(parser);
    const bool choice = spelling == SPELLING_FIGURES && *parser->at == '=';
    struct pattern *made = piece(parser, choice ? PATTERN_CHOICE : PATTERN_ARGUMENT);
    made->text = name;
    made->spelling = spelling;
    if (made->kind == PATTERN_CHOICE)
        parse_cases(parser, made);
    expect(parser, '}');
    return made;
}

static struct pattern *parse_brackets(struct parser *parser) {
    parser->at++;
    struct pattern *made = piece(parser, PATTERN_OPTIONAL);
    made->inside = parse_run(parser, "]");
    expect(parser, ']');
    return made;
}

static struct pattern *parse_text(struct parser *parser, const char *stops) {
    const char *start = parser->at;
    while (*parser->at && !strchr("{}[]", *parser->at) && !strchr(stops, *parser->at))
        parser->at++;
    struct pattern *made = piece(parser, PATTERN_TEXT);
    made->text = arena_strndup(parser->arena, start, (size_t)(parser->at - start));
    return made;
}

/* Up to one of the stops, or the end of the text. */
static const struct pattern *parse_run(struct parser *parser, const char *stops) {
    const struct pattern *first = NULL;
    struct pattern *last = NULL;
    if (++parser->depth > PATTERN_DEPTH)
        fail(parser, parser->at);
    while (!parser->wrong && *parser->at && !strchr(stops, *parser->at)) {
        struct pattern *made;
        if (*parser->at == '{')
            made = parse_braces(parser);
        else if (*parser->at == '[')
            made = parse_brackets(parser);
        else if (*parser->at == '}' || *parser->at == ']') {
            fail(parser, parser->at);
            break;
        } else
            made = parse_text(parser, stops);
        if (last)
            last->next = made;
        else
            first = made;
        last = made;
    }
    parser->depth--;
    return first;
}

bool pattern_parse(struct arena *arena, const char *text, const struct pattern **out,
                   const char **wrong) {
    struct parser parser = {.arena = arena, .at = text};
    *out = parse_run(&parser, "");
    *wrong = parser.wrong;
    return !parser.wrong;
}

const struct pattern_case *pattern_find(const struct pattern *choice, const char *name) {
    for (size_t i = 0; i < choice->cases.count; i++)
        if (strcmp(choice->cases.items[i].name, name) == 0)
            return &choice->cases.items[i];
    return NULL;
}
