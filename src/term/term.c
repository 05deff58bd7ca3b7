/* The terminal: taking it, giving it back, and what happens there. */
#include "term/term.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "term/charset.h"
#include "term/frame.h"
#include "term/keys.h"
#include "term/line.h"
#include "term/paint.h"
#include "term/signals.h"
#include "term/terminfo.h"

enum { ESC_DELAY = 50, LONGEST_ESC_DELAY = 1000 /* milliseconds */ };

/* The terminal's answers come in pieces, perhaps: as long as they may be expected, an Esc gets this time to become one. They are not
 * left to the shell: whoever leaves early waits for them. */
enum { ANSWER_DELAY = 500, ANSWERS_EXPECTED = 5000, LAST_WAIT = 300, CONFIRM_WAIT = 3000 /* milliseconds */ };

struct term {
    struct line line;
    struct rescue rescue;
    struct keys keys;
    struct frame frame;
    struct painter painter;
    SCREEN *screen;
    struct size size;
    struct size usual; /* of this kind of terminal, where the line does not know */
    struct widths answer; /* the terminal's, as far as it has come */
    size_t n_answers;
    long long asked_at;   /* milliseconds of a clock */
    bool asks, answered;  /* it shall be asked; it has said all */
    unsigned place;       /* column of the last answer */
    enum charset charset;
    uint32_t typed[64];   /* keys that came while the terminal was asked whether it is UTF-8 */
    size_t n_typed;
    bool asks_paper;      /* it shall be asked for its background */
    enum theme theme;
    bool light;           /* its background is, as far as is known */
    char said[WIDTH_KINDS + 2]; /* what is to be remembered: widths, and l for a light background */
    struct look_changes looks;
    bool ansi, mouse;     /* it knows modes at all; it shall tell what the mouse does */
    bool modes_on;        /* of pastes, and of the mouse if wanted */
    int esc_delay;        /* milliseconds */
    bool say_size;     /* the next event is the size */
    bool late;         /* no byte came for esc_delay */
    bool away;         /* stopped: the terminal is the shell's */
    bool gone;         /* the terminal hung up */
    bool refused;      /* it is not UTF-8 */
    int bell, beat;    /* see term_wake */
    bool woken;        /* by these */
    struct lent {      /* an environment, for a while */
        char lines[24], columns[24];
        struct arena arena;
    } lent;
};

/* Modes that are ours and not curses': marks around a paste; the mouse with its button down, told in numbers. */
#define PASTE_ON "\033[?2004h"
#define MOUSE_ON "\033[?1000h\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l\033[?1000l"
#define MODES_OFF "\033[?2004l" MOUSE_OFF
#define ASK_PAPER "\033[2;1H\033]11;?\033\\\r\033[K"
#define ASK_END "\033[c"

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int esc_delay(void)
{
    const char *wish = getenv("ESCDELAY");
    long n = wish && *wish ? strtol(wish, NULL, 10) : ESC_DELAY;
    return n < 0 ? 0 : n > LONGEST_ESC_DELAY ? LONGEST_ESC_DELAY : (int)n;
}

