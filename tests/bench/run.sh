#!/bin/sh
# run.sh BUILD: prints what things cost, each beside a peer in the same run. The figures are to be read; it fails only where there are none.
build=$1
here=$(cd "$(dirname "$0")" && pwd)
articles=$here/../../data/articles
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
export LC_ALL=C.UTF-8
failed=0
one_core=$(command -v taskset > /dev/null && echo 'taskset -c 0')

# Seconds that a command takes, by the clock.
seconds() {
    start=$(date +%s%N)
    "$@" > /dev/null 2>&1
    end=$(date +%s%N)
    awk "BEGIN { printf \"%.3f\", ($end - $start) / 1e9 }"
}

# The largest memory of a command, in MB, where the kernel tells.
memory() {
    "$build/bench/memory" "$@"
}

if command -v less > /dev/null; then
    "$build/bench/start" 20 'dahui on five articles' "$build/dahui" "$articles" -- 'less on one of them' less "$articles/004_27aa59d1629ed0f1.txt"
else
    echo 'first screen: less is not here to compare with'
fi

$one_core "$build/bench/lines" 20 "$work/lines.txt"
mkdir "$work/large"
awk 'BEGIN { print "某市工会第三次代表大会开幕\n"
    for (n = 0; n < 100000000; n += 126) printf "第%d项,会议指出,全市各级工会组织要围绕中心、服务大局,团结带领广大职工建功立业。\n\n", ++i }' > "$work/large/100mb.txt"
if command -v less > /dev/null; then
    export XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state"
    UNTIL=会议指出 "$build/bench/start" 10 'dahui on a report of 100 MB' "$build/dahui" "$work/large/100mb.txt" -- 'less on it' less "$work/large/100mb.txt"
    mkdir "$work/folder"
    head -c 20000000 "$work/large/100mb.txt" > "$work/folder/20mb.txt"
    "$build/dahui" index "$work/folder"
    UNTIL=会议指出 "$build/bench/start" 10 'dahui on a folder with one of 20 MB' "$build/dahui" "$work/folder" -- 'less on it' less "$work/folder/20mb.txt"
    unset XDG_CACHE_HOME XDG_STATE_HOME
    UNTIL=枝江市 "$build/bench/start" 10 'dahui on a small one' "$build/dahui" "$articles/004_27aa59d1629ed0f1.txt" -- \
        'less on it' less "$articles/004_27aa59d1629ed0f1.txt"
fi
rm -rf "$work/large" "$work/folder" "$work/cache"

# A report of some hundred lines: the paragraphs of two, some rounds of them, each marked, since what comes twice is left out.
for round in 一 二 三 四 五 六; do
    cat "$articles"/003* "$articles"/004* | awk -v round=$round 'BEGIN { if (round == "一") print "某市工会第三次代表大会开幕\n" }
        length($0) > 150 { sub(/,/, ",第" round "次,"); print $0 "\n" }'
done > "$work/long.txt"

# Bytes at two sizes, the state empty each time: costs NAME LINE-KEY PAGE-KEY START-KEYS COMMAND...
costs() {
    for size in 80x24 120x40; do
        rm -rf "$work/home"
        mkdir "$work/home"
        HOME=$work/home XDG_STATE_HOME=$work/home XDG_CACHE_HOME=$work/home "$build/bench/bytes" $size "$@" || failed=1
    done
}

program=$(cd "$build" && pwd)/dahui
costs 'dahui, the text alone' j ' ' "$(printf '\rO')" "$program" "$work/long.txt"
costs 'dahui, beside its list where there is room' j ' ' "$(printf '\r')" "$program" "$work/long.txt"
for peer in less tig; do
    if path=$(command -v $peer); then
        costs "$peer" "$(printf '\005')" ' ' '' /bin/sh -c "exec $path < $work/long.txt"
    else
        echo "$peer: is not here to compare with"
    fi
done
if path=$(command -v newsboat); then
    awk 'BEGIN { print "<rss version=\"2.0\"><channel><title>A</title><item><title>B</title><description><![CDATA[" } /./ { print "<p>" $0 "</p>" }
        END { print "]]></description></item></channel></rss>" }' "$work/long.txt" > "$work/feed.xml"
    echo "file://$work/feed.xml" > "$work/urls"
    printf 'bind-key j down article\nbind-key SPACE pagedown article\n' > "$work/newsboat.conf"
    costs 'newsboat' j ' ' "$(printf 'r\r\r')" "$path" -q -u "$work/urls" -C "$work/newsboat.conf" -c "$work/feed.db"
else
    echo 'newsboat: is not here to compare with'
fi

mkdir "$work/many"
i=0
while [ $i -lt 2000 ]; do
    for article in "$articles"/*.txt; do
        echo "$article" "$work/many/$i-${article##*/}"
    done
    i=$((i + 1))
done | while read -r from to; do cp "$from" "$to"; done
mb=$(cat "$work"/many/* | wc -c | awk '{ printf "%.1f", $1 / 1e6 }')
ours=$(seconds $one_core "$build/dahui" list --json "$work/many")
theirs=$(cd "$work/many" && seconds $one_core sh -c 'cat ./* | iconv -f UTF-8 -t UTF-16LE | iconv -f UTF-16LE -t UTF-8 | wc -m')
both=$(seconds "$build/dahui" list --json "$work/many")
awk "BEGIN { printf \"cleaning 10,000 reports, %s MB, one core: %.2f s (%.1f MB/s); iconv and wc -m: %.2f s, ratio %.1f; all cores: %.2f s\n\", \
    \"$mb\", $ours, $mb / $ours, $theirs, $ours / $theirs, $both }"
printf 'cleaning 10,000 reports, memory: %s MB\n' "$(memory "$build/dahui" list --json "$work/many")"

for kb in 1 10 100 1000 10000 100000; do
    awk -v bytes=$((kb * 1000)) 'BEGIN { line = "会议指出,全市各级工会组织要围绕中心、服务大局,团结带领广大职工建功立业。\n\n"
        for (n = 0; n < bytes; n += 109) printf "%s", line }' > "$work/large.txt"
    took=$(seconds $one_core "$build/dahui" list --json "$work/large.txt")
    awk "BEGIN { printf \"cleaning one file of %d KB: %.3f s, %.1f MB/s\n\", $kb, $took, $kb / 1000 / $took }"
done
exit $failed
