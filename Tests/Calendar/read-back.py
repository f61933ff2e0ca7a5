#!/usr/bin/env python3
"""Reads an exported programme with a calendar parser that is not ours, and holds it against the export as JSON.

    Tests/Calendar/read-back.py KHEDMAT FILE

KHEDMAT is the built program, FILE an office's file. Needs icalendar, from PyPI or Debian's python3-icalendar.
"""
import datetime, json, subprocess, sys

import icalendar

program, file = sys.argv[1:3]


def export(form):
    return subprocess.run(
        [program, "export", "sessions", "--format", form, "--file", file], check=True, capture_output=True).stdout


text = export("ics")
assert text.endswith(b"END:VCALENDAR\r\n") and b"\n" not in text.replace(b"\r\n", b""), "lines end in CR LF"
assert max(map(len, text.split(b"\r\n"))) <= 75, "lines are folded at 75 octets"
events = icalendar.Calendar.from_ical(text).walk("VEVENT")
sessions = json.loads(export("json"))
assert len(events) == len(sessions) == len({str(event["UID"]) for event in events})
for event, session in zip(events, sessions):
    assert str(event["SUMMARY"]) == session["title"], session["code"]
    for name, field in (("DTSTART", "from"), ("DTEND", "to")):
        assert event.decoded(name) == datetime.datetime.fromisoformat(session[field]), session["code"]
    state = {"scheduled": "CONFIRMED", "cancelled": "CANCELLED"}[session["state"]]
    assert str(event["STATUS"]) == state, session["code"]
print(f"{len(events)} sessions read back")
