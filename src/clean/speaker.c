/* Who speaks: the clause 市委副书记张某强调 in a report. */
#include "clean/speaker.h"

#include "clean/line.h"
#include "clean/name.h"
#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

enum { ROLE_CHARS = 40, NAME_CHARS = 4, HEADING_HAN = 30, ROLE_HAN = 12, TEXT_HAN = 40, REPORT_CHARS = 24 };

struct map speaker_names(struct arena *arena, const struct article *article)
{
    struct map names = { .arena = arena };
    for (size_t i = 0; i < article->n_people; i++)
        map_put(&names, article->people[i].name, i, NULL);
    return names;
}

/* Bytes of the first n characters of s at `at`, all of them Han, or 0. */
static size_t han_bytes(struct str s, size_t at, int n)
{
    size_t end = at;
    for (int i = 0; i < n; i++)
        if (end >= s.n || !is_han(utf8_next(s, &end)))
            return 0;
    return end - at;
}

/* Bytes of the longest known name at `at`. */
static size_t known_name(const struct map *names, struct str s, size_t at)
{
    for (int n = NAME_CHARS; n >= 2; n--) {
        size_t bytes = han_bytes(s, at, n);
        if (bytes && names->n && map_get(names, str_sub(s, at, at + bytes)))
            return bytes;
    }
    return 0;
}

/* Somebody's 同志 behind the name. */
static size_t behind_title(struct str s, size_t at)
{
    return at + word_at(s, at, STR("同志"));
}

static bool goes_on(struct str s, size_t at)
{
    return phrase_at(PHRASE_SAYS, s, at) || phrase_at(PHRASE_ADDRESSES, s, at) || word_at(s, at, STR("主持")) || word_at(s, at, STR("同志"));
}

/* Bytes of what looks like a name at `at`: a usual surname, one or two characters, and then what speakers do. */
static size_t likely_name(struct str s, size_t at)
{
    size_t surname = surname_at(s, at);
    for (int n = 1; surname && n <= 2; n++) {
        size_t given = han_bytes(s, at + surname, n);
        if (given && goes_on(s, at + surname + given))
            return surname + given;
    }
    return 0;
}

/* The name in the clause [at, end): at its start, or behind a role (or 由). Its place, or STR_NONE; its bytes in *n. */
static size_t find_name(const struct map *names, struct str s, size_t at, size_t end, size_t *n)
{
    size_t i = at;
    for (int chars = 0; chars < ROLE_CHARS && i < end; chars++) {
        struct str role = str_sub(s, at, i);
        bool place = i == at || phrase_ends(PHRASE_ROLE_END, role);
        *n = place ? known_name(names, s, i) : 0;
        if (place && (*n || (*n = likely_name(s, i))))
            return i;
        uint32_t c = utf8_next(s, &i);
        if (!is_han(c) && c != 0x3001 && c != 0xD7 && c != '(' && c != ')')
            break;
    }
    return STR_NONE;
}

/* Bytes of what somebody gave (作了|重要讲话, 作了|题为《…》的报告) behind the verb that ends at `at`, to the end of its clause; 0 for other verbs
 * and where it is long. */
static size_t report_behind(struct str s, size_t at)
{
    if (!word_at(s, at - 6, STR("作了")))
        return 0;
    size_t end = at, depth = 0;
    for (int chars = 0; end < s.n; chars++) {
        uint32_t c = utf8_at(s, end);
        depth += c == 0x300A; /* 《 */
        if (!depth && (is_stop(c) || is_pause(c)))
            return end - at;
        depth -= c == 0x300B && depth; /* 》 */
        if (chars >= REPORT_CHARS)
            return 0;
        utf8_next(s, &end);
    }
    return end - at;
}

/* speaker_at with the whole clause for a text, however long. */
static bool find_speaker(const struct map *names, struct str s, size_t at, struct speaker *speaker)
{
    size_t end = clause_end(s, at), n, name = find_name(names, s, at, end, &n);
    if (name == STR_NONE)
        return false;
    size_t verb = behind_title(s, name + n), says = phrase_at(PHRASE_SAYS, s, verb);
    struct str rest = str_sub(s, verb, end), sentence = sentence_head(s, verb);
    *speaker = (struct speaker){ .name = str_sub(s, name, name + n), .text = str_sub(s, at, end) };
    speaker->chairs = word_in(rest, "主持");
    if (says) {
        speaker->text = str_sub(s, at, verb + says + report_behind(s, verb + says));
        return plain(utf8_at(s, verb + says)) != 0x3002;
    }
    size_t report = str_find(speaker->text, STR("《"), 0);
    if (report != STR_NONE && at + report > verb)
        speaker->text.n = report;
    if (line_han(speaker->text, TEXT_HAN + 1) > TEXT_HAN)
        speaker->text = str_sub(s, at, verb);
    if (speaker->chairs)
        return word_at(s, verb, STR("主持")) > 0;
    return phrase_at(PHRASE_ADDRESSES, s, verb) && phrase_in(PHRASE_GRATITUDE, sentence) && !word_in(rest, "出席");
}

bool speaker_at(const struct map *names, struct str s, size_t at, struct speaker *speaker)
{
    if (!find_speaker(names, s, at, speaker))
        return false;
    size_t role = (size_t)(speaker->name.p - speaker->text.p);
    if (line_han(speaker->text, HEADING_HAN + 1) > HEADING_HAN && line_han(str_sub(speaker->text, 0, role), ROLE_HAN + 1) > ROLE_HAN)
        speaker->text = str_sub(speaker->text, role, speaker->text.n);
    return true;
}
