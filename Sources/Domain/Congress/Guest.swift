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

    public static let columns = GuestFields.columns
}

/// The fields of guests.
public enum GuestFields {
    public static let code = RecordField(
        \Guest.code, .code("code", Phrase(fa: "کد مهمان", en: "code")), [.identifies])
    public static let congress = RecordField(\Guest.congress, CongressFields.congress)
    public static let name = RecordField(\Guest.name, .text("name", Phrase(fa: "نام", en: "name"), limit: 200))
    public static let title = RecordField(\Guest.title, .text("title", Phrase(fa: "سمت", en: "title"), limit: 200))
    public static let category = RecordField(\Guest.category, .choice("category", Phrase(fa: "دسته", en: "category")))
    public static let rank = RecordField(
        \Guest.rank, .integer("rank", Phrase(fa: "رتبه تشریفات", en: "rank"), 1...9_999))
    public static let companions = RecordField(
        \Guest.companions, .integer("companions", Phrase(fa: "همراهان", en: "companions"), 0...99))

    static let columns = listed(
        code, congress, name, title, category, rank, companions, Guest.stateColumn,
        Column("revokedAt", \Guest.revokedAt, Phrase(fa: "زمان ابطال", en: "revoked at")),
        Column("revokedFor", \Guest.revokedFor, Phrase(fa: "علت ابطال", en: "revoked for")),
        Column("scans", \Guest.scans, Phrase(fa: "ورود و خروج", en: "at the door")))

    public static let answer = Parameter<GuestAnswer>.choice("answer", Phrase(fa: "پاسخ", en: "answer"))
}
