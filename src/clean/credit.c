/* Who wrote, took and checked it: credit lines, and bylines within the text. */
#include "clean/credit.h"

#include "clean/cut.h"
#include "clean/line.h"
#include "clean/name.h"
#include "clean/phrase.h"
#include "base/buf.h"
#include "text/han.h"
#include "text/utf8.h"

enum { CREDIT_HAN = 40, CREDIT_BYTES = 400, NAME_HAN = 4, UNIT_HAN = 16, PAPER_HAN = 12, PEN_NAME = 24 };
enum { PLACE_HAN = 10, SIGNERS = 2 };

/* A reading of a credit as far as it has come. */
struct reading {
    struct arena *arena;
    struct str s;
    size_t at;
    struct str role;              /* the last label; p NULL before the first */
    ARRAY(struct author) authors;
    size_t unlabelled;            /* authors from here on wait for a label behind their names (…摄) */
    bool labelled, divided;       /* any label came; a divider stands right behind the last one */
    bool nobody;                  /* a label says that nobody is named: 佚名 */
};

/* What may part labels and names. */
static bool is_divider(uint32_t c)
{
    bool shape = c >= 0x25A0 && c <= 0x25FF; /* ■ ▲ ● */
    return shape || is_blank(c) || is_opening(c) || is_closing(c) || char_in(c, STR("|丨│￨/:,、;_-—?•·<>*&√."));
}

/* The slice without blanks: 信 息 → 信息. */
static struct str squeezed(struct arena *arena, struct str s)
{
    struct buf out = buf_make(arena, s.n);
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        if (!is_blank(utf8_next(s, &at)))
            buf_add(&out, str_sub(s, from, at));
    }
    return out.n == s.n ? s : buf_str(&out);
}

static bool is_dot(uint32_t c)
{
    return c == 0xB7 || c == 0x2022 || c == 0x30FB || c == 0x2027 || c == 0xFF0E;
}

/* The run of Han (and dots between them) at the place of reading. */
static struct str han_run(const struct reading *r)
{
    size_t at = r->at, end = r->at;
    while (at < r->s.n) {
        uint32_t c = utf8_next(r->s, &at);
        if (!is_han(c) && !(is_dot(c) && end > r->at && is_han(utf8_at(r->s, at))))
            break;
        end = at;
    }
    return str_sub(r->s, r->at, end);
}

static void add_author(struct reading *r, struct str name)
{
    if (phrase_is(PHRASE_NOBODY, name)) {
        r->nobody = true;
        return;
    }
    *PUSH(r->arena, &r->authors) = (struct author){ r->role, name };
}

/* Is s nothing but a name by its look? Weak surnames (海 国) count where a usual given name is behind. */
static bool looks_like_name(struct arena *arena, struct str s)
{
    if (line_han(s, NAME_HAN + 1) > NAME_HAN)
        return false;
    struct scan scan = name_scan(arena, s);
    return name_shape(&scan, 0, scan.n, NULL) >= 2;
}

/* May the name at `at`, which is glued to its label, be one: 记者王宋平, and in a list 记者王宋平 通讯员海生? Not 编辑部主任. */
static bool glued_name_at(const struct reading *r, size_t at)
{
    struct reading there = *r;
    there.at = at;
    return surname_at(r->s, at) || (r->authors.n && looks_like_name(r->arena, han_run(&there)));
}

/* Bytes of what follows the name in a run of Han: 刘冠英|文. The 文 of a name of three is the name's (刘学文). */
static size_t tail_of(struct str run)
{
    size_t tail = phrase_ends(PHRASE_CREDIT_TAIL, run), han = line_han(run, NAME_HAN + 1);
    bool given = tail == STR("文").n && word_at(run, run.n - tail, STR("文"));
    return han > (given ? 3 : 2) && tail < run.n ? tail : 0;
}

/* 高凱張量: two names of two. Only where both begin with a usual surname and the whole begins with no double one. */
static bool glued_names(struct reading *r, struct str run)
{
    size_t half = utf8_offset(run, 2);
    if (line_han(run, NAME_HAN + 1) != 4 || !surname_at(run, 0) || surname_at(run, 0) > 4 ||
        !surname_at(run, half))
        return false;
    add_author(r, str_sub(run, 0, half));
    add_author(r, str_sub(run, half, run.n));
    return true;
}

