/* What is typed to measure how long keys take: in dahui, and the same things in peers. */
#ifndef DAHUI_TESTS_BENCH_SCRIPTS_H
#define DAHUI_TESTS_BENCH_SCRIPTS_H

/* Keys are measured one after the other, between a start and an end that are not. ESC [ … is one key, all else one character. (ESC
 * alone is in no `keys`: the terminal waits ESCDELAY to see whether more of a key follows.) */
struct script {
    const char *program, *name, *start, *keys, *end;
    enum { KEYS, QUESTION /* each key asks, so hits are waited for */, HASTE /* the same, typed without waiting: the last is measured */,
           LASTING /* what a key brings may take seconds */, RESIZE /* each key stands for another size of the terminal */ } sort;
};

#define UP "\033[5~"
#define DOWN "\033[6~"

static const struct script scripts[] = {
    { "dahui", "a line in the list", "", "jjjjkkjjjjkk", "g", KEYS },
    { "dahui", "a page in the list", "", DOWN DOWN DOWN UP DOWN DOWN UP DOWN, "g", KEYS },
    { "dahui", "its ends, halves and half pages", "", "G\005gG\025g\004\004", "g", KEYS },
    { "dahui", "years in the list", "", "}}}}{{}}", "g", KEYS },
    { "dahui", "folding congresses", "", "zzz", "", KEYS },
    { "dahui", "orders", "", "ooooo", "ooooo", KEYS },
    { "dahui", "opening and back", "g", "\rq", "", KEYS },
    { "dahui", "next and previous report", "g\r", "JJJKJJJK", "q", KEYS },
    { "dahui", "lines and pages of a report", "g\r", "jjk  b G g", "q", KEYS },
    { "dahui", "sections and sentences", "g\r", "]]]]))([[", "q", KEYS },
    { "dahui", "outline", "g\r", "tjjkq", "q", KEYS },
    { "dahui", "/ in a report", "g\r", "/会议\rnnN", "\033q", KEYS },
    { "dahui", "source", "g\r", "uu", "q", KEYS },
    { "dahui", "panes", "g\r", "\tOO\t", "q", KEYS },
    { "dahui", "marks", "g\r", "ma 'aMjq", "q", KEYS },
    { "dahui", "stars", "", "**", "", KEYS },
    { "dahui", "help", "", "? bq", "", KEYS },
    { "dahui", "people, being gathered", "pg", "jj kG", "q", KEYS },
    { "dahui", "set phrases, being gathered", "Pg", "jj kG", "q", KEYS },
    { "dahui", "people by letters", "p&", "zhangwei", "\033q", KEYS },
    { "dahui", "redrawing", "", "\014", "", KEYS },
    { "dahui", "another size", "", "xxxx", "", RESIZE },
    { "dahui", "in the results", "\\\025工会\r", "jj " DOWN UP "Gkg", "q", KEYS },
    { "dahui", "opening results, n N", "\\\025工会\r", "\rnnNnnN", "qq", KEYS },
    { "dahui", "orders of results", "\\\025职工\r", "ooo", "q", KEYS },
    { "dahui", "\\ characters", "\\\025", "代表大会 开幕 -红十字", "\033", QUESTION },
    { "dahui", "\\ rare words", "\\\025", "王继波", "\033", QUESTION },
    { "dahui", "\\ letters", "\\\025", "gonghui jgly", "\033", QUESTION },
    { "dahui", "\\ letters of a name", "\\\025", "zhangwei", "\033", QUESTION },
    { "dahui", "\\ fields", "\\\025", "year:2013 place:北 people:王", "\033", QUESTION },
    { "dahui", "\\ exclusion", "\\\025", "-会议 职工", "\033", QUESTION },
    { "dahui", "\\ alternatives", "\\\025", "青年|妇女|文学", "\033", QUESTION },
    { "dahui", "\\ expressions", "\\\025/第.届", "/", "\033", QUESTION },
    { "dahui", "\\ characters in haste", "\\\025", "代表大会 文", "\033", HASTE },
    { "dahui", "\\ letters in haste", "\\\025", "lianhehui wx", "\033", HASTE },
    { "dahui", "& characters", "&\025", "职工代表|青年", "\033", QUESTION },
    { "dahui", "& letters", "&\025", "fulian", "\033", QUESTION },
    { "dahui", "& fields", "&\025", "year:2013 no:5", "\033", QUESTION },
    { "dahui", "\\ 工会, then Enter", "\\\025工会", "g\r", "q", LASTING },

    { "neomutt", "a line in the list", "", "jjjjkkjjjjkk", "=", KEYS },
    { "neomutt", "a page in the list", "", "zzzZzzZz", "=", KEYS },
    { "neomutt", "its ends", "", "*=*=", "", KEYS },
    { "neomutt", "orders", "", "odosod", "od", KEYS },
    { "neomutt", "opening and back", "j", "\rq", "", KEYS },
    { "neomutt", "next and previous report", "j\r", "JJJKJJJK", "q", KEYS },
    { "neomutt", "lines and pages of a report", "\r", "\r\r  - ", "q", KEYS },
    { "neomutt", "l ~s 工会, then Enter", "l\025~s 工会", "\r", "l\025all\r", LASTING },
    { "neomutt", "l =b 工会, then Enter", "l\025=b 工会", "\r", "l\025all\r", LASTING },

    { "newsboat", "a line in the list", "", "jjjjkkjjjjkk", "\033OH", KEYS },
    { "newsboat", "a page in the list", "", DOWN DOWN DOWN UP DOWN DOWN UP DOWN, "\033OH", KEYS },
    { "newsboat", "its ends", "", "\033OF\033OH\033OF\033OH", "", KEYS },
    { "newsboat", "orders", "", "gdgtgd", "gd", KEYS },
    { "newsboat", "opening and back", "j", "\rq", "", KEYS },
    { "newsboat", "lines and pages of a report", "\r", "jj  k ", "q", KEYS },
    { "newsboat", "/ 工会, then Enter", "/工会", "\r", "q", LASTING },
};

#endif
