/* The texts made of the table: help, manual page, completion. */
#include "app/options.h"

#include "app/options_table.h"
#include "base/wraptext.h"
#include <stdio.h>
#include <string.h>

#define INDENT 28u /* column of the explanations */
#define WIDTH  96u

static void entry(struct textbuf *out, const char *head, const char *about) {
    textbuf_printf(out, "  %s", head);
    size_t column = strlen(head) + 2;
    if (column + 2 > INDENT) {
        textbuf_printf(out, "\n%*s", (int)INDENT, "");
    } else {
        textbuf_printf(out, "%*s", (int)(INDENT - column), "");
    }
    wraptext(out, about, WIDTH, INDENT, INDENT);
}

/* "-o, --output=PATH" */
static const char *head_of(struct arena *arena, const struct option_row *row) {
    const char *letter = row->letter ? arena_printf(arena, "-%c, ", row->letter) : "    ";
    return arena_printf(arena, "%s--%s%s%s", letter, row->word, *row->argument ? "=" : "",
                        row->argument);
}

static void help_options(struct textbuf *out, enum command_id command) {
    textbuf_str(out, "\nOptions:\n");
    for (size_t i = 0; i < SWITCH_COUNT; i++)
        if (options_rows[i].commands & options_mask(command))
            entry(out, head_of(out->arena, &options_rows[i]), options_rows[i].about);
}

void options_help(enum command_id command, struct textbuf *out) {
    if (command != COMMAND_NONE) {
        const struct command_row *row = &options_commands[command];
        textbuf_printf(out, "usage: boardpack %s %s%s[OPTION...]\n\n", row->word, row->operands,
                       *row->operands ? " " : "");
        wraptext(out, row->about, WIDTH, 0, 0);
        help_options(out, command);
        return;
    }
    textbuf_str(out,
                "usage: boardpack COMMAND [OPTION...] FILE\n\n"
                "Makes a board packet and a strategy map from a workbook: .xlsx, .ods, .fods, "
                "Excel's\nXML Spreadsheet 2003, canonical XML, StratML, or --csv with a folder "
                "of CSV files;\n- reads standard input.  `boardpack init` writes one to start "
                "with.\n\nCommands:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        entry(out, options_commands[i].word, options_commands[i].about);
    help_options(out, COMMAND_NONE);
    textbuf_str(out, "\n`boardpack help COMMAND` lists the options of a command.\n\nExit status:\n"
                     "  0 done; 1 findings in the workbook; 2 wrong usage; 3 input not readable;\n"
                     "  4 output not written; 5 out of memory or a fault of the program.\n");
}

/* Text with the characters that roff would read. */
static void manual_text(struct textbuf *out, const char *text) {
    for (; *text; text++) {
        if (*text == '\\')
            textbuf_str(out, "\\e");
        else if (*text == '-')
            textbuf_str(out, "\\-");
        else if (*text == '|')
            textbuf_str(out, " | ");
        else
            textbuf_char(out, *text);
    }
}

/* One sentence a line, as the language of manual pages wants it. */
static void manual_sentence(struct textbuf *out, const char *text) {
    manual_text(out, text);
    textbuf_char(out, '\n');
}

static void manual_option(struct textbuf *out, const struct option_row *row) {
    textbuf_str(out, ".It ");
    if (row->letter)
        textbuf_printf(out, "Fl %c , ", row->letter);
    textbuf_str(out, "Fl \\-");
    manual_text(out, row->word);
    if (*row->argument) {
        textbuf_str(out, " Ns = Ns Ar ");
        manual_text(out, row->argument);
    }
    textbuf_char(out, '\n');
    manual_sentence(out, row->about);
    if (row->commands & options_mask(COMMAND_NONE))
        return;
    textbuf_str(out, "With");
    unsigned left = row->commands;
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (!(row->commands & (1u << i)))
            continue;
        left &= ~(1u << i);
        textbuf_printf(out, "\n.Cm %s%s", options_commands[i].word, left ? " ," : " .");
    }
    textbuf_char(out, '\n');
}

void options_manual(struct textbuf *out) {
    textbuf_str(out, ".Sh COMMANDS\n.Bl -tag -width Ds\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        const struct command_row *row = &options_commands[i];
        textbuf_printf(out, ".It Cm %s%s", row->word, *row->operands ? " Ar " : "");
        manual_text(out, row->operands);
        textbuf_char(out, '\n');
        manual_sentence(out, row->about);
    }
    textbuf_str(out, ".El\n.Sh OPTIONS\n.Bl -tag -width Ds\n");
    for (size_t i = 0; i < SWITCH_COUNT; i++)
        manual_option(out, &options_rows[i]);
    textbuf_str(out, ".El\n");
}

static void completion_words(struct textbuf *out, enum command_id command) {
    const char *between = "";
    for (size_t i = 0; i < SWITCH_COUNT; i++) {
        if (!(options_rows[i].commands & options_mask(command)))
            continue;
        textbuf_printf(out, "%s--%s%s", between, options_rows[i].word,
                       *options_rows[i].argument ? "=" : "");
        between = " ";
    }
}

/* COMMAND:--option) words="a b c" */
static void completion_choices(struct textbuf *out) {
    for (size_t c = 0; c < COMMAND_COUNT; c++)
        for (size_t i = 0; i < SWITCH_COUNT; i++) {
            const struct option_row *row = &options_rows[i];
            if (!(row->commands & (1u << c)) || !strchr(row->argument, '|'))
                continue;
            textbuf_printf(out, "    %s:--%s) words=\"", options_commands[c].word, row->word);
            for (const char *at = row->argument; *at; at++)
                textbuf_char(out, *at == '|' ? ' ' : *at);
            textbuf_str(out, "\" ;;\n");
        }
}

void options_completion(struct textbuf *out) {
    textbuf_str(out, "# bash completion for boardpack; made by: boardpack help --format=bash\n"
                     "_boardpack() {\n"
                     "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
                     "    local command=${COMP_WORDS[1]} words=\n"
                     "    COMPREPLY=()\n"
                     "    [ \"$cur\" = = ] && cur=\n"
                     "    [ \"$prev\" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
                     "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                     "        words=\"");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        textbuf_printf(out, "%s ", options_commands[i].word);
    completion_words(out, COMMAND_NONE);
    textbuf_str(out, "\"\n"
                     "        COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
                     "        return\n"
                     "    fi\n"
                     "    case $command:$prev in\n");
    completion_choices(out);
    textbuf_str(out, "    esac\n"
                     "    if [ -z \"$words\" ] && [ \"${cur#-}\" != \"$cur\" ]; then\n"
                     "        case $command in\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        textbuf_printf(out, "        %s) words=\"", options_commands[i].word);
        completion_words(out, (enum command_id)i);
        textbuf_str(out, "\" ;;\n");
    }
    textbuf_str(out, "        esac\n"
                     "    fi\n"
                     "    if [ -n \"$words\" ]; then\n"
                     "        COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
                     "        case ${COMPREPLY[0]} in *=) compopt -o nospace ;; esac\n"
                     "    else\n"
                     "        COMPREPLY=($(compgen -f -- \"$cur\"))\n"
                     "        compopt -o filenames\n"
                     "    fi\n"
                     "}\n"
                     "complete -F _boardpack boardpack\n");
}
