import Persian

/// What somebody tells of the groups' work.
///
/// It is drafted, submitted, returned or approved by another, and published with an issue of the bulletin. A published one
/// that is changed goes the same way again, while what was published stands (``standing``).
public struct Story: Coded, Staged, ForTarget {
    public var id = ""
    public var version = 1
    public var code: String
    public var title: String
    /// Plain text; see ``StoryBlock``.
    public var body: String
    // Just one of these five holds the code of what the story is about.
    public var camp: String?
    public var point: String?
    public var group: String?
    public var campaign: String?
    public var congress: String?
    /// National ID of who wrote it; nil where somebody of the office did, by ``account``.
    public var author: String?
    public var pictures: [StoryPicture] = []
    public var names: [StoryName] = []
    /// The account that wrote it down.
    public var account: String
    /// The account that submitted it last.
    public var submittedBy: String?
    /// What the reviewer said when it was returned, or why it was withdrawn.
    public var note: String?
    /// The day of the issue that it was published with.
    public var publishedOn: Day?
    /// Of a published story that is being changed: what stands meanwhile.
    public var standing: StoryText?
    public var state: StoryState = .draft

    public var name: String { title }

    /// What it says now.
    public var text: StoryText {
        StoryText(title: title, body: body, pictures: pictures, names: names)
    }

    /// What is published of it; nil for what never was, and for what was withdrawn.
    public var published: StoryText? {
        guard publishedOn != nil, state != .withdrawn else { return nil }
        return standing ?? text
    }

    public static let kind = RecordKind("story", Phrase(fa: "روایت", en: "story"))
    public static let series = CodeSeries(prefix: "ST-", digits: 3)
    public static let blank = Story(code: "", title: "", body: "", account: "")

    public static let columns = StoryFields.columns
}

/// The fields of stories.
public enum StoryFields {
    public static let code = RecordField(\Story.code, .code("code", Phrase(fa: "کد روایت", en: "code")), [.identifies])
    public static let title = RecordField(\Story.title, .text("title", Phrase(fa: "عنوان", en: "title"), limit: 200))
    public static let body = RecordField(
        \Story.body, .text("body", Phrase(fa: "متن", en: "body"), lines: true, limit: 20_000))
    public static let author = RecordField(
        \Story.author, .person("author", Phrase(fa: "نویسنده", en: "author")), as: { $0.digits })
    public static let pictures = RecordField(
        \Story.pictures, .storyPictures("pictures", Phrase(fa: "تصویرها", en: "pictures")))
    public static let names = RecordField(
        \Story.names, .storyNames("names", Phrase(fa: "خانوارهای نام‌برده", en: "households named")),
        refersTo: [Household.kind])
    public static let note = RecordField(\Story.note, .text("note", Phrase(fa: "یادداشت", en: "note"), lines: true))

    static let columns = listed(
        code, title, body, Column("camp", \Story.camp, NeedSubject.camp.phrase, refersTo: [Camp.kind]),
        Column("point", \Story.point, NeedSubject.point.phrase, refersTo: [ServicePoint.kind]),
        Column("group", \Story.group, NeedSubject.group.phrase, refersTo: [Group.kind]),
        Column("campaign", \Story.campaign, NeedSubject.campaign.phrase, refersTo: [Campaign.kind]),
        Column("congress", \Story.congress, NeedSubject.congress.phrase, refersTo: [Congress.kind]), author, pictures,
        names, Column("account", \Story.account, Phrase(fa: "ثبت‌کننده", en: "written down by")),
        Column("submittedBy", \Story.submittedBy, Phrase(fa: "فرستنده برای بررسی", en: "submitted by")), note,
        Column("publishedOn", \Story.publishedOn, Phrase(fa: "تاریخ انتشار", en: "published on")),
        Column("standing", \Story.standing, Phrase(fa: "متن منتشرشده", en: "published text")), Story.stateColumn)

    /// One of the five that it can be about.
    public static let about = Parameter<NeedTarget>.target("about", Phrase(fa: "درباره", en: "about"))
    static let story = Parameter<String>.code("story", Story.kind.phrase, of: Story.kind)
}

/// Published stories about a group, as evidence that it is active: one for each, in the month of its issue.
public enum PublishedStories: ActivitySource {
    public static let id = "stories"
    public static let title = Phrase(fa: "روایت منتشرشده", en: "published stories")

    /// - Throws: nothing.
    public static func evidence(of record: any Record, in registry: some Registry) throws(DecideError) -> [Evidence] {
        guard let story = record as? Story, let group = story.group, let day = story.publishedOn,
            story.state != .withdrawn
        else { return [] }
        return [Evidence(group: group, month: JalaliMonth(of: day), source: id)]
    }
}
