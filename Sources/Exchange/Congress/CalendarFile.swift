import Domain
import Persian
import Store

/// Events as an iCalendar file, which calendar programs read: RFC 5545. Times are in UTC, so that no zone has to be
/// told.
///
///     CalendarFile(name: "کنگره ۱۴۰۱", events: events, stamp: clock.now()).text()  // "BEGIN:VCALENDAR\r\n…"
struct CalendarFile {
    struct Event {
        /// The same for as long as the event is known, whatever becomes of it.
        var id: String
        /// How often it was changed.
        var sequence: Int
        var from: Moment
        var to: Moment
        var title: String
        var place = ""
        var description = ""
        var category = ""
        var isCancelled = false
    }

    var name: String
    var events: [Event]
    /// When the file is made.
    var stamp: Moment

    /// Lines end in CR LF and are folded at 75 octets (RFC 5545, 3.1).
    func text() -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Khedmat//Khedmat//FA", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))",
        ]
        for event in events { lines += self.lines(of: event) }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func lines(of event: Event) -> [String] {
        let texts = [
            ("SUMMARY", event.title), ("LOCATION", event.place), ("DESCRIPTION", event.description),
            ("CATEGORIES", event.category),
        ]
        return [
            "BEGIN:VEVENT", "UID:\(Self.escaped(event.id))@khedmat", "DTSTAMP:\(Self.time(stamp))",
            "SEQUENCE:\(event.sequence)", "DTSTART:\(Self.time(event.from))", "DTEND:\(Self.time(event.to))",
        ] + texts.filter { !$0.1.isEmpty }.map { "\($0.0):\(Self.escaped($0.1))" } + [
            "STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")", "END:VEVENT",
        ]
    }

    /// `20220731T053000Z`
    static func time(_ moment: Moment) -> String {
        let iso = moment.iso(in: .utc)
        return iso.prefix { $0 != "+" && $0 != "." }.filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// A text value (RFC 5545, 3.3.11); characters that no text may hold are left out.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": out += "\\\(scalar)"
            case "\n": out += "\\n"
            case "\t": out += "\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// In pieces of at most 75 octets, each after the first behind a blank; no character is divided.
    static func folded(_ line: String) -> String {
        var (out, octets) = ("", 0)
        for scalar in line.unicodeScalars {
            let length = UTF8.width(scalar)
            if octets + length > 75 {
                out += "\r\n "
                octets = 1
            }
            out.unicodeScalars.append(scalar)
            octets += length
        }
        return out
    }
}

extension Reader {
    /// The programme of every edition as an iCalendar file; sessions that were cancelled say so, so that a calendar
    /// that took them in before strikes them out.
    ///
    /// - Parameter now: when the file is made.
    public func programmeCalendar(at now: Moment) throws(DecideError) -> String {
        var events: [CalendarFile.Event] = []
        try each(CongressSession.self, matching: Filter(), limit: nil) { (session) throws(DecideError) in
            let hall = try find(Hall.self, key: session.hall)
            let congress = try find(Congress.self, key: session.congress)
            let people = try session.people.map { (person) throws(DecideError) in
                try find(Person.self, key: person)?.fullName ?? person
            }
            events.append(
                CalendarFile.Event(
                    id: session.id, sequence: session.version - 1, from: session.from, to: session.to,
                    title: session.title,
                    place: [hall?.name, congress?.venue].compactMap(\.self).joined(separator: "، "),
                    description: joinedList(people), category: session.sort.phrase.fa,
                    isCancelled: session.state == .cancelled))
        }
        return CalendarFile(name: "برنامه کنگره شهدای جهادگر", events: events, stamp: now).text()
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { encode(scalar)?.count ?? 0 }
}
