#include "export/writeods.h"
#include "export/odf.h"
#include "workbook/ziplibrary.h"
#include <string.h>

#define MIME "application/vnd.oasis.opendocument.spreadsheet"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* 1980-01-01, the first day an archive can hold, as its two numbers. */
#define MEMBER_DATE ((zip_uint16_t)((1u << 5) | 1u))
#define MEMBER_TIME ((zip_uint16_t)0)

struct package {
    const struct sheetplan *plan;
    struct ziplibrary zip;
    zip_t *archive; /* NULL once it is closed or given up */
    zip_source_t *bytes;
    const char *why; /* the first failure */
};

static void fail(struct package *package, const char *why) {
    if (!package->why) {
        package->why = arena_strdup(package->plan->arena, why);
    }
}

/* What an exhausted arena left open; bytes live longer than the archive that writes them. */
static void release(void *handle) {
    struct package *package = handle;
    if (package->archive) {
        package->zip.discard(package->archive);
    }
    if (package->bytes) {
        package->zip.source_free(package->bytes);
    }
    package->archive = NULL;
    package->bytes = NULL;
}

static void open_archive(struct package *package) {
    zip_error_t error;
    package->zip.error_init(&error);
    package->bytes = package->zip.source_buffer_create(NULL, 0, 0, &error);
    if (package->bytes) {
        package->archive = package->zip.open_from_source(package->bytes, ZIP_TRUNCATE, &error);
        if (package->archive) {
            package->zip.source_keep(package->bytes);
        }
    }
    if (!package->archive) {
        fail(package, package->zip.error_strerror(&error));
    }
    package->zip.error_fini(&error);
}

static void add(struct package *package, const char *name, const struct textbuf *text,
                bool stored) {
    if (package->why) {
        return;
    }
    zip_t *archive = package->archive;
    zip_source_t *source = package->zip.source_buffer(archive, textbuf_text(text), text->length, 0);
    if (!source) {
        fail(package, package->zip.strerror(archive));
        return;
    }
    zip_int64_t index = package->zip.file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        package->zip.source_free(source);
        fail(package, package->zip.strerror(archive));
        return;
    }
    zip_uint64_t at = (zip_uint64_t)index;
    if (package->zip.set_file_compression(archive, at, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) !=
            0 ||
        package->zip.file_set_dostime(archive, at, MEMBER_TIME, MEMBER_DATE, 0) != 0 ||
        package->zip.file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) != 0) {
        fail(package, package->zip.strerror(archive));
    }
}

static void close_archive(struct package *package) {
    if (!package->why && package->zip.close(package->archive) == 0) {
        package->archive = NULL;
    } else if (!package->why) {
        fail(package, package->zip.strerror(package->archive));
    }
}

static void take_bytes(struct package *package, struct textbuf *out) {
    zip_stat_t stat;
    package->zip.stat_init(&stat);
    if (package->why) {
        return;
    }
    if (package->zip.source_stat(package->bytes, &stat) != 0 ||
        package->zip.source_open(package->bytes) != 0) {
        fail(package, package->zip.error_strerror(package->zip.source_error(package->bytes)));
        return;
    }
    char *bytes = arena_alloc(package->plan->arena, (size_t)stat.size);
    if (package->zip.source_read(package->bytes, bytes, stat.size) == (zip_int64_t)stat.size) {
        textbuf_bytes(out, bytes, (size_t)stat.size);
    } else {
        fail(package, package->zip.error_strerror(package->zip.source_error(package->bytes)));
    }
    package->zip.source_close(package->bytes);
}

/* ---- the members ---- */

static struct textbuf *text_new(struct arena *arena, const char *start) {
    struct textbuf *text = arena_alloc(arena, sizeof *text);
    textbuf_init(text, arena);
    textbuf_str(text, start);
    return text;
}

/* A member's root element up to what it holds. */
static struct textbuf *root(struct arena *arena, const char *name) {
    struct textbuf *text = text_new(arena, HEAD);
    textbuf_printf(text, "<office:%s", name);
    odf_namespaces(text);
    textbuf_str(text, ">\n");
    return text;
}

static void add_manifest(struct package *package) {
    struct textbuf *text = text_new(
        package->plan->arena,
        HEAD "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest"
             ":1.0\" manifest:version=\"1.3\">\n"
             "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
             " manifest:media-type=\"" MIME "\"/>\n");
    static const char *const names[] = {"content.xml", "styles.xml", "meta.xml", "settings.xml"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        textbuf_printf(text,
                       "<manifest:file-entry manifest:full-path=\"%s\""
                       " manifest:media-type=\"text/xml\"/>\n",
                       names[i]);
    }
    textbuf_str(text, "</manifest:manifest>\n");
    add(package, "META-INF/manifest.xml", text, false);
}

static void add_members(struct package *package) {
    struct arena *arena = package->plan->arena;
    add(package, "mimetype", text_new(arena, MIME), true);
    struct textbuf *content = root(arena, "document-content");
    textbuf_str(content, "<office:automatic-styles>\n");
    odf_automatic_styles(package->plan, content);
    textbuf_str(content, "</office:automatic-styles>\n");
    odf_body(package->plan, content);
    textbuf_str(content, "</office:document-content>\n");
    add(package, "content.xml", content, false);
    struct textbuf *styles = root(arena, "document-styles");
    odf_styles(styles);
    textbuf_str(styles, "<office:automatic-styles>\n");
    odf_page_layout(styles);
    textbuf_str(styles, "</office:automatic-styles>\n");
    odf_master_styles(styles);
    textbuf_str(styles, "</office:document-styles>\n");
    add(package, "styles.xml", styles, false);
    struct textbuf *meta = root(arena, "document-meta");
    odf_meta(meta);
    textbuf_str(meta, "</office:document-meta>\n");
    add(package, "meta.xml", meta, false);
    struct textbuf *settings = root(arena, "document-settings");
    odf_settings(package->plan, settings);
    textbuf_str(settings, "</office:document-settings>\n");
    add(package, "settings.xml", settings, false);
    add_manifest(package);
}

bool writeods(const struct sheetplan *plan, struct textbuf *out, const char **why) {
    struct package *package = arena_alloc(plan->arena, sizeof *package);
    package->plan = plan;
    if (!ziplibrary_load(plan->arena, &package->zip, why)) {
        return false;
    }
    arena_defer(plan->arena, release, package);
    open_archive(package);
    if (!package->why) {
        add_members(package);
    }
    close_archive(package);
    take_bytes(package, out);
    *why = package->why;
    release(package);
    return !*why;
}
