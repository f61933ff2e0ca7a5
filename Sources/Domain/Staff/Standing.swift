import Persian

extension Sender {
    /// The account that commands go under, checked: it is known and active, and so is the administrator who
    /// acts for it.
    ///
    /// - Throws: `not-permitted`.
    public func standing(in registry: some Registry) throws(DecideError) -> Staff {
        if let administrator, administrator != account {
            let own = try Self.active(administrator, in: registry)
            guard own.role == .administrator else { throw .refused(.mayNotActFor(account, own.role)) }
        }
        return try Self.active(account, in: registry)
    }

    /// The first account of a new file adds itself, as its administrator.
    func isFounding(in registry: some Registry) throws(DecideError) -> Bool {
        if administrator != nil { return false }
        if try registry.find(Staff.self, key: account) != nil { return false }
        return try registry.hasNoStaff()
    }

    private static func active(_ account: String, in registry: some Registry) throws(DecideError) -> Staff {
        let staff = try registry.find(Staff.self, key: account)
        guard let staff, staff.state == .active else {
            throw .refused(.unknownAccount(account, isDisabled: staff != nil))
        }
        return staff
    }
}

extension Refusal {
    /// For reading as well as for commands.
    public static func unknownAccount(_ account: String, isDisabled: Bool) -> Refusal {
        Refusal(
            .notPermitted,
            isDisabled
                ? Phrase(
                    fa: "حساب «\(account)» بسته شده است؛ مدیر دفتر می‌تواند حساب دیگری باز کند.",
                    en: "The account “\(account)” is disabled; an administrator of the office can open another.")
                : Phrase(
                    fa: "حساب «\(account)» در این دفتر شناخته نیست؛ مدیر دفتر باید آن را بیفزاید.",
                    en:
                        "The account “\(account)” is not known in this office; an administrator has to add it."
                ))
    }

    static func mayNotActFor(_ account: String, _ role: Role) -> Refusal {
        Refusal(
            .notPermitted,
            Phrase(
                fa: "تنها مدیر می‌تواند به نام دیگری («\(account)») فرمان بفرستد؛ شما \(role.phrase) هستید.",
                en:
                    "Only an administrator may send commands on behalf of another (“\(account)”); you are \(role.phrase)."
            ))
    }
}
