/* Tests of clean/html: tokens, references, blocks, the article in its page, and what its head says. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "clean/element.h"
#include "clean/entity.h"
#include "clean/html.h"
#include "clean/page.h"
#include "clean/token.h"

static struct arena arena;

static int finish(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

static struct draft *page(const char *text)
{
    struct draft *draft = NEW(&arena, struct draft);
    html_blocks(&arena, str_of(text), draft);
    return draft;
}

/* Blocks on one line: kind, + where a blank line or a border is before it, text. L line, T text, H2 heading, I item, C cell, F caption. */
static const char *show(const struct draft *draft)
{
    static const char kinds[] = "LTHICFG";
    struct buf out = buf_make(&arena, 1 << 20);
    for (size_t i = 0; i < draft->blocks.n; i++) {
        const struct block *b = &draft->blocks.v[i];
        buf_add_format(&out, "%s%c", i ? "|" : "", kinds[b->kind]);
        if (b->kind == BLOCK_HEADING)
            buf_add_format(&out, "%d", b->rank);
        buf_add_format(&out, "%s%.*s", b->after_blank ? "+" : "-", (int)b->text.n, b->text.p);
    }
    buf_add_bytes(&out, "", 1);
    return out.p;
}

static void blocks_are(const char *text, const char *want)
{
    assert_string_equal(show(page(text)), want);
}

/* What was removed as `class`, parted by bars. */
static const char *removed(const struct draft *draft, enum removed_class class)
{
    struct buf out = buf_make(&arena, 1 << 20);
    for (size_t i = 0; i < draft->removed.n; i++)
        if (draft->removed.v[i].class == class)
            buf_add_format(&out, "%s%.*s", out.n ? "|" : "", (int)draft->removed.v[i].text.n, draft->removed.v[i].text.p);
    buf_add_bytes(&out, "", 1);
    return out.p;
}

/* ---- plain text ---- */

static void lines_end_in_every_way(void **state)
{
    (void)state;
    struct draft draft = { 0 };
    text_blocks(&arena, STR("一\n二\r\n三\r四\f五\u2028六\u2029七\n\n八\n  \n九"), &draft);
    assert_string_equal(show(&draft), "L+一|L-二|L-三|L-四|L-五|L-六|L-七|L+八|L+九");
    assert_string_equal(removed(&draft, REMOVED_WHITESPACE), "  ");
}

static void lines_keep_their_blanks(void **state)
{
    (void)state;
    struct draft draft = { 0 };
    text_blocks(&arena, STR("　　甲 乙 \n"), &draft);
    assert_string_equal(show(&draft), "L+　　甲 乙 ");
    struct draft none = { 0 };
    text_blocks(&arena, STR(""), &none);
    text_blocks(&arena, STR("\n\r\n \u00A0\n"), &none);
    assert_int_equal(none.blocks.n, 0);
}

/* ---- likely ---- */

static void markup_is_told_by_content(void **state)
{
    (void)state;
    static const char *const yes[] = {
        "甲<br>乙", "<p class=\"x\">甲", "甲</p>", "<!DOCTYPE html>", "甲<!-- x -->", "&nbsp;&nbsp;甲", "甲&#8220;乙", "<P>甲", "<br/>",
    };
    static const char *const no[] = {
        "甲乙", "学习<中国章程>", "a<b and b>c", "1 < 2 > 0", "R&D; AT&T", "?a=1&copy=2", "<作者 p>", "<Handbook>", "< p >", "",
    };
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!html_likely(str_of(yes[i])))
            fail_msg("not seen as markup: %s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (html_likely(str_of(no[i])))
            fail_msg("seen as markup: %s", no[i]);
}

/* ---- tokens ---- */

static const char *tokens(const char *text)
{
    static const char letters[] = "TSECR";
    struct buf out = buf_make(&arena, 1 << 16);
    struct tokenizer t = tokenizer_make(str_of(text));
    struct token token;
    struct str all = { text, 0 };
    while (token_next(&t, &token)) {
        assert_ptr_equal(token.source.p, all.p + all.n); /* together they are the page */
        all.n += token.source.n;
        buf_add_format(&out, "%s%c:%.*s", out.n ? " " : "", letters[token.kind], (int)token.source.n, token.source.p);
    }
    assert_int_equal(all.n, strlen(text));
    buf_add_bytes(&out, "", 1);
    return out.p;
}

