#define _GNU_SOURCE 1

#include "guard.h"
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

// What a crash needs, ready before the first mode changes.
static volatile sig_atomic_t is_armed;
static int tty = -1;
static bool knows_modes;
static struct termios shell_modes;
static char restore[512];
static size_t restore_length;

void guard_forget(void) { restore_length = 0; }

int guard_add(int byte) {
  if (restore_length < sizeof restore) restore[restore_length++] = (char)byte;
  return byte;
}

void guard_arm(bool arms) { is_armed = arms; }

// MARK: Standard error

static int saved_stderr = -1;
static int log_file = -1;
static off_t log_start;
static bool prints_log;

// Without a file that can be written it is held in memory.
static void hold_stderr(const char *path) {
  if (path != NULL) log_file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  prints_log = log_file < 0;
  if (log_file < 0) log_file = memfd_create("stderr", MFD_CLOEXEC);
  if (log_file < 0) return;
  log_start = lseek(log_file, 0, SEEK_END);
  saved_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(log_file, STDERR_FILENO);
}

// Only calls that are safe in a signal handler.
static void give_stderr_back(bool prints) {
  if (saved_stderr < 0) return;
  dup2(saved_stderr, STDERR_FILENO);
  if (!prints) return;
  char bytes[4096];
  ssize_t count;
  while ((count = pread(log_file, bytes, sizeof bytes, log_start)) > 0) {
    if (write(STDERR_FILENO, bytes, (size_t)count) < 0) return;
    log_start += count;
  }
}

// MARK: Signals

static const int told_signals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP};
static const int crash_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE, SIGQUIT};
static struct sigaction old_told[COUNT(told_signals)];
static struct sigaction old_crash[COUNT(crash_signals)];
static int signal_pipe[2] = {-1, -1};
static bool has_handlers;

int terminal_signals(void) { return signal_pipe[0]; }

int terminal_take_signal(void) {
  unsigned char byte;
  return read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

static void tell(int number) {
  int saved_errno = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe loses nothing: it wakes the loop already.
  (void)!write(signal_pipe[1], &byte, 1);
  errno = saved_errno;
}

// Only calls that are safe in a signal handler.
static void restore_terminal(void) {
  if (!is_armed) return;
  is_armed = 0;
  (void)!write(tty, restore, restore_length);
  tcsetattr(tty, TCSANOW, &shell_modes);
  give_stderr_back(true);
}

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal();
  for (size_t i = 0; i < COUNT(crash_signals); i++) {
    if (crash_signals[i] == number) sigaction(number, &old_crash[i], NULL);
  }
  // A fault comes again when its instruction does; what somebody sent must be sent again.
  if (info->si_code <= 0) raise(number);
}

// A stack overflow leaves no stack for its own handler.
static void give_signals_a_stack(void) {
  static char memory[65536];
  stack_t old, stack = {.ss_sp = memory, .ss_size = sizeof memory};
  if (sigaltstack(NULL, &old) == 0 && (old.ss_flags & SS_DISABLE)) sigaltstack(&stack, NULL);
}

static void install_handlers(void) {
  struct sigaction telling = {.sa_handler = tell, .sa_flags = SA_RESTART};
  struct sigaction crashing = {.sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  give_signals_a_stack();
  for (size_t i = 0; i < COUNT(told_signals); i++) {
    sigaction(told_signals[i], &telling, &old_told[i]);
  }
  for (size_t i = 0; i < COUNT(crash_signals); i++) {
    sigaction(crash_signals[i], &crashing, &old_crash[i]);
  }
  has_handlers = true;
}

static void remove_handlers(void) {
  if (!has_handlers) return;
  has_handlers = false;
  for (size_t i = 0; i < COUNT(told_signals); i++) sigaction(told_signals[i], &old_told[i], NULL);
  for (size_t i = 0; i < COUNT(crash_signals); i++) {
    sigaction(crash_signals[i], &old_crash[i], NULL);
  }
}

void guard_stop_group(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL}, ours;
  struct pollfd waiting = {.fd = signal_pipe[0], .events = POLLIN};
  sigaction(SIGTSTP, &stop, &ours);
  // The whole group, as a shell expects. The stop may reach another thread first, so SIGCONT is
  // waited for; but not for ever, because an orphaned group does not stop at all.
  kill(0, SIGTSTP);
  poll(&waiting, 1, 200);
  sigaction(SIGTSTP, &ours, NULL);
}

// MARK: Beginning and end

bool guard_begin(int terminal, const char *log_path) {
  static bool is_registered;
  tty = terminal;
  knows_modes = tcgetattr(tty, &shell_modes) == 0;
  if (!knows_modes || pipe2(signal_pipe, O_NONBLOCK | O_CLOEXEC) < 0) return false;
  hold_stderr(log_path);
  install_handlers();
  if (!is_registered) is_registered = atexit(restore_terminal) == 0;
  return true;
}

static void close_descriptor(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

void guard_end(void) {
  is_armed = 0;
  if (knows_modes) tcsetattr(tty, TCSADRAIN, &shell_modes);
  knows_modes = false;
  remove_handlers();
  give_stderr_back(prints_log);
  close_descriptor(&saved_stderr);
  close_descriptor(&log_file);
  close_descriptor(&signal_pipe[0]);
  close_descriptor(&signal_pipe[1]);
}
