/* What commands print: text and JSON that cannot drive a terminal, and complaints. */
#ifndef DAHUI_CMD_OUTPUT_H
#define DAHUI_CMD_OUTPUT_H

#include <jansson.h>

#include "base/arena.h"
#include "base/str.h"

/* "dahui: " and the message, made safe, on standard error. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Text on one line, every cluster through text/safe. */
void print_safe(struct arena *arena, struct str s);

/* The same for text with line breaks, which stay. */
void print_safe_lines(struct arena *arena, struct str s);

void print_blanks(size_t n);

/* One object on a line of its own (its reference is given up here); characters that may not reach a terminal are written as \uXXXX. */
void print_json(struct arena *arena, json_t *json);

/* FILE#N of an article, safe. */
struct str article_name(struct arena *arena, const char *file, size_t part);

/* Writes out what is buffered; false, with a complaint, where the output is full or gone. */
bool finish_output(void);

#endif
