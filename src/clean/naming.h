/* Where a text names somebody for the first time: by what stands before and behind. */
#ifndef DAHUI_CLEAN_NAMING_H
#define DAHUI_CLEAN_NAMING_H

#include "base/map.h"
#include "clean/name.h"

/* Names found so far, each once, in order of finding; the list lives in the arena of the map. */
struct names {
    struct map seen;
    ARRAY(struct str) list;
};

/* Adds whoever the text names in one of these ways:
 *   behind a role, with a mark or a usual word behind it          区委书记虎强, 市长李明主持
 *   a list behind such a one, strangers between names too         市领导赵进、方明柱、洛桑江村、高菁
 *   at the start of a clause: 同志, a title or speech behind it   李明同志, 李明书记, 李明强调
 *   behind 选举 由 聘请 …                                          选举李明为主席
 *   a list of three (two where 等, 出席 … follows)                 李明、王强、赵进出席
 *   with a dot inside                                             吐尔洪·买买提
 *   [李明]:
 *   behind a unit, a title or a deed behind it                    总工会李明辉部长, 政法委王志强出席, 事务所的张小龙、
 */
void naming_find(const struct scan *scan, struct names *names);

/* For whoever looks at names that are known: */

/* What stands at j, behind a name: 3 a mark or the end, 2 a word that goes on behind names, 1 a character that may, 0 none of these. */
int naming_after(const struct scan *scan, size_t j);

/* Does a clause begin at i, or stand a word before it that names follow? */
bool naming_start(const struct scan *scan, size_t i);

/* Past what stands in brackets behind a name that ends at j: (女), (女,兼); j where nothing does. */
size_t naming_past_brackets(const struct scan *scan, size_t j);

/* The character that a list goes on at, behind a name that ends at j: past 、 和 or blanks; 0 where no list goes on. */
size_t naming_next(const struct scan *scan, size_t j);

/* Characters of a name of set phrases at i (习近平; not the 马克思 of 马克思主义), or 0. */
size_t naming_formula(const struct scan *scan, size_t i);

#endif
