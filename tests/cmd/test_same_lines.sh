#!/bin/sh
# The reading pane of COLS columns shows the lines that `show --width COLS-2` prints, whatever the options.
dahui=$BUILD_DIR/dahui
articles=$SOURCE_DIR/data/articles
export LC_ALL=C.UTF-8 XDG_CONFIG_HOME=/nonexistent XDG_STATE_HOME=/nonexistent

# Lines without the blanks around them and without empty ones.
bare() {
    sed -e 's/^ *//' -e 's/ *$//' -e '/^$/d'
}

status=0
for cols in 24 40 61 80 84 89; do
    for options in '' '--hang off' '--breaks basic' '--breaks off --hang off' '--measure 15'; do
        # shellcheck disable=SC2086 # the options are words
        "$dahui" snap --lang zh_CN --size "${cols}x450" $options "$articles/000_dd3cd50c1a9b0dee.txt" | sed '$d' | bare > "$BUILD_DIR/pane.txt"
        # shellcheck disable=SC2086
        "$dahui" show --lang zh_CN --width $((cols - 2)) $options "$articles/000_dd3cd50c1a9b0dee.txt" | bare > "$BUILD_DIR/shown.txt"
        if [ ! -s "$BUILD_DIR/shown.txt" ] || ! diff "$BUILD_DIR/shown.txt" "$BUILD_DIR/pane.txt" > /dev/null; then
            echo "other lines with $cols columns, $options"
            diff "$BUILD_DIR/shown.txt" "$BUILD_DIR/pane.txt" | head -5
            status=1
        fi
    done
done

# With “ ” two cells wide, by the environment or by the configuration file, which that overrules.
article=$articles/003_b8a5f1a8ad61fe87.txt
lines() {
    "$dahui" show --lang zh_CN --width 78 "$article" | bare > "$BUILD_DIR/shown.txt"
    "$dahui" snap --lang zh_CN --size 80x450 "$article" | sed '$d' | bare > "$BUILD_DIR/pane.txt"
    cmp -s "$BUILD_DIR/shown.txt" "$BUILD_DIR/pane.txt" || { echo "other lines: $1"; status=1; }
    cp "$BUILD_DIR/shown.txt" "$BUILD_DIR/lines-$1.txt"
}
# expect_same A B: these are the same lines.
expect_same() {
    cmp -s "$BUILD_DIR/lines-$1.txt" "$BUILD_DIR/lines-$2.txt" || { echo "lines of $1 and $2 differ"; status=1; }
}
lines usual
DAHUI_AMBIGUOUS=1 lines one
DAHUI_AMBIGUOUS=2 lines two
XDG_CONFIG_HOME=$HOME/same
export XDG_CONFIG_HOME
mkdir -p "$XDG_CONFIG_HOME/dahui" && printf '[reader]\nambiguous = 2\n' > "$XDG_CONFIG_HOME/dahui/config.ini"
lines configured
DAHUI_AMBIGUOUS=1 lines overruled
expect_same usual one
expect_same two configured
expect_same one overruled
cmp -s "$BUILD_DIR/lines-one.txt" "$BUILD_DIR/lines-two.txt" && { echo 'two cells make no difference'; status=1; }
exit $status
