import Canvas
import Domain
import Persian
import Store

/// The stories, the latest code first, and what can be done with each.
enum StoriesList: RecordList {
    static let id = "stories"
    static let title = Phrase(fa: "روایت‌ها", en: "Stories")
    static let icon = "✎"
    static let columns = [
        Column(Phrase(fa: "روایت", en: "Story"), minimum: 7, priority: 10),
        Column(Phrase(fa: "عنوان", en: "Title"), minimum: 14, weight: 3, priority: 9),
        Column(Phrase(fa: "درباره", en: "About"), minimum: 7, weight: 1, priority: 5),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 12, priority: 8),
    ]
    static let actions: [RecordAction<Story>] = [
        .new(StoryDraft.self), .amend(StoryAmend.self, "code"), step("stories.submit", "s", StorySubmit.self),
        step("stories.approve", "a", StoryApprove.self), step("stories.return", "r", StoryReturn.self),
        step("stories.withdraw", "w", StoryWithdraw.self), .void(),
    ]

    /// The form of what takes the selected story further.
    private static func step(_ id: String, _ key: String, _ command: any Command.Type) -> RecordAction<Story> {
        RecordAction(id, key, command.title, command: command) { story in
            story.map {
                .form(
                    FormRequest(
                        command, fixed: [.init("code", .string($0.code))], record: RecordName(Story.kind, $0.code)))
            }
        }
    }

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.stories(StoryFilter(text: filter), from: start, limit: limit)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Story? {
        try reader.record(Story.self, at: place)
    }

    static func code(_ story: Story) -> String? { story.code }

    static func cells(_ story: Story, _ context: ScreenContext) -> [TableCell] {
        [
            TableCell(story.code, direction: .leftToRight), TableCell(story.title, direction: .page),
            TableCell(story.target?.code ?? "", direction: .leftToRight, color: .muted),
            TableCell(story.state.phrase[context.language], color: story.state == .published ? .good : nil),
        ]
    }

    static func facts(_ story: Story, _ context: ScreenContext) -> [Facts.Fact] { story.facts(context) }
}

/// The issues of the bulletin, the latest first.
enum BulletinsList: RecordList {
    static let id = "bulletins"
    static let title = Phrase(fa: "خبرنامه‌ها", en: "Bulletins")
    static let icon = "▤"
    static let columns = [
        Column(Phrase(fa: "شماره", en: "Number"), minimum: 7, priority: 10),
        Column(Phrase(fa: "تاریخ", en: "Day"), minimum: 10, priority: 8),
        Column(Phrase(fa: "عنوان", en: "Title"), minimum: 10, weight: 2, priority: 7),
        Column(Phrase(fa: "روایت‌ها", en: "Stories"), minimum: 8, weight: 2, priority: 6),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 12, priority: 9),
    ]
    static let actions: [RecordAction<Bulletin>] = [
        .new(BulletinCompose.self), step("bulletins.compose", "e enter", BulletinCompose.self),
        step("bulletins.issue", "i", BulletinIssue.self), step("bulletins.correct", "c", BulletinCorrect.self), .void(),
    ]

    /// The form of what takes the selected issue further.
    private static func step(_ id: String, _ key: String, _ command: any Command.Type) -> RecordAction<Bulletin> {
        RecordAction(id, key, command.title, command: command) { bulletin in
            bulletin.map {
                .form(
                    FormRequest(
                        command, fixed: [.init("number", .integer($0.number))],
                        record: RecordName(Bulletin.kind, $0.key)))
            }
        }
    }

    static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? { try reader.row(ofBulletin: key) }

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.window(of: Bulletin.kind, matching: filter, from: start, limit: limit)
    }

    static func item(
        at place: ListPlace, in reader: Reader, _ context: ScreenContext
    ) throws(DecideError) -> Bulletin? {
        try reader.record(Bulletin.self, at: place)
    }

    static func cells(_ bulletin: Bulletin, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        return [
            TableCell(language.digits(bulletin.key), direction: .leftToRight),
            TableCell(bulletin.on.jalaliText(language)), TableCell(bulletin.title ?? "", direction: .page),
            TableCell(bulletin.stories.joined(separator: " "), direction: .leftToRight, color: .muted),
            TableCell(bulletin.state.phrase[language], color: bulletin.state == .issued ? .good : nil),
        ]
    }

    static func facts(_ bulletin: Bulletin, _ context: ScreenContext) -> [Facts.Fact] { bulletin.facts(context) }
}
