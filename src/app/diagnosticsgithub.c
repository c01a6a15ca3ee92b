/* Workflow commands: ::error file=F,line=N,col=C,title=T::message.  A runner makes annotations of
 * them wherever they stand in the output of a step. */
#include "app/diagnostics.h"

/* What the grammar would read goes as % and two digits; in properties also what divides them. */
static void escaped(struct textbuf *out, const char *text, bool property) {
    for (; *text; text++) {
        bool divides = property && (*text == ':' || *text == ',');
        if (*text == '%' || *text == '\r' || *text == '\n' || divides)
            textbuf_printf(out, "%%%c%c", "0123456789ABCDEF"[(unsigned char)*text >> 4],
                           "0123456789ABCDEF"[(unsigned char)*text & 15]);
        else
            textbuf_char(out, *text);
    }
}

static void command(struct textbuf *out, const struct diagnostic *item) {
    static const char *const names[] = {
        [DIAG_NOTE] = "notice", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};
    textbuf_printf(out, "::%s ", names[item->diag->severity]);
    if (item->path) {
        textbuf_str(out, "file=");
        escaped(out, item->path, true);
        textbuf_char(out, ',');
    }
    if (item->path && item->line)
        textbuf_printf(out, "line=%u,", item->line);
    if (item->path && item->line && item->column)
        textbuf_printf(out, "col=%u,", item->column);
    textbuf_printf(out, "title=BP%04u::", (unsigned)item->diag->code);
    escaped(out, item->sentence, false);
    textbuf_char(out, '\n');
}

void diagnostics_github(const struct diagnostics *all, struct textbuf *out) {
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].diag->suppression == DIAG_TOLD)
            command(out, &all->items[i]);
    if (all->unlisted > 0)
        textbuf_printf(out, "::notice title=boardpack::and %zu more findings\n", all->unlisted);
}
