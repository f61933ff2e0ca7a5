import Persian

/// A part of the file that travels to a laptop without a network, and back.
///
/// The office keeps one record for each pack it made; the pack's own file holds the same record, and so says what it
/// is, whose and from when.
public struct Pack: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    /// What the codes made in it bear, in no other pack of the office: "A" makes N-A001.
    public var letter: String
    /// The name of its ``PackKind``.
    public var kind: String
    /// The key of the record it is about.
    public var about: String
    /// Of a base, the campaign in which it serves.
    public var campaign: String?
    /// The staff account as which all its commands are given, whoever opens it.
    public var account: String
    /// The name of the office that made it.
    public var office: String
    /// SHA-256 of the secret that its file holds, 64 hexadecimal digits.
    public var seal: String
    /// When and by whom it was made.
    public var madeAt: Moment
    public var madeBy: String
    /// How many of its commands have been brought home, and when the last came.
    public var received = 0
    public var receivedAt: Moment?
    public var state: PackState = .out

    public var name: String { about }
    public var subject: PackSubject { PackSubject(key: about, campaign: campaign) }

    public static let kind = RecordKind("pack", Phrase(fa: "بسته همراه", en: "pack"))
    public static let canBeVoided = false
    public static let series = CodeSeries(prefix: "PK-", digits: 3)
    public static let blank = Pack(
        code: "", letter: "", kind: "", about: "", account: "", office: "", seal: "",
        madeAt: Moment(milliseconds: 0), madeBy: "")

    public static let columns = PackFields.columns

    /// The letter of the nth pack: A … Z without I and O, which look like digits, then AA, AB, …
    ///
    ///     Pack.letter(1)  // "A"
    ///     Pack.letter(25)  // "AA"
    static func letter(_ number: Int) -> String {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
        var (left, text) = (number, "")
        while left > 0 {
            text = String(letters[(left - 1) % letters.count]) + text
            left = (left - 1) / letters.count
        }
        return text
    }

    /// What its kind is called: "camp", "congress door".
    public var sort: Phrase { declaration?.title ?? Phrase(fa: kind, en: kind) }

    /// What it may hold; nil when a newer program made it.
    public var declaration: (any PackKind.Type)? { PackKinds.named(kind) }
}

public enum PackState: String, Choice {
    case out, recalled

    public var phrase: Phrase {
        switch self {
        case .out: Phrase(fa: "در راه", en: "out")
        case .recalled: Phrase(fa: "فراخوانده", en: "recalled")
        }
    }
}

/// The fields of packs, and what the commands about them share.
public enum PackFields {
    public static let code = RecordField(\Pack.code, .code("code", Phrase(fa: "شماره بسته", en: "code")), [.identifies])
    public static let kind = RecordField(
        \Pack.kind, .packKind("kind", Phrase(fa: "نوع بسته", en: "kind"))
    ).shown(inSheets: true) { $0.sort[$1] }
    public static let about = RecordField(
        \Pack.about, .text("about", Phrase(fa: "درباره", en: "about"), limit: 60), refersTo: PackKinds.subjects)
    public static let campaign = RecordField(\Pack.campaign, CampaignFields.campaign, [.isLater])
    public static let account = RecordField(
        \Pack.account, .account("account", Phrase(fa: "حساب", en: "account")), refersTo: [Staff.kind])
    static let seal = RecordField(\Pack.seal, .hash("seal", Phrase(fa: "مهر", en: "seal")))

    static let columns = listed(
        code, Column("letter", \Pack.letter, Phrase(fa: "حرف ایستگاه", en: "letter")), kind, about, campaign, account,
        Column("office", \Pack.office, Phrase(fa: "دفتر", en: "office")), seal,
        Column("madeAt", \Pack.madeAt, Phrase(fa: "زمان ساخت", en: "made at")),
        Column("madeBy", \Pack.madeBy, Phrase(fa: "سازنده", en: "made by")),
        Column("received", \Pack.received, Phrase(fa: "فرمان‌های رسیده", en: "commands received")),
        Column("receivedAt", \Pack.receivedAt, Phrase(fa: "آخرین بازگشت", en: "last brought")), Pack.stateColumn)

    static let commands = Parameter<Int>.integer(
        "commands", Phrase(fa: "شمار فرمان‌ها", en: "commands"), 0...1_000_000_000)
    static let users = Parameter<[String]>.texts("users", Phrase(fa: "پشت رایانه", en: "at the laptop"))
}

extension Parameter where Value == String {
    /// SHA-256, as 64 hexadecimal digits.
    fileprivate static func hash(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .text) { (json) throws(Refusal) in
            let text = cleaned(json.plainText).lowercased()
            if json.string != nil, text.isEmpty { return nil }
            if json.string != nil, text.utf8.count == 64, text.allSatisfy(\.isHexDigit) { return text }
            throw .unknown(
                name, phrase, value: text, accepted: Phrase(fa: "۶۴ رقم شانزده‌شانزدهی", en: "64 hexadecimal digits"))
        }
    }

    /// The name of a kind of pack.
    fileprivate static func packKind(_ name: String, _ phrase: Phrase) -> Parameter {
        let choices = PackKinds.all.map { ParameterChoice(value: $0.name, phrase: $0.title) }
        return Parameter(name: name, phrase: phrase, kind: .choice(choices)) { (json) throws(Refusal) in
            let word = cleaned(json.plainText)
            if json.string != nil, word.isEmpty { return nil }
            if PackKinds.named(word) != nil { return word }
            throw .unknown(name, phrase, value: word, accepted: PackKinds.names)
        }
    }
}