/* A single Han, a blank and another: 陈 赛. Answers the joined name, and moves on. */
static struct str spaced_name(struct reading *r, struct str run)
{
    size_t at = r->at + run.n, behind;
    while (at < r->s.n && is_blank(utf8_at(r->s, at)))
        utf8_next(r->s, &at);
    if (at == r->at + run.n || !is_han(utf8_at(r->s, at)))
        return (struct str){ 0 };
    behind = at;
    utf8_next(r->s, &behind);
    if (is_han(utf8_at(r->s, behind)))
        return (struct str){ 0 };
    struct str name = squeezed(r->arena, str_sub(r->s, r->at, behind));
    r->at = behind;
    return name;
}

/* Gives the names that wait the label behind them. */
static void label_waiting(struct reading *r, struct str label)
{
    for (size_t i = r->unlabelled; i < r->authors.n; i++)
        if (!r->authors.v[i].role.p)
            r->authors.v[i].role = label;
    r->unlabelled = r->authors.n;
    r->labelled = true;
}

/* A name, or several, at the place of reading. */
static bool read_name(struct reading *r)
{
    struct str run = han_run(r);
    size_t han = line_han(run, UNIT_HAN + 1), tail = tail_of(run), placed = utf8_offset(run, 3);
    bool report = word_at(run, run.n - tail, STR("报道")) || word_at(run, run.n - tail, STR("报导"));
    if (tail && report && r->role.p && han > NAME_HAN + 2 && han <= PLACE_HAN && looks_like_name(r->arena, str_sub(run, 0, placed))) {
        add_author(r, str_sub(run, 0, placed)); /* 记者于钦智|高雄报道 */
        r->at += run.n;
        return true;
    }
    struct str named = str_sub(run, 0, run.n - tail);
    bool someone = surname_at(named, 0) || phrase_ends(PHRASE_UNIT_END, named); /* 媒体报道 is nobody's */
    if (tail && someone && line_han(named, NAME_HAN + 1) <= NAME_HAN) {
        add_author(r, named);
        if (!r->role.p)
            label_waiting(r, str_sub(run, run.n - tail, run.n));
        r->at += run.n;
        return true;
    }
    if (!run.n || phrase_at(PHRASE_NAME_STOP, run, 0))
        return false;
    if (han == 1) {
        struct str name = spaced_name(r, run);
        if (name.n)
            add_author(r, name);
        return name.n > 0;
    }
    bool dotted = utf8_count(run) > han, unit = phrase_ends(PHRASE_UNIT_END, run) && han > 2;
    if (!glued_names(r, run)) {
        if (han > (unit ? UNIT_HAN : dotted ? 12 : NAME_HAN) || (unit && !r->role.p))
            return false;
        if (!r->divided && r->role.p && !glued_name_at(r, r->at))
            return false;
        add_author(r, run);
    }
    r->at += run.n;
    return true;
}

/* A pen name in Latin letters, behind a label. */
static bool read_pen_name(struct reading *r)
{
    size_t at = r->at;
    while (at < r->s.n && r->s.p[at] > ' ' && (r->s.p[at] == '_' || !is_divider((unsigned char)r->s.p[at])) && at - r->at <= PEN_NAME)
        at++;
    if (!r->role.p || at == r->at || at - r->at > PEN_NAME || (unsigned char)r->s.p[r->at] >= 0x80)
        return false;
    add_author(r, str_sub(r->s, r->at, at));
    r->at = at;
    return true;
}

/* 青岚日报记者, 某某网通讯员, 青岚新闻记者|陈欣: bytes of a reporter's label with the paper in front, at `at`, or 0. */
static size_t reporter_at(struct str s, size_t at)
{
    static const struct str labels[] = { STR_INIT("记者"), STR_INIT("通讯员") };
    struct str run = han_run(&(struct reading){ .s = s, .at = at });
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t label = word_find(run, labels[i], 0), end = label + labels[i].n;
        if (label == STR_NONE || !label || line_han(str_sub(run, 0, end), PAPER_HAN + 1) > PAPER_HAN)
            continue;
        struct str paper = str_sub(run, 0, label);
        bool press = phrase_ends(PHRASE_UNIT_END, paper) || phrase_ends(PHRASE_COLUMN_END, paper);
        if (end == run.n || (press && surname_at(run, end)))
            return end;
    }
    return 0;
}

