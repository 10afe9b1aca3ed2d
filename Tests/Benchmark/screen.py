"""The program on a pseudo-terminal, and how long it takes to answer."""

import fcntl
import glob
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time


class Screen:
    """A program on a terminal of 120 columns and 40 lines."""

    def __init__(self, command, environment):
        self.started = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvpe(command[0], command, environment)
        self.output = b""

    def read(self, seconds):
        """What is drawn next, or nothing after so many seconds; remembers all of it."""
        ready, _, _ = select.select([self.terminal], [], [], max(0, seconds))
        if not ready:
            return b""
        try:
            chunk = os.read(self.terminal, 65536)
        except OSError:
            chunk = b""
        self.output += chunk
        return chunk

    def wait_for(self, *texts, seconds=20):
        """The moment at which one of some texts that were not there is drawn.

        Cells that stay as they were are not drawn again, so a text may be drawn in pieces.
        """
        begin = len(self.output)
        end = time.perf_counter() + seconds
        while not any(text in self.output[max(0, begin - len(text)):] for text in texts):
            if time.perf_counter() > end:
                raise TimeoutError(f"{texts} were not drawn: {self.output[-2000:]!r}")
            self.read(end - time.perf_counter())
        return time.perf_counter()

    def settle(self, seconds=0.3):
        """Reads until nothing was drawn for so long."""
        while self.read(seconds):
            pass

    def press(self, keys):
        os.write(self.terminal, keys)

    def seconds_until(self, keys, *texts):
        begin = time.perf_counter()
        self.press(keys)
        return self.wait_for(*texts) - begin

    def seconds_until_any(self, keys):
        """For a screen on which nothing moves by itself."""
        begin = time.perf_counter()
        self.press(keys)
        if not self.read(10):
            raise TimeoutError(f"nothing was drawn after {keys}")
        return time.perf_counter() - begin

    def wakeups(self):
        """How often each of its threads went to sleep so far, and so was woken."""
        threads = {}
        for path in glob.glob(f"/proc/{self.process}/task/*/status"):
            with open(path, encoding="ascii") as file:
                status = dict(line.split(":", 1) for line in file)
            name, switches = status["Name"].strip(), status["voluntary_ctxt_switches"]
            threads[status["Pid"].strip()] = name, int(switches)
        return threads

    def wakeups_in(self, seconds):
        """While nothing is drawn or pressed: of our threads, and of libdispatch's manager.

        Once a task ran, that one looks at its pool of workers every second for as long as the
        process lives; nothing turns it off. It is told by its name, and has no other work while
        nothing runs.
        """
        before = self.wakeups()
        self.settle(seconds)
        ours, of_dispatch = 0, 0
        for thread, (name, count) in self.wakeups().items():
            woken = count - before.get(thread, (name, 0))[1]
            if name.endswith("overcommit"):
                of_dispatch += woken
            else:
                ours += woken
        return ours, of_dispatch

    def peak_megabytes(self):
        for line in open(f"/proc/{self.process}/status", encoding="ascii"):
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def percentile(values, share):
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]
