#!/bin/sh
# The five articles in other encodings, with and without a mark of order, with other line ends: the same reports.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
root=$(cd "$SOURCE_DIR" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
export LC_ALL=C.UTF-8
compared=0

# What a file yields, without the fields that tell of the file itself.
report() {
    "$dahui" show --json "$1" | sed 's/"file":"[^"]*"//; s/"encoding":"[^"]*"//'
}

# same NAME: $work/capture gives what $work/want holds, read as the encoding says.
same() {
    report "$work/capture" > "$work/got" || { echo "encodings: $1: not read"; exit 1; }
    cmp -s "$work/want" "$work/got" || { echo "encodings: $1: another report"; diff "$work/want" "$work/got" | cut -c1-400; exit 1; }
    "$dahui" list --json "$work/capture" | grep -q "\"encoding\":\"$2\"" || { echo "encodings: $1: not told as $2"; exit 1; }
    compared=$((compared + 1))
}

for article in "$root"/data/articles/*.txt; do
    name=${article##*/}
    report "$article" > "$work/want"
    [ -s "$work/want" ] || { echo "encodings: $name: no report"; exit 1; }
    for encoding in GB18030 UTF-16LE UTF-16BE; do
        iconv -f UTF-8 -t $encoding "$article" > "$work/capture" || exit 1
        same "$name in $encoding" $encoding
    done
    { printf '\357\273\277'; cat "$article"; } > "$work/capture"
    same "$name with BOM" UTF-8
    { printf '\377\376'; iconv -f UTF-8 -t UTF-16LE "$article"; } > "$work/capture"
    same "$name in UTF-16LE with BOM" UTF-16LE
    sed 's/$/\r/' "$article" > "$work/capture"
    same "$name with CRLF" UTF-8
done

# Big5 has no toned vowels: the traditional article without its annotations.
"$dahui" show --source "$root/data/articles/002_a91f9b725c2b1236.txt" | sed 's/(\([^)]*[^ -~][^)]*\))/\1/g; s/[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]*//g; s/[?]//g' |
    iconv -f UTF-8 -t BIG5 -c | iconv -f BIG5 -t UTF-8 > "$work/big5.txt"
report "$work/big5.txt" > "$work/want"
iconv -f UTF-8 -t BIG5 "$work/big5.txt" > "$work/capture" || exit 1
same 'the traditional article in Big5' BIG5
[ "$compared" -eq 31 ]
