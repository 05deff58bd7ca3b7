/* Numbers that a document site put between the chunks of its text: …服务职1、工,…. */
#include "clean/chunk.h"

#include "clean/cut.h"
#include "clean/line.h"
#include "text/han.h"
#include "text/utf8.h"

enum { CHUNKS_LEAST = 3, NUMBER_MOST = 9999 };

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* The number and its 、 at `at`, glued between Han: its value, *end behind its mark; -1 for what counts or names something: 第1、 2、3个. */
static int chunk_number(struct str s, size_t at, size_t *end)
{
    size_t before = at, i = at;
    int number = 0;
    uint32_t left = at ? utf8_prev(s, &before) : 0;
    while (i < s.n && is_digit((unsigned char)s.p[i]) && number < NUMBER_MOST)
        number = number * 10 + (s.p[i++] - '0');
    if (i == at || !is_han(left) || left == 0x7B2C || utf8_at(s, i) != 0x3001) /* 第 、 */
        return -1;
    utf8_next(s, &i);
    *end = i;
    return is_han(utf8_at(s, i)) ? number : -1;
}

/* Hands over a run of numbers if it parts chunks, and begins another. */
static void end_run(struct arena *arena, struct pieces *run, bool stop, struct pieces *pieces)
{
    for (size_t i = 0; stop && run->list.n >= CHUNKS_LEAST && i < run->list.n; i++)
        pieces_add(arena, pieces, run->list.v[i].from, run->list.v[i].to, REMOVED_CHROME);
    run->list.n = 0;
}

static void find_chunks(struct arena *arena, struct str s, struct pieces *pieces)
{
    struct pieces run = { 0 };
    bool stop = false; /* a sentence ended between two numbers of the run */
    int last = 0, number;
    for (size_t at = 0, end; at < s.n;) {
        if (!is_digit((unsigned char)s.p[at])) {
            utf8_next(s, &at);
            continue;
        }
        if ((number = chunk_number(s, at, &end)) > 0) {
            if (run.list.n && number != last + 1) {
                end_run(arena, &run, stop, pieces);
                stop = false;
            }
            stop |= run.list.n && line_has_stop(str_sub(s, run.list.v[run.list.n - 1].to, at));
            pieces_add(arena, &run, at, end, REMOVED_CHROME);
            last = number;
        }
        while (at < s.n && is_digit((unsigned char)s.p[at]))
            at++;
    }
    end_run(arena, &run, stop, pieces);
}

void chunk_strip(struct arena *arena, struct draft *draft)
{
    for (size_t i = 0; i < draft->blocks.n; i++) {
        struct block *block = &draft->blocks.v[i];
        struct pieces pieces = { 0 };
        find_chunks(arena, block->text, &pieces);
        block->text = pieces_cut(arena, draft, block, &pieces);
    }
}
