#!/bin/sh
# The language of messages follows --lang, else the locale, whether that is generated on this machine or not.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
unset LC_ALL LC_MESSAGES LANGUAGE LANG

# expect WORDS ASSIGNMENT... -- ARGUMENT...: dahui complains of a bad option with these words.
expect() {
    words=$1
    shift
    got=$(env "$@" "$dahui" list --sort nonsense 2>&1)
    case $got in
    *"$words"*) ;;
    *) echo "language: $*: no '$words' in: $got"; exit 1 ;;
    esac
}

expect "no order 'nonsense'" A=1
expect "no order 'nonsense'" LANG=C.UTF-8
expect "no order 'nonsense'" LANG=en_GB.UTF-8
expect "no order 'nonsense'" LANG=fr_FR.UTF-8
expect "没有“nonsense”这种次序" LANG=zh_CN.UTF-8
expect "没有“nonsense”这种次序" LANG=zh_SG
expect "沒有「nonsense」這種次序" LANG=zh_TW.UTF-8
expect "沒有「nonsense」這種次序" LANG=zh_HK.UTF-8
expect "沒有「nonsense」這種次序" LANG=zh_CN.UTF-8 LC_MESSAGES=zh_TW.UTF-8
expect "no order 'nonsense'" LANG=zh_CN.UTF-8 LC_ALL=C

got=$(LANG=zh_CN.UTF-8 "$dahui" list --lang nonsense 2>&1) && { echo "language: an unknown one is taken"; exit 1; }
case $got in *zh_TW*) ;; *) echo "language: an unknown one is refused without naming the known: $got"; exit 1 ;; esac
