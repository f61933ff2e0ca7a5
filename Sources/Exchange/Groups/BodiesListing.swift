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

/// Councils and bases with those who head them and tell their work.
protocol BodiesListing: RecordListing where Item: Body {}

extension BodiesListing {
    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showBody(Item.self, code, question, reader)
    }

    static func headers(_ language: Language) -> [String] {
        Item.columns.map { $0.phrase[language] }
            + Office.allCases.flatMap { office in
                [
                    office.phrase[language],
                    Phrase(fa: "کد ملی \(office.phrase)", en: "national ID of the \(office.phrase)")[language],
                ]
            }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Item.self, matching: question.filter, limit: question.limit) { (item) throws(DecideError) in
            var cells = question.cells(item)
            var members: [JSON.Member] = []
            for office in Office.allCases {
                let holder = try reader.holder(of: item.key, office, on: question.day)
                cells += [holder?.fullName ?? "", question.mask(holder?.nationalID)]
                members.append(.init(office.rawValue, question.masked(holder?.nationalID)))
            }
            try body(ListingRow(cells: cells, json: item.json(question.masking).adding(members)))
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