static void tags_are_told_from_text(void **state)
{
    (void)state;
    assert_string_equal(tokens("甲<p>乙</P >丙<br/>"), "T:甲 S:<p> T:乙 E:</P > T:丙 S:<br/>");
    assert_string_equal(tokens("<中国章程>"), "T:<中国章程>");
    assert_string_equal(tokens("1<2, a < b <"), "T:1<2, a < b <");
    assert_string_equal(tokens("<a title='>' b=\">\">x"), "S:<a title='>' b=\">\"> T:x");
    assert_string_equal(tokens("</><!x></ x><?y?>"), "C:</> C:<!x> C:</ x> C:<?y?>");
    assert_string_equal(tokens("<p"), "T:<p");
    assert_string_equal(tokens("甲</"), "T:甲</");
}

static void comments_end_as_the_standard_says(void **state)
{
    (void)state;
    assert_string_equal(tokens("<!-->甲"), "C:<!--> T:甲");
    assert_string_equal(tokens("<!--->甲"), "C:<!---> T:甲");
    assert_string_equal(tokens("<!-- > -- -- > --!>甲"), "C:<!-- > -- -- > --!> T:甲");
    assert_string_equal(tokens("<!----><p>"), "C:<!----> S:<p>");
    assert_string_equal(tokens("甲<!-- 乙<p>丙"), "T:甲 C:<!-- T: 乙 S:<p> T:丙"); /* one that does not end hides nothing */
    assert_string_equal(tokens("<![CDATA[甲<p>]]>乙]]>"), "C:<![CDATA[ T:甲 S:<p> C:]]> T:乙]]>");
}

static void raw_text_holds_no_tags(void **state)
{
    (void)state;
    assert_string_equal(tokens("<script>a<b></p></script>甲"), "S:<script> R:a<b></p> E:</script> T:甲");
    assert_string_equal(tokens("<style></style >甲"), "S:<style> E:</style > T:甲");
    assert_string_equal(tokens("<title>甲<p></TITLE>"), "S:<title> R:甲<p> E:</TITLE>");
    assert_string_equal(tokens("<script></scripts></script>"), "S:<script> R:</scripts> E:</script>");
    assert_string_equal(tokens("<script><!--<script></script>--></script>甲"), "S:<script> R:<!--<script></script>--> E:</script> T:甲");
    /* one that does not end gives way to the next block */
    assert_string_equal(tokens("<script>var a;<p>甲</p>"), "S:<script> R:var a; S:<p> T:甲 E:</p>");
    assert_string_equal(tokens("<noscript><p>甲"), "S:<noscript> S:<p> T:甲");
}

static void an_open_quote_hides_nothing(void **state)
{
    (void)state;
    assert_string_equal(tokens("<p class=\"x>甲</p>乙"), "S:<p class=\"x> T:甲 E:</p> T:乙");
    assert_string_equal(tokens("<p class=\"x 甲<br>乙"), "T:<p class=\"x 甲 S:<br> T:乙");
}

static void attributes_are_read_as_the_standard_says(void **state)
{
    (void)state;
    struct str a = STR(" a=1 b='2 3' c=\"4\" D = 5 e / f =g =h i='x'a=9>");
    assert_true(str_eq(attribute_get(a, "a"), STR("1"))); /* the first of two */
    assert_true(str_eq(attribute_get(a, "b"), STR("2 3")));
    assert_true(str_eq(attribute_get(a, "c"), STR("4")));
    assert_true(str_eq(attribute_get(a, "d"), STR("5")));
    assert_true(attribute_get(a, "e").p && !attribute_get(a, "e").n);
    assert_true(str_eq(attribute_get(a, "f"), STR("g")));
    assert_null(attribute_get(a, "h").p);
    assert_true(attribute_get(a, "=h").p != NULL);
    assert_null(attribute_get(STR(""), "a").p);
}

/* ---- references ---- */

static void written(const char *text, const char *want)
{
    struct str s = entity_decode(&arena, str_of(text), false);
    assert_int_equal(s.n, strlen(want));
    assert_memory_equal(s.p, want, s.n);
}

