import Domain
import Persian
import Store

/// Camps as districts send them: a row a group of a camp, so that a camp of two groups has two rows.
public enum CampsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, title, group, kind, province, county, place, fields, from, to, headcount
    }

    public static let name = "camps"
    public static let title = Phrase(fa: "اردوها", en: "camps")
    public static let command: any Command.Type = CampPlan.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.title]
    public static let optional: Set<Column> = []

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .code: ["کد اردو", "شماره اردو", "code", "camp"]
        case .title: ["عنوان", "عنوان اردو", "نام اردو", "title"]
        case .group: ["شماره ثبت گروه", "شماره ثبت", "گروه", "group"]
        case .kind: ["نوع اردو", "نوع", "kind", "type"]
        case .province: ["استان", "province"]
        case .county: ["شهرستان", "county"]
        case .place: ["روستا / محله", "روستا یا محله", "روستا", "محله", "place"]
        case .fields: ["حوزه فعالیت", "حوزه‌های فعالیت", "fields", "field"]
        case .from: ["از تاریخ", "تاریخ آغاز", "from"]
        case .to: ["تا تاریخ", "تاریخ پایان", "to"]
        case .headcount: ["تعداد نفرات", "نفرات", "headcount"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .code: ["شناسه اردو", "camp code"]
        case .title: ["نام اردوی جهادی", "camp title"]
        case .group: ["کد گروه", "گروه جهادی", "نام گروه", "نام گروه جهادی", "group code", "group name"]
        case .kind: []
        case .province: ["نام استان"]
        case .county: ["نام شهرستان"]
        case .place: ["نام روستا", "محل اردو", "محل"]
        case .fields: ["حوزه", "زمینه فعالیت"]
        case .from: ["از", "تاریخ شروع", "آغاز", "شروع", "start"]
        case .to: ["تا", "پایان", "end"]
        case .headcount: ["تعداد نفر", "تعداد افراد", "تعداد"]
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .code: .code
        case .kind: .word
        case .fields: .list
        case .from, .to: .day
        case .headcount: .number
        case .title, .group, .province, .county, .place: .text
        }
    }

    public static func carryOut(_ row: ImportedRow<CampsSheet>) throws(RowError<Column>) -> RowOutcome {
        guard let text = row[.code] else {
            throw .refused(.missing("code", CampFields.code.phrase), column: .code)
        }
        let code = normalisedCode(text) ?? text
        let known = try row.reading { () throws(DecideError) in try row.session.registry.find(Camp.self, key: code) }
        guard let known else {
            try row.send(CampPlan.self, row.plainFields + (try row.groups(of: nil)), columns: fieldColumns)
            return .added
        }
        if let title = row[.title], title.folded() != known.title.folded() {
            throw .refused(
                .duplicateCode(
                    code, of: Camp.kind.phrase, name: known.title, next: try row.freeCode(for: Camp.self)),
                column: .code)
        }
        return try row.amend(known) ? .changed : .same
    }

    static let fieldColumns: [String: Column] = [
        "code": .code, "title": .title, "groups": .group, "kind": .kind, "province": .province, "county": .county,
        "place": .place, "fields": .fields, "from": .from, "to": .to, "group": .group, "headcount": .headcount,
    ]
}

extension ImportedRow<CampsSheet> {
    /// The camp's own fields that the row fills.
    fileprivate var plainFields: [JSON.Member] {
        let cells: [(String, CampsSheet.Column)] = [
            ("code", .code), ("title", .title), ("kind", .kind), ("province", .province), ("county", .county),
            ("place", .place), ("from", .from), ("to", .to),
        ]
        var fields = cells.compactMap { name, column in self[column].map { JSON.Member(name, .string($0)) } }
        if let text = self[.fields] { fields.append(.init("fields", choices(Field.self, in: text).json)) }
        return fields
    }

    /// The groups of the camp with the one of this row among them; none when the row names none.
    fileprivate func groups(of known: Camp?) throws(RowError<CampsSheet.Column>) -> [JSON.Member] {
        guard let code = try reference(Group.self, in: .group)?.code else { return [] }
        let others = (known?.groups ?? []).filter { $0.group != code }
        let own = JSON.object([
            .init("group", .string(code)), .init("headcount", self[.headcount].map { .string($0) } ?? .null),
        ])
        return [.init("groups", .list(others.map(\.json) + [own]))]
    }

    /// Amends what differs from the file after folding.
    fileprivate func amend(_ known: Camp) throws(RowError<CampsSheet.Column>) -> Bool {
        let fields = plainFields + (try groups(of: known))
        let given = try read(CampAmend.self, fields, columns: CampsSheet.fieldColumns).given
        func isSame(_ text: String?, _ value: String) -> Bool { text == nil || text?.folded() == value.folded() }
        let same: [String: Bool] = [
            "title": true, "kind": given[CampFields.kind] ?? known.kind == known.kind,
            "province": isSame(given[CampFields.province], Province.title(known.province).fa),
            "county": isSame(given[CampFields.county], known.county),
            "place": isSame(given[CampFields.place], known.place),
            "fields": Set(given[CampFields.fields] ?? known.fields) == Set(known.fields),
            "from": given[CampFields.from] ?? known.from == known.from,
            "to": given[CampFields.to] ?? known.to == known.to,
            "groups": Set(given[CampFields.groups] ?? known.groups) == Set(known.groups),
        ]
        let differing = fields.filter { same[$0.name] == false }
        if differing.isEmpty { return false }
        try send(CampAmend.self, [.init("code", .string(known.code))] + differing, columns: CampsSheet.fieldColumns)
        return true
    }
}
