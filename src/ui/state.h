/* The reader's state, and where its panes stand. For the reader's own files (ui, opening, asking, layout, view) and nobody else. */
#ifndef DAHUI_UI_STATE_H
#define DAHUI_UI_STATE_H

#include "base/map.h"
#include "screen/event.h"
#include "ui/effect.h"
#include "ui/help.h"
#include "ui/history.h"
#include "ui/list.h"
#include "ui/marks.h"
#include "ui/outline.h"
#include "ui/prompt.h"
#include "ui/reading.h"
#include "ui/results.h"
#include "ui/roster.h"

enum { MOST_ASKED = 1024, WORDS_MOST = 9, MOST_STOPS = 100 };

/* Lines and places that are kept beyond what is shown are those of the report as it was written, in whatever script it is shown. */

/* A line that one was at. */
struct stop {
    uint32_t report;
    struct page_spot spot;
};

/* Where one was: the lines that jumps left, the oldest first. */
struct jumps {
    struct stop v[MOST_STOPS];
    size_t n, at;       /* at: the one that one went back to; n: none */
    struct stop here;   /* where the reader stood after the last event */
    bool any;           /* is `here` known? */
    struct stop before; /* what the last jump left; NO_REPORT: there was none */
    bool leapt;         /* the key under way is a jump */
    bool returning;     /* along the stops: it leaves none itself */
};

/* A way to a report that may not be there yet. */
struct trip {
    uint32_t report; /* NO_REPORT: none under way */
    bool to_place;   /* to `place`, else to `spot` */
    struct place place;
    struct page_spot spot;
};

/* Where a report was left, in this session: the very line, and its place as it is kept. */
struct left {
    struct page_spot spot;
    struct place place;
};

/* What is typed at the prompt. */
enum asking { ASKING_NOTHING, ASKING_REPORT, ASKING_LIST, ASKING_LIBRARY, ASKING_NOTE, ASKING_ROSTER, ASKING_COMMAND };

struct ui {
    struct list list;
    struct reading reading;
    struct outline outline;
    struct help help;
    struct results results;
    struct keymap keymap;
    enum pane focus;
    bool alone;        /* one pane at a time though there is room for both */
    bool outline_open; /* the outline stands where the list does, or apart */
    bool results_open; /* and so do the results; the report is one of them */

    enum asking asking;
    struct prompt prompt;
    bool backward;                /* the search that is typed goes backward */
    enum pane before_prompt;      /* what Esc goes back to */
    enum pane before_help;        /* and q, from the help */
    struct page_spot search_from; /* where the report stood when the search began */
    struct view before_view;      /* what the list showed when narrowing began */
    struct before_results {       /* what was there when a search of the library began */
        enum pane focus;
        bool open;
        char question[PROMPT_MAX];
        size_t n;
        uint32_t report; /* that the cursor was on, and its match */
        size_t match;
    } before_results;
    uint64_t restoring;           /* the question that Esc asked again */
    enum pane behind_results;     /* what q goes back to from them */
    char complaint[256];          /* what is wrong with the question at the prompt */

    uint32_t pending[MOST_PENDING]; /* keys of a sequence that is not complete */
    size_t n_pending, count;

    /* Questions: the number of the last of all, and of the last of each kind. */
    uint64_t asked, asked_report, asked_order, asked_entries, asked_jump, asked_search, asked_passages, asked_words;
    bool entries_awaited, passages_awaited;
    uint32_t asked_numbers[MOST_ASKED], asked_findings[MOST_ASKED];
    struct view asked_view;         /* of the listing that was asked for */
    struct view view_kept;          /* how the list was shown when that was kept last, */
    enum list_form form_kept;       /* and in which form */
    uint32_t kept;                  /* where the cursor stood when narrowing began, till the next key behind it */

    char asked_question[PROMPT_MAX]; /* of the library, last */
    size_t asked_question_n;
    uint64_t answered_search;        /* the question that the results answer */
    enum finding_order asked_by;

