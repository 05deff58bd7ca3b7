/* Who meets and where, by the words in front of the name of a congress. */
#include "clean/host.h"

#include "clean/line.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { HEAD_CHARS = 40, BRACKET_CHARS = 16 };

/* Last characters of the name of a place that is governed: 省 市 区 县 州 盟 旗 镇 乡. */
static bool is_level(uint32_t c)
{
    switch (plain(c)) {
    case 0x7701: case 0x5E02: case 0x533A: case 0x53BF: case 0x5DDE: case 0x76DF: case 0x65D7: case 0x9547: case 0x4E61:
        return true;
    default:
        return false;
    }
}

/* Where the brackets open that close in front of `to`, if what stands in them is another name of who meets, 工商联(总商会), 工会(以下简称…),
 * or of the place, 园区(白鹭镇); else `to`. */
static size_t bracket_start(struct str s, size_t to)
{
    size_t close = to, open;
    if (!to || narrow(utf8_prev(s, &close)) != ')')
        return to;
    open = close;
    for (int i = 0; i < BRACKET_CHARS && open > 0; i++)
        if (narrow(utf8_prev(s, &open)) == '(') {
            size_t inside = open;
            utf8_next(s, &inside);
            size_t last = close;
            bool shortened = word_at(s, inside, STR("以下简称")) || word_at(s, inside, STR("简称"));
            bool other = shortened || phrase_is(PHRASE_ORG, str_sub(s, inside, close));
            return other || is_level(utf8_prev(s, &last)) ? open : to;
        }
    return to;
}

size_t host_start(struct str s, size_t to)
{
    size_t start = to;
    for (int i = 0; i < HEAD_CHARS && start > 0; i++) {
        size_t before = bracket_start(s, start);
        if (before < start) {
            start = before;
            continue;
        }
        uint32_t c = utf8_prev(s, &before);
        if (!is_han(c) && !is_struck(c) && c != 0xB7 && c != 0x2022)
            break;
        start = before;
    }
    size_t at = start;
    bool number = false;
    if (start > 0) {
        size_t before = start;
        uint32_t c = narrow(utf8_prev(s, &before));
        number = c >= '0' && c <= '9';
    }
    while (at < to) {
        size_t n = phrase_at(PHRASE_NAME_CUT, s, at), next = at;
        uint32_t c = utf8_next(s, &next);
        if (number && (c == 0x65E5 || c == 0x53F7)) /* 日 号 */
            n = next - at;
        size_t behind = at;
        number = han_number(s, &behind) >= 0;
        if (number)
            next = behind;
        size_t other = phrase_at(PHRASE_BODY, s, at), also = at + other;
        if (other && also < to && char_in(utf8_at(s, also), STR("和与及、暨"))) { /* 第八次文代会和|第七次作代会 */
            utf8_next(s, &also);
            n = also - at;
        }
        if (n && at + n <= to) {
            start = at + n;
            next = start;
            number = false;
        }
        at = next;
    }
    return start;
}

/* Bytes of the level that the name of a place ends in: its last character, or 街道. 0 where it has none. */
static size_t level_of(struct str place)
{
    size_t last = place.n;
    if (place.n >= 6 && word_at(place, place.n - 6, STR("街道")))
        return 6;
    if (!place.n || !is_level(utf8_prev(place, &last)))
        return 0;
    bool city = word_at(place, last, STR("州")) && last == 3; /* 广州 is a city, 凉山州 is governed */
    return city ? 0 : place.n - last;
}

/* Bytes of s up to its last level, or 0. */
static size_t governed_part(struct str s)
{
    for (size_t at = s.n; at > 0; utf8_prev(s, &at)) {
        size_t level = level_of(str_sub(s, 0, bracket_start(s, at)));
        if (level && level < at)
            return at;
    }
    return 0;
}

/* Is it a word of any place: 本市 with its level, 全市, 集团公司? */
static bool is_any_place(struct str place, size_t level)
{
    static const struct str words[] = { STR_INIT("集团"), STR_INIT("公司"), STR_INIT("集团公司"), STR_INIT("学校"),
                                        STR_INIT("学院"), STR_INIT("医院"), STR_INIT("单位") };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_at(place, 0, words[i]) == place.n)
            return true;
    bool all = level && place.n == level + 3 && word_at(place, 0, STR("全")); /* 全市第三次妇女代表大会 */
    return all || word_at(place, 0, STR("本")) || word_at(place, 0, STR("我")) || word_at(place, 0, STR("该"));
}

static void set_place(struct congress *congress, struct str place)
{
    if (!place.n)
        return;
    struct str plain_place = str_sub(place, 0, bracket_start(place, place.n));
    size_t level = level_of(plain_place);
    if (level)
        congress->level = str_sub(plain_place, plain_place.n - level, plain_place.n);
    else if (word_at(place, 0, STR("中国")) == place.n || word_at(place, 0, STR("全国")) == place.n ||
             word_at(place, 0, STR("中华全国")) == place.n)
        congress->level = STR("全国");
    if (level < place.n && !is_any_place(place, level))
        congress->place = place; /* 市工会…: which one is not said */
}

