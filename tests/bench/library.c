/* A made-up library for measuring and for tests: library FOLDER COUNT [SEED [FIRST]] writes reports FIRST to FIRST + COUNT - 1 (from 0) as
 * FOLDER/000/000000.txt and so on, a thousand a folder. A report is the same whenever its SEED (1) and number are, whatever else is
 * written. One in five is dirty: annotated, with the marks of a web page around it, HTML, GB18030, hard-wrapped, or in traditional characters.
 * At the end it prints what to look for: a line `reports N`, `bytes N`, `rare NAME` (a speaker of one report), `frequent PHRASE`, and
 * `rising PHRASE` (common in the latest years only). */
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_YEAR = 1988, LAST_YEAR = 2025, A_FOLDER = 1000, ROOM = 1 << 16, WRAPPED = 38 };

#define COUNT_OF(v) (sizeof(v) / sizeof *(v))

static const char *const place_first[] = {
    "安", "宝", "北", "长", "常", "澄", "川", "大", "丹", "德", "东", "峨", "丰", "福", "富", "高", "谷", "光", "海", "汉",
    "和", "河", "鹤", "恒", "红", "湖", "怀", "黄", "吉", "江", "金", "京", "景", "静", "昆", "兰", "乐", "临", "灵", "龙",
    "绿", "梅", "明", "南", "宁", "平", "青", "清", "庆", "瑞", "三", "山", "上", "石", "双", "泰", "天", "桐", "西", "新",
};
static const char *const place_second[] = {
    "安", "宾", "昌", "城", "川", "池", "定", "风", "冈", "谷", "关", "海", "和", "河", "华", "化", "江", "津", "康", "口",
    "林", "陵", "流", "门", "宁", "坪", "泉", "沙", "山", "水", "塘", "田", "湾", "西", "溪", "乡", "阳", "义", "原", "远",
};
static const char *const place_last[] = { "市", "市", "县", "县", "区", "区", "省", "自治县" };

static const char *const surnames[] = {
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
    "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
    "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜",
};
static const char *const given[] = {
    "安", "邦", "宝", "斌", "滨", "波", "昌", "超", "晨", "成", "诚", "春", "丹", "德", "栋", "凡", "芳", "飞", "峰", "凤",
    "刚", "光", "广", "桂", "国", "海", "航", "浩", "和", "红", "宏", "华", "欢", "辉", "慧", "吉", "继", "佳", "建", "江",
    "杰", "洁", "金", "锦", "静", "军", "凯", "康", "兰", "乐", "磊", "丽", "良", "林", "玲", "龙", "茂", "梅", "敏", "明",
    "娜", "宁", "鹏", "平", "琪", "强", "青", "庆", "琴", "清", "泉", "荣", "瑞", "珊", "少", "胜", "世", "淑", "松", "涛",
    "天", "婷", "维", "文", "武", "霞", "祥", "晓", "欣", "新", "秀", "旭", "雪", "雅", "艳", "阳", "义", "永", "宇", "玉",
    "元", "月", "云", "泽", "增", "哲", "振", "志", "忠", "子",
};

static const struct {
    const char *name, *members, *kind;
} unions[] = {
    { "工会", "职工", "代表大会" },         { "工会", "职工", "代表大会" },     { "工会", "工会会员", "代表大会" },
    { "妇女联合会", "妇女", "代表大会" },   { "共青团", "团员青年", "代表大会" }, { "科学技术协会", "科技工作者", "代表大会" },
    { "文学艺术界联合会", "文艺工作者", "代表大会" }, { "残疾人联合会", "残疾人", "代表大会" }, { "青年联合会", "青年", "委员会全体会议" },
    { "归国华侨联合会", "侨界群众", "代表大会" }, { "工商业联合会", "民营经济人士", "代表大会" }, { "红十字会", "会员", "会员代表大会" },
};