static void learn_keys(struct keys *keys)
{
    static const struct {
        const char *name;
        uint32_t key;
    } table[] = {
        { "kcuu1", K_UP },      { "kcud1", K_DOWN },  { "kcub1", K_LEFT },   { "kcuf1", K_RIGHT },  { "kpp", K_PAGE_UP },
        { "knp", K_PAGE_DOWN }, { "khome", K_HOME },  { "kend", K_END },     { "kdch1", K_DELETE }, { "kbs", K_BACKSPACE },
        { "kcbt", K_BACKTAB },  { "kent", K_ENTER },  { "kf1", K_F1 },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        keys_learn(keys, terminfo_string(table[i].name), table[i].key);
}

/* Curses asks the environment and the line for the size and takes what they say, however large: when it starts, and when it comes
 * back from the shell, it is lent an environment that tells ours. The answer is the own one, to be put back. That is not touched, and
 * what was lent is kept, since another thread may be looking something up. */
static char **lend_size(struct term *term)
{
    struct lent *lent = &term->lent;
    char **own = environ;
    size_t n = 0;
    while (own && own[n])
        n++;
    snprintf(lent->lines, sizeof lent->lines, "LINES=%d", term->size.rows);
    snprintf(lent->columns, sizeof lent->columns, "COLUMNS=%d", term->size.cols);
    arena_reset(&lent->arena);
    char **all = NEW_N(&lent->arena, char *, n + 3);
    all[0] = lent->lines; /* what stands first is found */
    all[1] = lent->columns;
    if (n)
        memcpy(all + 2, own, n * sizeof *own);
    environ = all;
    return own;
}

static void prepare_rescue(struct term *term)
{
    struct rescue *r = &term->rescue;
    r->in = term->line.in;
    r->out = term->line.out;
    r->shell = term->line.shell;
    r->n = terminfo_reset(r->bytes, sizeof r->bytes, term->size.rows);
    if (term->ansi && r->n + sizeof MODES_OFF <= sizeof r->bytes) {
        memcpy(r->bytes + r->n, MODES_OFF, sizeof MODES_OFF - 1);
        r->n += sizeof MODES_OFF - 1;
    }
    signals_rescue(r);
}

/* On a light background other looks. */
static void choose_looks(struct term *term)
{
    enum theme theme = term->theme == THEME_AUTO && term->light ? THEME_LIGHT : term->theme;
    looks_choose(&term->painter.looks, theme, &term->looks);
}

/* Starts curses, which writes to the frame alone: nothing is sent yet. */
static bool start_curses(struct term *term, struct err *err)
{
    if (!terminfo_named(err))
        return false;
    char **own = lend_size(term);
    term->screen = newterm(NULL, term->frame.file, stdin);
    environ = own;
    signals_take(NULL); /* curses may have put its own in their place */
    if (!term->screen)
        return terminfo_unknown(err);
    return terminfo_serves(err);
}

/* The size where the line does not say it: that which the terminal usually has. */
static void take_usual_size(struct term *term)
{
    struct size usual = { terminfo_number("lines"), terminfo_number("cols") };
    if (usual.rows < 1 || usual.cols < 1)
        return;
    term->usual = usual;
    term->size = line_size(&term->line, usual);
    if (term->size.rows != LINES || term->size.cols != COLS)
        resize_term(term->size.rows, term->size.cols);
}

static void start(struct term *term)
{
    take_usual_size(term);
    term->ansi = terminfo_is_ansi();
    terminfo_learn_scrolling();
    prepare_rescue(term);
    nonl();
    typeahead(-1);
    line_take(&term->line);
    keypad(stdscr, TRUE);
    learn_keys(&term->keys);
    term->painter.local = term->keys.local = term->charset == CHARSET_LOCAL;
    if (!painter_start(&term->painter, &term->frame))
        arena_no_memory();
    if (term->charset == CHARSET_LOCAL)
        term->painter.widths = widths_all(2); /* as GB and Big5 terminals draw them, and curses counts there */
    choose_looks(term);
    term->asks = term->asks && term->ansi && term->charset != CHARSET_LOCAL;
    term->asks_paper = term->ansi && term->theme == THEME_AUTO && term->painter.looks.colours > 0;
}

static void release(struct term *term)
{
    if (term->screen)
        delscreen(term->screen);
    signals_give_back();
    frame_close(&term->frame);
    line_close(&term->line);
    arena_finish(&term->lent.arena);
    free(term);
}

/* Sends what was drawn. */
static void send(struct term *term)
{
    frame_send(&term->frame, term->line.out, painter_frame(&term->painter));
}

/* Questions are drawn in the second row, and take four columns. */
static bool has_room(const struct term *term)
{
    return term->size.rows > 1 && term->size.cols > WIDTHS_UTF8;
}

/* Asks on the cleared screen, before what is painted next. */
static void ask(struct term *term)
{
    char question[256];
    if ((!term->asks && !term->asks_paper) || !has_room(term))
        return;
    int n = snprintf(question, sizeof question, "%s%s", term->asks_paper ? ASK_PAPER : "", term->asks ? widths_question().p : ASK_END);
    painter_clear(&term->painter, (struct str){ question, (size_t)n });
    term->asks = term->asks_paper = false;
    term->keys.asked = true;
    term->n_answers = 0;
    term->asked_at = now_ms();
}

/* Are there answers to come, unless this terminal never answers? */
static bool expects_answers(const struct term *term)
{
    return term->keys.asked && now_ms() - term->asked_at < ANSWERS_EXPECTED;
}

/* All was said: other widths than we thought make the reader set its text anew. */
static void take_widths(struct term *term)
{
    struct widths *now = &term->painter.widths, new = *now;
    if (term->n_answers != WIDTH_KINDS || !widths_read(&new, str_of(term->answer.cells)))
        return;
    term->answered = true;
    if (strcmp(now->cells, new.cells) == 0)
        return;
    *now = new;
    painter_forget(&term->painter);
    term->say_size = true;
}

/* The background is known: where it is not what was thought everything is drawn anew. */
static void take_paper(struct term *term, bool light)
{
    if (term->theme != THEME_AUTO || light == term->light)
        return;
    term->light = light;
    choose_looks(term);
    painter_forget(&term->painter);
    term->say_size = true;
}

static void take_answer(struct term *term)
{
    const struct key_answer *answer = &term->keys.answer;
    switch (answer->what) {
    case ANSWER_PLACE:
        term->place = answer->col;
        if (term->n_answers < WIDTH_KINDS) /* one cell, two cells, or no answer that we know */
            term->answer.cells[term->n_answers++] = answer->col == 2 ? '1' : answer->col == 3 ? '2' : '?';
        break;
    case ANSWER_MODE:
        term->painter.scroller.margins = answer->mode == 1 || answer->mode == 2;
        break;
    case ANSWER_PAPER:
        take_paper(term, answer->light);
        break;
    case ANSWER_END:
        term->refused = term->charset == CHARSET_SAID && term->n_answers == WIDTH_KINDS && term->place != WIDTHS_UTF8;
        take_widths(term);
        break;
    }
}

/* Reads what keys were typed, of which poll knew; there may be none any more. */
static void read_keys(struct term *term, short polled)
{
    unsigned char bytes[sizeof term->keys.bytes];
    ssize_t n = read(term->line.in, bytes, keys_room(&term->keys));
    if (n > 0)
        keys_add(&term->keys, bytes, (size_t)n);
    else if (n == 0 ? (polled & (POLLHUP | POLLERR)) != 0 : errno != EINTR && errno != EAGAIN)
        term->gone = true;
}

/* The next key; answers on the way are taken. */
static bool next_key(struct term *term, bool late, uint32_t *key)
{
    while (keys_next(&term->keys, late, key)) {
        if (*key != K_ANSWER)
            return true;
        take_answer(term);
    }
    return false;
}

static bool refuse(struct err *err)
{
    return err_set(err, "the terminal does not confirm that it is UTF-8; if it is, set LC_ALL=C.UTF-8");
}

/* Two ideographs take four columns of a terminal that is UTF-8, six of any other. They are drawn on the other screen, and it is left
 * again before anybody sees it. */
static void ask_charset(struct term *term)
{
    struct arena arena = { 0 };
    struct buf question = buf_make(&arena, 1000);
    const char *enter = terminfo_string("smcup"), *leave = terminfo_string("rmcup");
    buf_add_cstr(&question, enter && leave ? enter : "");
    buf_add_cstr(&question, "\033[2;1H中中\033[6n\r\033[K\033[c");
    buf_add_cstr(&question, enter && leave ? leave : "");
    frame_send(&term->frame, term->line.out, buf_str(&question));
    term->keys.asked = true;
    arena_finish(&arena);
}

/* Where nobody says that the terminal is UTF-8, the terminal must. Keys that are typed meanwhile wait in `typed`. */
static bool confirm_charset(struct term *term, struct err *err)
{
    struct pollfd on = { .fd = term->line.in, .events = POLLIN };
    long long end = now_ms() + CONFIRM_WAIT, left;
    uint32_t key;
    if (term->charset != CHARSET_GUESS)
        return true;
    if (terminfo_is_ansi() && has_room(term)) {
        line_take(&term->line);
        ask_charset(term);
        while (term->keys.asked && !term->gone && !signals_end() && (left = end - now_ms()) > 0) {
            if (poll(&on, 1, (int)left) > 0)
                read_keys(term, on.revents);
            while (next_key(term, false, &key))
                if (term->n_typed < sizeof term->typed / sizeof *term->typed)
                    term->typed[term->n_typed++] = key;
        }
        if (term->place == WIDTHS_UTF8)
            return true;
        tcflush(term->line.in, TCIFLUSH);
        line_give_back(&term->line);
    }
    return refuse(err);
}

struct term *term_open(const struct term_settings *settings, struct err *err)
{
    struct term *term = calloc(1, sizeof *term);
    if (!term)
        arena_no_memory();
    if (!line_open(&term->line, err)) {
        free(term);
        return NULL;
    }
    term->bell = -1;
    term->esc_delay = esc_delay();
    term->say_size = true;
    term->asks = settings->ambiguous == 0;
    term->theme = settings->theme;
    term->looks = settings->looks;
    term->mouse = settings->mouse;
    term->painter.widths = widths_all(settings->ambiguous == 2 ? 2 : 1);
    if (term->asks)
        widths_read(&term->painter.widths, str_sub(settings->remembered, 0, WIDTH_KINDS));
    term->light = settings->remembered.n > WIDTH_KINDS && settings->remembered.p[WIDTH_KINDS] == 'l';
    term->usual = (struct size){ 24, 80 };
    term->size = line_size(&term->line, term->usual);
    term->charset = charset_choose(err);
    if (term->charset != CHARSET_NONE && signals_take(err) && frame_open(&term->frame, err) && start_curses(term, err) &&
        confirm_charset(term, err)) {
        start(term);
        return term;
    }
    release(term);
    return NULL;
}

/* Answers that are still on their way would be typed at the shell: waits for them, not for long. What is typed meanwhile is lost. */
static void await_answers(struct term *term)
{
    struct pollfd on = { .fd = term->line.in, .events = POLLIN };
    long long end = now_ms() + LAST_WAIT, left;
    uint32_t key;
    if (!expects_answers(term))
        return;
    while (term->keys.asked && !term->gone && (left = end - now_ms()) > 0) {
        if (poll(&on, 1, (int)left) > 0)
            read_keys(term, on.revents);
        while (next_key(term, false, &key))
            ;
    }
    tcflush(term->line.in, TCIFLUSH);
    term->asks = term->keys.asked; /* again when we come back */
    term->keys.asked = false;
}

/* Leaves the screen to the shell. In the background it is the shell's already, and asking for it would stop us. */
static void leave(struct term *term)
{
    if (term->away || !line_is_ours(&term->line))
        return;
    await_answers(term);
    if (term->modes_on)
        frame_add(&term->frame, STR(MODES_OFF));
    term->modes_on = false;
    painter_leave(&term->painter);
    endwin();
    send(term);
    line_give_back(&term->line);
    signals_rescue(NULL);
    term->away = true;
}

void term_close(struct term *term)
{
    if (!term)
        return;
    leave(term);
    painter_finish(&term->painter);
    release(term);
}

/* The size may be another; whoever paints must do it anew in any case. */
static void take_size(struct term *term)
{
    struct size now = line_size(&term->line, term->usual);
    if (now.rows != term->size.rows || now.cols != term->size.cols) {
        term->size = now;
        resize_term(now.rows, now.cols);
        if (!painter_resize(&term->painter))
            arena_no_memory();
        if (!term->away)
            prepare_rescue(term);
    }
    painter_forget(&term->painter);
    term->say_size = true;
}

/* After a stop, whatever the shell did to the terminal meanwhile. */
static void take_again(struct term *term)
{
    line_take(&term->line); /* in the background this stops us until we are wanted */
    term->away = false;
    prepare_rescue(term);
    take_size(term);
}

void term_suspend(struct term *term)
{
    leave(term);
    signals_stop();
    if (signals_end())
        return;
    signals_news(NEWS_CONTINUE);
    take_again(term);
}

void term_wake(struct term *term, int descriptor, int beat)
{
    term->bell = descriptor;
    term->beat = beat;
}

/* Sleeps until a key, a signal, the bell or its beat, or the time is over in which an Esc can become more than that. */
static void wait_for_news(struct term *term)
{
    struct pollfd on[] = { { .fd = term->line.in, .events = POLLIN }, { .fd = signals_pipe(), .events = POLLIN },
                           { .fd = term->bell, .events = POLLIN } };
    bool doubtful = keys_doubtful(&term->keys);
    int delay = expects_answers(term) && term->esc_delay < ANSWER_DELAY ? ANSWER_DELAY : term->esc_delay;
    int n = poll(on, 3, doubtful ? delay : term->beat > 0 ? term->beat : -1);
    term->late = n == 0 && doubtful;
    term->woken = (n == 0 && !doubtful) || (n > 0 && on[2].revents);
    if (n <= 0)
        return;
    if (on[1].revents)
        signals_calm();
    if (on[0].revents & POLLIN)
        read_keys(term, on[0].revents);
    else if (on[0].revents)
        term->gone = true;
}

static void obey_signals(struct term *term)
{
    if (signals_news(NEWS_STOP))
        term_suspend(term);
    if (signals_end()) /* perhaps in the background, where the terminal is none of our business */
        return;
    if (signals_news(NEWS_CONTINUE))
        take_again(term);
    if (signals_news(NEWS_SIZE))
        take_size(term);
}

static struct event size_event(const struct term *term)
{
    return (struct event){ .kind = EVENT_SIZE,
                           .rows = term->size.rows,
                           .cols = term->size.cols,
                           .ambiguous = widths_ambiguous(&term->painter.widths) };
}

static struct event mouse_event(const struct term *term)
{
    const struct key_mouse *pointed = &term->keys.pointed;
    return (struct event){ .kind = EVENT_MOUSE, .mouse = pointed->what, .row = pointed->row, .col = pointed->col };
}

bool term_next(struct term *term, struct event *event)
{
    *event = (struct event){ .kind = EVENT_KEY };
    for (;;) {
        obey_signals(term);
        if (signals_end() || term->gone || term->refused)
            return false;
        if (term->say_size) {
            term->say_size = false;
            *event = size_event(term);
            return true;
        }
        if (term->n_typed > 0) {
            event->key = term->typed[0];
            memmove(term->typed, term->typed + 1, --term->n_typed * sizeof *term->typed);
            return true;
        }
        bool late = term->late;
        term->late = false;
        if (next_key(term, late, &event->key)) {
            event->pasted = term->keys.pasted;
            if (event->key == K_MOUSE)
                *event = mouse_event(term);
            return true;
        }
        if (term->woken) {
            term->woken = false;
            event->kind = EVENT_WAKE;
            return true;
        }
        if (!term->say_size)
            wait_for_news(term);
    }
}

static void switch_modes_on(struct term *term)
{
    if (term->modes_on || !term->ansi)
        return;
    frame_add(&term->frame, STR(PASTE_ON));
    if (term->mouse)
        frame_add(&term->frame, STR(MOUSE_ON));
    term->keys.mouse = term->mouse;
    term->modes_on = true;
}

void term_paint(struct term *term, const struct grid *grid)
{
    if (term->away)
        return;
    bool lends = isendwin();
    char **own = lends ? lend_size(term) : NULL;
    switch_modes_on(term);
    ask(term);
    painter_paint(&term->painter, grid);
    if (lends) {
        environ = own;
        keypad(stdscr, TRUE); /* curses left it off */
    }
    send(term);
}

/* Base64 (RFC 4648). */
static void add_base64(struct buf *out, struct str s)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < s.n; i += 3) {
        uint32_t bits = 0;
        char four[4];
        for (size_t k = 0; k < 3; k++)
            bits = bits << 8 | (i + k < s.n ? (unsigned char)s.p[i + k] : 0);
        for (size_t k = 0; k < 4; k++)
            four[k] = i + k > s.n ? '=' : digits[bits >> (18 - 6 * k) & 63];
        buf_add_bytes(out, four, 4);
    }
}

void term_copy(struct term *term, struct str text)
{
    struct arena work = { 0 };
    struct buf out = buf_make(&work, 2 * text.n + 64);
    buf_add_cstr(&out, "\033]52;c;");
    add_base64(&out, text);
    buf_add_cstr(&out, "\033\\");
    frame_send(&term->frame, term->line.out, buf_str(&out));
    arena_finish(&work);
}

void term_mouse(struct term *term, bool on)
{
    if (term->modes_on && on != term->mouse)
        frame_add(&term->frame, on ? STR(MOUSE_ON) : STR(MOUSE_OFF));
    term->mouse = on;
    term->keys.mouse = on && term->modes_on;
}

void term_redraw(struct term *term)
{
    painter_forget(&term->painter);
}

struct str term_answers(struct term *term)
{
    snprintf(term->said, sizeof term->said, "%s%s", term->painter.widths.cells, term->light ? "l" : "");
    return str_of(term->answered ? term->said : "");
}

size_t term_sent(const struct term *term)
{
    return term->frame.sent;
}

bool term_refused(const struct term *term, struct err *err)
{
    return term->refused && !refuse(err);
}

int term_signal(const struct term *term)
{
    return signals_end() ? signals_end() : term->gone ? SIGHUP : 0;
}
