import Domain
import Persian
import Store

/// A sort of sheet that the office imports: its columns, and what a row asks for.
public protocol ImportedSheet: Sendable {
    associatedtype Column: Hashable & Sendable & CaseIterable

    /// "groups"
    static var name: String { get }
    /// What it holds, as screens name it.
    static var title: Phrase { get }
    /// The headers a column may have, the Persian one that we write first.
    static func headers(of column: Column) -> [String]
    /// Columns that a sheet may do without.
    static var optional: Set<Column> { get }
    /// The column that holds the row's code.
    static var codeColumn: Column { get }
    /// The command that its rows come to: who may send it may import the sheet.
    static var command: any Command.Type { get }
    /// The columns that say whom or what a row is about.
    static var nameColumns: [Column] { get }

    /// Sends the commands of one row. What it sends is kept or dropped as one.
    ///
    /// - Throws: the refusal of the first command that was refused, its field replaced by ``ImportedRow``.
    static func carryOut(_ row: ImportedRow<Self>) throws(RowError<Column>) -> RowOutcome
}

extension ImportedSheet {
    public static var command: any Command.Type { GroupRegister.self }

    /// The header that we write for a column.
    static func header(of column: Column, in language: Language) -> String {
        let headers = headers(of: column)
        let english = headers.first { $0.utf8.allSatisfy { $0 < 0x80 } }
        return (language == .english ? english : nil) ?? headers[0]
    }
}

public enum RowOutcome: Hashable, Sendable {
    case added, same, changed
}

/// Every sort of sheet there is, in the order in which an office sends them.
public enum Sheets {
    public static let all: [any ImportedSheet.Type] = [
        GroupsSheet.self, MembersSheet.self, CampsSheet.self, EnrolmentsSheet.self, CongressesSheet.self,
        HallsSheet.self, SessionsSheet.self, GuestsSheet.self, MartyrsSheet.self, SeasonsSheet.self, PointsSheet.self,
        ShiftsSheet.self,
        SuppliesSheet.self, TalliesSheet.self,
    ]
}

/// A sheet that was read, whatever it holds; see ``SheetImport``.
public protocol OpenedSheet: Sendable {
    var rowCount: Int { get }
    func run(
        in office: OfficeFile, by sender: Sender, clock: Clock, isDryRun: Bool, progress: (Int) -> Bool
    ) throws(ImportError) -> ImportReport
    func writeRefused(
        _ report: ImportReport, to writer: SheetWriter, language: Language
    ) throws(SheetWriteError)
}

extension SheetImport: OpenedSheet {}

extension ImportedSheet {
    /// Reads a sheet of this sort; nothing is written yet.
    ///
    /// - Throws: why it is no spreadsheet of this sort.
    public static func open(path: String) throws(ImportError) -> any OpenedSheet { try SheetImport<Self>(path: path) }
}

/// Why a row was not carried out.
public enum RowError<Column: Hashable & Sendable>: Error {
    case refused(Refusal, column: Column?)
    case store(StoreError)
}

/// Imports a sheet: each row whole or not at all, all through the office's commands.
///
///     let report = try SheetImport<GroupsSheet>(path: "groups.csv").run(in: office, by: sender, clock: clock)
///     report.added  // 780
public struct SheetImport<Sheet: ImportedSheet>: Sendable {
    private let file: SheetFile
    private let columns: SheetColumns<Sheet.Column>

    /// Reads the file; nothing is written yet.
    ///
    /// - Throws: why it is no spreadsheet of this sort.
    public init(path: String) throws(ImportError) {
        do throws(SheetError) {
            file = try SheetFile(path: path)
        } catch {
            throw .sheet(error)
        }
        do throws(SheetColumnsError) {
            columns = try SheetColumns(
                header: file.header,
                known: Sheet.Column.allCases.map { ($0, headers: Sheet.headers(of: $0)) }, optional: Sheet.optional)
        } catch {
            throw .columns(error)
        }
    }

