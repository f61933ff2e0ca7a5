import Canvas
import Domain
import Persian
import Store

/// What stands above all that was changed: camps in alarm and grave incidents of service points, the worst first.
@MainActor
struct OverviewAlarms {
    private let reader: Reader
    private let context: ScreenContext

    init(_ reader: Reader, _ context: ScreenContext) {
        self.reader = reader
        self.context = context
    }

    /// How many are named.
    private static let limit = 5

    private typealias Alarm = (trouble: LiveTrouble, item: OverviewScreen.FeedItem)

    func items() throws(DecideError) -> [OverviewScreen.FeedItem] {
        let alarms = try camps() + points()
        return alarms.sorted { $0.trouble < $1.trouble }.prefix(Self.limit).map(\.item)
    }

    private func camps() throws(DecideError) -> [Alarm] {
        let rule = try reader.campRule(at: context.now)
        let worst = try reader.liveCamps(rule).prefix { $0.state == .alarm }.prefix(Self.limit)
        return try worst.compactMapTyped { (camp) throws(DecideError) in
            guard let trouble = camp.trouble, let row = try reader.boardRow(at: camp.place, rule, isWhole: false) else {
                return nil
            }
            let incident = row.incidents.first { $0.trouble != nil }
            let since = incident?.when ?? LocalTime(trouble.since, in: .tehran)
            return (
                trouble,
                OverviewScreen.FeedItem(
                    id: "alarm \(row.code)", day: since.day, clock: since.clockText, name: try who(incident, row),
                    title: try title(incident) ?? row.trouble(today: context.day) ?? LiveState.alarm.phrase,
                    subject: "\(row.code) · \(row.title)", target: .record(RecordName(Camp.kind, row.code)),
                    isAlarm: true)
            )
        }
    }

    /// The grave incidents of service points.
    private func points() throws(DecideError) -> [Alarm] {
        try reader.openPointIncidents(limit: Self.limit).compactMapTyped { (incident) throws(DecideError) in
            guard let trouble = incident.trouble, let point = incident.point else { return nil }
            let name = try reader.find(ServicePoint.self, key: point)?.name ?? ""
            return (
                trouble,
                OverviewScreen.FeedItem(
                    id: "alarm \(incident.code)", day: incident.when.day, clock: incident.when.clockText,
                    name: try who(incident, nil), title: try title(incident) ?? incident.severity.phrase,
                    subject: "\(point) · \(name)", target: .record(RecordName(ServicePoint.kind, point)), isAlarm: true)
            )
        }
    }

    /// What happened, and whom it befell; when and who told of it is in columns of their own.
    private func title(_ incident: Incident?) throws(DecideError) -> Phrase? {
        guard let incident else { return nil }
        let hurt = try incident.people.prefix(2).compactMapTyped { (id) throws(DecideError) in
            try reader.find(Person.self, key: id)?.fullName
        }
        func told(_ language: Language) -> String {
            guard !hurt.isEmpty else { return "" }
            let more = incident.people.count - hurt.count
            return " (\(hurt.listed(in: language))\(more > 0 ? " +\(language.number(more))" : ""))"
        }
        let what = Phrase(
            fa: "▲ \(incident.severity.phrase): \(incident.what)", en: "▲ \(incident.severity.phrase): \(incident.what)"
        )
        return Phrase(fa: what.fa + told(.persian), en: what.en + told(.english))
    }

    /// Who told of it; of a silent camp who told the last of it.
    private func who(_ incident: Incident?, _ row: BoardRow?) throws(DecideError) -> String {
        if let incident {
            guard let account = try reader.history(of: incident, limit: 100).last?.account else { return "—" }
            return try reader.find(Staff.self, key: account)?.name ?? account
        }
        let author = try row.flatMapTyped { (row) throws(DecideError) in
            try reader.reports(of: row.code).filter { $0.state == .current }.max { $0.at < $1.at }?.author
        }
        return try author.flatMapTyped { (author) throws(DecideError) in
            try reader.find(Staff.self, key: author)?.name ?? author
        } ?? "—"
    }
}
