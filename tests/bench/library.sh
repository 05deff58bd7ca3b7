#!/bin/sh
# library.sh BUILD REPORTS: what a library of so many made-up reports costs: making and keeping its cache, opening it, finding in it, each
# beside a peer on the same files in the same run.
build=$1
reports=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
export LC_ALL=C.UTF-8 XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state"
lib=$work/library
dahui=$build/dahui

has() {
    command -v "$1" > /dev/null
}

# Seconds that a command takes, by the clock.
seconds() {
    start=$(date +%s%N)
    "$@" > /dev/null 2>&1
    end=$(date +%s%N)
    awk "BEGIN { printf \"%.4f\", ($end - $start) / 1e9 }"
}

# The least of some such numbers.
least() {
    printf '%s\n' "$@" | sort -n | head -n 1
}

say() {
    awk "BEGIN { printf \"$1\\n\", $2 }"
}

mkdir "$lib"
"$build/bench/library" "$lib" "$reports" > "$work/facts" || exit 2
fact() {
    sed -n "s/^$1 //p" "$work/facts"
}
bytes=$(fact bytes)
echo "a library of $reports reports, $bytes bytes"

sleep 1 # the clock of the folders ticks
took=$(seconds "$dahui" index "$lib")
say 'making the cache: %.1f s, %.1f MB/s' "$took, $bytes / 1e6 / $took"
size=$("$dahui" index --status "$lib" | sed -n 's/^size.//p')
say 'the cache: %.1f MB, %.2f of the text' "$size / 1e6, $size / $bytes"
"$build/bench/memory" "$dahui" index "$lib" | sed 's/^/memory of bringing it up to date, MB: /'

few=$((reports < 10000 ? reports : 10000)) # the peers are slow
mkdir "$work/few"
find "$lib" -type f | sort | head -n $few > "$work/names"
mb=$(tr '\n' '\0' < "$work/names" | xargs -0 cat | wc -c | awk '{ print $1 / 1e6 }')
if has sqlite3; then
    {
        echo "CREATE VIRTUAL TABLE report USING fts5(text, tokenize = 'trigram'); CREATE TABLE name(path);"
        echo ".import $work/names name"
        echo "INSERT INTO report SELECT CAST(readfile(path) AS TEXT) FROM name;"
    } > "$work/fts5.sql"
    theirs=$(seconds sh -c "sqlite3 -bail '$work/fts5.db' < '$work/fts5.sql'")
    say '  beside: FTS5 with trigrams, %d of them: %.1f MB/s' "$few, $mb / $theirs"
else
    echo '  sqlite3 is not here to compare with'
fi
if has recollindex; then
    mkdir "$work/recoll" "$work/sample"
    xargs cp -t "$work/sample" < "$work/names"
    printf 'topdirs = %s\n' "$work/sample" > "$work/recoll/recoll.conf"
    theirs=$(seconds recollindex -c "$work/recoll")
    say '  beside: recollindex, %d of them: %.1f MB/s' "$few, $mb / $theirs"
else
    echo '  recollindex is not here to compare with'
fi

all_ours= all_theirs=
for turn in 1 2 3 4 5; do # in turn, so that what else the machine does falls on both
    all_ours="$all_ours $(seconds "$dahui" index "$lib")"
    all_theirs="$all_theirs $(seconds find "$lib" -printf '%s %T@ %p\n')"
done
ours=$(least $all_ours) theirs=$(least $all_theirs)
say 'up to date, nothing changed: %.3f s; find -printf: %.3f s, ratio %.2f' "$ours, $theirs, $ours / $theirs"

"$build/bench/start" 40 "dahui on $reports reports" "$dahui" "$lib" -- 'dahui on five articles' "$dahui" "$here/../../data/articles"
"$build/bench/keys" "${SAMPLES:-200}" dahui "$dahui" "$lib"
sh "$here/peers.sh" "$build" "$lib"
"$build/bench/memory" "$dahui" find --count 会 "$lib" | sed 's/^/memory of find, MB: /'

if has rg; then
    for which in rare rising frequent; do
        words=$(fact $which)
        all_ours= all_theirs=
        for turn in 1 2 3 4 5; do
            ten=$(seconds sh -c 'for i in 1 2 3 4 5 6 7 8 9 10; do "$@"; done' sh "$dahui" find --count "$words" "$lib") # one is as soon over as the clock is read
            all_ours="$all_ours $(awk "BEGIN { print $ten / 10 }")"
            all_theirs="$all_theirs $(seconds rg -F -c "$words" "$lib")"
        done
        ours=$(least $all_ours) theirs=$(least $all_theirs)
        say "find --count, $which ($words, in $("$dahui" find --count "$words" "$lib" | tr '\t' '/')): %.4f s; rg -F -c: %.2f s, ratio %.0f" \
            "$ours, $theirs, $theirs / $ours"
    done
else
    echo 'find: rg is not here to compare with'
fi

all_more=
for turn in 0 1 2; do
    "$build/bench/library" "$lib" 100 1 $((reports + turn * 100)) > /dev/null
    added=$(seconds "$dahui" index "$lib")
    idle=$(seconds "$dahui" index "$lib")
    all_more="$all_more $(awk "BEGIN { print $added - $idle }")"
done
say '100 files added, three times: %.3f s more than where nothing changed' "$(least $all_more)"
