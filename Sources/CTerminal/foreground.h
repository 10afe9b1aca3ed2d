// Another program in the foreground of the terminal, as a shell runs one.
#pragma once

// Waits for it: its exit code, 128 and the signal that ended it, or -1 when it did not start. When
// it is stopped, so are we, until the shell goes on with us.
int foreground_run(int tty, char *const arguments[], char *const environment[]);
