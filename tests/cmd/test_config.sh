#!/bin/sh
# The configuration file as the program sees it: read back it changes nothing; faults are told with their lines; folders are the library.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
data=$(cd "$SOURCE_DIR" && pwd)/data/articles
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
export LC_ALL=C.UTF-8 XDG_CONFIG_HOME="$work/config" HOME="$work/home"
unset DAHUI_LIBRARY
mkdir -p "$work/config/dahui" "$work/home/reports"
file=$work/config/dahui/config.ini
fail() {
    echo "config: $*"
    exit 1
}

# Whatever stands in the file, what is printed of it is a fixed point, and has no faults.
round() {
    "$dahui" --print-config > "$work/once" 2> "$work/err" || fail "no output"
    cp "$work/once" "$file"
    "$dahui" --print-config > "$work/twice" 2> "$work/err"
    diff "$work/once" "$work/twice" || fail "read back it is another"
    [ ! -s "$work/err" ] || fail "what it prints is at fault: $(cat "$work/err")"
}
round
cat > "$file" <<'END'
[reader]
measure = 30
theme = light
order = date
[library]
folder = ~/reports
[keys]
next-section = > xy
outline =
[colors]
hit = 208 on bright-blue bold
text = default on default
END
round
grep -qx 'next-section = > xy' "$work/twice" || fail "the keys are lost"
grep -qx 'hit = 208 on bright-blue bold' "$work/twice" || fail "the colours are lost"

printf '[keys]\nnonsense = x\ndown = <Nothing>\nstar = j\n[colors]\nhits = red\nhit = blak\n' > "$file"
"$dahui" --print-config > /dev/null 2> "$work/err"
cat > "$work/want" <<'END'
dahui: line 2: no action 'nonsense' in [keys]
dahui: line 3: '<Nothing>' is no key
dahui: line 4: 'j' is a key of 'down' too
dahui: line 6: no style 'hits' in [colors]
dahui: line 7: 'blak' is no colour
END
diff "$work/want" "$work/err" || fail "other warnings"
"$dahui" snap --lang en --size 90x5 "$data" > "$work/out"
grep -q "config.ini: line 2: no action 'nonsense' in \[keys\] (and 4 more" "$work/out" || fail "the reader does not say so"
"$dahui" snap --lang en --size 90x5 --keys k "$data" > "$work/out"
grep -q "config.ini" "$work/out" && fail "the reader says so for ever"

# Keys, order and folders hold in the reader.
cp "$data"/00[12]*.txt "$work/home/reports"
printf '[library]\nfolder = ~/reports\n[keys]\nquit = x\ndown = <F1>\nhelp = <C-x>\n[reader]\norder = date\n' > "$file"
[ "$("$dahui" list | wc -l)" -eq 3 ] || fail "the folder is not the library"
[ "$("$dahui" find --count 工会 | cut -f 1)" -eq 3 ] || fail "find does not look there"
[ "$("$dahui" list "$data" | wc -l)" -gt 3 ] || fail "a path does not come first"
[ "$(DAHUI_LIBRARY=$data "$dahui" list | wc -l)" -gt 3 ] || fail "DAHUI_LIBRARY does not come before"
"$dahui" snap --lang en --size 60x8 --styles --keys '<F1><F1>' | grep -q '^cursor 3 0' || fail "a key does not do what it is told"
"$dahui" snap --lang en --size 60x8 | sed -n 2p | grep -q 2017 || fail "the order is another"
[ -z "$("$dahui" snap --keys x)" ] || fail "x does not quit"
