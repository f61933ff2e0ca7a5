import Persian

/// Someone who uses the program, known by the account of the operating system.
public struct Staff: Staged {
    public var id = ""
    public var version = 1
    public var account: String
    public var name: String
    public var role: Role
    public var state: StaffState = .active

    public var key: String { account }
    var isActiveAdministrator: Bool { role == .administrator && state == .active }

    public static let kind = RecordKind("staff", Phrase(fa: "کاربر", en: "staff"))
    public static let blank = Staff(account: "", name: "", role: .operator)
    public static let columns = StaffFields.columns
}

public enum StaffState: String, Choice {
    case active, disabled

    public var phrase: Phrase {
        switch self {
        case .active: Phrase(fa: "فعال", en: "active")
        case .disabled: Phrase(fa: "بسته", en: "disabled")
        }
    }
}

enum StaffFields {
    static let account = RecordField(
        \Staff.account, .account("account", Phrase(fa: "حساب", en: "account")), [.identifies])
    static let name = RecordField(\Staff.name, .text("name", Phrase(fa: "نام", en: "name"), limit: 200))
    static let role = RecordField(\Staff.role, .choice("role", Phrase(fa: "نقش", en: "role")))

    static let columns = listed(account, name, role, Staff.stateColumn)
}
