/* Where a text names somebody for the first time: by what stands before and behind. */
#include "clean/naming.h"

#include "clean/role.h"
#include "clean/phrase.h"
#include "text/han.h"

enum { STRANGER_MIN = 2, STRANGER_MAX = 6, DOTTED_PART_MAX = 6, DOTS_MAX = 4, BRACKETS_MAX = 6, LIST_GOOD = 3, LIST_MOST = 40 };

/* A name that is thinkable: its end, how it looks, what follows. end 0: none. */
struct candidate {
    size_t end;
    int shape, after;
    bool word;
};

static bool is_separator(uint32_t c)
{
    return c == 0x3001 || is_blank(c); /* 、 */
}

static bool is_border(uint32_t c)
{
    return is_blank(c) || is_stop(c) || is_pause(c) || is_opening(c) || is_closing(c) || c == '|' || c == '/' || c == 0x4E28;
}

static bool is_dot(uint32_t c)
{
    return c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == 0xFF65;
}

/* Could a name or a role begin at i? */
static bool begins_someone(const struct scan *scan, size_t i)
{
    for (size_t len = 2; len <= 4; len++)
        if (name_shape(scan, i, len, NULL) > 1)
            return true;
    return false;
}

int naming_after(const struct scan *scan, size_t j)
{
    if (j >= scan->n)
        return 3;
    uint32_t c = scan->plain[j];
    if (is_opening(c) && c != '(' && c != '[')
        return 1;
    if (is_border(c))
        return 3;
    if (name_word(scan, j, NAME_FOLLOW) >= 2 || name_word(scan, j, NAME_SAY) >= 2)
        return 2;
    if (scan->marks[j] & NAME_LINK_CHAR)
        return begins_someone(scan, j + 1) ? 2 : 1;
    if (c == 0x7B49) /* 等 */
        return 2;
    size_t number = j;
    while (number < scan->n && char_in(scan->plain[number], STR("0123456789两三四五六七八九十")))
        number++;
    if (number > j && number < scan->n && (scan->plain[number] == 0x4F4D || scan->plain[number] == 0x540D || scan->plain[number] == 0x4EBA))
        return 1; /* 李明、王芳5位同志, 18人, 三名同学 */
    if (c == 0x8BF4 && (j + 1 >= scan->n || is_border(scan->plain[j + 1]))) /* 说 */
        return 2;
    return (scan->marks[j] & NAME_FOLLOW1_CHAR) || name_word(scan, j, NAME_FOLLOW) == 1 ? 1 : 0;
}

bool naming_start(const struct scan *scan, size_t i)
{
    if (i == 0 || (is_border(scan->plain[i - 1]) && scan->plain[i - 1] != 0x3001))
        return true;
    if (i > 1 && scan->plain[i - 1] == 0x3001 && (scan->plain[i - 2] == '*' || scan->plain[i - 2] == 0xD7)) /* ***、李明 */
        return true;
    return (scan->ends[i] & (NAME_CUT | NAME_ELECT)) != 0;
}

size_t naming_past_brackets(const struct scan *scan, size_t j)
{
    if (j >= scan->n || scan->plain[j] != '(')
        return j;
    size_t i = j + 1;
    while (i < scan->n && i - j <= BRACKETS_MAX && (is_han(scan->plain[i]) || is_pause(scan->plain[i])))
        i++;
    return i < scan->n && scan->plain[i] == ')' ? i + 1 : j;
}

size_t naming_next(const struct scan *scan, size_t j)
{
    j = naming_past_brackets(scan, j);
    size_t i = j;
    while (i < scan->n && is_separator(scan->plain[i]))
        i++;
    if (i == j && i < scan->n && (scan->marks[i] & NAME_LINK_CHAR))
        i++;
    return i > j && i < scan->n ? i : 0;
}

/* The likeliest name at i. What follows decides; where that is the same, the longer name if it looks as good. */
static struct candidate name_at(const struct scan *scan, size_t i)
{
    struct candidate best = { 0 };
    for (size_t len = 2; len <= NAME_MAX && i + len <= scan->n; len++) {
        bool word;
        int shape = name_shape(scan, i, len, &word);
        if (shape == 0)
            continue;
        int after = naming_after(scan, i + len);
        if (best.end == 0 || after > best.after || (after == best.after && shape >= best.shape))
            best = (struct candidate){ i + len, shape, after, word };
    }
    return best;
}

