#include "memory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>

void memory_keep_together(void) {
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
}
#else
void memory_keep_together(void) {}
#endif
