/* Tests of clean/decode: how bytes are recognised, read and mended, and what must not be taken for it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clean/charset.h"
#include "clean/decode.h"
#include "text/utf8.h"

/* Bytes of a literal, NULs in it and all. */
#define BYTES(literal) ((struct bytes){ (const unsigned char *)("" literal), sizeof literal - 1 })

/* 工会代表大会开幕,代表出席。 and a traditional twin, in the encodings that tests need. */
#define HANS "工会代表大会开幕，代表出席。"
#define HANS_GB "\xB9\xA4\xBB\xE1\xB4\xFA\xB1\xED\xB4\xF3\xBB\xE1\xBF\xAA\xC4\xBB\xA3\xAC\xB4\xFA\xB1\xED\xB3\xF6\xCF\xAF\xA1\xA3"
#define HANT "工會代表大會開幕，代表出席。"
#define HANT_GB "\xB9\xA4\x95\xFE\xB4\xFA\xB1\xED\xB4\xF3\x95\xFE\xE9\x5F\xC4\xBB\xA3\xAC\xB4\xFA\xB1\xED\xB3\xF6\xCF\xAF\xA1\xA3"
#define HANT_BIG5 "\xA4\x75\xB7\x7C\xA5\x4E\xAA\xED\xA4\x6A\xB7\x7C\xB6\x7D\xB9\xF5\xA1\x41\xA5\x4E\xAA\xED\xA5\x58\xAE\x75\xA1\x43"
#define HANS_LE "\xE5\x5D\x1A\x4F\xE3\x4E\x68\x88\x27\x59\x1A\x4F\x00\x5F\x55\x5E\x0C\xFF\xE3\x4E\x68\x88\xFA\x51\x2D\x5E\x02\x30"
#define HANS_BE "\x5D\xE5\x4F\x1A\x4E\xE3\x88\x68\x59\x27\x4F\x1A\x5F\x00\x5E\x55\xFF\x0C\x4E\xE3\x88\x68\x51\xFA\x5E\x2D\x30\x02"

static struct arena arena;

