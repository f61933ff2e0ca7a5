/// A command of the invented province as plain data, under the names that `khedmat apply` reads.
///
///     for command in DemoProvince().commands() {
///         print(command.name, command.fields.map(\.0))  // council.found ["code", "name"]
///     }
public struct DemoCommand: Sendable {
    /// Such as `group.register`.
    public let name: String
    /// The command's fields in the order in which a person would write them.
    public let fields: [(String, DemoValue)]

    /// The value of a field, `nil` when the command does not have it.
    public subscript(field: String) -> DemoValue? {
        fields.first { $0.0 == field }?.1
    }
}

/// A value of a field.
public indirect enum DemoValue: Hashable, Sendable {
    case string(String)
    case int(Int)
    case bool(Bool)
    case list([DemoValue])
}

extension DemoValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
