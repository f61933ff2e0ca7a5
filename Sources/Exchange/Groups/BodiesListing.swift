import Domain
import Persian
import Store

enum CouncilsListing: BodiesListing {
    typealias Item = Council
    static let id = "councils"
}

enum BasesListing: BodiesListing {
    typealias Item = Base
    static let id = "bases"
}

/// A council or base with those who head it and tell its work.
struct ListedBody<B: Body>: Sendable {
    let body: B
    let holders: [Office: Person]
}

/// Councils and bases with those who head them and tell their work.
protocol BodiesListing: RecordListing, ColumnListing where Item: Body, Line == ListedBody<Item> {}

extension BodiesListing {
    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showBody(Item.self, code, question, reader)
    }

    static var columns: [ListingColumn<Line>] {
        ListingColumn.fields { $0.body }
            + Office.allCases.flatMap { office in
                [
                    .init(office.phrase) { line, _ in Cell(line.holders[office]?.fullName) },
                    .init(Phrase(fa: "کد ملی \(office.phrase)", en: "national ID of the \(office.phrase)")) {
                        $1.mask($0.holders[office]?.nationalID)
                    },
                ]
            }
    }

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Item.self, matching: question.filter, limit: question.limit) { (item) throws(DecideError) in
            var holders: [Office: Person] = [:]
            for office in Office.allCases {
                holders[office] = try reader.holder(of: item.key, office, on: question.day)
            }
            let members = Office.allCases.map { office in
                JSON.Member(office.rawValue, question.masked(holders[office]?.nationalID))
            }
            try body([Line(body: item, holders: holders)], item.json(question.masking).adding(members))
        }
    }
}

extension Showing {
    /// A council or base with those who head it and tell its work.
    fileprivate mutating func showBody<B: Body>(
        _ type: B.Type, _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(type, code, question, reader)
        guard let key = json["code"]?.string else { return }
        for office in Office.allCases {
            let holder = try reader.holder(of: key, office, on: question.day)
            if let name = holder?.fullName { facts.append((office.phrase, Phrase(fa: name, en: name))) }
            json = json.adding([.init(office.rawValue, question.masked(holder?.nationalID))])
        }
    }
}
