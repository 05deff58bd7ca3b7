/* Commands: one file a command, and the table that names them. */
#ifndef DAHUI_CMD_CMD_H
#define DAHUI_CMD_CMD_H

int cmd_main(int argc, char **argv);

#endif
