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

    public static let columns = SheetTable<Column>([
        .init(.code, CampFields.code, also: ["شماره اردو", "camp"], near: ["شناسه اردو", "camp code"]),
        .init(.title, CampFields.title, also: ["عنوان اردو", "نام اردو"], near: ["نام اردوی جهادی", "camp title"]),
        .init(
            .group, CampFields.groups, headers: ["شماره ثبت گروه", "شماره ثبت", "گروه", "group"],
            near: ["کد گروه", "گروه جهادی", "نام گروه", "نام گروه جهادی", "group code", "group name"], holds: .text),
        .init(.kind, CampFields.kind, also: ["نوع", "type"]),
        .init(.province, CampFields.province, near: ["نام استان"], holds: .text),
        .init(.county, CampFields.county, near: ["نام شهرستان"]),
        .init(
            .place, CampFields.place, headers: ["روستا / محله", "روستا یا محله", "روستا", "محله", "place"],
            near: ["نام روستا", "محل اردو", "محل"]),
        .init(.fields, CampFields.fields, also: ["حوزه‌های فعالیت", "field"], near: ["حوزه", "زمینه فعالیت"]),
        .init(.from, CampFields.from, also: ["تاریخ آغاز"], near: ["از", "تاریخ شروع", "آغاز", "شروع", "start"]),
        .init(.to, CampFields.to, also: ["تاریخ پایان"], near: ["تا", "پایان", "end"]),
        .init(.headcount, ShiftFields.headcount, also: ["نفرات"], near: ["تعداد نفر", "تعداد افراد", "تعداد"]),
    ])

    public static func carryOut(_ row: ImportedRow<CampsSheet>) throws(RowError<Column>) -> RowOutcome {
        guard let text = row[.code] else {
            throw .refused(.missing("code", CampFields.code.phrase), column: .code)
        }
        let code = normalisedCode(text) ?? text
        let known = try row.reading { () throws(DecideError) in try row.session.registry.find(Camp.self, key: code) }
        guard let known else {
            try row.send(CampPlan.self, row.plainFields + (try row.groups(of: nil)))
            return .added
        }
        if let title = row[.title], title.folded() != known.title.folded() {
            throw .refused(
                .duplicateCode(
                    code, of: Camp.kind.phrase, name: known.title, next: try row.freeCode(for: Camp.self)),
                column: .code)
        }
        return try row.amend(CampAmend.self, known, row.plainFields + (try row.groups(of: known))) ? .changed : .same
    }
}

extension ImportedRow<CampsSheet> {
    /// The camp's own fields that the row fills.
    fileprivate var plainFields: [JSON.Member] {
        var fields = fields(.code, .title, .kind, .province, .county, .place, .from, .to)
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
}
