#include "workbook/fieldcheck.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "base/utf8.h"
#include "workbook/periodtext.h"
#include <string.h>

#define COUNT_MOST INT64_C(999999999)

/* One cell on its way to a field. */
struct task {
    struct fieldcheck *check;
    const struct schema_column *column;
    const struct cell *cell;
    struct place place;
    const char *text; /* trimmed */
    struct field *out;
};

static void wrong(const struct task *task, enum diag_code code, const char *more,
                  const char *hint) {
    task->out->wrong = true;
    diag_report_hint(task->check->diags, code, task->place, hint, task->text, more, NULL);
}

static void fill(const struct task *task, const char *text) {
    task->out->filled = true;
    task->out->text = text;
}

const char *fieldcheck_text(struct arena *arena, const struct cell *cell) {
    char buffer[32];
    struct decimal hundredfold;
    switch (cell->kind) {
    case CELL_TEXT:
    case CELL_ERROR:
        break;
    case CELL_FLAG:
        return decimal_zero(cell->number) ? "FALSE" : "TRUE";
    case CELL_DATE:
        date_format(cell->date, buffer);
        return arena_strdup(arena, buffer);
    case CELL_NUMBER:
        if (cell->out_of_range) {
            break;
        }
        decimal_format(cell->number, -1, buffer);
        return arena_strdup(arena, buffer);
    case CELL_PERCENT:
        if (cell->out_of_range || !decimal_mul(cell->number, decimal_of(100), &hundredfold)) {
            break;
        }
        decimal_format(hundredfold, -1, buffer);
        return arena_printf(arena, "%s%%", buffer);
    }
    const char *text = cell->text ? cell->text : "";
    return sheet_trimmed(text) ? text : utf8_trim(arena, text);
}

bool fieldcheck_missing(const struct cell *cell) {
    return cell->kind == CELL_TEXT && !cell->uncalculated &&
           number_missing(cell->text ? cell->text : "");
}

/* ---- words ---- */

static const char *skip_filler(const char *text, const char *end) {
    while (text < end) {
        size_t at = 0;
        uint32_t rune = utf8_next(text, (size_t)(end - text), &at);
        if (!utf8_space(rune) && rune != '-' && rune != '_' && rune != 0x2010 && rune != 0x2011) {
            break;
        }
        text += at;
    }
    return text;
}

/* Equal but for case, blanks, hyphens and underscores; two empty texts are not. */
static bool same_word(const char *a, size_t a_length, const char *b, size_t b_length) {
    const char *a_end = a + a_length, *b_end = b + b_length;
    bool any = false;
    for (;;) {
        a = skip_filler(a, a_end);
        b = skip_filler(b, b_end);
        if (a == a_end || b == b_end) {
            return any && a == a_end && b == b_end;
        }
        if (ascii_lower(*a++) != ascii_lower(*b++)) {
            return false;
        }
        any = true;
    }
}

/* "a; b" as the words of one list item: the item's index, or -1. */
static int choice_of(const char *choices, const char *text) {
    size_t length = strlen(text);
    int loose = -1, index = 0;
    for (const char *at = choices; *at; index++) {
        size_t item = strcspn(at, ";");
        if (item == length && memcmp(at, text, item) == 0) {
            return index;
        }
        if (loose < 0 && same_word(at, item, text, length)) {
            loose = index;
        }
        at += item + (at[item] == ';');
    }
    return loose;
}

const char *fieldcheck_choice_text(struct arena *arena, const char *choices, int index) {
    while (index-- > 0) {
        choices += strcspn(choices, ";") + 1;
    }
    return arena_strndup(arena, choices, strcspn(choices, ";"));
}

static const char *nearest_choice(struct arena *arena, const char *choices, const char *text) {
    struct idmap *map = idmap_new(arena);
    for (const char *at = choices; *at;) {
        size_t item = strcspn(at, ";");
        idmap_put(map, arena_strndup(arena, at, item), 0);
        at += item + (at[item] == ';');
    }
    return idmap_nearest(map, text);
}

static const char *spaced_list(struct arena *arena, const char *choices) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (const char *at = choices; *at; at++) {
        textbuf_char(&out, *at);
        if (*at == ';') {
            textbuf_char(&out, ' ');
        }
    }
    return textbuf_text(&out);
}

static void read_choice(const struct task *task) {
    struct arena *arena = task->check->arena;
    const char *choices = task->column->choices;
    const char *text = strcmp(task->text, "\u2212") == 0 ? "-" : task->text;
    int index = choice_of(choices, text);
    if (index < 0) {
        if (!number_missing(text)) {
            wrong(task, BP2019, spaced_list(arena, choices),
                  diag_did_you_mean(arena, nearest_choice(arena, choices, text)));
        }
        return;
    }
    task->out->choice = (int16_t)index;
    fill(task, fieldcheck_choice_text(arena, choices, index));
}

