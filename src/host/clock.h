/* The time of day. */
#ifndef DAHUI_HOST_CLOCK_H
#define DAHUI_HOST_CLOCK_H

#include <stdint.h>

/* Seconds since 1970. */
int64_t clock_now(void);

/* The day where the user is, ISO: 2026-01-02. */
enum { CLOCK_DAY = 16 };
void clock_today(char to[CLOCK_DAY]);

#endif
