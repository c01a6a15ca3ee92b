#!/bin/sh
# make fault: memory that runs out, disks that fill, sudden death.  Whatever fails, the exit status
# is 0 or tells it, and the old outputs are whole or replaced whole.
suite=fault
. tests/lib.sh

shim=$BUILD/$CONFIG/failing_alloc.so
good=$scratch/good
folder=$scratch/folder
# Everything a packet can carry.
carried="--logo=samples/logo.png --attach-workbook"
points=${POINTS:-60} # how many places to fail at, spread evenly
"$BOARDPACK" build $carried "$sample" -o "$good" -q 2>"$err" || head -n 3 "$err"
files='packet.pdf map.svg map.png assessment.json'

fresh() { # the folder with old outputs in it
    rm -rf "$folder"
    mkdir -p "$folder"
    for file in $files; do
        echo "old $file" >"$folder/$file"
    done
}
whole() { # each output is the old one or the new one, and nothing else lies about but, after a
    # sudden death, temporary files (PERHAPS)
    for file in $files; do
        cmp -s "$folder/$file" "$good/$file" || [ "$(cat "$folder/$file")" = "old $file" ] || {
            echo "$file is neither old nor new"
            return 1
        }
    done
    [ "${1:-}" = perhaps ] || [ "$(find "$folder" -type f | wc -l)" = 4 ] || {
        echo "left behind: $(ls -A "$folder")"
        return 1
    }
}
untouched() {
    for file in $files; do
        [ "$(cat "$folder/$file")" = "old $file" ] || return 1
    done
}

# ---- memory ----------------------------------------------------------------------------------
allocations() { # of a command
    LD_PRELOAD=$shim COUNT_TO=$scratch/count "$BOARDPACK" "$@" >"$out" 2>"$err"
    cat "$scratch/count"
}
step_of() {
    echo $(($1 / points + 1))
}
sweep_printed() { # FAIL_ON COMMAND...: to standard output
    fail_on=$1
    shift
    total=$(allocations "$@")
    cp "$out" "$scratch/expected"
    [ "$total" -gt 10 ] || return 1
    at=1
    while [ "$at" -le "$total" ]; do
        LD_PRELOAD=$shim FAIL_AT=$at FAIL_ON=$fail_on "$BOARDPACK" "$@" >"$out" 2>"$err"
        status=$?
        case $status in
        0) cmp "$out" "$scratch/expected" || return 1 ;;
        5) # memory may end while the findings are told, after the result
            [ ! -s "$out" ] || cmp "$out" "$scratch/expected" || return 1
            ;;
        *)
            echo "allocation $at of $total: exit status $status: $(head -n 2 "$err")"
            return 1
            ;;
        esac
        at=$((at + $(step_of "$total")))
    done
}
sweep_assess() {
    sweep_printed "$1" assess --format=csv "$sample"
}
sweep_folder() { # of CSV files, and a plan of StratML
    for output in books/ book.stratml; do
        exits_with 0 "$BOARDPACK" convert -q "$sample" -o "$scratch/$output" || return 1
    done
    sweep_printed "$1" assess --format=csv --csv "$scratch/books" &&
        sweep_printed "$1" assess --format=csv "$scratch/book.stratml"
}
sweep_diff() { # the two come to nothing, by way of all their rows
    sweep_printed "$1" diff --format=json "$sample" "$canonical"
}
sweep_package() { # FAIL_ON FILE: want of memory is never taken for damage of the file
    total=$(allocations check "$2")
    cp "$err" "$scratch/expected"
    at=1
    while [ "$at" -le "$total" ]; do
        LD_PRELOAD=$shim FAIL_AT=$at FAIL_ON=$1 "$BOARDPACK" check "$2" >"$out" 2>"$err"
        status=$?
        case $status in
        1) cmp "$err" "$scratch/expected" || return 1 ;;
        5) ;;
        *)
            echo "allocation $at of $total: exit status $status: $(head -n 2 "$err")"
            return 1
            ;;
        esac
        at=$((at + $(step_of "$total")))
    done
}
sweep_files() { # FAIL_ON MAY_DIE COMMAND...: into the folder
    fail_on=$1
    may_die=$2
    shift 2
    fresh
    total=$(allocations "$@")
    [ "$total" -gt 10 ] || return 1
    at=1
    bad=0
    while [ "$at" -le "$total" ]; do
        fresh
        LD_PRELOAD=$shim FAIL_AT=$at FAIL_ON=$fail_on "$BOARDPACK" "$@" >"$out" 2>"$err"
        status=$?
        case $status in
        0) whole ;;
        5) whole && says "$err" BP9009 ;;
        139) [ "$may_die" = 1 ] && untouched && whole ;;
        *) false ;;
        esac || {
            echo "allocation $at of $total: exit status $status: $(head -n 2 "$err")"
            bad=$((bad + 1))
        }
        at=$((at + $(step_of "$total")))
    done
    [ $bad = 0 ]
}
sweep_packet() { # FAIL_ON
    sweep_files "$1" 0 packet -q $carried "$sample" -o "$folder/packet.pdf"
}
# cairo 1.16 jumps to nowhere when a polygon's memory is refused.  The process may die of that, and
# must not leave anything behind.
sweep_build() { # FAIL_ON
    sweep_files "$1" 1 build -q $carried "$sample" -o "$folder"
}
told_by_name() { # what a library could not make is named, beside the reason: if memory is left to tell it
    fresh
    total=$(allocations packet -q $carried "$sample" -o "$folder/packet.pdf")
    at=$total
    while [ "$at" -gt $((total / 2)) ]; do
        LD_PRELOAD=$shim FAIL_AT=$at FAIL_ON=0 "$BOARDPACK" packet -q $carried "$sample" -o "$folder/packet.pdf" \
            >"$out" 2>"$err"
        status=$?
        ! grep -q BP9014 "$err" || break
        at=$((at - total / 100 - 1))
    done
    [ $status = 5 ] && says "$err" BP9014 && says "$err" BP9009 && ! grep 'unknown error' "$err"
}
sweep_cap() { # ever more memory: 5 and nothing written, until it is enough
    size=1
    while :; do
        fresh
        "$BOARDPACK" build -q --memory=$size $carried "$sample" -o "$folder" >"$out" 2>"$err"
        status=$?
        [ $status = 0 ] && return 0
        [ $status = 5 ] && untouched && whole || {
            echo "$size MiB: exit status $status"
            return 1
        }
        size=$((size * 2))
        [ $size -lt 2048 ] || return 1
    done
}

