import Domain
import Persian
import Store

extension ImportedRow {
    /// The record of a key that stands in a cell.
    func known<R: Record>(_ type: R.Type, key: String) throws(RowError<Sheet.Column>) -> R? {
        try reading { () throws(DecideError) in try session.registry.find(type, key: key) }
    }

    /// Words with numbers of one cell, as a field of rows.
    func numberedRows(_ column: Sheet.Column) -> [JSON.Member] {
        guard let name = Sheet.columns[column].field, let text = self[column] else { return [] }
        return [.init(name, Exchange.numberedRows(text).json)]
    }

    /// A code of the sheet as the file keeps it.
    func code(_ column: Sheet.Column) -> String? { self[column].map { normalisedCode($0) ?? $0 } }
}

/// What countries announced of the lunar months: a row an announcement.
public enum SeasonsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case year, country, month, startsOn, status }

    public static let name = "seasons"
    public static let title = Phrase(fa: "موسم‌ها", en: "seasons")
    public static let command: any Command.Type = SeasonAnnounce.self
    public static let codeColumn = Column.year
    public static let nameColumns = [Column.month, .country]

    public static let columns = SheetTable<Column>([
        .init(.year, SeasonFields.year, headers: ["سال قمری", "year", "lunar year"], near: ["سال", "موسم اربعین"]),
        .init(.country, SeasonFields.country),
        .init(.month, SeasonFields.month, headers: ["ماه قمری", "ماه", "month"]),
        .init(
            .startsOn, SeasonFields.startsOn, headers: ["اول ماه", "startsOn", "starts on"],
            near: ["روز اول ماه", "تاریخ اول ماه"]),
        .init(.status, SeasonFields.status, near: ["وضعیت اعلام"]),
    ])

    public static func carryOut(_ row: ImportedRow<SeasonsSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = row.fields(.year, .country, .month, .startsOn, .status)
        let given = try row.read(command, fields).given
        guard let year = given[SeasonFields.year], let month = given[SeasonFields.month],
            let country = given[SeasonFields.country]
        else { return .same }
        let known = try row.known(Season.self, key: String(year))?.announcement(month, in: country)
        if let known, known.startsOn == given[SeasonFields.startsOn], known.status == given[SeasonFields.status] {
            return .same
        }
        try row.send(command, fields)
        return known == nil ? .added : .changed
    }
}

/// Service points with their permits: a row a point.
public enum PointsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, name, kind, country, pole, services, season, permit, validUntil
    }

    public static let name = "points"
    public static let title = Phrase(fa: "نقاط خدمت‌رسانی", en: "service points")
    public static let command: any Command.Type = PointPlan.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.name]

    public static let columns = SheetTable<Column>([
        .init(.code, PointFields.code, also: ["کد", "point"], near: ["کد موکب", "شناسه نقطه", "point code"]),
        .init(.name, PointFields.name, also: ["نام موکب", "نام"], near: ["موکب", "نقطه خدمت‌رسانی"]),
        .init(.kind, PointFields.kind, also: ["نوع"], near: ["type"]),
        .init(.country, PointFields.country),
        .init(.pole, PointFields.pole, also: ["عمود"], isOptional: true),
        .init(.services, PointFields.services, near: ["خدمت‌ها", "service"]),
        .init(.season, PointFields.season, also: ["سال قمری"], near: ["موسم", "lunar year"]),
        .init(.permit, PointFields.permit, also: ["مجوز"], isOptional: true),
        .init(.validUntil, PointFields.validUntil, near: ["اعتبار مجوز"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<PointsSheet>) throws(RowError<Column>) -> RowOutcome {
        guard let code = row.code(.code) else {
            throw .refused(.missing("code", PointFields.code.phrase), column: .code)
        }
        let known = try row.known(ServicePoint.self, key: code)
        guard let known else {
            try row.send(
                PointPlan.self,
                row.fields(.code, .name, .kind, .country, .pole, .season) + row.numberedRows(.services))
            _ = try license(row, code, beside: nil)
            return .added
        }
        let isAmended = try row.amend(
            PointAmend.self, known, row.fields(.name, .kind, .pole) + row.numberedRows(.services))
        let isLicensed = try license(row, code, beside: known)
        return isAmended || isLicensed ? .changed : .same
    }

    /// Records the permit that the row brings, unless the point has it.
    private static func license(
        _ row: ImportedRow<PointsSheet>, _ code: String, beside known: ServicePoint?
    ) throws(RowError<Column>) -> Bool {
        guard row[.permit] != nil || row[.validUntil] != nil else { return false }
        let fields = [.init("code", .string(code))] + row.fields(.permit, .validUntil)
        let given = try row.read(PointLicense.self, fields).given
        if let known, PointLicense.differences(given, from: known).isEmpty { return false }
        try row.send(PointLicense.self, fields)
        return true
    }
}
