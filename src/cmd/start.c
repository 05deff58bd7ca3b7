/* Where the reader begins: `+/QUERY` and `FILE#N:PARAGRAPH:OFFSET` on its command line. */
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "host/file.h"

/* A number at *at, which moves behind it. */
static bool read_number(const char **at, long *to)
{
    char *end;
    bool negative = **at == '-';
    if (!strchr("0123456789", (*at)[negative]) || !(*at)[negative])
        return false;
    *to = strtol(*at, &end, 10);
    *at = end;
    return true;
}

/* N, N:PARAGRAPH or N:PARAGRAPH:OFFSET; paragraphs count from 0, -1 is the title, -2 the subtitle. */
static bool read_place(const char *text, struct start *start)
{
    long part, paragraph = -1, offset = 0;
    if (!read_number(&text, &part) || part < 1 || part > UINT32_MAX)
        return false;
    start->placed = *text == ':';
    if (*text == ':' && (text++, !read_number(&text, &paragraph) || paragraph < -2))
        return false;
    if (*text == ':' && (text++, !read_number(&text, &offset) || offset < 0))
        return false;
    start->report = (uint32_t)part - 1;
    start->place = (struct place){ paragraph == -1 ? PLACE_TITLE : paragraph == -2 ? PLACE_SUBTITLE : (size_t)paragraph, (size_t)offset };
    return !*text;
}

void start_read(struct arena *arena, struct options *options)
{
    char **operands = NEW_N(arena, char *, (size_t)options->n_operands + 1);
    int n = 0;
    for (int i = 0; i < options->n_operands; i++) {
        char *operand = options->operands[i];
        if (strncmp(operand, "+/", 2) == 0 && !file_exists(operand))
            options->start.query = operand + 2;
        else
            operands[n++] = operand;
    }
    char *mark = n == 1 ? strrchr(operands[0], '#') : NULL;
    if (mark && !file_exists(operands[0]) && read_place(mark + 1, &options->start)) {
        size_t length = (size_t)(mark - operands[0]);
        char *copy = NEW_N(arena, char, length + 1); /* zeroed */
        memcpy(copy, operands[0], length);
        operands[0] = copy;
        options->start.numbered = true;
    }
    options->operands = operands;
    options->n_operands = n;
}
