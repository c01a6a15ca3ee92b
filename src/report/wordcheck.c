#include "report/wordcheck.h"

#include "base/idmap.h"
#include "report/pattern.h"
#include "report/plural.h"

#include <string.h>

/* The names in a text: those it prints, and all, with those it only chooses by. */
struct names {
    struct idmap *shown, *used;
};

static void collect(const struct pattern *pattern, struct names *names) {
    for (; pattern; pattern = pattern->next) {
        if (pattern->kind == PATTERN_OPTIONAL)
            collect(pattern->inside, names);
        if (pattern->kind == PATTERN_ARGUMENT)
            idmap_put(names->shown, pattern->text, 0);
        if (pattern->kind == PATTERN_ARGUMENT || pattern->kind == PATTERN_CHOICE)
            idmap_put(names->used, pattern->text, 0);
        for (size_t i = 0; i < pattern->cases.count; i++)
            collect(pattern->cases.items[i].pattern, names);
    }
}

static struct names names_of(struct arena *arena, const struct pattern *pattern) {
    struct names names = {idmap_new(arena), idmap_new(arena)};
    collect(pattern, &names);
    return names;
}

static bool is_number(const char *text) {
    return *text && strspn(text, "0123456789") == strlen(text);
}

static void check_cases(const struct wordcheck *check, const char *key,
                        const struct pattern *choice) {
    for (size_t i = 0; i < choice->cases.count; i++) {
        const char *name = choice->cases.items[i].name;
        enum plural form;
        if (!is_number(name) && strcmp(name, "other") != 0 &&
            !(plural_parse(name, &form) && plural_used(check->language, form, false)))
            diag_report(check->diags, BP5036, check->place, key, name, check->language, NULL);
    }
    if (!pattern_find(choice, "other"))
        diag_report(check->diags, BP5035, check->place, key, choice->text, NULL);
}

static void check_run(const struct wordcheck *check, const char *key,
                      const struct pattern *pattern) {
    for (; pattern; pattern = pattern->next) {
        if (pattern->kind == PATTERN_CHOICE)
            check_cases(check, key, pattern);
        for (size_t i = 0; i < pattern->cases.count; i++)
            check_run(check, key, pattern->cases.items[i].pattern);
        if (pattern->kind == PATTERN_OPTIONAL)
            check_run(check, key, pattern->inside);
    }
}

static void compare(const struct wordcheck *check, const char *key, const struct names *own,
                    const struct names *measure) {
    for (size_t i = 0; i < idmap_count(own->used); i++)
        if (idmap_find(measure->used, idmap_key(own->used, i)) == IDMAP_NONE)
            diag_report(check->diags, BP5033, check->place, key, idmap_key(own->used, i), NULL);
    for (size_t i = 0; i < idmap_count(measure->shown); i++)
        if (idmap_find(own->shown, idmap_key(measure->shown, i)) == IDMAP_NONE)
            diag_report(check->diags, BP5034, check->place, key, idmap_key(measure->shown, i),
                        NULL);
}

bool wordcheck_text(const struct wordcheck *check, const char *key, const char *text) {
    const size_t errors = diags_count(check->diags, DIAG_ERROR);
    const struct pattern *own, *measure;
    const char *wrong;
    if (!words_have(check->measure, key)) {
        diag_report_hint(check->diags, BP5031, check->place,
                         diag_did_you_mean(check->arena, words_near(check->measure, key)), key,
                         NULL);
        return false;
    }
    if (!pattern_parse(check->arena, text, &own, &wrong)) {
        diag_report(check->diags, BP5032, check->place, key, *wrong ? wrong : "its end", NULL);
        return false;
    }
    check_run(check, key, own);
    if (pattern_parse(check->arena, words_text(check->measure, key), &measure, &wrong)) {
        const struct names mine = names_of(check->arena, own);
        const struct names theirs = names_of(check->arena, measure);
        compare(check, key, &mine, &theirs);
    }
    return diags_count(check->diags, DIAG_ERROR) == errors;
}

void wordcheck_complete(const struct words *words, const struct words *measure, struct place root,
                        struct diags *diags) {
    for (size_t i = 0; i < words_total(measure); i++)
        if (!words_have(words, words_key(measure, i)))
            diag_report(diags, BP5030, root, words_key(measure, i), NULL);
}
