#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1

#include "foreground.h"
#include "guard.h"
#include "terminal.h"

#include <curses.h>
#include <term.h>

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";

static int tty = -1;
static SCREEN *screen;
static FILE *input, *output;
// A pad, because reading from a window would refresh it.
static WINDOW *keys;
static bool reports_mouse;

// MARK: Locale and terminal type

bool terminal_set_locale(void) {
  const char *name = setlocale(LC_CTYPE, "");
  if (name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0) {
    setlocale(LC_CTYPE, "C.UTF-8");
  }
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

enum terminal_state terminal_probe(const char *type) {
  int found = 0;
  // A null device in place of a terminal: only the entry is read.
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return TERMINAL_FAILED;
  // Unlike newterm and initscr, this one never leaves the process when it fails.
  enum terminal_state state = TERMINAL_UNKNOWN;
  if (setupterm(type, null, &found) == OK) {
    const char *cup = tigetstr("cup");
    state = cup == NULL || cup == (char *)-1 ? TERMINAL_DUMB : TERMINAL_OK;
    del_curterm(cur_term);
  } else if (found == 1) {
    state = TERMINAL_DUMB;  // a hardcopy terminal
  }
  close(null);
  return state;
}

int terminal_colors_of(const char *type) {
  int found = 0, colors = 0;
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return 0;
  if (setupterm(type, null, &found) == OK) {
    colors = tigetnum("colors");
    del_curterm(cur_term);
  }
  close(null);
  return colors > 0 ? colors : 0;
}

// Spells out what undoes the modes of a terminal type, so that a crash need not ask terminfo.
static void prepare_restore(const char *type) {
  static const char *const capabilities[] = {"sgr0", "rmkx", "cnorm", "rmcup"};
  int found = 0;
  guard_forget();
  for (const char *byte = mouse_off; *byte; byte++) guard_add(*byte);
  for (const char *byte = paste_off; *byte; byte++) guard_add(*byte);
  if (setupterm(type, tty, &found) != OK) return;
  for (size_t i = 0; i < COUNT(capabilities); i++) {
    const char *value = tigetstr(capabilities[i]);
    if (value != NULL && value != (char *)-1) tputs(value, 1, guard_add);
  }
  del_curterm(cur_term);
}

// MARK: Keys

// Codes of our own, above those of ncurses.
enum {
  PASTE_BEGIN = KEY_MAX + 1, PASTE_END, SHIFT_UP, SHIFT_DOWN, CONTROL_LEFT, CONTROL_RIGHT, FOCUS
};

// Terminfo lists the form of one keyboard mode; terminals are met in the other one too.
static const struct {
  const char *bytes;
  int code;
} sequences[] = {
    {"\033[A", KEY_UP},          {"\033OA", KEY_UP},         {"\033[B", KEY_DOWN},
    {"\033OB", KEY_DOWN},        {"\033[C", KEY_RIGHT},      {"\033OC", KEY_RIGHT},
    {"\033[D", KEY_LEFT},        {"\033OD", KEY_LEFT},       {"\033[H", KEY_HOME},
    {"\033OH", KEY_HOME},        {"\033[1~", KEY_HOME},      {"\033[7~", KEY_HOME},
    {"\033[F", KEY_END},         {"\033OF", KEY_END},        {"\033[4~", KEY_END},
    {"\033[8~", KEY_END},        {"\033[3~", KEY_DC},        {"\033[5~", KEY_PPAGE},
    {"\033[6~", KEY_NPAGE},      {"\033[Z", KEY_BTAB},       {"\033OM", KEY_ENTER},
    {"\033OP", KEY_F(1)},        {"\033[11~", KEY_F(1)},     {"\033[[A", KEY_F(1)},
    {"\033OQ", KEY_F(2)},        {"\033[12~", KEY_F(2)},     {"\033[[B", KEY_F(2)},
    {"\033OR", KEY_F(3)},        {"\033[13~", KEY_F(3)},     {"\033[[C", KEY_F(3)},
    {"\033OS", KEY_F(4)},        {"\033[14~", KEY_F(4)},     {"\033[[D", KEY_F(4)},
    {"\033[15~", KEY_F(5)},      {"\033[[E", KEY_F(5)},      {"\033[21~", KEY_F(10)},
    {"\033[1;2A", SHIFT_UP},     {"\033[a", SHIFT_UP},       {"\033[1;2B", SHIFT_DOWN},
    {"\033[b", SHIFT_DOWN},      {"\033[1;5D", CONTROL_LEFT}, {"\033Od", CONTROL_LEFT},
    {"\033[1;5C", CONTROL_RIGHT}, {"\033Oc", CONTROL_RIGHT}, {"\033[I", FOCUS},
    {"\033[O", FOCUS},           {"\033[200~", PASTE_BEGIN}, {"\033[201~", PASTE_END},
};

static int translated(int code) {
  if (code >= KEY_F0 && code <= KEY_F(63)) return TERMINAL_KEY_F0 + code - KEY_F0;
  switch (code) {
    case KEY_UP: return TERMINAL_KEY_UP;
    case KEY_DOWN: return TERMINAL_KEY_DOWN;
    case KEY_LEFT: return TERMINAL_KEY_LEFT;
    case KEY_RIGHT: return TERMINAL_KEY_RIGHT;
    case SHIFT_UP: case KEY_SR: return TERMINAL_KEY_SHIFT_UP;
    case SHIFT_DOWN: case KEY_SF: return TERMINAL_KEY_SHIFT_DOWN;
    case CONTROL_LEFT: return TERMINAL_KEY_CONTROL_LEFT;
    case CONTROL_RIGHT: return TERMINAL_KEY_CONTROL_RIGHT;
    case KEY_HOME: case KEY_FIND: return TERMINAL_KEY_HOME;
    case KEY_END: case KEY_SELECT: return TERMINAL_KEY_END;
    case KEY_PPAGE: return TERMINAL_KEY_PAGE_UP;
    case KEY_NPAGE: return TERMINAL_KEY_PAGE_DOWN;
    case KEY_ENTER: return TERMINAL_KEY_ENTER;
    case KEY_BTAB: return TERMINAL_KEY_SHIFT_TAB;
    case KEY_BACKSPACE: return TERMINAL_KEY_BACKSPACE;
    case KEY_DC: return TERMINAL_KEY_DELETE;
    case PASTE_BEGIN: return TERMINAL_KEY_PASTE_BEGIN;
    case PASTE_END: return TERMINAL_KEY_PASTE_END;
    default: return TERMINAL_KEY_OTHER;
  }
}

int terminal_input(void) { return tty; }

int terminal_read(void) {
  int code = wgetch(keys);
  if (code == ERR) return -1;
  return code < KEY_MIN ? code : translated(code);
}

bool terminal_is_at_end(void) {
  struct pollfd waiting = {.fd = tty, .events = POLLIN};
  int count = 0;
  return poll(&waiting, 1, 0) == 1 && (ioctl(tty, FIONREAD, &count) < 0 || count == 0);
}

// MARK: Opening and closing

static void configure(void) {
  raw();
  noecho();
  nonl();
  typeahead(-1);  // else an update stops halfway while keys wait
  intrflush(stdscr, FALSE);
  keys = newpad(1, 1);
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  for (size_t i = 0; i < COUNT(sequences); i++) define_key(sequences[i].bytes, sequences[i].code);
  define_key(NULL, KEY_MOUSE);  // a report is more than its first bytes: all of them are read
  int width, height;
  if (terminal_size(&width, &height)) resizeterm(height, width);
}

// Modes that curses knows nothing of.
static void enter_modes(void) {
  terminal_write(paste_on, sizeof paste_on - 1);
  if (reports_mouse) terminal_write(mouse_on, sizeof mouse_on - 1);
}

static void leave_modes(void) {
  if (reports_mouse) terminal_write(mouse_off, sizeof mouse_off - 1);
  terminal_write(paste_off, sizeof paste_off - 1);
}

void terminal_report_mouse(bool reports) {
  if (reports == reports_mouse) return;
  reports_mouse = reports;
  const char *bytes = reports ? mouse_on : mouse_off;
  terminal_write(bytes, strlen(bytes));
}

static FILE *stream(const char *mode) {
  int descriptor = fcntl(tty, F_DUPFD_CLOEXEC, 3);
  return descriptor < 0 ? NULL : fdopen(descriptor, mode);
}

static enum terminal_state give_up(enum terminal_state state) {
  int saved_errno = errno;
  guard_end();
  if (input != NULL) fclose(input);
  if (output != NULL) fclose(output);
  if (tty >= 0) close(tty);
  input = output = NULL;
  screen = NULL;
  tty = -1;
  errno = saved_errno;
  return state;
}

enum terminal_state terminal_open(const char *type, int escape_delay, const char *log_path) {
  if (screen != NULL) return errno = EBUSY, TERMINAL_FAILED;
  // Not standard input or output: those may carry data.
  tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (tty < 0) return give_up(TERMINAL_MISSING);
  input = stream("r");
  output = stream("w");
  prepare_restore(type);
  if (input == NULL || output == NULL) return give_up(TERMINAL_FAILED);
  // Before newterm, which puts its own handlers where it finds none.
  if (!guard_begin(tty, log_path)) return give_up(TERMINAL_FAILED);
  use_env(FALSE);  // COLUMNS and LINES may be those of another terminal
  set_escdelay(escape_delay);
  guard_arm(true);
  screen = newterm(type, output, input);
  if (screen == NULL) return give_up(TERMINAL_UNKNOWN);
  configure();
  enter_modes();
  return TERMINAL_OK;
}

void terminal_close(void) {
  if (screen == NULL) return;
  leave_modes();
  reports_mouse = false;
  endwin();
  delwin(keys);
  delscreen(screen);
  give_up(TERMINAL_OK);
}

void terminal_retake(void) {
  reset_prog_mode();
  enter_modes();
  terminal_repaint();
}

void terminal_suspend(void) {
  leave_modes();
  endwin();
  guard_arm(false);
  guard_stop_group();
  guard_arm(true);
  terminal_retake();
}

int terminal_lend(char *const arguments[], char *const environment[]) {
  leave_modes();
  endwin();
  guard_arm(false);
  int code = foreground_run(tty, arguments, environment);
  guard_arm(true);
  terminal_retake();
  return code;
}

// MARK: Drawing

bool terminal_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(tty, TIOCGWINSZ, &size) < 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}

