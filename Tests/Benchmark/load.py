"""Runs of the program against the load server."""

import dataclasses
import functools
import json
import os
import resource
import statistics
import subprocess
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
REGIONS = 17
ROUND_TRIP = 0.05
# Requests a second that one account may send S3. AWS documents 5,500 reads for one prefix of one
# bucket and no figure for reads of settings, each of which is of another bucket.
S3_RATE = 5500
# Block on public access, policy status, ACL, ownership, encryption, logging; for reviewers policy,
# website, versioning, lifecycle, Object Lock.
CALLS_OF_BUCKET = 11


@functools.cache
def build(product):
    """Path of a released executable of the package."""
    command = ["swift", "build", "-c", "release", "--scratch-path", ".build/release-bench",
               "--product", product]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(ROOT, ".build/release-bench/release", product)


@dataclasses.dataclass
class Account:
    """What the load server generates; a third of volumes and instances is in the first region."""

    name: str
    buckets: int
    volumes: int = 1000
    instances: int = 200
    roles: int = 100

    def options(self):
        return [f"--{size}={getattr(self, size)}"
                for size in ("buckets", "volumes", "instances", "roles")]

    def pages(self, count, size):
        """Pages of a list in each region, beginning with the first."""
        shares = [0] * REGIONS
        for number in range(count):
            shares[0 if number % 3 == 0 else number % REGIONS] += 1
        return [max(1, -(-share // size)) for share in shares]

    def least_calls(self):
        """Each fact that a row or its reviewer needs, asked for once.

        Everywhere: the caller, regions, the account's summary, its block on public access, roles
        and buckets; budgets, alarms, reports, exports, two kinds of identity providers, the
        credential report, which takes two calls, and CloudFront. In each region: trails, the
        encryption switch, VPCs, flow logs; key pairs, security groups, interfaces. Two for the
        trail. For each bucket CALLS_OF_BUCKET, and its region's access points.
        """
        everywhere = 4 + -(-self.roles // 1000) + max(1, -(-self.buckets // 1000)) + 9
        pages = sum(self.pages(self.volumes, 500)) + sum(self.pages(self.instances, 1000))
        access_points = min(self.buckets, REGIONS)
        return everywhere + 7 * REGIONS + pages + 2 + CALLS_OF_BUCKET * self.buckets + access_points

    def depth(self):
        """The longest chain of calls of which each needs the answer before."""
        regional = 1 + max(self.pages(self.volumes, 500) + self.pages(self.instances, 1000))
        storage = max(1 + 1, max(1, -(-self.buckets // 1000))) + 2
        return max(regional, storage, 3)

    def floor(self):
        return self.depth() * ROUND_TRIP + CALLS_OF_BUCKET * self.buckets / S3_RATE


class Server:
    """A load server that lives as long as a `with`; rules.h says what rules there are."""

    def __init__(self, account, latency=ROUND_TRIP, rules=""):
        command = [build("LoadServer"), f"--latency={latency * 1000}", f"--rules={rules}",
                   *account.options()]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def counts(self):
        return json.load(urllib.request.urlopen(f"{self.url}/counts"))

    def rule(self, rules):
        """From now on, and no others."""
        urllib.request.urlopen(f"{self.url}/rules", data=rules.encode()).close()

    def processor_seconds(self):
        fields = open(f"/proc/{self.process.pid}/stat", encoding="ascii").read().split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")

    def reset(self):
        urllib.request.urlopen(f"{self.url}/counts", data=b"").close()

    def environment(self):
        return environment(
            AWS_ACCESS_KEY_ID="AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY="secret",
            AWS_REGION="us-east-1", AWS_ENDPOINT_URL=self.url)


def environment(**more):
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "TERM": "xterm-256color",
            "LANG": "C.UTF-8", **more}


@dataclasses.dataclass
class Run:
    wall: float
    processor: float
    megabytes: float
    calls: int
    # From the first request's arrival to the last answer.
    span: float


def scan(program, server, *arguments):
    """One scan by a fresh process with a fresh state file."""
    server.reset()
    with tempfile.TemporaryDirectory() as folder:
        state = f"{folder}/state.json"
        command = [program, "scan", "--format", "json", "--state", state, *arguments]
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, env=server.environment(), stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):
        raise RuntimeError(f"{command} ended with {process.returncode}")
    counts = server.counts()
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
               counts["calls"], counts["span"])


def best_run(program, server, times, *rows):
    """Of each figure the least, as everything else the machine does only adds to it."""
    runs = [scan(program, server, *rows) for _ in range(times)]
    fields = [field.name for field in dataclasses.fields(Run)]
    return Run(*(min(getattr(run, field) for run in runs) for field in fields))


def noise():
    """How much longer than its quickest a fixed piece of work takes: the median and the worst."""
    times = []
    for _ in range(40):
        begin = time.perf_counter()
        sum(range(200_000))
        times.append(time.perf_counter() - begin)
    least = min(times)
    return statistics.median(times) / least, max(times) / least


def own_peak_megabytes():
    """No child's peak reads lower: a process begins as a copy of its parent."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
