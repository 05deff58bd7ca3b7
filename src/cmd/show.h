/* A report printed as lines of text. */
#ifndef DAHUI_CMD_SHOW_H
#define DAHUI_CMD_SHOW_H

#include "article/article.h"
#include "cmd/cmd.h"

/* Prints the report, set to the options' width and measure (else the terminal's and the usual). */
void show_page(const struct article *article, const struct options *options);

#endif