/* What is on all lips for some years: it comes up in `from`, is heard most in `peak`, and is gone behind `to`. */
static const struct {
    const char *words;
    int from, peak, to;
} formulations[] = {
    { "承包到岗责任到人", 1980, 1988, 1995 },   { "双增双节", 1984, 1990, 1998 },           { "转换机制走向市场", 1990, 1994, 2000 },
    { "下岗职工再就业", 1995, 1999, 2006 },     { "送温暖进万家", 1993, 2000, 2014 },       { "厂务公开民主管理", 1997, 2003, 2016 },
    { "农民工入会", 2002, 2007, 2014 },         { "科学发展和谐共进", 2003, 2008, 2013 },   { "集体协商全面覆盖", 2006, 2011, 2018 },
    { "建功立业在岗位", 1990, 2005, 2026 },     { "职工之家提档升级", 2008, 2014, 2024 },   { "精准帮扶解难题", 2013, 2017, 2021 },
    { "去行政化接地气", 2014, 2017, 2022 },     { "工匠精神代代传", 2015, 2020, 2030 },     { "高质量发展走在前", 2017, 2023, 2032 },
    { "新就业形态暖心行动", 2019, 2024, 2032 }, { "数字赋能智慧服务", 2018, 2025, 2034 },   { "产业工人队伍建设", 2016, 2021, 2030 },
    { "绿色转型人人参与", 2012, 2024, 2034 },   { "乡村振兴巾帼当先", 2017, 2022, 2028 },   { "心系大局服务中心", 1985, 2004, 2030 },
};

