#!/bin/sh
# Questions to a made-up library, through its cache and without one: the answers must be the same to the byte, and those to files that were
# named one by one too.
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
dahui=$BUILD_DIR/dahui
rare=$("$BUILD_DIR/bench/library" "$work/reports" 40 7 | sed -n 's/^rare //p') || exit 2
export LC_ALL=C.UTF-8
failed=0

fail() {
    echo "test_find: $*"
    failed=1
}

# ask CACHE ARGUMENT...: what find answers with the cache in this folder, and the status behind it.
ask() {
    XDG_CACHE_HOME=$work/$1
    export XDG_CACHE_HOME
    shift
    "$dahui" find "$@" 2>&1
    echo "status $?"
}

find "$work/reports" -depth -exec touch -t 202001010000 {} + # what has just been changed is not trusted
XDG_CACHE_HOME=$work/cache "$dahui" index "$work/reports" > /dev/null 2>&1 || fail 'cannot index'
state=$(XDG_CACHE_HOME=$work/cache "$dahui" index --status "$work/reports" | sed -n 's/^state	//p')
[ "$state" = 'up to date' ] || fail "the cache is not used: $state"

for query in "$rare" 代表大会 会 '工會 -职工' 'zhurenweng|数字赋能' gongzuo zry py:zgdb GDP '/第[一二三]+次/' '/代表.{0,3}大會/' '"no such words"' \
    'title:讲话 year:2001..2009' 'place:市 no:5..8' 'kind:代表 -place:县' 'people:王' '（huì）' '/(.|..)+[QZ]/' 'title:/^.{2}市/'; do
    case $query in
    代表大会) forms='--context=3 --json --count --articles --sort=date --sort=place --limit=5 --count,--limit=7' ;;
    *) forms='--json --articles,--sort=relevance' ;;
    esac
    for form in $forms; do
        form=$(echo "$form" | tr , ' ')
        # shellcheck disable=SC2086
        with=$(ask cache $form "$query" "$work/reports") without=$(ask none $form "$query" "$work/reports")
        [ "$with" = "$without" ] || fail "$form $query: another answer with the cache than without"
    done
done
[ -z "$(ls "$work/none" 2> /dev/null)" ] || fail 'something was written without being asked for'

count=$(ask none --count "$rare" "$work/reports" | head -n 1)
[ "$count" = "$(ask none --count "$rare" "$work"/reports/*/*.txt | head -n 1)" ] || fail 'files that are named count otherwise than their folder'
[ "${count%%	*}" -ge 1 ] || fail "nobody is called $rare"
files=$(ask cache --articles "$rare" "$work/reports" | sed -n 's/#[0-9]*	.*//p')
[ -n "$files" ] || fail "no file says $rare"
for file in $files; do
    grep -q "$rare" "$file" || fail "$file does not say $rare"
done

exit $failed
