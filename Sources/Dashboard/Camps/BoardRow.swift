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
    var needs: [OpenNeed]
    var incidents: [Incident]
    /// Its days so far with their reports, and whom to call; empty unless it is looked at closely.
    var days: [CampDay]
    var contacts: [CampContact] = []
    /// What it was last given that is no goods, the latest first; empty unless it is looked at closely.
    var spiritual: [SpiritualRow] = []

    var camp: Camp { row.camp }
    var code: String { camp.code }
    var title: String { camp.title }
    /// Without «اردوی», which says what the column's head says.
    var shortTitle: String {
        let words = title.words
        let isPrefixed = words.count > 1 && ["اردوی", "اردو"].contains(words[0].folded())
        return isPrefixed ? words.dropFirst().joined(separator: " ") : title
    }
    func location(_ language: Language) -> String {
        language.parts([Province.title(camp.province)[language], camp.county, camp.place])
    }
    var state: LiveState { row.live ?? .good }
    var length: Int { camp.length }
    func day(on today: Day) -> Int { row.dayNumber(on: today) }

    /// What waits to be seen to, incidents first.
    func openItems(today: Day, _ language: Language) -> [OpenItem] {
        OpenItem.worstFirst(incidents, needs, today: today, language)
    }

    /// The sums of all reports by what was done: "120 metres of wall".
    func work(_ language: Language) -> [String] {
        var sums: [(what: String, unit: String, quantity: Quantity)] = []
        for line in days.compactMap(\.report).flatMap(\.work) {
            if let index = sums.firstIndex(where: { $0.what == line.what && $0.unit == line.unit }) {
                sums[index].quantity += line.quantity
            } else {
                sums.append((line.what, line.unit, line.quantity))
            }
        }
        return sums.map { language.line([$0.what, language.quantity($0.quantity), $0.unit]) }
    }
}

extension Reader {
    /// What the board says of a camp.
    ///
    /// - Parameter isWhole: also its days and whom to call, for the one that is looked at.
    func boardRow(at place: ListPlace, _ rule: CampRule, isWhole: Bool) throws(DecideError) -> BoardRow? {
        guard let row = try campRow(at: place, rule) else { return nil }
        let target = NeedTarget(subject: .camp, code: row.camp.code)
        return BoardRow(
            row: row, place: place.row, needs: row.openNeeds > 0 ? try openNeeds(of: target) : [],
            incidents: row.openIncidents > 0 ? try openIncidents(of: target) : [],
            days: isWhole ? try campDays(of: row.camp, rule).filter { $0.day <= rule.today } : [],
            contacts: isWhole ? try contacts(of: row.camp, on: rule.today) : [],
            spiritual: isWhole ? try spiritualSupport(of: target, limit: SpiritualRow.namedOnPages) : [])
    }
}

/// What changed of a camp since one last looked: told by a sign and bold letters, until the next key.
enum BoardNews: Hashable, Sendable {
    case arrived, worse, needs, reported

    var sign: String {
        switch self {
        case .arrived: "✦"
        case .worse: "▼"
        case .needs: "!"
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
            } else if camp.openNeeds > before.openNeeds {
                news[camp.place.row] = .needs
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
    /// What is to be seen to, the worst first: what makes the camp's state, what is lacking urgently, small incidents, what
    /// else is lacking, and what the last report's author wrote. Each is a sentence in parts, since what people wrote may be of another
    /// language than the page.
    func troubles(today: Day, _ language: Language) -> [[Span]] {
        let words = DayWords(today: today, language)
        let grave = incidents.filter(\.isAlarming)
        var troubles = grave.prefix(1).map { told($0, more: grave.count - 1, words) }
        if row.missing > 0 {
            let missing = Phrase(
                fa: "\(persianDigits(row.missing)) گزارش نرسیده",
                en: "\(row.missing, "report") missing")
            troubles.append([Span(missing[language])])
        }
        let lacking = needs.first.map { told($0.need, more: needs.count - 1, words) }
        let isUrgent = needs.first?.need.urgency == .high
        if isUrgent, let lacking { troubles.append(lacking) }
        troubles += incidents.filter { !$0.isAlarming }.prefix(1).map { told($0, more: 0, words) }
        if !isUrgent, let lacking { troubles.append(lacking) }
        if let note = row.note, !note.isEmpty {
            troubles.append(
                [
                    Span(Phrase(fa: "یادداشت: ", en: "note: ")[language]), Span(note, direction: .automatic),
                ])
        }
        return troubles
    }

    private func told(_ incident: Incident, more: Int, _ words: DayWords) -> [Span] {
        let language = words.language
        let when = words.shortTime(incident.when.day, incident.when.clockText)
        return [
            Span("\(incident.severity.phrase[language]): "), Span(incident.what, direction: .automatic),
            Span("\(language == .persian ? "،" : ",") \(when)"),
        ] + others(more, language)
    }

    private func told(_ need: Need, more: Int, _ words: DayWords) -> [Span] {
        let language = words.language
        let label =
            need.urgency == .high
            ? Phrase(fa: "! نیاز فوری: ", en: "! urgent need: ") : Phrase(fa: "نیاز: ", en: "need: ")
        let by = need.neededBy.map { day in
            Span(Phrase(fa: " تا \(words.day(day))", en: " by \(words.day(day))")[language])
        }
        return [Span(label[language]), Span(need.text(language), direction: .automatic)] + (by.map { [$0] } ?? [])
            + others(more, language)
    }

    private func others(_ count: Int, _ language: Language) -> [Span] {
        let others = Phrase(fa: " و \(persianDigits(count)) دیگر", en: " and \(count) more")
        return count > 0 ? [Span(others[language])] : []
    }

    /// The worst of it in words.
    func trouble(today: Day) -> Phrase? {
        guard let fa = troubles(today: today, .persian).first, let en = troubles(today: today, .english).first else {
            return nil
        }
        return Phrase(fa: fa.map(\.text).joined(), en: en.map(\.text).joined())
    }

    /// When the last report came.
    func lastReport(on today: Day, _ language: Language) -> String {
        row.lastAt.map { DayWords(today: today, language).moment($0) } ?? "—"
    }

    /// Whether more people were counted than the groups send.
    var isOverfull: Bool { row.present.map { $0 > camp.headcount } ?? false }
}

extension Need {
    /// "40 blankets"
    func text(_ language: Language) -> String { "\(language.number(quantity)) \(unit) \(item)" }
}

extension [[Span]] {
    /// One after the other, with a dot between them.
    var listed: [Span] { [Span](joined(separator: [Span(" · ")])) }
}