/* A label at the place of reading: whole, or glued to a name that begins with a usual surname. */
static bool read_label(struct reading *r, bool at_border)
{
    size_t n = at_border ? phrase_spaced(PHRASE_CREDIT, r->s, r->at) : 0;
    if (!n && at_border)
        n = reporter_at(r->s, r->at);
    if (!n)
        return false;
    uint32_t behind = utf8_at(r->s, r->at + n);
    r->divided = !behind || is_divider(behind);
    if (!r->divided && !glued_name_at(r, r->at + n))
        return false;
    struct str label = squeezed(r->arena, str_sub(r->s, r->at, r->at + n));
    r->at += n;
    bool last = true; /* nothing but dividers and labels behind: it belongs to the names before */
    for (size_t at = r->at; at < r->s.n && last;) {
        size_t more = phrase_at(PHRASE_CREDIT, r->s, at);
        last = more || is_divider(utf8_at(r->s, at));
        if (more)
            at += more;
        else
            utf8_next(r->s, &at);
    }
    if (last && r->authors.n) {
        label_waiting(r, label);
        r->role = label;
        return true;
    }
    r->role = label;
    r->unlabelled = r->authors.n;
    r->labelled = true;
    return true;
}

/* Over the name of a paper in front of 记者: 青岚日报／ 记者江河. */
static bool read_paper(struct reading *r)
{
    struct str run = han_run(r);
    size_t at = r->at + run.n;
    if (r->labelled || r->authors.n || !phrase_ends(PHRASE_UNIT_END, run) || line_han(run, PAPER_HAN + 1) > PAPER_HAN)
        return false;
    while (at < r->s.n && is_divider(utf8_at(r->s, at)))
        utf8_next(r->s, &at);
    if (at == r->at + run.n || !word_at(r->s, at, STR("记者")))
        return false;
    r->at = at;
    return true;
}

/* Over where it was reported from, behind a reporter's name: 记者江河／台中即时报导. */
static bool read_place(struct reading *r)
{
    struct str run = han_run(r);
    size_t mark = r->at;
    if (!r->authors.n || r->at + run.n != r->s.n || !mark || narrow(utf8_prev(r->s, &mark)) != '/')
        return false;
    bool report = word_at(run, run.n - (run.n < 6 ? run.n : 6), STR("报导")) || word_at(run, run.n - (run.n < 12 ? run.n : 12), STR("综合报道"));
    if (!word_at(r->role, 0, STR("记者")) || !report || line_han(run, PLACE_HAN + 1) > PLACE_HAN)
        return false;
    r->at += run.n;
    return true;
}

/* Is he noted already, as what he is here: a byline at the end of the text is looked at as a signature too. */
static bool has_author(const struct draft *draft, struct author author)
{
    for (size_t i = 0; i < draft->authors.n; i++)
        if (str_eq(draft->authors.v[i].name, author.name) && str_eq(draft->authors.v[i].role, author.role))
            return true;
    return false;
}

bool credit_read(struct arena *arena, struct str s, struct draft *draft)
{
    struct reading r = { .arena = arena, .s = str_trim(s) };
    bool border = true;
    if (r.s.n > CREDIT_BYTES || line_han(r.s, CREDIT_HAN + 1) > CREDIT_HAN || phrase_is(PHRASE_TOOL, r.s)) /* 网站地图 */
        return false;
    while (r.at < r.s.n) {
        size_t next = r.at;
        if (is_divider(utf8_next(r.s, &next))) {
            r.at = next;
            border = true;
            continue;
        }
        if (read_paper(&r)) {
            border = true;
            continue;
        }
        bool name_only = r.authors.n == 0 && !r.labelled;
        if (!read_label(&r, border) && !read_place(&r) && !read_name(&r) && !read_pen_name(&r))
            return false;
        if (name_only && !r.labelled && r.authors.n > 3)
            return false;
        border = false;
    }
    for (size_t i = 0; i < r.authors.n; i++)
        if (!r.authors.v[i].role.p && (i >= SIGNERS || !looks_like_name(arena, r.authors.v[i].name)))
            return false; /* 刘学文 责任编辑:王晓明, not 县城北 编辑:王晓明 */
    for (size_t i = 0; r.labelled && i < r.authors.n; i++)
        if (!has_author(draft, r.authors.v[i]))
            *PUSH(arena, &draft->authors) = r.authors.v[i];
    return r.labelled && (r.authors.n || r.nobody);
}

