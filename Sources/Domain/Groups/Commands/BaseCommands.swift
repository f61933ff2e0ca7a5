import Persian

/// `{"command":"base.found","code":"B-01","name":…,"council":"SH-01"}`
public struct BaseFound: Adding {
    public static let name = "base.found"
    public static let title = Phrase(fa: "تشکیل قرارگاه", en: "found a base")
    public static let fields: [FieldUse<Base>] = [
        BaseFields.code.coined, BaseFields.name.required, BaseFields.council.clearable, BaseFields.parent.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"base.amend","code":"B-01","parent":"B-02"}`
public struct BaseAmend: Amending {
    public static let name = "base.amend"
    public static let title = Phrase(fa: "ویرایش قرارگاه", en: "amend a base")
    public static let fields: [FieldUse<Base>] = [
        BaseFields.code.required, BaseFields.name.kept, BaseFields.council.clearable, BaseFields.parent.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