static void add(const struct scan *scan, size_t from, size_t to, struct names *names)
{
    struct str name = name_text(scan, from, to);
    if (map_get(&names->seen, name) != NULL)
        return;
    name = arena_str(names->seen.arena, name);
    map_put(&names->seen, name, 0, NULL);
    *PUSH(names->seen.arena, &names->list) = name;
}

static bool fits_list(struct candidate c)
{
    return c.end != 0 && !(c.word && c.after < 2) && (c.after >= 2 || (c.after == 1 && c.shape >= 2));
}

/* Has [i, j) a word in it that no name has? */
static bool has_words(const struct scan *scan, size_t i, size_t j)
{
    for (size_t k = i; k < j; k++)
        if (!is_han(scan->plain[k]) || (scan->marks[k] & (NAME_NEVER_CHAR | NAME_CUT1_CHAR)) || name_word(scan, k, NAME_STOP) ||
            name_word(scan, k, NAME_TAIL) || name_word(scan, k, NAME_ROLE) || name_word(scan, k, NAME_WEAK_ROLE))
            return true;
    return false;
}

/* Is [i, j) a surname and one or two characters that are no word, though usual in no name: 林在勇, 周镇宏? */
static bool is_odd_name(const struct scan *scan, size_t i, size_t j)
{
    if (j - i < 2 || j - i > 3 || !(scan->marks[i] & NAME_SURNAME_CHAR) || (scan->marks[i] & (NAME_WEAK_CHAR | NAME_FOLLOW1_CHAR)))
        return false;
    for (size_t k = i; k < j; k++)
        if (!is_han(scan->plain[k]) || name_word(scan, k, NAME_STOP) || name_word(scan, k, NAME_STOP_WHOLE) ||
            name_word(scan, k, NAME_TAIL) || name_word(scan, k, NAME_ROLE) || name_word(scan, k, NAME_WEAK_ROLE) ||
            name_word(scan, k, NAME_FOLLOW) >= 2 || name_word(scan, k, NAME_SAY) >= 2)
            return false;
    return (scan->marks[j - 1] & NAME_GIVEN_CHAR) != 0;
}

/* The end of an item of a list that looks like no name but stands between two: 、洛桑江村、高菁; or 0. */
static size_t stranger_at(const struct scan *scan, size_t i)
{
    size_t j = i;
    while (j < scan->n && j - i <= STRANGER_MAX && is_han(scan->plain[j]))
        j++;
    size_t mark = naming_past_brackets(scan, j);
    if (j - i < STRANGER_MIN || j - i > STRANGER_MAX || mark >= scan->n || scan->plain[mark] != 0x3001)
        return 0;
    if (has_words(scan, i, j) && !is_odd_name(scan, i, j))
        return 0;
    struct candidate next = name_at(scan, mark + 1);
    return fits_list(next) && next.shape >= 2 ? j : 0;
}

/* The end of a dotted name that begins at i, its first dot within reach, or 0. */
static size_t dotted_at(const struct scan *scan, size_t i)
{
    size_t j = i, part = i, dots = 0;
    for (; j < scan->n; j++) {
        if (is_dot(scan->plain[j]) && j > part && dots < DOTS_MAX) {
            dots++;
            part = j + 1;
            continue;
        }
        if (!is_han(scan->plain[j]) || j - part >= DOTTED_PART_MAX)
            break;
        if (dots > 0 && j > part && naming_after(scan, j) >= 2)
            break;
    }
    if (dots == 0 || j == part || naming_after(scan, j) < 2)
        return 0;
    for (size_t k = i; k < j; k++)
        if (name_word(scan, k, NAME_TAIL) || name_word(scan, k, NAME_ROLE))
            return 0;
    return j;
}

/* Goes on along a list behind a name that ends at `end`. */
static void add_list(const struct scan *scan, size_t end, struct names *names)
{
    for (size_t i; (i = naming_next(scan, end)) != 0;) {
        struct candidate item = name_at(scan, i);
        size_t to = fits_list(item) ? item.end : 0;
        if (to == 0)
            to = dotted_at(scan, i);
        if (to == 0)
            to = stranger_at(scan, i);
        if (to == 0 && i + 3 <= scan->n && is_odd_name(scan, i, i + 3) && naming_after(scan, i + 3) >= 2)
            to = i + 3;
        if (to == 0)
            return;
        add(scan, i, to, names);
        end = to;
    }
}

