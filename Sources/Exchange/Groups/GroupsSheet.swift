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
    public static let optional: Set<Column> = [
        .base, .headName, .headID, .mobile, .liaisonName, .liaisonID, .note, .council, .headFamily, .liaisonFamily,
        .atlasCode,
    ]
    public static let familyNames = [Column.headName: Column.headFamily, .liaisonName: .liaisonFamily]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .code: ["شماره ثبت", "شماره ثبت گروه", "کد گروه", "code", "registration number"]
        case .name: ["نام گروه", "نام گروه جهادی", "name", "group name"]
        case .kind: ["نوع", "نوع گروه", "kind", "type"]
        case .fields: ["حوزه فعالیت", "حوزه‌های فعالیت", "fields", "field"]
        case .county: ["شهرستان", "county"]
        case .base: ["قرارگاه", "قرارگاه جهادی", "base"]
        case .headName: ["نام مسئول", "مسئول", "head name", "head"]
        case .headFamily: ["نام خانوادگی مسئول", "نام خانوادگی مسئول گروه", "head family name", "head last name"]
        case .headID: ["کد ملی مسئول", "head national id"]
        case .mobile: ["تلفن همراه", "تلفن همراه مسئول", "mobile", "head mobile"]
        case .liaisonName: ["نام رابط رسانه", "رابط رسانه", "media liaison name", "media liaison"]
        case .liaisonFamily: ["نام خانوادگی رابط رسانه", "media liaison family name", "media liaison last name"]
        case .liaisonID: ["کد ملی رابط رسانه", "media liaison national id"]
        case .size: ["تعداد اعضا", "size", "members"]
        case .registeredOn: ["تاریخ ثبت", "registered on", "registration date"]
        case .note: ["توضیحات", "note", "notes"]
        case .council: ["شورای جهادی", "شورا", "council"]
        case .atlasCode: ["کد اطلس", "کد اطلس ملی", "atlas code", "atlasCode"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .code: ["شناسه گروه", "شماره گروه", "group code"]
        case .name: ["گروه جهادی", "گروه", "group"]
        case .kind: []
        case .fields: ["حوزه", "زمینه فعالیت"]
        case .county: ["نام شهرستان"]
        case .base: ["نام قرارگاه"]
        case .headName: ["مسئول گروه", "نام مسئول گروه", "نام و نام خانوادگی مسئول"]
        case .headFamily: []
        case .headID: ["شماره ملی مسئول", "کد ملی مسئول گروه"]
        case .mobile:
            [
                "شماره همراه", "شماره تلفن همراه", "موبایل", "شماره موبایل", "تلفن", "شماره تلفن", "شماره تماس",
                "mobile number", "phone", "شماره همراه مسئول", "شماره تلفن همراه مسئول", "موبایل مسئول",
                "شماره موبایل مسئول", "تلفن مسئول", "شماره تلفن مسئول", "شماره تماس مسئول", "تماس مسئول", "head phone",
            ]
        case .liaisonName: ["نام و نام خانوادگی رابط رسانه"]
        case .liaisonFamily: []
        case .liaisonID: ["شماره ملی رابط رسانه"]
        case .size: ["تعداد عضو", "شمار اعضا", "تعداد نفرات"]
        case .registeredOn: ["تاریخ ثبت گروه"]
        case .note: ["توضیح", "یادداشت"]
        case .council: ["نام شورا", "نام شورای جهادی"]
        case .atlasCode: ["شناسه اطلس", "شماره اطلس", "اطلس", "atlas"]
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .code, .atlasCode: .code
        case .kind: .word
        case .fields: .list
        case .headID, .liaisonID: .nationalID
        case .mobile: .mobile
        case .size: .number
        case .registeredOn: .day
        case .name, .county, .base, .headName, .headFamily, .liaisonName, .liaisonFamily, .council: .text
        case .note: .prose
        }
    }

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
            try row.send(GroupRegister.self, fields, columns: fieldColumns)
            return .added
        }
        var isChanged = try row.amend(known, fields) || isTouched
        if let head, try row.appoint(head.id, to: .head, of: known, columns: ["from": .headID]) { isChanged = true }
        if let liaison, try row.appoint(liaison.id, to: .mediaLiaison, of: known, columns: ["from": .liaisonID]) {
            isChanged = true
        }
        return isChanged ? .changed : .same
    }

    static let fieldColumns: [String: Column] = [
        "code": .code, "name": .name, "kind": .kind, "fields": .fields, "council": .council, "base": .base,
        "county": .county, "size": .size, "registeredOn": .registeredOn, "note": .note, "head": .headID,
        "mediaLiaison": .liaisonID, "atlasCode": .atlasCode,
    ]
}

extension ImportedRow<GroupsSheet> {
    /// The group's own fields that the row fills.
    fileprivate var plainFields: [JSON.Member] {
        let cells: [(String, GroupsSheet.Column)] = [
            ("code", .code), ("name", .name), ("kind", .kind), ("county", .county), ("size", .size),
            ("registeredOn", .registeredOn), ("note", .note), ("atlasCode", .atlasCode),
        ]
        var fields = cells.compactMap { name, column in self[column].map { JSON.Member(name, .string($0)) } }
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

    /// Amends what differs from the file after folding.
    fileprivate func amend(_ known: Group, _ fields: [JSON.Member]) throws(RowError<GroupsSheet.Column>) -> Bool {
        let given = try read(GroupAmend.self, fields, columns: GroupsSheet.fieldColumns).given
        func isSame(_ text: String?, _ value: String?) -> Bool { text == nil || text?.folded() == value?.folded() }
        let same: [String: Bool] = [
            "name": true, "kind": given[GroupFields.kind] ?? known.kind == known.kind,
            "fields": Set(given[GroupFields.fields] ?? known.fields) == Set(known.fields),
            "council": given[GroupFields.council] ?? known.council == known.council,
            "base": given[GroupFields.base] ?? known.base == known.base,
            "county": isSame(given[GroupFields.county], known.county),
            "size": given[GroupFields.size] ?? known.size == known.size,
            "registeredOn": given[GroupFields.registeredOn] ?? known.registeredOn == known.registeredOn,
            "note": isSame(given[GroupFields.note], known.note),
            "atlasCode": given[GroupFields.atlasCode] ?? known.atlasCode == known.atlasCode,
        ]
        let differing = fields.filter { same[$0.name] == false }
        if differing.isEmpty { return false }
        try send(
            GroupAmend.self, [.init("code", .string(known.code))] + differing, columns: GroupsSheet.fieldColumns)
        return true
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
