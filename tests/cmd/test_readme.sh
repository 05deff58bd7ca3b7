#!/bin/sh
# The pictures in the README are what the program shows. A picture is a block of ``` behind a line <!-- snap ARGUMENTS -->, and what stands
# there is what `dahui snap ARGUMENTS` prints. UPDATE=1 draws them anew: look at the difference before you keep it.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
cd "$SOURCE_DIR" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
unset DAHUI_LIBRARY NO_COLOR LANGUAGE
export LC_ALL=C.UTF-8

# The README with each picture drawn anew.
seen=0
in_picture=
while IFS= read -r line; do
    case $line in
    '<!-- snap '*' -->')
        arguments=${line#'<!-- snap '}
        arguments=${arguments%' -->'}
        printf '%s\n```\n' "$line"
        eval "\"$dahui\" snap $arguments" < /dev/null || echo "snap failed: $arguments"
        echo '```'
        in_picture=head
        ;;
    '```')
        case $in_picture in
        head) in_picture=body ;;
        body) in_picture= ;;
        *) printf '%s\n' "$line" ;;
        esac
        ;;
    *) [ -n "$in_picture" ] || printf '%s\n' "$line" ;;
    esac
done < README.md > "$work/README.md"

seen=$(grep -c '^<!-- snap ' README.md)
if [ -n "${UPDATE:-}" ]; then
    cp "$work/README.md" README.md
else
    diff -u README.md "$work/README.md" || exit 1
fi
[ "$seen" -gt 0 ] || { echo "the README has no picture"; exit 1; }
