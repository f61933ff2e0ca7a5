import Persian

/// `{"command":"staff.add","account":"operator1","name":"متصدی دفتر","role":"operator"}`
public struct StaffAdd: Adding {
    public static let name = "staff.add"
    public static let title = Phrase(fa: "افزودن کاربر", en: "add staff")
    public static let roles: Set<Role> = []
    public static let foundsOffice = true
    public static let fields: [FieldUse<Staff>] = [
        StaffFields.account.required, StaffFields.name.required, StaffFields.role.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `duplicate-code`.
    public func prepare(
        _ staff: inout Staff, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guard let other = try registry.find(Staff.self, key: staff.key) else { return }
        throw .refused(.duplicateCode(staff.key, of: Staff.kind.phrase, name: other.name, next: nil))
    }
}

/// `{"command":"staff.amend","account":"supervisor1","role":"supervisor"}`
public struct StaffAmend: Amending {
    public static let name = "staff.amend"
    public static let title = Phrase(fa: "ویرایش کاربر", en: "amend staff")
    public static let roles: Set<Role> = []
    public static let fields: [FieldUse<Staff>] = [
        StaffFields.account.required, StaffFields.name.kept, StaffFields.role.kept,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `wrong-state` for the last administrator.
    public func prepare(
        _ staff: inout Staff, from before: Staff, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if staff.role != .administrator { try before.checkNotLastAdministrator(in: registry) }
    }
}

/// `{"command":"staff.disable","account":"leaver1"}`
public struct StaffDisable: Transition {
    public static let name = "staff.disable"
    public static let title = Phrase(fa: "بستن حساب کاربر", en: "disable staff")
    public static let roles: Set<Role> = []
    public static let from: [StaffState] = [.active]
    public static let to = StaffState.disabled
    public static let fields: [FieldUse<Staff>] = [StaffFields.account.required]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `wrong-state` for the last administrator.
    public func check(_ staff: Staff, in registry: some Registry) throws(DecideError) {
        try staff.checkNotLastAdministrator(in: registry)
    }
}

extension Staff {
    public static let canBeVoided = false

    /// What is put back may leave no office without an administrator.
    ///
    /// - Throws: `wrong-state` for the last administrator.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard !isActiveAdministrator else { return }
        try registry.find(Staff.self, key: account)?.checkNotLastAdministrator(in: registry)
    }

    /// - Throws: `wrong-state` for the last administrator.
    public func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        try checkNotLastAdministrator(in: registry)
    }

    /// An office without an administrator could never get one again.
    func checkNotLastAdministrator(in registry: some Registry) throws(DecideError) {
        guard isActiveAdministrator, try registry.activeAdministrators() == 1 else { return }
        throw .refused(
            Refusal(
                .wrongState,
                Phrase(
                    fa: "\(account) تنها مدیر فعال دفتر است؛ نخست کاربر دیگری را مدیر کنید.",
                    en:
                        "\(account) is the office's only active administrator; make somebody else an administrator first."
                )))
    }
}
