#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void close_on_exec(int descriptor) {
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

static void never_block(int descriptor) {
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

int pseudo_terminal_open(int columns, int rows, int *master, int *slave) {
    struct winsize size = {.ws_col = columns, .ws_row = rows};
    if (openpty(master, slave, NULL, NULL, &size) < 0) return -1;
    close_on_exec(*master);
    close_on_exec(*slave);
    never_block(*master);
    return 0;
}

// A child inherits what the test runner blocks and ignores.
static void reset_signals(void) {
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

pid_t pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], const char *directory,
    int columns, int rows, int *master) {
    struct winsize size = {.ws_col = columns, .ws_row = rows};
    pid_t process = forkpty(master, NULL, NULL, &size);
    if (process < 0) return -1;
    if (process == 0) {
        reset_signals();
        close_range(3, ~0U, 0);
        if (directory == NULL || chdir(directory) == 0) execve(path, arguments, environment);
        _exit(127);
    }
    close_on_exec(*master);
    never_block(*master);
    return process;
}

int pseudo_terminal_resize(int master, int columns, int rows) {
    struct winsize size = {.ws_col = columns, .ws_row = rows};
    return ioctl(master, TIOCSWINSZ, &size);
}

// Spawns with `ends` as descriptors 0, 1 and 2.
static pid_t spawn(const char *path, char *const arguments[], char *const environment[], const int ends[3]) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (int number = 0; number < 3; number++) posix_spawn_file_actions_adddup2(&actions, ends[number], number);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);

    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    pid_t process;
    int error = posix_spawn(&process, path, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    errno = error;
    return error == 0 ? process : -1;
}

pid_t piped_start(
    const char *path, char *const arguments[], char *const environment[], int *input, int *output, int *errors) {
    int pipes[3][2];
    for (int number = 0; number < 3; number++) {
        if (pipe2(pipes[number], O_CLOEXEC) < 0) {
            while (number-- > 0) {
                close(pipes[number][0]);
                close(pipes[number][1]);
            }
            return -1;
        }
    }
    const int ends[3] = {pipes[0][0], pipes[1][1], pipes[2][1]};
    pid_t process = spawn(path, arguments, environment, ends);
    int error = errno;
    for (int number = 0; number < 3; number++) close(ends[number]);
    *input = pipes[0][1];
    *output = pipes[1][0];
    *errors = pipes[2][0];
    int ours[3] = {*input, *output, *errors};
    for (int number = 0; number < 3; number++) {
        if (process < 0) close(ours[number]);
        else never_block(ours[number]);
    }
    errno = error;
    return process;
}
