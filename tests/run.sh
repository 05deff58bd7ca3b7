#!/bin/sh
# run.sh BUILD PROGRAM...: runs the layering check, the golden tests and each test program; prints what failed and a count.
build=$1
shift
here=$(dirname "$0")
passed=0 failed=0
export BUILD_DIR="$build" SOURCE_DIR="$here/.."
# What the tester has set, marked or indexed is neither seen nor touched.
home=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$home"; rm -rf "$home"' EXIT INT TERM
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache"

try() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s\n--- failed: %s\n' "$output" "$name"
    fi
}

for script in "$here"/*/test_*.sh; do
    [ -e "$script" ] && try "${script#"$here"/}" sh "$script"
done
for program; do
    try "${program#"$build"/tests/}" "$program"
done
echo "tests: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
