import Domain
import Persian
import Store

/// The members of groups as districts send them: a row a person in a group.
public enum MembersSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case group, firstName, lastName, gender, nationalID, mobile, skills, role, birthYear, fullName
    }

    public static let name = "members"
    public static let title = Phrase(fa: "اعضا", en: "members")
    public static let command: any Command.Type = MembershipBegin.self
    public static let codeColumn = Column.group
    public static let nameColumns = [Column.firstName, .lastName, .fullName]
    public static let standIns = [Column.firstName: Column.fullName, .lastName: .fullName]
    public static let familyColumns: Set<Column> = [.lastName]
    public static let written = Column.allCases.filter { $0 != .fullName }

    public static let columns = SheetTable<Column>([
        .init(
            .group, .text, headers: ["شماره ثبت گروه", "شماره ثبت", "کد گروه", "group", "group code"],
            near: ["شناسه گروه", "گروه", "گروه جهادی", "نام گروه", "نام گروه جهادی", "group name"]),
        .init(.firstName, PersonFields.firstName, headers: ["نام", "first name"], near: ["نام کوچک", "given name"]),
        .init(
            .lastName, PersonFields.lastName, headers: ["نام خانوادگی", "last name", "family name"],
            near: ["فامیلی", "فامیل", "نام فامیل", "شهرت", "surname"]),
        .init(.gender, PersonFields.gender, near: ["جنس", "sex"], isOptional: true),
        .init(
            .nationalID, PersonFields.nationalID, headers: ["کد ملی", "national id"],
            near: ["شماره ملی", "nationalID", "national code"]),
        .init(
            .mobile, PersonFields.mobile,
            near: [
                "شماره همراه", "شماره تلفن همراه", "موبایل", "شماره موبایل", "تلفن", "شماره تلفن", "شماره تماس",
                "mobile number", "phone", "همراه",
            ], isOptional: true),
        .init(.skills, PersonFields.skills, also: ["مهارت‌ها", "skill"], near: ["تخصص"], isOptional: true),
        .init(.role, .word, headers: ["سمت", "role"], near: ["نقش", "مسئولیت"], isOptional: true),
        .init(
            .birthYear, PersonFields.birthYear, headers: ["سال تولد", "birth year"], near: ["year of birth"],
            isOptional: true),
        .init(
            .fullName, .text,
            headers: ["نام و نام خانوادگی", "نام کامل", "نام و فامیل", "name", "full name", "نام عضو"], isOptional: true
        ),
    ])

    /// What a person is in the group.
    enum MemberRole: String, Choice {
        case member, head, mediaLiaison

        var phrase: Phrase {
            switch self {
            case .member: Phrase(fa: "عضو", en: "member")
            case .head: Phrase(fa: "مسئول گروه", en: "head")
            case .mediaLiaison: Phrase(fa: "رابط رسانه", en: "media liaison")
            }
        }

        var office: Office? {
            switch self {
            case .member: nil
            case .head: .head
            case .mediaLiaison: .mediaLiaison
            }
        }
    }

    public static func carryOut(_ row: ImportedRow<MembersSheet>) throws(RowError<Column>) -> RowOutcome {
        let role = try row.role()
        let person = row.person
        let isKnown = try row.isKnown(person)
        guard row[.group] != nil else {
            // Somebody in no group, as our own export of people writes it: nothing but the person to compare.
            guard isKnown else {
                throw .refused(.missing("group", Group.kind.phrase), column: .group)
            }
            return try row.recordPerson(person).isChanged ? .changed : .same
        }
        let (id, isChanged) = try row.recordPerson(person)
        var isJoining = false
        var isAppointed = false
        for group in try row.references(Group.self, in: .group) {
            if try row.begin(id, in: group) { isJoining = true }
            if let office = role.office, try row.appoint(id, to: office, of: group, columns: ["from": .role]) {
                isAppointed = true
            }
        }
        return isJoining ? .added : isChanged || isAppointed ? .changed : .same
    }
}

extension ImportedRow<MembersSheet> {
    fileprivate func role() throws(RowError<MembersSheet.Column>) -> MembersSheet.MemberRole {
        guard let text = self[.role] else { return .member }
        if let role = MembersSheet.MemberRole(word: text) { return role }
        if let office = Office(word: text) { return office == .head ? .head : .mediaLiaison }
        throw .refused(
            .unknown(
                "role", Phrase(fa: "سمت", en: "role"), value: text,
                accepted: MembersSheet.MemberRole.allCases.map(\.phrase).listed()), column: .role)
    }

    fileprivate func isKnown(_ person: SheetPerson<MembersSheet.Column>) throws(RowError<MembersSheet.Column>) -> Bool {
        guard let digits = (try? NationalID(person.nationalID ?? ""))?.digits else { return false }
        return try reading { () throws(DecideError) in try session.registry.find(Person.self, key: digits) } != nil
    }

    /// What the row says of the person; a name in one column is parted by guess.
    fileprivate var person: SheetPerson<MembersSheet.Column> {
        let parts = self[.firstName] == nil || self[.lastName] == nil ? self[.fullName]?.splitAtFirstSpace : nil
        let isSplit = parts != nil
        return SheetPerson(
            nationalID: self[.nationalID], firstName: parts?.first ?? self[.firstName],
            lastName: isSplit ? parts?.last : self[.lastName], isSplit: isSplit, gender: self[.gender],
            mobile: self[.mobile], birthYear: self[.birthYear], skills: self[.skills],
            columns: [
                "nationalID": .nationalID, "firstName": isSplit ? .fullName : .firstName,
                "lastName": isSplit ? .fullName : .lastName, "gender": .gender, "mobile": .mobile,
                "birthYear": .birthYear, "skills": .skills,
            ])
    }

    /// Begins the membership on the group's registration day, unless there is or was one.
    fileprivate func begin(_ person: String, in group: Group) throws(RowError<MembersSheet.Column>) -> Bool {
        let registry = session.registry
        let id = try? NationalID(person)
        let known = try reading { () throws(DecideError) in
            if let id { try registry.memberships(of: id, in: group.code) } else { [] }
        }
        if !known.isEmpty { return false }
        try send(
            MembershipBegin.self,
            [
                .init("group", .string(group.code)), .init("person", .string(person)),
                .init("from", group.registeredOn.json),
            ], columns: ["group": .group, "person": .nationalID, "from": .group])
        return true
    }
}
