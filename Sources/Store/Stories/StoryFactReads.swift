import Domain
import GRDB
import Persian

extension Reader {
    /// The facts beside a text: what it is about, the people, the days, the work done, the figures, and of the households
    /// that it names what they agreed to. No other household's name is among them.
    ///
    ///     try reader.facts(about: NeedTarget(subject: .camp, code: "C-001"), naming: [], on: today)
    ///     // days "از ۱ تا ۷ مرداد ۱۴۰۱، ۷ روز", figure "۱۴۰ نفرروز", work "۴۰۰ متر جوی" …
    ///
    /// - Parameters:
    ///   - target: nil while nothing is chosen.
    ///   - day: today, which tells who holds an office.
    /// - Throws: what the store reports.
    public func facts(
        about target: NeedTarget?, naming names: [StoryName], on day: Day
    ) throws(DecideError) -> [StoryFact] {
        // What people agreed to is read first.
        let named = try nameFacts(names)
        guard let target else { return named }
        return switch target.subject {
        case .camp: named + (try campFacts(target))
        case .point: named + (try pointFacts(target.code))
        case .group: named + (try groupFacts(target.code, on: day))
        case .campaign: named + (try campaignFacts(target.code))
        case .congress: named + (try congressFacts(target.code, on: day))
        }
    }

    /// Of each household what it agreed to: how its head is called, or where it lives.
    private func nameFacts(_ names: [StoryName]) throws(DecideError) -> [StoryFact] {
        var facts: [StoryFact] = []
        for name in names where name.consent && name.use != .picture {
            guard let household = try find(Household.self, key: name.household) else { continue }
            let label = Phrase(fa: "\(name.use.phrase) با رضایت", en: "\(name.use.phrase) by consent")
            facts.append(.said(.name, label, name.use == .name ? household.headName : household.place))
        }
        return facts
    }

    private func campFacts(_ target: NeedTarget) throws(DecideError) -> [StoryFact] {
        guard let camp = try find(Camp.self, key: target.code) else { return [] }
        var facts: [StoryFact] = [
            .name(camp.title), .place(camp.place, camp.county, camp.province),
            .days(camp.from...(camp.closedOn ?? camp.to)),
        ]
        for part in camp.groups {
            guard let group = try find(Group.self, key: part.group) else { continue }
            facts.append(
                StoryFact(
                    sort: .people, label: Group.kind.phrase,
                    text: Phrase(
                        fa: "\(group.name) با \(part.headcount) نفر",
                        en: "\(group.name), \(part.headcount, "person", plural: "people")")))
        }
        if let leader = try camp.leader.flatMapTyped({ (key) throws(DecideError) in try find(Person.self, key: key) }) {
            facts.append(.person(Phrase(fa: "سرپرست اردو", en: "leader"), leader))
        }
        facts += try reports(of: camp.code).filter { $0.state == .current }.facts
        for need in try needs(of: target, limit: 12) {
            facts.append(.quantity(.need, Need.kind.phrase, Quantity(need.quantity), need.unit, need.item))
        }
        return facts
    }

    private func groupFacts(_ code: String, on day: Day) throws(DecideError) -> [StoryFact] {
        guard let group = try find(Group.self, key: code) else { return [] }
        var facts: [StoryFact?] = [
            .name(group.name), .place(group.county),
            StoryFact(
                sort: .what, label: Phrase(fa: "حوزه‌ها", en: "fields"), text: group.fields.map(\.phrase).listed()),
            StoryFact(sort: .days, label: Phrase(fa: "از", en: "since"), text: group.registeredOn.told),
        ]
        if let base = try group.base.flatMapTyped({ (key) throws(DecideError) in try find(Base.self, key: key) }) {
            facts.append(.said(.what, Base.kind.phrase, base.name))
        }
        for office in [Office.head, .mediaLiaison] {
            if let holder = try holder(of: code, office, on: day) { facts.append(.person(office.phrase, holder)) }
        }
        let size = group.size
        facts.append(
            .figure(
                Phrase(fa: "نفرات", en: "people"), size,
                Phrase(fa: "\(size) نفر", en: "\(size, "person", plural: "people")")))
        let camps = try figure(
            """
            SELECT count(*) FROM campGroups g JOIN camps c ON c.code = g.camp
            WHERE g."group" = ? AND c.state IN ('running', 'suspended', 'closed')
            """, code)
        facts.append(.figure(Camp.kind.phrase, camps, Phrase(fa: "\(camps) اردو", en: "\(camps, "camp")")))
        return facts.compactMap { $0 }
    }

    private func pointFacts(_ code: String) throws(DecideError) -> [StoryFact] {
        guard let point = try find(ServicePoint.self, key: code) else { return [] }
        var facts: [StoryFact?] = [
            .name(point.name), StoryFact(sort: .what, label: StoryFact.place, text: point.country.phrase),
        ]
        if let pole = point.pole {
            let phrase = Phrase(fa: "عمود \(numeral: pole)", en: "pole \(numeral: pole)")
            facts.append(StoryFact(sort: .what, label: Phrase(fa: "عمود", en: "pole"), text: phrase))
        }
        if let opened = point.openedOn { facts.append(.days(opened...max(opened, point.closedOn ?? opened))) }
        for (service, served) in try servedTotals(at: code) {
            facts.append(
                .figure(service.phrase, served, Phrase(fa: "\(served) زائر", en: "\(served, "pilgrim")")))
        }
        let shifts = try figure("SELECT count(*) FROM shifts WHERE point = ? AND state = 'planned'", code)
        facts.append(
            .figure(
                Phrase(fa: "نوبت خدمت", en: "shifts"), shifts, Phrase(fa: "\(shifts) نوبت", en: "\(shifts, "shift")")))
        return facts.compactMap { $0 }
    }

