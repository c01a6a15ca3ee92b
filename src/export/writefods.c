#include "export/writefods.h"
#include "export/odf.h"

void writefods(const struct sheetplan *plan, struct textbuf *out) {
    textbuf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document");
    odf_namespaces(out);
    textbuf_str(out, " office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\n");
    odf_meta(out);
    odf_settings(plan, out);
    odf_styles(out);
    textbuf_str(out, "<office:automatic-styles>\n");
    odf_page_layout(out);
    odf_automatic_styles(plan, out);
    textbuf_str(out, "</office:automatic-styles>\n");
    odf_master_styles(out);
    odf_body(plan, out);
    textbuf_str(out, "</office:document>\n");
}
