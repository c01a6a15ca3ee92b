#!/bin/sh
# clang-tidy over the files that xargs appends after the compiler flags: tidy.sh FLAG... FILE...
flags=
files=
for word in "$@"; do
    case $word in
    src/*.c) files="$files $word" ;;
    *) flags="$flags $word" ;;
    esac
done
tidy=clang-tidy
command -v clang-tidy-14 >/dev/null && tidy=clang-tidy-14
# shellcheck disable=SC2086
output=$($tidy --quiet $files -- $flags 2>&1) && exit 0
printf '%s\n' "$output" | grep -v 'warnings generated'
exit 1
