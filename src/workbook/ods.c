#include "workbook/ods.h"
#include "workbook/flatodf.h"
#include "workbook/package.h"

bool ods_read(struct arena *arena, const char *path, const char *bytes, size_t length,
              struct diags *diags, struct sheets *out) {
    struct package *package = package_open(arena, path, bytes, length, diags);
    const struct xmlread_handler *handler = flatodf_handler(arena, path, diags, out);
    if (!package || (package_has(package, "styles.xml") &&
                     package_parse(package, "styles.xml", handler) != XMLREAD_DONE)) {
        return false;
    }
    return package_parse(package, "content.xml", handler) == XMLREAD_DONE;
}
