import Domain
import Persian
import Store

extension ShownPart {
    static let stories = ShownPart(
        part: .stories, screens: [StoriesScreen.self, BulletinsScreen.self],
        headlines: { (context) throws(DecideError) in
            let days = try context.reader.publishedStories(until: context.screen.day, days: HeadlineContext.days)
            let counts = try context.reader.storyCounts()
            guard counts.values.contains(where: { $0 > 0 }) else { return [] }
            let waiting = counts[.submitted] ?? 0
            return [
                Headline(
                    title: Phrase(fa: "روایت منتشرشده", en: "Stories published"), figure: days.last ?? 0,
                    note: Phrase(fa: "\(waiting) در انتظار بررسی", en: "\(waiting) to be reviewed"), days: days)
            ]
        },
        companions: [BulletinCompanion.self], modals: [WritingModal.self, PicturesModal.self, BulletinSaving.self],
        tell: { (news, entry, reader) throws(DecideError) in
            news.tellOfNumber(entry)
            try news.tellOfIssues(entry, reader)
        })
}

extension News {
    /// "issue a bulletin: number 2": what it is, the command has said.
    fileprivate mutating func tellOfNumber(_ entry: LedgerEntry) {
        guard [BulletinCompose.name, BulletinIssue.name, BulletinCorrect.name].contains(entry.command),
            let bulletin = entry.changes.lazy.compactMap({ ($0.after ?? $0.before) as? Bulletin }).first
        else { return }
        subject = Phrase(fa: "شماره \(numeral: bulletin.key)", en: "number \(numeral: bulletin.key)")
    }

    /// The issues that hold a household which took its consent back, or a story that was withdrawn: they are listed at once.
    fileprivate mutating func tellOfIssues(_ entry: LedgerEntry, _ reader: Reader) throws(DecideError) {
        guard [StoryAmend.name, StoryWithdraw.name].contains(entry.command),
            let keys = JSON.object(entry.result)["issues"]?.list?.compactMap(\.string), !keys.isEmpty
        else { return }
        let issues = try keys.compactMapTyped { (key) throws(DecideError) in try reader.find(Bulletin.self, key: key) }
        guard let last = issues.last else { return }
        let lines = issues.map { issue in
            Phrase(
                fa: "● \(issue.called) · \(issue.on.jalaliText(.persian))",
                en: "● \(issue.called) · \(issue.on.jalaliText(.english))")
        }
        let advice = Phrase(
            fa: "این شماره‌ها دگرگون نمی‌شوند؛ نوبتی تازه با اصلاحیه بی آن منتشر می‌شود.",
            en: "Issues never change; another edition with an erratum leaves it out.")
        question = Question(
            title: Phrase(fa: "در این خبرنامه‌ها آمده است", en: "It stands in these bulletins"),
            text: (lines + [advice]).joined(fa: "\n", en: "\n"),
            answers: [
                .init(Phrase(fa: "بازگشت", en: "Back")),
                .init(Phrase(fa: "رفتن به خبرنامه", en: "Go to the bulletin"), .record(RecordName(last))),
            ])
    }
}
