import Domain
import Persian
import Store

extension ShownPart {
    static let support = ShownPart(
        part: .support, screens: [SupportScreen.self],
        headlines: { (context) throws(DecideError) in
            let rule = try context.reader.supportRule(on: context.screen.day)
            let figures = try context.reader.supportFigures(rule)
            guard figures.institutions > 0 || figures.needs > 0 else { return [] }
            return [figures.headline(untakenSoon: try context.reader.untakenCount(on: context.screen.soon))]
        },
        alarms: { (reader, context) throws(DecideError) in
            try reader.untakenNeeds(on: context.soon, limit: OverviewScreen.mostAlarms).mapTyped {
                (need) throws(DecideError) in reader.untaken(need, context)
            }
        },
        distinctions: [
            Distinction(Pledge.self) { (pledge, reader, context) throws(DecideError) in
                let need = try reader.find(Need.self, key: pledge.need)
                let name = try reader.find(Institution.self, key: pledge.institution)?.name
                // The pledge's own quantity, not the need's.
                let language = context.language
                let what = need.map { "\(language.number(pledge.quantity)) \($0.unit) \($0.item)" }
                return language.parts([name, what])
            },
            Distinction(SpiritualSupport.self) { (support, reader, context) throws(DecideError) in
                let name = try reader.find(Institution.self, key: support.institution)?.name
                return context.language.parts([name, support.target?.code, support.on.jalaliText(context.language)])
            },
        ], tell: { (news, entry, reader) throws(DecideError) in try news.tellOfMove(entry, reader) })
}

extension SupportFigures {
    /// How many needs are not covered, how many of them nobody has taken, and how often spiritual support was given.
    fileprivate func headline(untakenSoon: Int) -> Headline {
        let lacking =
            untakenSoon > 0
            ? Phrase(
                fa: "\(persianDigits(untakenSoon)) تا فردا بی‌متعهد", en: "\(untakenSoon) due by tomorrow, untaken")
            : Phrase(fa: "\(persianDigits(untaken)) بی‌متعهد", en: "\(untaken) untaken")
        let given = Phrase(fa: "\(persianDigits(spiritual)) پشتیبانی معنوی", en: "\(spiritual) spiritual")
        let note = spiritual > 0 ? [lacking, given].joined(fa: " · ", en: " · ") : lacking
        return Headline(
            title: Phrase(fa: "نیاز پوشش‌نداده", en: "Needs uncovered"), figure: uncovered, note: note,
            share: needs > 0 ? 1 - Double(uncovered) / Double(needs) : nil,
            severity: untakenSoon > 0 ? .alarm : late > 0 ? .warning : nil)
    }
}

extension Reader {
    /// A need that is due by tomorrow and that nobody has taken.
    fileprivate func untaken(_ need: Need, _ context: ScreenContext) -> Alarm {
        let language = context.language
        let day = need.neededBy ?? context.day
        let title = Phrase(
            fa: "▲ بی‌متعهد: \(need.text(.persian))", en: "▲ nobody has taken: \(need.text(.english))")
        let item = FeedItem(
            id: "untaken \(need.code)", day: day, clock: "", name: "", title: title,
            subject: language.parts([need.code, need.target?.code]), target: .record(RecordName(need)), isAlarm: true)
        return Alarm(
            trouble: LiveTrouble(.late, since: Moment(day: day, hour: 0, minute: 0, in: .tehran)), item: item)
    }
}
