import Persian

/// The editions of the martyrs' congress and their halls.
enum CongressPart {
    static let commands: [any Command.Type] = [CongressOpen.self, HallAdd.self]
    static let records: [any Record.Type] = [Congress.self, Hall.self]
}
