import Persian

/// What is read as one parameter: the parameter itself, or the field of a record.
public protocol ParameterSource<Value>: Sendable {
    associatedtype Value: Sendable
    var parameter: Parameter<Value> { get }
}

extension Parameter: ParameterSource {
    public var parameter: Parameter { self }
}

extension ParameterSource {
    public var name: String { parameter.name }
    public var phrase: Phrase { parameter.phrase }
}

/// A field of a record as a command takes it: how it is given, and where it goes.
///
/// In a list of such uses a field stands as `PointFields.name.required`, as it does in a list of parameters.
public struct FieldUse<Owner: Record>: Sendable {
    public let parameter: ParameterUse
    /// Where the record holds it; nil for what the command takes beside the record's fields.
    public let column: Column<Owner>?
    /// Sets the field where it was given.
    let fill: @Sendable (inout Owner, Arguments) -> Void

    /// What the command takes beside the record's own fields.
    static func also(_ parameter: ParameterUse) -> FieldUse {
        FieldUse(parameter: parameter, column: nil, fill: { _, _ in })
    }
}

/// A field of a record, whatever it holds.
protocol FieldSource: ParameterSource, ColumnSource where Owner: Record {
    var set: @Sendable (inout Owner, Value?) -> Void { get }
}

extension FieldSource {
    var required: FieldUse<Owner> { use(parameter.required) }
    var kept: FieldUse<Owner> { use(parameter.kept) }
    var clearable: FieldUse<Owner> { use(parameter.clearable) }

    fileprivate func use(_ use: ParameterUse) -> FieldUse<Owner> {
        let (parameter, set) = (parameter, set)
        return FieldUse(parameter: use, column: column) { record, given in
            if given.has(parameter.name) { set(&record, given[parameter]) }
        }
    }
}

extension FieldSource where Value == String {
    /// The code of a new record; see ``Parameter/coined``.
    var coined: FieldUse<Owner> { use(parameter.coined) }
}

extension JSON {
    /// The value of a command's field as people know it: choices by their words, whatever a person typed as it is.
    ///
    /// - Parameter use: the parameter of which it is a value; nil where this program does not know it.
    public func words(of use: ParameterUse?) -> Phrase {
        switch use?.kind {
        case .choice(let choices), .choices(let choices):
            let values = (list ?? [self]).map { value in
                choices.first { $0.value == value.plainText }?.phrase
                    ?? Phrase(fa: value.plainText, en: value.plainText)
            }
            return values.joined(fa: "، ", en: ", ")
        default: return Phrase(fa: display(.persian), en: display(.english))
        }
    }
}

// In a list of parameters it is one of them.
extension RecordField {
    public var required: ParameterUse { parameter.required }
    public var kept: ParameterUse { parameter.kept }
    public var clearable: ParameterUse { parameter.clearable }
}

extension RecordField where Value == String {
    public var coined: ParameterUse { parameter.coined }
}
