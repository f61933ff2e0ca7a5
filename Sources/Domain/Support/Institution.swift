import Persian

/// A body that supports groups.
public struct Institution: Coded {
    public var id = ""
    public var version = 1
    public var code: String
    public var name: String
    /// Whether it is one of those that carry most of the support.
    public var custodian = false

    public static let kind = RecordKind("institution", Phrase(fa: "دستگاه پشتیبان", en: "institution"))
    public static let series = CodeSeries(prefix: "D-", digits: 2)
    public static let blank = Institution(code: "", name: "")

    public static let columns = InstitutionFields.columns
}

/// The fields of institutions.
public enum InstitutionFields {
    private static let codePhrase = Phrase(fa: "کد دستگاه", en: "code")

    public static let code = RecordField(\Institution.code, .code("code", codePhrase), [.identifies])
    public static let name = RecordField(
        \Institution.name, .text("name", Phrase(fa: "نام دستگاه", en: "name"), limit: 200))
    public static let custodian = RecordField(
        \Institution.custodian, .flag("custodian", Phrase(fa: "متولی اصلی", en: "custodian")))

    static let columns = listed(code, name, custodian)

    /// The code of a new one, which may be its short name in Latin letters.
    static let newCode = RecordField(\Institution.code, .shortCode("code", codePhrase))

    public static let institution = Parameter<String>.code(
        "institution", Institution.kind.phrase, of: Institution.kind)
}

extension Parameter where Value == String {
    /// A code as all new ones, or a few Latin letters.
    fileprivate static func shortCode(_ name: String, _ phrase: Phrase) -> Parameter {
        let code = Parameter.code(name, phrase)
        return Parameter(name: name, phrase: phrase, kind: code.kind) { (json) throws(Refusal) in
            guard let value = try code.read(json) else { return nil }
            let isShort = value.utf8.allSatisfy { (0x41...0x5A).contains($0) } && (2...20).contains(value.utf8.count)
            if isShort || isNewCode(json.plainText) { return value }
            throw .unknown(
                name, phrase, value: json.plainText,
                accepted: Phrase(
                    fa:
                        "نامی کوتاه با حرف‌های لاتین، یا شناسه‌ای با رقم مانند \(Institution.series.code(1))؛ خالی بماند، شناسه آزاد بعدی داده می‌شود",
                    en:
                        "a short name in Latin letters, or a code with a digit such as \(Institution.series.code(1)); left empty, the next free one is given"
                ))
        }
    }
}
