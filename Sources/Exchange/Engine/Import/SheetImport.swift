import Domain
import Persian
import Store

/// Imports a sheet: each row whole or not at all, all through the office's commands.
///
///     let report = try SheetImport<GroupsSheet>(path: "groups.csv").run(in: office, by: sender, clock: clock)
///     report.added  // 780
public struct SheetImport<Sheet: ImportedSheet>: Sendable {
    private let file: SheetFile
    private let columns: SheetColumns<Sheet.Column>

    /// After more refused rows than these the import stops: it is probably the wrong sheet.
    static var mostRefused: Int { 20_000 }

    /// Reads the file; nothing is written yet.
    ///
    /// - Throws: why it is no spreadsheet of this sort.
    public init(path: String) throws(ImportError) {
        let search = HeaderSearch(Sheet.headerWords)
        do throws(SheetError) {
            file = try SheetFile(path: path) { search.fit(of: $0) }
        } catch {
            throw .sheet(error)
        }
        do throws(SheetColumnsError) {
            columns = try SheetColumns(header: file.header, search)
        } catch {
            var error = error
            error.row = file.headerRow > 1 ? file.headerRow : nil
            throw .columns(error)
        }
    }

    public var header: [String] { file.header }
    public var rowCount: Int { file.rowCount }
    public var takesCampaign: Bool { Sheet.campaignColumn != nil }

    /// Carries the rows out, under one batch id, in transactions short enough for others to work beside it.
    ///
    /// - Parameter progress: told the rows done; answers false to stop there.
    /// - Throws: `held` when something speaks against the sheet as a whole and nobody said to go on; a trial tells it in
    ///   its report instead.
    public func run(
        in office: OfficeFile, by sender: Sender, clock: Clock, _ terms: ImportTerms = ImportTerms(),
        progress: (Int) -> Bool = { _ in true }
    ) throws(ImportError) -> ImportReport {
        let (rows, texts) = readRows()
        var report = ImportReport()
        report.isPreview = terms.isDryRun
        report.columns = columnNotes(texts)
        report.batch = CommandID.new(at: .now())
        do throws(DecideError) {
            try checkPermission(office, sender, clock)
            report.campaign = try campaign(terms, office, clock)
            report.objections = try objections(to: rows, terms, report.campaign, office)
        } catch {
            throw ImportError(error)
        }
        if !report.objections.isEmpty, !terms.isDryRun { throw .held(report.objections) }
        let notes = ImportNotes(
            batch: report.batch, batchName: file.name, terms, campaign: report.campaign?.code,
            codes: SheetCodes { rows.map { $0.codeText(Sheet.self) } })
        do throws(DecideError) {
            let target = terms.isDryRun ? try copy(office) : office
            try target.transactions(over: rows, by: sender, clock: clock) { (session, record) throws(DecideError) in
                try take(ImportedRow(record: record, session: session, notes: notes), &report)
                report.isOverrun = report.refused >= Self.mostRefused
                report.isCancelled = !progress(report.rows)
                return !report.isCancelled && !report.isOverrun
            }
        } catch {
            throw ImportError(error)
        }
        let isUnfinished = report.rows < rows.count
        report.isCancelled = report.isCancelled && isUnfinished
        report.isOverrun = report.isOverrun && isUnfinished
        return report
    }

    /// The rows that say anything: not those with nothing but a number of their own, nor the header come again on
    /// the next printed page. With them the places of all columns that hold a text.
    private func readRows() -> ([SheetRecord<Sheet.Column>], texts: Set<Int>) {
        var rows: [SheetRecord<Sheet.Column>] = []
        var texts: Set<Int> = []
        let watched = columns.unknownPositions + columns.asidePositions
        file.forEachRow(columns) { record in
            for position in watched where !texts.contains(position) && !trimmed(record.row.fields[position]).isEmpty {
                texts.insert(position)
            }
            if record.isSaying(Sheet.self) { rows.append(record) }
        }
        return (rows, texts)
    }

    private func columnNotes(_ texts: Set<Int>) -> ImportReport.Columns {
        let unknown = columns.unknownPositions.filter(texts.contains).map { columns.header[$0] }
        let aside = columns.asidePositions.filter(texts.contains).map { columns.header[$0] }
        return ImportReport.Columns(
            // In a sheet of our own, with all its columns, they are not worth telling.
            unknown: unknown, aside: Sheet.isOurs(columns.header) ? [] : aside,
            nearest: columns.nearest,
            lacking: Sheet.written.filter { columns.position(of: $0) == nil }.map { Sheet.headers(of: $0)[0] })
    }

    /// Somebody who may not send what the rows come to is told so once, not once a row.
    private func checkPermission(_ office: OfficeFile, _ sender: Sender, _ clock: Clock) throws(DecideError) {
        let staff = try office.admit(sender, clock: clock)
        guard staff.role == .administrator || Sheet.command.roles.contains(staff.role) else {
            throw .refused(.notPermitted(staff.account, staff.role, Sheet.command))
        }
    }

    /// The campaign that all rows belong to which name none; nil for a sheet of something else.
    private func campaign(
        _ terms: ImportTerms, _ office: OfficeFile, _ clock: Clock
    ) throws(DecideError) -> ImportCampaign? {
        guard let column = Sheet.campaignColumn else { return nil }
        let isThere = columns.position(of: column) != nil
        return try office.view { (reader) throws(DecideError) in
            if let text = terms.campaign { return try Sheet.campaign(named: text, in: reader) }
            if isThere { return nil }
            if terms.usesCurrentCampaign, let current = try Sheet.campaign(on: clock.today(), in: reader) {
                return current
            }
            throw .refused(.noCampaign(Sheet.headers(of: column)[0]))
        }
    }

