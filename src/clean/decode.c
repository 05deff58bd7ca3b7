/* Bytes of a capture into text, whatever they were written in. */
#include "clean/decode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/buf.h"
#include "text/utf8.h"

/* All that iconv has to say of `source`, one U+FFFD for each byte it cannot read. */
static bool by_iconv(struct arena *arena, const char *encoding, struct bytes source, struct decoded *to, struct err *err)
{
    iconv_t cd = iconv_open("UTF-8", encoding);
    if (cd == (iconv_t)-1)
        return err_set(err, "cannot read %s on this machine", encoding);
    struct buf out = buf_make(arena, (size_t)-1 / 4);
    size_t left = source.n;
    char *in = (char *)(uintptr_t)source.p;
    while (left) {
        char piece[4096], *p = piece;
        size_t room = sizeof piece;
        size_t r = iconv(cd, &in, &left, &p, &room);
        int why = errno;
        buf_add_bytes(&out, piece, sizeof piece - room);
        if (r != (size_t)-1 || why == E2BIG)
            continue;
        buf_add(&out, STR("\uFFFD"));
        to->bad++;
        in++, left--;
    }
    iconv_close(cd);
    to->text = buf_str(&out);
    to->encoding = encoding;
    return true;
}

bool decode(struct arena *arena, struct bytes source, const char *encoding, struct decoded *to, struct err *err)
{
    *to = (struct decoded){ .encoding = "UTF-8", .note = STR("UTF-8") };
    if (source.n >= 3 && memcmp(source.p, "\xEF\xBB\xBF", 3) == 0)
        source.p += 3, source.n -= 3;
    if (encoding && strcmp(encoding, "UTF-8") != 0)
        return by_iconv(arena, encoding, source, to, err);
    if (!encoding && !utf8_valid(source))
        return by_iconv(arena, "GB18030", source, to, err);
    to->text = utf8_repair(arena, source, &to->bad);
    return true;
}
