/* How wide the terminal draws what Unicode calls ambiguous. */
#include "term/widths.h"

#include <string.h>

#define ASK(character) character "\033[6n\r"

/* Each kind by the character that is asked about, and the blocks that are taken to be drawn alike; the first is for all the rest. */
enum kind { QUOTE, ELLIPSIS, SIGN, CIRCLED, LINE, SHAPE, LETTER };

struct str widths_question(void)
{
    return STR("\033[2;1H" ASK("“") ASK("…") ASK("×") ASK("①") ASK("─") ASK("■") ASK("é") ASK("中中") "\033[K\033[?69$p\033[c");
}

bool widths_read(struct widths *widths, struct str remembered)
{
    if (remembered.n != WIDTH_KINDS)
        return false;
    for (size_t i = 0; i < remembered.n; i++)
        if (remembered.p[i] != '1' && remembered.p[i] != '2')
            return false;
    memcpy(widths->cells, remembered.p, WIDTH_KINDS);
    widths->cells[WIDTH_KINDS] = '\0';
    return true;
}

struct widths widths_all(int cells)
{
    struct widths widths = { "" };
    memset(widths.cells, cells == 2 ? '2' : '1', WIDTH_KINDS);
    return widths;
}

int widths_ambiguous(const struct widths *widths)
{
    return strchr(widths->cells, '2') ? 2 : 1;
}

static enum kind kind_of(uint32_t c)
{
    if (c >= 0x2024 && c <= 0x2027)
        return ELLIPSIS;
    if ((c >= 0xA0 && c < 0xC0) || c == 0xD7 || c == 0xF7 || (c >= 0x2100 && c < 0x2460))
        return SIGN;
    if ((c >= 0x2460 && c < 0x2500) || (c >= 0x2776 && c < 0x2794))
        return CIRCLED;
    if (c >= 0x2500 && c < 0x25A0)
        return LINE;
    if (c >= 0x25A0 && c < 0x2800)
        return SHAPE;
    return c < 0x600 ? LETTER : QUOTE;
}

int widths_of(const struct widths *widths, uint32_t c)
{
    return widths->cells[0] && widths->cells[kind_of(c)] == '2' ? 2 : 1;
}