    /// What speaks against the sheet as a whole. Whoever goes on is not asked again.
    private func objections(
        to rows: [SheetRecord<Sheet.Column>], _ terms: ImportTerms, _ campaign: ImportCampaign?, _ office: OfficeFile
    ) throws(DecideError) -> [Phrase] {
        if terms.goesOn, !terms.isDryRun { return [] }
        return try office.view { (reader) throws(DecideError) in
            try Sheet.objections(to: rows, campaign: campaign?.code, in: reader)
        }
    }

    private func copy(_ office: OfficeFile) throws(DecideError) -> OfficeFile {
        do throws(StoreError) { return try office.copyInMemory() } catch { throw .store(error) }
    }

    private func take(
        _ row: ImportedRow<Sheet>, _ report: inout ImportReport
    ) throws(DecideError) {
        report.rows += 1
        do throws(RowError<Sheet.Column>) {
            let outcome = try row.carryOut()
            let notes = row.notes.take()
            report.count(outcome, row.previewed(outcome, notes))
        } catch {
            switch error {
            case .store(let error): throw .store(error)
            case .refused(let refusal, let column):
                _ = row.notes.take()
                let record = row.record
                report.count(
                    ImportReport.Refused(
                        row: record.number, code: row.code, name: row.name, column: column.map(row.header) ?? "",
                        refusal: refusal, fields: record.row.fields + record.row.extra))
            }
        }
    }
}

extension Refusal {
    /// `missing-value`: a sheet of a campaign that says nowhere of which.
    fileprivate static func noCampaign(_ header: String) -> Refusal {
        Refusal(
            .missingValue, field: "campaign",
            Phrase(
                fa:
                    "این صفحه ستون «\(header)» ندارد و نگفته‌اید از کدام رزمایش است؛ ستون را بیفزایید یا رزمایش را بگویید (--campaign RM-1401).",
                en:
                    "The sheet has no column “\(header)”, and nobody said of which campaign it is; add the column, or name the campaign (--campaign RM-1401)."
            ))
    }
}

extension ImportedRow {
    fileprivate func previewed(
        _ outcome: RowOutcome,
        _ notes: (changes: [Change], warnings: [Warning], renames: [ImportReport.Rename])
    ) -> ImportReport.Row {
        .init(
            row: record.number, code: code, name: name, outcome: outcome, changes: notes.changes,
            warnings: notes.warnings, renames: notes.renames)
    }
}

extension SheetRecord {
    /// Whether any column that is read holds something else than its own header.
    fileprivate func isSaying<Sheet: ImportedSheet>(_ sheet: Sheet.Type) -> Bool where Sheet.Column == Key {
        var filled = 0
        var repeated = 0
        for column in Key.allCases {
            guard let raw = raw(column), case let text = trimmed(raw), !text.isEmpty else { continue }
            filled += 1
            let letters = text.lettersAlone()
            let headers = Sheet.headers(of: column) + Sheet.nearHeaders(of: column)
            // Of a header in two rows only the lower one is repeated.
            let own = columns.header(of: column)?.lettersAlone() ?? ""
            if !letters.isEmpty, own.contains(letters) || headers.contains(where: { $0.lettersAlone() == letters }) {
                repeated += 1
            }
            if filled > repeated { return true }
        }
        // One cell like its header may be a name.
        return filled == 1
    }

    /// The row's code, normalised.
    fileprivate func codeText<Sheet: ImportedSheet>(_ sheet: Sheet.Type) -> String? where Sheet.Column == Key {
        guard let raw = raw(Sheet.codeColumn) else { return nil }
        let text = Sheet.kind(of: Sheet.codeColumn).text(of: raw)
        return text.isEmpty ? nil : normalisedCode(text) ?? text
    }
}

extension SheetImport {
    /// Writes the refused rows as a sheet of the same shape, with the rows in which they stood and a reason at the
    /// end, ready to be mended and imported again.
    public func writeRefused(
        _ report: ImportReport, to writer: SheetWriter, language: Language
    ) throws(SheetWriteError) {
        let own = Set((reasonHeaders + rowHeaders).map { $0.lettersAlone() })
        let places = header.indices.filter { !own.contains(header[$0].lettersAlone()) }
        let rowNames = rowHeaders.map { $0.lettersAlone() }
        let numbers = header.firstIndex { rowNames.contains($0.lettersAlone()) }
        let isPersian = language == .persian
        try writer.write(
            places.map { harmless(header[$0]) } + [rowHeaders[isPersian ? 0 : 1], reasonHeaders[isPersian ? 0 : 1]])
        for refused in report.refusals {
            func field(_ place: Int) -> String { refused.fields.indices.contains(place) ? refused.fields[place] : "" }
            // Rows that were refused before keep the numbers of the sheet in which they first stood.
            let first = numbers.map { trimmed(field($0)) } ?? ""
            try writer.write(
                places.map { harmless(field($0)) } + [
                    first.isEmpty ? String(refused.row) : first, refused.refusal.phrase[language],
                ])
        }
        try writer.finish()
    }
}

/// The columns of reasons and of row numbers in a sheet of refused rows; they are left aside when such a sheet comes
/// back.
let reasonHeaders = ["علت رد", "reason for refusal"]
let rowHeaders = ["ردیف در پرونده", "row in the sheet"]
