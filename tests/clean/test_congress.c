/* Names of congresses taken apart (cleaning.md 9.8). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/congress.h"

/* name|place|level|organisation|kind|ordinal of the first mention, or "none". */
static void check(const char *text, const char *want)
{
    struct arena arena = { 0 };
    struct mention m;
    size_t at = 0;
    struct buf got = buf_make(&arena, 4096);
    if (congress_next(&arena, str_of(text), &at, &m)) {
        struct str parts[] = { m.congress.name, m.congress.place, m.congress.level, m.congress.organisation, m.congress.kind };
        for (size_t i = 0; i < 5; i++) {
            buf_add(&got, parts[i]);
            buf_add(&got, STR("|"));
        }
        buf_add_format(&got, "%d%s", m.congress.ordinal, m.congress.redacted ? "x" : "");
    } else {
        buf_add(&got, STR("none"));
    }
    assert_string_equal(capture_cstr(&arena, buf_str(&got)), want);
    arena_finish(&arena);
}

static void another_name_in_brackets(void **state)
{
    (void)state;
    check("白石市工商联(总商会)第五次代表大会闭幕", "白石市工商联(总商会)第五次代表大会|白石市|市|工商联|工商联代表大会|5");
    check("雲澤區工商業聯合會（總商會）第六次會員代表大會", "雲澤區工商業聯合會（總商會）第六次會員代表大會|雲澤區|區|工商業聯合會|工商联会员代表大会|6");
    check("云泽区工会(以下简称“区工会”)第三次代表大会召开", "云泽区工会(以下简称“区工会”)第三次代表大会|云泽区|区|工会|工会代表大会|3");
    check("(记者江河)第五次代表大会闭幕", "第五次代表大会||||代表大会|5");
}

static void whose_it_is_by_the_page(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct congress bare = { .name = STR("第二届会员代表大会"), .kind = STR("会员代表大会"), .ordinal = 2 }, own = { .place = STR("青溪乡") };
    assert_true(congress_of_unit(&arena, STR("青岚县总工会"), &bare));
    assert_string_equal(capture_cstr(&arena, bare.place), "青岚县");
    assert_string_equal(capture_cstr(&arena, bare.organisation), "总工会");
    assert_string_equal(capture_cstr(&arena, bare.kind), "工会会员代表大会");
    assert_false(congress_of_unit(&arena, STR("青岚县总工会"), &own));
    bare.place = bare.organisation = (struct str){ 0 };
    assert_false(congress_of_unit(&arena, STR("青岚新闻网"), &bare));
    arena_finish(&arena);
}

static void terms_and_sittings(void **state)
{
    (void)state;
    check("我校五届五次教职工代表大会开幕", "五届五次教职工代表大会|||教职工|教职工代表大会|5");
    check("集团公司六届八次职工代表大会在礼堂召开", "集团公司六届八次职工代表大会|||职工|职工代表大会|6");
    check("北山集团有限公司第十六届五次职工代表大会", "北山集团有限公司第十六届五次职工代表大会|北山集团有限公司||职工|职工代表大会|16");
    check("海東總工會25屆第1次代表大會", "海東總工會25屆第1次代表大會|海東||總工會|工会代表大会|25");
    check("我校第二届教职工代表大会暨工会会员代表大会第三次会议", "第二届教职工代表大会暨工会会员代表大会第三次会议|||教职工|教职工代表大会|2");
    check("市委九届五次全会决定", "none");
    check("市妇联第十六届一次执委会议上", "none");
}

