import Canvas
import Domain
import Persian
import Store

/// Something that is known of what a story is about, and how it is said in its text.
struct StoryFact: Hashable {
    /// What it is: "people", "work done".
    let label: Phrase
    let text: Phrase

    init(_ label: Phrase, _ text: Phrase) { (self.label, self.text) = (label, text) }

    /// What people wrote, the same in both languages.
    init(_ label: Phrase, said text: String) { self.init(label, Phrase(fa: text, en: text)) }
}

@MainActor
extension Reader {
    /// What may be taken into a story about something: who, when, what was done, in figures.
    func storyFacts(about target: NeedTarget, _ context: ScreenContext) throws(DecideError) -> [StoryFact] {
        switch target.subject {
        case .camp: try campFacts(target)
        case .group: try groupFacts(target.code, context)
        case .point: try pointFacts(target.code)
        case .campaign: try campaignFacts(target.code)
        case .congress: try congressFacts(target.code, context)
        }
    }

    /// The households that agreed to be told of, by what they agreed to.
    func consentFacts(of names: [StoryName]) throws(DecideError) -> [StoryFact] {
        try names.filter { $0.consent && $0.use != .picture }.compactMapTyped { (name) throws(DecideError) in
            guard let household = try find(Household.self, key: name.household) else { return nil }
            let label = Phrase(fa: "\(name.use.phrase) با رضایت", en: "\(name.use.phrase) by consent")
            return StoryFact(label, said: name.use == .name ? household.headName : household.place)
        }
    }

    // MARK: A camp

    private func campFacts(_ target: NeedTarget) throws(DecideError) -> [StoryFact] {
        guard let camp = try find(Camp.self, key: target.code) else { return [] }
        var facts = [
            StoryFact(StoryFact.name, said: camp.title),
            StoryFact(
                StoryFact.place,
                Phrase(
                    fa: "\(camp.place) (\(camp.county)، \(camp.province))",
                    en: "\(camp.place) (\(camp.county), \(camp.province))")),
            StoryFact(StoryFact.days, camp.days.told),
        ]
        for share in camp.groups {
            guard let group = try find(Group.self, key: share.group) else { continue }
            facts.append(
                StoryFact(
                    Group.kind.phrase,
                    Phrase(
                        fa: "\(group.name) با \(share.headcount) نفر",
                        en: "\(group.name), \(share.headcount, "person", plural: "people")")))
        }
        if let leader = try camp.leader.flatMapTyped({ (id) throws(DecideError) in try find(Person.self, key: id) }) {
            facts.append(StoryFact(Phrase(fa: "سرپرست اردو", en: "leader"), said: leader.fullName))
        }
        let reports = try reports(of: camp.code).filter { $0.state == .current }
        facts += reports.facts
        for need in try needs(of: target, limit: 12) {
            facts.append(
                StoryFact(
                    Need.kind.phrase,
                    Phrase(
                        fa: "\(need.quantity) \(need.unit) \(need.item)",
                        en: "\(need.quantity) \(need.unit) \(need.item)")))
        }
        return facts
    }

    // MARK: A group

    private func groupFacts(_ code: String, _ context: ScreenContext) throws(DecideError) -> [StoryFact] {
        let rule = try activityRule(on: context.day)
        guard let detail = try groupDetail(code, memberLimit: 0, on: rule) else { return [] }
        let group = detail.group
        var facts = [
            StoryFact(StoryFact.name, said: group.name),
            StoryFact(StoryFact.place, said: group.county),
            StoryFact(Phrase(fa: "حوزه‌ها", en: "fields"), group.fields.map(\.phrase).listed()),
            StoryFact(
                StoryFact.people, Phrase(fa: "\(group.size) نفر", en: "\(group.size, "person", plural: "people")")),
            StoryFact(Phrase(fa: "از", en: "since"), group.registeredOn.told),
        ]
        if let base = detail.base { facts.append(StoryFact(Base.kind.phrase, said: base.name)) }
        for holder in detail.holders where holder.serves(on: context.day) {
            facts.append(StoryFact(holder.office.phrase, said: holder.person.fullName))
        }
        return facts
    }

    // MARK: A point, a campaign, the congress

    private func pointFacts(_ code: String) throws(DecideError) -> [StoryFact] {
        guard let point = try find(ServicePoint.self, key: code) else { return [] }
        var facts = [
            StoryFact(StoryFact.name, said: point.name),
            StoryFact(StoryFact.place, point.country.phrase),
        ]
        if let pole = point.pole {
            facts.append(
                StoryFact(
                    Phrase(fa: "عمود", en: "pole"), Phrase(fa: "عمود \(numeral: pole)", en: "pole \(numeral: pole)")))
        }
        if let from = point.openedOn, let to = point.closedOn, from <= to {
            facts.append(StoryFact(StoryFact.days, (from...to).told))
        }
        for (service, served) in try servedTotals(at: code) {
            facts.append(StoryFact(service.phrase, Phrase(fa: "\(served) زائر", en: "\(served, "pilgrim")")))
        }
        return facts
    }

