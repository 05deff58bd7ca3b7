/* The words of a library that are offered to who types letters, gathered beside the reader. */
#ifndef DAHUI_CMD_LEXICON_H
#define DAHUI_CMD_LEXICON_H

#include "find/suggest.h"
#include "host/bell.h"
#include "library/library.h"
#include "ui/answer.h"

struct lexicon {
    struct library *library;
    struct bell *bell;   /* rings when the words are there; NULL: they are gathered before they are asked for */
    struct aside *aside; /* gathering; NULL: nobody is */
    atomic_bool gathered;
    struct vocabulary {
        struct arena arena;
        struct dictionary *dictionary; /* NULL: none yet */
        size_t reports;                /* how many there were */
    } now, next;
};

/* Library and bell live longer. */
void lexicon_open(struct lexicon *lexicon, struct library *library, struct bell *bell);
void lexicon_close(struct lexicon *lexicon);

/* Begins to gather the words, where there are none or the library has grown much since. */
void lexicon_gather(struct lexicon *lexicon);

/* Was anything gathered since it was asked last? */
bool lexicon_has_news(struct lexicon *lexicon);

/* Is nothing being gathered, so that the library may change? */
bool lexicon_rests(const struct lexicon *lexicon);

/* Those known by now that the letters spell: at most `most`, in the arena. */
struct words lexicon_words(const struct lexicon *lexicon, struct arena *arena, struct str letters, size_t most);

#endif
