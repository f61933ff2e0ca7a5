import Domain
import Persian
import Store

/// The bodies that back the groups: a row an institution, found by its code or else by its name.
public enum InstitutionsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case code, name, custodian }

    public static let name = "institutions"
    public static let title = Phrase(fa: "دستگاه‌های پشتیبان", en: "institutions")
    public static let command: any Command.Type = InstitutionRegister.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.name]
    public static let standIns = [Column.code: Column.name]

    public static let columns = SheetTable<Column>([
        .init(.code, InstitutionFields.code, also: ["کد", "institution"], near: ["شناسه دستگاه", "institution code"]),
        .init(.name, InstitutionFields.name, also: ["دستگاه", "نام"], near: ["دستگاه پشتیبان", "institution name"]),
        .init(.custodian, InstitutionFields.custodian, near: ["متولی"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<InstitutionsSheet>) throws(RowError<Column>) -> RowOutcome {
        let known: Institution?
        if let code = row.code(.code) {
            known = try row.known(Institution.self, key: code)
        } else if let name = row[.name] {
            known = try row.find(Institution.self, name, in: .name)
        } else {
            throw .refused(.missing("name", InstitutionFields.name.phrase), column: .name)
        }
        let fields = row.fields(.name) + (try row.custodian())
        guard let known else {
            try row.send(InstitutionRegister.self, row.fields(.code) + fields)
            return .added
        }
        return try row.amend(InstitutionAmend.self, known, fields) ? .changed : .same
    }
}

extension ImportedRow<InstitutionsSheet> {
    private static let (yes, no): (Set<String>, Set<String>) = (
        ["بله", "بلی", "آری", "هست", "متولی", "yes", "true", "1", "✓"], ["خیر", "نه", "نیست", "no", "false", "0"]
    )

    fileprivate func custodian() throws(RowError<InstitutionsSheet.Column>) -> [JSON.Member] {
        guard let text = self[.custodian] else { return [] }
        let word = text.folded()
        let isYes = Self.yes.contains { $0.folded() == word }
        if isYes || Self.no.contains(where: { $0.folded() == word }) { return [.init("custodian", .bool(isYes))] }
        throw .refused(
            .unknown(
                "custodian", InstitutionFields.custodian.phrase, value: text,
                accepted: Phrase(fa: "بله یا خیر", en: "yes or no")), column: .custodian)
    }
}
