import Canvas
import Domain
import Persian
import Store

/// What the board says of one running camp.
struct BoardRow: Hashable, Sendable {
    var row: CampRow
    /// The camp's place in the file, by which its news are known.
    var place: Int64
    /// Open ones, the most urgent first; empty unless asked for.
    var needs: [Need]
    var incidents: [Incident]
    /// Its days so far with their reports; empty unless it is looked at closely.
    var days: [CampDay]

    var camp: Camp { row.camp }
    var code: String { camp.code }
    var title: String { camp.title }
    var location: String { "\(camp.province) · \(camp.county) · \(camp.place)" }
    var state: LiveState { row.live ?? .good }
    var length: Int { camp.length }
    func day(on today: Day) -> Int { row.dayNumber(on: today) }

    /// What waits to be seen to, incidents first.
    func openItems(_ language: Language) -> [OpenItem] {
        incidents.map { OpenItem($0) } + needs.map { OpenItem($0, language) }
    }

    /// The sums of all reports by what was done: "120 metres of wall".
    func work(_ language: Language) -> [String] {
        var sums: [(what: String, unit: String, quantity: Int)] = []
        for line in days.compactMap(\.report).flatMap(\.work) {
            if let index = sums.firstIndex(where: { $0.what == line.what && $0.unit == line.unit }) {
                sums[index].quantity += line.quantity
            } else {
                sums.append((line.what, line.unit, line.quantity))
            }
        }
        return sums.map { "\($0.what) \(language.number($0.quantity)) \($0.unit)" }
    }
}

extension Reader {
    /// What the board says of a camp.
    ///
    /// - Parameter isWhole: also its days, for the one that is looked at.
    func boardRow(at place: ListPlace, _ rule: CampRule, isWhole: Bool) throws(DecideError) -> BoardRow? {
        guard let row = try campRow(at: place, rule) else { return nil }
        let target = NeedTarget(subject: .camp, code: row.camp.code)
        return BoardRow(
            row: row, place: place.row, needs: row.openNeeds > 0 ? try openNeeds(of: target) : [],
            incidents: row.openIncidents > 0 ? try openIncidents(of: target) : [],
            days: isWhole ? try campDays(of: row.camp, rule).filter { $0.day <= rule.today } : [])
    }
}

/// What changed of a camp since one last looked: told by a sign and bold letters, until the next key.
enum BoardNews: Hashable, Sendable {
    case arrived, worse, reported

    var sign: String {
        switch self {
        case .arrived: "✦"
        case .worse: "▼"
        case .reported: "↻"
        }
    }

    /// What is news in a board that was read again, by the camps' places; nothing at the first look.
    static func between(_ old: [LiveCamp]?, _ new: [LiveCamp]) -> [Int64: BoardNews] {
        guard let old else { return [:] }
        let known = Dictionary(old.map { ($0.place.row, $0) }) { $1 }
        var news: [Int64: BoardNews] = [:]
        for camp in new {
            guard let before = known[camp.place.row] else {
                news[camp.place.row] = .arrived
                continue
            }
            if camp.state < before.state || camp.alarms > before.alarms {
                news[camp.place.row] = .worse
            } else if camp != before {
                news[camp.place.row] = .reported
            }
        }
        return news
    }
}

extension LiveState {
    /// A shape of its own for each, so that the colour carries nothing alone.
    var sign: String {
        switch self {
        case .alarm: "▲"
        case .late: "◐"
        case .good: "●"
        }
    }

    var color: ColorRole {
        switch self {
        case .alarm: .alarm
        case .late: .warning
        case .good: .good
        }
    }
}

extension BoardRow {
    /// What is to be seen to, the worst first: what makes the camp's state, then small incidents and what is lacking.
    /// Each is a sentence in parts, since what people wrote may be of another language than the page.
    func troubles(_ language: Language) -> [[Span]] {
        let incidents = incidents.map { incident in
            let label = Phrase(
                fa: "حادثه \(incident.severity.phrase.fa): ", en: "\(incident.severity.phrase.en) incident: ")
            return (isGrave: incident.isAlarming, [Span(label[language]), Span(incident.what, direction: .automatic)])
        }
        var troubles = incidents.filter(\.isGrave).prefix(1).map(\.1)
        if row.missing > 0 {
            let missing = Phrase(
                fa: "\(persianDigits(row.missing)) گزارش نرسیده",
                en: "\(row.missing) report\(row.missing == 1 ? "" : "s") missing")
            troubles.append([Span(missing[language])])
        }
        troubles += incidents.filter { !$0.isGrave }.prefix(1).map(\.1)
        if let first = needs.first {
            let more = needs.count - 1
            let others = Phrase(fa: " و \(persianDigits(more)) دیگر", en: " and \(more) more")
            troubles.append(
                [
                    Span(Phrase(fa: "نیاز: ", en: "need: ")[language]),
                    Span(first.text(language), direction: .automatic),
                ] + (more > 0 ? [Span(others[language])] : []))
        }
        return troubles
    }

    /// The worst of it in words.
    var trouble: Phrase? {
        guard let fa = troubles(.persian).first, let en = troubles(.english).first else { return nil }
        return Phrase(fa: fa.map(\.text).joined(), en: en.map(\.text).joined())
    }

    /// When the last report came: the time today, else how many days ago.
    func lastReport(on today: Day, _ language: Language) -> String {
        guard let at = row.lastAt else { return "—" }
        let age = today - at.day(in: .tehran)
        if age > 0 {
            return Phrase(fa: "\(persianDigits(age)) روز پیش", en: age == 1 ? "1 day ago" : "\(age) days ago")[language]
        }
        return language.digits(at.clockText(in: .tehran))
    }
}

extension Need {
    /// "40 blankets"
    func text(_ language: Language) -> String { "\(language.number(quantity)) \(unit) \(item)" }
}

extension [[Span]] {
    /// One after the other, with a dot between them.
    var listed: [Span] { [Span](joined(separator: [Span(" · ")])) }
}
