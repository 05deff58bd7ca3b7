#!/bin/sh
# What was marked and noted in one session is listed and exported by others; a file that is there is not written over.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
articles=$(cd "$SOURCE_DIR" && pwd)/data/articles
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
failed=0
fail() { echo "failed: $1"; failed=1; }

"$dahui" marks --state "$folder/state" && fail 'marks where there are none'
"$dahui" snap --lang en --state "$folder/state" --keys '<Enter> maa*甲*<Enter>乙<Enter><Enter>' "$articles" >/dev/null || fail snap
"$dahui" marks --state "$folder/state" >marks || fail marks
[ "$(wc -l <marks)" -eq 2 ] || fail 'two marks'
grep -q '^a	石家庄市栾城区工会第二次代表大会胜利召开	[0-9]*	.' marks || fail 'the letter, title, paragraph and words of a mark'
"$dahui" marks --json --state "$folder/state" | grep -q '"text": *"\*甲\*\\n乙"' || fail 'the lines of a note in JSON'
"$dahui" export --state "$folder/state" >export || fail export
grep -q '^## 石家庄' export && grep -q '^\\\*甲\\\*$' export && grep -q '^乙$' export && grep -q '^> ' export || fail 'the Markdown'
grep -q '^> — 《石家庄市栾城区工会第二次代表大会胜利召开》, 2022-0[23]-[0-9]*, ¶[0-9]' export || fail 'the citation'
"$dahui" marks --json --state "$folder/state" | grep -q '"date": *"2022-0' || fail 'the date in JSON'
# Another session goes there.
"$dahui" snap --lang en --state "$folder/state" --keys "<Enter>g'a" "$articles" >there
"$dahui" snap --lang en --state "$folder/state" --keys "<Enter> " "$articles" >elsewhere
cmp -s there elsewhere && fail 'a mark that leads nowhere'
"$dahui" snap --lang en --state "$folder/state" --keys ':export<Enter>' "$articles" | grep -q 'dahui-notes.md' || fail ':export'
cmp -s dahui-notes.md export || fail 'the file is what the command prints'
echo mine >dahui-notes.md
"$dahui" snap --lang en --state "$folder/state" --keys ':export<Enter>' "$articles" | grep -q 'there already' || fail 'a file that is there'
[ "$(cat dahui-notes.md)" = mine ] || fail 'written over'
"$dahui" snap --lang en --state "$folder/state" --keys ':export!<Enter>' "$articles" >/dev/null
[ "$(cat dahui-notes.md)" = mine ] && fail 'export! writes over it'
for way in DAHUI_SECURE=1 DAHUI_SECURE=yes LESSSECURE=1; do
    env $way "$dahui" snap --lang en --state "$folder/state" --keys ':export x.md<Enter>' "$articles" | grep -q secure || fail 'secure mode'
    [ -e x.md ] && fail "$way writes a file"
done
exit $failed
