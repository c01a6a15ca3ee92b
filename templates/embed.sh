#!/bin/sh
# Writes C source with the bytes of the named files: sh templates/embed.sh FILE... >embedded.c
set -eu
LC_ALL=C
export LC_ALL
echo '#include "base/embedded.h"'
echo '#include <string.h>'
n=0
for file in "$@"; do
    echo "static const unsigned char file_$n[] = {"
    od -An -v -tu1 "$file" | sed 's/[0-9][0-9]*/&,/g'
    echo '0};'
    n=$((n + 1))
done
echo 'static const struct embedded files[] = {'
n=0
for file in "$@"; do
    echo "{\"$(basename "$file")\", (const char *)file_$n, sizeof file_$n - 1},"
    n=$((n + 1))
done
cat <<'C'
{NULL, NULL, 0}};

const struct embedded *embedded_files(void)
{
    return files;
}

const struct embedded *embedded_file(const char *name)
{
    for (const struct embedded *f = files; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}
C
