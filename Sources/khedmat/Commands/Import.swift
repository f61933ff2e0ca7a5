import ArgumentParser
import Domain
import Exchange
import Glibc
import Persian
import Store

/// `khedmat import groups groups.csv --refused refused.csv`
struct Import: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a spreadsheet, row by row · ورود از پرونده")

    @Argument(
        help: ArgumentHelp(
            "What the sheet holds · محتوای صفحه", valueName: Sheets.all.map { $0.name }.joined(separator: "|")))
    var kind: String

    @Argument(help: "A CSV file · پرونده CSV")
    var sheet: String

    @Flag(help: "Try it and write nothing · آزمایش بی نوشتن")
    var dryRun = false

    @Flag(help: "Accept names that share no word with the person's old one · پذیرش نام دیگر برای شخص شناخته")
    var rename = false

    @Option(
        help: ArgumentHelp(
            "The campaign of all rows that name none, for deliveries · رزمایش ردیف‌ها", valueName: "code"))
    var campaign: String?

    @Flag(help: "Go on with a sheet that looks wrong as a whole · ادامه با صفحه‌ای که نادرست می‌نماید")
    var anyway = false

    @Option(
        help: ArgumentHelp(
            "Where the refused rows go, with reasons; never over another file · پرونده ردشده‌ها", valueName: "out.csv"))
    var refused: String?

    @Option(help: ArgumentHelp("The report's form · قالب گزارش", valueName: "text|json"))
    var format = "text"

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let format = try choice(ReportFormat.self, .format, format)
        guard let type = Sheets.all.first(where: { $0.name == kind }) else {
            throw .unknown(Phrase(fa: "گونه صفحه", en: "sort of sheet"), kind, accepted: Sheets.all.map { $0.name })
        }
        let language = invocation.language
        // Read first, so that a file that is no sheet does not lead to a new office.
        let sheet: any OpenedSheet
        do throws(ImportError) { sheet = try type.open(path: self.sheet) } catch { throw Failure(error) }
        if campaign != nil, !sheet.takesCampaign { throw .noCampaign(kind) }
        let refusedRows = try refusedSheet(invocation)
        let session = try Session(invocation, whenMissing: dryRun ? .imagined : .created)
        let report = try carryOut(sheet, in: session)
        var failure: Failure?
        var refusedFile: String?
        if let refusedRows, report.refused > 0 {
            do throws(SheetWriteError) {
                try sheet.writeRefused(report, to: refusedRows, language: language)
                refusedFile = refusedRows.path
            } catch {
                // The report is printed before this failure is thrown.
                failure = Failure(error)
            }
        }
        let output = Output.standard
        switch format {
        case .json: output.writeLine(report.json.printed)
        case .text:
            ImportSummary(report, isDryRun: dryRun, goesOn: anyway, refusedFile: refusedFile)
                .write(to: output, in: language)
        }
        try output.flush()
        if let failure { throw failure }
        if report.isCancelled { throw Failure(.interrupted) }
    }

    /// Where the refused rows will go, opened before the first row is imported, so that a place that cannot be written
    /// to is told in time.
    private func refusedSheet(_ invocation: Invocation) throws(Failure) -> SheetWriter? {
        guard let refused else { return nil }
        try invocation.checkOutput(refused, reading: sheet)
        do throws(SheetWriteError) { return try SheetWriter(beside: refused) } catch { throw Failure(error) }
    }

    private func carryOut(
        _ sheet: any OpenedSheet, in session: Session
    ) throws(Failure) -> ImportReport {
        let terms = ImportTerms(isDryRun: dryRun, acceptsRenames: rename, goesOn: anyway, campaign: campaign)
        let progress = ProgressLine(session.language)
        defer { progress.clear() }
        Interruption.watch()
        do throws(ImportError) {
            return try sheet.run(in: session.office, by: session.sender, clock: session.clock, terms) { done in
                progress.show(done, of: sheet.rowCount)
                return !Interruption.isAsked
            }
        } catch {
            throw Failure(error)
        }
    }
}

extension Failure {
    /// A campaign for a sheet that is of none.
    fileprivate static func noCampaign(_ sheet: String) -> Failure {
        Failure(
            .wrongUse,
            Phrase(
                fa: "صفحه \(sheet) از رزمایشی نیست؛ --campaign را بردارید.",
                en: "A sheet of \(sheet) is of no campaign; leave --campaign out."))
    }
}

/// The forms that reports and records are printed in.
enum ReportFormat: String, CaseIterable {
    case text, json
}
