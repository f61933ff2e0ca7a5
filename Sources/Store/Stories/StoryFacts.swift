import Domain
import GRDB
import Persian

/// A fact of what a story is about, beside its text: what it is, and how it reads when it is taken into the text.
public struct StoryFact: Hashable, Sendable {
    public enum Sort: Hashable, Sendable { case what, people, days, work, figure, name }
    public let sort: Sort
    public let label: Phrase
    public let text: Phrase

    /// What a key takes into the text: without the marks that isolate it on a screen.
    public func taken(_ language: Language) -> String { text[language].withoutIsolates }
}

extension Reader {
    /// The facts beside a text: what it is about, the people, the days, the work done, the figures, and of the households
    /// that it names what they agreed to. Nobody else's name is among them.
    ///
    ///     try reader.facts(about: NeedTarget(subject: .camp, code: "C-001"), naming: [], on: today)
    ///     // days "۱۴۰۱/۰۵/۰۱ تا ۱۴۰۱/۰۵/۰۷", figure "۱۴۰ نفرروز", work "جوی ۴۰۰ متر (عمران)" …
    ///
    /// - Parameter day: today, which tells who holds an office.
    /// - Throws: what the store reports.
    public func facts(
        about target: NeedTarget, naming names: [StoryName], on day: Day
    ) throws(DecideError) -> [StoryFact] {
        let found: [StoryFact] =
            switch target.subject {
            case .camp: try campFacts(target.code)
            case .point: try pointFacts(target.code)
            case .group: try groupFacts(target.code, on: day)
            case .campaign: try campaignFacts(target.code)
            case .congress: try congressFacts(target.code, on: day)
            }
        return found + (try nameFacts(names))
    }

    private func campFacts(_ code: String) throws(DecideError) -> [StoryFact] {
        guard let camp = try find(Camp.self, key: code) else { return [] }
        var facts = [
            what(Camp.kind.phrase, camp.title), .place(camp.place, camp.county),
            .days(camp.from...(camp.closedOn ?? camp.to)),
        ]
        for part in camp.groups {
            guard let group = try find(Group.self, key: part.group) else { continue }
            facts.append(
                StoryFact(
                    sort: .people, label: Group.kind.phrase,
                    text: Phrase(
                        fa: "\(part.headcount) نفر از گروه \(group.name)",
                        en: "\(part.headcount, "person", plural: "people") of the group \(group.name)")))
        }
        if let leader = try camp.leader.flatMapTyped({ (key) throws(DecideError) in try find(Person.self, key: key) }) {
            facts.append(.person(Phrase(fa: "سرپرست اردو", en: "leader"), leader))
        }
        let reports = try reports(of: code).filter { $0.state == .current }
        facts.append(.figure(SeasonFigure.personDays.phrase, reports.reduce(0) { $0 + $1.present }))
        facts.append(.figure(SeasonFigure.beneficiaries.phrase, reports.reduce(0) { $0 + $1.beneficiaries }))
        return facts.filter(\.says) + Self.work(of: reports)
    }

    /// Lines of one thing and one unit together, in the order in which they were first told.
    private static func work(of reports: [DailyReport]) -> [StoryFact] {
        var sums: [WorkLine] = []
        for line in reports.sorted(by: { $0.day < $1.day }).flatMap(\.work) {
            let place = sums.firstIndex { $0.field == line.field && $0.what == line.what && $0.unit == line.unit }
            if let place {
                let sum = sums[place].quantity.thousandths + line.quantity.thousandths
                sums[place].quantity = Quantity(thousandths: sum)
            } else {
                var first = line
                first.worth = nil
                sums.append(first)
            }
        }
        return sums.map { line in
            StoryFact(
                sort: .work, label: line.field.phrase,
                text: Phrase(
                    fa: "\(Language.persian.quantity(line.quantity)) \(line.unit) \(line.what)",
                    en: "\(Language.english.quantity(line.quantity)) \(line.unit) \(line.what)"))
        }
    }

    private func pointFacts(_ code: String) throws(DecideError) -> [StoryFact] {
        guard let point = try find(ServicePoint.self, key: code) else { return [] }
        let sums = try figures(
            "SELECT ifnull(sum(served), 0), count(*) FROM tallies WHERE point = ?", [code])
        let shifts = try figures(
            "SELECT count(*), ifnull(sum(present), 0) FROM shifts WHERE point = ? AND state = 'planned'", [code])
        var facts = [what(ServicePoint.kind.phrase, point.name)]
        if let opened = point.openedOn { facts.append(.days(opened...max(opened, point.closedOn ?? opened))) }
        return
            (facts + [
                .figure(SeasonFigure.services.phrase, sums[0]),
                .figure(Phrase(fa: "نوبت خدمت", en: "shifts"), shifts[0]),
                .figure(Phrase(fa: "خادم در نوبت‌ها", en: "places taken in shifts"), shifts[1]),
            ]).filter(\.says)
    }

