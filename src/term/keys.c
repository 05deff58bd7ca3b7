/* Bytes that a terminal sends, as keys. */
#include "term/keys.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "text/utf8.h"

enum { LONGEST_SEQUENCE = 100, MARGINS_MODE = 69, PASTE_BEGINS = 200, PASTE_ENDS = 201, K_PASTE = K_MOUSE + 1 };
#define PASTE_END "\033[201~"
#define PAPER "\033]11;"

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

/* The button of a report of the mouse: low bits which, then shift, meta, control, movement (32), wheel (64). False: one that means nothing to us. */
static bool read_button(unsigned button, bool released, enum mouse *what)
{
    enum { MODIFIERS = 4 | 8 | 16, MOVES = 32, WHEEL = 64 };
    button &= ~(unsigned)MODIFIERS;
    *what = button == WHEEL ? MOUSE_WHEEL_UP : button == WHEEL + 1 ? MOUSE_WHEEL_DOWN : released ? MOUSE_RELEASE : button == MOVES ? MOUSE_DRAG : MOUSE_PRESS;
    return button == WHEEL || button == WHEEL + 1 || (button & ~(unsigned)MOVES) == 0;
}

/* ESC [ < button ; column ; row M, or m where it was released (mode 1006). */
static bool read_mouse(const unsigned char *bytes, size_t len, struct key_mouse *to)
{
    unsigned numbers[3];
    if (read_numbers(bytes + 3, bytes + len - 1, numbers, 3) != 3 || numbers[1] == 0 || numbers[2] == 0)
        return false;
    *to = (struct key_mouse){ .row = (int)numbers[2] - 1, .col = (int)numbers[1] - 1 };
    return read_button(numbers[0], bytes[len - 1] == 'm', &to->what);
}

/* ESC [ M and three bytes, each 32 more than button, column, row: terminals that do not know mode 1006. */
static struct found find_old_mouse(const struct keys *keys, struct key_mouse *to)
{
    enum { LENGTH = 6, RELEASED = 3 };
    const unsigned char *b = keys->bytes;
    if (keys->n < LENGTH)
        return unfinished;
    unsigned button = b[3] - 32u;
    *to = (struct key_mouse){ .row = b[5] - 33, .col = b[4] - 33 };
    bool released = (button & 3) == RELEASED && button < 32;
    bool ours = b[3] >= 32 && b[4] > 32 && b[5] > 32 && read_button(released ? 0 : button, released, &to->what);
    return (struct found){ LENGTH, ours ? K_MOUSE : K_NONE };
}