static void who_calls_and_whose_it_is(void **state)
{
    (void)state;
    check("海東市總工會昨天舉行第4屆第1次會員代表大會", "第4屆第1次會員代表大會|海東市|市|總工會|工会会员代表大会|4");
    check("白岚区总工会举办第四次代表大会新闻发布会", "第四次代表大会|白岚区|区|总工会|工会代表大会|4");
    check("海東工聯會第三十八屆會員代表大會舉行", "海東工聯會第三十八屆會員代表大會|海東||工聯會|工联会会员代表大会|38");
    check("海東社團聯會第五屆會員大會", "海東社團聯會第五屆會員大會|||海東社團聯會|海东社团联会会员大会|5");
    check("青溪乡召开第十次妇女代表大会", "第十次妇女代表大会|青溪乡|乡|妇女|妇女代表大会|10");
    check("青岚市云泽县召开工会第十二次代表大会", "工会第十二次代表大会|青岚市云泽县|县|工会|工会代表大会|12");
    check("市妇联召开妇女第三次代表大会", "妇女第三次代表大会|||妇女|妇女代表大会|3");
    check("青溪镇隆重召开了第十次妇女代表大会", "第十次妇女代表大会|青溪镇|镇|妇女|妇女代表大会|10");
    check("云泽区工商联(商会)召开第五届一次会员大会", "第五届一次会员大会|云泽区|区|工商联|工商联会员大会|5");
    check("云泽区白鹭镇红十字会召开了成立大会暨第一次会员代表大会", "成立大会暨第一次会员代表大会|云泽区白鹭镇|镇|红十字会|红十字会会员代表大会|1");
    check("城北街道召开街道工会第四次代表大会", "街道工会第四次代表大会|城北街道|街道|工会|工会代表大会|4");
    check("江河代表区委对青岚区工会第四次代表大会表示祝贺", "青岚区工会第四次代表大会|青岚区|区|工会|工会代表大会|4");
    check("云泽区春水镇于10月15、16日召开了第一次党代会", "第一次党代会|云泽区春水镇|镇|中国共产党|中国共产党代表大会|1");
    check("青岚市劳工总会今(18)日举行第一届第一次会员代表大会", "第一届第一次会员代表大会|青岚市|市|劳工总会|劳工总会会员代表大会|1");
    check("在青岚市召开第三次代表大会", "第三次代表大会||||代表大会|3");
    check("妇联换届暨全区第三次妇女代表大会召开", "全区第三次妇女代表大会||区|妇女|妇女代表大会|3");
    check("值此中国科学技术协会第九次全国代表大会召开之际", "中国科学技术协会第九次全国代表大会|中国|全国|科学技术协会|科协代表大会|9");
    check("中国共产主义青年团第十八次全国代表大会", "中国共产主义青年团第十八次全国代表大会||全国|中国共产主义青年团|共青团代表大会|18");
}

static void one_whose_spirit_is_spoken_of_is_past(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct mention m;
    struct str text = STR("贯彻市第八次团代会、省第十次党代会精神，北山大学第九次学生代表大会召开");
    size_t at = 0;
    assert_true(congress_next(&arena, text, &at, &m) && m.past);
    assert_true(congress_next(&arena, text, &at, &m) && m.past);
    assert_true(congress_next(&arena, text, &at, &m) && !m.past && m.congress.ordinal == 9);
    arena_finish(&arena);
}

static void who_meets_in_front_of_the_number(void **state)
{
    (void)state;
    check("2月25日上午,白石市青岚区工会第二次代表大会在会堂召开", "白石市青岚区工会第二次代表大会|白石市青岚区|区|工会|工会代表大会|2");
    check("昨日召开的云泽县工会第16次代表大会", "云泽县工会第16次代表大会|云泽县|县|工会|工会代表大会|16");
    check("臨江市工會第三次代表大會開幕", "臨江市工會第三次代表大會|臨江市|市|工會|工会代表大会|3");
    check("中国工会第十八次全国代表大会", "中国工会第十八次全国代表大会|中国|全国|工会|工会代表大会|18");
    check("安石县作家协会第五次会员代表大会", "安石县作家协会第五次会员代表大会|安石县|县|作家协会|作家协会会员代表大会|5");
}

static void who_meets_at_the_start_or_in_the_body(void **state)
{
    (void)state;
    check("共青团梅岭县第十二次代表大会", "共青团梅岭县第十二次代表大会|梅岭县|县|共青团|共青团代表大会|12");
    check("中国共产党梅岭县第十四次代表大会", "中国共产党梅岭县第十四次代表大会|梅岭县|县|中国共产党|中国共产党代表大会|14");
    check("白鹭区第三次归侨侨眷代表大会", "白鹭区第三次归侨侨眷代表大会|白鹭区|区|归侨侨眷|归侨侨眷代表大会|3");
    check("中国教育工会东湖学院第三次代表大会", "中国教育工会东湖学院第三次代表大会|东湖学院||中国教育工会|中国教育工会代表大会|3");
    check("青岚市城北街道总工会第三届代表大会", "青岚市城北街道总工会第三届代表大会|青岚市城北街道|街道|总工会|工会代表大会|3");
    check("东湖农业园区(白鹭镇)红十字会成立暨第一次会员代表会议", "东湖农业园区(白鹭镇)红十字会成立暨第一次会员代表会议|东湖农业园区(白鹭镇)|区|红十字会|红十字会会员代表会议|1");
    check("凉水州工会第七次代表大会", "凉水州工会第七次代表大会|凉水州|州|工会|工会代表大会|7");
    check("岚州商会二届一次会员大会", "岚州商会二届一次会员大会|岚州||商会|商会会员大会|2"); /* a city, not a 州 */
    check("第八次全国少代会", "第八次全国少代会||全国|少先队|少先队代表大会|8");
    check("青溪镇第三次次妇女代表大会", "青溪镇第三次次妇女代表大会|青溪镇|镇|妇女|妇女代表大会|3");
    check("梅岭县第十二次团代会", "梅岭县第十二次团代会|梅岭县|县|共青团|共青团代表大会|12");
}