static int finish(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

static void assert_text(struct decoded to, const char *encoding, const char *text)
{
    assert_string_equal(to.encoding, encoding);
    assert_int_equal(to.text.n, strlen(text));
    assert_memory_equal(to.text.p, text, to.text.n);
}

static struct decoded read_as(struct bytes source, const char *name)
{
    struct decoded to;
    struct err err = { .text = "" };
    if (!decode(&arena, source, name, &to, &err))
        fail_msg("refused: %s", err.text);
    return to;
}

static void refused(struct bytes source, const char *name, const char *why)
{
    struct decoded to;
    struct err err = { .text = "" };
    assert_false(decode(&arena, source, name, &to, &err));
    assert_non_null(strstr(err.text, why));
}

static bool says(struct decoded to, const char *words)
{
    return str_has(to.note, str_of(words));
}

static void valid_utf8_is_not_copied(void **state)
{
    (void)state;
    struct bytes source = BYTES(HANS "\n");
    struct decoded to = read_as(source, NULL);
    assert_text(to, "UTF-8", HANS "\n");
    assert_ptr_equal(to.text.p, source.p);
    assert_true(says(to, "certain") && says(to, "every byte could be read"));
    assert_text(read_as(BYTES(""), NULL), "UTF-8", "");
    assert_text(read_as(BYTES("plain"), NULL), "UTF-8", "plain");
}

static void a_mark_tells_the_encoding(void **state)
{
    (void)state;
    assert_text(read_as(BYTES("\xEF\xBB\xBF" HANS), NULL), "UTF-8", HANS);
    assert_text(read_as(BYTES("\xFF\xFE" HANS_LE), NULL), "UTF-16LE", HANS);
    assert_text(read_as(BYTES("\xFE\xFF" HANS_BE), NULL), "UTF-16BE", HANS);
    assert_text(read_as(BYTES("\x84\x31\x95\x33" HANS_GB), NULL), "GB18030", HANS);
    assert_true(says(read_as(BYTES("\xFE\xFF" HANS_BE), NULL), "byte order mark"));
    assert_text(read_as(BYTES("\xFF\xFE" HANS_LE), "utf-16"), "UTF-16LE", HANS);
}

static void damaged_utf8_stays_utf8(void **state)
{
    (void)state;
    struct decoded to = read_as(BYTES(HANS "\xE5\xB7" "A\xFF" HANS "\xE5"), NULL); /* a cut character, a stray byte, a cut tail */
    assert_text(to, "UTF-8", HANS "\uFFFD" "A\uFFFD" HANS "\uFFFD");
    assert_int_equal(to.bad, 3);
    assert_true(says(to, "3 places could not be read"));
    to = read_as(BYTES(HANS "\xE5\xB7"), NULL);
    assert_text(to, "UTF-8", HANS "\uFFFD");
    assert_true(says(to, "1 place could"));
    /* more than one bad place in ten good characters is another encoding */
    assert_text(read_as(BYTES(HANS_GB "\xE5\xB7\xA5"), NULL), "GB18030", HANS "宸\uFFFD");
}

static void gb18030_and_big5_are_told_by_common_characters(void **state)
{
    (void)state;
    assert_text(read_as(BYTES(HANS_GB), NULL), "GB18030", HANS);
    assert_text(read_as(BYTES(HANT_GB), NULL), "GB18030", HANT);
    assert_text(read_as(BYTES(HANT_BIG5), NULL), "BIG5", HANT);
    assert_true(says(read_as(BYTES(HANS_GB), NULL), "common"));
}

static void utf16_is_told_by_its_units(void **state)
{
    (void)state;
    assert_text(read_as(BYTES(HANS_LE), NULL), "UTF-16LE", HANS);
    assert_text(read_as(BYTES(HANS_BE), NULL), "UTF-16BE", HANS);
    /* nearly all ASCII: such bytes are valid UTF-8 */
    assert_text(read_as(BYTES("<\0p\0>\0\x1A\x4F<\0/\0p\0>\0"), NULL), "UTF-16LE", "<p>会</p>");
    assert_text(read_as(BYTES("\0<\0p\0>\0x"), NULL), "UTF-16BE", "<p>x");
    /* "Bush hid the facts": ASCII is Han in UTF-16, and yet it is ASCII */
    assert_text(read_as(BYTES("this file was short"), NULL), "UTF-8", "this file was short");
}

static void utf16_half_pairs_are_marked(void **state)
{
    (void)state;
    struct decoded to = read_as(BYTES("\x1A\x4F\x00\xD8\x41\x00\x40\xD8\x00\xDC\x00\xDC\x42"), "UTF-16LE");
    assert_text(to, "UTF-16LE", "会\uFFFD" "A\U00020000\uFFFD\uFFFD");
    assert_int_equal(to.bad, 3);
}

static void a_declaration_counts_if_the_bytes_hold(void **state)
{
    (void)state;
    struct decoded to = read_as(BYTES("<meta charset=\"gb2312\">" HANT_GB), NULL);
    assert_text(to, "GB18030", "<meta charset=\"gb2312\">" HANT);
    assert_true(says(to, "declares"));
    to = read_as(BYTES("<META http-equiv=Content-Type content='text/html; charset=Big5'>" HANT_BIG5), NULL);
    assert_string_equal(to.encoding, "BIG5");
    assert_true(says(to, "declares"));
    /* UTF-8 is UTF-8 whatever the page declares */
    assert_string_equal(read_as(BYTES("<meta charset=gbk>" HANS), NULL).encoding, "UTF-8");
    assert_text(read_as(BYTES("<meta charset=gb2312>" HANS "\xFF" HANS), NULL), "UTF-8", "<meta charset=gb2312>" HANS "\uFFFD" HANS);
    /* a declaration of UTF-8 forgives more than its structure alone would */
    assert_true(says(read_as(BYTES("<meta charset=utf-8>" HANS "\xFF\xFF\xFF"), NULL), "read as UTF-8, as the page declares"));
    assert_false(says(read_as(BYTES("<meta name=utf-8>" HANS "\xFF\xFF\xFF"), NULL), "declares"));
    /* nor does it hold where the bytes plainly are of the other kind */
    assert_string_equal(read_as(BYTES("<meta charset=utf-8>" HANS_GB HANS_GB), NULL).encoding, "GB18030");
}

static void labels_are_keys_of_a_table(void **state)
{
    (void)state;
    static const char *const gb[] = { "gb2312", "GBK", "gb_2312-80", "x-gbk", " GB18030\n", "cp936" };
    for (size_t i = 0; i < sizeof gb / sizeof *gb; i++)
        assert_int_equal(charset_of((struct bytes){ (const unsigned char *)gb[i], strlen(gb[i]) }), CHARSET_GB18030);
    assert_int_equal(charset_of(BYTES("Big5-HKSCS")), CHARSET_BIG5);
    assert_int_equal(charset_of(BYTES("UTF-8//IGNORE")), CHARSET_NONE);
    assert_int_equal(charset_of(BYTES("ISO-2022-CN-EXT")), CHARSET_NONE);
    assert_int_equal(charset_of(BYTES("")), CHARSET_NONE);
    assert_int_equal(charset_declared(BYTES("text charset=gbk outside of any tag")), CHARSET_NONE);
    assert_int_equal(charset_declared(BYTES("<meta name=x> charset=gbk")), CHARSET_NONE);
    assert_int_equal(charset_declared(BYTES("<?xml version='1.0' encoding='GBK'?>")), CHARSET_GB18030);
}

static void a_name_overrules(void **state)
{
    (void)state;
    assert_text(read_as(BYTES(HANT_BIG5), "cp950"), "BIG5", HANT);
    assert_true(says(read_as(BYTES(HANS_GB), "gbk"), "as told"));
    assert_string_equal(read_as(BYTES(HANS), "gb18030").encoding, "GB18030");
    refused(BYTES(HANS), "ISO-2022-CN-EXT", "unknown encoding 'ISO-2022-CN-EXT'");
    refused(BYTES(HANS), "UTF-8//TRANSLIT", "unknown encoding");
}

static void a_bad_byte_swallows_nothing(void **state)
{
    (void)state;
    struct decoded to = read_as(BYTES(HANS_GB "\xB4\n" "A\xFF" "B\xB4" "9\x80"), "GB18030");
    assert_text(to, "GB18030", HANS "\uFFFD\n" "A\uFFFD" "B\uFFFD" "9€");
    assert_int_equal(to.bad, 3);
    assert_text(read_as(BYTES(HANT_BIG5 "\xA4\n\xA4<p>\xFF"), "BIG5"), "BIG5", HANT "\uFFFD\n\uFFFD<p>\uFFFD");
    assert_text(read_as(BYTES(HANT_BIG5 "\x81" "A"), "BIG5"), "BIG5", HANT "\uFFFD" "A"); /* a pair that nobody mapped */
    assert_text(read_as(BYTES("\xB9\xA4\xB9"), "GB18030"), "GB18030", "工\uFFFD");
    assert_text(read_as(BYTES("\x82\x35\x90\x37\x81\x30"), "GB18030"), "GB18030", "\u9FB4\uFFFD" "0");
}

static void a_lost_byte_costs_one_character(void **state)
{
    (void)state;
    /* the 会 of 大会 has lost its second byte: without a look ahead all behind it would be shifted */
    struct decoded to = read_as(BYTES("\xB9\xA4\xBB\xE1\xB4\xFA\xB1\xED\xB4\xF3\xBB\xBF\xAA\xC4\xBB\xA3\xAC\xB4\xFA\xB1\xED\xB3\xF6\n" HANS_GB), NULL);
    assert_text(to, "GB18030", "工会代表大\uFFFD开幕，代表出\n" HANS);
    assert_int_equal(to.bad, 1);
    /* and where nothing tells, it is the last */
    assert_text(read_as(BYTES("\xB9\xA4\xBB\xE1\xB4\n"), "gbk"), "GB18030", "工会\uFFFD\n");
}

static void rare_characters_are_read(void **state)
{
    (void)state;
    assert_text(read_as(BYTES("\x95\x32\x82\x36"), "GB18030"), "GB18030", "\U00020000");
    struct decoded to = read_as(BYTES("\xA4\x75\x95\xED\xA4\x75"), "BIG5"); /* in the Hong Kong extension alone */
    assert_int_equal(to.bad, 0);
    assert_int_equal(utf8_count(to.text), 3);
    /* 堃 and 喆 in a text that nothing tells the encoding of; four bytes, and 䶮, in one of GB18030 */
    assert_text(read_as(BYTES(HANT_BIG5 "\xFB\x69\xFB\x46" HANT_BIG5), NULL), "BIG5", HANT "堃喆" HANT);
    assert_text(read_as(BYTES(HANS_GB "\x95\x32\x82\x36\x82\x30\xB7\x31\xFE\x9F" HANS_GB), NULL), "GB18030", HANS "\U00020000㛃䶮" HANS);
}

static void a_cut_tail_is_one_bad_place(void **state)
{
    (void)state;
    const struct { struct bytes bytes; const char *encoding, *text; } rows[] = {
        { BYTES(HANS HANS "\xE5"), "UTF-8", HANS HANS "\uFFFD" },       { BYTES(HANS HANS "\xF0\xA0\x80"), "UTF-8", HANS HANS "\uFFFD" },
        { BYTES(HANS_GB "\xB4"), "GB18030", HANS "\uFFFD" },            { BYTES(HANS_GB "\x95\x32\x82"), "GB18030", HANS "\uFFFD" "2\uFFFD" },
        { BYTES(HANT_BIG5 "\xA4"), "BIG5", HANT "\uFFFD" },             { BYTES(HANS_LE "\x1A"), "UTF-16LE", HANS "\uFFFD" },
        { BYTES(HANS_BE "\x4F"), "UTF-16BE", HANS "\uFFFD" },           { BYTES(HANS_LE "\x40\xD8"), "UTF-16LE", HANS "\uFFFD" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_text(read_as(rows[i].bytes, NULL), rows[i].encoding, rows[i].text);
}

static void a_file_of_two_encodings_is_read_by_lines(void **state)
{
    (void)state;
    struct decoded to = read_as(BYTES(HANS_GB "\n" HANS_GB "\n" HANS "\n" HANS_GB "\r\n"), NULL);
    assert_text(to, "GB18030", HANS "\n" HANS "\n" HANS "\n" HANS "\r\n");
    assert_true(says(to, "1 line in another encoding"));
    to = read_as(BYTES(HANS HANS HANS HANS HANS HANS HANS HANS HANS HANS HANS HANS "\n" HANS_GB "\n" HANS), NULL);
    assert_text(to, "UTF-8", HANS HANS HANS HANS HANS HANS HANS HANS HANS HANS HANS HANS "\n" HANS "\n" HANS);
    assert_int_equal(to.bad, 0);
    /* where a long line proves it, a short one of nothing else is read so too; alone it is not, nor one with UTF-8 in it */
    to = read_as(BYTES(HANS HANS HANS HANS HANS HANS HANS HANS "\n\xB4\xFA\xB1\xED\n" HANS_GB "\ncaf\xC3\xA9 \xB4\xFA\xB1\xED\n"), NULL);
    assert_text(to, "UTF-8", HANS HANS HANS HANS HANS HANS HANS HANS "\n代表\n" HANS "\ncaf\u00E9 \uFFFD\uFFFD\uFFFD\uFFFD\n");
    to = read_as(BYTES(HANS HANS HANS HANS "\n\xB4\xFA\xB1\xED\n"), NULL);
    assert_text(to, "UTF-8", HANS HANS HANS HANS "\n\uFFFD\uFFFD\uFFFD\uFFFD\n");
    /* a line of UTF-8 with a bad byte is not GB18030 */
    to = read_as(BYTES(HANS "\n" HANS "\xFF\n" HANS HANS), NULL);
    assert_text(to, "UTF-8", HANS "\n" HANS "\uFFFD\n" HANS HANS);
    assert_false(says(to, "another"));
}

/* Text as it looks when its bytes are read as Latin-1. */
static struct bytes misread(struct bytes b)
{
    unsigned char *to = arena_alloc(&arena, b.n * 2 + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < b.n; i++)
        n += utf8_put(b.p[i], (char *)to + n);
    return (struct bytes){ to, n };
}

static void misread_letters_are_turned_back(void **state)
{
    (void)state;
    struct decoded to = read_as(misread(BYTES(HANS_GB)), NULL);
    assert_text(to, "UTF-8", HANS);
    assert_true(says(to, "1 misread passage turned back"));
    assert_text(read_as(misread(BYTES(HANS)), NULL), "UTF-8", HANS);
    assert_text(read_as(misread(BYTES("<p>" HANS "</p>\n2021 " HANS)), NULL), "UTF-8", "<p>" HANS "</p>\n2021 " HANS);
    /* short lines are, where a long one proves that the file was misread; alone they are not */
    assert_text(read_as(misread(BYTES(HANS_GB "\nok \xCD\xBC\xC6\xAC\n")), NULL), "UTF-8", HANS "\nok 图片\n");
    assert_text(read_as(misread(BYTES("\xCD\xBC\xC6\xAC\n")), NULL), "UTF-8", "Í¼Æ¬\n");
    /* by windows-1252: 工会代 … with its curly signs */
    assert_text(read_as(BYTES("å·¥ä¼šä»£è¡¨å¤§ä¼šå·¥ä¼šä»£è¡¨"), NULL), "UTF-8", "工会代表大会工会代表");
}

static void a_passage_in_chinese_is_turned_back_alone(void **state)
{
    (void)state;
    struct bytes bad = misread(BYTES(HANS_GB));
    struct buf text = buf_make(&arena, 4096);
    buf_add(&text, STR(HANS "\n"));
    buf_add_bytes(&text, bad.p, bad.n);
    buf_add(&text, STR("\n" HANS));
    assert_text(read_as((struct bytes){ (const unsigned char *)text.p, text.n }, NULL), "UTF-8", HANS "\n" HANS "\n" HANS);
}

/* Each passage stands in the text where it says, as an exact way back: from the first character beyond ASCII to the last, between borders. */
static void what_was_turned_back_is_listed(void **state)
{
    (void)state;
    struct decoded to = read_as(misread(BYTES("<p>2021 " HANS "2021" HANS "!</p>\n(" HANS_GB ") <b>" HANS_GB "</b>\n")), NULL);
    assert_text(to, "UTF-8", "<p>2021 " HANS "2021" HANS "!</p>\n(" HANS ") <b>" HANS "</b>\n");
    assert_int_equal(to.mended.n, 3);
    static const char *const say[] = { HANS "2021" HANS, HANS, HANS };
    struct bytes was[] = { misread(BYTES(HANS "2021" HANS)), misread(BYTES(HANS_GB)), misread(BYTES(HANS_GB)) };
    for (size_t i = 0; i < 3; i++) {
        struct mended m = to.mended.v[i];
        assert_true(str_eq(m.to, str_of(say[i])) && str_eq(m.from, (struct str){ (const char *)was[i].p, was[i].n }));
        assert_true(str_eq(str_sub(to.text, m.at, m.at + m.to.n), m.to));
    }
}

static void other_letters_are_left_alone(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "À l'été, les élèves étaient très pressés de répéter la leçon à l'école où Zoé étudiait; ça lui a plu, évidemment.", /* French */
        "×÷×÷±±°°×÷×÷±±°°×÷×÷±±°°×÷×÷±±°°", /* a table of signs */
        "ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄ", /* letters in a row, an odd number */
        "代表(dài biǎo)工會(gōng huì)出席(chū xí)開幕(kāi mù)",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct bytes source = { (const unsigned char *)texts[i], strlen(texts[i]) };
        assert_ptr_equal(read_as(source, NULL).text.p, source.p);
    }
}

static void what_is_no_text_is_refused(void **state)
{
    (void)state;
    refused(BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), NULL, "not a text");
    refused(BYTES("PK\x03\x04\x14\0\0\0"), NULL, "not a text");
    refused(BYTES("%PDF-1.7\n"), NULL, "not a text");
    refused(BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), NULL, "not a text");
    refused(BYTES("\x01\x02\x03\x04\x05\x06" "a"), NULL, "not a text");
    refused(BYTES("\0\0\0\0\0\0\0\0"), NULL, "not a text");
    unsigned char noise[4096];
    uint32_t seed = 1;
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (unsigned char)((seed = seed * 1664525 + 1013904223) >> 24);
    refused((struct bytes){ noise, sizeof noise }, NULL, "not a text");
}

