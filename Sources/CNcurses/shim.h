// What Swift cannot reach in ncurses by itself: wide characters, cast macros, globals.
#ifndef KHEDMAT_CNCURSES_H
#define KHEDMAT_CNCURSES_H

// The wide-character functions appear only with these; SwiftPM does not pass on pkg-config's -D flags.
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <ncurses.h>
#include <term.h>
#include <wchar.h>

// The attributes are cast macros, which Swift does not import.
static const attr_t curses_bold = WA_BOLD;
static const attr_t curses_dim = WA_DIM;
static const attr_t curses_underline = WA_UNDERLINE;
static const attr_t curses_reverse = WA_REVERSE;
static const attr_t curses_italic = WA_ITALIC;

// Strict concurrency refuses the global variables themselves.
static inline WINDOW *curses_window(void) { return stdscr; }
static inline int curses_colors(void) { return COLORS; }
static inline void curses_forget_entry(void) { if (cur_term) del_curterm(cur_term); }

// Glibc hides it from a Swift that does not ask for X/Open.
static inline int curses_width(wchar_t character) {
    extern int wcwidth(wchar_t);
    return wcwidth(character);
}

// Glibc hides these two from a Swift that does not ask for GNU's own.
static inline int curses_memory_file(const char *name) {
    extern int memfd_create(const char *, unsigned int);
    return memfd_create(name, 1 /* MFD_CLOEXEC */);
}
static inline int curses_replace(int descriptor, int other) {
    extern int dup3(int, int, int);
    return dup3(other, descriptor, 02000000 /* O_CLOEXEC */);
}

#endif
