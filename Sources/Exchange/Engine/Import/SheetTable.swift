import Domain
import Persian

/// A column of a sort of sheet: by which headers it is known and what it holds. One that fills a field is called as the
/// field is, and holds what the field does.
public struct SheetColumn<Key: Hashable & Sendable>: Sendable {
    let key: Key
    /// The field that it fills, by its JSON name; nil where it fills none by itself.
    let field: String?
    /// The headers it may have, the Persian one that we write first.
    let headers: [String]
    /// What offices write instead, the likeliest first; taken when none of its own headers is there.
    let near: [String]
    let kind: CellKind
    /// Whether a sheet may do without it.
    let isOptional: Bool

    /// The column of a field.
    ///
    /// - Parameters:
    ///   - also: what it may be called beside the field's own names.
    ///   - headers: all that it may be called, where the field is called otherwise.
    ///   - kind: what its cells hold, where people write otherwise than the rules read.
    init(
        _ key: Key, _ field: some ParameterSource, also: [String] = [], headers: [String]? = nil, near: [String] = [],
        holds kind: CellKind? = nil, isOptional: Bool = false
    ) {
        self.key = key
        self.field = field.parameter.name
        self.headers = headers ?? Self.headers(of: field.parameter, also)
        self.near = near
        self.kind = kind ?? CellKind(field.parameter.kind)
        self.isOptional = isOptional
    }

    /// A column of what is no field.
    init(_ key: Key, _ kind: CellKind, headers: [String], near: [String] = [], isOptional: Bool = false) {
        self.key = key
        self.field = nil
        self.headers = headers
        self.near = near
        self.kind = kind
        self.isOptional = isOptional
    }

    /// The Persian headers, then the English ones, those of the field first.
    private static func headers<Value>(of field: Parameter<Value>, _ also: [String]) -> [String] {
        let own = field.phrase.en == field.name ? [field.name] : [field.phrase.en, field.name]
        let isLatin = { (header: String) in header.utf8.allSatisfy { $0 < 0x80 } }
        return [field.phrase.fa] + also.filter { !isLatin($0) } + own + also.filter(isLatin)
    }
}

/// The columns of a sort of sheet, each once.
public struct SheetTable<Key: Hashable & Sendable & CaseIterable>: Sendable {
    private let columns: [Key: SheetColumn<Key>]
    /// Which column each field stands in.
    let fields: [String: Key]
    let optional: Set<Key>

    init(_ columns: [SheetColumn<Key>]) {
        precondition(Set(columns.map(\.key)) == Set(Key.allCases), "a column is missing")
        self.columns = Dictionary(uniqueKeysWithValues: columns.map { ($0.key, $0) })
        fields = Dictionary(
            uniqueKeysWithValues: columns.compactMap { column in column.field.map { ($0, column.key) } })
        optional = Set(columns.filter(\.isOptional).map(\.key))
    }

    // Every key has its column: the initialiser holds that.
    subscript(key: Key) -> SheetColumn<Key> { columns[key]! }
}

extension CellKind {
    /// What the cells of a column of such a field hold. A record may be named by its code or its name.
    fileprivate init(_ kind: ParameterKind) {
        self =
            switch kind {
            case .text, .privateText, .record, .subject, .anything: .text
            case .longText: .prose
            case .number, .numeral, .quantity: .number
            case .date: .day
            case .time: .time
            case .code: .code
            case .nationalID: .nationalID
            case .mobile: .mobile
            case .choice, .flag: .word
            case .choices, .records, .rows, .list, .nationalIDs: .list
            }
    }
}