/* Bytes of a head up to the 工会 or 协会 within it, where the name of a unit follows; 0 where there is none. */
static size_t inner_organisation(struct str head)
{
    for (size_t at = 0; at < head.n; utf8_next(head, &at)) {
        size_t n = word_at(head, at, STR("工会"));
        n = n ? n : word_at(head, at, STR("协会"));
        if (n && at > 0 && at + n < head.n)
            return at + n;
    }
    return 0;
}

void host_read(struct str head, struct str body, struct congress *congress)
{
    static const char *const founding[] = { "成立大会暨", "成立暨", "暨" };
    for (int i = 0; i < 3; i++) {
        size_t at = word_find(head, str_of(founding[i]), 0);
        if (at != STR_NONE && at + str_of(founding[i]).n == head.n)
            head = str_sub(head, 0, at);
    }
    head = str_sub(head, 0, bracket_start(head, head.n));
    size_t known = phrase_ends(PHRASE_ORG, head), first = phrase_at(PHRASE_ORG, head, 0);
    if (!known)
        known = phrase_ends(PHRASE_ORG_END, head);
    if (known && !(first && first == head.n)) {
        size_t split = head.n - known, governed = governed_part(str_sub(head, 0, split));
        if (first && first < split && governed > first) { /* 中国共产党…机关工会: the whole is who meets */
            congress->organisation = str_sub(head, split, head.n);
        } else if (governed) {
            split = governed;
        } else if (phrase_ends(PHRASE_ORG, head) != known) {
            split = 0; /* …协会 of no place: all of it is its name */
        }
        congress->organisation = str_sub(head, split, head.n);
        set_place(congress, str_sub(head, 0, split));
        return;
    }
    if (first) {
        congress->organisation = str_sub(head, 0, first);
        set_place(congress, str_sub(head, first, head.n));
        return;
    }
    size_t within = inner_organisation(head);
    if (within) { /* 中国教育工会|东湖学院 */
        congress->organisation = str_sub(head, 0, within);
        set_place(congress, str_sub(head, within, head.n));
        return;
    }
    size_t from = word_at(body, 0, STR("全国")), n = phrase_at(PHRASE_ORG, body, from);
    if (n)
        congress->organisation = str_sub(body, from, from + n);
    set_place(congress, head);
}

size_t host_calling(struct str s, size_t at)
{
    static const struct str words[] = { STR_INIT("了"), STR_INIT("召开"), STR_INIT("举行"), STR_INIT("举办"), STR_INIT("迎来") };
    static const struct str ways[] = { STR_INIT("隆重"), STR_INIT("胜利"), STR_INIT("顺利"), STR_INIT("成功"), STR_INIT("圆满"), STR_INIT("组织"),
                                       STR_INIT("如期"), STR_INIT("正式") };
    size_t end = at, start = at;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (start >= words[i].n && word_at(s, start - words[i].n, words[i]) == words[i].n)
            start -= words[i].n;
    if (end - start < 6)
        return at;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (start >= ways[i].n && word_at(s, start - ways[i].n, ways[i]) == ways[i].n)
            start -= ways[i].n;
    return start;
}

/* Where the day begins that a verb is said to be of and that ends at `at`: 某镇|于10月15、16日, 某总会|今(18)日; `at` where none does. */
static size_t day_start(struct str s, size_t at)
{
    size_t start = at, last = at;
    if (!at || !char_in(utf8_prev(s, &last), STR("日号午天")))
        return at;
    for (size_t before = start; before > 0 && char_in(plain(utf8_prev(s, &before)), STR("年月日号、至-—~()今昨天近前本上下午0123456789"));)
        start = before;
    for (int i = 0; i < 2; i++)
        if (start >= 3 && (word_at(s, start - 3, STR("于")) || word_at(s, start - 3, STR("在"))))
            start -= 3;
    return start;
}

void host_read_caller(struct str s, size_t at, size_t number, struct congress *congress)
{
    size_t verb = host_calling(s, at), end = day_start(s, verb), start = host_start(s, end);
    if (verb == at)
        return;
    struct str host = str_sub(s, start, end), named = str_sub(host, 0, bracket_start(host, host.n));
    bool unit = phrase_ends(PHRASE_ORG, named) || phrase_ends(PHRASE_ORG_END, named);
    bool founding = word_at(s, at, STR("成立")) > 0; /* 召开了|成立大会暨第一次… */
    if (unit && (at == number || founding))
        host_read(host, (struct str){ 0 }, congress);
    else if (unit)
        set_place(congress, str_sub(host, 0, governed_part(host))); /* 某市总工会召开全市工会… */
    bool venue = start >= 3 && (word_at(s, start - 3, STR("在")) || word_at(s, start - 3, STR("于")));
    if (!unit && !venue && governed_part(host) == host.n)
        set_place(congress, host); /* 某某乡召开第十次…, not 在某某市召开 */
}
