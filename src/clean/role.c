/* The roles that a text prints in front of a name and behind it. */
#include "clean/role.h"

#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { ROLE_MAX = 40 /* characters, all roles of a name together */, BRACKETS_MAX = 8, COUNTED_MAX = 4 /* 同志, 企业家 */ };

/* Characters that make of a word in front of them the name of a body: 联合 + 会, 组织 + 部, 对 + 外. */
static bool makes_body(uint32_t c)
{
    switch (c) {
    case 0x4F1A: case 0x5C40: case 0x90E8: case 0x59D4: case 0x529E: case 0x79D1: /* 会 局 部 委 办 科 */
    case 0x5904: case 0x5BA4: case 0x5916: case 0x53F0:                          /* 处 室 外 台 */
        return true;
    default:
        return false;
    }
}

/* Is the bracket at b one of a pair with nothing but a few Han between, in front of i: 房地产(集团)有限公司? */
static bool in_brackets(const struct scan *scan, size_t b, size_t i)
{
    bool opens = scan->plain[b] == '(';
    for (size_t steps = 1; steps <= BRACKETS_MAX; steps++) {
        if (opens ? b + steps >= i : steps > b)
            return false;
        uint32_t c = scan->plain[opens ? b + steps : b - steps];
        if (c == (opens ? ')' : '('))
            return steps > 1;
        if (!is_han(c))
            return false;
    }
    return false;
}

/* Can the role not reach over the border in front of character k? `floor` is where a name ended. */
static bool role_stops(const struct scan *scan, size_t k, size_t i, size_t floor)
{
    uint32_t c = scan->plain[k - 1];
    if (k == floor)
        return true;
    if (c == 0x3001) /* 、 */
        return k < 2 || k - 1 == floor || !(scan->ends[k - 1] & (NAME_ROLE | NAME_WEAK_ROLE));
    if (c == '(' || c == ')')
        return !in_brackets(scan, k - 1, i);
    if (c == '*' || c == 0xD7) /* what a page hides: *组书记, ×市市长 */
        return false;
    if (!is_han(c))
        return true;
    if (scan->marks[k - 1] & NAME_LINK_CHAR)
        return k - 1 == floor || (scan->ends[k] & NAME_CUT) || (k > 1 && (scan->ends[k - 1] & (NAME_ROLE | NAME_WEAK_ROLE)));
    if (k == i || makes_body(scan->plain[k]))
        return false;
    return (scan->ends[k] & (NAME_CUT | NAME_ELECT)) || (scan->marks[k - 1] & NAME_CUT1_CHAR);
}

/* What may be left in front of a role and is none of it: 代表, a link, 各, 有. */
static size_t skip_before(const struct scan *scan, size_t from, size_t to)
{
    for (;;) {
        uint32_t c = scan->plain[from], next = from + 1 < to ? scan->plain[from + 1] : 0;
        if (c == 0x4EE3 && next == 0x8868 && from + 2 < to && scan->plain[from + 2] != 0x56E2) /* 代表, not 代表团 */
            from += 2;
        else if (from + 1 < to && ((scan->marks[from] & NAME_LINK_CHAR) || c == 0x5404 || c == 0x3001 || c == ')' ||
                                   (c == 0x6709 && next != 0x9650)) && !(c == 0x548C && next == 0x5E73)) /* 各 、 有, not 有限; 和平区 */
            from++;
        else
            return from;
    }
}

static void split(struct arena *arena, const struct scan *scan, size_t from, size_t to, struct roles *roles)
{
    size_t start = from;
    for (size_t k = from; k <= to; k++)
        if (k == to || scan->plain[k] == 0x3001) {
            if (k > start)
                *PUSH(arena, &roles->list) = name_text(scan, start, k);
            start = k + 1;
        }
}

struct roles role_before(struct arena *arena, const struct scan *scan, size_t i, size_t floor)
{
    struct roles roles = { 0 };
    while (i > floor && (is_blank(scan->plain[i - 1]) || scan->plain[i - 1] == ':'))
        roles.heading |= scan->plain[--i] == ':';
    roles.credit = (scan->ends[i] & NAME_CREDIT) != 0;
    if (roles.credit || !(scan->ends[i] & (NAME_ROLE | NAME_WEAK_ROLE)) || i <= floor)
        return roles;
    size_t k = i;
    while (k > 0 && i - k < ROLE_MAX && !role_stops(scan, k, i, floor))
        k--;
    k = skip_before(scan, k, i);
    if (!(scan->ends[i] & NAME_ROLE) && i - k == 2 && scan->plain[k] == 0x4EE3)
        return roles; /* 代表 alone is a verb */
    split(arena, scan, k, i, &roles);
    return roles;
}

static size_t becoming(const struct scan *scan, size_t j);

/* Does somebody else become something in the item of the list at i: 、李芳当选为副主席? */
static bool others_become(const struct scan *scan, size_t i)
{
    for (size_t k = i; k < scan->n && k - i <= NAME_MAX && is_han(scan->plain[k]); k++)
        if (becoming(scan, k) > 1)
            return k > i + 1;
    return false;
}

/* Behind a few Han in brackets at j: 主席(会长); j where none stand there. */
static size_t past_brackets(const struct scan *scan, size_t j)
{
    size_t i = j + 1;
    if (j >= scan->n || scan->plain[j] != '(')
        return j;
    while (i < scan->n && i - j <= BRACKETS_MAX && is_han(scan->plain[i]))
        i++;
    return i < scan->n && scan->plain[i] == ')' && i > j + 1 ? i + 1 : j;
}

