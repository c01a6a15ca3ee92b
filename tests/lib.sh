# Sourced by the test scripts: names, counts, a scratch folder.
#   test_that "name as a sentence" command...   passes if the command succeeds
#   exits_with STATUS command...                and leaves output in $out and $err
# BOARDPACK, BUILD and CONFIG come from make; run by hand they have the usual values.
: "${BUILD:=$PWD/build}" "${CONFIG:=release}"
: "${BOARDPACK:=$BUILD/$CONFIG/boardpack}"
export BOARDPACK BUILD CONFIG
scratch=$BUILD/scratch/${suite:-tests}-$CONFIG
rm -rf "$scratch"
mkdir -p "$scratch"
out=$scratch/out
err=$scratch/err
passed=0
failed=0
sample=samples/regional-blood-service.fods
excel=samples/regional-blood-service.excel.xml
canonical=samples/regional-blood-service.xml
spoiled=samples/regional-blood-service-spoiled.fods

test_that() {
    name=$1
    shift
    if report=$("$@" 2>&1); then
        passed=$((passed + 1))
        [ -z "${VERBOSE:-}" ] || echo "  ok      $name"
    else
        failed=$((failed + 1))
        echo "  FAILED  $suite: $name"
        printf '%s\n' "$report" | head -n 8 | sed 's/^/          /'
    fi
}

exits_with() {
    wanted=$1
    shift
    "$@" >"$out" 2>"$err" </dev/null
    status=$?
    [ "$status" = "$wanted" ] && return 0
    echo "exit status $status, expected $wanted: $*"
    head -n 5 "$err"
    return 1
}

# within SECONDS command...: of processor time, so that a busy machine changes nothing; sanitizers and
# counters get ten times as many.
within() (
    [ "$CONFIG" = release ] && ulimit -t "$1" || ulimit -t "${1}0"
    shift
    exec "$@"
)

# says FILE TEXT: the file holds the text.
says() {
    grep -qF -e "$2" "$1" && return 0
    echo "expected: $2"
    echo "found:"
    head -n 5 "$1"
    return 1
}

silent() {
    [ ! -s "$1" ] && return 0
    echo "expected nothing, found:"
    head -n 5 "$1"
    return 1
}

closing() {
    printf '  %s: ' "$suite"
    echo
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
