/* Who is named in a report, and as what. */
#include "clean/people.h"

#include "base/map.h"
#include "clean/naming.h"
#include "clean/picture.h"
#include "clean/role.h"
#include "text/han.h"
#include "text/utf8.h"

enum {
    PIECE_BYTES = 64 << 10, /* a paragraph longer than this is looked at in pieces, so that memory stays small */
    KEEP_BYTES = 256 << 10, /* an article up to this size is scanned once for both looks */
    LEN_MAX = 32,           /* characters of a name */
};

/* Somebody, while the paragraphs are gone through. */
struct someone {
    struct str name;
    ARRAY(struct str) roles;
    ARRAY(size_t) paragraphs;
    bool author;
};

/* One occurrence of a name in a scanned piece. */
struct mention {
    size_t who, from, to;
};

struct crowd {
    struct arena *arena; /* of the article */
    struct arena work;   /* of one piece, or where all is kept, of all */
    bool keep;
    ARRAY(struct scan) scans; /* kept: of each piece */
    struct names names;  /* what the text shows to be names */
    struct map index;    /* name → place in v */
    ARRAY(struct someone) v;
    ARRAY(size_t) order; /* places in v, by first mention */
    unsigned char first[0x10000 / 8]; /* which characters begin a name: most places are passed by with one look */
    unsigned char second[0x10000 / 8]; /* and which stand second */
    uint32_t lengths;    /* bit n: a name of n characters is known */
};

/* Where the piece of s that begins at `from` ends: behind a stop if there is one near. */
static size_t piece_end(struct str s, size_t from)
{
    if (s.n - from <= PIECE_BYTES)
        return s.n;
    size_t at = from, stop = 0;
    while (at - from < PIECE_BYTES) {
        uint32_t c = utf8_next(s, &at);
        if (is_stop(c) || is_blank(c))
            stop = at;
    }
    return stop > from ? stop : at;
}

static void set_bit(unsigned char bits[0x10000 / 8], uint32_t c)
{
    if (c < 0x10000)
        bits[c / 8] |= (unsigned char)(1u << c % 8);
}

static bool has_bit(const unsigned char bits[0x10000 / 8], uint32_t c)
{
    return c >= 0x10000 || (bits[c / 8] & 1u << c % 8) != 0;
}

static void know(struct crowd *crowd, struct str name)
{
    size_t at = 0, chars = utf8_count(name);
    if (chars < 2 || chars >= LEN_MAX)
        return;
    bool found;
    map_put(&crowd->index, name, crowd->v.n, &found);
    if (found)
        return;
    *PUSH(crowd->arena, &crowd->v) = (struct someone){ .name = name };
    set_bit(crowd->first, utf8_next(name, &at));
    set_bit(crowd->second, utf8_next(name, &at));
    crowd->lengths |= 1u << chars;
}

/* The scan of the n-th piece. */
static struct scan scan_of(struct crowd *crowd, size_t n, struct str piece)
{
    if (n < crowd->scans.n)
        return crowd->scans.v[n];
    struct scan scan = name_scan(&crowd->work, piece);
    if (crowd->keep)
        *PUSH(&crowd->work, &crowd->scans) = scan;
    return scan;
}

/* Calls `look` with every piece of the text. */
static void each_piece(struct crowd *crowd, const struct article *article, void (*look)(struct crowd *, const struct scan *, size_t))
{
    size_t n = 0;
    for (size_t p = 0; p < article->n_paragraphs; p++) {
        struct str s = article->paragraphs[p];
        for (size_t from = 0, to; from < s.n; from = to) {
            to = piece_end(s, from);
            struct scan scan = scan_of(crowd, n++, str_sub(s, from, to));
            look(crowd, &scan, p);
            if (!crowd->keep)
                arena_reset(&crowd->work);
        }
    }
}

static void find_names(struct crowd *crowd, const struct scan *scan, size_t paragraph)
{
    (void)paragraph;
    naming_find(scan, &crowd->names);
}