static void read_flag(const struct task *task) {
    static const char *const yes[] = {"Y", "TRUE", "1", "YES"};
    static const char *const no[] = {"N", "FALSE", "0", "NO"};
    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++) {
        if (ascii_same(task->text, yes[i]) || ascii_same(task->text, no[i])) {
            task->out->choice = ascii_same(task->text, yes[i]);
            fill(task, task->out->choice ? "Y" : "N");
            return;
        }
    }
    wrong(task, BP2020, NULL, NULL);
}

/* ---- ids and text ---- */

static bool id_valid(const char *text) {
    size_t length = strlen(text);
    if (length < 1 || length > 64 || !(ascii_letter(text[0]) || ascii_digit(text[0]))) {
        return false;
    }
    for (size_t i = 1; i < length; i++) {
        if (!ascii_letter(text[i]) && !ascii_digit(text[i]) && !strchr("._-", text[i])) {
            return false;
        }
    }
    return true;
}

/* The id that was likely meant: letters that are not allowed as hyphens. */
static const char *id_hint(struct arena *arena, const char *text) {
    struct textbuf out;
    textbuf_init(&out, arena);
    size_t length = strlen(text);
    for (size_t at = 0; at < length && out.length < 70;) {
        uint32_t rune = utf8_next(text, length, &at);
        char c = rune < 0x80 ? (char)rune : '-';
        textbuf_char(&out, ascii_letter(c) || ascii_digit(c) || strchr("._-", c) ? c : '-');
    }
    const char *plain = textbuf_text(&out);
    return id_valid(plain) ? diag_did_you_mean(arena, plain) : NULL;
}

/* Cells that turned an id into something else: into a date (3-1), or into a number, which drops its
 * last zeros (1.10). */
static bool id_kept(const struct task *task) {
    const struct cell *cell = task->cell;
    if (cell->kind == CELL_DATE) {
        wrong(task, BP2051, NULL, NULL);
        return false;
    }
    if (cell->kind == CELL_NUMBER && !cell->out_of_range && cell->number.micro % DECIMAL_ONE != 0) {
        diag_report(task->check->diags, BP2050, task->place, task->text, NULL);
    }
    return true;
}

/* What is wrong with the id of another row: other signs between several, or the row's name. */
static const char *reference_hint(const struct task *task, const char *text) {
    if (task->column->type == FIELD_ID) {
        return id_hint(task->check->arena, text);
    }
    if (task->column->type == FIELD_REFERENCES && strpbrk(text, ",\n/&+|")) {
        return "divide several ids by semicolons";
    }
    if (strchr(text, ' ') == NULL) {
        return id_hint(task->check->arena, text);
    }
    return task->column->type == FIELD_REFERENCES
               ? "write ids alone, without names, and semicolons between them"
               : "write the id alone, not the name";
}

static void read_id(const struct task *task) {
    if (!id_kept(task)) {
        return;
    }
    if (!id_valid(task->text)) {
        wrong(task, BP2012, NULL, reference_hint(task, task->text));
        return;
    }
    fill(task, task->text);
}

static void read_ids(const struct task *task) {
    struct arena *arena = task->check->arena;
    VEC(const char *) list = {0};
    if (!id_kept(task)) {
        return;
    }
    struct textbuf joined;
    textbuf_init(&joined, arena);
    for (const char *at = task->text; *at;) {
        size_t item = strcspn(at, ";");
        const char *id = utf8_trim(arena, arena_strndup(arena, at, item));
        at += item + (at[item] == ';');
        if (*id == '\0') {
            continue;
        }
        if (!id_valid(id)) {
            struct task one = *task;
            one.text = id;
            wrong(&one, BP2012, NULL, reference_hint(task, id));
            return;
        }
        vec_push(arena, &list, id);
        textbuf_str(&joined, list.count > 1 ? ";" : "");
        textbuf_str(&joined, id);
    }
    if (list.count == 0) {
        return;
    }
    vec_push(arena, &list, NULL);
    task->out->list = list.items;
    fill(task, textbuf_text(&joined));
}

static void read_title(const struct task *task) {
    const char *text = utf8_squeeze(task->check->arena, task->text);
    if (utf8_runes(text) > BOUND_TITLE_RUNES) {
        struct task one = *task;
        one.text = arena_printf(task->check->arena, "%u", BOUND_TITLE_RUNES);
        wrong(&one, BP2026, NULL, NULL);
        return;
    }
    fill(task, text);
}

/* ---- numbers ---- */

