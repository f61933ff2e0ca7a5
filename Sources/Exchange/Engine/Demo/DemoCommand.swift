import Domain

/// A command of the invented province as plain data, under the names that `khedmat apply` reads.
///
///     for command in DemoProvince().commands() {
///         print(command.name, command.fields.map(\.name))  // council.found ["code", "name"]
///     }
public struct DemoCommand: Hashable, Sendable {
    /// Such as `group.register`.
    public let name: String
    /// The command's fields in the order in which a person would write them.
    public let fields: [JSON.Member]

    /// The value of a field, `nil` when the command does not have it.
    public subscript(field: String) -> JSON? {
        fields.first { $0.name == field }?.value
    }

    /// The command as it is sent.
    ///
    /// - Throws: what `Request` says of a command that the office does not have, or whose fields do not fit.
    public func request() throws(Refusal) -> Request {
        try Request(.object([.init("command", .string(name))] + fields))
    }
}
