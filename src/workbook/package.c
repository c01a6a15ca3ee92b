#include "workbook/package.h"
#include "base/ascii.h"
#include "base/bounds.h"
#include "base/idmap.h"
#include "workbook/ziplibrary.h"
#include <assert.h>
#include <stdint.h>
#include <string.h>

/* The record that ends a zip: its length, and how far from the end a comment can push it. */
#define END_BYTES     22u
#define END_FAR       (65535u + END_BYTES)
#define END_MOST      8u /* a package stored in another one brings its own */
#define LOCATOR_BYTES 20u
#define CHUNK         65536u

struct package {
    struct arena *arena;
    const char *path;
    struct diags *diags;
    size_t length; /* of the file */
    struct ziplibrary call;
    zip_t *zip;
    struct idmap *names; /* in lower case, by index */
    uint64_t unpacked;   /* bytes of all parts read */
};

struct arena *package_arena(const struct package *package) {
    return package->arena;
}

struct diags *package_diags(const struct package *package) {
    return package->diags;
}

struct place package_place(const struct package *package) {
    return (struct place){.file = package->path};
}

/* ---- how many parts: asked of the bytes, before libzip makes room for them ---- */

static uint64_t little(const unsigned char *at, unsigned bytes) {
    uint64_t value = 0;
    for (unsigned i = bytes; i-- > 0;) {
        value = value << 8 | at[i];
    }
    return value;
}

/* The number in the 64-bit end record that a locator just before `end` points to; 0 if none. */
static uint64_t count_64(const unsigned char *bytes, size_t length, size_t end) {
    if (end < LOCATOR_BYTES || memcmp(bytes + end - LOCATOR_BYTES, "PK\6\7", 4) != 0) {
        return 0;
    }
    uint64_t at = little(bytes + end - LOCATOR_BYTES + 8, 8);
    if (length < 56 || at > length - 56) {
        return 0;
    }
    return little(bytes + at + 32, 8);
}

/* The largest number of parts that any end record claims; libzip may choose any of them. */
static uint64_t claimed_parts(const char *text, size_t length) {
    const unsigned char *bytes = (const unsigned char *)text;
    uint64_t most = 0;
    unsigned records = 0;
    size_t at = length > END_FAR ? length - END_FAR : 0;
    while (at + END_BYTES <= length) {
        const unsigned char *found = memmem(bytes + at, length - at, "PK\5\6", 4);
        if (!found || (at = (size_t)(found - bytes)) + END_BYTES > length) {
            break;
        }
        uint64_t count = little(found + 10, 2);
        uint64_t count_long = count_64(bytes, length, at);
        count = count_long > count ? count_long : count;
        most = count > most ? count : most;
        if (++records > END_MOST) {
            return UINT64_MAX;
        }
        at++;
    }
    return most;
}

/* ---- opening ---- */

static void release(void *handle) {
    struct package *package = handle;
    package->call.discard(package->zip);
}

/* Memory is gone: the arena's hook ends the job. */
static void give_up(struct arena *arena) {
    arena_alloc(arena, SIZE_MAX / 4);
}

static const char *words(const struct package *package, zip_error_t *error) {
    if (package->call.error_code_zip(error) == ZIP_ER_MEMORY) {
        give_up(package->arena);
    }
    return arena_strdup(package->arena, package->call.error_strerror(error));
}

static bool open_zip(struct package *package, const char *bytes, size_t length) {
    const char *why = NULL;
    zip_error_t error;
    if (!ziplibrary_load(package->arena, &package->call, &why)) {
        diag_report(package->diags, BP9001, package_place(package), package->path, why, NULL);
        return false;
    }
    package->call.error_init(&error);
    zip_source_t *source = package->call.source_buffer_create(bytes, length, 0, &error);
    package->zip = source ? package->call.open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (package->zip) {
        arena_defer(package->arena, release, package);
        return true;
    }
    why = words(package, &error);
    package->call.source_free(source);
    package->call.error_fini(&error);
    diag_report(package->diags, BP1040, package_place(package), why, NULL);
    return false;
}