    private func campaignFacts(_ code: String) throws(DecideError) -> [StoryFact] {
        guard let campaign = try find(Campaign.self, key: code) else { return [] }
        var facts = [
            StoryFact(StoryFact.name, said: campaign.title), StoryFact(StoryFact.days, campaign.days.told),
        ]
        if let contents = campaign.contents {
            facts.append(StoryFact(Phrase(fa: "محتوای بسته", en: "in a package"), said: contents))
        }
        guard let figures = try campaignFigures(code) else { return facts }
        facts.append(
            StoryFact(
                Phrase(fa: "تحویل‌شده", en: "delivered"),
                Phrase(fa: "\(figures.delivered) بسته", en: "\(figures.delivered, "package")")))
        facts.append(
            StoryFact(
                Phrase(fa: "خانوارها", en: "households"),
                Phrase(fa: "\(figures.served) خانوار", en: "\(figures.served, "household")")))
        return facts
    }

    private func congressFacts(_ year: String, _ context: ScreenContext) throws(DecideError) -> [StoryFact] {
        guard let congress = try find(Congress.self, key: year) else { return [] }
        let guests = try guestCounts(ofCongress: year, on: context.day).expected.guests
        let roll = try roll(of: congress).count
        return [
            StoryFact(
                StoryFact.name,
                Phrase(fa: "کنگره شهدای جهادگر \(numeral: year)", en: "martyrs' congress of \(numeral: year)")),
            StoryFact(
                StoryFact.place,
                Phrase(fa: "\(congress.venue)، \(congress.city)", en: "\(congress.venue), \(congress.city)")),
            StoryFact(StoryFact.days, congress.days.told),
            StoryFact(Guest.kind.phrase, Phrase(fa: "\(guests) مهمان", en: "\(guests, "guest")")),
            StoryFact(Martyr.kind.phrase, Phrase(fa: "\(roll) شهید", en: "\(roll, "martyr")")),
        ]
    }
}

extension StoryFact {
    fileprivate static let name = Phrase(fa: "نام", en: "name")
    fileprivate static let place = Phrase(fa: "محل", en: "place")
    fileprivate static let days = Phrase(fa: "روزها", en: "days")
    fileprivate static let people = Phrase(fa: "نفرات", en: "people")
}

extension [DailyReport] {
    /// Person-days, people helped, work done, and what was noted.
    fileprivate var facts: [StoryFact] {
        guard !isEmpty else { return [] }
        let (days, helped) = (reduce(0) { $0 + $1.present }, reduce(0) { $0 + $1.beneficiaries })
        var facts = [
            StoryFact(
                Phrase(fa: "نفرروز کار", en: "person-days"), Phrase(fa: "\(days) نفرروز", en: "\(days, "person-day")")),
            StoryFact(
                Phrase(fa: "بهره‌مند", en: "people helped"),
                Phrase(fa: "\(helped) نفر", en: "\(helped, "person", plural: "people")")),
        ]
        var (order, sums): ([[String]], [[String]: Quantity]) = ([], [:])
        for line in flatMap(\.work) {
            let key = [line.what, line.unit]
            if sums[key] == nil { order.append(key) }
            sums[key] = (sums[key] ?? Quantity(0)) + line.quantity
        }
        for key in order {
            guard let sum = sums[key] else { continue }
            let (fa, en) = (Language.persian.quantity(sum), Language.english.quantity(sum))
            facts.append(
                StoryFact(
                    Phrase(fa: "کار انجام‌شده", en: "work done"),
                    Phrase(fa: "\(fa) \(key[1]) \(key[0])", en: "\(en) \(key[1]) \(key[0])")))
        }
        for report in self {
            guard let note = report.note, !note.isEmpty else { continue }
            let day = Phrase(fa: "\(report.day.dayAndMonth(.persian))", en: "\(report.day.dayAndMonth(.english))")
            facts.append(StoryFact(day, said: note))
        }
        return facts
    }
}

extension Day {
    fileprivate var told: Phrase {
        Phrase(fa: "\(longText(.jalali, .persian))", en: "\(longText(.jalali, .english))")
    }
}

extension ClosedRange<Day> {
    /// "from 9 to 14 Mordad 1401, 6 days"
    fileprivate var told: Phrase {
        let (first, last, count) = (lowerBound, upperBound, upperBound - lowerBound + 1)
        return count == 1
            ? first.told
            : Phrase(
                fa: "از \(first.dayAndMonth(.persian)) تا \(last.longText(.jalali, .persian))، \(count) روز",
                en: "from \(first.dayAndMonth(.english)) to \(last.longText(.jalali, .english)), \(count, "day")")
    }
}
