import Canvas
import Domain
import Persian
import Store

extension HouseholdRow {
    /// How a household stands to the campaign, by shape and colour.
    enum Standing { case served, servedWith, missed, waiting }

    var standing: Standing {
        if delivery != nil { return .served }
        return servedWith != nil ? .servedWith : miss != nil ? .missed : .waiting
    }

    var sign: String {
        switch standing {
        case .served: "✓"
        case .servedWith: "≈"
        case .missed: "×"
        case .waiting: "·"
        }
    }

    var color: ColorRole {
        switch standing {
        case .served: .good
        case .servedWith: .information
        case .missed: .warning
        case .waiting: .text
        }
    }

    /// "today from B-01"; "with H-00012"; "absent, yesterday"; "not yet".
    func words(_ context: ScreenContext) -> Phrase {
        func day(_ day: Day, _ language: Language) -> String { DayWords(today: context.day, language).day(day) }
        if let delivery {
            return Phrase(
                fa: "\(day(delivery.on, .persian)) از \(delivery.base)",
                en: "\(day(delivery.on, .english)) from \(delivery.base)")
        }
        if let servedWith {
            return Phrase(fa: "با \(servedWith.household) گرفته", en: "with \(servedWith.household)")
        }
        if let miss {
            return Phrase(
                fa: "\(miss.reason.phrase)، \(day(miss.on, .persian))",
                en: "\(miss.reason.phrase), \(day(miss.on, .english))")
        }
        return Phrase(fa: "هنوز نگرفته", en: "not yet")
    }
}

extension HouseholdLikeness {
    /// What two households have in common: "2 people, the same name and place, nearly the head's ID".
    var words: Phrase {
        var parts: [Phrase] = []
        if !people.isEmpty {
            parts.append(
                Phrase(
                    fa: "\(people.count) نفر", en: "\(people.count, "person", plural: "people")"))
        }
        if hasSameName { parts.append(Phrase(fa: "نام و محل", en: "name and place")) }
        if hasSameMobile { parts.append(Phrase(fa: "تلفن", en: "mobile")) }
        if hasNearHeads { parts.append(Phrase(fa: "کد ملی نزدیک", en: "near ID")) }
        return parts.listed()
    }
}

extension CampaignState {
    var color: ColorRole {
        switch self {
        case .open: .good
        case .reconciled: .information
        case .closed: .muted
        }
    }
}

/// Where the packages of a campaign are, as a sum: what was received is in the store, at bases, delivered, damaged or
/// missing.
struct CampaignSum: Equatable {
    var received = 0
    var inStore = 0
    var atBases = 0
    var delivered = 0
    var damaged = 0
    var missing = 0

    /// What the rows of the store and the bases come to.
    init(_ rows: [StockRow]) {
        for row in rows {
            received += row.stock.received
            delivered += row.stock.delivered
            damaged += row.stock.damaged
            missing += row.stock.missing
            if row.place.base == nil { inStore += row.stock.held } else { atBases += row.stock.held }
        }
    }

    var closes: Bool { received == inStore + atBases + delivered + damaged + missing }

    /// One part of what was received: its sign in the bar, what it is called, how many.
    struct Part {
        let sign: String
        let phrase: Phrase
        let count: Int
        let color: ColorRole
    }

    var parts: [Part] {
        [
            Part(sign: "░", phrase: Phrase(fa: "در انبار", en: "in store"), count: inStore, color: .muted),
            Part(
                sign: "▒", phrase: Phrase(fa: "در قرارگاه‌ها", en: "at bases"), count: atBases, color: .information),
            Part(sign: "▓", phrase: Phrase(fa: "تحویل‌شده", en: "delivered"), count: delivered, color: .good),
            Part(sign: "×", phrase: Phrase(fa: "آسیب‌دیده", en: "damaged"), count: damaged, color: .warning),
            Part(sign: "?", phrase: Phrase(fa: "گمشده", en: "missing"), count: missing, color: .alarm),
        ]
    }
}

/// The packages of a campaign as a bar over its target: delivered ▓, at bases ▒, in store ░, damaged ×, missing ?, and what
/// was never received ·; shapes differ as well as colours.
struct CampaignBar {
    let sum: CampaignSum
    let target: Int

    func draw(in region: inout Region) {
        let all = max(1, target, sum.received)
        let order = [2, 1, 0, 3, 4].map { sum.parts[$0] }
        var start = 0
        for part in order where part.count > 0 {
            let width = min(max(1, part.count * region.width / all), region.width - start)
            guard width > 0 else { continue }
            region.put(
                String(repeating: part.sign, count: width), row: 0, start: start, width: width, direction: .picture,
                style: Style(part.color))
            start += width
        }
        let rest = region.width - start
        guard rest > 0, sum.received < target else { return }
        region.put(
            String(repeating: "·", count: rest), row: 0, start: start, width: rest, direction: .picture,
            style: Style(.faint))
    }
}

extension StockRow {
    /// How many more were handed out than the place had; zero where all is well.
    var overdrawn: Int { max(0, -stock.held) }

    var title: Phrase { place.title(name) }

    /// How its packages came and went, as a sum that closes.
    var sum: Phrase {
        let stock = stock
        if stock.isStore {
            return Phrase(
                fa:
                    "دریافت \(stock.received) + برگشت \(stock.returned) = تخصیص \(stock.allocated) + آسیب‌دیده \(stock.damaged) + گمشده \(stock.missing) + مانده \(stock.held)",
                en:
                    "received \(stock.received) + returned \(stock.returned) = allocated \(stock.allocated) + damaged \(stock.damaged) + missing \(stock.missing) + held \(stock.held)"
            )
        }
        return Phrase(
            fa:
                "تخصیص \(stock.allocated) = برگشت \(stock.returned) + تحویل \(stock.delivered) + آسیب‌دیده \(stock.damaged) + گمشده \(stock.missing) + مانده \(stock.held)",
            en:
                "allocated \(stock.allocated) = returned \(stock.returned) + delivered \(stock.delivered) + damaged \(stock.damaged) + missing \(stock.missing) + held \(stock.held)"
        )
    }
}

extension StockPlace {
    /// What the place is called: a base by code and name.
    func title(_ name: String) -> Phrase {
        guard let base else { return Phrase(fa: "انبار رزمایش", en: "the store") }
        return Phrase(
            fa: Language.persian.parts([base, Base.shortName(name)]),
            en: Language.english.parts([base, Base.shortName(name)]))
    }
}

extension CampaignSum {
    /// "71%" of the target that is delivered; nothing before there is any.
    func share(of target: Int, _ language: Language) -> String {
        guard target > 0, received > 0 else { return "" }
        return language.number(delivered * 100 / target) + (language == .persian ? "٪" : "%")
    }
}
