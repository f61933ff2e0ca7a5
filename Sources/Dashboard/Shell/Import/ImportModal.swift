import Canvas
import Domain
import Exchange
import Persian
import Store

/// Imports a sheet from within: which file, a preview in which nothing is written, then the rows themselves.
@MainActor
final class ImportModal: Modal {
    enum Step {
        case file
        case working(ImportProgress, isPreview: Bool)
        case preview(ImportReport)
        case done(ImportReport, refusedFile: String?)
    }

    private weak var dashboard: Dashboard?
    /// The place of the chosen sort of sheet in ``Sheets/all``.
    private(set) var kind = 0
    private(set) var path = TextInput(direction: .leftToRight)
    private(set) var step = Step.file
    private(set) var problem: Phrase?
    /// The rows of the preview, or those that were refused.
    private(set) var rows: ImportRows?
    /// Whether people who are known may get names that share nothing with their old ones.
    private(set) var acceptsRenames = false
    private var cancellation = Cancellation()

    /// - Parameter sheet: the sort of sheet that the calling screen lists; without one it is what the screen in sight
    ///   is called.
    init(_ dashboard: Dashboard, _ sheet: String? = nil) {
        self.dashboard = dashboard
        let wanted = sheet ?? dashboard.screens[dashboard.current].id
        kind = Sheets.all.firstIndex { $0.name == wanted } ?? 0
    }

    var title: Phrase { Phrase(fa: "ورود از پرونده", en: "Import a sheet") }