/* Which kind of role ends in front of i, blanks or a colon between them aside: NAME_ROLE, NAME_WEAK_ROLE or 0. */
static uint32_t role_kind_before(const struct scan *scan, size_t i, bool *apart)
{
    size_t k = i;
    while (k > 0 && (is_blank(scan->plain[k - 1]) || scan->plain[k - 1] == ':'))
        k--;
    *apart = k < i;
    if (scan->ends[k] & NAME_CREDIT)
        return 0;
    return scan->ends[k] & NAME_ROLE ? NAME_ROLE : scan->ends[k] & NAME_WEAK_ROLE;
}

/* Does a role end in front of i that a name follows, if anything does: 书记 主席 主任 …长? */
static bool behind_office(const struct scan *scan, size_t i)
{
    uint32_t c = i > 1 ? scan->plain[i - 2] : 0, d = i > 1 ? scan->plain[i - 1] : 0;
    return d == 0x957F || (c == 0x4E66 && d == 0x8BB0) || (c == 0x4E3B && (d == 0x5E2D || d == 0x4EFB));
}

/* Three characters behind an office, whose first is no surname that we know: 副主席X海明出席. */
static size_t rare_surname(const struct scan *scan, size_t i)
{
    size_t end = i + 3;
    if (!behind_office(scan, i) || end > scan->n || naming_after(scan, end) < 2 || has_words(scan, i, end))
        return 0;
    if ((scan->marks[i] & NAME_FOLLOW1_CHAR) || name_word(scan, i, NAME_FOLLOW) || name_word(scan, i, NAME_CUT) ||
        name_word(scan, i, NAME_ELECT))
        return 0;
    return (scan->marks[i + 1] & NAME_GIVEN_CHAR) && (scan->marks[i + 2] & NAME_GIVEN_CHAR) ? end : 0;
}

static size_t behind_role(const struct scan *scan, size_t i)
{
    bool apart = false;
    uint32_t role = role_kind_before(scan, i, &apart);
    if (role == 0)
        return 0;
    struct candidate c = name_at(scan, i);
    if (c.end == 0) {
        size_t end = dotted_at(scan, i);
        if (end != 0 || apart)
            return end;
        bool odd = role == NAME_ROLE && i + 3 <= scan->n && is_odd_name(scan, i, i + 3) && naming_after(scan, i + 3) >= 2;
        return odd ? i + 3 : rare_surname(scan, i);
    }
    if (c.word)
        return role == NAME_ROLE && !apart && c.after >= 2 ? c.end : 0;
    if (apart || role != NAME_ROLE)
        return c.shape >= 2 && c.after >= 2 ? c.end : 0;
    if (c.after >= 2 || (c.after == 1 && c.shape >= 2))
        return c.end;
    return c.shape == 3 && c.end - i == 3 && c.after == 0 ? c.end : 0;
}

/* A name of `len` characters and a title, with nothing behind it that makes another word of the title. */
static bool has_title(const struct scan *scan, size_t i, size_t len)
{
    bool word = false;
    size_t title = name_word(scan, i + len, NAME_TITLE);
    if (title == 0 || name_shape(scan, i, len, &word) < 3 || word)
        return false;
    size_t behind = i + len + title;
    return behind >= scan->n || !(scan->marks[behind] & NAME_ROLE_MORE_CHAR);
}

static bool is_comrade(const struct scan *scan, size_t j)
{
    return j + 1 < scan->n && scan->plain[j] == 0x540C && scan->plain[j + 1] == 0x5FD7; /* 同志 */
}

/* Is the name that ends at `end` the first of a list that becomes something: 、李明、王芳为副主席? */
static bool list_becomes(const struct scan *scan, size_t end)
{
    for (int n = 0; n < LIST_MOST; n++) {
        size_t next = naming_next(scan, end);
        struct candidate item = next ? name_at(scan, next) : (struct candidate){ 0 };
        if (role_is_new(scan, end))
            return true;
        if (item.end == 0 || !fits_list(item))
            return false;
        end = item.end;
    }
    return false;
}

