import Persian

/// A body that several groups of one area belong to.
public struct Council: Body {
    public var id = ""
    public var version = 1
    public var code: String
    public var name: String
    /// Code of the council above it.
    public var parent: String?

    public static let kind = RecordKind("council", Phrase(fa: "شورای جهادی", en: "council"))
    public static let series = CodeSeries(prefix: "SH-", digits: 2)
    public static let blank = Council(code: "", name: "")
    public static let columns: [Column<Council>] = [
        Column("code", \.code, CouncilParameters.code.phrase, identifies: true),
        Column("name", \.name, CouncilParameters.name.phrase),
        Column("parent", \.parent, CouncilParameters.parent.phrase, refersTo: [Council.kind]),
    ]
}

enum CouncilParameters {
    static let code = Parameter<String>.code("code", Phrase(fa: "شناسه شورا", en: "code"))
    static let name = Parameter<String>.text("name", Phrase(fa: "نام شورا", en: "name"), limit: 200)
    static let parent = Parameter<String>.code("parent", Phrase(fa: "شورای بالادست", en: "parent"), of: Council.kind)
}
