import Domain
import Persian
import Store

/// Camps in the columns of the sheet that districts send: a row a group of each.
enum CampsListing: Listing {
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
    typealias Item = DailyReport
    static let showsKey = true
}
enum NeedsListing: PlainListing { typealias Item = Need }
enum IncidentsListing: PlainListing { typealias Item = Incident }
