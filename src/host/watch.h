/* Watching folders: has anything in them changed? */
#ifndef DAHUI_HOST_WATCH_H
#define DAHUI_HOST_WATCH_H

#include <stdbool.h>

/* By inotify, which tells of files that were made, written, moved or removed; by kqueue, where there is that, which tells of names that
 * came and went. Where there is neither, nothing ever changes. */
struct watch;

struct watch *watch_open(void); /* NULL: it cannot be done */
void watch_folder(struct watch *watch, const char *path); /* one that is watched already is no harm; bears NULL, as the others do */

/* Waits for a change, `ms` at most; true when there was one. */
bool watch_wait(struct watch *watch, int ms);
void watch_close(struct watch *watch);

#endif
