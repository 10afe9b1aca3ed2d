#pragma once
#include <stddef.h>

/// A text of `Resources`, such as `guides/ja/ASC-07.md` or `demo/ec2.txt`, held in the program.
///
/// Sets `count` to its bytes and returns them for as long as the program runs, or returns NULL.
const unsigned char *resource_named(const char *name, size_t *count);
