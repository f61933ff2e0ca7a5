import Domain
import Persian
import Store

/// Needs with how much of each is covered.
enum NeedsListing: RecordListing, ColumnListing {
    typealias Item = Need
    typealias Line = (need: Need, cover: Cover)
    static let id = "needs"

    static let columns: [ListingColumn<Line>] =
        ListingColumn.fields { $0.need } + [
            figure("تعهدشده", "pledged", \.pledged), figure("ارسال‌شده", "dispatched", \.dispatched),
            figure("تحویل‌شده", "delivered", \.delivered), figure("تأییدشده", "confirmed", \.confirmed),
            figure("کمبود", "gap", \.gap), figure("هم‌پوشی", "overlap", \.overlap),
            figure("پوشش‌نداده", "uncovered", \.uncovered),
        ]

    private static func figure(
        _ fa: String, _ en: String, _ figure: KeyPath<Cover, Int> & Sendable
    ) -> ListingColumn<Line> {
        ListingColumn(Phrase(fa: fa, en: en), json: en) { line, _ in .number(line.cover[keyPath: figure]) }
    }

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Need.self, matching: question.filter, limit: question.limit) { (need) throws(DecideError) in
            let cover = try reader.cover(ofNeed: need.code) ?? Cover(requested: need.quantity)
            try body([(need, cover)], need.json(question.masking))
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
