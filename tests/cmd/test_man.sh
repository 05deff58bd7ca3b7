#!/bin/sh
# The manual pages know every command, option, setting, key and style of the program, with its value at first; mandoc has nothing to say of them.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
man=$SOURCE_DIR/data/man
export LC_ALL=C
failed=0

# wants PAGE LINE: this very line must stand in the page.
wants() {
    grep -qxF -- "$2" "$man/$1" || { echo "man: no line '$2' in $1"; failed=1; }
}
"$dahui" --help > "${TMPDIR:-/tmp}/help.$$" && "$dahui" --print-config > "${TMPDIR:-/tmp}/config.$$" || exit 1
trap 'rm -f "${TMPDIR:-/tmp}/help.$$" "${TMPDIR:-/tmp}/config.$$"' EXIT INT TERM
for option in $(sed -n 's/^  \(-., \)\{0,1\}--\([a-z-]*\).*/\2/p' "${TMPDIR:-/tmp}/help.$$"); do
    grep -qE "^\.It (Fl [hV] , )?Fl -$option( |\$)" "$man/dahui.1" || { echo "man: no option --$option in dahui.1"; failed=1; }
done
for command in $(sed -n 's/^dahui \([a-z]*\) .*/\1/p' "${TMPDIR:-/tmp}/help.$$"); do
    grep -q "^\.It Cm $command " "$man/dahui.1" || { echo "man: no command $command in dahui.1"; failed=1; }
done
section=
while IFS= read -r line; do
    case $line in
    '['*) section=$line ;;
    *' = '*)
        name=${line%% = *}
        name=${name#\# }
        [ "$section" = "[colors]" ] || wants dahui-config.5 ".It Ic $name"
        [ "$section" != '[colors]' ] || wants dahui-config.5 ".Ic $name"
        [ "$section" != '[reader]' ] || wants dahui-config.5 "At first: ${line#* = }."
        [ "$section" != '[keys]' ] || grep -qF -- ".Ql $(printf '%s' "${line#* = }" | sed 's/\\/\\e/g')" "$man/dahui-config.5" ||
            { echo "man: other keys for $name in dahui-config.5"; failed=1; } ;;
    esac
done < "${TMPDIR:-/tmp}/config.$$"
if command -v mandoc > /dev/null; then
    mandoc -Tlint -Wwarning "$man/dahui.1" "$man/dahui-config.5" || failed=1
fi
exit $failed
