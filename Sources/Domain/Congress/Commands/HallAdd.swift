import Persian

/// `{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":600,"turnaround":15}`
public struct HallAdd: Adding {
    public static let name = "hall.add"
    public static let title = Phrase(fa: "افزودن سالن", en: "add a hall")
    public static let fields: [FieldUse<Hall>] = [
        HallFields.congress.required, HallFields.code.coined, HallFields.name.required, HallFields.seats.required,
        HallFields.turnaround.kept,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
