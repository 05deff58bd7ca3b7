/* Unicode's test files of breaks: hexadecimal code points with ÷ where there is one and × where not. */
#ifndef DAHUI_TESTS_STANDARD_H
#define DAHUI_TESTS_STANDARD_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

enum { EXAMPLE_MOST = 50 };

struct example {
    struct str text;
    size_t n; /* code points */
    uint32_t points[EXAMPLE_MOST];
    size_t starts[EXAMPLE_MOST];
    bool breaks[EXAMPLE_MOST + 1]; /* before each, and at the end */
    char bytes[4 * EXAMPLE_MOST];
};

static inline void example_read(struct example *example, const char *line)
{
    *example = (struct example){ .text = { example->bytes, 0 } };
    for (const char *p = line; *p && *p != '#' && *p != '\n';) {
        if (strncmp(p, "÷", 2) == 0 || strncmp(p, "×", 2) == 0) {
            example->breaks[example->n] = strncmp(p, "÷", 2) == 0;
            p += 2;
        } else if (*p == ' ' || *p == '\t') {
            p++;
        } else {
            char *end;
            size_t i = example->n++;
            example->points[i] = (uint32_t)strtoul(p, &end, 16);
            example->starts[i] = example->text.n;
            example->text.n += utf8_put(example->points[i], example->bytes + example->text.n);
            p = end;
        }
    }
}

/* Reads each line of a file; how many there were. */
static inline size_t for_each_example(const char *path, void (*check)(const struct example *, const char *line))
{
    FILE *file = fopen(path, "r");
    char line[4000];
    size_t lines = 0;
    if (!file)
        return 0;
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        struct example example;
        example_read(&example, line);
        check(&example, line);
        lines++;
    }
    fclose(file);
    return lines;
}

#endif
