#!/bin/sh
# run.sh BUILD: prints what things cost, each beside a peer in the same run. Nothing fails here: the figures are to be read.
build=$1
here=$(dirname "$0")
articles=$here/../../data/articles

if command -v less > /dev/null; then
    "$build/bench/start" 20 'dahui on five articles' "$build/dahui" "$articles" -- 'less on one of them' less "$articles/004_27aa59d1629ed0f1.txt"
else
    echo 'first screen: less is not here to compare with'
fi
