/* Keys as people write them. */
#include "screen/event.h"

#include "text/utf8.h"

static const struct {
    struct str name;
    uint32_t key;
} names[] = {
    { STR_INIT("Enter"), K_ENTER },     { STR_INIT("Esc"), K_ESC },       { STR_INIT("Tab"), K_TAB },     { STR_INIT("Space"), ' ' },
    { STR_INIT("Up"), K_UP },           { STR_INIT("Down"), K_DOWN },     { STR_INIT("Left"), K_LEFT },   { STR_INIT("Right"), K_RIGHT },
    { STR_INIT("PgUp"), K_PAGE_UP },    { STR_INIT("PgDn"), K_PAGE_DOWN }, { STR_INIT("Home"), K_HOME },  { STR_INIT("End"), K_END },
    { STR_INIT("BS"), K_BACKSPACE },    { STR_INIT("Del"), K_DELETE },    { STR_INIT("F1"), K_F1 },       { STR_INIT("lt"), '<' },
};

size_t key_read(struct str script, uint32_t *key)
{
    size_t at = 0;
    if (script.n == 0)
        return 0;
    *key = utf8_next(script, &at);
    size_t close = str_find(script, STR(">"), 1);
    if (*key != '<' || close == STR_NONE)
        return at;
    struct str name = str_sub(script, 1, close);
    if (name.n == 3 && str_starts(name, STR("C-")) && name.p[2] >= '@' && name.p[2] <= 'z') {
        *key = (uint32_t)K_CTRL(name.p[2]);
        return close + 1;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (str_eq(names[i].name, name)) {
            *key = names[i].key;
            return close + 1;
        }
    }
    return 0;
}
