#!/bin/sh
# dahui index: makes and describes a cache; find and list say the same with it and without.
dahui=$BUILD_DIR/dahui
case $dahui in /*) ;; *) dahui=$PWD/$dahui ;; esac
articles=$(cd "$SOURCE_DIR/data/articles" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
export XDG_CACHE_HOME="$work/cache" LC_ALL=C.UTF-8
unset DAHUI_LIBRARY

fail() {
    echo "failed: $1"
    exit 1
}

# all: everything that is asked of the folder, in one file.
all() {
    for query in 工会 'place:石家庄' '工会 -妇女' 'year:2019..2022' zhurenweng '/第.次/'; do
        "$dahui" find "$query" "$1"
        "$dahui" find --count "$query" "$1"
        "$dahui" find --articles --limit 3 "$query" "$1"
        "$dahui" find --json "$query" "$1"
    done
    for key in date place ordinal title size; do
        "$dahui" list --sort $key "$1"
    done
}

cp -R "$articles" "$work/lib"
cd "$work" || exit 2
"$dahui" index --status lib | grep -q '^state.none$' || fail 'a state before there is a cache'
all lib > without 2> without.err
[ -e cache ] && fail 'find or list has written a cache'
sleep 0.1
output=$("$dahui" index lib 2>&1) || fail 'index'
[ -z "$output" ] || fail "index prints where there is no terminal: $output"
"$dahui" index --status lib | grep -q '^state.up to date$' || fail 'the state of a new cache'
"$dahui" index --status --json lib | grep -q '"state":"up to date","reports":6,"congresses":5,"files":5,' || fail 'the state as JSON'
all lib > with 2> with.err
cmp without with || fail 'another answer from the cache'
all ./lib/ > with 2> with.err
sed 's|^lib/|./lib/|; s|"file":"lib/|"file":"./lib/|; s|\tlib/|\t./lib/|g' without | cmp - with || fail 'the name of the folder as it was given'

: > lib/empty.txt
printf 'x' > lib/004_27aa59d1629ed0f1.txt
"$dahui" index --status lib | grep -q '^state.out of date$' || fail 'a change is not seen'
DAHUI_SECURE=1 all lib > without 2> without.err
grep -q '^dahui: the cache is not up to date, so all files are read' without.err || fail 'a cache that is not up to date goes without a word'
"$dahui" index --status lib | grep -q '^state.out of date$' || fail 'the cache is written in secure mode'
sleep 0.1
all lib > with 2> with.err
cmp without with || fail 'another answer from the cache after a change'
"$dahui" index --status lib | grep -q '^state.up to date$' || fail 'find and list leave the cache as it is'
grep -q 'not up to date' with.err && fail 'a cache that was brought up to date is said to be none'
output=$("$dahui" index lib 2>&1) || fail 'index after a change'
[ "$output" = "dahui: skipped 'lib/empty.txt': empty file" ] || fail "what index says of an empty file: $output"
all lib > with 2> with.err
cmp without with || fail 'another answer from the cache after a change'
grep -v 'not up to date' without.err | cmp - with.err || fail "other complaints"

"$dahui" index lib/empty.txt 2> words && fail 'index takes a file'
grep -q "^dahui: cannot index 'lib/empty.txt': is no folder$" words || fail 'words for a file'
XDG_CACHE_HOME=/dev/null/x "$dahui" index lib 2> words && fail 'index without a place for the cache'
grep -q "^dahui: cannot make folder '/dev/null/x" words || fail "words for no place: $(cat words)"
exit 0
