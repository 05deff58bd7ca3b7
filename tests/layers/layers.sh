#!/bin/sh
# layers.sh [SRC]: holds the #include lines of the sources against tests/layers.txt, and fails on a circle of folders or of headers.
# Prints each include that is not allowed. Exit 0: none.
here=$(dirname "$0")
src=${1:-$here/../../src}
plain=' assert.h ctype.h errno.h inttypes.h limits.h stdalign.h stdarg.h stdbool.h stddef.h stdint.h stdio.h stdlib.h string.h strings.h wchar.h '
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM

cd "$src" || exit 2
grep -rnE '^[[:space:]]*#[[:space:]]*include' --include='*.[ch]' . |
    sed -nE 's|^\./([^:]*):([0-9]+):[[:space:]]*#[[:space:]]*include[[:space:]]*([<"])([^">]*)[">].*|\1 \2 \3 \4|p' > "$work/includes"
[ -s "$work/includes" ] || { echo "layers: no #include found below '$src'" >&2; exit 2; }
case $here in /*) ;; *) here=$OLDPWD/$here ;; esac

awk -v plain="$plain" '
    FNR == NR {
        if ($0 !~ /^#/ && NF) {
            split($0, half, "|")
            split(half[1], name, ":")
            known[name[1]] = 1
            ours[name[1]] = " base " name[1] " gen " name[2] " "
            system_headers[name[1]] = plain half[2] " "
        }
        next
    }
    {
        folder = $1
        if (!sub("/[^/]*$", "", folder)) { folder = $1; sub("[.][ch]$", "", folder) }
        if (!(folder in known)) { print $1 ":" $2 ": a folder that layers.txt does not know"; bad = 1; next }
        if ($3 == "<") {
            if (index(system_headers[folder], " " $4 " ") == 0) { print $1 ":" $2 ": " folder " may not include <" $4 ">"; bad = 1 }
        } else {
            to = $4
            if (!sub("/.*$", "", to)) { print $1 ":" $2 ": include \"" $4 "\" without its folder"; bad = 1; next }
            if (index(ours[folder], " " to " ") == 0) { print $1 ":" $2 ": " folder " may not include \"" $4 "\""; bad = 1 }
        }
    }
    END { exit bad }
' "$here/layers.txt" "$work/includes" || status=1

# Circles: of folders, and of headers (a .c file stands for its header).
awk '$3 == "\"" { from = $1; sub("/[^/]*$", "", from); to = $4; sub("/[^/]*$", "", to); if (from != to) print from, to }' \
    "$work/includes" | sort -u | tsort > /dev/null || status=1
awk '$3 == "\"" { from = $1; sub("[.]c$", ".h", from); if (from != $4) print from, $4 }' "$work/includes" | sort -u | tsort > /dev/null || status=1
exit ${status:-0}
