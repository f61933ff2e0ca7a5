import Canvas
import Domain
import Persian
import Store

/// The camps in alarm, the worst first.
@MainActor
struct CampAlarms {
    private let reader: Reader
    private let context: ScreenContext

    init(_ reader: Reader, _ context: ScreenContext) {
        self.reader = reader
        self.context = context
    }

    func all() throws(DecideError) -> [Alarm] {
        let rule = try reader.campRule(at: context.now)
        let worst = try reader.liveCamps(rule).prefix { $0.state == .alarm }.prefix(OverviewScreen.mostAlarms)
        return try worst.compactMapTyped { (camp) throws(DecideError) in
            guard let trouble = camp.trouble, let row = try reader.boardRow(at: camp.place, rule, isWhole: false) else {
                return nil
            }
            let incident = row.incidents.first { $0.trouble != nil }
            let since = incident?.when ?? LocalTime(trouble.since, in: .tehran)
            let item = FeedItem(
                id: "alarm \(row.code)", day: since.day, clock: since.clockText, name: try who(incident, row),
                title: try incident.mapTyped { (incident) throws(DecideError) in try reader.alarm(of: incident) }
                    ?? row.trouble(today: context.day) ?? LiveState.alarm.phrase,
                subject: context.language.parts([row.code, row.title]),
                target: .record(RecordName(Camp.kind, row.code)), isAlarm: true)
            return Alarm(trouble: trouble, item: item)
        }
    }

    /// Who told of it; of a silent camp who told the last of it.
    private func who(_ incident: Incident?, _ row: BoardRow) throws(DecideError) -> String {
        if let incident { return try reader.teller(of: incident) }
        let author = try reader.reports(of: row.code).filter { $0.state == .current }.max { $0.at < $1.at }?.author
        return try author.flatMapTyped { (author) throws(DecideError) in
            try reader.find(Staff.self, key: author)?.name ?? author
        } ?? "—"
    }
}
