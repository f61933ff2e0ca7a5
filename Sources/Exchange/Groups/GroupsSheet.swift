import Domain
import Persian
import Store

/// The register of groups as districts send it: a row a group, with its head and media liaison.
public enum GroupsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, name, kind, fields, county, base, headName, headID, mobile, liaisonName, liaisonID, size
        case registeredOn, note, council, headFamily, liaisonFamily, atlasCode
    }

    public static let name = "groups"
    public static let title = Phrase(fa: "گروه‌ها", en: "groups")
    public static let command: any Command.Type = GroupRegister.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.name]
    public static let familyNames = [Column.headName: Column.headFamily, .liaisonName: .liaisonFamily]

    public static let columns = SheetTable<Column>([
        .init(
            .code, GroupFields.code, also: ["شماره ثبت گروه", "کد گروه", "registration number"],
            near: ["شناسه گروه", "شماره گروه", "group code"]),
        .init(.name, GroupFields.name, also: ["نام گروه جهادی", "group name"], near: ["گروه جهادی", "گروه", "group"]),
        .init(.kind, GroupFields.kind, also: ["نوع گروه", "type"]),
        .init(.fields, GroupFields.fields, also: ["حوزه‌های فعالیت", "field"], near: ["حوزه", "زمینه فعالیت"]),
        .init(.county, GroupFields.county, near: ["نام شهرستان"]),
        .init(
            .base, GroupFields.base, headers: ["قرارگاه", "قرارگاه جهادی", "base"], near: ["نام قرارگاه"],
            isOptional: true),
        .init(
            .headName, .text, headers: ["نام مسئول", "مسئول", "head name", "head"],
            near: ["مسئول گروه", "نام مسئول گروه", "نام و نام خانوادگی مسئول"], isOptional: true),
        .init(
            .headID, GroupFields.head, headers: ["کد ملی مسئول", "head national id"],
            near: ["شماره ملی مسئول", "کد ملی مسئول گروه"], holds: .nationalID, isOptional: true),
        .init(
            .mobile, .mobile, headers: ["تلفن همراه", "تلفن همراه مسئول", "mobile", "head mobile"],
            near: [
                "شماره همراه", "شماره تلفن همراه", "موبایل", "شماره موبایل", "تلفن", "شماره تلفن", "شماره تماس",
                "mobile number", "phone", "شماره همراه مسئول", "شماره تلفن همراه مسئول", "موبایل مسئول",
                "شماره موبایل مسئول", "تلفن مسئول", "شماره تلفن مسئول", "شماره تماس مسئول", "تماس مسئول", "head phone",
            ], isOptional: true),
        .init(
            .liaisonName, .text, headers: ["نام رابط رسانه", "رابط رسانه", "media liaison name", "media liaison"],
            near: ["نام و نام خانوادگی رابط رسانه"], isOptional: true),
        .init(
            .liaisonID, GroupFields.mediaLiaison, headers: ["کد ملی رابط رسانه", "media liaison national id"],
            near: ["شماره ملی رابط رسانه"], holds: .nationalID, isOptional: true),
        .init(.size, GroupFields.size, also: ["members"], near: ["تعداد عضو", "شمار اعضا", "تعداد نفرات"]),
        .init(
            .registeredOn, GroupFields.registeredOn, headers: ["تاریخ ثبت", "registered on", "registration date"],
            near: ["تاریخ ثبت گروه"]),
        .init(.note, GroupFields.note, also: ["notes"], near: ["توضیح", "یادداشت"], isOptional: true),
        .init(.council, GroupFields.council, also: ["شورا"], near: ["نام شورا", "نام شورای جهادی"], isOptional: true),
        .init(
            .headFamily, .text,
            headers: ["نام خانوادگی مسئول", "نام خانوادگی مسئول گروه", "head family name", "head last name"],
            isOptional: true),
        .init(
            .liaisonFamily, .text,
            headers: ["نام خانوادگی رابط رسانه", "media liaison family name", "media liaison last name"],
            isOptional: true),
        .init(
            .atlasCode, GroupFields.atlasCode, also: ["کد اطلس ملی"],
            near: ["شناسه اطلس", "شماره اطلس", "اطلس", "atlas"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<GroupsSheet>) throws(RowError<Column>) -> RowOutcome {
        guard let text = row[.code] else {
            throw .refused(.missing("code", GroupFields.code.phrase), column: .code)
        }
        let code = normalisedCode(text) ?? text
        let known = try row.reading { () throws(DecideError) in try row.session.registry.find(Group.self, key: code) }
        if let known, let name = row[.name], name.folded() != known.name.folded() {
            throw .refused(
                .duplicateCode(
                    code, of: Group.kind.phrase, name: known.name, next: try row.freeCode(for: Group.self)),
                column: .code)
        }
        var fields = row.plainFields
        if let council = try row.reference(Council.self, in: .council)?.code {
            fields.append(.init("council", .string(council)))
        }
        let base = try row.base(of: known)
        if let base = base.code { fields.append(.init("base", .string(base))) }
        let head = try row.person(.headID, .headName, mobile: .mobile)
        let liaison = try row.person(.liaisonID, .liaisonName, mobile: nil)
        let isTouched = base.isNew || head?.isChanged == true || liaison?.isChanged == true

        guard let known else {
            if let head { fields.append(.init("head", .string(head.id))) }
            if let liaison { fields.append(.init("mediaLiaison", .string(liaison.id))) }
            try row.send(GroupRegister.self, fields)
            return .added
        }
        var isChanged = try row.amend(GroupAmend.self, known, fields) || isTouched
        if let head, try row.appoint(head.id, to: .head, of: known, columns: ["from": .headID]) { isChanged = true }
        if let liaison, try row.appoint(liaison.id, to: .mediaLiaison, of: known, columns: ["from": .liaisonID]) {
            isChanged = true
        }
        return isChanged ? .changed : .same
    }
}

extension ImportedRow<GroupsSheet> {
    /// The group's own fields that the row fills.
    fileprivate var plainFields: [JSON.Member] {
        var fields = fields(.code, .name, .kind, .county, .size, .registeredOn, .note, .atlasCode)
        if let text = self[.fields] { fields.append(.init("fields", choices(Field.self, in: text).json)) }
        return fields
    }

    /// The code of the base that the row names, recorded when the file lacks it.
    fileprivate func base(of known: Group?) throws(RowError<GroupsSheet.Column>) -> (code: String?, isNew: Bool) {
        guard let name = self[.base] else { return (nil, false) }
        let code = try reading { () throws(DecideError) in try knownBase(name, of: known) }
        if let code { return (code, false) }
        try send(BaseFound.self, [.init("name", .string(name))], columns: ["name": .base])
        return (try reading { () throws(DecideError) in try session.base(named: name.folded())?.code }, true)
    }

    private func knownBase(_ name: String, of known: Group?) throws(DecideError) -> String? {
        let registry = session.registry
        if let own = known?.base, try registry.find(Base.self, key: own)?.name.folded() == name.folded() { return own }
        if let base = try session.base(named: name.folded()) { return base.code }
        guard let code = normalisedCode(name) else { return nil }
        return try registry.find(Base.self, key: code)?.code
    }

    /// The person of two columns, recorded or amended; nil when the row names nobody.
    fileprivate func person(
        _ id: GroupsSheet.Column, _ name: GroupsSheet.Column, mobile: GroupsSheet.Column?
    ) throws(RowError<GroupsSheet.Column>) -> (id: String, isChanged: Bool)? {
        let number = mobile.flatMap { self[$0] }
        guard self[id] != nil || self[name] != nil || number != nil else { return nil }
        var columns: [String: GroupsSheet.Column] = ["nationalID": id, "firstName": name, "lastName": name]
        if let mobile { columns["mobile"] = mobile }
        // Without an ID it may be the name of somebody recorded.
        var called = self[id]
        if called == nil, let text = self[name] { called = try personID(text, in: name) }
        let parts = self[name]?.splitAtFirstSpace
        return try recordPerson(
            SheetPerson(
                nationalID: called, firstName: parts?.first, lastName: parts?.last, isSplit: true, mobile: number,
                columns: columns))
    }
}

extension String {
    /// A full name where nothing says which part is which: the first word, then the rest.
    var splitAtFirstSpace: (first: String, last: String?) {
        guard let space = firstIndex(where: \.isWhitespace) else { return (self, nil) }
        let last = self[space...].drop(while: \.isWhitespace)
        return (String(self[..<space]), String(last))
    }
}
