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

    /// Of a hundred of the day's box: the hours at its start edge, the names of the halls above.
    private static let (axis, head) = (5.0, 4.0)

    func pages() throws(PageError) -> PrintedPages {
        let language = Language.persian
        let first = min(8, sessions.map { minute($0.from) / 60 }.min() ?? 8)
        let last = max(18, sessions.map { (minute($0.to) + 59) / 60 }.max() ?? 18)
        let width = (100 - Self.axis) / Double(max(1, halls.count))
        let scale = (100 - Self.head) / Double((last - first) * 60)
        func top(_ minute: Int) -> Double { Self.head + Double(minute - first * 60) * scale }
        func right(_ hall: Int) -> Double { Self.axis + Double(hall) * width }
        let values: [String: Any] = [
            "city": congress.city, "venue": congress.venue,
            "day": day.longText(.jalali, language), "weekday": day.weekday.name.fa,
            "halls": halls.enumerated().map { index, hall in
                ["right": right(index), "width": width, "name": hall.name, "seats": language.number(hall.seats)]
                    as [String: Any]
            },
            "hours": (first..<last).map { hour in
                ["top": top(hour * 60), "text": language.digits("\(hour % 24):00")] as [String: Any]
            },
            "sessions": sessions.compactMap { session -> [String: Any]? in
                guard let hall = halls.firstIndex(where: { $0.code == session.hall }) else { return nil }
                return [
                    "right": right(hall), "width": width, "top": top(minute(session.from)),
                    "height": Double(session.minutes) * scale, "kind": session.sort.rawValue,
                    "times": session.clocks(language), "title": session.title,
                    "people": language.list(session.people.compactMap { names[$0] }),
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
        .day { position: relative; height: 172mm; margin-top: 3mm; font-size: 9.5pt; line-height: 1.35 }
        .day > * { position: absolute }
        .hall { top: 0; height: 4%; background: #14705c; color: #fff; font-weight: bold; text-align: center; border-inline-start: 1mm solid #fff; overflow: hidden; line-height: 6.5mm }
        .hour { right: 0; width: 100%; border-top: .2mm solid #c8ced6; color: #52606d; font-size: 8.5pt }
        .session { padding: .6mm 2mm; background: #eef4f2; border: solid #fff; border-width: .3mm 0 .3mm 1mm; border-inline-start: 1.2mm solid #14705c; overflow: hidden }
        .session p { font-size: 8.5pt; color: #52606d }
        .session .times { float: inline-end; font-size: 8.5pt; color: #14705c; margin-inline-start: 2mm }
        .memorial { border-inline-start-color: #a23b3b } .ceremony { border-inline-start-color: #c5a24a } .meal { background: #f6f3ea; border-inline-start-color: #9aa5b1 }
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
                    "روزهای کنگره \(numeral: $0.year): \($0.from.jalaliText(.persian)) تا \($0.to.jalaliText(.persian))",
                en:
                    "the congress of \(numeral: $0.year): \($0.from.jalaliText(.english)) to \($0.to.jalaliText(.english))"
            )
        }
        return Refusal(
            .notFound, field: "code",
            Phrase(
                fa: "در \(day.jalaliText(.persian)) کنگره‌ای نیست\(known.map { "؛ \($0)" } ?? "").",
                en: "There is no congress on \(day.jalaliText(.english))\(known.map { "; \($0)" } ?? "")."))
    }
}