static const char *const verbs[] = {
    "推动", "促进", "加强", "深化", "完善", "健全", "落实", "提升", "创新", "规范", "拓展", "巩固", "激发", "保障", "引导", "组织",
    "团结", "动员", "服务", "维护", "树立", "弘扬", "打造", "构建", "优化", "做实", "抓好", "突出", "坚持", "凝聚", "探索", "扩大",
};
static const char *const objects[] = {
    "基层组织建设",   "权益维护机制",   "困难帮扶工作",   "技能竞赛平台",   "民主管理制度",   "普惠服务项目",   "法律援助渠道",
    "文化阵地",       "劳动安全监督",   "思想政治引领",   "干部队伍作风",   "财务经审监督",   "女性关爱行动",   "志愿服务体系",
    "就业创业培训",   "心理健康辅导",   "子女助学活动",   "劳动模范管理",   "创新工作室",     "集体合同签订",   "协调劳动关系",
    "网上工作平台",   "园区联合组织",   "小微企业覆盖",   "户外驿站建设",   "互助保障计划",   "职业病防治宣传", "班组长培训",
    "合理化建议活动", "节能减排竞赛",   "读书演讲比赛",   "群众体育活动",   "产业链联盟",     "评先选优办法",   "联系群众制度",
    "调查研究工作",   "信访接待机制",   "风险隐患排查",   "廉洁从业教育",   "年轻骨干培养",
};
static const char *const aims[] = {
    "为全面完成各项目标任务贡献力量", "让广大%M有更多获得感", "使改革成果惠及每一个家庭", "把党的关怀送到千家万户",
    "确保各项部署落地见效",           "不断开创工作新局面",   "努力形成上下联动的格局",   "切实当好%M的贴心人",
    "进一步增强组织的凝聚力",         "始终保持昂扬的精神状态", "以实际成效检验工作水平",   "为%P经济社会发展作出新贡献",
};
static const char *const manners[] = {
    "扎扎实实", "持之以恒", "因地制宜", "统筹兼顾", "旗帜鲜明", "主动作为", "精益求精", "步步深入", "求真务实", "勇于担当", "齐心协力", "与时俱进",
};
static const char *const sentences[] = {
    "会议指出,五年来,%P%O%m%v%o,%v%o,%a。",
    "要%m%v%o,%v%o,做到%f,%a。",
    "各级组织要围绕“%f”这条主线,%v%o,%v%o。",
    "截至%Y年底,全%J共建立基层组织%d家,发展会员%d人,%v%o%d次。",
    "%N代表表示,将把大会精神带回岗位,%m%v%o,%a。",
    "%L强调,%v%o是一项长期任务,必须%m抓下去,%a。",
    "大会审议通过了%P%O第%q届委员会工作报告,号召广大%M%f,%a。",
    "在%v%o方面,先后投入资金%d万元,受益%M达%d人次。",
    "我们清醒地看到,%o还有差距,%o有待%m推进,这些都需要在今后认真解决。",
    "一是%v%o,%a；二是%v%o,%a；三是%v%o,%a。",
    "来自%P各条战线的%d名代表,肩负全%J%M的重托,共商%v%o的大计。",
    "%N当选为%P%O第%n届委员会主席,%N、%N、%N当选为副主席。",
    "广大%M要%m学习贯彻大会精神,以%f的实际行动,%v%o。",
    "%P党委高度重视%O工作,多次研究%o,%v%o,给予有力支持。",
    "据统计,%Y年全%J开展%o%d场,涌现出先进集体%d个、先进个人%d名。",
    "%m%v%o,既是现实之需,也是长远之计,%a。",
};
static const char *const headings[] = { "%m%v%o", "%v%o,%v%o", "过去五年的主要工作", "今后五年的目标任务", "围绕%f,%v%o" };
static const char *const titles[] = { "%P%O第%n次%K开幕", "%P%O第%n次%K胜利召开", "%P%O第%n次%K闭幕", "在%P%O第%n次%K上的工作报告", "%L在%P%O第%n次%K上的讲话" };
static const char *const numbers[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

/* Random numbers: xorshift64* (Marsaglia, Vigna; public domain), started by a number stirred as splitmix64 does. */
static uint64_t stir(uint64_t x)
{
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

/* A report under construction. */
struct report {
    uint64_t dice;
    char text[ROOM], place[40], leader[16];
    size_t n;
    int year, ordinal, month, day;
    size_t of; /* of unions */
};

static size_t below(struct report *r, size_t n)
{
    r->dice ^= r->dice >> 12;
    r->dice ^= r->dice << 25;
    r->dice ^= r->dice >> 27;
    return (size_t)((r->dice * 0x2545F4914F6CDD1Du >> 16) % n);
}

#define ONE_OF(r, words) words[below(r, COUNT_OF(words))]

static void add(struct report *r, const char *s)
{
    size_t n = strlen(s);
    if (n < ROOM - r->n) {
        memcpy(r->text + r->n, s, n);
        r->n += n;
    }
}

static void add_number(struct report *r, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    add(r, digits);
}

/* 第十二 */
static void add_ordinal(struct report *r, int number)
{
    if (number >= 20)
        add(r, numbers[number / 10 - 1]);
    if (number >= 10)
        add(r, "十");
    if (number % 10)
        add(r, numbers[number % 10 - 1]);
}

static void make_name(struct report *r, char to[16])
{
    const char *family = ONE_OF(r, surnames), *first = ONE_OF(r, given), *second = below(r, 3) ? ONE_OF(r, given) : "";
    snprintf(to, 16, "%s%s%s", family, first, second);
}

/* What the year talks of: the more the nearer its peak. */
static const char *formulation(struct report *r)
{
    for (;;) {
        size_t i = below(r, COUNT_OF(formulations));
        int from = formulations[i].from, peak = formulations[i].peak, to = formulations[i].to;
        int near = r->year <= peak ? (r->year - from) * 100 / (peak - from) : (to - r->year) * 100 / (to - peak);
        if (near > (int)below(r, 100))
            return formulations[i].words;
    }
}

static void add_template(struct report *r, const char *s);

static void add_slot(struct report *r, char slot)
{
    char name[16];
    switch (slot) {
    case 'P': add(r, r->place); break;
    case 'J': add(r, r->place + strlen(r->place) - strlen("市")); break;
    case 'O': add(r, unions[r->of].name); break;
    case 'M': add(r, unions[r->of].members); break;
    case 'K': add(r, unions[r->of].kind); break;
    case 'L': add(r, r->leader); break;
    case 'N': make_name(r, name); add(r, name); break;
    case 'n': add_ordinal(r, r->ordinal); break;
    case 'q': add_ordinal(r, r->ordinal > 1 ? r->ordinal - 1 : 1); break;
    case 'Y': add_number(r, (size_t)r->year - below(r, 5)); break;
    case 'd': add_number(r, 1 + below(r, below(r, 2) ? 100 : 20000)); break;
    case 'f': add(r, formulation(r)); break;
    case 'v': add(r, ONE_OF(r, verbs)); break;
    case 'o': add(r, ONE_OF(r, objects)); break;
    case 'm': add(r, ONE_OF(r, manners)); break;
    case 'a': add_template(r, ONE_OF(r, aims)); break;
    }
}

static void add_template(struct report *r, const char *s)
{
    while (*s) {
        size_t n = strcspn(s, "%");
        char piece[256];
        snprintf(piece, sizeof piece, "%.*s", (int)n, s);
        add(r, piece);
        s += n;
        if (*s == '%') {
            add_slot(r, s[1]);
            s += 2;
        }
    }
}

static void make_facts(struct report *r)
{
    snprintf(r->place, sizeof r->place, "%s%s%s", ONE_OF(r, place_first), ONE_OF(r, place_second), ONE_OF(r, place_last));
    r->year = FIRST_YEAR + (int)below(r, LAST_YEAR - FIRST_YEAR + 1);
    r->ordinal = 1 + (r->year - 1950) / 5 - (int)below(r, 6);
    r->month = 1 + (int)below(r, 12);
    r->day = 1 + (int)below(r, 28);
    r->of = below(r, COUNT_OF(unions));
    make_name(r, r->leader);
}

static void make_report(struct report *r)
{
    add_template(r, ONE_OF(r, titles));
    add(r, "\n\n");
    char date[80];
    snprintf(date, sizeof date, "%d年%d月%d日", r->year, r->month, r->day);
    add(r, date);
    add_template(r, ",%P%O第%n次%K在%P会堂举行。%L出席会议并讲话。\n\n");
    size_t sections = 3 + below(r, 3);
    for (size_t i = 0; i < sections; i++) {
        add(r, numbers[i]);
        add(r, "、");
        add_template(r, ONE_OF(r, headings));
        add(r, "\n\n");
        for (size_t paragraphs = 1 + below(r, 4); paragraphs > 0; paragraphs--) {
            for (size_t n = 2 + below(r, 6); n > 0; n--)
                add_template(r, ONE_OF(r, sentences));
            add(r, "\n\n");
        }
    }
}

/* Dirt: each takes the clean report and writes a worse one. */

static void replace_all(struct report *to, const struct report *from, const char *const (*pairs)[2], size_t n, bool sometimes)
{
    for (size_t at = 0; at < from->n;) {
        size_t i = 0, one = (unsigned char)from->text[at] < 0x80 ? 1 : 3; /* nothing here is longer than three bytes */
        while (i < n && strncmp(from->text + at, pairs[i][0], strlen(pairs[i][0])) != 0)
            i++;
        char piece[4] = "";
        memcpy(piece, from->text + at, one);
        add(to, i < n && (!sometimes || below(to, 4) == 0) ? pairs[i][1] : piece);
        at += i < n ? strlen(pairs[i][0]) : one;
    }
}

static void annotate(struct report *to, const struct report *from)
{
    static const char *const pairs[][2] = { { "会", "会(huì)" }, { "职", "职(zhí)" }, { "代", "代(dài)" }, { "要", "要(yào)" }, { "议", "议(yì)" } };
    replace_all(to, from, pairs, COUNT_OF(pairs), true);
}

static void write_traditional(struct report *to, const struct report *from)
{
    static const char *const pairs[][2] = {
        { "会", "會" }, { "职", "職" }, { "动", "動" }, { "员", "員" }, { "务", "務" }, { "业", "業" }, { "产", "產" }, { "组", "組" }, { "织", "織" },
        { "发", "發" }, { "为", "為" }, { "众", "眾" }, { "议", "議" }, { "报", "報" }, { "届", "屆" }, { "书", "書" }, { "记", "記" }, { "区", "區" },
        { "县", "縣" }, { "劳", "勞" }, { "关", "關" }, { "团", "團" }, { "结", "結" }, { "实", "實" }, { "设", "設" }, { "贯", "貫" }, { "彻", "徹" },
        { "协", "協" }, { "联", "聯" }, { "帮", "幫" }, { "权", "權" }, { "护", "護" }, { "张", "張" }, { "刘", "劉" }, { "陈", "陳" }, { "选", "選" },
    };
    replace_all(to, from, pairs, COUNT_OF(pairs), false);
}

static void wrap_hard(struct report *to, const struct report *from)
{
    size_t column = 0;
    for (size_t at = 0; at < from->n;) {
        size_t one = (unsigned char)from->text[at] < 0x80 ? 1 : 3;
        char piece[4] = "";
        memcpy(piece, from->text + at, one);
        if (column == WRAPPED && *piece != '\n') {
            add(to, "\n");
            column = 0;
        }
        add(to, piece);
        column = *piece == '\n' ? 0 : column + 1;
        at += one;
    }
}

static void dress_as_page(struct report *to, const struct report *from)
{
    add(to, "首页 > 新闻中心 > 正文\n\n");
    add(to, from->text);
    add_template(to, "责任编辑:%N\n\n打印 关闭\n\n上一篇:%P%O召开全委会\n下一篇:没有了\n");
}

static void dress_as_html(struct report *to, const struct report *from)
{
    add(to, "<html><head><meta charset=\"utf-8\"><title>新闻</title></head><body><div class=\"menu\"><a href=\"/\">首页</a></div><p>");
    static const char *const pairs[][2] = { { "\n\n", "</p>\n<p>&nbsp;&nbsp;" }, { "“", "&ldquo;" }, { "”", "&rdquo;" } };
    replace_all(to, from, pairs, COUNT_OF(pairs), false);
    add(to, "</p></body></html>\n");
}

static void write_gb18030(struct report *to, const struct report *from)
{
    static iconv_t converter;
    if (!converter)
        converter = iconv_open("GB18030", "UTF-8");
    char *in = (char *)(uintptr_t)from->text, *out = to->text;
    size_t left = from->n, room = ROOM;
    iconv(converter, &in, &left, &out, &room);
    to->n = ROOM - room;
}

static void (*const dirts[])(struct report *to, const struct report *from) = {
    annotate, write_traditional, wrap_hard, dress_as_page, dress_as_html, write_gb18030,
};

static void make_dirty(struct report *r)
{
    static struct report dirty;
    dirty = *r;
    dirty.n = 0;
    ONE_OF(r, dirts)(&dirty, r);
    *r = dirty;
}

static bool write_report(const char *folder, const struct report *r, unsigned long number)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%03lu", folder, number / A_FOLDER);
    if (number % A_FOLDER == 0 || access(path, F_OK) != 0)
        mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/%03lu/%06lu.txt", folder, number / A_FOLDER, number);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    bool good = file >= 0 && write(file, r->text, r->n) == (ssize_t)r->n;
    if (file < 0 || close(file) != 0 || !good) {
        fprintf(stderr, "library: cannot write '%s': %s\n", path, strerror(errno));
        return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    static struct report r;
    if (argc < 3 || argc > 5) {
        fputs("usage: library FOLDER COUNT [SEED [FIRST]]\n", stderr);
        return 2;
    }
    unsigned long count = strtoul(argv[2], NULL, 10), seed = argc > 3 ? strtoul(argv[3], NULL, 10) : 1, bytes = 0;
    unsigned long first = argc > 4 ? strtoul(argv[4], NULL, 10) : 0;
    char rare[sizeof r.leader] = "";
    mkdir(argv[1], 0777);
    for (unsigned long i = first; i < first + count; i++) {
        r.dice = stir(stir(seed) + i) | 1;
        r.n = 0;
        make_facts(&r);
        make_report(&r);
        r.text[r.n] = '\0';
        if (below(&r, 5) == 0)
            make_dirty(&r);
        else if (i - first <= count / 2 && strlen(r.leader) == strlen("王小明"))
            memcpy(rare, r.leader, sizeof rare);
        bytes += r.n;
        if (!write_report(argv[1], &r, i))
            return 1;
    }
    printf("reports %lu\nbytes %lu\nrare %s\nfrequent 代表大会\nrising 数字赋能智慧服务\n", count, bytes, rare);
    return 0;
}
