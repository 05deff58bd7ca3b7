#!/bin/sh
# run.sh BUILD PROGRAM...: runs the layering check, the golden tests and each test program, as many at once as there are
# processors; prints what failed and a count. JOBS=1 runs one after another.
build=$1
shift
here=$(dirname "$0")
work=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT INT TERM
export BUILD_DIR="$build" SOURCE_DIR="$here/.." WORK="$work"

for test in "$here"/*/test_*.sh "$@"; do
    echo "$test"
done | xargs -P "${JOBS:-$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)}" -n 1 sh "$here/run_one.sh"

passed=$(cat "$work"/passed-* 2>/dev/null | wc -l) failed=$(cat "$work"/failed-* 2>/dev/null | wc -l)
echo "tests: $((passed)) passed, $((failed)) failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
