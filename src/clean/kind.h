/* What kind of congress it is: 工会代表大会, 妇女代表大会. */
#ifndef DAHUI_CLEAN_KIND_H
#define DAHUI_CLEAN_KIND_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* 团代会 → 共青团代表大会; empty for what is no short form. */
struct str kind_whole(struct str abbreviation);

/* 工会代表大会: who meets and what, without 全国, simplified. */
struct str kind_of(struct arena *arena, struct str organisation, struct str body);

/* Adds s in simplified characters and narrow marks. */
void kind_add_plain(struct buf *buf, struct str s);

#endif
