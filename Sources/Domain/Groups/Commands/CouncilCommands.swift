import Persian

/// `{"command":"council.found","code":"SH-01","name":…}`
public struct CouncilFound: Adding {
    public static let name = "council.found"
    public static let title = Phrase(fa: "تشکیل شورا", en: "found a council")
    public static let fields: [FieldUse<Council>] = [
        CouncilFields.code.coined, CouncilFields.name.required, CouncilFields.parent.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"council.amend","code":"SH-01","name":…}`
public struct CouncilAmend: Amending {
    public static let name = "council.amend"
    public static let title = Phrase(fa: "ویرایش شورا", en: "amend a council")
    public static let fields: [FieldUse<Council>] = [
        CouncilFields.code.required, CouncilFields.name.kept, CouncilFields.parent.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
