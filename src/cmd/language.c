/* The language of screens and messages: which one, and its catalogue opened with gettext. */
#include "cmd/language.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "host/file.h"

static const char *const languages[] = { "zh_CN", "zh_TW", "en" };
enum { N_LANGUAGES = sizeof languages / sizeof *languages };

bool language_known(const char *name)
{
    for (size_t i = 0; i < N_LANGUAGES; i++)
        if (strcmp(languages[i], name) == 0)
            return true;
    return false;
}

/* What the locale says of the language: zh_TW.UTF-8, en_GB, C; NULL where it says nothing. */
static const char *locale_language(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strcmp(value, "C") == 0 || strncmp(value, "C.", 2) == 0 || strcmp(value, "POSIX") == 0 ? NULL : value;
    }
    return NULL;
}

/* The catalogue for a locale's language. */
static const char *catalogue_for(const char *language)
{
    if (strncmp(language, "zh", 2) != 0)
        return "en";
    static const char *const traditional[] = { "TW", "HK", "MO", "Hant" };
    for (size_t i = 0; i < sizeof traditional / sizeof *traditional; i++)
        if (strstr(language, traditional[i]))
            return "zh_TW";
    return "zh_CN";
}

/* gettext translates nothing in the locale C, but in any other it obeys LANGUAGE, whether that locale is generated or not. */
static bool leave_locale_c(void)
{
    static const char *const names[] = { "", "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *now = setlocale(LC_MESSAGES, names[i]);
        if (now && strcmp(now, "C") != 0 && strcmp(now, "POSIX") != 0)
            return true;
    }
    return false;
}

static const char *translate(const char *message)
{
    return gettext(message);
}

static const char *translate_many(const char *one, const char *many, unsigned long n)
{
    return ngettext(one, many, n);
}

void language_speak(const char *catalogue, const char *folder)
{
    if (!leave_locale_c() || setenv("LANGUAGE", catalogue, 1) != 0)
        return;
    bindtextdomain("dahui", folder);
    bind_textdomain_codeset("dahui", "UTF-8");
    bind_textdomain_codeset("libc", "UTF-8"); /* strerror, too, may be asked before LC_CTYPE is set */
    textdomain("dahui");
    tr_with(translate, translate_many);
}

void language_choose(const char *wanted, const char *otherwise)
{
    const char *said = wanted ? wanted : locale_language();
    const char *catalogue = catalogue_for(said ? said : otherwise);
    struct arena arena = { 0 };
    const char *folder = file_locale_folder(&arena);
    if (strcmp(catalogue, "en") == 0) { /* another may have been chosen before */
        setenv("LANGUAGE", "en", 1);
        tr_with(NULL, NULL);
    } else if (folder) {
        language_speak(catalogue, folder);
    }
    arena_finish(&arena);
}
