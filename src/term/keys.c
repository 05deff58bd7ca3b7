/* Bytes that a terminal sends, as keys. */
#include "term/keys.h"

#include <assert.h>
#include <string.h>
#include <wchar.h>

#include "text/utf8.h"

enum { LONGEST_SEQUENCE = 100, MARGINS_MODE = 69 };

/* What a parser found at the front: `len` bytes that are `key`, no key at all (K_NONE), or with len 0 that more must come. */
struct found {
    size_t len;
    uint32_t key;
};

static const struct found unfinished = { 0, K_NONE };

void keys_learn(struct keys *keys, const char *sequence, uint32_t key)
{
    if (!sequence || sequence[0] != '\033' || !sequence[1] || keys->n_known == sizeof keys->known / sizeof *keys->known)
        return;
    keys->known[keys->n_known++] = (struct key_sequence){ sequence, key };
}

size_t keys_room(const struct keys *keys)
{
    return sizeof keys->bytes - keys->n;
}

void keys_add(struct keys *keys, const unsigned char *bytes, size_t n)
{
    assert(n <= keys_room(keys));
    memcpy(keys->bytes + keys->n, bytes, n);
    keys->n += n;
}

/* A sequence of this very terminal. K_NONE with a length of 1: none begins so. */
static struct found find_known(const struct keys *keys)
{
    struct found found = { 1, K_NONE };
    for (size_t i = 0; i < keys->n_known; i++) {
        size_t len = strlen(keys->known[i].bytes);
        size_t both = len < keys->n ? len : keys->n;
        if (memcmp(keys->known[i].bytes, keys->bytes, both) != 0)
            continue;
        if (both == len)
            return (struct found){ len, keys->known[i].key };
        found = unfinished;
    }
    return found;
}

/* The key that ends in this letter: behind ESC [ or ESC O, with or without modifiers. */
static uint32_t key_of_letter(unsigned char letter)
{
    switch (letter) {
    case 'A':
        return K_UP;
    case 'B':
        return K_DOWN;
    case 'C':
        return K_RIGHT;
    case 'D':
        return K_LEFT;
    case 'H':
        return K_HOME;
    case 'F':
        return K_END;
    case 'P':
        return K_F1;
    default:
        return K_UNKNOWN;
    }
}

/* The key of ESC [ number ~ */
static uint32_t key_of_number(unsigned number)
{
    switch (number) {
    case 1:
    case 7:
        return K_HOME;
    case 3:
        return K_DELETE;
    case 4:
    case 8:
        return K_END;
    case 5:
        return K_PAGE_UP;
    case 6:
        return K_PAGE_DOWN;
    case 11:
        return K_F1;
    default:
        return K_UNKNOWN;
    }
}

/* The numbers of a sequence ESC [ … letter: how many (at most max; what is left out is 0). */
static size_t read_numbers(const unsigned char *at, const unsigned char *end, unsigned *numbers, size_t max)
{
    size_t n = 0;
    for (; at < end && n < max; at++) {
        numbers[n] = 0;
        for (; at < end && *at >= '0' && *at <= '9'; at++)
            numbers[n] = numbers[n] < 10000 ? numbers[n] * 10 + (unsigned)(*at - '0') : numbers[n];
        n++;
    }
    return n;
}

/* Is the whole sequence of `len` bytes what we asked for? */
static bool find_answer(const unsigned char *bytes, size_t len, struct key_answer *answer)
{
    unsigned numbers[2];
    bool question = len > 3 && bytes[2] == '?';
    size_t n = read_numbers(bytes + (question ? 3 : 2), bytes + len - 1, numbers, 2);
    switch (bytes[len - 1]) {
    case 'R':
        *answer = (struct key_answer){ .what = ANSWER_PLACE, .col = n == 2 ? numbers[1] : 0 };
        return !question && n == 2 && numbers[0] == 2;
    case 'y':
        *answer = (struct key_answer){ .what = ANSWER_MODE, .mode = n == 2 ? numbers[1] : 0 };
        return question && n == 2 && numbers[0] == MARGINS_MODE && bytes[len - 2] == '$';
    case 'c':
        *answer = (struct key_answer){ .what = ANSWER_END };
        return question;
    default:
        return false;
    }
}