    enum script_wish script, script_open, script_awaited; /* in which reports are wanted; in which the one that is open was, and is awaited */
    uint32_t open;                  /* the report that was opened last; the reading pane shows it or its capture */
    const struct article *opened;   /* the same, in the script that it is shown in */
    uint32_t awaited;               /* the report that was asked for and is not there yet */
    uint64_t asked_rest;            /* the question that only the beginning of a report has answered as yet; 0: none */
    enum action awaited_move;       /* where the reader wants to go in the rest, and `awaited_count` */
    size_t awaited_count;
    uint32_t refused;               /* one that could not be had: it is not asked for again by itself */
    unsigned open_serial, awaited_serial; /* of the results (results.serial) that they were opened from; 0: from the list */
    size_t awaited_match;           /* at which of its matches the report is to stand then */
    struct page_spot capture_start; /* where its capture was first shown: still there, the report is put back to the very line */

    /* Where each report was left, by its id; index into `places`. */
    struct arena arena;
    struct map place_of;
    ARRAY(struct left) places;
    struct page_spot saved; /* where the open report stood when its place was saved last, or when it was opened */

    struct marks_pane marks;
    struct roster_pane roster;
    enum pane behind_pane;  /* what q goes back to from marks, people and phrases */
    enum action letter_for; /* what the next key, a letter, is for */
    uint64_t asked_roster;
    struct mark mark;      /* of the effect under way */
    const struct article *margin_of; /* the article beside whose lines its marks are shown; NULL: they changed since */
    struct mark note;      /* that is being written, */
    char note_text[4096];  /* its lines so far, a line break behind each */
    size_t note_n;
    char export_file[PROMPT_MAX];
    size_t export_n;

    struct jumps jumps;
    bool stepping_back; /* the last key was ^O, or Tab behind it */
    struct trip trip;

    struct history questions; /* that were asked before, in all sessions */
    struct history commands;  /* in this one */

    struct arena words_arena;
    struct words words; /* what the letters before the cursor of the prompt may mean */
    size_t words_from;  /* where these letters begin, bytes */

    struct effects effects; /* of the event under way */
    struct progress progress;
    int rows, cols; /* 0: no size is known */
    int left_wish;  /* columns that the user gave the pane at the left; 0: none */
    struct place start; /* where the next report is opened, offset in code points, */
    bool starts;        /* if it is so */
    bool dragging;  /* the mouse holds the border */
    char message[512];
};

/* ui: what an event does to all of it. */

/* Wants something done. A question gets its number, which is answered. */
uint64_t want(struct ui *ui, struct effect effect);
/* Puts words on the status line, the format in the reader's language; what is too long for it is cut behind a character. */
void say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The length of s for %.*s: enough of it for any message. */
int printed(struct str s);

/* Does what a key does. */
void act(struct ui *ui, enum action action);
/* Moves the keys to a pane. */
void go_to_pane(struct ui *ui, enum pane pane);
/* Moves in a pane as an action says, `count` times. */
void move_in(struct ui *ui, enum pane pane, enum action action, size_t count);
/* Opens what the cursor is on. */
void open_selected(struct ui *ui);

/* pointing */

void mouse_event(struct ui *ui, const struct event *event);

/* opening: fetching reports and their captures. */

