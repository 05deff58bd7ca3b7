/* The words that cleaning knows (data/phrases.tsv), found in a text whatever its script and the width of its marks. */
#ifndef DAHUI_CLEAN_PHRASE_H
#define DAHUI_CLEAN_PHRASE_H

#include <stdint.h>

#include "base/str.h"
#include "text/han.h"
#include "text/utf8.h"
#include "text/variant.h"

enum phrase_class {
    PHRASE_CRUMB,        /* opens a breadcrumb: 当前位置, 首页 */
    PHRASE_TIME_LABEL,   /* 发布时间 */
    PHRASE_CRAWL_LABEL,  /* 今天是: the day of the capture, not of the page */
    PHRASE_SOURCE_LABEL, /* 来源 */
    PHRASE_META_LABEL,   /* other labels of a meta line: 浏览次数, 字号 */
    PHRASE_TOOL,         /* a line of nothing but these is chrome: 打印, 大 中 小 */
    PHRASE_CHROME_START, /* opens a line of chrome: 扫一扫, 版权所有 */
    PHRASE_ORIGINAL,     /* the same, even with the name of a congress behind it: 原标题 */
    PHRASE_CHROME_HAS,   /* stands somewhere in a line of chrome: ICP备 */
    PHRASE_COLUMN_END,   /* ends the name of a column that stands above a title: 要闻, 动态 */
    PHRASE_RELATED,      /* opens the list of other pages: 猜你喜欢, 上一篇 */
    PHRASE_PICTURE,      /* what a picture left behind: 图片 */
    PHRASE_CAPTION_START, /* 图为 */
    PHRASE_CAPTION_END,  /* 摄 */
    PHRASE_CREDIT,       /* label of a credit: 记者, 责任编辑 */
    PHRASE_CREDIT_TAIL,  /* what may follow the name instead: 摄, 文/图 */
    PHRASE_NAME_STOP,    /* follows a label and is no name: 简介 (作者简介) */
    PHRASE_NOBODY,       /* stands where a name would: 佚名 */
    PHRASE_UNIT_END,     /* last part of a body that signs: …总工会, …办公室 */
    PHRASE_NOTICE_KEY,   /* of a notice that text is hidden: 隐藏, 省略 */
    PHRASE_NOTICE_WORD,  /* goes with it: 下载, 会员 */
    PHRASE_ORG,          /* who meets: 工会, 共青团 */
    PHRASE_ORG_END,      /* last part of others: …协会 */
    PHRASE_BODY,         /* what meets: 代表大会, 会员代表大会, 团代会 */
    PHRASE_NAME_CUT,     /* cannot stand in the name of a congress: 召开的 */
    PHRASE_SESSION_OPEN, /* 开幕 */
    PHRASE_SESSION_CLOSE, /* 闭幕 */
    PHRASE_SESSION_FULL, /* 召开 */
    PHRASE_DATELINE,     /* 本报讯 */
    PHRASE_SAYS,         /* 强调, 指出 */
    PHRASE_ENUMERATION,  /* opens a piece of a list: 一是, 二要 */
    PHRASE_DEMAND,       /* opens a demand without 要: 加强, 始终坚持 */
    PHRASE_ROLE_END,     /* last part of somebody's office: 副主席 */
    PHRASE_ADDRESSES,    /* follows a speaker's name in front of whom or what: 代表, 向 */
    PHRASE_GRATITUDE,    /* tells that a speaker is heard: 致辞, 祝贺 */
    PHRASE_NAMES_TIME,   /* opens a clause in front of the speaker's: 会上, 就… */
    PHRASE_RITE,         /* a stage of the ceremony: 国歌, 致贺词 */
    PHRASE_AGENDA,       /* what the meeting did: 会议听取 */
    PHRASE_CLOSING,      /* marks that close a line */
};

/* Simplified and narrow: how characters are compared. */
static inline uint32_t plain(uint32_t c)
{
    if (c < VARIANT_FIRST || (c > 0xFF00 && c <= 0xFFFF)) /* marks, letters, digits: they have no simplified ones */
        return narrow(c);
    return simplified(c);
}

/* Bytes of s that the longest phrase of the class at `at` takes, or 0. */
size_t phrase_at(enum phrase_class class, struct str s, size_t at);

/* The same where blanks may stand between the characters: 责 任 编 辑. */
size_t phrase_spaced(enum phrase_class class, struct str s, size_t at);

/* The first place at or behind `from` where a phrase of the class stands (its bytes in *n), or STR_NONE. */
size_t phrase_find(enum phrase_class class, struct str s, size_t from, size_t *n);

/* Does a phrase of the class stand somewhere in s? */
bool phrase_in(enum phrase_class class, struct str s);

/* Bytes of the longest phrase of the class at the end of s, or 0. */
size_t phrase_ends(enum phrase_class class, struct str s);

/* Is s one phrase of the class, whole? */
bool phrase_is(enum phrase_class class, struct str s);

/* Bytes of s that `word` (simplified, narrow) takes at `at`, or 0; the first place of it at or behind `from`. */
static inline size_t word_at(struct str s, size_t at, struct str word);
size_t word_find(struct str s, struct str word, size_t from);
bool word_in(struct str s, const char *word);

/* For word_at, which is inline because it is asked at each character and hardly ever finds the first one. */
size_t word_whole_at(struct str s, size_t at, struct str word);

__attribute__((always_inline)) static inline size_t word_at(struct str s, size_t at, struct str word)
{
    return plain(utf8_at(s, at)) == utf8_at(word, 0) ? word_whole_at(s, at, word) : 0;
}

/* Is c, in its narrow form, one of the characters of `marks`? */
bool char_in(uint32_t c, struct str marks);

#endif
