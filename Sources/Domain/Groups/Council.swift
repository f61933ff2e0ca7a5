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
    public static let columns = CouncilFields.columns
}

enum CouncilFields {
    static let code = RecordField(\Council.code, .code("code", Phrase(fa: "شناسه شورا", en: "code")), [.identifies])
    static let name = RecordField(\Council.name, .text("name", Phrase(fa: "نام شورا", en: "name"), limit: 200))
    static let parent = RecordField(
        \Council.parent, .code("parent", Phrase(fa: "شورای بالادست", en: "parent"), of: Council.kind))

    static let columns = listed(code, name, parent)
}
