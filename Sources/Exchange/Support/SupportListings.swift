import Domain
import Persian
import Store

/// Institutions in the columns of the sheet that is imported; what they promised and what came of it stands in JSON and in
/// `show`.
enum InstitutionsListing: RecordListing, ColumnListing {
    typealias Item = Institution
    typealias Line = Institution
    static let id = "institutions"

    static let columns: [ListingColumn<Institution>] = InstitutionsSheet.listed(of: { $0 }, [:])

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Institution], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        let rule = try reader.supportRule(on: question.day)
        try reader.each(Institution.self, matching: question.filter, limit: question.limit) {
            (institution) throws(DecideError) in
            let figures = try reader.institutionFigures(institution.code, rule)
            try body([institution], institution.json(question.masking).adding(figures.members))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showInstitution(code, question, reader)
    }
}

/// Pledges in the columns of the sheet that institutions send.
enum PledgesListing: RecordListing, ColumnListing {
    typealias Item = Pledge
    /// How it stands: as the screen says it.
    typealias Line = (pledge: Pledge, need: Need?, outlook: PledgeOutlook?)
    static let id = "pledges"
    static let shows = [Pledge.kind, Need.kind]

    static let columns: [ListingColumn<Line>] =
        PledgesSheet.listed(
            of: { $0.pledge },
            [
                .item: { line, _ in Cell(line.need?.item) },
                .target: { line, _ in Cell(code: line.need?.target?.code) },
            ]) + [
            .init(Phrase(fa: "وضعیت", en: "state")) { line, question in
                Cell((line.outlook?.phrase ?? line.pledge.state.phrase)[question.language])
            }
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        let rule = try reader.supportRule(on: question.day)
        try reader.each(Pledge.self, matching: question.filter, limit: question.limit) { (pledge) throws(DecideError) in
            let row = try reader.pledgeRow(pledge.code)
            let late = row?.standing.daysLate(for: row?.need ?? .blank, on: rule.today) ?? 0
            try body(
                [(pledge, row?.need, row?.outlook(rule))],
                pledge.json(question.masking).adding([.init("daysLate", .integer(late))]))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showPledge(code, question, reader)
    }
}

/// What came of the pledges of which anything was said, in the columns of the sheet that institutions send: the sums to date.
enum HandoversListing: RecordListing, ColumnListing {
    typealias Item = Pledge
    typealias Line = PledgeHistory
    static let id = "handovers"
    static let title = Phrase(fa: "تحویل پشتیبانی", en: "handover")
    static let shows = [Pledge.kind, SupportLine.kind, Need.kind]

    static let columns: [ListingColumn<PledgeHistory>] =
        HandoversSheet.listed(
            of: { $0.row.pledge },
            [
                .pledge: { history, _ in .code(history.row.pledge.code) },
                .item: { history, _ in Cell(history.row.need.item) },
                .target: { history, _ in Cell(code: history.row.need.target?.code) },
                .dispatched: { history, _ in .number(history.row.standing.dispatched) },
                .delivered: { history, _ in .number(history.row.standing.delivered) },
                .on: { history, _ in history.lines.map(\.on).max().map(Cell.day) ?? .empty },
                .confirmed: { history, _ in .number(history.row.standing.confirmed) },
            ])

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([PledgeHistory], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        var left = question.limit ?? .max
        try reader.each(Pledge.self, matching: question.filter, limit: nil) { (pledge) throws(DecideError) in
            guard left > 0, let history = try reader.pledgeHistory(pledge.code), !history.lines.isEmpty else { return }
            left -= 1
            try body([history], pledge.json(question.masking).adding(history.members))
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
            (Phrase(fa: "در انتظار", en: "awaited"), awaited), (Phrase(fa: "دیرکرده", en: "late"), late),
            (Phrase(fa: "بی‌خبر", en: "silent"), silent), (Phrase(fa: "مورد تردید", en: "in doubt"), inDoubt),
            (Phrase(fa: "پس‌گرفته", en: "withdrawn"), withdrawn),
            (Phrase(fa: "نپذیرفته", en: "declined"), declined),
            (Phrase(fa: "پشتیبانی معنوی", en: "spiritual support"), spiritual),
        ]
    }
}

extension PledgeRow {
    /// How it stands, by the rule of a day.
    func outlook(_ rule: SupportRule) -> PledgeOutlook {
        standing.outlook(for: need, on: rule.today, silentAfter: rule.silentAfter)
    }
}

extension PledgeHistory {
    /// What JSON tells beside the pledge's own columns.
    var members: [JSON.Member] {
        let standing = row.standing
        return [
            .init("dispatched", .integer(standing.dispatched)), .init("delivered", .integer(standing.delivered)),
            .init("confirmed", .integer(standing.confirmed)), .init("inDoubt", .bool(standing.isInDoubt)),
            .init("lines", .list(lines.map(\.told))),
        ]
    }
}

extension SupportLine {
    /// What was said, without how often its record was changed: undone and redone it says the same.
    fileprivate var told: JSON { .object((json.members ?? []).filter { $0.name != "version" }) }
}
