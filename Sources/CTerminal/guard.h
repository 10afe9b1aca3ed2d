// What brings the terminal and standard error back on every way out, crashes included.
#pragma once

#include <stdbool.h>

// Collects the bytes that undo the modes; guard_add has the shape that tputs calls.
void guard_forget(void);
int guard_add(int byte);

// Remembers the modes of a terminal, takes standard error, and installs signal handlers.
bool guard_begin(int terminal, const char *log_path);

// While armed, a crash or an exit restores the terminal.
void guard_arm(bool is_armed);

// Restores everything that guard_begin has found.
void guard_end(void);

// Stops the process group as Ctrl-Z does in a program without a screen; returns when it goes on.
void guard_stop_group(void);
