import Persian

/// One field of a record, declared once: what JSON, forms and people call it, how a value of it is read, and where the
/// record holds it. Its column and its setter follow, and so does the parameter of each command that takes it.
///
///     public enum PointFields {
///         public static let pole = RecordField(
///             \ServicePoint.pole, .numeral("pole", Phrase(fa: "شماره عمود", en: "pole"), 1...2000))
///     }
///
/// The kind of record that a code or a national ID names is the one that its column refers to, unless another is given.
public struct RecordField<Owner: Record, Value: Sendable>: FieldSource {
    public let parameter: Parameter<Value>
    public private(set) var column: Column<Owner>
    let set: @Sendable (inout Owner, Value?) -> Void

    /// - Parameters:
    ///   - keep: what of a value that was read the record holds: of a national ID its digits. A field that is cleared
    ///     holds what it holds in a blank record.
    ///   - phrase: what the column is called where it is not called as the parameter is.
    init<Kept: JSONValue>(
        _ path: any WritableKeyPath<Owner, Kept> & Sendable, _ parameter: Parameter<Value>,
        as keep: @escaping @Sendable (Value) -> Kept, _ traits: ColumnTraits = [], column phrase: Phrase? = nil,
        refersTo: [RecordKind]? = nil
    ) {
        self.parameter = parameter
        column = Column(
            parameter.name, path, phrase ?? parameter.phrase, identifies: traits.contains(.identifies),
            refersTo: refersTo ?? parameter.kind.lookedUp ?? [], isOwner: traits.contains(.isOwner),
            isCode: parameter.kind.isCode, isPrivate: parameter.kind.isPrivate, isLater: traits.contains(.isLater))
        set = { $0[keyPath: path] = $1.map(keep) ?? Owner.blank[keyPath: path] }
    }

    /// A field that always has a value.
    init(
        _ path: any WritableKeyPath<Owner, Value> & Sendable, _ parameter: Parameter<Value>,
        _ traits: ColumnTraits = [], column phrase: Phrase? = nil, refersTo: [RecordKind]? = nil
    ) where Value: JSONValue {
        self.init(path, parameter, as: { $0 }, traits, column: phrase, refersTo: refersTo)
    }

    /// A field that may be empty.
    init(
        _ path: any WritableKeyPath<Owner, Value?> & Sendable, _ parameter: Parameter<Value>,
        _ traits: ColumnTraits = [], column phrase: Phrase? = nil, refersTo: [RecordKind]? = nil
    ) where Value: JSONValue {
        self.init(path, parameter, as: { $0 }, traits, column: phrase, refersTo: refersTo)
    }

    /// The same field, whose column people read otherwise than its value alone would be; see ``Column/shown(inSheets:_:)``.
    func shown(
        inSheets: Bool = false, _ display: @escaping @Sendable (Owner, Language) -> String
    ) -> RecordField {
        var field = self
        field.column = column.shown(inSheets: inSheets, display)
        return field
    }
}

/// What a column is to its record.
struct ColumnTraits: OptionSet {
    let rawValue: Int

    /// It helps to tell the record from others of its kind.
    static let identifies = ColumnTraits(rawValue: 1)
    /// The record is a part of the one it refers to here, and leaves with it.
    static let isOwner = ColumnTraits(rawValue: 2)
    /// Files of a former format do not have it.
    static let isLater = ColumnTraits(rawValue: 4)
}

/// What has a column: a field, or a column that no command fills.
public protocol ColumnSource<Owner> {
    associatedtype Owner
    var column: Column<Owner> { get }
}

extension Column: ColumnSource {
    public var column: Column { self }
}

/// The columns of fields, and of what is no field, in the order in which a record has them.
func listed<R>(_ sources: any ColumnSource<R>...) -> [Column<R>] { sources.map { $0.column } }

extension Staged {
    /// The column of its state, which commands change and nobody fills in.
    static var stateColumn: Column<Self> { Column("state", \.state, Phrase(fa: "وضعیت", en: "state")) }
}

extension ParameterKind {
    /// Whether it is what something is known by.
    fileprivate var isCode: Bool {
        switch self {
        case .code, .nationalID, .mobile: true
        default: false
        }
    }

    /// Whether it is a national ID or a mobile.
    fileprivate var isPrivate: Bool {
        switch self {
        case .nationalID, .nationalIDs, .mobile, .privateText: true
        default: looksUpPrivateKeys
        }
    }
}
