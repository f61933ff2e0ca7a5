#!/usr/bin/env python3
"""How long after each letter of a filter its first frame has come, and the last byte of its answer.

    Tests/Perf/find.py KHEDMAT FILE [ROUNDS]

A filter shows at once what a glance finds, and what the whole search finds when it has found it. Each word is typed letter
by letter, a second apart; medians of the rounds. Needs nothing but Python; run it with HOME set to a scratch folder.
"""
import fcntl, os, pty, select, signal, statistics, struct, sys, termios, time

WORDS = ["qx", "zzzz", "z-0412345", "کاظمی", "امدادی", "ر", "مر", "a", "e", "1", "12"]


def start(program, file):
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.environ["TERM"] = "xterm-256color"
        os.execv(program, [program, "--file", file, "--lang", "en"])
    return pid, terminal


def answer(terminal, quiet):
    """Milliseconds until the first bytes came and until the last came; `quiet` seconds of silence end an answer."""
    begin = time.monotonic()
    first = last = None
    while select.select([terminal], [], [], quiet)[0]:
        try:
            os.read(terminal, 65536)
        except OSError:  # the program has ended
            break
        last = (time.monotonic() - begin) * 1000
        first = first or last
    return first, last


def main():
    program, file = sys.argv[1], sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    times = {}
    for _ in range(rounds):
        pid, terminal = start(program, file)
        answer(terminal, 1)
        for word in WORDS:
            os.write(terminal, b"/")
            answer(terminal, 0.3)
            for count, letter in enumerate(word, 1):
                os.write(terminal, letter.encode())
                times.setdefault(word[:count], []).append(answer(terminal, 0.6))
            os.write(terminal, b"\x1b")
            answer(terminal, 0.6)
        os.kill(pid, signal.SIGTERM)
        answer(terminal, 0.3)
        os.waitpid(pid, 0)
        os.close(terminal)
    for typed, answers in times.items():
        first = statistics.median(a[0] or 0 for a in answers)
        last = statistics.median(a[1] or 0 for a in answers)
        print(f"{typed:12} first {first:7.1f} ms   last {last:7.1f} ms")


main()
