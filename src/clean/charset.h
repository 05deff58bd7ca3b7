/* The five encodings that a capture can be in: their names, how well bytes fit them, and reading by them. */
#ifndef DAHUI_CLEAN_CHARSET_H
#define DAHUI_CLEAN_CHARSET_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum charset { CHARSET_NONE, CHARSET_UTF8, CHARSET_GB18030, CHARSET_BIG5, CHARSET_UTF16LE, CHARSET_UTF16BE };

/* iconv's name: "UTF-8", "GB18030", "BIG5", "UTF-16LE", "UTF-16BE"; static. */
const char *charset_name(enum charset charset);

/* The encoding that a label means (WHATWG Encoding, "names and labels", and the names that iconv's lists have for the same), in any
 * case, or CHARSET_NONE. A label is a key into a table and never reaches iconv_open. */
enum charset charset_of(struct bytes label);

/* What a page says of itself: <meta charset>, <meta http-equiv … content="…charset=">, <?xml encoding=?>, in the first 4 KB
 * (WHATWG HTML, "prescan a byte stream", in spirit). CHARSET_NONE where it is silent or names an encoding that we do not know. */
enum charset charset_declared(struct bytes source);

/* How well bytes fit an encoding. */
struct fit {
    size_t good;   /* well-formed sequences of more than one byte (UTF-16: units) */
    size_t common; /* of those, characters that Chinese text is made of */
    size_t bad;    /* maximal bad parts */
    bool cut;      /* the last bytes begin a character that does not end; not counted in bad */
};
struct fit charset_fit(enum charset charset, struct bytes bytes);

/* Reads bytes by one encoding after another into one text. iconv is asked only for GB18030 and BIG5, and opened when first needed. */
struct reader {
    struct buf out;
    size_t bad; /* places that a U+FFFD was put for */
    void *gb18030, *big5, *hkscs;
};
void reader_init(struct reader *reader, struct arena *arena);
void reader_finish(struct reader *reader); /* what was read stays, in the arena */

/* Adds `bytes`, one U+FFFD for each maximal bad part as WHATWG's decoders cut them, so that an ASCII byte behind a bad one stays.
 * False with words in err where this machine's iconv does not have the encoding. */
bool reader_add(struct reader *reader, enum charset charset, struct bytes bytes, struct err *err);

#endif
