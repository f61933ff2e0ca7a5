// What Swift cannot reach of its own process: the linker's names for places, and glibc's extensions.
#ifndef KHEDMAT_CPROCESS_H
#define KHEDMAT_CPROCESS_H

#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/// Has memory for allocations fetched by the megabyte: a thread's own heap would otherwise be enlarged, and the processor
/// that runs the other told of it, for each 128 KiB.
static inline void process_widen_heaps(void) {
    mallopt(M_TOP_PAD, 1 << 20);
    // glibc moves these two by itself, but no longer once the first is set.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 2 << 20);
}

/// Has the pages of the program's variables made in one go (Linux 5.14; before that it does nothing). A start writes to
/// most of them; otherwise each is asked for when it is first touched, and, once there is a second thread, the other
/// processor is interrupted to hear of it.
static inline void process_ready_variables(void) {
    // The first and the last of the initialised ones, by crtbegin and crtend, and the zeroed ones behind them.
    extern char __dso_handle[] __attribute__((visibility("hidden"))), __TMC_END__[] __attribute__((visibility("hidden")));
    extern char __bss_start[], _end[];
    const char *const ranges[2][2] = {{__dso_handle, __TMC_END__}, {__bss_start, _end}};
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int i = 0; i < 2; i++) {
        const uintptr_t start = (uintptr_t)ranges[i][0] & ~(page - 1), end = (uintptr_t)ranges[i][1];
        // A linker that lays things out in another order would have more made than is meant.
        if (end <= start || end - start > 4 << 20) continue;
        madvise((void *)start, end - start, 23 /* MADV_POPULATE_WRITE */);
    }
}

/// Starts a thread on another processor than this one's. Left to itself Linux puts a new thread beside its maker more
/// often than not, though the other processors are idle, and there it waits until the maker does. The thread, and those it
/// would start, keep to the others.
static inline int process_start_elsewhere(pthread_t *thread, void *(*work)(void *), void *argument) {
    // Glibc hides these from a Swift that does not ask for GNU's own.
    extern int sched_getaffinity(pid_t, size_t, cpu_set_t *);
    extern int sched_getcpu(void);
    extern int pthread_attr_setaffinity_np(pthread_attr_t *, size_t, const cpu_set_t *);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    cpu_set_t allowed;
    const int here = sched_getcpu();
    if (here >= 0 && sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        __CPU_CLR_S(here, sizeof allowed, &allowed);
        if (__CPU_COUNT_S(sizeof allowed, &allowed) > 0) {
            pthread_attr_setaffinity_np(&attributes, sizeof allowed, &allowed);
        }
    }
    const int failure = pthread_create(thread, &attributes, work, argument);
    pthread_attr_destroy(&attributes);
    return failure;
}

#endif