    // MARK: Keys

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        if case .paste(let text) = event, case .file = step {
            path.insert(text)
            return []
        }
        guard case .key(let key) = event else { return [] }
        switch step {
        case .file: return handleFile(key, context)
        case .working:
            if key.code == .escape { cancellation.cancel() }
        case .preview(let report): return handlePreview(key, report, context)
        case .done:
            rows?.handle(key, page: context.direction)
            if key.code == .escape || key.code == .enter { return [.close] }
        }
        return []
    }

    private func handleFile(_ key: Key, _ context: ScreenContext) -> [Effect] {
        switch key.code {
        case .escape: return [.close]
        case .up: kind = (kind + Sheets.all.count - 1) % Sheets.all.count
        case .down: kind = (kind + 1) % Sheets.all.count
        case .tab: path = TextInput(PathCompletion.complete(path.text), direction: .leftToRight)
        case .enter: start(isPreview: true)
        default: _ = path.handle(key, page: context.direction)
        }
        return []
    }

    private func handlePreview(_ key: Key, _ report: ImportReport, _ context: ScreenContext) -> [Effect] {
        switch key.asBound.code {
        case .escape:
            step = .file
            acceptsRenames = false
        case .enter where report.isEmpty && report.refused == 0: return [.close]
        case .enter where report.isEmpty: keepRefused(of: report)
        case .enter: start(isPreview: false)
        case .character("r") where asksRename(report):
            acceptsRenames.toggle()
            start(isPreview: true)
        default: rows?.handle(key, page: context.direction)
        }
        return []
    }

    /// Whether there is a change of name to be accepted, or one was.
    func asksRename(_ report: ImportReport) -> Bool { acceptsRenames || report.awaitingRename > 0 }

    /// There is nothing to write but the rows that were refused.
    private func keepRefused(of report: ImportReport) {
        do throws(ImportError) {
            let file = PathCompletion.expanded(path.text)
            let written = writeRefused(report, try Sheets.all[kind].open(path: file), file)
            step = .done(report, refusedFile: written)
        } catch {
            problem = error.phrase
            step = .file
        }
    }

    // MARK: Work

    private func start(isPreview: Bool) {
        guard let dashboard else { return }
        let file = PathCompletion.expanded(path.text)
        let sheet: any OpenedSheet
        do throws(ImportError) { sheet = try Sheets.all[kind].open(path: file) } catch {
            problem = error.phrase
            step = .file
            return
        }
        problem = nil
        rows = nil
        cancellation = Cancellation()
        step = .working(ImportProgress(total: sheet.rowCount), isPreview: isPreview)
        let cancellation = cancellation
        let acceptsRenames = acceptsRenames
        let writer = dashboard.writer
        writer.run(
            { (office, sender, clock) -> Result<ImportReport, ImportError> in
                do throws(ImportError) {
                    var next = ContinuousClock.now
                    return .success(
                        try sheet.run(
                            in: office, by: sender, clock: clock, isDryRun: isPreview, acceptsRenames: acceptsRenames
                        ) { done in
                            if ContinuousClock.now >= next {
                                next = .now + .milliseconds(100)
                                writer.post { [weak self] in self?.show(done) }
                            }
                            return !cancellation.isCancelled
                        })
                } catch {
                    return .failure(error)
                }
            }, then: { [weak self] result in self?.finish(result, sheet, file, isPreview) })
    }

    private func show(_ done: Int) {
        guard case .working(var progress, let isPreview) = step else { return }
        progress.done = done
        step = .working(progress, isPreview: isPreview)
    }

    private func finish(
        _ result: Result<ImportReport, ImportError>, _ sheet: any OpenedSheet, _ file: String, _ isPreview: Bool
    ) {
        switch result {
        case .failure(let error):
            problem = error.phrase
            step = .file
        case .success(let report) where isPreview:
            rows = ImportRows(report)
            step = report.isCancelled ? .file : .preview(report)
        case .success(let report):
            rows = ImportRows(report)
            step = .done(report, refusedFile: writeRefused(report, sheet, file))
            if !report.isEmpty { dashboard?.ownActs.insert(report.batch) }
        }
        dashboard?.settle { () throws(DecideError) in try dashboard?.refresh() }
    }

    /// The refused rows go beside the sheet, ready to be mended.
    private func writeRefused(_ report: ImportReport, _ sheet: any OpenedSheet, _ file: String) -> String? {
        guard report.refused > 0, let dashboard else { return nil }
        do throws(SheetWriteError) {
            let writer = try SheetWriter(beside: PathCompletion.refusedFile(of: file))
            try sheet.writeRefused(report, to: writer, language: dashboard.language)
            return writer.path
        } catch {
            problem = error.phrase
            return nil
        }
    }

    func view(in region: inout Region, _ context: ScreenContext) { ImportView(self, context).draw(in: &region) }

    func notes(_ context: ScreenContext) -> [BindingNote] {
        switch step {
        case .file:
            [
                BindingNote("import.preview", .enter, Phrase(fa: "پیش‌نمایش", en: "preview")),
                BindingNote("import.kind", .down, Phrase(fa: "نوع صفحه", en: "kind of sheet")),
                BindingNote("import.complete", .tab, Phrase(fa: "کامل کردن نشانی", en: "complete the path")),
                BindingNote("import.close", .escape, Phrase(fa: "بستن", en: "close")),
            ]
        case .working: [BindingNote("import.cancel", .escape, Phrase(fa: "ایستادن", en: "stop"))]
        case .preview(let report):
            renameNote(report) + [
                BindingNote("import.accept", .enter, acceptance(of: report)),
                BindingNote("import.scroll", .down, Phrase(fa: "ردیف‌ها", en: "rows")),
                BindingNote("import.outcomes", .tab, Phrase(fa: "دسته بعد", en: "next kind")),
                BindingNote("import.back", .escape, Phrase(fa: "بازگشت", en: "back")),
            ]
        case .done: [BindingNote("import.done", .enter, Phrase(fa: "بستن", en: "close"))]
        }
    }
}

extension ImportModal {
    /// What Enter does with a preview.
    private func acceptance(of report: ImportReport) -> Phrase {
        if !report.isEmpty { return Phrase(fa: "ثبت این‌ها", en: "write these") }
        return report.refused > 0
            ? Phrase(fa: "ردشده‌ها در پرونده", en: "refused rows to a file") : Phrase(fa: "بستن", en: "close")
    }

    private func renameNote(_ report: ImportReport) -> [BindingNote] {
        guard asksRename(report) else { return [] }
        return [BindingNote("import.rename", .character("r"), Phrase(fa: "پذیرش نام دیگر", en: "accept other names"))]
    }
}

/// How far an import has come.
struct ImportProgress {
    var done = 0
    let total: Int
    let start = ContinuousClock.now

    /// Rows a second, and seconds to the end; nil until there is something to reckon from.
    var rate: Int? {
        let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        return done > 0 && seconds > 0.1 ? Int(Double(done) / seconds) : nil
    }

    var secondsToEnd: Int? { rate.map { max(0, total - done) / max(1, $0) } }
}
