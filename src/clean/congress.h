/* Names of congresses in a text: 枝江市工会第六次代表大会 taken apart. */
#ifndef DAHUI_CLEAN_CONGRESS_H
#define DAHUI_CLEAN_CONGRESS_H

#include "article/article.h"
#include "base/arena.h"
#include "base/str.h"

/* A place where a text names a congress. The slices of `congress` are slices of the text, but `kind`, which is simplified. */
struct mention {
    struct congress congress;
    size_t at, len;  /* bytes of the name */
    bool lost;       /* the number itself is lost: 第次, 第届 */
    bool past;       /* it is named in passing: …第二次代表大会以来, …代表大会代表 */
};

/* The first mention at or behind *at; moves *at behind it. Named are ORG第N次代表大会, PLACE第N次ORG代表大会, 第N届, 第N屆第M次,
 * 工会十六次代表大会, 工会“八大”, 第十三次团代会; a hidden number (第×次) counts and gives ordinal 0. None are 党的二十大, 第四届委员会, 二届二次. */
bool congress_next(struct arena *arena, struct str text, size_t *at, struct mention *mention);

/* Does s name one? */
bool congress_named(struct arena *arena, struct str s);

/* The congress without a number that a title or first sentence says is met: 某某公司召开2017年职工代表大会, 某某学院教代会开幕. What only
 * might meet (定期召开职工代表大会的企业) is none. Its ordinal is 0. */
bool congress_unnumbered(struct arena *arena, struct str text, struct mention *mention);

/* Does the verb of its meeting stand in front of it: 召开第三届职工代表大会? */
bool congress_is_called(struct str text, const struct mention *mention);

/* Gives a congress of which the text names neither place nor organisation (第二届会员代表大会) those of a unit, the page's own: 青岚县总工会. False
 * where the unit is none that meets, or the congress has its own. */
bool congress_of_unit(struct arena *arena, struct str unit, struct congress *congress);

#endif
