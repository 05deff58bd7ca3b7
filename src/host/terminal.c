/* What the system knows of the terminal that a command writes to. */
#include "host/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

bool output_is_terminal(void)
{
    return isatty(STDOUT_FILENO);
}

bool error_is_terminal(void)
{
    return isatty(STDERR_FILENO);
}

int terminal_columns(int otherwise)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return otherwise;
    return size.ws_col;
}