# ---- the system ------------------------------------------------------------------------------
inject() { # RULE: a build under strace with one call changed; a job in the background ignores
    # interrupts, and what it starts would too
    env --default-signal=INT,TERM strace -f -qq -o "$scratch/strace" -e trace=write,fsync,rename,renameat,renameat2,openat,mkdir \
        -e inject="$1" "$BOARDPACK" build -q $carried "$sample" -o "$folder" >"$out" 2>"$err"
    status=$?
}
calls() { # how often a call is made
    fresh
    strace -f -qq -o "$scratch/strace" -e trace="$1" "$BOARDPACK" build -q $carried "$sample" -o "$folder" \
        >"$out" 2>"$err"
    grep -c "$1(" "$scratch/strace"
}
fails_with() { # CALL ERROR: at each of its calls
    count=$(calls "$1")
    n=1
    while [ "$n" -le "$count" ]; do
        fresh
        inject "$1:error=$2:when=$n"
        { [ $status = 4 ] || [ $status = 0 ] || [ $status = 3 ]; } && whole || {
            echo "$1 $n of $count: $2: exit status $status"
            return 1
        }
        n=$((n + 1))
    done
    [ "$count" -gt 0 ]
}
carries_on() { # RULE: what a good program does not even notice
    fresh
    inject "$1"
    [ $status = 0 ] && cmp "$folder/packet.pdf" "$good/packet.pdf" && whole
}
dies_at() { # CALL: killed at each of its calls
    count=$(calls "$1")
    n=1
    while [ "$n" -le "$count" ]; do
        fresh
        inject "$1:signal=KILL:when=$n"
        [ $status = 137 ] && whole perhaps || {
            echo "killed at $1 $n of $count: exit status $status"
            return 1
        }
        n=$((n + 1))
    done
    [ "$count" -gt 0 ]
}
missing_font() {
    fresh
    font=$(find /usr/share/fonts -name Lato-Bold.ttf | head -n 1)
    strace -f -qq -o "$scratch/strace" -P "$font" -e inject=access,faccessat,faccessat2,openat,newfstatat,stat:error=ENOENT \
        "$BOARDPACK" build -q $carried "$sample" -o "$folder" >"$out" 2>"$err"
    [ $? = 4 ] && says "$err" BP9003 && says "$err" fonts-lato && untouched && whole
}
ended_by() { # SIGNAL STATUS: temporary files go, old outputs stay
    count=$(calls fsync)
    fresh
    inject "fsync:signal=$1:when=1"
    [ $status = "$2" ] && untouched && whole
}

test_that "one allocation that fails: assess" sweep_assess 0
test_that "no more memory from some point on: assess" sweep_assess 1
test_that "one allocation that fails: CSV and StratML" sweep_folder 0
test_that "no more memory from some point on: CSV and StratML" sweep_folder 1
test_that "one allocation that fails: diff" sweep_diff 0
test_that "no more memory from some point on: diff" sweep_diff 1
for suffix in ods xlsx; do
    test_that "one allocation that fails: .$suffix" sweep_package 0 "tests/packages/gnumeric.$suffix"
    test_that "no more memory from some point on: .$suffix" sweep_package 1 "tests/packages/gnumeric.$suffix"
done
test_that "one allocation that fails: packet" sweep_packet 0
test_that "no more memory from some point on: packet" sweep_packet 1
test_that "one allocation that fails: build" sweep_build 0
test_that "no more memory from some point on: build" sweep_build 1
test_that "what a library could not make is named" told_by_name
test_that "a cap on memory: nothing or all" sweep_cap
if strace -qq -o "$scratch/probe" true 2>"$err"; then
    rename=rename
    [ "$(calls rename)" -gt 0 ] || rename=renameat
    test_that "a disk that fills" fails_with write ENOSPC
    test_that "a disk that breaks" fails_with fsync EIO
    test_that "a name that is refused" fails_with "$rename" EACCES
    test_that "interrupted writes" carries_on write:error=EINTR:when=1+2
    test_that "short writes" carries_on write:retval=1:when=5
    test_that "killed while writing" dies_at write
    test_that "killed while syncing" dies_at fsync
    test_that "killed while renaming" dies_at "$rename"
    test_that "a font that is not installed" missing_font
    test_that "interrupted" ended_by INT 130
    test_that "terminated" ended_by TERM 143
else
    echo "  skipped: strace cannot trace here, so no failing system calls"
fi
closing
