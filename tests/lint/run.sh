#!/bin/sh
# make lint: every rule, each a line; then how many held.
passed=0
failed=0
format=clang-format
command -v clang-format-14 >/dev/null && format=clang-format-14

rule() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "  ok      $name"
    else
        failed=$((failed + 1))
        echo "  FAILED  $name"
        printf '%s\n' "$output" | head -n 60
    fi
}

headers_alone() {
    flags=$(pkg-config --cflags libxml-2.0 harfbuzz harfbuzz-subset fribidi cairo libpng)
    bad=0
    for header in src/*/*.h; do
        # shellcheck disable=SC2086
        ${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -D_GNU_SOURCE -Isrc $flags -fsyntax-only \
            -Wall -Wextra -Wno-unused -include "$header" -x c /dev/null || bad=1
    done
    return $bad
}

formatted() {
    $format --dry-run -Werror $(ls src/*/*.[ch] tests/*/*.[ch] 2>/dev/null)
}

scripts_parse() {
    bad=0
    for script in .ci/install $(find tests samples templates -name '*.sh'); do
        sh -n "$script" || bad=1
    done
    bash -n .ci/run || bad=1
    return $bad
}

short_makefile() {
    [ "$(wc -l <Makefile)" -lt 300 ]
}

for name in layers banned file_lines function_lines complexity names codes texts ellipses; do
    rule "$name" python3 tests/lint/rules.py $name
done
rule 'headers compile alone' headers_alone
rule 'clang-format' formatted
rule 'scripts parse' scripts_parse
rule 'Makefile under 300 lines' short_makefile
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
