#!/usr/bin/env python3
"""Runs the board for a wall while others write, and tells its memory and what woke it.

    watch-soak.py KHEDMAT FILE MINUTES [PAGE_SECONDS] [SECONDS_BETWEEN_REPORTS]

What should wake it is its clock once a minute, each turn of a page, and each commit; a wake-up more for one of these is no
wonder (a bell is two events), a hundred are. The file is changed.
"""
import os, pty, re, select, subprocess, sys, threading, time

khedmat, file, minutes = sys.argv[1], sys.argv[2], float(sys.argv[3])
page = int(sys.argv[4]) if len(sys.argv) > 4 else 15
pause = float(sys.argv[5]) if len(sys.argv) > 5 else 10
now = "1401/05/10T10:00"
pid, terminal = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm-256color"
    os.execv(khedmat, [khedmat, "watch", "camps", "--file", file, "--lang", "fa", "--now", now, "--page", str(page)])
import fcntl, struct, termios
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 200, 0, 0))
received = 0


def drain():
    global received
    while True:
        try:
            received += len(os.read(terminal, 65536))
        except OSError:
            return


threading.Thread(target=drain, daemon=True).start()


def state():
    status = open(f"/proc/{pid}/status").read()
    value = lambda name: int(re.search(rf"^{name}:\s+(\d+)", status, re.M).group(1))
    wakes = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        text = open(f"/proc/{pid}/task/{task}/status").read()
        wakes += int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", text, re.M).group(1))
    ticks = sum(map(int, open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[11:13]))
    return value("VmRSS"), value("VmHWM"), wakes, ticks * 10


# Those that run and had begun the day before.
codes = re.findall(r"^(C-\d+),.*,1401/0(?:4/\d\d|5/0\d),1401/05/\d\d,\d+,در حال برگزاری", subprocess.run(
    [khedmat, "list", "camps", "--file", file, "--lang", "en", "--now", now, "--format", "csv"],
    capture_output=True, text=True).stdout, re.M)
time.sleep(5)
start = time.monotonic()
first = state()
commits = 0
print("minute   resident kB   peak kB   wake-ups   processor ms   commits   bytes to the terminal")
next_line = start
while (elapsed := time.monotonic() - start) < minutes * 60:
    line = ('{"command":"camp.report","camp":"%s","day":"1401/05/09","present":%d,"beneficiaries":%d}\n'
            % (codes[commits % len(codes)], 5 + commits % 9, commits))
    done = subprocess.run([khedmat, "apply", "-", "--file", file, "--now", now], input=line, capture_output=True, text=True)
    if '"ok":true' not in done.stdout:
        sys.exit(done.stdout + done.stderr)
    commits += 1
    time.sleep(pause)
    if time.monotonic() >= next_line:
        rss, peak, wakes, ms = state()
        print(f"{elapsed / 60:6.1f} {rss:13,} {peak:9,} {wakes - first[2]:10,} {ms - first[3]:14,} {commits:9,} {received:12,}", flush=True)
        next_line += 60 if minutes < 60 else 600
elapsed = time.monotonic() - start
rss, peak, wakes, ms = state()
expected = elapsed / page + elapsed / 60 + commits
print(f"{elapsed / 60:.1f} minutes: {commits} commits; wake-ups {wakes - first[2]}, of which its own clock, pages and commits explain {expected:.0f};"
      f" resident {first[0]:,} -> {rss:,} kB; {(ms - first[3]) / elapsed:.2f} ms of processor a second")
os.write(terminal, b"q")
