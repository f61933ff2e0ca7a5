import Domain
import Persian
import Store

/// The members of groups as districts send them: a row a person in a group.
public enum MembersSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case group, firstName, lastName, gender, nationalID, mobile, skills, role, birthYear
    }

    public static let name = "members"
    public static let title = Phrase(fa: "اعضا", en: "members")
    public static let codeColumn = Column.group
    public static let nameColumns = [Column.firstName, .lastName]
    public static let optional: Set<Column> = [.gender, .mobile, .skills, .role, .birthYear]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .group: ["شماره ثبت گروه", "شماره ثبت", "کد گروه", "group", "group code"]
        case .firstName: ["نام", "first name"]
        case .lastName: ["نام خانوادگی", "last name", "family name"]
        case .gender: ["جنسیت", "gender"]
        case .nationalID: ["کد ملی", "national id"]
        case .mobile: ["تلفن همراه", "mobile"]
        case .skills: ["مهارت", "مهارت‌ها", "skills", "skill"]
        case .role: ["سمت", "role"]
        case .birthYear: ["سال تولد", "birth year"]
        }
    }

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
        let person = SheetPerson<Column>(
            nationalID: row[.nationalID], firstName: row[.firstName], lastName: row[.lastName], gender: row[.gender],
            mobile: row[.mobile], birthYear: row[.birthYear], skills: row[.skills].map(splitList) ?? [],
            columns: [
                "nationalID": .nationalID, "firstName": .firstName, "lastName": .lastName, "gender": .gender,
                "mobile": .mobile, "birthYear": .birthYear, "skills": .skills,
            ])
        let isKnown = try row.isKnown(person)
        guard let text = row[.group] else {
            // Somebody in no group, as our own export of people writes it: nothing but the person to compare.
            guard isKnown else {
                throw .refused(.missing("group", Group.kind.phrase), column: .group)
            }
            return try row.recordPerson(person).isChanged ? .changed : .same
        }
        let (id, isChanged) = try row.recordPerson(person)
        var isJoining = false
        var isAppointed = false
        for code in splitList(text) {
            let group = try row.group(code)
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
        return try reading { () throws(DecideError) in try desk.registry.find(Person.self, key: digits) } != nil
    }

    fileprivate func group(_ text: String) throws(RowError<MembersSheet.Column>) -> Group {
        let code = normalisedCode(text) ?? text
        let group = try reading { () throws(DecideError) in try desk.registry.find(Group.self, key: code) }
        guard let group else { throw .refused(.notFound(Group.kind, code, field: "group"), column: .group) }
        return group
    }

    /// Begins the membership on the group's registration day, unless there is or was one.
    fileprivate func begin(_ person: String, in group: Group) throws(RowError<MembersSheet.Column>) -> Bool {
        let registry = desk.registry
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
