/* What the page put around the report: breadcrumbs, meta lines, tools, notices of rights, pictures, lists of other pages. */
#ifndef DAHUI_CLEAN_CHROME_H
#define DAHUI_CLEAN_CHROME_H

#include "clean/draft.h"

/* Takes chrome, pictures and their captions, keyword lists, related links and repeats out. Chrome goes only where it is a whole line,
 * and most kinds only before the first or behind the last sentence. Publishing date and source go to the draft. */
void chrome_strip(struct arena *arena, struct draft *draft);

/* Does the line open the list of other pages: 猜你喜欢, 【相关阅读】, 上一篇:…? */
bool chrome_opens_related(struct str s);

#endif
