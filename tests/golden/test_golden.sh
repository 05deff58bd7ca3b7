#!/bin/sh
# Golden tests: NAME.cmd holds a command line of dahui (NAME=VALUE before it goes to its environment), NAME.out what it prints (and, at the end, its errors and exit status).
# Run in the source folder. UPDATE=1 writes the .out files anew: look at the difference before you keep it.
here=$(cd "$(dirname "$0")" && pwd)
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
cd "$here/../.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
failed=0 seen=0
unset DAHUI_LIBRARY NO_COLOR
export LC_ALL=C.UTF-8
for cmd in "$here"/*.cmd; do
    name=${cmd%.cmd}
    seen=$((seen + 1))
    line=$(cat "$cmd") environment=
    case $line in [A-Z]*=*\ *) environment=${line%% *} line=${line#* } ;; esac
    eval "$environment \"$dahui\" $line" > "$work/out" 2> "$work/err" < /dev/null
    status=$?
    [ -s "$work/err" ] && sed 's/^/[error] /' "$work/err" >> "$work/out"
    [ "$status" -ne 0 ] && echo "[exit $status]" >> "$work/out"
    if [ -n "${UPDATE:-}" ]; then
        cp "$work/out" "$name.out"
    elif ! diff -u "$name.out" "$work/out"; then
        echo "golden: ${name##*/}: dahui $(cat "$cmd")"
        failed=1
    fi
done
[ "$seen" -gt 0 ] && exit $failed
