import Canvas
import Domain
import Persian
import Store

extension ShownPart {
    static let packages = ShownPart(
        part: .packages, screens: [PackagesScreen.self, HandOutScreen.self],
        first: { _, pack in pack?.kind == BasePack.name ? HandOutScreen.self : nil },
        headlines: { (context) throws(DecideError) in
            let today = context.screen.day
            guard let campaign = try context.reader.currentCampaign(on: today) else { return [] }
            let days = today.advanced(by: 1 - HeadlineContext.days)...today
            return [campaign.headline(try context.reader.stockRows(of: campaign.code, days: days))]
        },
        alarms: { (reader, context) throws(DecideError) in
            guard let campaign = try reader.currentCampaign(on: context.day), campaign.state == .open else { return [] }
            let overdrawn = try reader.stockRows(of: campaign.code, days: context.day...context.day)
                .filter { $0.overdrawn > 0 }.map { $0.alarm(campaign, context) }
            return overdrawn + campaign.alarm(doubles: try reader.doubles(of: campaign.code), context)
        },
        distinctions: [
            Distinction(StockLine.self) { line, _, _ in line.campaign },
            Distinction(Household.self) { household, _, context in context.masking.name(household.headName) },
            Distinction(Delivery.self) { delivery, _, context in
                context.language.parts([delivery.campaign, delivery.household])
            },
            Distinction(Miss.self) { miss, _, context in
                context.language.parts([miss.campaign, miss.household])
            },
        ],
        companions: [
            HouseholdCompanion.self, AmendedHouseholdCompanion.self, CountCompanion.self, AllocateCompanion.self,
            ReturnCompanion.self, DamageCompanion.self,
        ],
        tell: { (news, entry, _) throws(DecideError) in news.tellOfCount(entry) })
}

extension Campaign {
    /// How many packages are delivered, against the target.
    fileprivate func headline(_ rows: [StockRow]) -> Headline {
        let sum = CampaignSum(rows)
        let overdrawn = rows.count { $0.overdrawn > 0 }
        let count = rows.first?.days.count ?? 0
        let lost = sum.missing > 0 ? Phrase(fa: "، \(sum.missing) گمشده", en: ", \(sum.missing) missing") : nil
        let note =
            overdrawn > 0
            ? Phrase(fa: "▲ \(overdrawn) قرارگاه بیش از موجودی", en: "▲ \(overdrawn, "base") overdrawn")
            : Phrase(fa: "از \(target)\(lost)", en: "of \(target)\(lost)")
        return Headline(
            title: Phrase(fa: "بسته تحویل‌شده", en: "Packages delivered"), figure: sum.delivered, note: note,
            days: (0..<count).map { day in rows.reduce(0) { $0 + $1.days[day] } },
            share: target > 0 ? Double(sum.delivered) / Double(target) : nil,
            severity: overdrawn > 0 ? .alarm : sum.closes ? nil : .alarm)
    }
}

extension Campaign {
    /// Households that two desks served, neither of which knew of the other.
    fileprivate func alarm(doubles: [Delivery], _ context: ScreenContext) -> [Alarm] {
        guard let since = doubles.map(\.at).max() else { return [] }
        let title = Phrase(
            fa: "▲ \(doubles.count) تحویل که میزی دیگر هم به همان خانوار داده است",
            en: "▲ \(doubles.count) deliveries to households that another desk served too")
        return [alarm("doubles", since, title, about: [code, self.title], context)]
    }

    fileprivate func alarm(
        _ sort: String, _ since: Moment, _ title: Phrase, about subject: [String?], _ context: ScreenContext
    ) -> Alarm {
        let item = FeedItem(
            id: "\(sort) \(code)", day: since.day(in: .tehran), clock: since.clockText(in: .tehran), name: "",
            title: title, subject: context.language.parts(subject), target: .record(RecordName(self)), isAlarm: true)
        return Alarm(trouble: LiveTrouble(.late, since: since), item: item)
    }
}

extension StockRow {
    /// A base that handed out more than it had.
    fileprivate func alarm(_ campaign: Campaign, _ context: ScreenContext) -> Alarm {
        let title = Phrase(
            fa: "▲ \(overdrawn) بسته بیش از موجودی تحویل شده", en: "▲ \(overdrawn, "package") more than it had")
        return campaign.alarm(
            "overdrawn \(place.base ?? "")", heardAt ?? context.now, title, about: [place.base, name], context)
    }
}

extension News {
    /// What a count came to.
    fileprivate mutating func tellOfCount(_ entry: LedgerEntry) {
        guard entry.command == CampaignCount.name, let line = entry.main?.after as? StockLine, line.quantity != 0 else {
            return
        }
        beside.append(line.amount)
        isMixed = true
    }
}
