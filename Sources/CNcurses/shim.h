// The wide-character functions appear only with these; SwiftPM does not pass on pkg-config's -D flags.
#ifndef KHEDMAT_CNCURSES_H
#define KHEDMAT_CNCURSES_H
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <ncurses.h>
#include <term.h>
#endif
