/* The words of a library that are offered to who types letters, gathered beside the reader. */
#include "cmd/lexicon.h"

#include "host/workers.h"

void lexicon_open(struct lexicon *lexicon, struct library *library, struct bell *bell)
{
    *lexicon = (struct lexicon){ .library = library, .bell = bell };
}

static void gather(void *context)
{
    enum { WORDS_MOST = 50000 };
    struct lexicon *lexicon = context;
    struct vocabulary *next = &lexicon->next;
    struct arena work = { 0 };
    struct word_list words = { 0 };
    library_words(lexicon->library, &work, WORDS_MOST, &words);
    for (size_t i = 0; i < words.n; i++)
        words.v[i].text = arena_str(&next->arena, words.v[i].text);
    next->dictionary = dictionary_make(&next->arena, words.v, words.n);
    arena_finish(&work);
    atomic_store(&lexicon->gathered, true);
    if (lexicon->bell)
        bell_ring(lexicon->bell);
}

static void gather_beside(void *lexicon)
{
    aside_yield();
    gather(lexicon);
}

static bool is_old(const struct lexicon *lexicon)
{
    size_t reports = library_count(lexicon->library), then = lexicon->now.reports;
    return !lexicon->now.dictionary || reports > then + then / 8 || reports < then;
}

void lexicon_gather(struct lexicon *lexicon)
{
    if (lexicon->aside || !is_old(lexicon))
        return;
    lexicon->next.reports = library_count(lexicon->library);
    if (lexicon->bell && library_has_cache(lexicon->library)) {
        lexicon->aside = aside_start(gather_beside, lexicon);
    } else {
        gather(lexicon);
        lexicon_has_news(lexicon);
    }
}

bool lexicon_has_news(struct lexicon *lexicon)
{
    if (!atomic_load(&lexicon->gathered))
        return false;
    aside_wait(lexicon->aside, -1); /* it told with its last breath */
    lexicon->aside = NULL;
    atomic_store(&lexicon->gathered, false);
    arena_finish(&lexicon->now.arena);
    lexicon->now = lexicon->next;
    lexicon->next = (struct vocabulary){ .dictionary = NULL };
    return true;
}

bool lexicon_rests(const struct lexicon *lexicon)
{
    return !lexicon->aside;
}

struct words lexicon_words(const struct lexicon *lexicon, struct arena *arena, struct str letters, size_t most)
{
    struct dictionary_word *offers = NEW_N(arena, struct dictionary_word, most);
    struct str *v = NEW_N(arena, struct str, most);
    const struct dictionary *dictionary = lexicon->now.dictionary;
    size_t n = dictionary ? dictionary_suggest(dictionary, arena, letters, offers, most) : 0;
    for (size_t i = 0; i < n; i++)
        v[i] = offers[i].text;
    return (struct words){ v, n };
}

void lexicon_close(struct lexicon *lexicon)
{
    aside_wait(lexicon->aside, -1);
    arena_finish(&lexicon->now.arena);
    arena_finish(&lexicon->next.arena);
}