    public var header: [String] { file.header }
    public var rowCount: Int { file.rowCount }

    /// Carries the rows out, under one batch id, in transactions short enough for others to work beside it.
    ///
    /// - Parameters:
    ///   - isDryRun: works in a copy in memory; the file stays as it is.
    ///   - progress: told the rows done; answers false to stop there.
    public func run(
        in office: OfficeFile, by sender: Sender, clock: Clock, isDryRun: Bool = false,
        progress: (Int) -> Bool = { _ in true }
    ) throws(ImportError) -> ImportReport {
        var rows: [SheetRecord<Sheet.Column>] = []
        file.forEachRow(columns) { rows.append($0) }
        var report = ImportReport()
        let batch = CommandID.new(at: .now())
        report.batch = batch
        do throws(DecideError) {
            try checkPermission(office, sender, clock)
            let target = isDryRun ? try copy(office) : office
            let noted = isDryRun ? RowChanges() : nil
            try target.transactions(over: rows, by: sender, clock: clock) { (desk, record) throws(DecideError) in
                try take(
                    ImportedRow(
                        record: record, desk: desk, batch: batch, batchName: file.name, noted: noted), &report)
                report.isCancelled = !progress(report.rows)
                return !report.isCancelled
            }
        } catch {
            throw ImportError(error)
        }
        report.isCancelled = report.isCancelled && report.rows < rows.count
        return report
    }

    /// Somebody who may not send what the rows come to is told so once, not once a row.
    private func checkPermission(_ office: OfficeFile, _ sender: Sender, _ clock: Clock) throws(DecideError) {
        let staff = try office.admit(sender, clock: clock)
        guard staff.role == .administrator || Sheet.command.roles.contains(staff.role) else {
            throw .refused(.notPermitted(staff.account, staff.role, Sheet.command))
        }
    }

    private func copy(_ office: OfficeFile) throws(DecideError) -> OfficeFile {
        do throws(StoreError) { return try office.copyInMemory() } catch { throw .store(error) }
    }

    private func take(
        _ row: ImportedRow<Sheet>, _ report: inout ImportReport
    ) throws(DecideError) {
        report.rows += 1
        let record = row.record
        do throws(RowError<Sheet.Column>) {
            let outcome = try row.carryOut()
            switch outcome {
            case .added: report.added += 1
            case .same: report.same += 1
            case .changed: report.changed += 1
            }
            row.noted.map { report.preview.append(row.previewed(outcome, $0.take())) }
        } catch {
            switch error {
            case .store(let error): throw .store(error)
            case .refused(let refusal, let column):
                let refused = ImportReport.Refused(
                    row: record.number, code: row.code, column: column.map(row.header) ?? "", refusal: refusal,
                    fields: record.row.fields + record.row.extra)
                report.refusals.append(refused)
                guard let noted = row.noted else { return }
                _ = noted.take()
                report.preview.append(row.previewed(nil, [], refused))
            }
        }
    }
}

extension SheetImport {
    /// Writes the refused rows as a sheet of the same shape with a reason at the end, ready to be mended and
    /// imported again.
    public func writeRefused(
        _ report: ImportReport, to writer: SheetWriter, language: Language
    ) throws(SheetWriteError) {
        let reason = reasonHeaders
        let places = header.indices.filter { !reason.contains(header[$0]) }
        try writer.write(places.map { header[$0] } + [reason[language == .persian ? 0 : 1]])
        for refused in report.refusals {
            let fields = places.map { refused.fields.indices.contains($0) ? refused.fields[$0] : "" }
            try writer.write(fields + [refused.refusal.phrase[language]])
        }
        try writer.finish()
    }
}

/// The column of reasons in a sheet of refused rows; it is left aside when such a sheet comes back.
let reasonHeaders = ["علت رد", "reason for refusal"]
