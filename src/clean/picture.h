/* What pictures leave behind in a capture: placeholders, file names, captions. */
#ifndef DAHUI_CLEAN_PICTURE_H
#define DAHUI_CLEAN_PICTURE_H

#include "base/str.h"

/* Is the whole line a placeholder: 图片, [图片], 图片1.png, 会议现场.jpg? Not a sentence with 图片 in it. */
bool picture_is(struct str s);

/* Is the whole line the words under a picture: 图为…, …张三 摄, 会议现场? At most 60 Han. Not …摄影家协会. */
bool caption_is(struct str s);

#endif
