// The library is looked for when the first code is drawn, and not at each start of a program that seldom draws one.
#ifndef KHEDMAT_CQRENCODE_H
#define KHEDMAT_CQRENCODE_H

#include <dlfcn.h>
#include <qrencode.h>

/// A function of the library by its name; NULL where the library is not installed.
static inline void *qrencode_function(const char *name) {
    // Found once, it stays: dlopen counts and looks nothing up again.
    void *library = dlopen("libqrencode.so.4", RTLD_NOW | RTLD_LOCAL);
    return library ? dlsym(library, name) : (void *)0;
}

/// QRcode_encodeString; NULL for a text that fits into no code, too.
static inline QRcode *qrencode_encode(const char *text, QRecLevel level, QRencodeMode mode) {
    __typeof__(QRcode_encodeString) *encode = qrencode_function("QRcode_encodeString");
    return encode ? encode(text, 0, level, mode, 1) : (QRcode *)0;
}

/// QRcode_free, for what `qrencode_encode` gave.
static inline void qrencode_free(QRcode *code) {
    __typeof__(QRcode_free) *release = qrencode_function("QRcode_free");
    if (release) release(code);
}

#endif
