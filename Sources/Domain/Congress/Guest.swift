import Persian

/// Somebody who is invited to an edition of the congress, and what the doors saw of him or her.
public struct Guest: Coded, Staged {
    public var id = ""
    public var version = 1
    /// Stands on the invitation; it tells namesakes apart.
    public var code: String
    /// The year of the edition.
    public var congress: String
    public var name: String
    /// What he or she is: "استاندار قم".
    public var title: String?
    public var category: GuestCategory
    /// The place within the category: 1 comes first.
    public var rank: Int
    /// How many people may come along.
    public var companions: Int
    public var state: GuestState = .draft
    public var revokedAt: Moment?
    public var revokedFor: String?
    /// In the order of time; a guest who never came has none.
    public var scans: [DoorScan] = []

    /// The guest and the companions.
    public var seats: Int { 1 + companions }

    public static let kind = RecordKind("guest", Phrase(fa: "مهمان", en: "guest"))
    public static let series = CodeSeries(prefix: "G-", digits: 3)
    public static let blank = Guest(code: "", congress: "", name: "", category: .other, rank: 1, companions: 0)

    public static let columns: [Column<Guest>] = [
        Column("code", \.code, GuestParameters.code.phrase, identifies: true),
        Column("congress", \.congress, Congress.kind.phrase, refersTo: [Congress.kind]),
        Column("name", \.name, GuestParameters.name.phrase),
        Column("title", \.title, GuestParameters.title.phrase),
        Column("category", \.category, GuestParameters.category.phrase),
        Column("rank", \.rank, GuestParameters.rank.phrase),
        Column("companions", \.companions, GuestParameters.companions.phrase),
        Column("state", \.state, Phrase(fa: "وضعیت", en: "state")),
        Column("revokedAt", \.revokedAt, Phrase(fa: "زمان ابطال", en: "revoked at")),
        Column("revokedFor", \.revokedFor, Phrase(fa: "علت ابطال", en: "revoked for")),
        Column("scans", \.scans, Phrase(fa: "ورود و خروج", en: "at the door")),
    ]
}

/// The fields of the commands about guests.
public enum GuestParameters {
    public static let code = Parameter<String>.code("code", Phrase(fa: "کد مهمان", en: "code"))
    public static let name = Parameter<String>.text("name", Phrase(fa: "نام", en: "name"), limit: 200)
    public static let title = Parameter<String>.text("title", Phrase(fa: "سمت", en: "title"), limit: 200)
    public static let category = Parameter<GuestCategory>.choice("category", Phrase(fa: "دسته", en: "category"))
    public static let rank = Parameter<Int>.integer("rank", Phrase(fa: "رتبه تشریفات", en: "rank"), 1...9_999)
    public static let companions = Parameter<Int>.integer("companions", Phrase(fa: "همراهان", en: "companions"), 0...99)
    public static let answer = Parameter<GuestAnswer>.choice("answer", Phrase(fa: "پاسخ", en: "answer"))
}
