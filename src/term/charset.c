/* The character set of the process, which curses writes in. */
#include "term/charset.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

static bool is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool charset_utf8(struct err *err)
{
    static const char *const names[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8", "UTF-8" };
    if (setlocale(LC_CTYPE, "") && is_utf8())
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_CTYPE, names[i]) && is_utf8())
            return true;
    return err_set(err, "no UTF-8 locale on this machine; try LC_ALL=C.UTF-8");
}
