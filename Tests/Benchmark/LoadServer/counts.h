/* What was asked so far. */
#pragma once
#include "text.h"

void counts_reset(void);
void counts_begin(const char *operation, double now);
void counts_end(double now);
void counts_throttle(void);
/* As JSON. */
void counts_write(struct text *out);