static void controls_in_a_text_stay(void **state)
{
    (void)state;
    struct decoded to = read_as(BYTES(HANS "\0\x01\x1B[1m" HANS "\0\0\0\0\0\0\0\0\0\0\0\0"), NULL);
    assert_text((struct decoded){ .text = str_sub(to.text, 0, sizeof HANS - 1), .encoding = to.encoding }, "UTF-8", HANS);
    assert_int_equal(to.text.n, 2 * (sizeof HANS - 1) + 6 + 12);
    assert_int_equal(read_as(BYTES("%PDF is a format, PK and GIF too: " HANS), NULL).bad, 0);
}

static void letters_of_no_chinese_encoding_are_marked(void **state)
{
    (void)state;
    struct decoded to = read_as(BYTES("d\xE9j\xE0 vu, l'\xE9t\xE9 \xE0 la plage"), NULL); /* Latin-1: as GBK it would lose letters */
    assert_text(to, "UTF-8", "d\uFFFDj\uFFFD vu, l'\uFFFDt\uFFFD \uFFFD la plage");
    assert_true(says(to, "doubtful"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(valid_utf8_is_not_copied, finish),
        cmocka_unit_test_teardown(a_mark_tells_the_encoding, finish),
        cmocka_unit_test_teardown(damaged_utf8_stays_utf8, finish),
        cmocka_unit_test_teardown(gb18030_and_big5_are_told_by_common_characters, finish),
        cmocka_unit_test_teardown(utf16_is_told_by_its_units, finish),
        cmocka_unit_test_teardown(utf16_half_pairs_are_marked, finish),
        cmocka_unit_test_teardown(a_declaration_counts_if_the_bytes_hold, finish),
        cmocka_unit_test_teardown(labels_are_keys_of_a_table, finish),
        cmocka_unit_test_teardown(a_name_overrules, finish),
        cmocka_unit_test_teardown(a_bad_byte_swallows_nothing, finish),
        cmocka_unit_test_teardown(a_lost_byte_costs_one_character, finish),
        cmocka_unit_test_teardown(rare_characters_are_read, finish),
        cmocka_unit_test_teardown(a_cut_tail_is_one_bad_place, finish),
        cmocka_unit_test_teardown(a_file_of_two_encodings_is_read_by_lines, finish),
        cmocka_unit_test_teardown(misread_letters_are_turned_back, finish),
        cmocka_unit_test_teardown(a_passage_in_chinese_is_turned_back_alone, finish),
        cmocka_unit_test_teardown(what_was_turned_back_is_listed, finish),
        cmocka_unit_test_teardown(other_letters_are_left_alone, finish),
        cmocka_unit_test_teardown(what_is_no_text_is_refused, finish),
        cmocka_unit_test_teardown(controls_in_a_text_stay, finish),
        cmocka_unit_test_teardown(letters_of_no_chinese_encoding_are_marked, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