/* May a role end in front of j: at a mark, or a word that goes on behind it (并, 的, 以及, 等)? */
static bool role_may_end(const struct scan *scan, size_t j)
{
    if (j >= scan->n)
        return true;
    uint32_t c = scan->plain[j], next = j + 1 < scan->n ? scan->plain[j + 1] : 0;
    bool goes_on = c == 0x5E76 || c == 0x7684 || c == 0x7B49 || (c == 0x4EE5 && next == 0x53CA); /* 并 的 等 以及 */
    return goes_on || c == '(' || is_stop(c) || is_pause(c) || is_closing(c) || is_blank(c);
}

/* The end of the role that begins at i, or 0. Several stand with 、 between. */
static size_t role_to_mark(const struct scan *scan, size_t i)
{
    size_t j = i, last = 0; /* last: where one of them ended in front of 、 */
    while (j < scan->n && j - i < ROLE_MAX && (is_han(scan->plain[j]) || scan->plain[j] == 0x3001 || past_brackets(scan, j) > j)) {
        bool role = j > i && (scan->ends[j] & NAME_ROLE);
        size_t behind = past_brackets(scan, j);
        if (role && scan->plain[behind] != 0x3001 && role_may_end(scan, behind))
            return behind;
        if (scan->plain[behind] == 0x3001 && (!role || others_become(scan, behind + 1)))
            return role ? behind : last;
        if (scan->plain[behind] == 0x3001)
            last = behind;
        j = behind > j ? behind : j + 1;
    }
    return j > i && (scan->ends[j] & NAME_ROLE) && role_may_end(scan, j) ? j : 0;
}

/* Characters of 为, 当选, 成功当选为 … at j, or 0. */
static size_t becoming(const struct scan *scan, size_t j)
{
    return name_word(scan, j, NAME_BECOME);
}

/* Is it a figure, Arabic or Han: 12, 五, 两? */
static bool is_figure(uint32_t c)
{
    return (c >= '0' && c <= '9') || char_in(c, STR("一二两三四五六七八九十"));
}

/* Behind the count of a list that ends at j: 等11位同志, 三名同学, 5人; j where none stands there. */
static size_t past_count(const struct scan *scan, size_t j)
{
    size_t i = j + (j < scan->n && scan->plain[j] == 0x7B49); /* 等 */
    while (i < scan->n && is_blank(scan->plain[i]))
        i++;
    size_t figure = i;
    while (i < scan->n && is_figure(scan->plain[i]))
        i++;
    while (i > figure && i < scan->n && is_blank(scan->plain[i]))
        i++;
    if (i == figure || i >= scan->n || !char_in(scan->plain[i], STR("名位人")))
        return i > j && figure == j + 1 ? figure : j; /* 等当选为 */
    for (size_t end = ++i; end < scan->n && end - i <= COUNTED_MAX && is_han(scan->plain[end]); end++)
        if (becoming(scan, end))
            return end;
    return i;
}

static bool is_comrade(const struct scan *scan, size_t j)
{
    return j + 1 < scan->n && scan->plain[j] == 0x540C && scan->plain[j + 1] == 0x5FD7; /* 同志 */
}

struct roles role_after(struct arena *arena, const struct scan *scan, size_t j)
{
    struct roles roles = { 0 };
    size_t title = name_word(scan, j, NAME_TITLE);
    if (title > 0 && (j + title >= scan->n || !(scan->marks[j + title] & NAME_ROLE_MORE_CHAR)))
        *PUSH(arena, &roles.list) = name_text(scan, j, j + title);
    if (is_comrade(scan, j))
        *PUSH(arena, &roles.list) = name_text(scan, j, j + 2);
    return roles;
}

/* The range of the new role behind a name that ends at j; false where there is none. */
static bool find_new(const struct scan *scan, size_t j, size_t *from, size_t *to)
{
    j = past_brackets(scan, j);
    j = is_comrade(scan, j) ? j + 2 : past_count(scan, j);
    size_t verb = j < scan->n ? becoming(scan, j) : 0;
    *from = j + verb;
    *to = verb > 0 ? role_to_mark(scan, *from) : 0;
    return *to > 0;
}

bool role_is_new(const struct scan *scan, size_t j)
{
    size_t from, to;
    return find_new(scan, j, &from, &to);
}

struct roles role_new(struct arena *arena, const struct scan *scan, size_t j)
{
    struct roles roles = { 0 };
    size_t from, to;
    if (find_new(scan, j, &from, &to))
        split(arena, scan, from, to, &roles);
    return roles;
}

bool role_shared(struct str role)
{
    static const struct str single[] = { STR_INIT("书记"), STR_INIT("主席"), STR_INIT("主任"), STR_INIT("长") };
    char plain[64];
    size_t n = 0, at = role.n;
    for (int i = 0; i < 4 && at > 0; i++) /* the last four characters, first one last */
        utf8_prev(role, &at);
    while (at < role.n)
        n += utf8_put(simplified(utf8_next(role, &at)), plain + n);
    struct str end = { plain, n };
    if (str_has(end, STR("副")))
        return true;
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (str_ends(end, single[i]))
            return false;
    return true;
}
