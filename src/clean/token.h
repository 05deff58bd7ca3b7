/* A page into tags, text, comments and raw text: the tokenizer of the WHATWG HTML standard. */
#ifndef DAHUI_CLEAN_TOKEN_H
#define DAHUI_CLEAN_TOKEN_H

#include "base/str.h"

enum token_kind {
    TOKEN_TEXT,    /* with its character references as they stand */
    TOKEN_START,   /* <p class=x> */
    TOKEN_END,     /* </p> */
    TOKEN_COMMENT, /* comments, doctypes, processing instructions, the marks of CDATA */
    TOKEN_RAW,     /* what stands in script, style, xmp, iframe, noembed, noframes, title, textarea; `name` says in which */
};

/* Slices of the page; together the `source` of all tokens is the page. */
struct token {
    enum token_kind kind;
    struct str source;
    struct str name;       /* of a tag, in any case */
    struct str attributes; /* of a tag: what stands behind the name */
};

/* The page is read once from front to end. Where the standard gives up the rest of the page (a tag, a comment or a script that does
 * not end) the rest is read on as text and tags: a sentence lost is worse than a tag too many. */
struct tokenizer {
    struct str page;
    size_t at;
    struct str raw;      /* the element whose raw text comes next */
    unsigned no_raw_end; /* elements of which no end tag comes any more, a bit each */
    bool no_comment_end; /* no --> any more */
    bool no_tag_end;     /* a tag has run into the end of the page: from here on a tag ends before the next < */
    bool cdata;          /* <![CDATA[ is open */
};

struct tokenizer tokenizer_make(struct str page);

/* The next token, or false at the end. */
bool token_next(struct tokenizer *tokenizer, struct token *token);

/* The next attribute at *at, or false. The value has its character references as they stand. */
bool attribute_next(struct str attributes, size_t *at, struct str *name, struct str *value);

/* The value of the attribute `name` (small letters), or p NULL. The first of two counts, as in the standard. */
struct str attribute_get(struct str attributes, const char *name);

/* ASCII letters compared in any case; `word` in small ones. */
bool name_is(struct str name, const char *word);

#endif
