#!/bin/sh
# What a session keeps for the next one, of the list and of questions.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
articles=$(cd "$SOURCE_DIR" && pwd)/data/articles
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
failed=0
fail() { echo "failed: $1"; failed=1; }
snap() { "$dahui" snap --lang en --state "$folder/state" --size 60x10 --keys "$1" "${2:-$articles}"; }

# The order, its direction, the form and what narrows it: shown again, until the question is taken back.
snap 'oozz&year:2019<Enter>' >left
snap '' >found
cmp -s left found || fail 'the list is not as it was left'
head -3 found | tail -1 | grep -q 2019-04-23 && grep -q '&year:2019  1/2 reports (of 6) · 1 congresses' found || fail 'the list as it was left'
"$dahui" snap --lang en --size 60x10 --keys 'oozz' "$articles" >whole
snap '<Esc>' | sed '$d' >found
sed '$d' whole | cmp -s - found || fail 'Esc takes the question back'
snap '' | grep -q "&year"  && fail 'a question that was taken back'

# Of another library the order is the same, the question its own; whoever asks for a report gets it.
mkdir other && cp "$articles"/* other
snap '&year:2024<Enter>' other >/dev/null
snap '' | sed '$d' | cmp -s - found || fail 'the order in a library'
snap '' other | grep -q '1/1 reports (of 6)' || fail 'the question of another'
"$dahui" snap --lang en --state state --keys '' 'other#1:3:0' | grep -q '^ [1-6]/6 ' || fail 'a place behind an old question'
mkdir config && printf '[reader]\norder = title\n' >config.ini && mkdir -p c/dahui && cp config.ini c/dahui
XDG_CONFIG_HOME=$folder/c "$dahui" snap --lang en --state state --keys '' "$articles" >titles
"$dahui" snap --lang en --state state --keys '' "$articles" | cmp -s - titles && fail 'the order of the configuration'

# The script that reports are shown in, unless the configuration or an option says which; a key clears what is said where there is no OpenCC.
snap 's' >/dev/null
snap '<Enter>j' | tail -1 | grep -q '\[trad.\]' || fail 'the script'
"$dahui" snap --lang en --state state --script as-written --keys '<Enter>j' "$articles" | tail -1 | grep -q '\[trad.\]' && fail 'the script of an option'
snap 'ss' >/dev/null
snap '<Enter>j' | tail -1 | grep -q '\[trad.\]' && fail 'the script as it was written'

# Questions of the list, of a report and of the library are one history; the last one is there at the next start.
snap '<Enter>/主力军<Enter>' >/dev/null
snap '\' | tail -1 | grep -q '^\\主力军' || fail 'the last question at the prompt'
snap '\<Up>' | tail -1 | grep -q '^\\year:2024' || fail 'the one before it'
snap '\y<Up>' | tail -1 | grep -q '^\\year:2024' || fail 'one that begins so'
snap '\y<Up><Up><Down><Down>' | tail -1 | grep -q '^\\y ' || fail 'back to what was typed'
snap '&<Enter><Enter>n' | tail -1 | grep -q '主力军 1/' || fail 'n without a question'
snap '<Enter>/<Enter>' | tail -1 | grep -q '主力军 1/' || fail 'an empty search'
[ "$(snap '<Enter>/<Enter><Snap>/<Enter>' | grep -c '主力军 [12]/')" = 2 ] || fail 'an empty search goes on'
snap '\代表<Enter>' >/dev/null
snap '\' | tail -1 | grep -q '^\\代表' || fail 'the latest'
# Commands have a history of their own.
snap ':people<Enter>q:<Up>' | tail -1 | grep -q '^:people' || fail 'the last command'
snap ':people<Enter>q\<Up>' | tail -1 | grep -q people && fail 'a command among questions'
# Where nothing is kept nothing is found.
"$dahui" snap --lang en --keys '\' "$articles" | tail -1 | grep -q "^\\\\$" || fail 'without a state'
exit $failed
