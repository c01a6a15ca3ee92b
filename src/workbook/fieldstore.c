#include "workbook/fieldstore.h"
#include <string.h>

#define FEWEST_BITS 9u /* of the number of slots; most workbooks are small */
#define MOST_BITS   14u
#define FACTOR      UINT64_C(0x9E3779B97F4A7C15)
#define TEXT_MOST   64u /* longer texts are seldom said twice */
#define FIELD_BATCH 64u
#define TEXT_BATCH  4096u

/* A cell that was read, and what it made. */
struct slot {
    const struct schema_column *column;
    const char *text; /* as it stood in the cell */
    const struct field *field;
    uint32_t length;
    enum cell_kind kind;
};

struct shelf {
    struct slot *slots;
    unsigned bits;
    size_t filled; /* slots, and how often one was filled anew */
};

/* What decides, besides column and cell, how a text is read. */
struct rules {
    enum number_style style;
    struct fiscal fiscal;
    const char *language;
    bool defer_periods;
};

struct fieldstore {
    struct arena *arena;
    struct rules rules; /* under which the slots were filled */
    struct shelf words; /* numbers are many: they must not drive out ids and periods */
    struct shelf numbers;
    struct field *fields; /* room made in advance: */
    size_t fields_left;
    char *texts;
    size_t texts_left;
};

struct fieldstore *fieldstore_new(struct arena *arena) {
    struct fieldstore *store = arena_alloc(arena, sizeof *store);
    store->arena = arena;
    return store;
}

/* Texts lie close together: most have fewer bytes than the arena's alignment. */
static const char *keep_text(struct fieldstore *store, const char *text, size_t length) {
    if (length >= TEXT_BATCH / 8) {
        return arena_strndup(store->arena, text, length);
    }
    if (store->texts_left <= length) {
        store->texts = arena_alloc(store->arena, TEXT_BATCH);
        store->texts_left = TEXT_BATCH;
    }
    char *copy = store->texts;
    memcpy(copy, text, length);
    copy[length] = '\0';
    store->texts += length + 1;
    store->texts_left -= length + 1;
    return copy;
}

static struct field *new_field(struct fieldstore *store) {
    if (store->fields_left == 0) {
        store->fields = arena_array(store->arena, FIELD_BATCH, sizeof *store->fields);
        store->fields_left = FIELD_BATCH;
    }
    store->fields_left--;
    return store->fields++;
}

const struct field *fieldstore_keep(struct fieldstore *store, const struct field *field) {
    struct field *copy = new_field(store);
    *copy = *field;
    copy->text = keep_text(store, field->text, strlen(field->text));
    return copy;
}

/* ---- remembering ---- */

static void empty(struct fieldstore *store, struct shelf *shelf, unsigned bits) {
    *shelf = (struct shelf){
        .slots = arena_array(store->arena, (size_t)1 << bits, sizeof *shelf->slots), .bits = bits};
}

static void forget(struct shelf *shelf) {
    memset(shelf->slots, 0, ((size_t)1 << shelf->bits) * sizeof *shelf->slots);
    shelf->filled = 0;
}

/* Forgets everything if the rules are others now. */
static void follow(struct fieldstore *store, const struct fieldcheck *check) {
    struct rules *rules = &store->rules;
    const bool first = !store->words.slots;
    bool same = !first && rules->style == check->style &&
                rules->fiscal.start_month == check->fiscal.start_month &&
                rules->fiscal.named_by_start == check->fiscal.named_by_start &&
                rules->language == check->language && rules->defer_periods == check->defer_periods;
    if (same) {
        return;
    }
    *rules = (struct rules){check->style, check->fiscal, check->language, check->defer_periods};
    if (first) {
        empty(store, &store->words, FEWEST_BITS);
        empty(store, &store->numbers, FEWEST_BITS);
        return;
    }
    forget(&store->words);
    forget(&store->numbers);
}

static struct shelf *shelf_of(struct fieldstore *store, const struct schema_column *column) {
    bool number = column->type == FIELD_NUMBER || column->type == FIELD_SHARE ||
                  column->type == FIELD_COUNT_OF;
    return number ? &store->numbers : &store->words;
}

/* Where a cell of this column and text is remembered, if it is.  Nothing is searched, so the
 * quality of the hash decides about speed only, and a bad one costs what reading costs. */
static struct slot *slot_of(const struct shelf *shelf, const struct schema_column *column,
                            const char *text, size_t length) {
    uint64_t hash = (uintptr_t)column;
    for (size_t at = 0; at < length; at += 8) {
        uint64_t word = 0;
        memcpy(&word, text + at, length - at < 8 ? length - at : 8);
        hash = (hash ^ word) * FACTOR;
        hash ^= hash >> 32;
    }
    hash *= FACTOR; /* every byte has reached the highest bits now */
    return &shelf->slots[hash >> (64 - shelf->bits)];
}

/* A shelf on which as much was put as there are slots is exchanged for one of four times as many.
 */
static void enlarge(struct fieldstore *store, struct shelf *shelf) {
    const struct shelf old = *shelf;
    if (old.filled >> old.bits == 0 || old.bits + 2 > MOST_BITS) {
        return;
    }
    empty(store, shelf, old.bits + 2);
    for (size_t i = 0; i >> old.bits == 0; i++) {
        const struct slot *slot = &old.slots[i];
        if (slot->text) {
            *slot_of(shelf, slot->column, slot->text, slot->length) = *slot;
            shelf->filled++;
        }
    }
    arena_release(store->arena, old.slots);
}

static bool remembers(const struct slot *slot, const struct schema_column *column,
                      const struct cell *cell, size_t length) {
    return slot->column == column && slot->kind == cell->kind && slot->length == length &&
           memcmp(slot->text, cell->text, length) == 0;
}

static const struct field *read_new(struct fieldstore *store, struct fieldcheck *check,
                                    const struct schema_column *column, const struct cell *cell,
                                    struct place place) {
    struct field field = {.text = ""};
    fieldcheck_read(check, column, cell, place, &field);
    if (!field.filled && !field.wrong) {
        return NULL;
    }
    return fieldstore_keep(store, &field);
}

const struct field *fieldstore_read(struct fieldstore *store, struct fieldcheck *check,
                                    const struct schema_column *column, const struct cell *cell,
                                    struct place place) {
    size_t length = cell->text ? strlen(cell->text) : TEXT_MOST + 1;
    if (length > TEXT_MOST || cell->uncalculated || cell->kind == CELL_ERROR) {
        return read_new(store, check, column, cell, place);
    }
    follow(store, check);
    struct shelf *shelf = shelf_of(store, column);
    const struct slot *slot = slot_of(shelf, column, cell->text, length);
    if (remembers(slot, column, cell, length)) {
        return slot->field;
    }
    size_t rounded = check->rounded;
    const struct field *field = read_new(store, check, column, cell, place);
    /* Findings are made for each cell, so what makes one is not remembered. */
    if (field && field->filled && check->rounded == rounded) {
        const char *text = strcmp(field->text, cell->text) == 0
                               ? field->text
                               : keep_text(store, cell->text, length);
        enlarge(store, shelf);
        *slot_of(shelf, column, text, length) =
            (struct slot){column, text, field, (uint32_t)length, cell->kind};
        shelf->filled++;
    }
    return field;
}
