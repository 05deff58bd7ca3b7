/* Who meets and where, by the words in front of the name of a congress. */
#ifndef DAHUI_CLEAN_HOST_H
#define DAHUI_CLEAN_HOST_H

#include "article/article.h"
#include "base/str.h"
#include "text/han.h"

/* × and what else stands for a character that was struck out. */
static inline bool is_struck(uint32_t c)
{
    c = narrow(c);
    return c == 0xD7 || c == 'X' || c == 'x' || c == '*' || c == '_' || c == 0xFE61 || c == 0x25CB || c == 0x2573;
}

/* Where the head of the name begins that ends at `to`: no marks, no verbs, no date in it. */
size_t host_start(struct str s, size_t to);

/* Place, level and organisation out of a head, what stands in front of 第. Who meets stands at its end (枝江市|工会), or at its start
 * (共青团|枝江市), or in the body that follows. */
void host_read(struct str head, struct str body, struct congress *congress);

/* The same out of who called it, in front of the verb where the name begins (at `at`; its number at `number`): 市总工会召开第十三次代表大会,
 * 某县召开工会第十二次代表大会. */
void host_read_caller(struct str s, size_t at, size_t number, struct congress *congress);

/* Where the verb of calling begins that ends at `at`, with what goes with it: 隆重召开了, 组织召开. `at` where none stands there. */
size_t host_calling(struct str s, size_t at);

#endif
