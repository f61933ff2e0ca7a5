import Domain
import Persian
import Store

/// The programme of one day on one sheet of A4 across: halls side by side, hours from top to bottom, to scale.
struct ProgrammePages: Printable {
    private let congress: Congress
    private let day: Day
    private let halls: [Hall]
    private let sessions: [CongressSession]
    private let names: [String: String]

    /// - Parameter date: a day of an edition, as people write it.
    /// - Throws: `invalid-date`; `not-found` when there is no congress that day.
    init(_ date: String, in reader: Reader) throws(DecideError) {
        do throws(DateError) {
            day = try Day(parsing: date)
        } catch {
            throw .refused(.noDay(error))
        }
        let (editions, day) = (try reader.congresses(), day)
        guard let congress = editions.first(where: { $0.days.contains(day) }) else {
            throw .refused(.noCongress(on: day, editions.first))
        }
        self.congress = congress
        halls = try reader.halls(ofCongress: congress.year)
        sessions = try reader.sessions(ofCongress: congress.year, on: day)
        var names: [String: String] = [:]
        for person in sessions.flatMap(\.people) where names[person] == nil {
            names[person] = try reader.find(Person.self, key: person)?.fullName
        }
        self.names = names
    }

    var count: Int { 1 }

    /// The rows of an hour on the page.
    private static let rowsPerHour = 4

    func pages() throws(PageError) -> PrintedPages {
        let language = Language.persian
        let minutes = sessions.map { (minute($0.from), minute($0.to)) }
        let first = min(8, minutes.map(\.0).min().map { $0 / 60 } ?? 8)
        let last = max(18, minutes.map(\.1).max().map { ($0 + 59) / 60 } ?? 18)
        func row(_ minute: Int) -> Int { (minute - first * 60) * Self.rowsPerHour / 60 + 2 }
        let values: [String: Any] = [
            "title": "کنگره شهدای جهادی، \(congress.city)", "venue": congress.venue,
            "day": day.longText(.jalali, language), "weekday": day.weekday.name.fa, "columns": halls.count,
            "rows": (last - first) * Self.rowsPerHour,
            "halls": halls.enumerated().map { index, hall in
                ["column": index + 2, "name": hall.name, "seats": language.number(hall.seats)] as [String: Any]
            },
            "hours": (first..<last).map { hour in
                ["row": row(hour * 60), "text": language.digits("\(hour % 24):00")] as [String: Any]
            },
            "sessions": sessions.compactMap { session -> [String: Any]? in
                guard let column = halls.firstIndex(where: { $0.code == session.hall }) else { return nil }
                let start = row(minute(session.from))
                return [
                    "column": column + 2, "start": start, "end": max(start + 1, row(minute(session.to))),
                    "kind": session.sort.rawValue, "times": session.clocks(language), "title": session.title,
                    "people": joinedList(session.people.compactMap { names[$0] }),
                ]
            },
        ]
        let sheet = try PrintedPages.render(PackageResources.programme_mustache, values)
        return PrintedPages(
            title: "برنامه \(day.jalaliText(language))", isLandscape: true, style: Self.style, sheets: [sheet])
    }

    /// Minutes from the day's beginning.
    private func minute(_ moment: Moment) -> Int {
        let midnight = Moment(day: day, hour: 0, minute: 0, in: .tehran)
        return Int((moment.milliseconds - midnight.milliseconds) / 60_000)
    }

    private static let style = """
        .sheet { padding: 10mm }
        header { display: flex; justify-content: space-between; align-items: baseline; height: 14mm; border-bottom: .6mm solid #14705c }
        h1 { font-size: 17pt; color: #14705c }
        header p { font-size: 12pt }
        .day { display: grid; height: 172mm; margin-top: 3mm; font-size: 9.5pt; line-height: 1.35 }
        .hall { grid-row: 1; background: #14705c; color: #fff; font-weight: bold; text-align: center; padding: 1mm; margin: 0 .5mm }
        .hour { grid-column: 1 / -1; border-top: .2mm solid #c8ced6; color: #52606d; font-size: 8.5pt }
        .session { margin: .3mm .5mm; padding: .6mm 2mm; background: #eef4f2; border-inline-start: 1.2mm solid #14705c; overflow: hidden }
        .session p { font-size: 8.5pt; color: #52606d }
        .session .times { float: inline-end; font-size: 8.5pt; color: #14705c; margin-inline-start: 2mm }
        .memorial { border-color: #a23b3b } .ceremony { border-color: #c5a24a } .meal { background: #f6f3ea; border-color: #9aa5b1 }
        """
}

extension Refusal {
    fileprivate static func noDay(_ error: DateError) -> Refusal {
        Refusal(.invalidDate, field: "code", error.explanation)
    }

    fileprivate static func noCongress(on day: Day, _ newest: Congress?) -> Refusal {
        let known = newest.map {
            Phrase(
                fa:
                    "روزهای کنگره \(persianDigits($0.year)): \($0.from.jalaliText(.persian)) تا \($0.to.jalaliText(.persian))",
                en: "the congress of \($0.year): \($0.from.jalaliText(.english)) to \($0.to.jalaliText(.english))")
        }
        return Refusal(
            .notFound, field: "code",
            Phrase(
                fa: "در \(day.jalaliText(.persian)) کنگره‌ای نیست\(known.map { "؛ \($0.fa)" } ?? "").",
                en: "There is no congress on \(day.jalaliText(.english))\(known.map { "; \($0.en)" } ?? "")."))
    }
}
