/* What the elements of HTML do to a flow of text. Source: WHATWG HTML, 13.1.2 and 15.3. */
#include "clean/element.h"

#include <string.h>

#define B ELEMENT_BLOCK
#define V ELEMENT_VOID
#define C (ELEMENT_BLOCK | ELEMENT_CHROME)
#define I (ELEMENT_BLOCK | ELEMENT_ITEM)
#define H (ELEMENT_BLOCK | ELEMENT_HEADING)

enum { P = 1, LI, CELL, ROW, TERM, OPTION };

/* In order of names: they are looked up by halving. The first is what we do not know. */
static const struct element elements[] = {
    { "", 0, 0 },
    { "a", ELEMENT_LINK, 0 }, { "abbr", 0, 0 }, { "acronym", 0, 0 }, { "address", B, 0 }, { "area", V, 0 }, { "article", B, 0 },
    { "aside", C, 0 }, { "audio", 0, 0 },
    { "b", 0, 0 }, { "base", V, 0 }, { "bdi", 0, 0 }, { "bdo", 0, 0 }, { "big", 0, 0 }, { "blockquote", B, 0 },
    { "body", B | ELEMENT_PAGE, 0 }, { "br", V | ELEMENT_BREAK, 0 }, { "button", C, 0 },
    { "canvas", 0, 0 }, { "caption", B | ELEMENT_CAPTION, 0 }, { "center", B, 0 }, { "cite", 0, 0 }, { "code", 0, 0 }, { "col", V, 0 },
    { "colgroup", B, 0 }, { "dd", I, TERM }, { "del", 0, 0 }, { "details", B, 0 }, { "dfn", 0, 0 }, { "dialog", C, 0 }, { "dir", B, 0 },
    { "div", B, 0 }, { "dl", B, 0 }, { "dt", I, TERM },
    { "em", 0, 0 }, { "embed", V, 0 }, { "fieldset", B, 0 }, { "figcaption", B | ELEMENT_CAPTION, 0 }, { "figure", B, 0 }, { "font", 0, 0 },
    { "footer", C, 0 }, { "form", B, 0 }, { "frame", V, 0 }, { "frameset", B, 0 },
    { "h1", H, 0 }, { "h2", H, 0 }, { "h3", H, 0 }, { "h4", H, 0 }, { "h5", H, 0 }, { "h6", H, 0 },
    { "head", B | ELEMENT_PAGE, 0 }, { "header", B, 0 }, { "hgroup", B, 0 }, { "hr", B | V, 0 }, { "html", B | ELEMENT_PAGE, 0 },
    { "i", 0, 0 }, { "iframe", B | ELEMENT_RAW, 0 }, { "image", V, 0 }, { "img", V, 0 }, { "input", V, 0 }, { "ins", 0, 0 },
    { "kbd", 0, 0 }, { "label", 0, 0 }, { "legend", B, 0 }, { "li", I, LI }, { "link", V, 0 }, { "listing", B | ELEMENT_PRE, 0 },
    { "main", B, 0 }, { "map", 0, 0 }, { "mark", 0, 0 }, { "marquee", B, 0 }, { "menu", C, 0 }, { "meta", V, 0 },
    { "nav", C, 0 }, { "nobr", 0, 0 }, { "noembed", B | ELEMENT_RAW, 0 }, { "noframes", B | ELEMENT_RAW, 0 }, { "noscript", C, 0 },
    { "object", 0, 0 }, { "ol", B, 0 }, { "optgroup", B, 0 }, { "option", I, OPTION },
    { "p", B, P }, { "param", V, 0 }, { "pre", B | ELEMENT_PRE, 0 }, { "q", 0, 0 }, { "rb", 0, 0 }, { "rp", 0, 0 }, { "rt", 0, 0 },
    { "ruby", 0, 0 }, { "s", 0, 0 }, { "samp", 0, 0 }, { "script", ELEMENT_RAW, 0 }, { "section", B, 0 }, { "select", C, 0 },
    { "small", 0, 0 }, { "source", V, 0 }, { "span", 0, 0 }, { "strike", 0, 0 }, { "strong", 0, 0 }, { "style", ELEMENT_RAW, 0 },
    { "sub", 0, 0 }, { "summary", B, 0 }, { "sup", 0, 0 }, { "svg", 0, 0 },
    { "table", B, 0 }, { "tbody", B, 0 }, { "td", B | ELEMENT_CELL, CELL }, { "textarea", B | ELEMENT_RAW, 0 }, { "tfoot", B, 0 },
    { "th", B | ELEMENT_CELL, CELL }, { "thead", B, 0 }, { "time", 0, 0 }, { "title", B | ELEMENT_RAW, 0 }, { "tr", B, ROW },
    { "tt", 0, 0 }, { "u", 0, 0 }, { "ul", B, 0 }, { "var", 0, 0 }, { "video", 0, 0 }, { "wbr", V, 0 },
    { "xmp", B | ELEMENT_RAW, 0 },
};

_Static_assert(sizeof elements / sizeof *elements <= ELEMENTS, "more elements than there are numbers");

/* Order of a name in any case and one of the table. */
static int order(struct str name, const char *word)
{
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i] >= 'A' && name.p[i] <= 'Z' ? (char)(name.p[i] + ('a' - 'A')) : name.p[i];
        if (c != word[i])
            return (unsigned char)c < (unsigned char)word[i] ? -1 : 1;
    }
    return word[name.n] ? -1 : 0;
}

size_t element_number(struct str name)
{
    size_t low = 1, high = sizeof elements / sizeof *elements;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int way = order(name, elements[middle].name);
        if (way == 0)
            return middle;
        if (way < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return ELEMENT_NONE;
}

const struct element *element_of(size_t number)
{
    return &elements[number];
}
