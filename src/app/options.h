/* options: the command line, from one table (options.def). */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "base/arena.h"
#include "base/textbuf.h"
#include "base/vec.h"
#include <stdbool.h>
#include <stddef.h>

enum command_id {
#define COMMAND(name, word, operands, input, about) COMMAND_##name,
#define OPTION(name, letter, word, argument, commands, about)
#include "app/options.def"
#undef COMMAND
#undef OPTION
    COMMAND_COUNT,
    COMMAND_NONE = COMMAND_COUNT /* --help or --version alone */
};

enum switch_id {
#define COMMAND(name, word, operands, input, about)
#define OPTION(name, letter, word, argument, commands, about) SWITCH_##name,
#include "app/options.def"
#undef COMMAND
#undef OPTION
    SWITCH_COUNT
};

struct options {
    enum command_id command;
    bool given[SWITCH_COUNT];
    const char *value[SWITCH_COUNT]; /* argument as written; "" without one; NULL if not given */
    int choice[SWITCH_COUNT];        /* index into a|b|c; -1 if not given */
    VEC(const char *) each[SWITCH_COUNT]; /* every argument it was given, in order */
    const char **operands;
    size_t operand_count;
};

/* Reads the arguments after the program's name.  Returns NULL, or what is wrong with them as a
 * finished sentence.  An option given twice keeps its last argument; one
 * whose argument ends in ... in the table has all of them, with commas between. */
const char *options_parse(struct arena *arena, int count, char *const *arguments,
                          struct options *out);

const char *options_command_name(enum command_id command);
enum command_id options_command_named(const char *word); /* COMMAND_NONE if there is none */

/* --help: of the program for COMMAND_NONE. */
void options_help(enum command_id command, struct textbuf *out);
/* The sections COMMANDS and OPTIONS of doc/boardpack.1. */
void options_manual(struct textbuf *out);
/* doc/boardpack.bash. */
void options_completion(struct textbuf *out);

#endif
