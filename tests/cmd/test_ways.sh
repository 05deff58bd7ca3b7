#!/bin/sh
# The table of usual ways in the README: each is typed from the list of the five articles at 80x24, shows what the table says, and takes no
# more than six keys beside the letters of a question.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
cd "$SOURCE_DIR" || exit 2
unset DAHUI_LIBRARY NO_COLOR LANGUAGE
export LC_ALL=C.UTF-8
rows=$(mktemp) || exit 2
trap 'rm -f "$rows"' EXIT INT TERM
failed=0

# count KEYS: how many there are that are no letters of a question: those behind \ / & up to Enter or Esc.
count() {
    printf '%s\n' "$1" | sed 's/\([\\/&]\)[^<]*</\1</g; s/<[^>]*>/+/g' | tr -d '\n' | wc -m
}

sed -n 's/^| \([0-9]*\) | `\(.*\)` | \(.*\) | `\(.*\)` |$/\1|\2|\4|\3/p' README.md > "$rows"
while IFS='|' read -r n keys words what; do
    screen=$("$dahui" snap --size 80x24 --keys "$keys" data/articles) || failed=1
    case $screen in
    *"$words"*) ;;
    *) printf 'no %s behind %s (%s):\n%s\n' "$words" "$keys" "$what" "$screen"; failed=1 ;;
    esac
    [ "$(count "$keys")" -eq "$n" ] && [ "$n" -le 6 ] || { echo "$(count "$keys") keys, not $n: $keys"; failed=1; }
done < "$rows"
[ "$(wc -l < "$rows")" -ge 6 ] || { echo 'the README has no table of ways'; failed=1; }
exit $failed
