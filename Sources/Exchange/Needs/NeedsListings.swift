import Domain
import Persian
import Store

/// Needs with how much of each is covered.
enum NeedsListing: RecordListing {
    typealias Item = Need
    static let id = "needs"

    private static let counted = [
        Phrase(fa: "تعهدشده", en: "pledged"), Phrase(fa: "ارسال‌شده", en: "dispatched"),
        Phrase(fa: "تحویل‌شده", en: "delivered"), Phrase(fa: "تأییدشده", en: "confirmed"),
        Phrase(fa: "کمبود", en: "gap"), Phrase(fa: "پوشش‌نداده", en: "uncovered"),
    ]

    static func headers(_ language: Language) -> [String] {
        (Need.columns.map(\.phrase) + counted).map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Need.self, matching: question.filter, limit: question.limit) { (need) throws(DecideError) in
            let cover = try reader.cover(ofNeed: need.code) ?? Cover(requested: need.quantity)
            let counts = [
                cover.pledged, cover.dispatched, cover.delivered, cover.confirmed, cover.gap, cover.uncovered,
            ]
            let json = need.json(question.masking).adding(
                zip(counted.map(\.en), counts).map { .init($0, .integer($1)) })
            try body(ListingRow(cells: question.cells(need) + counts.map(String.init), json: json))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showNeed(code, question, reader)
    }
}

enum IncidentsListing: PlainListing {
    typealias Item = Incident
    static let id = "incidents"
}
