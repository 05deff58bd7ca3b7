/* The roles that a text prints in front of a name and behind it. */
#include "clean/role.h"

#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum { ROLE_MAX = 40 /* characters, all roles of a name together */, BRACKETS_MAX = 8 };

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
        return k - 1 == floor || (k > 1 && (scan->ends[k - 1] & (NAME_ROLE | NAME_WEAK_ROLE)));
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
        i--;
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

/* The end of the role that begins at i and ends at a mark, or 0. */
static size_t role_to_mark(const struct scan *scan, size_t i)
{
    size_t j = i;
    while (j < scan->n && j - i < ROLE_MAX && (is_han(scan->plain[j]) || scan->plain[j] == 0x3001)) {
        if (scan->plain[j] == 0x3001 && !(scan->ends[j] & NAME_ROLE))
            return 0;
        if (scan->plain[j] == 0x3001 && others_become(scan, j + 1))
            return j;
        j++;
    }
    bool whole = j > i && (scan->ends[j] & NAME_ROLE) && (j == scan->n || is_stop(scan->plain[j]) || is_pause(scan->plain[j]));
    return whole ? j : 0;
}

/* Characters of 为, 当选, 当选为, 担任 … at j, or 0. */
static size_t becoming(const struct scan *scan, size_t j)
{
    static const uint32_t words[][3] = {
        { 0x5F53, 0x9009, 0x4E3A }, { 0x5F53, 0x9009, 0 }, { 0x62C5, 0x4EFB, 0 }, { 0x51FA, 0x4EFB, 0 }, /* 当选为 当选 担任 出任 */
        { 0x517C, 0x4EFB, 0 }, { 0x4E3A, 0, 0 }, { 0x4EFB, 0, 0 },                                       /* 兼任 为 任 */
    };
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t n = 0;
        while (n < 3 && words[w][n] != 0 && j + n < scan->n && scan->plain[j + n] == words[w][n])
            n++;
        if (n == 3 || words[w][n] == 0)
            return n;
    }
    return 0;
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
    if (is_comrade(scan, j))
        j += 2;
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
