import Domain
import Persian
import Store

/// Camps in the columns of the sheet that districts send: a row a group of each.
enum CampsListing: RecordListing, ColumnListing {
    typealias Item = Camp
    typealias Line = (camp: Camp, part: CampGroup)
    static let id = "camps"
    static let title = Phrase(fa: "اردو", en: "camp")

    static let columns: [ListingColumn<Line>] =
        CampsSheet.listed(
            of: { $0.camp },
            [
                .group: { line, _ in Cell(code: line.part.group) },
                .headcount: { line, _ in .number(line.part.headcount) },
                .province: { line, _ in Cell(Province.title(line.camp.province).fa) },
                .fields: { line, question in
                    Cell(dividedList(line.camp.fields.map { $0.phrase[question.language] }))
                },
            ]) + [.init(Phrase(fa: "وضعیت", en: "state")) { Cell($0.camp.state.phrase[$1.language]) }]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Camp.self, matching: question.filter, limit: question.limit) { (camp) throws(DecideError) in
            try body(camp.groups.map { (camp, $0) }, camp.json(question.masking))
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
