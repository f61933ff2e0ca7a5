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
    public static let columns: [Column<Base>] = [
        Column("code", \.code, BaseParameters.code.phrase, identifies: true),
        Column("name", \.name, BaseParameters.name.phrase),
        Column("council", \.council, Council.kind.phrase, refersTo: [Council.kind]),
        Column("parent", \.parent, BaseParameters.parent.phrase, refersTo: [Base.kind]),
    ]
}

enum BaseParameters {
    static let code = Parameter<String>.code("code", Phrase(fa: "شناسه قرارگاه", en: "code"))
    static let name = Parameter<String>.text("name", Phrase(fa: "نام قرارگاه", en: "name"), limit: 200)
    static let parent = Parameter<String>.code("parent", Phrase(fa: "قرارگاه بالادست", en: "parent"), of: Base.kind)
}
