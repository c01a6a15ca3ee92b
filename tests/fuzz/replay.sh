#!/bin/sh
# Each fuzz target on its corpus, tests/fuzz/corpus/NAME/*: replay.sh NAME...
suite=replay
. tests/lib.sh
for name in "$@"; do
    set -- tests/fuzz/corpus/"$name"/*
    test_that "$name survives its corpus" "$BUILD/$CONFIG/replay/$name" "$@"
done
closing
