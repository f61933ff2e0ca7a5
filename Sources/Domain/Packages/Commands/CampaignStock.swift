import Persian

/// A command that moves packages without handing them out.
public protocol MovingStock: Adding where Subject == StockLine {
    static var move: StockMove { get }
    /// From where packages are taken that have to be there; nil when they come from outside.
    func source(_ line: StockLine) -> StockPlace?
}

extension MovingStock {
    /// - Throws: `not-found`, `wrong-state` for a campaign that is not open.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[CampaignFields.campaign] else { return }
        try registry.existing(Campaign.self, code, field: "campaign").require([.open])
    }

    /// - Throws: `not-found`, `stale`, `wrong-state` for a campaign that is not open, `insufficient-stock`.
    public func prepare(
        _ line: inout StockLine, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let envelope = decision.envelope
        let campaign = try registry.existing(Campaign.self, line.campaign, field: "campaign")
        try check(versionOf: campaign, envelope, in: registry)
        try campaign.require([.open])
        line.move = Self.move
        if !given.has(PackageParameters.on.name) { line.on = envelope.day }
        line.note(envelope)
        if let source = source(line), !envelope.isFactFromElsewhere(Self.self) {
            try source.check(taking: line.quantity, in: registry)
        }
    }

    /// - Throws: what the store reports.
    public func follow(
        _ line: StockLine, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        decision.warnOfFuture(PackageParameters.on, in: given)
        for place in line.places {
            var stock = try registry.stock(at: place)
            stock.count(line)
            decision.answer(place.base == nil ? "inStore" : "atBase", .integer(stock.held))
        }
    }
}

extension StockLine {
    /// Who wrote it down, when, and where.
    mutating func note(_ envelope: Envelope) {
        (account, at, station) = (envelope.account, envelope.at, envelope.origin?.station)
    }
}

extension Envelope {
    /// Whether it tells what happened at a station on its own, which is kept whatever the office did meanwhile.
    func isFactFromElsewhere(_ command: any Command.Type) -> Bool { origin != nil && command.nature == .fact }
}

/// `{"command":"campaign.receive","campaign":"RM-1401","institution":"SETAD","quantity":17000,"on":"1401/04/18"}`: packages
/// come into the store.
public struct CampaignReceive: MovingStock {
    public static let name = "campaign.receive"
    public static let title = Phrase(fa: "دریافت بسته", en: "receive packages")
    public static let move = StockMove.received
    public static let fields: [FieldUse<StockLine>] = [
        StockLineFields.campaign.required, StockLineFields.institution.clearable, StockLineFields.quantity.required,
        StockLineFields.on.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    public func source(_ line: StockLine) -> StockPlace? { nil }
}

/// `{"command":"campaign.allocate","campaign":"RM-1401","base":"B-01","quantity":9000}`: from the store to a base; on the
/// day of the command, unless another is told.
public struct CampaignAllocate: MovingStock {
    public static let name = "campaign.allocate"
    public static let title = Phrase(fa: "تخصیص بسته به قرارگاه", en: "allocate packages to a base")
    public static let move = StockMove.allocated
    public static let fields: [FieldUse<StockLine>] = [
        StockLineFields.campaign.required, StockLineFields.base.required, StockLineFields.quantity.required,
        StockLineFields.on.kept,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    public func source(_ line: StockLine) -> StockPlace? { StockPlace(campaign: line.campaign, base: nil) }
}

/// `{"command":"campaign.return","campaign":"RM-1401","base":"B-01","quantity":25,"on":"1401/04/25"}`: from a base back to
/// the store.
public struct CampaignReturn: MovingStock {
    public static let name = "campaign.return"
    public static let title = Phrase(fa: "برگشت بسته به انبار", en: "return packages to the store")
    public static let move = StockMove.returned
    public static let fields: [FieldUse<StockLine>] = [
        StockLineFields.campaign.required, StockLineFields.base.required, StockLineFields.quantity.required,
        StockLineFields.on.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    public func source(_ line: StockLine) -> StockPlace? { line.place }
}

/// `{"command":"campaign.damage","campaign":"RM-1401","base":"B-01","quantity":40,"on":"1401/04/24"}`: packages of a base
/// that can no longer be handed out; without a base, of the store.
public struct CampaignDamage: MovingStock {
    public static let name = "campaign.damage"
    public static let title = Phrase(fa: "ثبت بسته آسیب‌دیده", en: "record damaged packages")
    public static let nature = CommandNature.fact
    public static let move = StockMove.damaged
    public static let fields: [FieldUse<StockLine>] = [
        StockLineFields.campaign.required, StockLineFields.base.clearable, StockLineFields.quantity.required,
        StockLineFields.on.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    public func source(_ line: StockLine) -> StockPlace? { line.place }
}

/// `{"command":"campaign.count","campaign":"RM-1401","base":"B-01","quantity":8934,"on":"1401/04/27"}`: how many there are
/// at a base or, without one, in the store. The difference to what there should be is missing; more than that, below zero.
public struct CampaignCount: Command {
    public static let name = "campaign.count"
    public static let title = Phrase(fa: "شمارش بسته‌ها", en: "count packages")
    public static let overrides: [RefusalCode] = [.insufficientStock]
    public static let parameters = [
        CampaignFields.campaign.required, PackageParameters.base.clearable, counted.required,
        PackageParameters.on.required, expected.kept,
    ]