/* At the start of a clause: 李明同志, 李明书记, 李明强调, and 李晓明主持 where it looks like nothing but a name. */
static size_t at_start(const struct scan *scan, size_t i)
{
    bool cut = i > 0 && (scan->marks[i - 1] & NAME_CUT1_CHAR);
    if (i > 1 && scan->plain[i - 1] == 0x3001 && (scan->ends[i - 1] & NAME_ROLE)) { /* …当选为主席、李芳当选为副主席 */
        struct candidate next = name_at(scan, i);
        return next.end != 0 && !next.word && next.shape >= 2 && list_becomes(scan, next.end) ? next.end : 0;
    }
    if (!cut && !naming_start(scan, i))
        return 0;
    for (size_t len = 2; len <= 4 && i + len < scan->n; len++)
        if (is_comrade(scan, i + len) && name_shape(scan, i, len, NULL) > 0)
            return i + len;
    for (size_t len = 2; len <= 4; len++)
        if (has_title(scan, i, len))
            return i + len;
    struct candidate c = name_at(scan, i);
    if (c.end != 0 && !c.word && c.shape >= 2 && role_is_new(scan, c.end))
        return c.end;
    if (!cut && i + 3 <= scan->n && is_odd_name(scan, i, i + 3) && role_is_new(scan, i + 3))
        return i + 3;
    if (cut || c.end == 0 || c.word || c.after != 2)
        return 0;
    if (name_word(scan, c.end, NAME_SAY) > 0 && (c.shape == 3 || (c.shape == 2 && c.end - i >= 3)))
        return c.end;
    return c.shape == 3 && c.end - i >= 3 && !(scan->marks[c.end] & NAME_LINK_CHAR) ? c.end : 0;
}

static size_t behind_election(const struct scan *scan, size_t i)
{
    if (!(scan->ends[i] & NAME_ELECT))
        return 0;
    struct candidate c = name_at(scan, i);
    if (c.end == 0 || c.word)
        return c.end == 0 ? dotted_at(scan, i) : 0;
    return (c.after == 2 && c.shape >= 2) || (c.after == 1 && c.shape == 3) ? c.end : 0;
}

/* Does the name of a unit end in front of i: 县总工会|, 政法委|, 律师事务所的|? Or a hidden office: 副*|? */
static bool behind_unit(const struct scan *scan, size_t i, bool *of)
{
    static const struct str ends = STR_INIT("会委局部院校所司社处厅");
    *of = i > 2 && scan->plain[i - 1] == 0x7684; /* 的 */
    size_t end = *of ? i - 1 : i;
    if (end > 1 && (scan->plain[end - 1] == '*' || scan->plain[end - 1] == 0xD7)) {
        while (end > 0 && (scan->plain[end - 1] == '*' || scan->plain[end - 1] == 0xD7))
            end--;
        return !*of && end > 0 && scan->plain[end - 1] == 0x526F; /* 副 */
    }
    return end > 2 && is_han(scan->plain[end - 2]) && char_in(scan->plain[end - 1], ends);
}

/* Three characters that look like nothing but a name behind a unit, a title or what somebody does behind them: 总工会李明辉部长,
 * 政法委王志强出席, 律师事务所的张小龙、. */
static size_t of_unit(const struct scan *scan, size_t i)
{
    enum { CHARS = 3 };
    bool of, word = false;
    size_t end = i + CHARS;
    if (end > scan->n || !behind_unit(scan, i, &of) || name_shape(scan, i, CHARS, &word) < 3 || word)
        return 0;
    if (has_title(scan, i, CHARS))
        return end;
    bool acts = name_word(scan, end, NAME_FOLLOW) >= 2 || name_word(scan, end, NAME_SAY) >= 2;
    return acts || (of && naming_after(scan, end) == 3) ? end : 0;
}

/* A list of names at the start of a clause: the end of its first one, or 0. */
static size_t list_start(const struct scan *scan, size_t i)
{
    if (!naming_start(scan, i))
        return 0;
    size_t n = 0, good = 0, first = 0, at = i;
    for (;;) {
        struct candidate c = name_at(scan, at);
        size_t end = fits_list(c) ? c.end : n > 0 ? stranger_at(scan, at) : 0;
        if (end == 0 && good < LIST_GOOD)
            return 0;
        if (end == 0)
            break; /* so many are a list, whatever stands behind them */
        first = n == 0 ? end : first;
        good += fits_list(c) && c.shape >= 2 && !c.word;
        n++;
        at = naming_past_brackets(scan, end);
        while (at + 1 < scan->n && is_blank(scan->plain[at]) && (is_blank(scan->plain[at + 1]) || scan->plain[at + 1] == 0x3001))
            at++;
        if (at >= scan->n || (scan->plain[at] != 0x3001 && !(scan->marks[at] & NAME_LINK_CHAR)))
            break;
        at++;
    }
    bool named = at < scan->n && (scan->plain[at] == 0x7B49 || name_word(scan, at, NAME_FOLLOW) >= 2 || role_is_new(scan, at)); /* 等, 出席 */
    return (n >= 3 || (n == 2 && named)) && 2 * good > n ? first : 0;
}

