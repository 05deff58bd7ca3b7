/* What pictures leave behind (cleaning.md 6). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "clean/capture.h"
#include "clean/picture.h"

static void placeholders(void **state)
{
    (void)state;
    assert_true(picture_is(STR("图片")));
    assert_true(picture_is(STR("[图片]")));
    assert_true(picture_is(STR("图片1.png")));
    assert_true(picture_is(STR("微信图片_20230101.jpg")));
    assert_true(picture_is(STR("會議現場.jpg")));
}

static void words_are_none(void **state)
{
    (void)state;
    assert_false(picture_is(STR("现场展出的图片吸引了代表")));
    assert_false(picture_is(STR("图书")));
    assert_false(picture_is(STR("(如图)")));
    assert_false(picture_is(STR("123")));
}

static void captions(void **state)
{
    (void)state;
    assert_true(caption_is(STR("图为大会主席台。")));
    assert_true(caption_is(STR("图为大会主席台。 记者 马立春 摄")));
    assert_true(caption_is(STR("代表入场。 （孙晓丽 摄）")));
    assert_true(caption_is(STR("会议现场")));
    assert_true(caption_is(STR("左起:张三、李四")));
    assert_true(caption_is(STR("左起：张三、李四")));
    assert_true(caption_is(STR("图1为会议现场。")));
    assert_true(caption_is(STR("上图为代表们步入会场")));
    assert_true(caption_is(STR("（图片由县总工会提供）")));
    assert_true(caption_is(STR("▲代表们认真听取报告")));
}

static void sentences_are_none(void **state)
{
    (void)state;
    assert_false(caption_is(STR("市摄影家协会")));
    assert_false(caption_is(STR("会议现场气氛热烈，代表们掌声雷动。")));
    assert_false(caption_is(STR("11月5日上午，红枫市工会第八次代表大会在市会议中心开幕，全市各级工会组织的代表参加了大会。张三 摄")));
    assert_false(caption_is(STR("图片由专人整理，资料由各单位提供")));
    assert_false(caption_is(STR("图书馆里坐满了人")));
    assert_false(caption_is(STR("▲服务职工群众12万人次，建会率达到95%")));
    assert_false(caption_is(STR("▲一、坚持党的领导")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placeholders),
        cmocka_unit_test(words_are_none),
        cmocka_unit_test(captions),
        cmocka_unit_test(sentences_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
