#include "report/paperoption.h"

#include <string.h>

static const char *trimmed(struct arena *arena, const char *from, const char *to) {
    while (from < to && (*from == ' ' || *from == '\t' || *from == '\r'))
        from++;
    while (to > from && (to[-1] == ' ' || to[-1] == '\t' || to[-1] == '\r'))
        to--;
    return arena_strndup(arena, from, (size_t)(to - from));
}

static bool is_word(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* "A. ", "2) ", "- ": what stands before the option; its length in bytes. */
static size_t label_of(struct arena *arena, const char *line, const char **label) {
    *label = "";
    if ((*line == '-' || *line == '*') && line[1] == ' ')
        return 2;
    size_t length = 0;
    while (length < 3 && is_word(line[length]) && (unsigned char)line[length] < 0x80)
        length++;
    if (length == 0 || (line[length] != '.' && line[length] != ')') || line[length + 1] != ' ')
        return 0;
    *label = arena_strndup(arena, line, length);
    return length + 2;
}

static void split_points(struct arena *arena, struct paperoption *option, const char *text) {
    while (*text) {
        const char *end = strchr(text, ';');
        if (!end)
            end = text + strlen(text);
        const char *point = trimmed(arena, text, end);
        size_t length = strlen(point);
        if (length > 0 && point[length - 1] == '.' && !*end)
            point = arena_strndup(arena, point, length - 1);
        if (*point)
            vec_push(arena, &option->points, point);
        text = *end ? end + 1 : end;
    }
}

static void read_option(struct arena *arena, struct paperoption *option, const char *line) {
    line += label_of(arena, line, &option->label);
    const char *colon = strstr(line, ": ");
    if (colon) {
        option->name = trimmed(arena, line, colon);
        split_points(arena, option, colon + 2);
        return;
    }
    size_t length = strlen(line);
    if (length > 0 && line[length - 1] == '.')
        length--;
    option->name = trimmed(arena, line, line + length);
}

static bool recommends(const char *recommendation, const char *label) {
    size_t length = strlen(label);
    if (length == 0 || strncmp(recommendation, label, length) != 0 ||
        is_word(recommendation[length]))
        return false;
    return strcmp(label, "A") != 0 || recommendation[length] != ' ';
}

paperoption_list paperoption_read(struct arena *arena, const char *options,
                                  const char *recommendation) {
    paperoption_list list = {0};
    const char *text = options ? options : "";
    while (*text) {
        const char *end = strchr(text, '\n');
        if (!end)
            end = text + strlen(text);
        const char *line = trimmed(arena, text, end);
        if (*line) {
            struct paperoption *option = vec_add(arena, &list);
            read_option(arena, option, line);
            option->recommended = recommends(recommendation ? recommendation : "", option->label);
        }
        text = *end ? end + 1 : end;
    }
    return list;
}