/* Asks for the report under the cursor, unless it is open or asked for. */
void want_report(struct ui *ui);
void take_report(struct ui *ui, const struct event *event);
/* Is another report waited for than the one that was shown last? */
bool awaits_report(const struct ui *ui);
/* Is only the beginning of the report there, or nothing of it yet? Then that is said. */
bool awaits_rest(struct ui *ui);
/* The same for a movement; one that goes beyond it is made when the rest is there. */
bool awaits_move(struct ui *ui, enum action action, size_t count);
/* Goes where the report shall be opened. */
void take_start(struct ui *ui);
/* Asks for the capture, or goes back from it to the report at the same place. */
void toggle_source(struct ui *ui);
/* The report under the cursor of the list, or of the results where they are open; NO_REPORT where there is none. */
uint32_t current_report(const struct ui *ui);
/* Shows reports in the next script. */
void next_script(struct ui *ui);
/* Leaves the capture or whatever else the report is shown as; it stands where it was left. */
void show_plain(struct ui *ui);
/* Goes from the list to the report under its cursor; to where another session has left it meanwhile. */
void return_to_report(struct ui *ui);
void take_left(struct ui *ui, const struct event *event);
/* Keeps where the report is and how far it was read. */
void note_progress(struct ui *ui);
/* The signs of earlier sessions are at hand. */
void take_kept(struct ui *ui);
void toggle_star(struct ui *ui);

/* jumps */

/* Goes to a report; its place is reached when it is there. */
void travel(struct ui *ui, struct trip trip);
/* To be called when a report was opened: ends the trip to it. */
void arrive(struct ui *ui);
/* Its report cannot be had, or another one is wanted. */
void end_trip(struct ui *ui);
/* To be called after each event: remembers the line that a jump left. */
void note_stop(struct ui *ui);
void step_stop(struct ui *ui, bool older);
/* Back to where the last jump began, and there again. */
void go_before_jump(struct ui *ui);

/* marking: marks, notes, and what is copied */

/* Waits for the letter of a mark to set, or to go to. */
void want_letter(struct ui *ui, bool set);
void take_letter(struct ui *ui, uint32_t key);
void take_mark_place(struct ui *ui, const struct event *event);
void take_marks(struct ui *ui, const struct event *event);
/* Shows the marks of the report beside its lines, as it is shown now. */
void show_margin(struct ui *ui);
/* Begins a note where the reader points, or goes on with an old one. */
void start_note(struct ui *ui, const struct mark *old);
void note_event(struct ui *ui, uint32_t key);
void open_marks(struct ui *ui);
void go_to_marked(struct ui *ui);
void unmark(struct ui *ui);
void copy_passage(struct ui *ui);

/* naming: people and set phrases */
void open_roster(struct ui *ui, bool terms);
/* Gathers no more. */
void stop_roster(struct ui *ui);
void take_roster(struct ui *ui, const struct event *event);
void start_roster_narrowing(struct ui *ui);
void roster_event(struct ui *ui, uint32_t key);
void open_named(struct ui *ui);

/* command */
void start_command(struct ui *ui);
void command_event(struct ui *ui, uint32_t key);

/* asking: what is typed at the prompt. */

void ask_order(struct ui *ui, const struct view *view);
void take_order(struct ui *ui, const struct event *event);
void start_narrowing(struct ui *ui);
void start_search(struct ui *ui, bool backward);
void start_library_search(struct ui *ui);
void ask_library(struct ui *ui, struct str question);
void take_found(struct ui *ui, const struct event *event);
void take_words(struct ui *ui, const struct event *event);
/* Leaves the results. */
void close_results(struct ui *ui);
/* Asks the report anew what is at the prompt. */
void search_again(struct ui *ui);
void step_hit(struct ui *ui, bool forward);
void prompt_event(struct ui *ui, uint32_t key);
/* A character that was pasted there. */
void prompt_paste(struct ui *ui, uint32_t c);

/* layout */

/* Do list and report stand side by side? */
bool both_panes(const struct ui *ui);

/* Is there room for the outline at the right of both? */
bool outline_apart(const struct ui *ui);

/* The pane at the left then: the list, or the outline in its place where it has none apart. */
enum pane left_pane(const struct ui *ui);
int left_cols(const struct ui *ui);
int right_cols(const struct ui *ui); /* of the outline apart, else 0 */

struct area area_of(const struct ui *ui, enum pane pane);
bool in_sight(const struct ui *ui, enum pane pane);

/* Is there no room for anything but to say so? */
bool too_small(const struct ui *ui);

/* Tells each pane its size; to be called when that may have changed. */
void fit_panes(struct ui *ui);

#endif
