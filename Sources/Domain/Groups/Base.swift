import Persian

/// An operational base that groups and package deliveries run through.
public struct Base: Body {
    public var id = ""
    public var version = 1
    public var code: String
    public var name: String
    /// Code of the council it belongs to.
    public var council: String?
    /// Code of the base above it.
    public var parent: String?

    public static let kind = RecordKind("base", Phrase(fa: "قرارگاه جهادی", en: "base"))
    public static let series = CodeSeries(prefix: "B-", digits: 2)
    public static let blank = Base(code: "", name: "")
    public static let columns = BaseFields.columns
}

enum BaseFields {
    static let code = RecordField(\Base.code, .code("code", Phrase(fa: "شناسه قرارگاه", en: "code")), [.identifies])
    static let name = RecordField(\Base.name, .text("name", Phrase(fa: "نام قرارگاه", en: "name"), limit: 200))
    static let council = RecordField(\Base.council, GroupFields.council.parameter)
    static let parent = RecordField(
        \Base.parent, .code("parent", Phrase(fa: "قرارگاه بالادست", en: "parent"), of: Base.kind))

    static let columns = listed(code, name, council, parent)
}
