#!/bin/sh
# Reports in the other script: printed and in the reader, at the start as the configuration file or an option says. In secure mode, where
# OpenCC is not loaded, the table turns them everywhere alike.
dahui=$(cd "$BUILD_DIR" && pwd)/dahui
article=$SOURCE_DIR/data/articles/004_27aa59d1629ed0f1.txt
export DAHUI_SECURE=1 LC_ALL=C.UTF-8
failed=0

# expect WORDS COMMAND...: its output has them.
expect() {
    words=$1
    shift
    "$@" 2>&1 | grep -qF -- "$words" || { echo "script: no '$words' from: $*"; failed=1; }
}
expect 代表大会 "$dahui" show "$article"
expect 代表大會 "$dahui" show --script traditional "$article"
expect 代表大会 "$dahui" show --script simplified "$article"
expect "not 'both'" "$dahui" show --script both "$article"
"$dahui" show --script traditional "$article" | "$dahui" show --script simplified - > "$WORK/back-$$"
"$dahui" show "$article" | "$dahui" show - | cmp -s - "$WORK/back-$$" || { echo "script: there and back is another text"; failed=1; }

expect 逐字转换 "$dahui" snap --size 80x24 --keys s "$article"
expect '[繁]' "$dahui" snap --size 80x24 --keys sj "$article"
expect '[trad.]' "$dahui" snap --lang en --size 80x24 --script traditional --keys j "$article"
mkdir -p "$XDG_CONFIG_HOME/dahui" && printf '[reader]\nscript = traditional\n' > "$XDG_CONFIG_HOME/dahui/config.ini"
expect 代表大會 "$dahui" show "$article"
expect 代表大會 "$dahui" snap --size 80x24 --keys j "$article"
expect 代表大会 "$dahui" snap --size 80x24 --script as-written --keys j "$article"
exit $failed