    private func groupFacts(_ code: String, on day: Day) throws(DecideError) -> [StoryFact] {
        guard let group = try find(Group.self, key: code) else { return [] }
        var facts = [what(Group.kind.phrase, group.name), .place("", group.county)]
        for office in [Office.head, .mediaLiaison] {
            guard let holder = try holder(of: code, office, on: day) else { continue }
            facts.append(.person(office.phrase, holder))
        }
        facts.append(.figure(Phrase(fa: "نفر عضو", en: "members"), group.size))
        let sums = try figures(
            """
            SELECT count(*), ifnull(sum(g.headcount), 0) FROM campGroups g JOIN camps c ON c.code = g.camp
            WHERE g."group" = ? AND c.state IN ('running', 'suspended', 'closed')
            """, [code])
        facts.append(.figure(SeasonFigure.camps.phrase, sums[0]))
        return facts.filter(\.says)
    }

    private func campaignFacts(_ code: String) throws(DecideError) -> [StoryFact] {
        guard let campaign = try find(Campaign.self, key: code), let figures = try campaignFigures(code) else {
            return []
        }
        return [
            what(Campaign.kind.phrase, campaign.title), .days(campaign.from...campaign.to),
            .figure(SeasonFigure.packages.phrase, figures.delivered),
            .figure(SeasonFigure.households.phrase, figures.served),
        ].filter(\.says)
    }

    private func congressFacts(_ year: String, on day: Day) throws(DecideError) -> [StoryFact] {
        guard let congress = try find(Congress.self, key: year) else { return [] }
        let guests = try guestCounts(ofCongress: year, on: day)
        let sessions = try figures(
            "SELECT count(*), 0 FROM sessions WHERE congress = ? AND state = 'scheduled'", [year])
        return [
            what(Congress.kind.phrase, congress.city), .place(congress.venue, congress.city),
            .days(congress.days), .figure(Phrase(fa: "نشست", en: "sessions"), sessions[0]),
            .figure(Phrase(fa: "مهمان دعوت‌شده", en: "guests invited"), guests.invited.guests),
            .figure(
                Phrase(fa: "مهمان آمده", en: "guests who came"), guests.sum([.checkedIn, .checkedOut]).guests),
        ].filter(\.says)
    }

    /// Of each household what it agreed to: how its head is called, or where it lives.
    private func nameFacts(_ names: [StoryName]) throws(DecideError) -> [StoryFact] {
        var facts: [StoryFact] = []
        for name in names where name.consent && name.use != .picture {
            guard let household = try find(Household.self, key: name.household) else { continue }
            let text = name.use == .name ? household.headName : household.place
            facts.append(
                StoryFact(
                    sort: .name,
                    label: Phrase(
                        fa: "\(name.use.phrase) \(household.code)", en: "\(name.use.phrase) of \(household.code)"),
                    text: Phrase(fa: "\(text)", en: "\(text)")))
        }
        return facts
    }

    private func what(_ label: Phrase, _ name: String) -> StoryFact {
        StoryFact(sort: .what, label: label, text: Phrase(fa: "\(name)", en: "\(name)"))
    }

    /// Two figures of a question that is of one record.
    private func figures(_ sql: String, _ arguments: [String]) throws(DecideError) -> [Int] {
        try storing {
            guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
            else {
                return [0, 0]
            }
            return [try row.figure(0), try row.figure(1)]
        }
    }
}

extension StoryFact {
    /// Whether there is anything to say of it.
    fileprivate var says: Bool { !["", "0"].contains(taken(.english)) }

    fileprivate static func place(_ place: String, _ county: String) -> StoryFact {
        let all = [place, county].filter { !$0.isEmpty }
        return StoryFact(
            sort: .what, label: Phrase(fa: "محل", en: "place"),
            text: Phrase(fa: "\(all.joined(separator: "، "))", en: "\(all.joined(separator: ", "))"))
    }

    fileprivate static func days(_ days: ClosedRange<Day>) -> StoryFact {
        let (from, to) = (days.lowerBound, days.upperBound)
        let text =
            from == to
            ? Phrase(fa: from.jalaliText(.persian), en: from.jalaliText(.english))
            : Phrase(
                fa: "\(from.jalaliText(.persian)) تا \(to.jalaliText(.persian))",
                en: "\(from.jalaliText(.english)) to \(to.jalaliText(.english))")
        return StoryFact(sort: .days, label: Phrase(fa: "روزها", en: "days"), text: text)
    }

    fileprivate static func person(_ label: Phrase, _ person: Person) -> StoryFact {
        StoryFact(sort: .people, label: label, text: Phrase(fa: "\(person.fullName)", en: "\(person.fullName)"))
    }

    fileprivate static func figure(_ label: Phrase, _ value: Int) -> StoryFact {
        StoryFact(sort: .figure, label: label, text: Phrase(fa: "\(value)", en: "\(value)"))
    }
}