/* True if a name would lead somewhere else if it were a path: /x, C:x, a/../x. */
static bool leads_out(const char *name) {
    if (name[0] == '/' || name[0] == '\\' || (ascii_letter(name[0]) && name[1] == ':')) {
        return true;
    }
    for (const char *at = name; *at;) {
        size_t segment = strcspn(at, "/\\");
        if (segment == 2 && at[0] == '.' && at[1] == '.') {
            return true;
        }
        at += segment + (at[segment] != '\0');
    }
    return false;
}

static char *lower(struct arena *arena, const char *text) {
    char *copy = arena_strdup(arena, text);
    for (char *at = copy; *at; at++) {
        *at = ascii_lower(*at);
    }
    return copy;
}

static bool list_names(struct package *package) {
    zip_int64_t count = package->call.get_num_entries(package->zip, 0);
    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = package->call.get_name(package->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
        if (!name || leads_out(name)) {
            diag_report(package->diags, BP1045, package_place(package), name ? name : "", NULL);
            return false;
        }
        if (idmap_put(package->names, lower(package->arena, name), (size_t)i) != (size_t)i) {
            diag_report(package->diags, BP1044, package_place(package), name, NULL);
            return false;
        }
    }
    return true;
}

struct package *package_open(struct arena *arena, const char *path, const char *bytes,
                             size_t length, struct diags *diags) {
    struct package *package = arena_alloc(arena, sizeof *package);
    *package = (struct package){.arena = arena, .path = path, .diags = diags, .length = length};
    package->names = idmap_new(arena);
    if (claimed_parts(bytes, length) > BOUND_MEMBERS) {
        diag_report(diags, BP1043, package_place(package), arena_printf(arena, "%u", BOUND_MEMBERS),
                    NULL);
        return NULL;
    }
    return open_zip(package, bytes, length) && list_names(package) ? package : NULL;
}

bool package_has(const struct package *package, const char *name) {
    return idmap_find(package->names, lower(package->arena, name)) != IDMAP_NONE;
}

bool package_has_ending(const struct package *package, const char *ending) {
    size_t length = strlen(ending);
    for (size_t i = 0; i < idmap_count(package->names); i++) {
        const char *name = idmap_key(package->names, i);
        size_t own = strlen(name);
        if (own >= length && ascii_same(name + own - length, ending)) {
            return true;
        }
    }
    return false;
}

/* ---- reading a part ---- */

static bool damaged(const struct package *package, const char *name, const char *why) {
    diag_report(package->diags, BP1041, package_place(package), name, why, NULL);
    return false;
}

static bool too_large(const struct package *package, const char *name, const char *how) {
    diag_report(package->diags, BP1042, package_place(package), name, how, NULL);
    return false;
}

/* True if `size` bytes are more than `packed` bytes can honestly give. */
static bool swollen(uint64_t size, uint64_t packed) {
    return size > BOUND_PART_FREE && size / BOUND_PART_RATIO > packed;
}

/* What the package says of a part, before a byte of it is unpacked. */
static bool check_claims(struct package *package, const char *name, const zip_stat_t *stat) {
    const zip_uint64_t needed =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    struct arena *arena = package->arena;
    if ((stat->valid & needed) != needed || stat->comp_size > package->length) {
        return damaged(package, name, "its size is wrong");
    }
    if (stat->encryption_method != ZIP_EM_NONE) {
        diag_report(package->diags, BP1046, package_place(package), name, NULL);
        return false;
    }
    if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE) {
        return damaged(package, name,
                       arena_printf(arena,
                                    "it is packed by method %u, which no spreadsheet program uses",
                                    stat->comp_method));
    }
    if (stat->size > BOUND_PART_BYTES || package->unpacked + stat->size > BOUND_PART_BYTES) {
        return too_large(package, name,
                         arena_printf(arena, "more than %u MB", BOUND_PART_BYTES / 1024 / 1024));
    }
    if (swollen(stat->size, stat->comp_size) ||
        swollen(package->unpacked + stat->size, package->length)) {
        return too_large(
            package, name,
            arena_printf(arena, "%u times its packed size and more", BOUND_PART_RATIO));
    }
    return true;
}

