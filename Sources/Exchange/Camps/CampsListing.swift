import Domain
import Persian
import Store

/// Camps in the columns of the sheet that districts send: a row a group of each.
enum CampsListing: RecordListing {
    typealias Item = Camp
    static let id = "camps"
    static let title = Phrase(fa: "اردو", en: "camp")

    static func headers(_ language: Language) -> [String] {
        CampsSheet.written.map { CampsSheet.header(of: $0, in: language) }
            + [Phrase(fa: "وضعیت", en: "state")[language]]
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Camp.self, matching: question.filter, limit: question.limit) { (camp) throws(DecideError) in
            let state = camp.state.phrase[question.language]
            let rows = camp.groups.map { part in
                CampsSheet.written.map { cell($0, camp, part, question.language) } + [state]
            }
            try body(ListingRow(rows: rows, json: camp.json(question.masking)))
        }
    }

    private static func cell(_ column: CampsSheet.Column, _ camp: Camp, _ part: CampGroup, _ language: Language)
        -> String
    {
        switch column {
        case .code: camp.code
        case .title: camp.title
        case .group: part.group
        case .kind: camp.kind.phrase[language]
        case .province: Province.title(camp.province).fa
        case .county: camp.county
        case .place: camp.place
        case .fields: dividedList(camp.fields.map { $0.phrase[language] })
        case .from: camp.from.jalaliText(.english)
        case .to: camp.to.jalaliText(.english)
        case .headcount: String(part.headcount)
        }
    }
}

enum ReportsListing: PlainListing {
    static let id = "reports"
    static let title = Phrase(fa: "گزارش", en: "report")

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showReport(code, question, reader)
    }
    typealias Item = DailyReport
    static let showsKey = true
}

extension Showing {
    /// A report by its camp and day, `C-001/1401/05/02`: the current one; with a number after it, that one. The camp's code
    /// may hold slashes itself.
    fileprivate mutating func showReport(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let typed = latinDigits(code)
        for part in firstParts(ofKey: typed) {
            guard let camp = normalisedCode(part) else { continue }
            let rest = String(typed.dropFirst(part.count + 1))
            if let key = try Self.report(of: camp, rest, reader)?.key {
                return try show(DailyReport.self, key, question, reader)
            }
        }
        try show(DailyReport.self, code, question, reader)
    }

    /// The report of a camp that a day means, or a day and a number.
    private static func report(
        of camp: String, _ text: String, _ reader: Reader
    ) throws(DecideError) -> DailyReport? {
        if let day = try? Day(parsing: text) {
            return try reader.reports(of: camp).last { $0.day == day && $0.state == .current }
        }
        guard let slash = text.lastIndex(of: "/"), let number = Int(text[text.index(after: slash)...]),
            let day = try? Day(parsing: String(text[..<slash]))
        else { return nil }
        return try reader.reports(of: camp).first { $0.day == day && $0.number == number }
    }
}
