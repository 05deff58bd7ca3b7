/* Which characters draw themselves and nothing else (Unicode's general category, and what it calls default ignorable). */
#include "text/drawable.h"

#include <utf8proc.h>

/* Those that draw nothing though Unicode calls them letters or marks (Default_Ignorable_Code_Point). */
static bool is_invisible(uint32_t c)
{
    return c == 0x34F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180F) || c == 0x3164 ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0 || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_safe(uint32_t c)
{
    if (c < 0x7F)
        return c >= 0x20;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return true;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return false;
    default:
        return !is_invisible(c);
    }
}

bool is_steering(uint32_t c)
{
    return c == 0x34F || c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180D) || c == 0x180F || c == 0x200C || c == 0x200D ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_mark(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    if (is_invisible(c))
        return false;
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || (c >= 0x1161 && c <= 0x11FF) ||
           (c >= 0xD7B0 && c <= 0xD7FB);
}
