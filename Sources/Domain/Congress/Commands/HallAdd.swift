import Persian

/// `{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":600,"turnaround":15}`
public struct HallAdd: Command {
    public static let name = "hall.add"
    public static let title = Phrase(fa: "افزودن سالن", en: "add a hall")
    public static let parameters = [
        CongressParameters.congress.required, HallParameters.code.coined, HallParameters.name.required,
        HallParameters.seats.required, HallParameters.turnaround.kept,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let congress = try registry.existing(
            Congress.self, given.require(CongressParameters.congress), field: "congress")
        var decision = Decision(envelope)
        decision.add(
            Hall(
                code: try registry.freeCode(given[HallParameters.code], for: Hall.self), congress: congress.key,
                name: try given.require(HallParameters.name), seats: try given.require(HallParameters.seats),
                turnaround: given[HallParameters.turnaround] ?? 0))
        return decision
    }
}