/* ESC [ parameters letter. The Linux console has ESC [ [ A for F1. */
static struct found find_csi(const struct keys *keys)
{
    const unsigned char *b = keys->bytes;
    unsigned number = 0;
    size_t at = 2;
    struct key_mouse mouse;
    if (keys->mouse && keys->n > 2 && b[2] == 'M')
        return find_old_mouse(keys, &mouse);
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
    if (b[2] == '<' && (b[at] == 'M' || b[at] == 'm'))
        return (struct found){ at + 1, keys->mouse && read_mouse(b, at + 1, &mouse) ? K_MOUSE : K_NONE };
    if (b[at] == '~')
        return (struct found){ at + 1, number == PASTE_BEGINS ? K_PASTE : number == PASTE_ENDS ? K_NONE : key_of_number(number) };
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

/* Where the string that begins with ESC ] ends, with BEL or ESC backslash; 0 where it does not yet. */
static size_t end_of_string(const struct keys *keys)
{
    for (size_t i = 2; i < keys->n; i++) {
        if (keys->bytes[i] == '\a')
            return i + 1;
        if (keys->bytes[i] == '\\' && keys->bytes[i - 1] == '\033')
            return i + 1;
    }
    return 0;
}

/* ESC ] 11 ; rgb:RRRR/GGGG/BBBB: the background. Each of one to four hexadecimal digits. */
static bool read_paper(const unsigned char *bytes, size_t len, struct key_answer *answer)
{
    char text[64];
    unsigned v[3];
    int from[3], to[3];
    size_t n = len < sizeof text ? len : sizeof text - 1;
    memcpy(text, bytes, n);
    text[n] = '\0';
    if (sscanf(text, "\033]11;rgb:%n%4x%n/%n%4x%n/%n%4x%n", &from[0], &v[0], &to[0], &from[1], &v[1], &to[1], &from[2], &v[2], &to[2]) != 3)
        return false;
    double light = 0;
    static const double weights[] = { 0.299, 0.587, 0.114 };
    for (int i = 0; i < 3; i++)
        light += weights[i] * v[i] / ((1u << 4 * (to[i] - from[i])) - 1);
    *answer = (struct key_answer){ .what = ANSWER_PAPER, .light = light > 0.5 };
    return true;
}

/* Does it begin as an answer about the background does? One may come when nobody waits for it any more. */
static bool tells_paper(const struct keys *keys)
{
    size_t n = sizeof PAPER - 1;
    return memcmp(keys->bytes, PAPER, keys->n < n ? keys->n : n) == 0;
}

/* ESC ] … : an answer of the terminal. What is no answer that we know is dropped, and so is one that has no end. */
static struct found find_string(const struct keys *keys)
{
    struct key_answer answer;
    size_t len = end_of_string(keys);
    if (len == 0)
        return keys->n < LONGEST_SEQUENCE ? unfinished : (struct found){ keys->n, K_NONE };
    return (struct found){ len, read_paper(keys->bytes, len, &answer) ? K_ANSWER : K_NONE };
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
    if (keys->bytes[1] == ']' && (keys->asked || tells_paper(keys)))
        return find_string(keys);
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

/* Within a paste: characters, and its end. */
static struct found find_pasted(const struct keys *keys)
{
    size_t end = sizeof PASTE_END - 1, both = keys->n < end ? keys->n : end;
    if (keys->bytes[0] != '\033')
        return find_character(keys);
    if (memcmp(keys->bytes, PASTE_END, both) != 0)
        return (struct found){ 1, K_NONE };
    return both < end ? unfinished : (struct found){ end, K_PASTE };
}

static struct found find_key(const struct keys *keys)
{
    if (keys->pasting)
        return find_pasted(keys);

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

/* What an Esc is when nothing came behind it: the key; the end of a paste; the rest of an answer that was cut short. */
static struct found find_late(struct keys *keys)
{
    if (keys->pasting)
        return (struct found){ 1, K_PASTE };
    if (keys->n > 1 && keys->bytes[1] == ']' && (keys->asked || (keys->n >= sizeof PAPER - 1 && tells_paper(keys))))
        return (struct found){ keys->n, K_NONE };
    return (struct found){ 1, K_ESC };
}

/* Takes in what is no key: an answer, what the mouse does, the mark of a paste. */
static void take_in(struct keys *keys, struct found found)
{
    if (found.key == K_ANSWER) {
        if (keys->bytes[1] == ']')
            read_paper(keys->bytes, found.len, &keys->answer);
        else
            find_answer(keys->bytes, found.len, &keys->answer);
        keys->asked &= keys->answer.what != ANSWER_END;
    }
    if (found.key == K_MOUSE && keys->bytes[2] == 'M')
        find_old_mouse(keys, &keys->pointed);
    else if (found.key == K_MOUSE)
        read_mouse(keys->bytes, found.len, &keys->pointed);
    keys->pasted = keys->pasting;
    if (found.key == K_PASTE)
        keys->pasting = !keys->pasting;
}

bool keys_next(struct keys *keys, bool late, uint32_t *key)
{
    while (keys->n > 0) {
        struct found found = find_key(keys);
        if (found.len == 0 && late && keys->bytes[0] == '\033')
            found = find_late(keys);
        if (found.len == 0)
            return false;
        take_in(keys, found);
        keys->n -= found.len;
        memmove(keys->bytes, keys->bytes + found.len, keys->n);
        *key = found.key;
        if (found.key != K_NONE && found.key != K_PASTE)
            return true;
    }
    return false;
}

bool keys_doubtful(const struct keys *keys)
{
    return keys->n > 0 && keys->bytes[0] == '\033';
}
