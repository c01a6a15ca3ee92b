#include "workbook/ods.h"
#include "workbook/flatodf.h"
#include "workbook/package.h"

bool ods_read(struct arena *arena, const char *path, const char *bytes, size_t length,
              struct diags *diags, struct sheets *out) {
    struct package *package = package_open(arena, path, bytes, length, diags);
    return package && package_parse(package, "content.xml",
                                    flatodf_handler(arena, path, diags, out)) == XMLREAD_DONE;
}
