#!/usr/bin/env python3
"""How long after a commit of another program the board shows it.

    foreign-commits.py KHEDMAT FILE [COUNT]

FILE is a province that grow-camps.sql has filled.

Runs the dashboard on the board of camps in a pseudo-terminal, sends reports from another process, and takes the time
from the end of that process until the board's last byte. The file is changed.
"""
import os, pty, select, statistics, subprocess, sys, time

khedmat, file, count = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 30
now = "1401/05/10T10:00"
pid, terminal = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm-256color"
    os.execv(khedmat, [khedmat, "--file", file, "--lang", "en", "--now", now])
import fcntl, struct, termios
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))


def read_until_quiet(quiet, limit=5.0):
    """The moments of the first and the last byte; None for none."""
    first = last = None
    end = time.monotonic() + limit
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], quiet if last else max(0, end - time.monotonic()))
        if not ready:
            break
        os.read(terminal, 65536)
        last = time.monotonic()
        first = first or last
    return first, last


read_until_quiet(1.0)
os.write(terminal, b"3")
read_until_quiet(1.0)
# Late and among the earliest, so that they stand on the board's first page: see grow-camps.sql.
codes = [f"G-{number:05d}" for number in (107, 557, 1007, 1457, 1907)]
firsts, lasts = [], []
for number in range(count):
    line = ('{"command":"camp.report","camp":"%s","day":"1401/05/10","present":%d,"beneficiaries":%d}\n'
            % (codes[number % len(codes)], 5 + number % 7, number + int(time.time()) % 10_000))
    done = subprocess.run([khedmat, "apply", "-", "--file", file, "--now", now], input=line, capture_output=True, text=True)
    committed = time.monotonic()
    if '"ok":true' not in done.stdout:
        sys.exit(done.stdout + done.stderr)
    # The board may be faster than the other program ends: what it wrote meanwhile is read at once.
    first, last = read_until_quiet(0.15, 1.0)
    if first is None:
        sys.exit(f"{codes[number % len(codes)]}: nothing was seen on the board")
    firsts.append((first - committed) * 1000)
    lasts.append((last - committed) * 1000)
os.write(terminal, b"q")
for name, values in (("first byte", firsts), ("last byte", lasts)):
    values.sort()
    print(f"{name}: p50 {statistics.median(values):.1f} ms, worst {values[-1]:.1f} ms after the other program had ended ({count})")
