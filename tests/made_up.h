/* Reports of our own making: sentences that no congress spoke, with every mark, number and word that reports have. */
#ifndef DAHUI_TESTS_MADE_UP_H
#define DAHUI_TESTS_MADE_UP_H

#include "random.h"

/* A piece of a sentence. # stands for a number, ~ for some Han. */
static const char *const made_up_pieces[] = {
    "大会听取并审议了~同志代表上一届委员会所作的题为《~》的工作报告", "会议强调，要把“~”贯穿全过程", "选举产生了#名委员和第#届经费审查委员会",
    "#年以来，全市累计投入资金#.#亿元", "同比增长#.#%", "覆盖率达到#％", "~指出：“我们要做到‘~’，不负重托。”", "职工之家——这是~的心声",
    "会场内掌声不断……", "来自全市#个基层工会的###名代表", "（以下简称“~”）", "约翰·~·史密斯先生发来贺信", "按照GB/T #.1-20##标准和ISO9001体系",
    "通过APP、WiFi和5G网络", "《~（20##—20##年）》", "自20##年#月#日起", "气温达到##℃", "奖金￥#,###元", "第××次代表大会", "①~；②~；③~",
    "上午9:30，大会在~礼堂隆重开幕", "“~”“~”“~”三项活动", "~、~、~等#人", "实现了“#+#”的目标", "[注]~", "(~)", "~!", "~,~;~:~", "‘~’",
    "占比#/#", "详见http://www.example.org/reports/20##/index.html?id=##一文", "他说:\"~。\"", "每人每年约##～###元", "共#名，其中女性#名",
    "e-mail地址是gonghui@example.org", "Congress of Trade Unions 的代表", "『~』与「~」", "【~】", "〔20##〕##号文件", "~……~", "~——~——~", "·~", "5‰",
};

static inline void made_up_han(struct buf *out, struct dice *dice)
{
    static const char32_t han[] = U"工会代表大职群众发展改革创新服务组织领导坚持团结奋斗建设现代化事业精神队伍基层企业生产安全权益维护素质提升活动全市区县省年来人民党的中心一二三四五为主要求新时代";
    char utf8[4];
    for (size_t n = 1 + roll_below(dice, 9); n > 0; n--)
        buf_add_bytes(out, utf8, utf8_put(han[roll_below(dice, sizeof han / sizeof *han - 1)], utf8));
}

static inline void made_up_piece(struct buf *out, struct dice *dice)
{
    const char *piece = made_up_pieces[roll_below(dice, sizeof made_up_pieces / sizeof *made_up_pieces)];
    for (; *piece; piece++) {
        if (*piece == '#')
            buf_add_format(out, "%d", (int)roll_below(dice, 10));
        else if (*piece == '~')
            made_up_han(out, dice);
        else
            buf_add_bytes(out, piece, 1);
    }
}

/* A paragraph of a few sentences, now and then of a word. */
static inline struct str made_up_paragraph(struct arena *arena, struct dice *dice)
{
    static const char *const pauses[] = { "，", "，", "；", "、", ",", "：" };
    struct buf out = buf_make(arena, 1 << 16);
    made_up_han(&out, dice);
    for (size_t sentences = roll_below(dice, 6); sentences > 0; sentences--) {
        made_up_han(&out, dice);
        for (size_t pieces = 1 + roll_below(dice, 4); pieces > 0; pieces--) {
            buf_add_cstr(&out, pauses[roll_below(dice, 6)]);
            made_up_han(&out, dice);
            made_up_han(&out, dice);
            if (roll_below(dice, 4) == 0)
                made_up_piece(&out, dice);
        }
        buf_add_cstr(&out, roll_below(dice, 9) ? "。" : "！");
    }
    return buf_str(&out);
}

#endif
