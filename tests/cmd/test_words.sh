#!/bin/sh
# Every message is in both catalogues, and no word of Chinese stands in the sources of screens and commands.
cd "$SOURCE_DIR" || exit 2
failed=0
# In bytes: the first of each character from U+4000 to U+9FFF.
if LC_ALL=C grep -nE "$(printf '"[^"]*[\344-\351]')" src/ui/*.c src/page/*.c src/cmd/*.c | LC_ALL=C sed 's|/[*].*||' |
    LC_ALL=C grep -E "$(printf '"[^"]*[\344-\351]')"; then
    echo "words: Chinese in the sources; write English through tr() and translate it in data/po"
    failed=1
fi
command -v xgettext > /dev/null && command -v msgcmp > /dev/null || exit $failed
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
make --no-print-directory -s BUILD="$work" "$work/dahui.pot" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
for po in data/po/*.po; do
    if ! msgcmp --use-untranslated "$po" "$work/dahui.pot" > "$work/log" 2>&1 || [ -n "$(msgattrib --untranslated --no-obsolete "$po")" ]; then
        cat "$work/log"
        msgattrib --untranslated --no-obsolete "$po"
        echo "words: $po lacks messages: make words, then translate"
        failed=1
    fi
done
exit $failed
