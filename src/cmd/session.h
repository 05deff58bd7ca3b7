/* A reader and what it needs: carries its effects out and feeds the answers back. */
#ifndef DAHUI_CMD_SESSION_H
#define DAHUI_CMD_SESSION_H

#include "cmd/archive.h"
#include "cmd/cmd.h"
#include "cmd/fetcher.h"
#include "cmd/finder.h"
#include "cmd/gather.h"
#include "cmd/keeping.h"
#include "cmd/lexicon.h"
#include "cmd/opener.h"
#include "cmd/turner.h"
#include "ui/ui.h"

struct user_session {
    struct library library;
    struct archive archive;
    struct bell bell;     /* of finder, fetcher, lexicon and opener; not open where questions are answered at once */
    struct finder finder;
    struct fetcher fetcher;
    struct lexicon lexicon;
    struct opener opener;
    uint64_t opened;      /* the question for a report that was asked last */
    struct keeping keeping;
    struct err refused; /* what went wrong when that was opened */
    const char *name;   /* of the folders that are read, NULL: files are */
    struct turner turner;
    const char *told_excuse; /* why OpenCC was not used, as the reader was told last */
    struct ui *ui;
    struct options options; /* its operands are what to read: never none, but where there is nothing to read by default */
    char *home;             /* the default library, the operand then */
    struct arena capture;    /* of the source that is shown */
    struct arena reports[2]; /* of the report that is shown and of the one before it */
    int report;
    struct gatherer gatherer;
    struct effect rolled;    /* the roster that was asked for last */
    struct roster roster;    /* as the reader has it */
    bool grown;              /* the library has changed since its listing was told */
    struct arena copy_arena; /* of the passage that the terminal is to take */
    struct str copied;
    bool mouse;             /* what the reader wants of the mouse */
    struct arena answer;  /* of the answer under way */
    struct asked {        /* the last listing and the last search that were asked for, to be answered again when the library has changed */
        struct effect effect;
        char query[1024];
    } listed, searched, spelled; /* the last letters: answered again when more words are known */
    struct library_progress progress; /* as the reader was told */
    enum library_use use;      /* LIBRARY_KEEP: questions are answered beside the reader, who is woken then */
    enum effect_kind terminal; /* what only a terminal can do and the event under way asks for */
    bool over;                 /* the reader wants to end */
};

/* Finds out what is to be read; looks at the environment. Then session_load reads it, which looks at nothing of the process but files,
 * so that it may be done aside, if it is not of folders that are kept (LIBRARY_KEEP); then session_open makes a reader of it, aside too. */
void session_begin(struct user_session *session, const struct options *options);
bool session_is_of_folders(const struct user_session *session);
void session_load(struct user_session *session, enum library_use use);
/* Instead of session_load, where the operand is one large file: reads its beginning, and the rest beside the reader who has opened it.
 * False: it is none. */
bool session_load_beginning(struct user_session *session);
/* What is kept is kept in a folder (NULL: not beyond the end). */
void session_open(struct user_session *session, const char *folder);
/* Tells the reader what earlier sessions did with each report. That takes time: to be called when the first screen stands. */
void session_recall(struct user_session *session);
void session_close(struct user_session *session);

/* Gives an event to the reader and does what it asks for. What only a terminal can do (suspend, redraw) is answered to the caller. */
enum effect_kind session_event(struct user_session *session, const struct event *event);

/* A descriptor that is readable when session_wake should be called; -1 where there is none. It should also be called now and then as
 * long as the library is kept: it tells the reader what was found and what came to the library. */
int session_bell(const struct user_session *session);
void session_wake(struct user_session *session);

/* The screen as the reader has it now, in `arena`. */
struct grid session_view(struct user_session *session, struct arena *arena, int rows, int cols);

#endif