/* Is the name at [i, j) meant? One of two characters may stand in other words (施展 in 施展才华), so something must part it
 * from its neighbours. `floor` is where the last name ended. */
static bool is_meant(const struct scan *scan, size_t i, size_t j, size_t floor)
{
    if (j - i > 2 || i == floor || naming_after(scan, j) > 1)
        return true;
    bool word = name_word(scan, i, NAME_STOP_WHOLE) == 2;
    bool behind = naming_start(scan, i) || (scan->ends[i] & (NAME_ROLE | NAME_WEAK_ROLE)) || name_word(scan, j, NAME_TITLE) ||
                  (i > 0 && ((scan->marks[i - 1] & (NAME_LINK_CHAR | NAME_CUT1_CHAR)) || scan->plain[i - 1] == 0x3001));
    bool before = naming_after(scan, j) > 0 || name_word(scan, j, NAME_TITLE);
    return word ? behind && before : behind || before;
}

/* The longest known name at i. */
static bool mention_at(const struct crowd *crowd, const struct scan *scan, size_t i, size_t floor, struct mention *mention)
{
    if (i + 1 >= scan->n || !has_bit(crowd->first, utf8_at(scan->text, scan->at[i])) ||
        !has_bit(crowd->second, utf8_at(scan->text, scan->at[i + 1])))
        return false;
    for (size_t len = LEN_MAX - 1; len >= 2; len--) {
        if (!(crowd->lengths >> len & 1u) || i + len > scan->n)
            continue;
        const size_t *who = map_get(&crowd->index, name_text(scan, i, i + len));
        if (!who || !is_meant(scan, i, i + len, floor) || (name_word(scan, i, NAME_FORMULA) == len && !naming_formula(scan, i)))
            continue;
        *mention = (struct mention){ *who, i, i + len };
        return true;
    }
    return false;
}

static void give(struct crowd *crowd, size_t who, const struct roles *roles, bool shared)
{
    struct someone *someone = &crowd->v.v[who];
    for (size_t i = 0; i < roles->list.n; i++) {
        struct str role = roles->list.v[i];
        bool known = shared && !role_shared(role);
        for (size_t k = 0; k < someone->roles.n && !known; k++)
            known = str_eq(someone->roles.v[k], role);
        if (!known)
            *PUSH(crowd->arena, &someone->roles) = arena_str(crowd->arena, role);
    }
}

/* Names in a row, parted by 、 和 or blanks: they share what stands in front of the first and behind the last. */
struct row {
    ARRAY(struct mention) v;
    struct roles roles;
};

static void end_row(struct crowd *crowd, const struct scan *scan, struct row *row)
{
    if (row->v.n == 0)
        return;
    struct roles new = role_new(&crowd->work, scan, naming_past_brackets(scan, row->v.v[row->v.n - 1].to));
    for (size_t i = 0; i < row->v.n; i++)
        give(crowd, row->v.v[i].who, &new, false);
    row->v.n = 0;
}

static void see(struct crowd *crowd, const struct scan *scan, struct mention m, size_t floor, struct row *row)
{
    size_t before = floor ? floor + name_word(scan, floor, NAME_TITLE) : 0; /* 李明书记、王芳: that role is 李明's */
    struct roles own = role_before(&crowd->work, scan, m.from, before < m.from ? before : floor);
    bool goes_on = row->v.n > 0 && naming_next(scan, floor) == m.from;
    if (!goes_on)
        end_row(crowd, scan, row);
    if (!goes_on || own.list.n > 0 || own.credit)
        row->roles = own;
    *PUSH(&crowd->work, &row->v) = m;
    give(crowd, m.who, &row->roles, goes_on && own.list.n == 0 && !row->roles.heading);
    crowd->v.v[m.who].author |= row->roles.credit;
    struct roles after = role_after(&crowd->work, scan, m.to);
    give(crowd, m.who, &after, false);
}

