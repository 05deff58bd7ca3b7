/* Traditional characters and their simplified ones, for comparing texts of both scripts. */
#ifndef DAHUI_TEXT_VARIANT_H
#define DAHUI_TEXT_VARIANT_H

#include <stdint.h>

/* The simplified character of c (會 → 会), the most usual one where there are several (乾 → 干), else c itself. It is a
 * fold for comparing, not a conversion: some of the characters are right in simplified text too (著 於 乾), so a single one
 * of them does not prove that a text is traditional. Constant time. Table and sources: data/variants.tsv. */
uint32_t simplified(uint32_t c);

#endif