static enum decimal_parse parse_text(const struct task *task, struct decimal *number,
                                     bool *percent) {
    if (task->check->style == NUMBER_PLAIN) {
        enum decimal_parse plain = decimal_parse(task->text, strlen(task->text), number);
        if (plain != DECIMAL_SYNTAX) {
            *percent = false;
            return plain;
        }
    }
    return number_parse(task->text, task->check->style, number, percent);
}

static void note_rounded(const struct task *task) {
    if (task->check->rounded++ == 0) {
        task->check->rounded_at = task->place;
    }
}

/* True for 1.234: one to three digits, not 0, a point and three more. */
static bool point_doubtful(const char *text) {
    text += *text == '-' || *text == '+' || *text == '(';
    size_t whole = strspn(text, "0123456789");
    size_t rest = text[whole] == '.' ? strspn(text + whole + 1, "0123456789") : 0;
    return whole >= 1 && whole <= 3 && text[0] != '0' && rest == 3;
}

/* True for 640 kEUR and about 56: no way of writing numbers makes them numbers. */
static bool has_words(const char *text) {
    static const char *const signs[] = {"$", "\u20ac", "\u00a3", "\u00a5"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (strstr(text, signs[i])) {
            return true;
        }
    }
    bool digits = false;
    for (char before = ' '; *text; before = *text++) {
        if (ascii_letter(*text) && (before == ' ' || ascii_letter(before))) {
            return true; /* unlike the letter of 1e5 */
        }
        digits = digits || ascii_digit(*text);
    }
    return !digits;
}

/* A number kept as text. */
static bool number_of_text(const struct task *task, struct decimal *number, bool *percent) {
    if (task->check->points_doubtful && point_doubtful(task->text)) {
        wrong(task, BP2052, NULL, NULL);
        return false;
    }
    switch (parse_text(task, number, percent)) {
    case DECIMAL_SYNTAX:
        if (has_words(task->text)) {
            wrong(task, BP2013, NULL, NULL);
        } else {
            wrong(task, BP2014, number_style_name(task->check->style), NULL);
        }
        return false;
    case DECIMAL_RANGE:
        wrong(task, BP2015, NULL, NULL);
        return false;
    case DECIMAL_ROUNDED:
        note_rounded(task);
        break;
    case DECIMAL_OK:
        break;
    }
    /* "87 %" means the same as a cell that holds 0.87 and shows it as a percentage. */
    return !*percent || decimal_div(*number, decimal_of(100), number);
}

/* The cell's number, with *percent for one that was typed as a percentage (0.87). */
static bool number_of(const struct task *task, struct decimal *number, bool *percent) {
    const struct cell *cell = task->cell;
    *percent = cell->kind == CELL_PERCENT;
    switch (cell->kind) {
    case CELL_TEXT:
        return number_of_text(task, number, percent);
    case CELL_DATE:
        wrong(task, BP2027, NULL, NULL);
        return false;
    case CELL_NUMBER:
    case CELL_PERCENT:
    case CELL_FLAG:
    case CELL_ERROR:
        break;
    }
    if (cell->out_of_range) {
        wrong(task, BP2015, NULL, NULL);
        return false;
    }
    if (cell->rounded) {
        note_rounded(task);
    }
    *number = cell->number;
    return true;
}

static void fill_number(const struct task *task, struct decimal number, bool percent) {
    char text[33];
    struct decimal shown = number;
    if (percent && !decimal_mul(number, decimal_of(100), &shown)) {
        wrong(task, BP2015, NULL, NULL);
        return;
    }
    decimal_format(shown, -1, text);
    task->out->number = number;
    task->out->percent = percent;
    if (!percent && strcmp(text, task->text) == 0) {
        fill(task, task->text);
        return;
    }
    fill(task, arena_printf(task->check->arena, "%s%s", text, percent ? "%" : ""));
}

static void read_number(const struct task *task) {
    struct decimal number;
    bool percent;
    if (number_of(task, &number, &percent)) {
        fill_number(task, number, percent);
    }
}

static void read_share(const struct task *task) {
    struct decimal number;
    bool percent;
    if (!number_of(task, &number, &percent)) {
        return;
    }
    if ((percent && !decimal_mul(number, decimal_of(100), &number)) ||
        decimal_compare(number, decimal_of(0)) < 0 ||
        decimal_compare(number, decimal_of(100)) > 0) {
        wrong(task, BP2021, NULL, NULL);
        return;
    }
    fill_number(task, number, false);
}

static void read_count(const struct task *task) {
    struct decimal number;
    bool percent;
    if (!number_of(task, &number, &percent)) {
        return;
    }
    if (percent || number.micro < 0 || number.micro % DECIMAL_ONE != 0 ||
        number.micro / DECIMAL_ONE > COUNT_MOST) {
        wrong(task, BP2022, NULL, NULL);
        return;
    }
    fill_number(task, number, false);
}

