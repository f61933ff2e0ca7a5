import Domain
import Persian
import Store

/// Campaigns with what they come to.
enum CampaignsListing: RecordListing, ColumnListing {
    typealias Item = Campaign
    typealias Line = (campaign: Campaign, figures: CampaignFigures?)
    static let id = "campaigns"

    static let columns: [ListingColumn<Line>] =
        ListingColumn.fields { $0.campaign }
        + CampaignFigures.told.map { name, phrase, figure in
            ListingColumn(phrase, json: name) { line, _ in Cell(line.figures.map { $0[keyPath: figure] }) }
        }

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Campaign.self, matching: question.filter, limit: question.limit) {
            (campaign) throws(DecideError) in
            try body([(campaign, try reader.campaignFigures(campaign.code))], campaign.json(question.masking))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showCampaign(code, question, reader)
    }
}

/// What the store and the bases of each campaign hold, and how that came.
enum StocksListing: ColumnListing {
    typealias Line = StockRow
    static let id = "stocks"
    static let title = Phrase(fa: "موجودی بسته", en: "stock")
    static let shows = [StockLine.kind, Delivery.kind]
    static let scopes: Set<ListingScope> = [.campaign, .base]

    static let columns: [ListingColumn<StockRow>] =
        [
            .init(Campaign.kind.phrase, json: "campaign") { row, _ in .code(row.place.campaign) },
            .init(Base.kind.phrase, json: "base") { row, _ in Cell(code: row.place.base) },
            .init(Phrase(fa: "نام", en: "name"), json: "name") { row, question in
                Cell(row.place.base == nil ? Stock.store[question.language] : row.name)
            },
        ]
        + Stock.told.map { name, phrase, figure in
            ListingColumn(phrase, json: name) { row, _ in .number(row.stock[keyPath: figure]) }
        }

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([StockRow], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        var left = question.limit ?? .max
        let chosen = try reader.scope(of: question)
        for campaign in try reader.campaigns() where chosen.campaign == nil || chosen.campaign == campaign.code {
            for row in try reader.stockRows(of: campaign.code, days: campaign.days) {
                let isMeant = chosen.base == nil || chosen.base == row.place.base
                guard left > 0, isMeant, question.filter.matches([row.place.campaign, row.place.base, row.name]) else {
                    continue
                }
                left -= 1
                try body([row], .object([]))
            }
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showStock(code, question, reader)
    }
}

/// Every receipt, allocation, return, damage and count.
enum MovementsListing: PlainListing {
    typealias Item = StockLine
    static let id = "movements"
    static let title = Phrase(fa: "گردش بسته", en: "movement")
    static let showsKey = true
    static let scopes: Set<ListingScope> = [.campaign, .base]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([StockLine], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        var left = question.limit ?? .max
        let chosen = try reader.scope(of: question)
        try reader.eachStockLine { (line) throws(DecideError) in
            guard left > 0, chosen.campaign == nil || chosen.campaign == line.campaign,
                chosen.base == nil || chosen.base == line.base,
                question.filter.matches([line.campaign, line.base, line.institution, line.move.phrase.fa, line.account])
            else { return }
            left -= 1
            try body([line], line.json(question.masking))
        }
    }
}

/// What each household got, with the household as the sheets of bases tell it.
enum DeliveriesListing: RecordListing, ColumnListing {
    typealias Item = Delivery
    typealias Line = (delivery: Delivery, household: Household?, doubles: [Delivery])
    static let id = "deliveries"
    static let shows = [Delivery.kind, Household.kind]
    static let isPrivate = true
    static let scopes: Set<ListingScope> = [.campaign, .base]

    static let columns: [ListingColumn<Line>] =
        ListingColumn.ofHousehold { $0.household }
        + Delivery.columns.filter { !["household", "people"].contains($0.name) }.map { column in
            ListingColumn(column) { $0.delivery }
        } + [
            .init(Phrase(fa: "با تحویل دیگری مشترک است", en: "double of"), json: "doubles") { line, _ in
                Cell(line.doubles.isEmpty ? nil : joinedList(line.doubles.map(\.base)))
            }, .init(recordCode, json: "code") { line, _ in .code(line.delivery.key) },
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        var left = question.limit ?? .max
        let chosen = try reader.scope(of: question)
        // Without words the first are all that is read.
        let limit = question.filter.isEmpty ? question.limit : nil
        try reader.eachDelivery(of: chosen.campaign, base: chosen.base, limit: limit) {
            (delivery) throws(DecideError) in
            guard left > 0, question.filter.matches(delivery.openTexts) else { return }
            left -= 1
            let household = try reader.find(Household.self, key: delivery.household)
            let line = (delivery, household, try reader.doubles(of: delivery))
            try body([line], delivery.json(question.masking))
        }
    }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showDelivery(code, question, reader)
    }
}

/// Households that a base wanted to serve and could not, and why.
enum MissesListing: RecordListing, ColumnListing {
    typealias Item = Miss
    typealias Line = (miss: Miss, place: String)
    static let id = "misses"
    static let scopes: Set<ListingScope> = [.campaign, .base]

