#!/bin/sh
# The built program from outside: one script a topic, each counts its own tests.
failed=0
for script in tests/e2e/[0-9]*.sh; do
    sh "$script" || failed=1
done
exit $failed
