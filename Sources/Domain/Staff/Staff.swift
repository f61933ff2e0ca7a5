import Persian

/// Someone who uses the program, known by the account of the operating system.
public struct Staff: Record {
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
    public static let columns: [Column<Staff>] = [
        Column("account", \.account, StaffParameters.account.phrase, identifies: true),
        Column("name", \.name, StaffParameters.name.phrase),
        Column("role", \.role, StaffParameters.role.phrase),
        Column("state", \.state, Phrase(fa: "وضعیت", en: "state")),
    ]
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

enum StaffParameters {
    static let account = Parameter<String>.account("account", Phrase(fa: "حساب", en: "account"))
    static let name = Parameter<String>.text("name", Phrase(fa: "نام", en: "name"), limit: 200)
    static let role = Parameter<Role>.choice("role", Phrase(fa: "نقش", en: "role"))
}
