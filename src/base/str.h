/* Slices: text that is valid UTF-8 (struct str) and bytes that may be anything (struct bytes). */
#ifndef DAHUI_BASE_STR_H
#define DAHUI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/* Valid UTF-8 by construction: only decoding (clean/decode, text/utf8) makes one out of bytes, and whoever
 * cuts one cuts between code points. It owns nothing; the memory belongs to an arena, a file's buffer or the
 * program. `n` counts bytes; there need not be a NUL behind them. */
struct str {
    const char *p;
    size_t n;
};

/* Raw input, not looked at yet. Another type, so that an undecoded byte cannot reach the screen. */
struct bytes {
    const unsigned char *p;
    size_t n;
};

/* A slice of a string literal (which is UTF-8, as our sources are). */
#define STR(literal) ((struct str){ "" literal, sizeof literal - 1 })
/* The same as an initialiser of a static table. */
#define STR_INIT(literal) { "" literal, sizeof literal - 1 }

/* What str_find answers when there is nothing to find. */
#define STR_NONE ((size_t)-1)

/* A slice of a NUL-ended string that is known to be UTF-8. */
struct str str_of(const char *s);

/* Bytes [from, to) of s; both ends are clamped to s. */
struct str str_sub(struct str s, size_t from, size_t to);

bool str_eq(struct str a, struct str b);
int str_cmp(struct str a, struct str b); /* byte order, which for UTF-8 is code point order */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* Offset of the first (last) needle in s at or behind `from` (anywhere), or STR_NONE. An empty needle is found at `from`. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_last(struct str s, struct str needle);
bool str_has(struct str s, struct str needle);

#endif
