/* The largest memory that a command takes, in MB: memory COMMAND... */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    struct rusage usage;
    if (argc < 2)
        return 2;
    pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    if (child < 0 || wait4(child, NULL, 0, &usage) < 0)
        return 2;
    printf("%.1f\n", (double)usage.ru_maxrss / 1024);
    return 0;
}
