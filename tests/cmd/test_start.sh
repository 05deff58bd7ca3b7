#!/bin/sh
# Where the reader begins: +/QUERY, FILE#N and places; a file that is really named so; completion; DAHUI_SECURE.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
data=$(cd "$SOURCE_DIR" && pwd)/data/articles
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
export LC_ALL=C.UTF-8
two=$data/001_14ea4aebc46b8507.txt
fail() {
    echo "start: $*"
    exit 1
}
shows() {
    want=$1
    shift
    "$dahui" snap --lang en --size 80x12 "$@" > "$work/out" 2>&1
    grep -q -- "$want" "$work/out" || { cat "$work/out"; fail "no '$want' with $*"; }
}
shows '^ *2/2 .*闭幕' "$two#2"
shows '^ *1/2 .*开幕' "$two#1"
shows '职工 1/[0-9]* hits' +/职工 "$two"
shows 'not found: 此语必无' +/此语必无 "$two"
shows '职工 1/[0-9]* hits' "$two#2" +/职工
# Each place that find prints is in sight when the reader opens there.
"$dahui" find 主力军 "$two" | head -3 | while IFS= read -r line; do
    place=${line%%: *}
    "$dahui" snap --lang en --size 80x12 "$place" | tr -d '\n ' | grep -q 主力军 || fail "not at $place"
done || exit 1
shows 2/2 "$two#2:99999:99999"
shows 2/2 "$two#2:-1:0"
cp "$data/004_27aa59d1629ed0f1.txt" "$work/a.txt#2"
cp "$two" "$work/a.txt"
shows 枝江 "$work/a.txt#2"
for bad in '#0' '#x' '#2:' '#2:3:' '#2:3:4:5' '#-1'; do
    "$dahui" snap "$two$bad" > "$work/out" 2>&1 && fail "'$bad' is taken"
done
"$dahui" snap "$two#9" > "$work/out" 2>&1 # no such report: the list is shown

for shell in bash zsh fish; do
    "$dahui" --completion $shell > "$work/$shell" || fail "no completion for $shell"
    for option in $("$dahui" --help | sed -n 's/^  \(-., \)\{0,1\}--\([a-z-]*\).*/\2/p'); do
        grep -q -- "$option" "$work/$shell" || fail "$shell: no --$option"
    done
    command -v $shell > /dev/null && { $shell -n "$work/$shell" || fail "$shell does not read it"; }
done
"$dahui" --completion csh && fail "completion for csh"

# Nothing is written outside the state folder.
mkdir -p "$work/home" "$work/reports"
cp "$data"/*.txt "$work/reports"
export HOME="$work/home" XDG_CACHE_HOME="$work/home/cache" XDG_STATE_HOME="$work/home/state"
DAHUI_SECURE=1 "$dahui" index "$work/reports" 2> /dev/null && fail "an index is made though DAHUI_SECURE is set"
LESSSECURE=1 "$dahui" snap "$work/reports" > /dev/null || fail "the reader does not start"
[ ! -e "$work/home/cache" ] || fail "something is written"
"$dahui" index "$work/reports" 2> /dev/null || fail "no index is made"
exit 0
