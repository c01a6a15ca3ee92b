#include "app/options_table.h"

#define COMMAND(name, word, operands, input, about) ON_##name = 1u << COMMAND_##name,
#define OPTION(name, letter, word, argument, commands, about)
enum {
#include "app/options.def"
    ON_PROGRAM = 1u << COMMAND_NONE,
    ON_WORKBOOK = ON_BUILD | ON_PACKET | ON_MAP | ON_CHECK | ON_ASSESS | ON_FORECAST | ON_WHY |
                  ON_BRIEF | ON_DIFF,
    ON_READS = ON_WORKBOOK | ON_CONVERT,
    ON_ALL = ON_READS | ON_INIT | ON_EXPLAIN | ON_TEMPLATE | ON_SCHEMA | ON_HELP | ON_PROGRAM
};
#undef COMMAND
#undef OPTION

const struct command_row options_commands[COMMAND_COUNT] = {
#define COMMAND(name, word, operands, input, about)                                                \
    [COMMAND_##name] = {word, operands, about, input},
#define OPTION(name, letter, word, argument, commands, about)
#include "app/options.def"
#undef COMMAND
#undef OPTION
};

const struct option_row options_rows[SWITCH_COUNT] = {
#define COMMAND(name, word, operands, input, about)
#define OPTION(name, letter, word, argument, commands, about)                                      \
    [SWITCH_##name] = {word, argument, about, letter, (unsigned)(commands)},
#include "app/options.def"
#undef COMMAND
#undef OPTION
};