void terminal_resize(int width, int height) {
  resizeterm(height, width);
  terminal_repaint();
}

int terminal_start_colors(void) {
  if (!has_colors() || start_color() == ERR || use_default_colors() == ERR) return 0;
  for (short color = 0; color < 8 && color < COLORS; color++) init_pair(color + 1, color, -1);
  return COLORS;
}

void terminal_erase(void) { werase(stdscr); }

void terminal_put(
    int column, int row, const uint32_t *text, size_t count, unsigned attributes, int color) {
  attr_t bits = A_NORMAL;
  if (attributes & TERMINAL_BOLD) bits |= A_BOLD;
  if (attributes & TERMINAL_DIM) bits |= A_DIM;
  if (attributes & TERMINAL_REVERSE) bits |= A_REVERSE;
  if (attributes & TERMINAL_UNDERLINE) bits |= A_UNDERLINE;
  wattr_set(stdscr, bits, (short)(color + 1), NULL);
  // Fails in the last cell of the screen, after drawing it.
  mvwaddnwstr(stdscr, row, column, (const wchar_t *)text, (int)count);
}

void terminal_flush(int cursor_column, int cursor_row, bool shows_cursor) {
  curs_set(shows_cursor ? 1 : 0);
  wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
}

void terminal_repaint(void) { clearok(curscr, TRUE); }

void terminal_write(const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(tty, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;
    next += written;
    count -= (size_t)written;
  }
}

int terminal_width_of(uint32_t code) { return wcwidth((wchar_t)code); }

int terminal_event_descriptor(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
