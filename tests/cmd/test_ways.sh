#!/bin/sh
# How many keys the usual ways take, from the list of the five articles at 80x24: a table, and none takes more than six beside the
# letters of a question.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
cd "$SOURCE_DIR" || exit 2
unset DAHUI_LIBRARY NO_COLOR LANGUAGE
export LC_ALL=C.UTF-8
failed=0

# way N KEYS WORDS WHAT: the last screen behind the keys, of which N are no letters of a question, holds the words.
way() {
    screen=$("$dahui" snap --size 80x24 --keys "$2" data/articles) || failed=1
    case $screen in
    *"$3"*) printf '%d  %-28s %s\n' "$1" "$2" "$4" ;;
    *) printf 'no %s behind %s (%s):\n%s\n' "$3" "$2" "$4" "$screen"; failed=1 ;;
    esac
    [ "$1" -le 6 ] || { echo "$1 keys for: $4"; failed=1; }
}

way 3 'jj<Enter>' '1452 字' 'open the second congress'
way 6 '5j<Enter>3]]' '三、牢牢把握工会组织基本职责' 'the section 三、 of the fifth'
way 3 '\主力军<Enter><Enter>' '主力军 1/1 处' 'the first hit of 主力军 in the library'
way 5 '\主力军<Enter><Enter>qq' '5 次大会' 'back to where one was'
way 3 'p&hq<Enter>' '区委书记' 'a name by its pinyin initials'
way 4 'p&hq<Enter><Enter>' '1 篇 5 处' 'its reports'
exit $failed