    static let columns: [ListingColumn<Line>] =
        ListingColumn.fields { $0.miss } + [
            .init(HouseholdFields.place.column.phrase, json: "place") { line, _ in Cell(line.place) },
            .init(recordCode, json: "code") { line, _ in .code(line.miss.key) },
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        var left = question.limit ?? .max
        let chosen = try reader.scope(of: question)
        try reader.eachMiss(of: chosen.campaign, base: chosen.base) { (miss) throws(DecideError) in
            guard left > 0 else { return }
            let place = try reader.find(Household.self, key: miss.household)?.place ?? ""
            let texts = [miss.campaign, miss.base, miss.household, miss.reason.phrase.fa, miss.account, place]
            guard question.filter.matches(texts) else { return }
            left -= 1
            try body([(miss, place)], miss.json(question.masking))
        }
    }
}

extension Delivery {
    /// What anybody may find it by.
    fileprivate var openTexts: [String?] { [campaign, base, household, by, station, account, on.jalaliText(.english)] }
}

extension Filter {
    /// Whether texts that are kept in no search index hold all its words.
    func matches(_ texts: [String?]) -> Bool {
        if words.isEmpty { return true }
        let text = texts.compactMap { $0 }.joined(separator: "\n").folded()
        return words.allSatisfy(text.contains)
    }
}

extension Reader {
    /// The campaign and the base that a question is limited to; refuses as `not-found`.
    func scope(of question: ListingQuestion) throws(DecideError) -> (campaign: String?, base: String?) {
        (
            try existing(Campaign.self, question.campaign, field: "campaign"),
            try existing(Base.self, question.base, field: "base")
        )
    }

    private func existing<R: Coded>(_ type: R.Type, _ typed: String?, field: String) throws(DecideError) -> String? {
        guard let typed else { return nil }
        if let found = try find(type, key: normalisedCode(typed) ?? typed) { return found.code }
        throw .refused(.notFound(R.kind, typed, field: field))
    }
}

extension ListingColumn {
    /// A household as the sheets of bases tell it, of a line that may have lost it.
    static func ofHousehold(_ household: @escaping @Sendable (Line) -> Household?) -> [ListingColumn] {
        let told = ["code", "headName", "head", "size", "area", "place"]
        return told.compactMap { name in Household.columns.first { $0.name == name } }.map { column in
            // In English a code alone would be anything's.
            let phrase = column.name == "code" ? Phrase(fa: column.phrase.fa, en: "household") : column.phrase
            return ListingColumn(phrase) { line, question in
                household(line)?.cell(column, question.language, question.masking) ?? .empty
            }
        }
    }
}

extension CampaignFigures {
    /// What people and JSON call each of them.
    static let told: [(name: String, phrase: Phrase, figure: KeyPath<CampaignFigures, Int> & Sendable)] = [
        ("received", Phrase(fa: "دریافت‌شده", en: "received"), \.received),
        ("inStore", Phrase(fa: "در انبار", en: "in store"), \.inStore),
        ("atBases", Phrase(fa: "نزد قرارگاه‌ها", en: "at bases"), \.atBases),
        ("delivered", Phrase(fa: "تحویل‌شده", en: "delivered"), \.delivered),
        ("damaged", Phrase(fa: "آسیب‌دیده", en: "damaged"), \.damaged),
        ("missing", Phrase(fa: "کسری", en: "missing"), \.missing),
        ("served", Phrase(fa: "خانوار بسته‌گرفته", en: "households served"), \.served),
        ("waiting", Phrase(fa: "خانوار در انتظار", en: "households waiting"), \.waiting),
        ("missed", Phrase(fa: "خانوار تحویل‌نشده", en: "households missed"), \.missed),
        ("doubles", Phrase(fa: "تحویل مشترک", en: "double deliveries"), \.doubles),
        ("overdrawn", Phrase(fa: "قرارگاه با تحویل بیش از موجودی", en: "bases overdrawn"), \.overdrawn),
    ]
}

extension Stock {
    /// What the store of a campaign is called where bases have their names.
    static let store = Phrase(fa: "انبار", en: "store")

    /// What people and JSON call each figure.
    static let told: [(name: String, phrase: Phrase, figure: KeyPath<Stock, Int> & Sendable)] = [
        ("received", Phrase(fa: "دریافت‌شده", en: "received"), \.received),
        ("allocated", Phrase(fa: "تخصیص‌یافته", en: "allocated"), \.allocated),
        ("returned", Phrase(fa: "برگشتی", en: "returned"), \.returned),
        ("delivered", Phrase(fa: "تحویل‌شده", en: "delivered"), \.delivered),
        ("damaged", Phrase(fa: "آسیب‌دیده", en: "damaged"), \.damaged),
        ("missing", Phrase(fa: "کسری", en: "missing"), \.missing),
        ("held", Phrase(fa: "موجود", en: "held"), \.held),
    ]
}
