import Persian

/// `{"command":"staff.add","account":"operator1","name":"متصدی دفتر","role":"operator"}`
public struct StaffAdd: Command {
    public static let name = "staff.add"
    public static let title = Phrase(fa: "افزودن کاربر", en: "add staff")
    public static let roles: Set<Role> = []
    public static let foundsOffice = true
    public static let parameters = [
        StaffParameters.account.required, StaffParameters.name.required, StaffParameters.role.required,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let account = try given.require(StaffParameters.account)
        if let other = try registry.find(Staff.self, key: account) {
            throw .refused(.duplicateCode(account, of: Staff.kind.phrase, name: other.name, next: nil))
        }
        var decision = Decision(envelope)
        decision.add(
            Staff(
                account: account, name: try given.require(StaffParameters.name),
                role: try given.require(StaffParameters.role)))
        return decision
    }
}

/// `{"command":"staff.amend","account":"supervisor1","role":"supervisor"}`
public struct StaffAmend: Command {
    public static let name = "staff.amend"
    public static let title = Phrase(fa: "ویرایش کاربر", en: "amend staff")
    public static let roles: Set<Role> = []
    public static let parameters = [
        StaffParameters.account.required, StaffParameters.name.kept, StaffParameters.role.kept,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let staff = try registry.existing(Staff.self, given.require(StaffParameters.account), field: "account")
        try envelope.check(versionOf: staff, in: registry)
        if let role = given[StaffParameters.role], role != .administrator {
            try staff.checkNotLastAdministrator(in: registry)
        }
        var decision = Decision(envelope)
        decision.amend(staff) { staff in
            given.apply(StaffParameters.name, to: &staff.name)
            given.apply(StaffParameters.role, to: &staff.role)
        }
        return decision
    }
}

/// `{"command":"staff.disable","account":"leaver1"}`
public struct StaffDisable: Command {
    public static let name = "staff.disable"
    public static let title = Phrase(fa: "بستن حساب کاربر", en: "disable staff")
    public static let roles: Set<Role> = []
    public static let parameters = [StaffParameters.account.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let staff = try registry.existing(Staff.self, given.require(StaffParameters.account), field: "account")
        try envelope.check(versionOf: staff, in: registry)
        guard staff.state == .active else {
            throw .refused(
                .wrongState(staff.label, is: staff.state.phrase, accepted: StaffState.active.phrase))
        }
        try staff.checkNotLastAdministrator(in: registry)
        var decision = Decision(envelope)
        decision.amend(staff) { $0.state = .disabled }
        return decision
    }
}

extension Staff {
    public static let canBeVoided = false

    /// What is put back may leave no office without an administrator.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard !isActiveAdministrator else { return }
        try registry.find(Staff.self, key: account)?.checkNotLastAdministrator(in: registry)
    }

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
