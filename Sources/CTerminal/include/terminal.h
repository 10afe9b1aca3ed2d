// ncurses behind plain C types: no macro, global or variadic function of it reaches Swift.
//
// There is one terminal in a process. Every function belongs to the thread that opened it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum terminal_state {
  TERMINAL_OK,
  TERMINAL_MISSING,  // the process has no controlling terminal
  TERMINAL_UNKNOWN,  // terminfo has no entry for the type
  TERMINAL_DUMB,     // the entry cannot place the cursor
  TERMINAL_FAILED,   // errno says why
};

enum terminal_key {
  TERMINAL_KEY_UP = 256,
  TERMINAL_KEY_DOWN,
  TERMINAL_KEY_LEFT,
  TERMINAL_KEY_RIGHT,
  TERMINAL_KEY_SHIFT_UP,
  TERMINAL_KEY_SHIFT_DOWN,
  TERMINAL_KEY_CONTROL_LEFT,
  TERMINAL_KEY_CONTROL_RIGHT,
  TERMINAL_KEY_HOME,
  TERMINAL_KEY_END,
  TERMINAL_KEY_PAGE_UP,
  TERMINAL_KEY_PAGE_DOWN,
  TERMINAL_KEY_ENTER,
  TERMINAL_KEY_SHIFT_TAB,
  TERMINAL_KEY_BACKSPACE,
  TERMINAL_KEY_DELETE,
  TERMINAL_KEY_PASTE_BEGIN,
  TERMINAL_KEY_PASTE_END,
  TERMINAL_KEY_OTHER,
  TERMINAL_KEY_F0,  // and the function keys after it
};

enum terminal_attribute {
  TERMINAL_BOLD = 1,
  TERMINAL_DIM = 2,
  TERMINAL_REVERSE = 4,
  TERMINAL_UNDERLINE = 8,
};

// Takes the locale of the environment, or C.UTF-8 where that is C or not installed.
//
// False when characters are not UTF-8 then.
bool terminal_set_locale(void);

// Whether a type is known and can place the cursor; needs no terminal.
enum terminal_state terminal_probe(const char *type);
// How many colours a type has; needs no terminal either.
int terminal_colors_of(const char *type);

// Takes the controlling terminal into its full-screen mode.
//
// Standard error goes to a file at log_path from then on; without a path it is held back and
// printed by terminal_close.
enum terminal_state terminal_open(const char *type, int escape_delay, const char *log_path);
void terminal_close(void);

// Give descriptors to poll: for input, and for signals that terminal_take_signal then returns.
int terminal_input(void);
int terminal_signals(void);

// A signal that has come, or 0.
int terminal_take_signal(void);

// A byte, a terminal_key, or -1 when there is no more for now.
int terminal_read(void);

// Whether input that poll promises will never come.
bool terminal_is_at_end(void);

// The size that the terminal has now; false when it does not know.
bool terminal_size(int *width, int *height);
void terminal_resize(int width, int height);

// Number of colours that can be used; after this call they are those of the terminal itself.
int terminal_start_colors(void);

void terminal_erase(void);
// Draws code points; color is 0 to 7, or -1 for the terminal's own.
void terminal_put(
    int column, int row, const uint32_t *text, size_t count, unsigned attributes, int color);
// Sends what has changed since the last time.
void terminal_flush(int cursor_column, int cursor_row, bool shows_cursor);
// Makes the next flush send everything.
void terminal_repaint(void);
// Writes bytes that are no part of the screen; between two flushes only.
void terminal_write(const void *bytes, size_t count);

// Whether clicks and the wheel come as bytes of terminal_read, in xterm's SGR form, and not to the
// terminal's own selection; at first they do not.
void terminal_report_mouse(bool reports);

// Gives the terminal back, stops the process group, and takes the terminal again when it goes on.
void terminal_suspend(void);
// Takes the terminal again after somebody else stopped the process.
void terminal_retake(void);

// Lends the terminal to another program until it ends: its exit code, 128 and a signal, or -1 when
// it did not start. Both lists end with NULL.
int terminal_lend(char *const arguments[], char *const environment[]);

// How many cells libc gives a code point.
int terminal_width_of(uint32_t code);

// A counter that poll can wait for, closed on exec; -1 with errno.
int terminal_event_descriptor(void);