static void references_are_written_out(void **state)
{
    (void)state;
    written("&amp;&lt;&gt;&quot;&nbsp;&ldquo;&middot;", "&<>\"\u00A0“·");
    written("&#20013;&#x4E2D;&#X4e2d;&#20013", "中中中中");
    written("&amp &AMP &ampx", "& & &x");
    written("&notit; &notin; &not", "¬it; ∉ ¬");
    written("&NotEqualTilde;", "\u2242\u0338");
    written("&CounterClockwiseContourIntegral;", "∳");
    written("&#128;&#x92;&#0;&#xD800;&#x110000;&#99999999999999999999;", "€’\uFFFD\uFFFD\uFFFD\uFFFD");
    written("&; & &# &#x; &中; &bogus; &Aacut", "&; & &# &#x; &中; &bogus; &Aacut");
    uint32_t c[2];
    assert_int_equal(entity_at(STR("&copy=2"), 0, true, c), 0); /* in an address it is a name of its own */
    assert_int_equal(entity_at(STR("&copy=2"), 0, false, c), 5);
    assert_int_equal(entity_at(STR("&copy;=2"), 0, true, c), 6);
}

/* ---- blocks ---- */

static void elements_end_blocks(void **state)
{
    (void)state;
    blocks_are("<p>甲<b>乙</b>丙</p><div>丁<p>戊<p>己</div>", "T+甲乙丙|T+丁|T+戊|T+己");
    blocks_are("<h2>甲</h2><ul><li>乙<li>丙</ul><h3>丁</h3>", "H2+甲|I+乙|I+丙|H3+丁");
    blocks_are("<table><tr><td>甲<td>乙<tr><th>丙</table>", "C+甲|C+乙|C+丙");
    blocks_are("<figure><img alt=x><figcaption>甲</figcaption></figure>乙", "F+甲|L+乙");
    blocks_are("<p>甲<br>乙<br><br/>丙</p>", "T+甲|T-乙|T+丙");
    blocks_are("<foo-bar>甲</foo-bar><p>乙<unknown>丙", "L+甲|T+乙丙");
    blocks_are("", "");
    blocks_are("<p></p><div> </div>", "");
}

static void blanks_of_the_source_are_none_of_the_text(void **state)
{
    (void)state;
    blocks_are("<div>\n  <p>\n    甲\n    乙 丙\n  a\n b,\n 丁 </p>\n</div>", "T+甲乙 丙 a b, 丁");
    blocks_are("<p>《甲 乙》  丙</p>", "T+《甲 乙》 丙");
    blocks_are("<p>甲&nbsp; 乙　丙</p>", "T+甲\u00A0 乙　丙");
    blocks_are("<p>甲 <b>乙</b> <i> 丙</i></p>", "T+甲 乙 丙");
}

static void paragraphs_without_tags_are_seen(void **state)
{
    (void)state;
    blocks_are("<html><div>　　甲,\n　　乙\n\n丙</div>", "T+甲,|T+乙|T+丙");
    blocks_are("<html><div>甲\n乙。\n丙</div>", "T+甲乙。|T-丙"); /* a line end alone parts something only behind a sentence */
    blocks_are("<html><p>甲\n乙。\n丙</p>", "T+甲乙。丙");
    blocks_are("<div>甲\n乙。\n丙</div>", "T+甲|T-乙。|T-丙"); /* in a piece of a page it does */
    blocks_are("<html><p>甲\n\n乙\n<b>\n丙\n</b>\n丁</p>", "T+甲|T+乙丙丁");
    blocks_are("<div>甲\n<b>乙。</b>\n丙</div>", "T+甲乙。丙"); /* but not beside a tag */
}

static void a_piece_of_a_page_keeps_its_lines(void **state)
{
    (void)state;
    const struct draft *d = page("题目\n甲 <b>乙</b>\n\n<p class=\"x\">  丙。</p> <p>&nbsp;\u00A0丁</p>\n\n词一\n 词二\n");
    assert_string_equal(show(d), "L+题目|L-甲 乙|T+丙。|T+丁|L+词一|L- 词二");
    assert_string_equal(removed(d, REMOVED_HTML_TAG), "<b>|</b>|<p class=\"x\">|</p>|<p>|</p>");
    assert_string_equal(removed(d, REMOVED_NBSP_INDENT), "  |&nbsp;\u00A0");
    assert_string_equal(removed(d, REMOVED_WHITESPACE), " ");
}

static void lines_of_pre_are_lines(void **state)
{
    (void)state;
    blocks_are("<html><pre>甲\n  乙\r\n\r\n丙</pre>丁\n戊", "L+甲|L-  乙|L+丙|T+丁戊");
}