    public static let counted = Parameter<Int>.integer(
        "quantity", Phrase(fa: "شمرده‌شده", en: "counted"), 0...1_000_000_000)
    /// What whoever counted was told that there should be: when that has changed, so has the difference.
    public static let expected = Parameter<Int>.integer(
        "expected", Phrase(fa: "موجودی به حساب", en: "by the books"), -1_000_000_000...1_000_000_000)

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state` for a campaign that is not open.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[CampaignFields.campaign] else { return }
        try registry.existing(Campaign.self, code, field: "campaign").require([.open])
    }

    /// - Throws: `not-found`, `stale` for a stock that is no longer the expected one, `wrong-state`; `insufficient-stock`,
    ///   unless a reason overrides it, for more than ever came there.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let campaign = try registry.existing(
            Campaign.self, given.require(CampaignFields.campaign), field: "campaign")
        let place = StockPlace(campaign: campaign.code, base: given[PackageParameters.base])
        try registry.check(Base.self, exists: place.base, field: "base")
        try envelope.check(versionOf: campaign, in: registry)
        let stock = try registry.stock(at: place)
        let held = stock.held
        if let expected = given[Self.expected], expected != held {
            throw .refused(.moved(try place.title(in: registry), from: expected, to: held))
        }
        try campaign.require([.open])

        let found = try given.require(Self.counted)
        var line = StockLine.blank
        (line.campaign, line.move, line.base) = (campaign.code, .counted, place.base)
        (line.quantity, line.found, line.on) = (held - found, found, try given.require(PackageParameters.on))
        line.note(envelope)
        var decision = Decision(envelope)
        // Whoever counted may have brought some along from the store that nobody wrote down yet.
        let store = try registry.stock(at: StockPlace(campaign: campaign.code, base: nil))
        let most = max(held, stock.isStore ? stock.received : stock.allocated + max(0, store.held))
        if found > most { try decision.override(.moreThanCame(found, most, to: try place.title(in: registry))) }
        decision.add(line)
        decision.answer("expected", .integer(held))
        decision.answer("missing", .integer(held - found))
        decision.warnOfFuture(PackageParameters.on, in: given)
        return decision
    }
}

extension Refusal {
    /// `insufficient-stock`: a figure was mistyped, or packages came that nobody recorded.
    fileprivate static func moreThanCame(_ found: Int, _ most: Int, to place: Phrase) -> Refusal {
        Refusal(
            .insufficientStock, field: "quantity",
            Phrase(
                fa:
                    "در \(place) به حساب بیش از \(most) بسته نمی‌تواند باشد، نه \(found)؛ رقم‌ها را بسنجید و اگر بسته‌هایی رسیده که ثبت نشده، نخست دریافت یا تخصیص آن‌ها را ثبت کنید، یا ناظر یا مدیر علت بنویسد.",
                en:
                    "By the books no more than \(most, "package") can be in \(place), not \(found); check the figures, and if packages came that nobody recorded, record their receipt or allocation first, or a supervisor or administrator gives a reason."
            ))
    }

    /// `stale`: packages came or went since they were counted.
    fileprivate static func moved(_ place: Phrase, from expected: Int, to held: Int) -> Refusal {
        Refusal(
            .stale, field: "expected",
            Phrase(
                fa:
                    "موجودی \(place) پس از آن که دیدید تغییر کرده است: \(expected) بود و اکنون \(held) است؛ دوباره بشمارید و بفرستید.",
                en:
                    "The stock of \(place) was changed after you looked at it: it was \(expected) and is \(held) now; count again and send."
            ))
    }
}
