import Persian

/// `{"command":"pack.recall","code":"PK-001","reason":"رایانه گم شد"}`: out → recalled; nothing more is taken from it.
public struct PackRecall: Transition {
    public static let name = "pack.recall"
    public static let title = Phrase(fa: "فراخواندن بسته همراه", en: "recall a pack")
    public static let fields: [FieldUse<Pack>] = [
        PackFields.code.required, .also(EnvelopeParameters.reason.required),
    ]
    public static let from: [PackState] = [.out]
    public static let to = PackState.recalled
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
