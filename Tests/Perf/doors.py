#!/usr/bin/env python3
"""Twelve doors of the congress on one file: twelve processes check 3,000 guests in at once.

usage: doors.py KHEDMAT [GUESTS [DOORS]]

Each guest comes to one door, and to a second one a little later, so that half of all check-ins are repeats. Every door
is a process of its own that waits for each answer, as a scanner does. Tells how many guests were let in once, the time
from a scan to its answer, and what `khedmat verify` says; exit 1 when a guest was lost or doubled.
"""
import json, random, subprocess, sys, tempfile, threading, time

program = sys.argv[1]
guests = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
doors = int(sys.argv[3]) if len(sys.argv) > 3 else 12


def code(number):
    return f"G-{number:04d}"


def main():
    folder = tempfile.mkdtemp()
    file = folder + "/office.db"
    environment = {"HOME": folder, "PATH": "/usr/bin:/bin"}

    def run(*arguments, text=""):
        return subprocess.run(
            [program, *arguments, "--file", file], input=text, capture_output=True, text=True, env=environment)

    lines = [
        {"command": "congress.open", "year": 1401, "number": 2, "city": "قم", "venue": "حرم", "from": "1401/05/09",
         "to": "1401/05/11"},
        {"command": "hall.add", "congress": 1401, "name": "شبستان", "seats": guests * 4}]
    for number in range(1, guests + 1):
        lines += [
            {"command": "guest.invite", "congress": 1401, "code": code(number), "name": "مهمان نمونه",
             "category": "group", "rank": 1, "companions": 2},
            {"command": "guest.send", "code": code(number)},
            {"command": "guest.answer", "code": code(number), "answer": "accepted"}]
    made = run("apply", "-", text="\n".join(json.dumps(line) for line in lines))
    assert made.returncode == 0, made.stdout[-500:] + made.stderr

    dice = random.Random(1401)
    queues = [[] for _ in range(doors)]
    for _ in range(2):
        order = list(range(1, guests + 1))
        dice.shuffle(order)
        for place, number in enumerate(order):
            queues[place % doors].append(number)

    entries, repeats, waits, failures = {}, [0], [], []
    lock = threading.Lock()

    def door(queue):
        process = subprocess.Popen(
            [program, "apply", "-", "--file", file, "--keep-going"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env=environment)
        for number in queue:
            start = time.perf_counter()
            process.stdin.write(json.dumps({"command": "guest.checkIn", "code": code(number), "companions": 2}) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            wait = time.perf_counter() - start
            answer = json.loads(line) if line.strip() else {}
            with lock:
                waits.append(wait)
                if not answer.get("ok"):
                    failures.append(line)
                elif answer["result"]["repeat"]:
                    repeats[0] += 1
                else:
                    entries[answer["result"]["code"]] = entries.get(answer["result"]["code"], 0) + 1
        process.stdin.close()
        process.wait()

    start = time.perf_counter()
    threads = [threading.Thread(target=door, args=(queue,)) for queue in queues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - start

    listed = json.loads(run("list", "guests", "--format", "json").stdout)
    inside = sum(1 for guest in listed if guest["state"] == "checkedIn" and len(guest["scans"]) == 1)
    verified = run("verify").returncode == 0
    waits.sort()
    doubled = sum(1 for count in entries.values() if count > 1)
    print(f"{guests} guests, {doors} doors, {2 * guests} check-ins in {seconds:.1f} s ({2 * guests / seconds:.0f} a second)")
    print(f"let in once {sum(1 for c in entries.values() if c == 1)}, doubled {doubled}, lost {guests - inside}, "
          f"repeats told {repeats[0]}, failed {len(failures)}, verify {'good' if verified else 'BAD'}")
    print(f"scan to answer: p50 {waits[len(waits) // 2] * 1000:.1f} ms, p99 {waits[len(waits) * 99 // 100] * 1000:.1f} ms, "
          f"longest {waits[-1] * 1000:.0f} ms")
    if failures:
        print(failures[0].strip())
    good = inside == guests and len(entries) == guests and not doubled and repeats[0] == guests and verified
    sys.exit(0 if good else 1)


main()
