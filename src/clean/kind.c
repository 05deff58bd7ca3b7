/* What kind of congress it is: 工会代表大会, 妇女代表大会. */
#include "clean/kind.h"

#include "clean/phrase.h"
#include "text/han.h"
#include "text/utf8.h"

struct str kind_whole(struct str abbreviation)
{
    static const struct { const char *abbreviation; struct str whole; } table[] = {
        { "团代会", STR_INIT("共青团代表大会") },   { "工代会", STR_INIT("工会代表大会") },
        { "妇代会", STR_INIT("妇女代表大会") },     { "党代会", STR_INIT("中国共产党代表大会") },
        { "文代会", STR_INIT("文学艺术界代表大会") }, { "侨代会", STR_INIT("归侨侨眷代表大会") },
        { "残代会", STR_INIT("残疾人代表大会") },   { "科代会", STR_INIT("科协代表大会") },
        { "学代会", STR_INIT("学生代表大会") },     { "作代会", STR_INIT("作家协会代表大会") },
        { "少代会", STR_INIT("少先队代表大会") },   { "职代会", STR_INIT("职工代表大会") },
        { "人代会", STR_INIT("人民代表大会") },     { "教代会", STR_INIT("教职工代表大会") },
        { "研代会", STR_INIT("研究生代表大会") },
    };
    size_t all = word_at(abbreviation, 0, STR("全国"));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (word_at(abbreviation, all, str_of(table[i].abbreviation)))
            return table[i].whole;
    return (struct str){ 0 };
}

void kind_add_plain(struct buf *buf, struct str s)
{
    for (size_t at = 0; at < s.n;) {
        char piece[4];
        size_t n = utf8_put(plain(utf8_next(s, &at)), piece);
        buf_add_bytes(buf, piece, n);
    }
}

/* Bodies whose congress is called after their members. */
static const struct { struct str organisation, members; } usual[] = {
    { STR_INIT("总工会"), STR_INIT("工会") },           { STR_INIT("妇联"), STR_INIT("妇女") },         { STR_INIT("妇女联合会"), STR_INIT("妇女") },
    { STR_INIT("侨联"), STR_INIT("归侨侨眷") },         { STR_INIT("残联"), STR_INIT("残疾人") },       { STR_INIT("残疾人联合会"), STR_INIT("残疾人") },
    { STR_INIT("归国华侨联合会"), STR_INIT("归侨侨眷") }, { STR_INIT("文联"), STR_INIT("文学艺术界") }, { STR_INIT("中共"), STR_INIT("中国共产党") },
    { STR_INIT("文学艺术界联合会"), STR_INIT("文学艺术界") }, { STR_INIT("科学技术协会"), STR_INIT("科协") },
    { STR_INIT("中国共产主义青年团"), STR_INIT("共青团") }, { STR_INIT("共产主义青年团"), STR_INIT("共青团") },
    { STR_INIT("工商业联合会"), STR_INIT("工商联") },   { STR_INIT("作协"), STR_INIT("作家协会") },     { STR_INIT("记协"), STR_INIT("新闻工作者协会") },
    { STR_INIT("中国少年先锋队"), STR_INIT("少先队") }, { STR_INIT("少年先锋队"), STR_INIT("少先队") },
};

struct str kind_of(struct arena *arena, struct str organisation, struct str body)
{
    struct buf kind = buf_make(arena, 512);
    struct str whole = kind_whole(body);
    if (whole.n)
        return whole;
    body = str_sub(body, word_at(body, 0, STR("全国")), body.n);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (organisation.n && word_at(organisation, 0, usual[i].organisation) == organisation.n) {
            if (!word_at(body, 0, usual[i].members))
                buf_add(&kind, usual[i].members);
            organisation.n = 0;
        }
    if (organisation.n && organisation.p != body.p && !word_at(body, 0, organisation))
        kind_add_plain(&kind, organisation);
    kind_add_plain(&kind, body);
    return buf_str(&kind);
}
