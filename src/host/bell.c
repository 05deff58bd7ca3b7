/* A bell: rung by one thread, heard by another. */
#include "host/bell.h"

#include <fcntl.h>
#include <unistd.h>

bool bell_open(struct bell *bell)
{
    if (pipe(bell->ends) != 0) {
        bell->ends[0] = bell->ends[1] = -1;
        return false;
    }
    for (int i = 0; i < 2; i++) {
        fcntl(bell->ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(bell->ends[i], F_SETFL, O_NONBLOCK);
    }
    return true;
}

void bell_close(struct bell *bell)
{
    for (int i = 0; i < 2; i++) {
        if (bell->ends[i] >= 0)
            close(bell->ends[i]);
        bell->ends[i] = -1;
    }
}

void bell_ring(struct bell *bell)
{
    if (write(bell->ends[1], "", 1) < 0)
        return; /* it rings so much already that the pipe is full */
}

bool bell_heard(struct bell *bell)
{
    char bytes[64];
    bool heard = false;
    while (bell->ends[0] >= 0 && read(bell->ends[0], bytes, sizeof bytes) > 0)
        heard = true;
    return heard;
}
