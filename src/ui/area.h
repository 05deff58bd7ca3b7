/* A rectangle of the screen that a pane draws in. */
#ifndef DAHUI_UI_AREA_H
#define DAHUI_UI_AREA_H

struct area {
    int row, col, rows, cols;
};

#endif
