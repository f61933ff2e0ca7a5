import Domain
import Persian
import Store

/// Households, by place.
enum HouseholdsListing: PlainListing {
    typealias Item = Household
    static let id = "households"
    static let isPrivate = true
    static let scopes: Set<ListingScope> = [.base]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Household], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        let chosen = try reader.scope(of: question)
        guard let base = chosen.base else {
            return try reader.each(Household.self, matching: question.filter, limit: question.limit) {
                (household) throws(DecideError) in
                try body([household], household.json(question.masking))
            }
        }
        var left = question.limit ?? .max
        try reader.eachHousehold(HouseholdFilter(text: question.filter, base: base)) { (row) throws(DecideError) in
            guard left > 0 else { return false }
            left -= 1
            try body([row.household], row.household.json(question.masking))
            return true
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showHousehold(code, question, reader)
    }
}

/// A list of work: households that are known and have got nothing in a campaign, by base and place. The campaign is the
/// current one, unless another is asked about.
enum UnservedListing: RecordListing, ColumnListing {
    typealias Item = Household
    typealias Line = HouseholdRow
    static let id = "unserved"
    static let title = Phrase(fa: "خانوار در انتظار", en: "unserved household")
    static let shows = [Household.kind, Delivery.kind, Miss.kind]
    static let isPrivate = true
    static let scopes: Set<ListingScope> = [.campaign, .base]

    static let columns: [ListingColumn<HouseholdRow>] =
        [
            .init(Base.kind.phrase, json: "lookedAfterBy") { row, _ in Cell(code: row.base) }
        ]
        + ["place", "area", "code", "headName", "head", "size", "mobile"].compactMap { name in
            Household.columns.first { $0.name == name }.map { ListingColumn($0) { $0.household } }
        } + [
            .init(MissFields.reason.column.phrase, json: "missed") { row, question in
                Cell(row.miss?.reason.phrase[question.language])
            },
            .init(Phrase(fa: "روز مراجعه", en: "missed on"), json: "missedOn") { row, _ in
                row.miss.map { .day($0.on) } ?? .empty
            },
            .init(Phrase(fa: "گرفته با", en: "served with"), json: "servedWith") { row, _ in
                Cell(code: row.servedWith?.household)
            },
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([HouseholdRow], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        let chosen = try reader.scope(of: question)
        let current = try reader.currentCampaign(on: question.day)?.code
        guard let campaign = chosen.campaign ?? current else { return }
        var left = question.limit ?? .max
        var filter = HouseholdFilter(text: question.filter, scope: .unserved, campaign: campaign)
        var bases: [String] = []
        if let base = chosen.base { bases = [base] } else { bases = try reader.codesOfBases() }
        func tell(_ row: HouseholdRow) throws(DecideError) -> Bool {
            guard left > 0 else { return false }
            try body([row], row.household.json(question.masking))
            left -= 1
            return true
        }
        for base in bases where left > 0 {
            filter.base = base
            try reader.eachHousehold(filter, tell)
        }
        guard chosen.base == nil, left > 0 else { return }
        // Those that no base looks after come last.
        filter.base = nil
        try reader.eachHousehold(filter) { (row) throws(DecideError) in
            row.base == nil ? try tell(row) : true
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showHousehold(code, question, reader)
    }
}

/// Two households that may be one, what is alike, and what was said of them.
enum SuspectsListing: ColumnListing {
    typealias Line = SuspectRow
    static let id = "suspects"
    static let title = Phrase(fa: "خانوار همانند", en: "suspect")
    static let shows = [HouseholdVerdict.kind, Household.kind]
    static let isPrivate = true

    static let columns: [ListingColumn<SuspectRow>] =
        side(Phrase(fa: "خانوار نخست", en: "first household"), \.a)
        + side(Phrase(fa: "خانوار دوم", en: "second household"), \.b) + [
            .init(Phrase(fa: "همانندی", en: "alike")) { row, question in
                Cell(row.likeness.told(question.masking)[question.language])
            },
            .init(HouseholdVerdictFields.verdict.column.phrase) { row, question in
                Cell(row.verdict?.verdict.phrase[question.language])
            }, .init(Phrase(fa: "ثبت‌کننده", en: "judged by")) { row, _ in Cell(row.verdict?.account) },
        ]

    /// What stands of one of the two, each header told by which.
    private static func side(
        _ which: Phrase, _ path: KeyPath<SuspectRow, Household> & Sendable
    ) -> [ListingColumn<SuspectRow>] {
        ["code", "headName", "head", "mobile", "place", "size"].compactMap { name in
            guard let column = Household.columns.first(where: { $0.name == name }) else { return nil }
            let phrase = Phrase(fa: "\(column.phrase) (\(which))", en: "\(column.phrase) (\(which))")
            return ListingColumn(phrase) { row, question in
                row[keyPath: path].cell(column, question.language, question.masking)
            }
        }
    }

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([SuspectRow], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        var left = question.limit ?? .max
        let limit = question.filter.isEmpty ? question.limit : nil
        for row in try reader.suspects(undecidedOnly: false, limit: limit ?? .max) {
            guard left > 0 else { return }
            let texts = [row.a.code, row.b.code, row.a.place, row.b.place, row.verdict?.verdict.phrase.fa]
            guard question.filter.matches(texts) else { continue }
            left -= 1
            try body([row], row.json(question.masking))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showSuspect(code, question, reader)
    }
}

extension Reader {
    /// The codes of all bases, by name.
    func codesOfBases() throws(DecideError) -> [String] {
        var codes: [String] = []
        try each(Base.self, matching: Filter(), limit: nil) { codes.append($0.code) }
        return codes
    }
}

extension HouseholdLikeness {
    /// "one person in both · the same name and place"
    func told(_ masking: Masking) -> Phrase {
        var all: [Phrase] = []
        if !people.isEmpty {
            let ids = people.map(masking.nationalID)
            all.append(
                Phrase(
                    fa: "\(Language.persian.list(ids.map(persianDigits))) در هر دو",
                    en: "\(Language.english.list(ids)) in both"))
        }
        if hasSameName { all.append(Phrase(fa: "نام و محل یکسان", en: "the same name and place")) }
        if hasSameMobile { all.append(Phrase(fa: "تلفن همراه یکسان", en: "the same mobile")) }
        if hasNearHeads { all.append(Phrase(fa: "کد ملی نزدیک به هم", en: "nearly the same national ID")) }
        return all.joined(fa: "، ", en: ", ")
    }

    /// The same by the names of what is alike.
    var json: JSON {
        .object([
            .init("people", .integer(people.count)), .init("name", .bool(hasSameName)),
            .init("mobile", .bool(hasSameMobile)), .init("nearHeads", .bool(hasNearHeads)),
        ])
    }
}

extension SuspectRow {
    /// Both households, what is alike, and the verdict.
    func json(_ masking: Masking) -> JSON {
        .object([
            .init("a", a.json(masking)), .init("b", b.json(masking)), .init("alike", likeness.json),
            .init("verdict", verdict.map { .string($0.verdict.rawValue) } ?? .null),
            .init("account", verdict?.account.json ?? .null),
        ])
    }
}