static void what_is_not_shown_goes(void **state)
{
    (void)state;
    const struct draft *d = page("<p>甲<script>乙</script><style>丙</style><!-- 丁 -->戊</p><textarea>己</textarea>");
    assert_string_equal(show(d), "T+甲戊");
    assert_string_equal(removed(d, REMOVED_CHROME), "己");
    assert_non_null(strstr(removed(d, REMOVED_HTML_TAG), "<!-- 丁 -->"));
    d = page("<p>甲<span style=\"display:none\">乙<span>丙</span></span>丁<i hidden>戊</p><p>己");
    assert_string_equal(show(d), "T+甲丁|T+己");
    assert_string_equal(removed(d, REMOVED_CHROME), "乙|丙|戊");
    blocks_are("<p>甲<font class=jammer>x</font><span style='font-size: 0px'>y</span>乙", "T+甲乙");
    blocks_are("<p>甲<span style=\"color:red\">乙</span><span style='font-size:0.9em'>丙</span>", "T+甲乙丙");
}

static void links_are_measured(void **state)
{
    (void)state;
    const struct draft *d = page("<p>甲<a href=x>乙丙</a>丁</p><p><a name=top>戊</a></p><p><a href=y>己</p><p>庚</p>");
    assert_int_equal(d->blocks.v[0].link_bytes, 6);
    assert_int_equal(d->blocks.v[1].link_bytes, 0);
    assert_int_equal(d->blocks.v[2].link_bytes, 3);
    assert_int_equal(d->blocks.v[3].link_bytes, 0); /* a link that does not end ends with its element */
}

static void the_table_of_elements_is_in_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < ELEMENTS && element_of(i)->name[0]; i++) {
        assert_int_equal(element_number(str_of(element_of(i)->name)), i);
        if (i == element_number(STR("xmp")))
            break;
    }
    assert_int_equal(element_number(STR("DIV")), element_number(STR("div")));
    assert_int_equal(element_number(STR("divs")), ELEMENT_NONE);
    assert_int_equal(element_number(STR("di")), ELEMENT_NONE);
    assert_int_equal(element_number(STR("")), ELEMENT_NONE);
}

/* ---- the article in its page ---- */

#define FIRST "东岭县妇女第六次代表大会昨日在县礼堂开幕，全县各乡镇的一百二十名代表到会。"
#define SECOND "大会听取并讨论了工作报告，代表们认为报告实事求是，对今后五年的安排切实可行。"
#define NAV "<ul class=nav><li><a href=/>首页</a><li><a href=/a>要闻</a><li><a href=/b>视频</a></ul>"

static void the_frame_of_a_page_goes(void **state)
{
    (void)state;
    const struct draft *d = page("<html><head><title>东岭县妇女第六次代表大会开幕_东岭网</title></head><body>" NAV
                                 "<div id=top>今天天气晴</div><div><h1>东岭县妇女第六次代表大会开幕</h1><div class=info>2016-05-04 来源：东岭报</div>"
                                 "<div class=text><p>" FIRST "<p>" SECOND "</div><p>责任编辑：田一</p></div>"
                                 "<div class=comments><p>甲网友：祝贺大会召开，希望越办越好！</p></div>"
                                 "<div><a href=1>别的新闻一</a></div><div><a href=2>别的新闻二</a></div><div><a href=3>别的新闻三</a></div>"
                                 "<footer>版权所有</footer></body></html>");
    assert_string_equal(show(d), "H1+东岭县妇女第六次代表大会开幕|T+2016-05-04 来源：东岭报|T+" FIRST "|T+" SECOND "|T+责任编辑：田一");
    assert_string_equal(removed(d, REMOVED_CHROME),
                        "首页|要闻|视频|今天天气晴|甲网友：祝贺大会召开，希望越办越好！|别的新闻一|别的新闻二|别的新闻三|版权所有");
}

static void prose_outside_of_the_article_stays(void **state)
{
    (void)state;
    const struct draft *d = page("<html><body>" NAV "<div class=text><p>" FIRST SECOND FIRST SECOND "<p>" FIRST SECOND FIRST SECOND "</div>"
                                 "<div><p>" SECOND "</p></div></body></html>");
    assert_true(str_eq(d->blocks.v[d->blocks.n - 1].text, STR(SECOND)));
    /* and so does a short line between, where a tag was closed too early */
    blocks_are("<html><body><div><div><p>" FIRST SECOND FIRST SECOND FIRST SECOND FIRST SECOND FIRST SECOND "</div></div><p>二、工作</p><p>" SECOND "</p>"
               "<p>一行</p></body></html>",
               "T+" FIRST SECOND FIRST SECOND FIRST SECOND FIRST SECOND FIRST SECOND "|T+二、工作|T+" SECOND);
}

