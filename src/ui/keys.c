/* The key table: which keys do what, in which pane. */
#include "ui/keys.h"

#include "screen/event.h"

#define BIND(action, panes, keys, help) { action, panes, STR_INIT(keys), STR_INIT(help) }

const struct binding bindings[] = {
    BIND(ACT_DOWN, PANES, "j <Down> <C-e>", "下一行"),
    BIND(ACT_UP, PANES, "k <Up> <C-y>", "上一行"),
    BIND(ACT_PAGE_DOWN, PANES, "<Space> f <PgDn>", "下一页"),
    BIND(ACT_PAGE_UP, PANES, "b <PgUp>", "上一页"),
    BIND(ACT_HALF_DOWN, PANES, "<C-d>", "下半页"),
    BIND(ACT_HALF_UP, PANES, "<C-u>", "上半页"),
    BIND(ACT_START, PANES, "g <Home>", "开头"),
    BIND(ACT_END, PANES, "G <End>", "末尾"),
    BIND(ACT_PERCENT, PANES, "%", "到百分之几(如 50%)"),
    BIND(ACT_OPEN, PANE_LIST | PANE_OUTLINE | PANE_RESULTS, "<Enter> l <Right>", "打开"),
    BIND(ACT_DOWN, PANE_READER, "<Enter>", "下一行"),
    BIND(ACT_OUT, PANE_LIST, "h <Left>", "收起大会; 返回"),
    BIND(ACT_BACK, PANE_READER | PANE_OUTLINE | PANE_HELP | PANE_RESULTS, "h <Left>", "返回"),
    BIND(ACT_BACK, PANES, "q", "返回; 在最外层退出"),
    BIND(ACT_QUIT, PANES, "Q ZZ", "退出"),
    BIND(ACT_OTHER_PANE, PANES, "<Tab>", "另一窗格"),
    BIND(ACT_ALONE, PANES, "O", "只留此窗格 / 恢复"),
    BIND(ACT_NEXT_ARTICLE, PANES, "J", "下一篇"),
    BIND(ACT_PREV_ARTICLE, PANES, "K", "上一篇"),
    BIND(ACT_SEARCH, PANES, "/", "在本篇中查找"),
    BIND(ACT_SEARCH_BACK, PANE_READER | PANE_OUTLINE, "?", "向前查找"),
    BIND(ACT_SEARCH_LIBRARY, PANES, "\\ <C-f>", "在全部报告中查找"),
    BIND(ACT_NEXT_HIT, PANES, "n", "下一处"),
    BIND(ACT_PREV_HIT, PANES, "N", "上一处"),
    BIND(ACT_CLEAR, PANES, "<Esc>", "清除标记"),
    BIND(ACT_NEXT_SECTION, PANES, "]]", "下一节"),
    BIND(ACT_PREV_SECTION, PANES, "[[", "上一节"),
    BIND(ACT_OUTLINE, PANES, "t", "目录"),
    BIND(ACT_SOURCE, PANE_READER, "u", "原始文本 / 恢复"),
    BIND(ACT_NARROW, PANE_LIST, "&", "只列出符合的报告"),
    BIND(ACT_FORM, PANE_LIST, "z", "大会展开、收起、只列报告"),
    BIND(ACT_NEXT_GROUP, PANE_LIST, "}", "下一年、下一地点…(依排序)"),
    BIND(ACT_PREV_GROUP, PANE_LIST, "{", "上一年、上一地点…"),
    BIND(ACT_STAR, PANE_LIST | PANE_READER | PANE_RESULTS, "*", "加星 / 去星"),
    BIND(ACT_ORDER, PANE_LIST | PANE_RESULTS, "o", "排序: 日期、地点、届次、标题、篇幅"),
    BIND(ACT_HELP, PANE_LIST | PANE_HELP | PANE_RESULTS, "?", "帮助"),
    BIND(ACT_HELP, PANES, "<F1>", "帮助"),
    BIND(ACT_REDRAW, PANES, "<C-l>", "重画"),
    BIND(ACT_SUSPEND, PANES, "<C-z>", "挂起"),
};
const size_t n_bindings = sizeof bindings / sizeof *bindings;

/* How `typed` compares with one sequence: 2 the same, 1 its beginning, 0 neither. */
static int compare(struct str sequence, const uint32_t *typed, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t key;
        size_t taken = key_read(sequence, &key);
        if (taken == 0 || key != typed[i])
            return 0;
        sequence = str_sub(sequence, taken, sequence.n);
    }
    return sequence.n ? 1 : 2;
}

enum action keys_action(enum pane pane, const uint32_t *typed, size_t n, bool *more)
{
    *more = false;
    for (size_t i = 0; i < n_bindings; i++) {
        if (!(bindings[i].panes & pane))
            continue;
        struct str keys = bindings[i].keys;
        for (size_t at = 0, end; at < keys.n; at = end + 1) {
            end = str_find(keys, STR(" "), at);
            end = end == STR_NONE ? keys.n : end;
            int same = compare(str_sub(keys, at, end), typed, n);
            if (same == 2)
                return bindings[i].action;
            *more |= same == 1;
        }
    }
    return ACT_NONE;
}