static void other_forms(void **state)
{
    (void)state;
    check("臨江市工會十六次代表大會", "臨江市工會十六次代表大會|臨江市|市|工會|工会代表大会|16");
    check("晨光公司工会“八大”召开", "晨光公司工会“八大”|晨光公司||工会|工会代表大会|8");
    check("南海市教師職業工會第4屆第1次會員代表大會", "南海市教師職業工會第4屆第1次會員代表大會|南海市|市|教師職業工會|教师职业工会会员代表大会|4");
    check("石桥区律师协会成立大会暨第一次会员代表大会", "石桥区律师协会成立大会暨第一次会员代表大会|石桥区|区|律师协会|律师协会会员代表大会|1");
    check("西河市总工会召开第九次代表大会", "第九次代表大会|西河市|市|总工会|工会代表大会|9");
    check("东湖大学社科联成立暨首届代表大会", "东湖大学社科联成立暨首届代表大会|东湖大学||社科联|社科联代表大会|1");
    check("首届职工运动会开幕", "none");
    check("梅岭县工会第—次代表大会", "梅岭县工会第—次代表大会|梅岭县|县|工会|工会代表大会|1");
}

static void hidden_numbers(void **state)
{
    (void)state;
    check("×市工会第×次代表大会隆重召开", "×市工会第×次代表大会|×市|市|工会|工会代表大会|0x");
    check("XX县工会第XX次代表大会", "XX县工会第XX次代表大会|XX县|县|工会|工会代表大会|0x");
}

static void no_congress(void **state)
{
    (void)state;
    check("学习贯彻党的二十大精神", "none");
    check("区总工会第四届委员会主席", "none");
    check("市总工会召开二届二次全会", "none");
    check("第四届委员会第三次全体会议", "none");
    check("中国共产党“十八大”", "none");
}

static bool unnumbered(const char *text, const char *name)
{
    struct arena arena = { 0 };
    struct mention m;
    bool found = congress_unnumbered(&arena, str_of(text), &m);
    if (found) {
        assert_string_equal(capture_cstr(&arena, m.congress.name), name);
        assert_int_equal(m.congress.ordinal, 0);
    }
    arena_finish(&arena);
    return found;
}

static void without_a_number(void **state)
{
    (void)state;
    assert_true(unnumbered("东湖学院召开2017年教职工代表大会", "教职工代表大会"));
    assert_true(unnumbered("青岚市总工会召开全市工会代表会议", "全市工会代表会议"));
    assert_true(unnumbered("12月6日，东湖学院教代会在礼堂召开。", "东湖学院教代会"));
    assert_true(unnumbered("晨光公司职工代表大会胜利闭幕", "晨光公司职工代表大会"));
    assert_false(unnumbered("定期召开职工代表大会的企业受到表彰。", ""));
    assert_false(unnumbered("坚持和完善人民代表大会制度。", ""));
    assert_false(unnumbered("会议筹备召开代表大会。", ""));
}

static void what_is_over_is_marked(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct mention m;
    size_t at = 0;
    assert_true(congress_next(&arena, STR("市工会第二次代表大会以来"), &at, &m));
    assert_true(m.past);
    at = 0;
    assert_true(congress_next(&arena, STR("选举产生出席省工会第十三次代表大会正式代表12名"), &at, &m) && m.past);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_name_in_brackets),
        cmocka_unit_test(whose_it_is_by_the_page),
        cmocka_unit_test(terms_and_sittings),
        cmocka_unit_test(who_calls_and_whose_it_is),
        cmocka_unit_test(one_whose_spirit_is_spoken_of_is_past),
        cmocka_unit_test(who_meets_in_front_of_the_number),
        cmocka_unit_test(who_meets_at_the_start_or_in_the_body),
        cmocka_unit_test(other_forms),
        cmocka_unit_test(hidden_numbers),
        cmocka_unit_test(no_congress),
        cmocka_unit_test(without_a_number),
        cmocka_unit_test(what_is_over_is_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