/* Unpacks into room for one byte more than promised, so that a longer part is noticed. */
static bool unpack(struct package *package, const char *name, zip_file_t *file, char *room,
                   uint64_t promised) {
    uint64_t had = 0;
    while (had <= promised) {
        uint64_t left = promised + 1 - had;
        zip_int64_t step = package->call.fread(file, room + had, left < CHUNK ? left : CHUNK);
        if (step < 0) {
            return damaged(package, name, words(package, package->call.file_get_error(file)));
        }
        if (step == 0) {
            break;
        }
        had += (uint64_t)step;
    }
    if (had != promised) {
        return damaged(package, name, "it has another length than the package says");
    }
    room[promised] = '\0';
    package->unpacked += promised;
    return true;
}

bool package_read(struct package *package, const char *name, const char **bytes, size_t *length) {
    size_t index = idmap_find(package->names, lower(package->arena, name));
    if (index == IDMAP_NONE) {
        diag_report(package->diags, BP1048, package_place(package), name, NULL);
        return false;
    }
    zip_stat_t stat;
    if (package->call.stat_index(package->zip, index, 0, &stat) != 0) {
        return damaged(package, name, words(package, package->call.get_error(package->zip)));
    }
    if (!check_claims(package, name, &stat)) {
        return false;
    }
    char *room = arena_alloc(package->arena, (size_t)stat.size + 1);
    zip_file_t *file = package->call.fopen_index(package->zip, index, 0);
    if (!file) {
        return damaged(package, name, words(package, package->call.get_error(package->zip)));
    }
    bool good = unpack(package, name, file, room, stat.size);
    package->call.fclose(file);
    *bytes = room;
    *length = (size_t)stat.size;
    return good;
}

/* ---- a part as XML ---- */

struct placeless {
    const struct xmlread_handler *handler;
};

static bool on_start(void *user, const struct xmlread_element *element) {
    const struct placeless *placeless = user;
    struct xmlread_element copy = *element;
    copy.line = copy.column = 0;
    return placeless->handler->start(placeless->handler->user, &copy);
}

static bool on_end(void *user) {
    const struct placeless *placeless = user;
    return placeless->handler->end(placeless->handler->user);
}

static bool on_text(void *user, const char *text, size_t length) {
    const struct placeless *placeless = user;
    return placeless->handler->text(placeless->handler->user, text, length);
}

/* Says what is wrong inside a part as one finding about the file. */
static void report_inner(struct package *package, const char *name, struct diags *inner) {
    struct arena *arena = package->arena;
    size_t count;
    const struct diag *first = diags_sorted(inner, &count);
    assert(count > 0); /* a refusal has a reason */
    /* What is wrong with all of a part, such as its size, has no line. */
    uint32_t line = first->place.line ? first->place.line : 1;
    uint32_t column = first->place.column ? first->place.column : 1;
    diag_report(package->diags, BP1049, package_place(package), name,
                arena_printf(arena, "%u", line), arena_printf(arena, "%u", column),
                arena_printf(arena, "%s (BP%u)", first->message, (unsigned)first->code), NULL);
}

enum xmlread_result package_parse(struct package *package, const char *name,
                                  const struct xmlread_handler *handler) {
    const char *bytes;
    size_t length;
    if (!package_read(package, name, &bytes, &length)) {
        return XMLREAD_REFUSED;
    }
    struct placeless placeless = {handler};
    struct xmlread_handler outer = {.start = handler->start ? on_start : NULL,
                                    .end = handler->end ? on_end : NULL,
                                    .text = handler->text ? on_text : NULL,
                                    .user = &placeless};
    struct diags *inner = diags_new(package->arena);
    enum xmlread_result result =
        xmlread_parse(package->arena, package->path, bytes, length, inner, &outer);
    if (result == XMLREAD_REFUSED) {
        report_inner(package, name, inner);
    }
    arena_release(package->arena, bytes);
    return result;
}
