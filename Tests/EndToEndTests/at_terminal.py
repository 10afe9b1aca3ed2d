"""Runs a program on a terminal of its own, answers its questions, and prints what it showed.

Usage: at_terminal.py '[["question", "what to type"], ...]' program argument...
"""

import fcntl
import json
import os
import pty
import select
import sys
import termios
import time


def main():
    answers = json.loads(sys.argv[1])
    # The program's side stays open here too, so that its modes can be read at the end.
    terminal, side = pty.openpty()
    process = os.fork()
    if process == 0:
        os.setsid()
        fcntl.ioctl(side, termios.TIOCSCTTY, 0)
        for descriptor in range(3):
            os.dup2(side, descriptor)
        os.execv(sys.argv[2], sys.argv[2:])
    shown, seen, end, status = b"", 0, time.time() + 60, None
    while time.time() < end:
        if select.select([terminal], [], [], 0.05)[0]:
            shown += os.read(terminal, 4096)
        elif status is not None:
            break
        elif (ended := os.waitpid(process, os.WNOHANG))[0]:
            status = os.waitstatus_to_exitcode(ended[1])
        if answers and answers[0][0].encode() in shown[seen:]:
            seen = len(shown)
            os.write(terminal, answers.pop(0)[1].encode())
    modes = termios.tcgetattr(side)[3]
    echoes = bool(modes & termios.ECHO and modes & termios.ISIG)
    print(json.dumps({"shown": shown.decode(), "status": status, "echoes": echoes}))


main()
