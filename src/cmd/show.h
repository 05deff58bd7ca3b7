/* A report printed as lines of text. */
#ifndef DAHUI_CMD_SHOW_H
#define DAHUI_CMD_SHOW_H

#include "article/article.h"
#include "cmd/cmd.h"
#include "cmd/turner.h"

/* Prints the report in the options' script, set to their width and measure (else the terminal's and the usual). */
void show_page(const struct article *article, struct turner *turner, const struct options *options);

#endif
