/* Characters that stand for others on curses' screen. */
#include "term/slots.h"

#include <string.h>

#include "base/buf.h"

/* How the slots of a width begin in UTF-8; their last two bytes tell the place. */
static const struct str lead[2] = { STR_INIT("\xEE"), STR_INIT("\xF0\xAA") };

void slots_finish(struct slots *slots)
{
    arena_finish(&slots->arena);
}

void slots_forget(struct slots *slots)
{
    arena_finish(&slots->arena);
    for (int i = 0; i < 2; i++) {
        slots->of[i].n = 0;
        slots->of[i].places = (struct map){ 0 };
    }
}

wchar_t slots_take(struct slots *slots, struct str bytes, int width, int mark)
{
    struct slots_of_width *of = &slots->of[width - 1];
    struct buf key = buf_make(&slots->arena, 1000);
    of->places.arena = &slots->arena;
    buf_add(&key, bytes);
    buf_add_format(&key, " %d", mark);
    const size_t *there = map_get(&of->places, buf_str(&key));
    size_t place = there ? *there : of->n;
    if (place == SLOTS)
        return 0;
    if (!there) {
        of->bytes[of->n++] = str_sub(buf_str(&key), 0, bytes.n);
        map_put(&of->places, buf_str(&key), place, NULL);
    }
    return (wchar_t)((width == 2 ? SLOT_WIDE : SLOT_NARROW) + (int)place);
}

bool slots_crowded(const struct slots *slots)
{
    return slots->of[0].n > SLOTS * 3 / 4 || slots->of[1].n > SLOTS * 3 / 4;
}

bool slots_use(uint32_t c)
{
    return (c >= SLOT_WIDE && c < SLOT_WIDE + SLOTS) || (c >= SLOT_NARROW && c < SLOT_NARROW + SLOTS);
}

/* The slot at `at`: its length, and what it stands for. 0: none is there. */
static size_t slot_at(const struct slots *slots, struct str frame, size_t at, struct str *bytes)
{
    for (int i = 0; i < 2; i++) {
        size_t n = lead[i].n;
        if (frame.n - at < n + 2 || memcmp(frame.p + at, lead[i].p, n) != 0)
            continue;
        size_t place = (size_t)((frame.p[at + n] & 0x3F) << 6 | (frame.p[at + n + 1] & 0x3F));
        if (place >= slots->of[i].n)
            return 0;
        *bytes = slots->of[i].bytes[place];
        return n + 2;
    }
    return 0;
}

struct str slots_replace(const struct slots *slots, struct arena *arena, struct str frame)
{
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    size_t kept = 0;
    for (size_t at = 0; at < frame.n;) {
        struct str bytes;
        size_t n = (unsigned char)frame.p[at] >= 0xEE ? slot_at(slots, frame, at, &bytes) : 0;
        if (n > 0) {
            buf_add(&out, str_sub(frame, kept, at));
            buf_add(&out, bytes);
            kept = at + n;
        }
        at += n ? n : 1;
    }
    buf_add(&out, str_sub(frame, kept, frame.n));
    return buf_str(&out);
}
