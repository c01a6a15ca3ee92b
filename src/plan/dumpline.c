#include "plan/dumpline.h"

void dumpline_begin(struct dumpline *d, const char *kind) {
    textbuf_str(d->out, kind);
}

void dumpline_end(struct dumpline *d) {
    textbuf_char(d->out, '\n');
}

static void put_name(struct dumpline *d, const char *name) {
    textbuf_char(d->out, ' ');
    textbuf_str(d->out, name);
    textbuf_char(d->out, '=');
}

void dumpline_text(struct dumpline *d, const char *name, const char *text) {
    if (!text || !text[0])
        return;
    put_name(d, name);
    textbuf_json(d->out, text);
}

void dumpline_word(struct dumpline *d, const char *name, const char *word) {
    if (!word || !word[0])
        return;
    put_name(d, name);
    textbuf_str(d->out, word);
}

void dumpline_flag(struct dumpline *d, const char *name, bool flag) {
    if (flag) {
        textbuf_char(d->out, ' ');
        textbuf_str(d->out, name);
    }
}

void dumpline_int(struct dumpline *d, const char *name, int64_t number) {
    put_name(d, name);
    textbuf_int(d->out, number);
}

void dumpline_decimal(struct dumpline *d, const char *name, struct decimal number) {
    put_name(d, name);
    textbuf_decimal(d->out, number);
}

void dumpline_quantity(struct dumpline *d, const char *name, struct quantity quantity) {
    if (quantity.known)
        dumpline_decimal(d, name, quantity.value);
}

void dumpline_date(struct dumpline *d, const char *name, struct date date) {
    if (!date_set(date))
        return;
    char text[11];
    date_format(date, text);
    dumpline_word(d, name, text);
}

void dumpline_period(struct dumpline *d, const char *name, struct period period) {
    if (!period_set(period))
        return;
    char text[16];
    period_format(period, &d->plan->organization.fiscal, text);
    dumpline_word(d, name, text);
}

void dumpline_unit(struct dumpline *d, const char *name, const struct unit *unit) {
    dumpline_word(d, name, unit ? unit->id : "");
}
