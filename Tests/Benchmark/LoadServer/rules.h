/* What befalls calls on command: limits of rate, faults and broken connections. */
#pragma once
#include <stdbool.h>
#include "text.h"

enum fate { FATE_ANSWER, FATE_THROTTLE, FATE_FAULT, FATE_DROP };

/* Puts the rules of a text in place of all others, one a line:
 *
 *   DescribeVolumes rate 20     at most so many a second, and as many at once
 *   s3:acl fail 0.05            that share answers with a fault of the server's
 *   * drop 0.01                 that share of all calls loses its connection
 *
 * Returns false, and has no rule, for a line that is none of these. */
bool rules_set(const char *text);

/* What befalls a call that comes now, in seconds of any steady clock. */
enum fate rules_fate(const char *operation, double now);
