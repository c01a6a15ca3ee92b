#include "app/options.h"

#include "app/options_table.h"
#include "base/idmap.h"
#include "base/vec.h"
#include <string.h>

struct reader {
    struct arena *arena;
    struct options *options;
    char *const *arguments;
    size_t count, at;
    VEC(const char *) operands;
};

const char *options_command_name(enum command_id command) {
    return command < COMMAND_COUNT ? options_commands[command].word : "";
}

enum command_id options_command_named(const char *word) {
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(options_commands[i].word, word) == 0)
            return (enum command_id)i;
    return COMMAND_NONE;
}

static bool reads_workbook(enum command_id command) {
    return command < COMMAND_COUNT && options_commands[command].input;
}

static const struct option_row *long_option(enum command_id command, const char *word,
                                            size_t length) {
    for (size_t i = 0; i < SWITCH_COUNT; i++) {
        const struct option_row *row = &options_rows[i];
        if ((row->commands & options_mask(command)) && strlen(row->word) == length &&
            memcmp(row->word, word, length) == 0)
            return row;
    }
    return NULL;
}

static const struct option_row *short_option(enum command_id command, char letter) {
    for (size_t i = 0; i < SWITCH_COUNT; i++)
        if ((options_rows[i].commands & options_mask(command)) && options_rows[i].letter == letter)
            return &options_rows[i];
    return NULL;
}

/* "unknown command 'biuld'; did you mean 'build'?" */
static const char *unknown(struct arena *arena, const char *what, const char *word,
                           const struct idmap *known) {
    const char *nearest = idmap_nearest(known, word);
    if (!nearest)
        return arena_printf(arena, "unknown %s '%s'", what, word);
    return arena_printf(arena, "unknown %s '%s'; did you mean '%s'?", what, word, nearest);
}

static const char *unknown_command(struct arena *arena, const char *word) {
    struct idmap *known = idmap_new(arena);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        idmap_put(known, options_commands[i].word, i);
    return unknown(arena, "command", word, known);
}

static const char *unknown_option(const struct reader *reader, const char *word) {
    enum command_id command = reader->options->command;
    struct idmap *known = idmap_new(reader->arena);
    for (size_t i = 0; i < SWITCH_COUNT; i++)
        if (options_rows[i].commands & options_mask(command))
            idmap_put(known, arena_printf(reader->arena, "--%s", options_rows[i].word), i);
    const char *what = command == COMMAND_NONE ? "option"
                                               : arena_printf(reader->arena, "option of %s",
                                                              options_command_name(command));
    return unknown(reader->arena, what, word, known);
}

int options_choice(const char *choices, const char *word) {
    size_t length = strlen(word);
    int index = 0;
    for (const char *at = choices; *at; index++) {
        size_t span = strcspn(at, "|");
        if (span == length && memcmp(at, word, span) == 0)
            return index;
        at += span + (at[span] == '|');
    }
    return -1;
}

static const char *store(struct reader *reader, const struct option_row *row, const char *value) {
    enum switch_id id = (enum switch_id)(row - options_rows);
    struct options *options = reader->options;
    vec_push(reader->arena, &options->each[id], value);
    /* What may be repeated gathers its arguments. */
    if (options->given[id] && strstr(row->argument, "..."))
        value = arena_printf(reader->arena, "%s,%s", options->value[id], value);
    options->given[id] = true;
    options->value[id] = value;
    if (!strchr(row->argument, '|'))
        return NULL;
    options->choice[id] = options_choice(row->argument, value);
    if (options->choice[id] < 0)
        return arena_printf(reader->arena, "--%s is one of %s, not '%s'", row->word, row->argument,
                            value);
    return NULL;
}

/* The argument that follows, if the option wants one and has none attached. */
static const char *take(struct reader *reader, const struct option_row *row, const char *attached) {
    if (!*row->argument) {
        if (attached)
            return arena_printf(reader->arena, "--%s takes no argument", row->word);
        return store(reader, row, "");
    }
    if (!attached) {
        if (reader->at == reader->count)
            return arena_printf(reader->arena, "--%s wants an argument: %s", row->word,
                                row->argument);
        attached = reader->arguments[reader->at++];
    }
    return store(reader, row, attached);
}

static const char *read_long(struct reader *reader, const char *argument) {
    const char *word = argument + 2;
    size_t length = strcspn(word, "=");
    const struct option_row *row = long_option(reader->options->command, word, length);
    if (!row)
        return unknown_option(reader, arena_strndup(reader->arena, argument, length + 2));
    return take(reader, row, word[length] == '=' ? word + length + 1 : NULL);
}

