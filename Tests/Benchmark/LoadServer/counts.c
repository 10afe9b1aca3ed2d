#include "counts.h"

enum { MOST_OPERATIONS = 128 };

static struct {
  char name[64];
  long calls;
} operations[MOST_OPERATIONS];
static int known;
static long calls, throttled, under_way, most_at_once;
static double first, last;

void counts_reset(void) {
  known = 0;
  calls = throttled = under_way = most_at_once = 0;
  first = last = 0;
}

void counts_begin(const char *operation, double now) {
  int place = 0;
  while (place < known && strcmp(operations[place].name, operation)) place++;
  if (place == MOST_OPERATIONS) return;
  if (place == known) {
    snprintf(operations[known].name, sizeof operations[known].name, "%s", operation);
    operations[known++].calls = 0;
  }
  operations[place].calls++;
  calls++;
  if (++under_way > most_at_once) most_at_once = under_way;
  if (!first) first = now;
}

void counts_end(double now) {
  under_way--;
  last = now;
}

void counts_throttle(void) { throttled++; }

void counts_write(struct text *out) {
  text_print(out, "{\"calls\": %ld, \"throttled\": %ld, \"mostAtOnce\": %ld, \"span\": %f, "
                  "\"byOperation\": {", calls, throttled, most_at_once, last - first);
  for (int place = 0; place < known; place++)
    text_print(out, "%s\"%s\": %ld", place ? ", " : "", operations[place].name,
               operations[place].calls);
  text_print(out, "}}");
}
