#!/bin/sh
# The sources keep to the layers, and the check finds planted faults.
here=$(dirname "$0")
sh "$here/layers.sh" "$here/../../src" || exit 1

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM

# plant FILE LINE: a copy of the sources with one more include must be refused, by a message that names the file.
plant() {
    rm -rf "$work/src"
    cp -R "$here/../../src" "$work/src"
    printf '%s\n' "$2" >> "$work/src/$1"
    if output=$(sh "$here/layers.sh" "$work/src" 2>&1); then
        echo "planted in $1, not found: $2"
        exit 1
    fi
    case $output in
    *"$3"*) ;;
    *) echo "planted in $1: $2: the message does not say '$3': $output"; exit 1 ;;
    esac
}
plant article/article.c '#include "host/file.h"' 'article/article.c'
plant text/utf8.c '#include <locale.h>' 'text/utf8.c'
plant base/str.h '#include "base/arena.h"' 'loop'
plant base/arena.c '#include "text/utf8.h"' 'base/arena.c'
plant text/han.c '#include "han.h"' 'without its folder'
