/* A reader and what it needs: carries its effects out and feeds the answers back. */
#ifndef DAHUI_CMD_SESSION_H
#define DAHUI_CMD_SESSION_H

#include "cmd/archive.h"
#include "cmd/cmd.h"
#include "ui/ui.h"

struct user_session {
    struct library library;
    struct archive archive;
    struct ui *ui;
    struct options options; /* its operands are what to read: never none, but where there is nothing to read by default */
    char *home;             /* the default library, the operand then */
    struct arena capture; /* of the source that is shown */
    struct arena answer;  /* of the answer under way */
    enum effect_kind terminal; /* what only a terminal can do and the event under way asks for */
    bool over;                 /* the reader wants to end */
};

/* Reads what the operands name and makes a reader of it. The first half may be done aside: it looks at nothing of the process but files.
 * So session_begin, which looks at the environment, comes before both. */
void session_begin(struct user_session *session, const struct options *options);
void session_load(struct user_session *session);
void session_open(struct user_session *session);
void session_close(struct user_session *session);

/* Gives an event to the reader and does what it asks for. What only a terminal can do (suspend, redraw) is answered to the caller. */
enum effect_kind session_event(struct user_session *session, const struct event *event);

/* The screen as the reader has it now, in `arena`. */
struct grid session_view(struct user_session *session, struct arena *arena, int rows, int cols);

#endif
