#!/bin/sh
# Bad input gets its own message, the rest is still read, and nothing blocks.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
work=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT INT TERM
cd "$work" || exit 2
export LC_ALL=C.UTF-8
good='某市工会第三次代表大会召开\n\n4月1日,大会在市会堂召开。\n'

fail() {
    echo "bad input: $1: $2"
    [ -f out ] && sed 's/^/  out: /' out
    [ -f err ] && sed 's/^/  err: /' err
    exit 1
}

# expect NAME STATUS MESSAGE ARGUMENT...: `dahui list` ends with the status within 10 s and says the message; what is good is listed.
expect() {
    name=$1 status=$2 message=$3
    shift 3
    timeout 10 "$dahui" list "$@" good.txt > out 2> err < /dev/null
    got=$?
    [ "$got" -eq "$status" ] || fail "$name" "status $got"
    [ -z "$message" ] || grep -qF -- "$message" err || fail "$name" "no message: $message"
    grep -qF '某市工会第三次代表大会召开' out || fail "$name" "the good file is not listed"
    if LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" out err; then fail "$name" "a control character came out"; fi
}

printf "$good" > good.txt
expect good 0 ''
expect missing 2 "dahui: cannot open 'none.txt': No such file or directory" none.txt
: > empty.txt
expect empty 2 "dahui: cannot read 'empty.txt': empty file" empty.txt
printf ' \n\t\n' > blank.txt
expect blanks 2 "dahui: cannot read 'blank.txt': nothing but blanks" blank.txt
mkfifo pipe
expect fifo 2 "dahui: cannot read 'pipe': is a named pipe" pipe
expect device 2 "dahui: cannot read '/dev/zero': is a device" /dev/zero
ln -s two one
ln -s one two
expect 'loop of links' 2 "dahui: cannot open 'one': Too many levels of symbolic links" one
mkdir -p folder/deeper none
ln -s .. folder/deeper/up
printf '另一市工会第二次代表大会开幕\n\n今天,大会开幕。\n' > folder/deeper/other.txt
expect 'loop of folders' 0 "skipped 'folder/deeper/up': a folder that was visited already by another name" folder
grep -qF '另一市' out || fail 'loop of folders' 'the file in it is not listed'
expect 'no article' 2 "dahui: no article in 'none'" none
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' > picture.png
expect picture 2 "dahui: cannot read 'picture.png':" picture.png
if [ "$(id -u)" -ne 0 ]; then
    printf "$good" > secret.txt
    chmod 000 secret.txt
    expect 'no permission' 2 "dahui: cannot open 'secret.txt': Permission denied" secret.txt
fi
truncate -s 300M huge.txt
expect 'too large' 2 "dahui: cannot read 'huge.txt': larger than 256 MiB" huge.txt
name=$(printf 'a\033]0;b\007c\303.txt')
printf "$good" > "$name"
expect 'name with controls' 0 '' "$name"
grep -qF 'a\x1b]0;b\x07c\c3.txt#1' out || fail 'name with controls' 'not escaped'

# Dirt within a text is marked, and the rest is there.
# marked NAME PATTERN: what `show` prints holds the pattern.
marked() {
    timeout 10 "$dahui" show dirt.txt > out 2> err || fail "$1" "status $?"
    grep -q -- "$2" out || fail "$1" "no '$2'"
}
printf '某市工会第三次代表大会召开\n\n今天,大会\000在会堂召开,\033[31m代表\302\233出席\342\200\256。\n' > dirt.txt
marked 'NUL, ESC, C1, bidi' '大会␀在会堂召开,␛\[31m代表�出席�。'
printf '某市工会第三次代表大会召开\n\n今天,\345\267大会在会堂召开\377,代表出席。\n' > dirt.txt
marked 'broken UTF-8' '今天,�大会在会堂召开�,代表出席。'
printf '某市工会第三次代表大会召开\n\n今天,大会在会堂召开,代表二百名出席了大会。' | iconv -f UTF-8 -t GB18030 | head -c -1 > dirt.txt
marked 'cut GB18030' '代表二百名出席了大会�'
