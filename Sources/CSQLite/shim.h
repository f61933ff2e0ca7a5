// What Swift cannot call of SQLite: a function with any number of arguments.
#ifndef KHEDMAT_CSQLITE_H
#define KHEDMAT_CSQLITE_H

#include <sqlite3.h>
#include <string.h>

/// Has SQLite keep no count of the memory it uses, which nobody asks for: each allocation would wait for a lock. To be
/// called before any connection is opened; later it does nothing.
static inline void sqlite_count_no_memory(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/// Whether the file that a connection has open is no more the one at its path: it was moved, removed, or another took its
/// place. SQLite compares with the descriptor that it holds.
static inline int sqlite_file_has_moved(sqlite3 *connection) {
    int moved = 0;
    return sqlite3_file_control(connection, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

/// Whether the header of the file that a connection has open says that it is in WAL mode. It is read by the descriptor that
/// SQLite holds: were the file opened and closed once more, the system would take away every lock of this process on it.
static inline int sqlite_file_is_in_wal(sqlite3 *connection) {
    sqlite3_file *file = 0;
    unsigned char version = 0;
    if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return 1;
    if (!file || !file->pMethods) return 1;
    return file->pMethods->xRead(file, &version, 1, 18) == SQLITE_OK && version == 2;
}

/// Has a connection in memory hold a copy of a database's bytes, which it never changes. A file that was last in WAL mode
/// is whole all the same, and is read as any other.
static inline int sqlite_hold(sqlite3 *connection, const void *bytes, sqlite3_int64 size) {
    unsigned char *copy = sqlite3_malloc64((sqlite3_uint64)(size > 0 ? size : 1));
    if (!copy) return SQLITE_NOMEM;
    memcpy(copy, bytes, (size_t)size);
    if (size > 20 && copy[18] == 2) copy[18] = copy[19] = 1;
    return sqlite3_deserialize(
        connection, "main", copy, size, size, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
}

/// Has a connection refuse values that are longer than anything an office writes: a file from elsewhere could ask for all
/// memory there is.
static inline void sqlite_limit_values(sqlite3 *connection) { sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 64 << 20); }

#endif
