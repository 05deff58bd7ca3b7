/* Notices that text is hidden: ---此处隐藏1699字,下载后查看---. */
#ifndef DAHUI_CLEAN_NOTICE_H
#define DAHUI_CLEAN_NOTICE_H

#include "clean/draft.h"

/* Makes each notice a BLOCK_GAP of its own; what stands before and behind it in its line stays, as blocks that nothing joins. */
void notice_split(struct arena *arena, struct draft *draft);

/* The hidden characters that a notice speaks of, or -1: 隐藏N字, 省略N字, 剩余N字; 全文共N字,当前仅显示M字 is N - M. */
long notice_chars(struct str notice);

#endif
