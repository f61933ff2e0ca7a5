import Persian

/// What a role may read, asked at every door: screens, listings, prints, sheets, the wall, packs and the file itself
/// name the kinds of record that they show, and this rule alone answers.
///
///     Role.trainer.mayRead(Camp.kind)   // false
///     Role.trainer.mayRead([Course.kind, Person.kind])  // true
extension Role {
    public func mayRead(_ kind: RecordKind) -> Bool { Self.readers[kind]?.contains(self) ?? (self != .trainer) }

    /// Whether it may read all of them.
    public func mayRead(_ kinds: [RecordKind]) -> Bool { kinds.allSatisfy(mayRead) }

    /// Whether it may carry the whole file away, with every national ID and mobile in it.
    public var mayCopyFile: Bool { self == .administrator || self == .operator }

    /// What each part says of its records.
    private static let readers: [RecordKind: Set<Role>] = Parts.all.reduce(into: [:]) { readers, part in
        for type in part.records { readers[type.kind] = part.readers }
    }
}

extension RecordKind {
    /// Every kind there is: what the ledger shows, and the file as a whole.
    public static let all: [RecordKind] = allTypes.map { $0.kind }
}

extension Refusal {
    /// `not-permitted`: who may not read that, and who may.
    ///
    /// - Parameter what: as the sentence calls it: "camps".
    public static func mayNotRead(_ what: Phrase, _ kinds: [RecordKind], _ staff: Staff) -> Refusal {
        Refusal(.notPermitted, .only(Role.allCases.filter { $0.mayRead(kinds) }, read: what, not: staff))
    }

    /// `not-permitted`: who may not carry the file away, and who may.
    public static func mayNotCopyFile(_ staff: Staff) -> Refusal {
        let allowed = Role.allCases.filter(\.mayCopyFile).map(\.phrase).listed()
        return Refusal(
            .notPermitted,
            Phrase(
                fa:
                    "\(staff.account) (\(staff.role.phrase)) از پرونده دفتر پشتیبان نمی‌گیرد؛ این کار با این کاربران است: \(allowed).",
                en:
                    "\(staff.account) (\(staff.role.phrase)) may not back up the office's file; that is for: \(allowed)."
            ))
    }
}

extension Phrase {
    fileprivate static func only(_ roles: [Role], read what: Phrase, not staff: Staff) -> Phrase {
        let allowed = roles.map(\.phrase).listed()
        return Phrase(
            fa:
                "\(staff.account) (\(staff.role.phrase)) «\(what)» را نمی‌بیند؛ این برای این کاربران است: \(allowed).",
            en: "\(staff.account) (\(staff.role.phrase)) may not read \(what); that is for: \(allowed).")
    }
}
