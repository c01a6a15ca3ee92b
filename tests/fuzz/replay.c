/* Feeds files to a fuzz target: the replay of its corpus without libFuzzer. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static int feed(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        return 1;
    long size = ftell(file);
    rewind(file);
    /* Of exactly the length, so that a sanitizer sees a read beyond it. */
    uint8_t *bytes = malloc(size > 0 ? (size_t)size : 1);
    int bad = size < 0 || !bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size;
    fclose(file);
    if (!bad)
        LLVMFuzzerTestOneInput(bytes, (size_t)size);
    free(bytes);
    return bad;
}

int main(int count, char **paths) {
    int fed = 0;
    for (int i = 1; i < count; i++) {
        if (feed(paths[i])) {
            fprintf(stderr, "cannot read %s\n", paths[i]);
            return 1;
        }
        fed++;
    }
    printf("%d files\n", fed);
    return fed == 0;
}
