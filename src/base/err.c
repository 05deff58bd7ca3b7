/* What the machine refused, in words. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/tr.h"

bool err_set(struct err *err, const char *format, ...)
{
    if (err) {
        va_list args;
        va_start(args, format);
        vsnprintf(err->text, sizeof err->text, tr(format), args);
        va_end(args);
    }
    return false;
}