static const char *read_short(struct reader *reader, const char *argument) {
    for (const char *letter = argument + 1; *letter; letter++) {
        const struct option_row *row = short_option(reader->options->command, *letter);
        if (!row)
            return unknown_option(reader, arena_printf(reader->arena, "-%c", *letter));
        bool rest = *row->argument && letter[1];
        const char *wrong = take(reader, row, rest ? letter + 1 : NULL);
        if (wrong || rest)
            return wrong;
    }
    return NULL;
}

static const char *read_all(struct reader *reader) {
    bool only_operands = false;
    while (reader->at < reader->count) {
        const char *argument = reader->arguments[reader->at++];
        const char *wrong = NULL;
        if (only_operands || argument[0] != '-' || !argument[1])
            vec_push(reader->arena, &reader->operands, argument);
        else if (strcmp(argument, "--") == 0)
            only_operands = true;
        else if (argument[1] == '-')
            wrong = read_long(reader, argument);
        else
            wrong = read_short(reader, argument);
        if (wrong)
            return wrong;
    }
    return NULL;
}

/* The table shows -o among the operands of commands that cannot do without. */
static bool wants_output(enum command_id command) {
    return command < COMMAND_COUNT && strstr(options_commands[command].operands, "-o ");
}

/* A workbook, unless --csv names it, and the ids that are asked about, if any. */
static const char *check_ids(const struct options *options) {
    return options->operand_count > 0 || options->given[SWITCH_CSV] ? NULL : "why wants a workbook";
}

static const char *check_workbooks(struct arena *arena, const struct options *options) {
    const char *name = options_command_name(options->command);
    size_t wanted = options->command == COMMAND_DIFF ? 2 : 1;
    if (!reads_workbook(options->command))
        return NULL;
    if (options->command == COMMAND_WHY)
        return check_ids(options);
    if (options->given[SWITCH_CSV])
        return options->operand_count == 0
                   ? NULL
                   : arena_printf(arena, "--csv takes the place of the workbook; '%s' is too many",
                                  options->operands[0]);
    if (options->operand_count < wanted)
        return arena_printf(arena, "%s wants %s", name,
                            wanted == 1 ? "a workbook" : "two workbooks, the older one first");
    if (options->operand_count > wanted)
        return arena_printf(arena, "%s takes %s; '%s' is too many", name,
                            wanted == 1 ? "one workbook" : "two workbooks",
                            options->operands[wanted]);
    return NULL;
}

/* list, show KIND or check FILE. */
static const char *check_template(struct arena *arena, const struct options *options) {
    const char *verb = options->operand_count > 0 ? options->operands[0] : "";
    if (strcmp(verb, "list") == 0)
        return options->operand_count == 1 ? NULL : "template list takes nothing more";
    if (strcmp(verb, "show") == 0 || strcmp(verb, "check") == 0)
        return options->operand_count == 2 ? NULL
                                           : arena_printf(arena, "template %s wants one %s", verb,
                                                          *verb == 's' ? "kind" : "file");
    return "template wants one of list, show KIND, check FILE";
}

static const char *check_operands(struct arena *arena, const struct options *options) {
    if (options->given[SWITCH_HELP] || options->given[SWITCH_VERSION])
        return NULL;
    if (options->command == COMMAND_NONE)
        return "no command is given";
    const char *name = options_command_name(options->command);
    const char *wrong = check_workbooks(arena, options);
    if (wrong)
        return wrong;
    if (wants_output(options->command) && !options->given[SWITCH_OUTPUT] &&
        !options->given[SWITCH_EMIT])
        return arena_printf(arena, "%s wants -o: %s", name,
                            options_commands[options->command].operands);
    if (options->command == COMMAND_TEMPLATE)
        return check_template(arena, options);
    if (options->command == COMMAND_SCHEMA && options->operand_count > 0)
        return arena_printf(arena, "%s takes no operand; '%s' is too many", name,
                            options->operands[0]);
    return NULL;
}

const char *options_parse(struct arena *arena, int count, char *const *arguments,
                          struct options *out) {
    *out = (struct options){.command = COMMAND_NONE};
    for (size_t i = 0; i < SWITCH_COUNT; i++)
        out->choice[i] = -1;
    struct reader reader = {
        .arena = arena, .options = out, .arguments = arguments, .count = (size_t)count};
    if (count > 0 && arguments[0][0] != '-') {
        out->command = options_command_named(arguments[0]);
        if (out->command == COMMAND_NONE)
            return unknown_command(arena, arguments[0]);
        reader.at = 1;
    }
    const char *wrong = read_all(&reader);
    out->operands = reader.operands.items;
    out->operand_count = reader.operands.count;
    return wrong ? wrong : check_operands(arena, out);
}
