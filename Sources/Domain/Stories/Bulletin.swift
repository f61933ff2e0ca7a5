import Persian

/// An edition of an issue of the bulletin: stories and the season's figures. Issued, it never changes; what was wrong with it
/// is said by the next edition of its number.
public struct Bulletin: Staged {
    public var id = ""
    public var version = 1
    public var number: Int
    /// 1 for the first, one more with each correction.
    public var edition = 1
    /// Its day: the figures are those of the Jalali year until then.
    public var on: Day
    public var title: String?
    /// The leading word.
    public var lead: String?
    /// Codes, in their order.
    public var stories: [String]
    /// What it corrects; nil in a first edition.
    public var erratum: String?
    /// What it says, once it was issued.
    public var content: BulletinContent?
    /// SHA-256 of its HTML, as 64 hexadecimal digits.
    public var sha256: String?
    public var state: BulletinState = .composed

    /// "1", and "1/2" for its second edition.
    public var key: String { Self.key(number, edition) }
    static func key(_ number: Int, _ edition: Int) -> String { edition == 1 ? "\(number)" : "\(number)/\(edition)" }
    public var shortTitle: String { title ?? key }
    public var staged: Phrase { called }

    /// "issue 1", and "issue 1, edition 2".
    public var called: Phrase {
        edition == 1
            ? Phrase(fa: "خبرنامه شماره \(persianDigits(number))", en: "bulletin number \(number)")
            : Phrase(
                fa: "خبرنامه شماره \(persianDigits(number))، نوبت \(persianDigits(edition))",
                en: "bulletin number \(number), edition \(edition)")
    }

    public static let kind = RecordKind("bulletin", Phrase(fa: "خبرنامه", en: "bulletin"))
    public static let hasNumericKey = true
    public static let blank = Bulletin(number: 1, on: Day(number: 0), stories: [])

    public static let columns = BulletinFields.columns

    /// What was issued is never taken back.
    public var isNeverTakenBack: Bool { state == .issued }

    /// - Throws: `wrong-state` for one that was issued.
    public func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        try require([.composed])
    }
}

/// The fields of bulletins.
public enum BulletinFields {
    public static let number = RecordField(
        \Bulletin.number, .numeral("number", Phrase(fa: "شماره", en: "number"), 1...9_999), [.identifies]
    ).shown { $1.digits(String($0.number)) }
    public static let on = RecordField(\Bulletin.on, .day("on", Phrase(fa: "تاریخ انتشار", en: "on")))
    public static let title = RecordField(
        \Bulletin.title, .text("title", Phrase(fa: "عنوان", en: "title"), limit: 200))
    public static let lead = RecordField(
        \Bulletin.lead, .text("lead", Phrase(fa: "سرسخن", en: "leading word"), lines: true, limit: 4_000))
    public static let stories = RecordField(
        \Bulletin.stories, .stories("stories", Phrase(fa: "روایت‌ها", en: "stories")), refersTo: [Story.kind])

    static let columns = listed(
        number,
        Column("edition", \Bulletin.edition, Phrase(fa: "نوبت نشر", en: "edition"), identifies: true),
        on, title, lead, stories, Column("erratum", \Bulletin.erratum, Phrase(fa: "اصلاحیه", en: "erratum")),
        Column("content", \Bulletin.content, Phrase(fa: "محتوای ثابت", en: "frozen content")),
        Column("sha256", \Bulletin.sha256, Phrase(fa: "اثر انگشت", en: "SHA-256"), isCode: true), Bulletin.stateColumn)

    /// What was wrong with the edition before.
    public static let note = Parameter<String>.text(
        "note", Phrase(fa: "اصلاحیه", en: "erratum"), lines: true, limit: 2_000)
    /// The office's own template, by which it is to be printed.
    public static let template = Parameter<String>(
        name: "template", phrase: Phrase(fa: "قالب", en: "template"), kind: .longText
    ) { (json) throws(Refusal) in
        let phrase = Phrase(fa: "قالب", en: "template")
        guard let text = json.string, text.utf8.count <= 100_000 else {
            throw .unknown(
                "template", phrase, value: json.plainText,
                accepted: Phrase(fa: "متنی تا ۱۰۰٬۰۰۰ بایت", en: "a text of up to 100,000 bytes"))
        }
        return text.isEmpty ? nil : text
    }
}

extension Parameter where Value == [String] {
    /// The codes of stories, each once, in their order.
    fileprivate static func stories(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .records([Story.kind])) { (json) throws(Refusal) in
            let one = Parameter<String>.code(name, Story.kind.phrase, of: Story.kind)
            var codes: [String] = []
            for item in json.list ?? [json] {
                if let code = try one.value(item), !codes.contains(code) { codes.append(code) }
            }
            guard codes.count <= 60 else {
                throw .unknown(
                    name, phrase, value: Phrase(fa: "\(codes.count) روایت", en: "\(codes.count) stories"),
                    accepted: Phrase(fa: "تا ۶۰ روایت", en: "up to 60 stories"))
            }
            return codes
        }
    }
}
