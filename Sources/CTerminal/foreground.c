#define _GNU_SOURCE 1

#include "foreground.h"
#include "guard.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

// Who is not in the foreground is stopped by SIGTTOU for asking.
static void give_foreground(int tty, pid_t group) {
  sigset_t asking, before;
  sigemptyset(&asking);
  sigaddset(&asking, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &asking, &before);
  tcsetpgrp(tty, group);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

// In a group of its own, so that its Ctrl-C is none of ours.
static pid_t start(int tty, char *const arguments[], char *const environment[]) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  pid_t child = -1;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addtcsetpgrp_np(&actions, tty);
  for (int target = 0; target <= 2; target++) {
    posix_spawn_file_actions_adddup2(&actions, tty, target);
  }
  int failure = posix_spawn(&child, arguments[0], &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failure == 0 ? child : -1;
}

int foreground_run(int tty, char *const arguments[], char *const environment[]) {
  pid_t child = start(tty, arguments, environment);
  int status = 0;
  while (child > 0) {
    if (waitpid(child, &status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      child = -1;
    } else if (WIFSTOPPED(status)) {
      give_foreground(tty, getpgrp());
      guard_stop_group();
      give_foreground(tty, child);
      kill(-child, SIGCONT);
    } else {
      break;
    }
  }
  give_foreground(tty, getpgrp());
  if (child < 0) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
