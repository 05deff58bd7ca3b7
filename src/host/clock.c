/* The time of day. */
#include "host/clock.h"

#include <time.h>

int64_t clock_now(void)
{
    return (int64_t)time(NULL);
}

void clock_today(char to[CLOCK_DAY])
{
    time_t now = time(NULL);
    struct tm day;
    to[0] = '\0';
    if (localtime_r(&now, &day))
        strftime(to, CLOCK_DAY, "%Y-%m-%d", &day);
}
