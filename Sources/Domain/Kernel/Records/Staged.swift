import Persian

/// A record that goes from state to state.
public protocol Staged: Record {
    associatedtype State: Choice & Hashable
    var state: State { get set }
    /// What sentences about its state call it: "group Q-0001".
    var staged: Phrase { get }
}

extension Staged {
    public var staged: Phrase { label }

    /// - Throws: `wrong-state` unless the record is in one of these states, which it names.
    func require(_ states: [State]) throws(DecideError) {
        if states.contains(state) { return }
        throw .refused(.wrongState(staged, is: state.phrase, accepted: states.map(\.phrase).alternatives()))
    }
}
