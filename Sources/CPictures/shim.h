// The libraries are looked for when the first picture is taken in, and not at each start of a program that seldom does.
#ifndef KHEDMAT_CPICTURES_H
#define KHEDMAT_CPICTURES_H

#include <dlfcn.h>
#include <png.h>
#include <stdint.h>
#include <string.h>
#include <turbojpeg.h>

/// A function of libjpeg-turbo by its name; NULL where the library is not installed.
static inline void *pictures_jpeg_function(const char *name) {
    void *library = dlopen("libturbojpeg.so.0", RTLD_NOW | RTLD_LOCAL);
    return library ? dlsym(library, name) : (void *)0;
}

/// The same of libpng.
static inline void *pictures_png_function(const char *name) {
    void *library = dlopen("libpng16.so.16", RTLD_NOW | RTLD_LOCAL);
    return library ? dlsym(library, name) : (void *)0;
}

/// Whether both libraries are there.
static inline int pictures_installed(void) {
    return pictures_jpeg_function("tjCompress2") && pictures_png_function("png_image_finish_read");
}

/// How large a JPEG is, by its header; 0 when it is none.
static inline int pictures_jpeg_size(const uint8_t *bytes, size_t count, int *width, int *height) {
    __typeof__(tjInitDecompress) *begin = pictures_jpeg_function("tjInitDecompress");
    __typeof__(tjDecompressHeader3) *header = pictures_jpeg_function("tjDecompressHeader3");
    __typeof__(tjDestroy) *end = pictures_jpeg_function("tjDestroy");
    tjhandle handle = begin && header && end ? begin() : (void *)0;
    if (!handle) return 0;
    int sampling = 0, space = 0;
    int failed = header(handle, bytes, (unsigned long)count, width, height, &sampling, &space);
    end(handle);
    return !failed && space != TJCS_CMYK && space != TJCS_YCCK;
}

/// Reads a JPEG into `rgb`, three bytes a point; 0 when it is damaged or cut short.
static inline int pictures_jpeg_read(const uint8_t *bytes, size_t count, uint8_t *rgb, int width, int height) {
    __typeof__(tjInitDecompress) *begin = pictures_jpeg_function("tjInitDecompress");
    __typeof__(tjDecompress2) *read = pictures_jpeg_function("tjDecompress2");
    __typeof__(tjDestroy) *end = pictures_jpeg_function("tjDestroy");
    tjhandle handle = begin && read && end ? begin() : (void *)0;
    if (!handle) return 0;
    int failed = read(handle, bytes, (unsigned long)count, rgb, width, 0, height, TJPF_RGB, TJFLAG_ACCURATEDCT);
    end(handle);
    return !failed;
}

/// How many bytes a JPEG of that size may take.
static inline size_t pictures_jpeg_room(int width, int height) {
    __typeof__(tjBufSize) *room = pictures_jpeg_function("tjBufSize");
    return room ? (size_t)room(width, height, TJSAMP_420) : 0;
}

/// Writes a JPEG without any metadata into `out`, which has `pictures_jpeg_room` bytes; the number of bytes, 0 for a failure.
static inline size_t pictures_jpeg_write(const uint8_t *rgb, int width, int height, int quality, uint8_t *out) {
    __typeof__(tjInitCompress) *begin = pictures_jpeg_function("tjInitCompress");
    __typeof__(tjCompress2) *write = pictures_jpeg_function("tjCompress2");
    __typeof__(tjDestroy) *end = pictures_jpeg_function("tjDestroy");
    tjhandle handle = begin && write && end ? begin() : (void *)0;
    if (!handle) return 0;
    unsigned long size = (unsigned long)pictures_jpeg_room(width, height);
    unsigned char *place = out;
    int failed = write(handle, rgb, width, 0, height, TJPF_RGB, &place, &size, TJSAMP_420, quality,
                       TJFLAG_ACCURATEDCT | TJFLAG_NOREALLOC);
    end(handle);
    return failed ? 0 : (size_t)size;
}

/// How large a PNG is, by its header; 0 when it is none.
static inline int pictures_png_size(const uint8_t *bytes, size_t count, int *width, int *height) {
    __typeof__(png_image_begin_read_from_memory) *begin = pictures_png_function("png_image_begin_read_from_memory");
    __typeof__(png_image_free) *end = pictures_png_function("png_image_free");
    if (!begin || !end) return 0;
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!begin(&image, bytes, count)) return 0;
    *width = (int)image.width;
    *height = (int)image.height;
    end(&image);
    return 1;
}

/// Reads a PNG into `rgb`, three bytes a point, on white where it is transparent; 0 when it is damaged.
static inline int pictures_png_read(const uint8_t *bytes, size_t count, uint8_t *rgb) {
    __typeof__(png_image_begin_read_from_memory) *begin = pictures_png_function("png_image_begin_read_from_memory");
    __typeof__(png_image_finish_read) *finish = pictures_png_function("png_image_finish_read");
    if (!begin || !finish) return 0;
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!begin(&image, bytes, count)) return 0;
    image.format = PNG_FORMAT_RGB;
    png_color white = {255, 255, 255};
    return finish(&image, &white, rgb, 0, (void *)0);
}

#endif
