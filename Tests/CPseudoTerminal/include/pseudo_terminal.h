// Starts programs for the tests: in a pseudo-terminal, or between pipes. In C, because what runs between fork and
// exec may neither allocate nor lock.
#ifndef KHEDMAT_PSEUDO_TERMINAL_H
#define KHEDMAT_PSEUDO_TERMINAL_H

#include <sys/types.h>

/// A terminal of the given size without a program in it. Both ends are closed on exec. 0, or -1 with errno.
int pseudo_terminal_open(int columns, int rows, int *master, int *slave);

/// Runs `path` as the leader of a session of its own in a new terminal, with the given arguments and environment,
/// every signal at its default, and no descriptor but 0, 1 and 2. Returns the process and the terminal's other end,
/// which does not block; -1 with errno when there is none. A program that cannot be run exits with 127.
pid_t pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    int columns, int rows, int *master);

/// Tells the terminal its new size; the programs in it get SIGWINCH. 0, or -1 with errno.
int pseudo_terminal_resize(int master, int columns, int rows);

/// Runs `path` with three pipes for input, output and errors, whose other ends do not block. -1 with errno when it
/// cannot be run.
pid_t piped_start(
    const char *path, char *const arguments[], char *const environment[], int *input, int *output, int *errors);

#endif
