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
exit $status
