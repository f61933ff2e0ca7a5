import Domain
import Persian
import Store

/// Institutions in the columns of the sheet that is imported; what they promised and what came of it stands in JSON and in
/// `show`.
enum InstitutionsListing: RecordListing {
    typealias Item = Institution
    static let id = "institutions"

    static func headers(_ language: Language) -> [String] {
        InstitutionsSheet.written.map { InstitutionsSheet.header(of: $0, in: language) }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        let rule = try reader.supportRule(on: question.day)
        try reader.each(Institution.self, matching: question.filter, limit: question.limit) {
            (institution) throws(DecideError) in
            let figures = try reader.institutionFigures(institution.code, rule)
            try body(
                ListingRow(
                    cells: question.cells(institution),
                    json: institution.json(question.masking).adding(figures.members)))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showInstitution(code, question, reader)
    }
}

/// Pledges in the columns of the sheet that institutions send.
enum PledgesListing: RecordListing {
    typealias Item = Pledge
    static let id = "pledges"
    static let shows = [Pledge.kind, Need.kind]

    static func headers(_ language: Language) -> [String] {
        PledgesSheet.written.map { PledgesSheet.header(of: $0, in: language) }
            + [Phrase(fa: "وضعیت", en: "state")[language]]
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Pledge.self, matching: question.filter, limit: question.limit) { (pledge) throws(DecideError) in
            let need = try reader.find(Need.self, key: pledge.need)
            let cells = PledgesSheet.written.map { column in
                switch column {
                case .code: pledge.code
                case .need: pledge.need
                case .item: need?.item ?? ""
                case .target: need?.target?.code ?? ""
                case .institution: pledge.institution
                case .quantity: String(pledge.quantity)
                case .dueBy: pledge.dueBy?.jalaliText(.english) ?? ""
                }
            }
            try body(
                ListingRow(
                    cells: cells + [pledge.state.phrase[question.language]], json: pledge.json(question.masking)))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showPledge(code, question, reader)
    }
}

/// What came of the pledges of which anything was said, in the columns of the sheet that institutions send: the sums to date.
enum DeliveriesListing: RecordListing {
    typealias Item = Pledge
    static let id = "deliveries"
    static let title = Phrase(fa: "تحویل پشتیبانی", en: "delivery")
    static let shows = [Pledge.kind, SupportLine.kind, Need.kind]

    static func headers(_ language: Language) -> [String] {
        DeliveriesSheet.written.map { DeliveriesSheet.header(of: $0, in: language) }
            + [Phrase(fa: "تأییدشده", en: "confirmed")[language]]
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        var left = question.limit ?? .max
        try reader.each(Pledge.self, matching: question.filter, limit: nil) { (pledge) throws(DecideError) in
            guard left > 0, let history = try reader.pledgeHistory(pledge.code), !history.lines.isEmpty else { return }
            left -= 1
            let standing = history.row.standing
            let last = history.lines.map(\.on).max()
            let cells = DeliveriesSheet.written.map { column in
                switch column {
                case .pledge: pledge.code
                case .need: pledge.need
                case .item: history.row.need.item
                case .target: history.row.need.target?.code ?? ""
                case .institution: pledge.institution
                case .dispatched: String(standing.dispatched)
                case .delivered: String(standing.delivered)
                case .on: last?.jalaliText(.english) ?? ""
                }
            }
            try body(
                ListingRow(
                    cells: cells + [String(standing.confirmed)],
                    json: pledge.json(question.masking).adding(history.members)))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showPledge(code, question, reader)
    }
}

/// Spiritual support with its outcomes, the latest first.
enum SupportsListing: PlainListing {
    typealias Item = SpiritualSupport
    static let id = "supports"
    static let title = Phrase(fa: SpiritualSupport.kind.phrase.fa, en: "support")
}

extension InstitutionFigures {
    /// What JSON tells of them.
    var members: [JSON.Member] {
        [
            ("promised", promised), ("kept", kept), ("awaited", awaited), ("late", late), ("silent", silent),
            ("inDoubt", inDoubt), ("withdrawn", withdrawn), ("declined", declined), ("spiritual", spiritual),
        ].map { .init($0.0, .integer($0.1)) }
    }

    /// The same for people, each with its name.
    var told: [(label: Phrase, count: Int)] {
        [
            (Phrase(fa: "تعهد برقرار", en: "pledges standing"), promised), (Phrase(fa: "انجام‌شده", en: "kept"), kept),
            (Phrase(fa: "در انتظار", en: "awaited"), awaited), (Phrase(fa: "دیرشده", en: "late"), late),
            (Phrase(fa: "خاموش", en: "silent"), silent), (Phrase(fa: "محل تردید", en: "in doubt"), inDoubt),
            (Phrase(fa: "پس‌گرفته", en: "withdrawn"), withdrawn),
            (Phrase(fa: "نپذیرفته", en: "declined"), declined),
            (Phrase(fa: "پشتیبانی معنوی", en: "spiritual support"), spiritual),
        ]
    }
}

extension PledgeHistory {
    /// What JSON tells beside the pledge's own columns.
    var members: [JSON.Member] {
        let standing = row.standing
        return [
            .init("dispatched", .integer(standing.dispatched)), .init("delivered", .integer(standing.delivered)),
            .init("confirmed", .integer(standing.confirmed)), .init("inDoubt", .bool(standing.isInDoubt)),
            .init("lines", .list(lines.map(\.json))),
        ]
    }
}
