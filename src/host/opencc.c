/* OpenCC, where it is installed, by its C interface. */
#include "host/opencc.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct opencc {
    void *library, *converter;
    char *(*convert)(void *converter, const char *text, size_t n);
    void (*free_text)(char *text);
    int (*close)(void *converter);
};

/* ISO C knows no way from an object pointer to a function; POSIX promises that the bytes are the same. */
static bool find(struct opencc *opencc, const char *name, void *to, size_t size)
{
    void *symbol = dlsym(opencc->library, name);
    memcpy(to, &symbol, size);
    return symbol != NULL;
}

#define FIND(opencc, name, to) find(opencc, name, &(to), sizeof(to))

static bool start(struct opencc *opencc, const char *direction)
{
    static const char *const names[] = { "libopencc.so.1.1", "libopencc.so.1.2", "libopencc.so.2", "libopencc.so", "libopencc.dylib" };
    void *(*open)(const char *config);
    char config[32];
    for (size_t i = 0; i < sizeof names / sizeof *names && !opencc->library; i++)
        opencc->library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (!opencc->library || !FIND(opencc, "opencc_open", open) || !FIND(opencc, "opencc_convert_utf8", opencc->convert) ||
        !FIND(opencc, "opencc_convert_utf8_free", opencc->free_text) || !FIND(opencc, "opencc_close", opencc->close))
        return false;
    snprintf(config, sizeof config, "%s.json", direction);
    opencc->converter = open(config);
    if ((intptr_t)opencc->converter == -1) /* so opencc_open says no */
        opencc->converter = NULL;
    return opencc->converter != NULL;
}

struct opencc *opencc_load(const char *direction)
{
    struct opencc *opencc = calloc(1, sizeof *opencc);
    if (opencc && start(opencc, direction))
        return opencc;
    opencc_unload(opencc);
    return NULL;
}

void opencc_unload(struct opencc *opencc)
{
    if (!opencc)
        return;
    if (opencc->converter)
        opencc->close(opencc->converter);
    if (opencc->library)
        dlclose(opencc->library);
    free(opencc);
}

bool opencc_turn(struct opencc *opencc, struct arena *arena, struct str s, struct str *to)
{
    if (s.n == 0) { /* it takes no bytes for as many as there are */
        *to = s;
        return true;
    }
    char *text = opencc->convert(opencc->converter, s.p, s.n);
    if (!text)
        return false;
    *to = arena_str(arena, str_of(text));
    opencc->free_text(text);
    return true;
}