/* Is it who took a picture that the text tells of: 卢金山摄? Not 见右图. */
static bool names_picture(struct str s)
{
    bool took = phrase_ends(PHRASE_CAPTION_END, s) && phrase_ends(PHRASE_CREDIT_TAIL, s);
    return took && surname_at(s, 0) && line_han(s, UNIT_HAN + 1) <= UNIT_HAN;
}

/* Bylines in brackets: (记者 邱睿 实习生 毛雅雯), (记者王宋平), (青岚日报记者 张三), 【记者张三北京报道】, (卢金山摄). The text keeps them. */
static void read_bylines(struct arena *arena, struct str s, struct draft *draft)
{
    for (size_t at = 0; at < s.n;) {
        uint32_t c = narrow(utf8_next(s, &at));
        if (!is_opening(c) || c == 0x300A || c == 0x201C)
            continue;
        size_t end = at;
        while (end < s.n && end - at < CREDIT_BYTES && !is_closing(utf8_at(s, end)))
            utf8_next(s, &end);
        struct str inside = str_sub(s, at, end);
        bool credit = phrase_at(PHRASE_CREDIT, inside, 0) || reporter_at(inside, 0) || names_picture(inside);
        if (credit && end < s.n && is_closing(utf8_at(s, end)))
            credit_read(arena, inside, draft);
    }
}

/* Bytes of the dateline that opens s: 本报讯, 南岚讯|记者…; 0 where none does. */
static size_t dateline_end(struct str s)
{
    size_t known = phrase_at(PHRASE_DATELINE, s, 0);
    struct str run = han_run(&(struct reading){ .s = s });
    return known || !word_at(run, run.n - (run.n < 3 ? run.n : 3), STR("讯")) || line_han(run, NAME_HAN + 1) > NAME_HAN ? known : run.n;
}

/* 本报讯 记者张三报道:…, 南岚讯 记者张三 6月29日… or 本报记者 张三 at the start of a paragraph, up to what ends it. */
static void read_opening_byline(struct arena *arena, struct str s, struct draft *draft)
{
    size_t at = dateline_end(s), end;
    while (at < s.n && is_blank(utf8_at(s, at)))
        utf8_next(s, &at);
    if (!phrase_at(PHRASE_CREDIT, s, at))
        return;
    for (end = at; end < s.n && end - at < CREDIT_BYTES; utf8_next(s, &end))
        if (char_in(utf8_at(s, end), STR(":0123456789")) || is_opening(utf8_at(s, end)) || word_at(s, end, STR("报道")))
            break;
    if (end < s.n && !is_opening(utf8_at(s, end)))
        credit_read(arena, str_sub(s, at, end), draft);
}

/* Who took the picture that a paragraph was, behind its last stop: …胜利闭幕。 何俊昌摄. */
static void read_closing_byline(struct arena *arena, struct str s, struct draft *draft)
{
    size_t start = 0;
    if (!phrase_ends(PHRASE_CAPTION_END, s))
        return;
    for (size_t at = 0; at < s.n; at = sentence_end(s, at))
        start = at;
    struct str last = str_trim(str_sub(s, start, s.n));
    if (start && (names_picture(last) || reporter_at(last, 0) || phrase_at(PHRASE_CREDIT, last, 0)))
        credit_read(arena, last, draft);
}

void credit_bylines(struct arena *arena, struct str s, struct draft *draft)
{
    read_closing_byline(arena, s, draft);
    read_opening_byline(arena, s, draft);
    read_bylines(arena, s, draft);
}

static bool is_author(const struct draft *draft, struct str name)
{
    for (size_t i = 0; i < draft->authors.n; i++)
        if (str_eq(draft->authors.v[i].name, name))
            return true;
    return false;
}

void credit_picture(struct arena *arena, struct str caption, struct draft *draft)
{
    size_t start = 0;
    for (size_t at = 0; at < caption.n;) { /* behind the last stop */
        uint32_t c = utf8_next(caption, &at);
        start = is_stop(c) && c != '.' && at < caption.n ? at : start;
    }
    for (size_t at = start; at < caption.n;) { /* and else behind a blank or within brackets */
        struct draft aside = { 0 };
        if (credit_read(arena, str_sub(caption, at, caption.n), &aside)) {
            for (size_t i = 0; i < aside.authors.n; i++)
                if (!is_author(draft, aside.authors.v[i].name))
                    *PUSH(arena, &draft->authors) = aside.authors.v[i];
            return;
        }
        for (uint32_t c = 0; at < caption.n && !is_blank(c) && !is_opening(c);)
            c = utf8_next(caption, &at);
    }
}