static void a_frame_that_holds_the_article_is_none(void **state)
{
    (void)state;
    const struct draft *d = page("<html><body class=\"with sidebar\"><div class=\"search page\">"
                                 "<p>" FIRST "</p><p>" SECOND "</p></div></body></html>");
    assert_int_equal(d->blocks.n, 2);
    blocks_are("<html><body><p>另一行文字，在文章之外，也是一句完整的话，所以要留下。</p><div class=\"search page\"><p>" FIRST SECOND "</p></div></body></html>",
               "T+另一行文字，在文章之外，也是一句完整的话，所以要留下。|T+" FIRST SECOND);
    d = page("<html><body><footer><p>" FIRST "</p></footer></body></html>");
    assert_int_equal(d->blocks.n, 1);
}

static void a_page_of_links_alone_is_shown(void **state)
{
    (void)state;
    assert_int_equal(page("<html>" NAV "</html>")->blocks.n, 3);
}

static void links_beside_the_prose_go(void **state)
{
    (void)state;
    blocks_are("<html><body><p><a href=a>返回</a></p><h2><a href=b>题目</a></h2><p>" FIRST "</p><p><a href=c>陈述</a></p><p>" SECOND "</p>"
               "<p><a href=d>上一篇</a> <a href=e>下一篇</a></p>",
               "H2+题目|T+" FIRST "|T+陈述|T+" SECOND);
}

static void a_list_of_links_goes(void **state)
{
    (void)state;
    blocks_are("<html><p>" FIRST "<p><a href=a>链接甲</a><p><a href=b>链接乙</a><p><a href=c>链接丙</a><p>" SECOND, "T+" FIRST "|T+" SECOND);
    blocks_are("<html><p>" FIRST "<p><a href=a>链接甲</a><p><a href=b>链接乙</a><p>" SECOND, "T+" FIRST "|T+链接甲|T+链接乙|T+" SECOND);
}

static void words_of_frames_are_whole_words(void **state)
{
    (void)state;
    assert_true(page_is_frame_name(STR("main-Nav clear")));
    assert_true(page_is_frame_name(STR("page_footer")));
    assert_false(page_is_frame_name(STR("navy content")));
    assert_false(page_is_frame_name(STR("adjust heading")));
    assert_false(page_is_frame_name(STR("")));
}

/* ---- the head ---- */

static void head_is(const char *text, const char *title, const char *published, const char *source, const char *author)
{
    const struct page_head head = page(text)->head;
    const struct str got[] = { head.title, head.published, head.source, head.author };
    const char *const want[] = { title, published, source, author };
    for (size_t i = 0; i < 4; i++) {
        if (!want[i])
            assert_null(got[i].p);
        else if (!str_eq(got[i], str_of(want[i])))
            fail_msg("%.*s, not %s", (int)got[i].n, got[i].p, want[i]);
    }
}

static void the_head_is_read(void **state)
{
    (void)state;
    head_is("<p>甲", NULL, NULL, NULL, NULL);
    head_is("<title>西河镇工会代表大会召开_要闻_西河网</title>", "西河镇工会代表大会召开", NULL, NULL, NULL);
    head_is("<title>\n 西河镇工会代表大会召开 - 西河网\n</title>", "西河镇工会代表大会召开", NULL, NULL, NULL);
    head_is("<title>主题—副题也很长的一个题目在这里</title>", "主题—副题也很长的一个题目在这里", NULL, NULL, NULL);
    head_is("<meta name=ArticleTitle content='甲&amp;乙'><meta name=PubDate content='2019-01-02'><meta name=ContentSource content=西河报>"
            "<meta name=author content=丙><title>丁</title>", "甲&乙", "2019-01-02", "西河报", "丙");
    head_is("<meta property='og:title' content='甲'><meta property='article:published_time' content='2019'>"
            "<meta property='og:site_name' content='乙网'>", "甲", "2019", "乙网", NULL);
    head_is("<script type='application/ld+json'>{\"headline\":\"\\u7532\\\"\\n乙\", \"author\" : [{\"@type\":\"P\",\"name\":\"丙\"}],"
            "\"publisher\":{\"name\":\"丁\"},\"datePublished\":\"2020-03-04\"}</script>", "甲\" 乙", "2020-03-04", "丁", "丙");
    head_is("<script>{\"headline\":\"甲\"}</script>", NULL, NULL, NULL, NULL);
    head_is("<script type='application/ld+json'>{\"headline\":{\"x\":1}, \"author\":\"甲</script>", NULL, NULL, NULL, "甲");
}