/* ---- days and periods ---- */

/* What to do about a date that is none; of 9999-12-31 it is not how it is written. */
static const char *date_hint(const struct task *task) {
    struct date date;
    if (task->cell->kind == CELL_NUMBER) {
        return "format the cell as a date";
    }
    const char *text = task->text;
    bool far = strncmp(text, "1900", 4) < 0 || strncmp(text, "2199", 4) > 0;
    if (far && strlen(text) > 4 &&
        date_parse(arena_printf(task->check->arena, "2000%s", text + 4), &date)) {
        return "only the years 1900 to 2199 are understood; leave the cell empty if there is no "
               "day";
    }
    return "write the date as YYYY-MM-DD";
}

static void read_date(const struct task *task) {
    struct date date = task->cell->date;
    if (task->cell->kind != CELL_DATE && !date_parse(task->text, &date)) {
        wrong(task, BP2017, NULL, date_hint(task));
        return;
    }
    char text[11];
    date_format(date, text);
    task->out->date = date;
    fill(task, arena_strdup(task->check->arena, text));
}

static void read_month_day(const struct task *task) {
    struct date date = task->cell->date;
    if (task->cell->kind != CELL_DATE) {
        const char *text = strncmp(task->text, "--", 2) == 0 ? task->text + 2 : task->text;
        if (!date_parse(arena_printf(task->check->arena, "2000-%s", text), &date)) {
            wrong(task, BP2023, NULL, NULL);
            return;
        }
    }
    date.year = 2000;
    char text[11];
    date_format(date, text);
    task->out->date = date;
    fill(task, arena_strdup(task->check->arena, text + 5));
}

static void read_period(const struct task *task) {
    struct fieldcheck *check = task->check;
    struct date date = task->cell->date;
    if (task->cell->kind == CELL_DATE || date_parse(task->text, &date)) {
        char text[11];
        date_format(date, text);
        task->out->date = date;
        fill(task, arena_strdup(check->arena, text));
        return;
    }
    if (check->defer_periods) {
        fill(task, task->text);
        return;
    }
    if (!periodtext_parse(task->text, &check->fiscal, check->language, &task->out->period)) {
        wrong(task, BP2018, NULL, NULL);
        return;
    }
    char text[16];
    period_format(task->out->period, &check->fiscal, text);
    fill(task, arena_strdup(check->arena, text));
}

/* ---- all together ---- */

static void read_typed(const struct task *task) {
    switch (task->column->type) {
    case FIELD_ID:
    case FIELD_REFERENCE:
        read_id(task);
        break;
    case FIELD_REFERENCES:
        read_ids(task);
        break;
    case FIELD_TITLE:
        read_title(task);
        break;
    case FIELD_TEXT:
        fill(task, task->text);
        break;
    case FIELD_NUMBER:
        read_number(task);
        break;
    case FIELD_SHARE:
        read_share(task);
        break;
    case FIELD_COUNT_OF:
        read_count(task);
        break;
    case FIELD_DATE:
        read_date(task);
        break;
    case FIELD_MONTH_DAY:
        read_month_day(task);
        break;
    case FIELD_PERIOD:
        read_period(task);
        break;
    case FIELD_CHOICE:
        read_choice(task);
        break;
    case FIELD_FLAG:
        read_flag(task);
        break;
    }
}

/* In a column of words n/a may be meant as it stands; a dash alone is nobody's name. */
static bool dash_alone(const char *text) {
    static const char *const dashes[] = {"-", "--", "\u2013", "\u2014", "\u2212"};
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        if (strcmp(text, dashes[i]) == 0) {
            return true;
        }
    }
    return false;
}

void fieldcheck_read(struct fieldcheck *check, const struct schema_column *column,
                     const struct cell *cell, struct place place, struct field *out) {
    struct task task = {check, column, cell, place, fieldcheck_text(check->arena, cell), out};
    if (cell->uncalculated) {
        wrong(&task, BP2025, NULL, NULL);
        return;
    }
    if (cell->early) {
        wrong(&task, BP2041, NULL, NULL);
        return;
    }
    if (cell->kind == CELL_ERROR) {
        wrong(&task, BP2024, NULL, NULL);
        return;
    }
    bool words = column->type == FIELD_TITLE || column->type == FIELD_TEXT;
    if (task.text[0] == '\0' || (words && dash_alone(task.text)) ||
        (!words && column->type != FIELD_CHOICE && fieldcheck_missing(cell))) {
        return;
    }
    read_typed(&task);
}
