// What Swift cannot call of SQLite: a function with any number of arguments.
#ifndef KHEDMAT_CSQLITE_H
#define KHEDMAT_CSQLITE_H

#include <sqlite3.h>

/// Has SQLite keep no count of the memory it uses, which nobody asks for: each allocation would wait for a lock. To be
/// called before any connection is opened; later it does nothing.
static inline void sqlite_count_no_memory(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

#endif