    private func campaignFacts(_ code: String) throws(DecideError) -> [StoryFact] {
        guard let campaign = try find(Campaign.self, key: code), let figures = try campaignFigures(code) else {
            return []
        }
        let (delivered, served) = (figures.delivered, figures.served)
        let facts: [StoryFact?] = [
            .name(campaign.title), .days(campaign.from...campaign.to),
            campaign.contents.map { .said(.what, Phrase(fa: "محتوای بسته", en: "in a package"), $0) },
            .figure(
                Phrase(fa: "تحویل‌شده", en: "delivered"), delivered,
                Phrase(fa: "\(delivered) بسته", en: "\(delivered, "package")")),
            .figure(
                Phrase(fa: "خانوارها", en: "households"), served,
                Phrase(fa: "\(served) خانوار", en: "\(served, "household")")),
        ]
        return facts.compactMap { $0 }
    }

    private func congressFacts(_ year: String, on day: Day) throws(DecideError) -> [StoryFact] {
        guard let congress = try find(Congress.self, key: year) else { return [] }
        let counts = try guestCounts(ofCongress: year, on: day)
        let (invited, came) = (counts.expected.guests, counts.sum([.checkedIn, .checkedOut]).guests)
        let martyrs = try roll(of: congress).count
        let sessions = try figure(
            "SELECT count(*) FROM sessions WHERE congress = ? AND state = 'scheduled'", year)
        func guests(_ count: Int) -> Phrase { Phrase(fa: "\(count) مهمان", en: "\(count, "guest")") }
        let title = Phrase(
            fa: "کنگره شهدای جهادگر \(numeral: year)", en: "martyrs' congress of \(numeral: year)")
        let facts: [StoryFact?] = [
            StoryFact(sort: .what, label: Phrase(fa: "نام", en: "name"), text: title),
            .place(congress.venue, congress.city), .days(congress.days),
            .figure(
                Phrase(fa: "نشست", en: "sessions"), sessions,
                Phrase(fa: "\(sessions) نشست", en: "\(sessions, "session")")),
            .figure(Phrase(fa: "مهمان دعوت‌شده", en: "guests invited"), invited, guests(invited)),
            .figure(Phrase(fa: "مهمان آمده", en: "guests who came"), came, guests(came)),
            .figure(Martyr.kind.phrase, martyrs, Phrase(fa: "\(martyrs) شهید", en: "\(martyrs, "martyr")")),
        ]
        return facts.compactMap { $0 }
    }

    /// How often each service was given at a point, over all its days; services that never were are absent.
    private func servedTotals(at point: String) throws(DecideError) -> [(service: Service, served: Int)] {
        try storing {
            let statement = try db.cachedStatement(
                sql: "SELECT service, sum(served) FROM tallies WHERE point = ? GROUP BY service ORDER BY 2 DESC")
            return try Row.fetchAll(statement, arguments: [point]).compactMap { row in
                try Service(rawValue: row[0]).map { ($0, try row.figure(1)) }
            }
        }
    }

    /// The figure of a question that is of one record.
    private func figure(_ sql: String, _ key: String) throws(DecideError) -> Int {
        try storing { try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [key]) ?? 0 }
    }
}

extension [DailyReport] {
    /// Person-days, people helped, the work done in the order in which it was first told, and what was noted.
    fileprivate var facts: [StoryFact] {
        let (days, helped) = (reduce(0) { $0 + $1.present }, reduce(0) { $0 + $1.beneficiaries })
        var facts = [
            StoryFact.figure(
                SeasonFigure.personDays.phrase, days, Phrase(fa: "\(days) نفرروز", en: "\(days, "person-day")")),
            .figure(
                SeasonFigure.beneficiaries.phrase, helped,
                Phrase(fa: "\(helped) نفر", en: "\(helped, "person", plural: "people")")),
        ].compactMap { $0 }
        let reports = sorted { $0.day < $1.day }
        var sums: [WorkLine] = []
        for line in reports.flatMap(\.work) {
            if let place = sums.firstIndex(where: {
                $0.field == line.field && $0.what == line.what && $0.unit == line.unit
            }) {
                sums[place].quantity = sums[place].quantity + line.quantity
            } else {
                sums.append(line)
            }
        }
        facts += sums.map { .quantity(.work, $0.field.phrase, $0.quantity, $0.unit, $0.what) }
        for report in reports {
            guard let note = report.note, !note.isEmpty else { continue }
            let day = Phrase(fa: "\(report.day.dayAndMonth(.persian))", en: "\(report.day.dayAndMonth(.english))")
            facts.append(.said(.note, day, note))
        }
        return facts
    }
}
