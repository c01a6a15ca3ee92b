#include "report/tallycolumn.h"

static const struct {
    enum mark mark;
    const char *word;
} columns[TALLYCOLUMNS] = {{MARK_RED, "status.red"},
                           {MARK_AMBER, "status.amber"},
                           {MARK_GREEN, "status.green"},
                           {MARK_EXCEEDS, "status.exceeds"},
                           {MARK_GREY, "status.no-data"}};

enum mark tallycolumn_mark(int column) {
    return columns[column].mark;
}

const char *tallycolumn_word(int column) {
    return columns[column].word;
}

int tallycolumn_count(const struct tally *tally, int column) {
    const int counts[TALLYCOLUMNS] = {tally->red, tally->amber, tally->green, tally->exceeds,
                                      tally->grey};
    return counts[column];
}
