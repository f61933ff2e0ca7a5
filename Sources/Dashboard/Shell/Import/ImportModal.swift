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
    /// Whether it goes on whatever speaks against the sheet as a whole.
    private(set) var goesOn = false
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

    static let lists = [fileActions, workingActions, previewActions, doneActions]

    var actions: [ModalAction<ImportModal>] {
        switch step {
        case .file: Self.fileActions
        case .working: Self.workingActions
        case .preview: Self.previewActions
        case .done: Self.doneActions
        }
    }

    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        if case .file = step { path.take(event, context) }
        return []
    }

    private func turnKind(_ step: Int) { kind = (kind + step + Sheets.all.count) % Sheets.all.count }

    private func accept() -> [Effect] {
        guard case .preview(let report) = step else { return [] }
        if report.isEmpty && report.refused == 0 { return [.close] }
        if report.isEmpty { keepRefused(of: report) } else { start(isPreview: false, campaign: report.campaign?.code) }
        return []
    }

    private var asksToGoOn: Bool {
        if case .preview(let report) = step { return asksToGoOn(report) }
        return false
    }

    /// Whether something speaks against the sheet as a whole.
    func asksToGoOn(_ report: ImportReport) -> Bool { !report.objections.isEmpty && !report.isEmpty }

    private var asksRename: Bool {
        if case .preview(let report) = step { return asksRename(report) }
        return false
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

    /// - Parameter campaign: code of the campaign that the preview was of.
    private func start(isPreview: Bool, campaign: String? = nil) {
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
        let terms = ImportTerms(
            isDryRun: isPreview, acceptsRenames: acceptsRenames, goesOn: goesOn, campaign: campaign,
            usesCurrentCampaign: isPreview)
        let writer = dashboard.writer
        writer.run(
            { (office, sender, clock) -> Result<ImportReport, ImportError> in
                do throws(ImportError) {
                    var next = ContinuousClock.now
                    return .success(
                        try sheet.run(in: office, by: sender, clock: clock, terms) { done in
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
}

extension ImportModal {
    private static let fileActions: [ModalAction<ImportModal>] = [
        .step("import.preview", "enter", Phrase(fa: "پیش‌نمایش", en: "preview")) { modal, _ in
            modal.start(isPreview: true)
        },
        .step("import.nextKind", "down", Phrase(fa: "نوع صفحه", en: "kind of sheet")) { modal, _ in modal.turnKind(1) },
        .step("import.complete", "tab", Phrase(fa: "کامل کردن نشانی", en: "complete the path")) { modal, _ in
            modal.path = TextInput(PathCompletion.complete(modal.path.text), direction: .leftToRight)
        },
        .close("import.close"),
        .step("import.previousKind", "up", Phrase(fa: "نوع قبلی", en: "kind before"), isHint: false) { modal, _ in
            modal.turnKind(-1)
        },
    ]

    private static let workingActions: [ModalAction<ImportModal>] = [
        .step("import.cancel", "escape", Phrase(fa: "ایستادن", en: "stop")) { modal, _ in modal.cancellation.cancel() }
    ]

    private static let previewActions: [ModalAction<ImportModal>] =
        [
            .step(
                "import.rename", "r", Phrase(fa: "پذیرش نام دیگر", en: "accept other names"), when: { $0.asksRename }
            ) { modal, _ in
                modal.acceptsRenames.toggle()
                modal.start(isPreview: true)
            },
            .step(
                "import.anyway", "a", Phrase(fa: "ادامه با این همه", en: "go on all the same"),
                when: { $0.asksToGoOn }
            ) { modal, _ in modal.goesOn.toggle() },
            Binding(
                "import.accept", "enter", Phrase(fa: "ثبت این‌ها", en: "write these"), isHint: true,
                when: { $0.goesOn || !$0.asksToGoOn }, does: { modal, _ in modal.accept() }
            ).here({ $0.acceptance }, isHint: { _ in true }),
        ] + rowActions + [
            .step("import.back", "escape", Phrase(fa: "بازگشت", en: "back")) { modal, _ in
                modal.step = .file
                modal.acceptsRenames = false
                modal.goesOn = false
            }
        ]

    private static let doneActions: [ModalAction<ImportModal>] = [.close("import.done", "enter escape")] + rowActions

    /// Up and down go from row to row, Tab and the arrows from one kind of outcome to the next.
    private static let rowActions: [ModalAction<ImportModal>] =
        Binding.moves(Phrase(fa: "ردیف‌ها", en: "rows")) { modal, move, _ in modal.rows?.move(move) } + [
            .step("import.outcomes", "tab", Phrase(fa: "دسته بعد", en: "next kind")) { modal, _ in modal.rows?.step(1)
            },
            .step("import.outcomesBack", "shift+tab", Phrase(fa: "دسته قبل", en: "kind before"), isHint: false) {
                modal, _ in
                modal.rows?.step(-1)
            },
        ]
        + [("import.h", Key.Side.h), ("import.l", .l)].map { id, side in
            .step(id, side.arrow, Phrase(fa: "دسته \(side.phrase)", en: "kind \(side.phrase)"), isHint: false) {
                modal, context in modal.rows?.step(side.step(on: context.direction))
            }
        }

    /// What Enter does with a preview.
    private var acceptance: Phrase? {
        guard case .preview(let report) = step, report.isEmpty else { return nil }
        return report.refused > 0
            ? Phrase(fa: "ردشده‌ها در پرونده", en: "refused rows to a file") : Phrase(fa: "بستن", en: "close")
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
