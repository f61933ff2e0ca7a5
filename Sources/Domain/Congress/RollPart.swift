/// The roll of honour.
enum RollPart {
    static let commands: [any Command.Type] = [
        MartyrPropose.self, MartyrDocument.self, MartyrVerify.self, MartyrPublish.self,
    ]
    static let records: [any Record.Type] = [Martyr.self]
}

/// What the rules about the roll of honour read.
public protocol RollRegistry {
    /// The entry of a person, by the national ID.
    func martyr(ofPerson person: String) throws(DecideError) -> Martyr?
}