/* The first dot at or behind i. */
static size_t dot_from(const struct scan *scan, size_t i)
{
    while (i < scan->n && !is_dot(scan->plain[i]))
        i++;
    return i;
}

/* A dotted name with a role in front of it or somebody's doing behind. `dot` is the next one. */
static size_t dotted_here(const struct scan *scan, size_t i, size_t dot)
{
    bool apart = false;
    if (dot == scan->n || dot - i > DOTTED_PART_MAX || (i > 0 && is_opening(scan->plain[i - 1])))
        return 0;
    if (!role_kind_before(scan, i, &apart) && !naming_start(scan, i))
        return 0;
    size_t end = dotted_at(scan, i);
    return end != 0 && (role_kind_before(scan, i, &apart) || naming_after(scan, end) == 2) ? end : 0;
}

/* [李明]: as interviews have it. */
static size_t in_label(const struct scan *scan, size_t i)
{
    if (i == 0 || (scan->plain[i - 1] != '[' && scan->plain[i - 1] != 0x3010))
        return 0;
    struct candidate c = name_at(scan, i);
    bool closed = c.end != 0 && c.end + 1 < scan->n && (scan->plain[c.end] == ']' || scan->plain[c.end] == 0x3011);
    return closed && c.shape >= 2 && scan->plain[c.end + 1] == ':' ? c.end : 0;
}

size_t naming_formula(const struct scan *scan, size_t i)
{
    size_t n = name_word(scan, i, NAME_FORMULA);
    uint32_t c = n > 0 && i + n + 1 < scan->n ? scan->plain[i + n] : 0, d = c ? scan->plain[i + n + 1] : 0;
    bool doctrine = (c == 0x4E3B && d == 0x4E49) || (c == 0x5217 && d == 0x5B81); /* 马克思主义, 马克思列宁主义 */
    return doctrine ? 0 : n;
}

/* The end of the name at i that the text itself shows to be one, or 0. */
static size_t shown_name(const struct scan *scan, size_t i)
{
    static size_t (*const ways[])(const struct scan *, size_t) = { behind_role, at_start, behind_election, in_label, of_unit, list_start };
    if (!(scan->marks[i] & (NAME_SURNAME_CHAR | NAME_WEAK_CHAR)) && !name_word(scan, i, NAME_COMPOUND) && !name_word(scan, i, NAME_PART))
        return scan->ends[i] & NAME_ROLE ? rare_surname(scan, i) : 0;
    if (i + 1 < scan->n && (scan->ends[i] & NAME_ROLE) && (scan->ends[i + 1] & NAME_ROLE))
        return 0; /* 秘书长孙晓: the role goes on */
    if (scan->plain[i] == 0x66A8 && (scan->ends[i] & (NAME_ROLE | NAME_WEAK_ROLE)))
        return 0; /* 理事长暨理、监事: 暨 is a link, though a surname too */
    struct candidate linked = scan->marks[i] & NAME_LINK_CHAR ? name_at(scan, i + 1) : (struct candidate){ 0 };
    if (linked.shape >= 2 && fits_list(linked))
        return 0; /* 代表和肖方 is 和 and 肖方, though 和 is a surname */
    size_t end = 0;
    for (size_t w = 0; w < sizeof ways / sizeof *ways && end == 0; w++)
        end = ways[w](scan, i);
    return end;
}

void naming_find(const struct scan *scan, struct names *names)
{
    size_t dot = dot_from(scan, 0);
    for (size_t i = 0; i < scan->n; i++) {
        size_t formula = naming_formula(scan, i);
        dot = dot < i ? dot_from(scan, i) : dot;
        size_t end = formula ? i + formula : dotted_here(scan, i, dot);
        if (end == 0)
            end = shown_name(scan, i);
        if (end == 0)
            continue;
        add(scan, i, end, names);
        add_list(scan, end, names);
    }
}