/* ESC [ parameters letter. The Linux console has ESC [ [ A for F1. */
static struct found find_csi(const struct keys *keys)
{
    const unsigned char *b = keys->bytes;
    unsigned number = 0;
    size_t at = 2;
    if (keys->n > 2 && b[2] == '[')
        return keys->n == 3 ? unfinished : (struct found){ 4, b[3] == 'A' ? K_F1 : K_UNKNOWN };
    while (at < keys->n && b[at] >= '0' && b[at] <= '9' && number < 1000)
        number = number * 10 + (unsigned)(b[at++] - '0');
    while (at < keys->n && b[at] >= 0x20 && b[at] <= 0x3F)
        at++;
    if (at >= LONGEST_SEQUENCE)
        return (struct found){ at, K_UNKNOWN };
    if (at == keys->n)
        return unfinished;
    if (b[at] < 0x40 || b[at] > 0x7E)
        return (struct found){ 1, K_ESC }; /* no sequence after all */
    if (b[at] == '~')
        return (struct found){ at + 1, key_of_number(number) };
    struct key_answer answer;
    if (keys->asked && find_answer(b, at + 1, &answer))
        return (struct found){ at + 1, K_ANSWER };
    return (struct found){ at + 1, b[at] == 'Z' ? K_BACKTAB : key_of_letter(b[at]) };
}

/* ESC O letter; the keypad sends its digits and signs so too. */
static struct found find_ss3(const struct keys *keys)
{
    static const char keypad[] = "*+,-./0123456789";
    if (keys->n == 2)
        return unfinished;
    unsigned char letter = keys->bytes[2];
    uint32_t key = key_of_letter(letter);
    if (letter == 'M')
        key = K_ENTER;
    else if (letter >= 'j' && letter <= 'y')
        key = (uint32_t)keypad[letter - 'j'];
    return key == K_UNKNOWN ? (struct found){ 1, K_ESC } : (struct found){ 3, key };
}

static struct found find_escape(const struct keys *keys)
{
    struct found found = find_known(keys);
    if (found.key != K_NONE)
        return found;
    if (keys->n == 1)
        return unfinished;
    if (keys->bytes[1] == '[')
        return find_csi(keys);
    if (keys->bytes[1] == 'O')
        return find_ss3(keys);
    return found.len == 0 ? unfinished : (struct found){ 1, K_ESC };
}

static struct found find_local_character(const struct keys *keys)
{
    mbstate_t state = { 0 };
    wchar_t c;
    size_t n = mbrtowc(&c, (const char *)keys->bytes, keys->n, &state);
    if (n == (size_t)-2)
        return unfinished;
    return n == 0 || n == (size_t)-1 ? (struct found){ 1, K_NONE } : (struct found){ n, (uint32_t)c };
}

static struct found find_character(const struct keys *keys)
{
    if (keys->local)
        return find_local_character(keys);
    struct bytes b = { keys->bytes, keys->n };
    size_t good = utf8_good(b, 0);
    if (good == 0) {
        size_t bad = utf8_bad(b, 0);
        bool cut = bad == keys->n && bad < 4 && b.p[0] >= 0xC2 && b.p[0] <= 0xF4;
        return cut ? unfinished : (struct found){ bad, K_NONE };
    }
    return (struct found){ good, utf8_at((struct str){ (const char *)keys->bytes, good }, 0) };
}

static struct found find_key(const struct keys *keys)
{
    switch (keys->bytes[0]) {
    case '\033':
        return find_escape(keys);
    case '\r':
    case '\n':
        return (struct found){ 1, K_ENTER };
    case '\b':
    case 0x7F:
        return (struct found){ 1, K_BACKSPACE };
    default:
        return find_character(keys);
    }
}

bool keys_next(struct keys *keys, bool late, uint32_t *key)
{
    while (keys->n > 0) {
        struct found found = find_key(keys);
        if (found.len == 0 && late && keys->bytes[0] == '\033')
            found = (struct found){ 1, K_ESC };
        if (found.len == 0)
            return false;
        if (found.key == K_ANSWER) {
            find_answer(keys->bytes, found.len, &keys->answer);
            keys->asked = keys->answer.what != ANSWER_END;
        }
        keys->n -= found.len;
        memmove(keys->bytes, keys->bytes + found.len, keys->n);
        *key = found.key;
        if (found.key != K_NONE)
            return true;
    }
    return false;
}

bool keys_doubtful(const struct keys *keys)
{
    return keys->n > 0 && keys->bytes[0] == '\033';
}
