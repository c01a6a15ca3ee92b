/* options_table: the rows of options.def, for the reader and for the texts made of them. */
#ifndef APP_OPTIONS_TABLE_H
#define APP_OPTIONS_TABLE_H

#include "app/options.h"

struct command_row {
    const char *word, *operands, *about;
    bool input; /* its operand is a workbook */
};

struct option_row {
    const char *word, *argument, *about;
    char letter; /* 0: none */
    unsigned commands;
};

extern const struct command_row options_commands[COMMAND_COUNT];
extern const struct option_row options_rows[SWITCH_COUNT];

/* The bit of a command; of the bare program for COMMAND_NONE. */
static inline unsigned options_mask(enum command_id command) {
    return 1u << (unsigned)command;
}

/* Index of a word in "a|b|c", or -1. */
int options_choice(const char *choices, const char *word);

#endif