static void see_names(struct crowd *crowd, const struct scan *scan, size_t paragraph)
{
    struct row row = { 0 };
    struct mention m;
    size_t floor = 0;
    for (size_t i = 0; i < scan->n;) {
        if (!mention_at(crowd, scan, i, floor, &m)) {
            i++;
            continue;
        }
        struct someone *someone = &crowd->v.v[m.who];
        if (someone->paragraphs.n == 0)
            *PUSH(crowd->arena, &crowd->order) = m.who;
        if (someone->paragraphs.n == 0 || someone->paragraphs.v[someone->paragraphs.n - 1] != paragraph)
            *PUSH(crowd->arena, &someone->paragraphs) = paragraph;
        see(crowd, scan, m, floor, &row);
        i = floor = m.to;
    }
    end_row(crowd, scan, &row);
}

/* Those who made the report are not in it, unless it gives them a part of their own. */
static void mark_authors(struct crowd *crowd, const struct article *article)
{
    for (size_t i = 0; i < article->n_authors; i++) {
        const size_t *who = map_get(&crowd->index, article->authors[i].name);
        if (who)
            crowd->v.v[*who].author = true;
    }
}

static void put_people(struct crowd *crowd, struct article *article)
{
    ARRAY(struct person) people = { 0 };
    for (size_t i = 0; i < crowd->order.n; i++) {
        const struct someone *s = &crowd->v.v[crowd->order.v[i]];
        if (s->author && s->roles.n == 0)
            continue;
        *PUSH(crowd->arena, &people) = (struct person){ s->name, s->roles.v, s->roles.n, s->paragraphs.v, s->paragraphs.n };
    }
    article->people = people.v;
    article->n_people = people.n;
}

/* Who is named in the paragraphs. */
static void read_people(struct arena *arena, struct article *article)
{
    struct crowd *crowd = NEW(arena, struct crowd);
    crowd->arena = crowd->index.arena = crowd->names.seen.arena = arena;
    size_t bytes = 0;
    for (size_t i = 0; i < article->n_paragraphs; i++)
        bytes += article->paragraphs[i].n;
    crowd->keep = bytes <= KEEP_BYTES;
    each_piece(crowd, article, find_names);
    for (size_t i = 0; i < crowd->names.list.n; i++)
        know(crowd, crowd->names.list.v[i]);
    if (crowd->v.n > 0)
        each_piece(crowd, article, see_names);
    mark_authors(crowd, article);
    put_people(crowd, article);
    arena_finish(&crowd->work);
}

static bool is_named(const struct article *article, struct str name)
{
    for (size_t i = 0; i < article->n_people; i++)
        if (str_eq(article->people[i].name, name))
            return true;
    return false;
}

/* Who is named only under a picture joins the others, with no paragraph to be found in. */
static void add_pictured(struct arena *arena, struct article *article)
{
    ARRAY(struct str) captions = { 0 };
    for (size_t i = 0; i < article->n_removed; i++)
        if (article->removed[i].class == REMOVED_IMAGE && caption_is(article->removed[i].text))
            *PUSH(arena, &captions) = article->removed[i].text;
    if (!captions.n)
        return;
    struct article pictured = { .paragraphs = captions.v, .n_paragraphs = captions.n, .authors = article->authors,
                                .n_authors = article->n_authors };
    read_people(arena, &pictured);
    ARRAY(struct person) all = { 0 };
    for (size_t i = 0; i < article->n_people; i++)
        *PUSH(arena, &all) = article->people[i];
    for (size_t i = 0; i < pictured.n_people; i++)
        if (!is_named(article, pictured.people[i].name))
            *PUSH(arena, &all) = (struct person){ .name = pictured.people[i].name, .roles = pictured.people[i].roles,
                                                  .n_roles = pictured.people[i].n_roles };
    article->people = all.v;
    article->n_people = all.n;
}

void people(struct arena *arena, struct article *article)
{
    read_people(arena, article);
    add_pictured(arena, article);
}
