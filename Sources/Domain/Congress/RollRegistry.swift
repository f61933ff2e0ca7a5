import Persian

/// What the rules about the roll of honour read.
public protocol RollRegistry {
    /// The entry of a person, by the national ID.
    func martyr(ofPerson person: String) throws(DecideError) -> Martyr?
}
