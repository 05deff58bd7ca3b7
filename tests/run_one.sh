#!/bin/sh
# run_one.sh TEST: runs one script or program for run.sh and notes in $WORK what came of it; its output is shown if it failed.
# What the tester has set, marked or indexed is neither seen nor touched, nor what another test does.
test=$1 home="$WORK/home-$$"
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache"
mkdir "$home" || exit 2
limit=
command -v timeout > /dev/null && limit='timeout -k 5 300' # one that hangs fails, and the others go on
case $test in
*.sh) $limit sh "$test" ;;
*) $limit "$test" ;;
esac > "$WORK/output-$$" 2>&1 && result=passed || result=failed
echo "$test" > "$WORK/$result-$$"
[ $result = passed ] || { echo "--- failed: ${test#"$BUILD_DIR"/tests/}" >> "$WORK/output-$$"; cat "$WORK/output-$$"; }
exit 0
