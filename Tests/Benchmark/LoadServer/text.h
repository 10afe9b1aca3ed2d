/* A growing piece of text. */
#pragma once
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
  char *bytes;
  size_t count, capacity;
};

static inline void text_room(struct text *text, size_t more) {
  if (text->count + more <= text->capacity) return;
  text->capacity = (text->count + more) * 2;
  text->bytes = realloc(text->bytes, text->capacity);
  if (!text->bytes) abort();
}

static inline void text_add(struct text *text, const char *bytes, size_t count) {
  text_room(text, count);
  memcpy(text->bytes + text->count, bytes, count);
  text->count += count;
}

__attribute__((format(printf, 2, 3)))
static inline void text_print(struct text *text, const char *format, ...) {
  for (;;) {
    va_list arguments;
    va_start(arguments, format);
    size_t room = text->capacity - text->count;
    int count = vsnprintf(room ? text->bytes + text->count : NULL, room, format, arguments);
    va_end(arguments);
    if (count < 0) abort();
    if ((size_t)count < room) {
      text->count += (size_t)count;
      return;
    }
    text_room(text, (size_t)count + 1);
  }
}
