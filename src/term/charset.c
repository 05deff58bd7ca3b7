/* The character set of the process, which curses writes in. */
#include "term/charset.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_one_of(const char *name, const char *const *names)
{
    while (*names && strcmp(name, *names) != 0)
        names++;
    return *names;
}

/* Is it UTF-8 by the name of the locale: zh_CN.UTF-8, en_GB.utf8@euro? */
static bool said_in_name(void)
{
    static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = getenv(names[i]);
        if (!name || !*name)
            continue;
        const char *dot = strchr(name, '.');
        size_t n = dot ? strcspn(dot + 1, "@") : 0;
        return (n == 5 && strncasecmp(dot + 1, "UTF-8", n) == 0) || (n == 4 && strncasecmp(dot + 1, "UTF8", n) == 0);
    }
    return false;
}

static enum charset of_environment(void)
{
    static const char *const utf8[] = { "UTF-8", NULL };
    static const char *const local[] = { "GB18030", "GBK", "GB2312", "EUC-CN", "BIG5", "BIG5-HKSCS", "BIG5HKSCS", "EUC-TW", NULL };
    if (!setlocale(LC_CTYPE, ""))
        return said_in_name() ? CHARSET_SAID : CHARSET_GUESS;
    if (is_one_of(nl_langinfo(CODESET), utf8))
        return CHARSET_UTF8;
#ifdef __STDC_ISO_10646__ /* a wchar_t is a code point in every locale */
    if (is_one_of(nl_langinfo(CODESET), local))
        return CHARSET_LOCAL;
#else
    (void)local;
#endif
    return CHARSET_GUESS;
}

enum charset charset_choose(struct err *err)
{
    static const char *const names[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8", "UTF-8" };
    enum charset charset = of_environment();
    if (charset == CHARSET_UTF8 || charset == CHARSET_LOCAL)
        return charset;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_CTYPE, names[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
            return charset;
    err_set(err, "no UTF-8 locale on this machine; try LC_ALL=C.UTF-8");
    return CHARSET_NONE;
}