/* ---- limits ---- */

/* n copies of `piece` between `before` and `behind`. */
static struct str many(const char *before, const char *piece, size_t n, const char *behind)
{
    struct buf out = buf_make(&arena, 1 << 27);
    buf_add_cstr(&out, before);
    for (size_t i = 0; i < n; i++)
        buf_add_cstr(&out, piece);
    buf_add_cstr(&out, behind);
    return buf_str(&out);
}

/* Bombs: what costs a program with a tree seconds must end here, with the text still there. A square would not. */
static void bombs_do_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *before, *piece, *behind;
    } bombs[] = {
        { "", "<div>", "甲" },          { "<p ", "a=\"x\" ", ">甲" },     { "<p>甲", "<a href=\"x", "" },   { "<p>甲", "<a ", "" },
        { "<p>甲", "<!--", "" },        { "<p>甲", "<script><p>", "" },   { "<p>甲", "&a", "" },            { "<p>甲", "<![CDATA[", "" },
        { "<p>甲", "</x", "" },         { "<p>甲", "<?", "" },            { "<p>甲", "<title>", "" },       { "<p>甲", "<p a='", "" },
        { "<p>甲", "\n \t", "乙" },     { "<p>", "\u00A0", "甲" },        { "<!--", "--", "<p>甲" },        { "甲", "<li><a href=x>", "" },
        { "<p>甲", "<b style=display:none>", "" }, { "<p>甲", "<table><tr><td>", "" }, { "<pre>甲", "\n", "" }, { "<p>甲", "&#1", "" },
    };
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        struct draft draft = { 0 };
        struct arena work = { 0 };
        struct str text = many(bombs[i].before, bombs[i].piece, 200000, bombs[i].behind);
        html_likely(text);
        html_blocks(&work, text, &draft);
        assert_true(draft.blocks.n > 0);
        assert_true(draft.blocks.v[draft.blocks.n - 1].depth <= 256);
        assert_true(str_has(draft.blocks.v[0].text, STR("甲")) || str_has(draft.blocks.v[draft.blocks.n - 1].text, STR("甲")));
        arena_finish(&work);
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(lines_end_in_every_way, finish),
        cmocka_unit_test_teardown(lines_keep_their_blanks, finish),
        cmocka_unit_test_teardown(markup_is_told_by_content, finish),
        cmocka_unit_test_teardown(tags_are_told_from_text, finish),
        cmocka_unit_test_teardown(comments_end_as_the_standard_says, finish),
        cmocka_unit_test_teardown(raw_text_holds_no_tags, finish),
        cmocka_unit_test_teardown(an_open_quote_hides_nothing, finish),
        cmocka_unit_test_teardown(attributes_are_read_as_the_standard_says, finish),
        cmocka_unit_test_teardown(references_are_written_out, finish),
        cmocka_unit_test_teardown(elements_end_blocks, finish),
        cmocka_unit_test_teardown(blanks_of_the_source_are_none_of_the_text, finish),
        cmocka_unit_test_teardown(paragraphs_without_tags_are_seen, finish),
        cmocka_unit_test_teardown(a_piece_of_a_page_keeps_its_lines, finish),
        cmocka_unit_test_teardown(lines_of_pre_are_lines, finish),
        cmocka_unit_test_teardown(what_is_not_shown_goes, finish),
        cmocka_unit_test_teardown(links_are_measured, finish),
        cmocka_unit_test_teardown(the_table_of_elements_is_in_order, finish),
        cmocka_unit_test_teardown(the_frame_of_a_page_goes, finish),
        cmocka_unit_test_teardown(prose_outside_of_the_article_stays, finish),
        cmocka_unit_test_teardown(a_frame_that_holds_the_article_is_none, finish),
        cmocka_unit_test_teardown(a_page_of_links_alone_is_shown, finish),
        cmocka_unit_test_teardown(links_beside_the_prose_go, finish),
        cmocka_unit_test_teardown(a_list_of_links_goes, finish),
        cmocka_unit_test_teardown(words_of_frames_are_whole_words, finish),
        cmocka_unit_test_teardown(the_head_is_read, finish),
        cmocka_unit_test_teardown(bombs_do_nothing, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
