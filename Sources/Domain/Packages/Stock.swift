import Persian

/// A base of a campaign, or the campaign's store.
public struct StockPlace: Hashable, Sendable {
    /// Code of the campaign.
    public let campaign: String
    /// Code of the base; nil for the store.
    public let base: String?

    public init(campaign: String, base: String?) {
        self.campaign = campaign
        self.base = base
    }
}

/// How many packages a place holds, and how that came.
///
/// What comes in is either handed on, or it is still there: of the store `received + returned = allocated + damaged +
/// missing + held`, of a base `allocated = returned + delivered + damaged + missing + held`; so of a campaign `received =
/// store + bases + delivered + damaged + missing`.
public struct Stock: Hashable, Sendable {
    /// Into the campaign; of the store alone.
    public var received = 0
    /// From the store to a base: to this one, or of the store to all.
    public var allocated = 0
    /// From a base to the store: from this one, or of the store from all.
    public var returned = 0
    /// To households; of a base alone.
    public var delivered = 0
    public var damaged = 0
    /// Fewer than there should be, by counts; below zero when more were found.
    public var missing = 0
    /// How many lines and deliveries a station on its own brought home: what was handed out there cannot be refused, so
    /// that less than nothing may be left.
    public var brought = 0
    public let isStore: Bool

    public init(isStore: Bool) { self.isStore = isStore }

    public var held: Int {
        isStore
            ? received + returned - allocated - damaged - missing
            : allocated - returned - delivered - damaged - missing
    }
}

extension Stock {
    /// The same with a line, or without it.
    ///
    /// - Parameter sign: 1 or −1.
    public mutating func count(_ line: StockLine, _ sign: Int = 1) {
        let quantity = sign * line.quantity
        switch line.move {
        case .received: received += quantity
        case .allocated: allocated += quantity
        case .returned: returned += quantity
        case .damaged: damaged += quantity
        case .counted: missing += quantity
        }
        if line.station != nil { brought += sign }
    }

    /// The same with a delivery, or without it.
    public mutating func count(_ delivery: Delivery, _ sign: Int = 1) {
        delivered += sign * delivery.quantity
        if delivery.station != nil { brought += sign }
    }
}

extension StockLine {
    /// The places whose stock it changes.
    public var places: [StockPlace] {
        move == .allocated || move == .returned ? [StockPlace(campaign: campaign, base: nil), place] : [place]
    }
}

extension StockPlace {
    /// "the store of RM-1401", "the base B-01 (نور)"
    func title(in registry: some Registry) throws(DecideError) -> Phrase {
        guard let base else { return Phrase(fa: "انبار رزمایش \(campaign)", en: "the store of \(campaign)") }
        let name = try registry.find(Base.self, key: base)?.name.shortened ?? base
        return Phrase(fa: "\(name) (\(base))", en: "the base \(name) (\(base))")
    }

    /// Refuses to take more from a place than it holds.
    ///
    /// - Throws: `insufficient-stock`, which no reason overrides.
    func check(taking quantity: Int, in registry: some Registry) throws(DecideError) {
        let stock = try registry.stock(at: self)
        guard quantity > stock.held else { return }
        let (location, left) = (try title(in: registry), max(0, stock.held))
        let short = stock.held < 0 ? -stock.held : 0
        let debt =
            short == 0
            ? Phrase(fa: "", en: "")
            : Phrase(
                fa: " (\(short) بسته بیش از موجودی تحویل شده است)",
                en: " (\(short) more were handed out than it held)")
        let next =
            base == nil
            ? Phrase(fa: "نخست دریافت بسته را ثبت کنید", en: "record a receipt first")
            : Phrase(fa: "نخست به آن بسته تخصیص دهید", en: "allocate more to it first")
        throw .refused(
            Refusal(
                .insufficientStock, field: "quantity",
                Phrase(
                    fa:
                        "\(location) \(left) بسته دارد\(debt)، نه \(quantity)؛ تا \(left) پذیرفته است، یا \(next).",
                    en:
                        "\(location.capitalisedFirst) holds \(left, "package")\(debt), not \(quantity); up to \(left) is accepted, or \(next)."
                )))
    }
}

/// Undoing and voiding leave no place with less than nothing.
///
/// All that changes together is weighed together: what one line takes another may bring.
struct StockBalance: Consequence {
    let changes: [Change]

    init(of changes: [Change], on day: Day, in registry: some Registry) throws(DecideError) {
        self.changes = changes
        var weighed: [StockPlace: Stock] = [:]
        var order: [StockPlace] = []
        func weigh(_ record: (any Record)?, _ sign: Int) throws(DecideError) {
            let places: [StockPlace] =
                switch record {
                case let line as StockLine: line.places
                case let delivery as Delivery: [delivery.place]
                default: []
                }
            for place in places {
                if weighed[place] == nil {
                    weighed[place] = try registry.stock(at: place)
                    order.append(place)
                }
                if let line = record as? StockLine { weighed[place]?.count(line, sign) }
                if let delivery = record as? Delivery { weighed[place]?.count(delivery, sign) }
            }
        }
        for change in changes {
            try weigh(change.before, -1)
            try weigh(change.after, 1)
        }
        for place in order {
            guard let after = weighed[place]?.held, after < 0, after < (try registry.stock(at: place).held) else {
                continue
            }
            throw .refused(.overdrawing(try place.title(in: registry), by: -after))
        }
    }
}

extension Refusal {
    fileprivate static func overdrawing(_ place: Phrase, by short: Int) -> Refusal {
        Refusal(
            .insufficientStock,
            Phrase(
                fa:
                    "با این کار \(place) \(short) بسته کمتر از آنچه از آن بیرون رفته است خواهد داشت؛ نخست تحویل‌ها و گردش‌های پس از آن را برگردانید.",
                en:
                    "That would leave \(place) \(short, "package") short of what was taken from it; take back what came after it first."
            ))
    }
}
