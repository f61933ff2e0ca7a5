import Canvas
import Domain
import Exchange
import Persian

/// Draws the import: the question, the bar, what would become or became of the rows.
@MainActor
struct ImportView {
    private let modal: ImportModal
    private let context: ScreenContext

    init(_ modal: ImportModal, _ context: ScreenContext) {
        self.modal = modal
        self.context = context
    }

    private var language: Language { context.language }

    func draw(in region: inout Region) {
        region.fill(Style())
        Panel(modal.title[language], hasFocus: true).draw(in: &region) { inside in
            switch modal.step {
            case .file: drawFile(in: &inside)
            case .working(let progress, let isPreview): draw(progress, isPreview, in: &inside)
            case .preview(let report):
                draw(report, previewHead(report), Style(.warning, on: .page, .bold), nil, in: &inside)
            case .done(let report, let file):
                let color: ColorRole = report.isEmpty ? .muted : .good
                draw(report, doneHead(report), Style(color, on: .page, .bold), file, in: &inside)
            }
        }
    }

    private func previewHead(_ report: ImportReport) -> Phrase {
        if !report.isEmpty {
            return Phrase(fa: "پیش‌نمایش؛ هنوز چیزی نوشته نشده است", en: "A preview; nothing is written yet")
        }
        return report.refused == 0
            ? Phrase(
                fa: "چیزی برای نوشتن نیست؛ پرونده همه این ردیف‌ها را دارد",
                en: "There is nothing to write; the file holds all these rows")
            : Phrase(
                fa: "چیزی برای نوشتن نیست؛ ردیف‌های دیگر رد شده‌اند",
                en: "There is nothing to write; the other rows are refused")
    }

    private func doneHead(_ report: ImportReport) -> Phrase {
        if report.isOverrun {
            let count = report.refused
            return Phrase(
                fa: "پس از \(Language.persian.number(count)) ردیف ردشده ایستاد؛ این صفحه از گونه دیگری است",
                en: "Stopped after \(count, "refused row"); the sheet is of another sort")
        }
        if report.isCancelled {
            return Phrase(
                fa: "پیش از پایان ایستاد؛ آنچه نوشته شد ماند", en: "Stopped before the end; what was written stays")
        }
        return report.isEmpty
            ? Phrase(fa: "چیزی نوشته نشد", en: "Nothing was written")
            : Phrase(fa: "ثبت شد؛ {shell.undo} همه را بازمی‌گرداند", en: "Written; {shell.undo} takes all of it back")
    }

    /// All sorts of sheets, on as many rows as they need.
    private func drawKinds(row: inout Int, in region: inout Region) {
        let kindLabel = Phrase(fa: "چه صفحه‌ای؟", en: "What does it hold?")
        region.put(region(kindLabel), row: row, width: 20, direction: .page, style: Style(.muted))
        var start = 21
        for (place, sheet) in Sheets.all.enumerated() {
            let isChosen = place == modal.kind
            let text = (isChosen ? "◉ " : "○ ") + sheet.title[language]
            if start + textWidth(text) > region.width, start > 21 {
                start = 21
                row += 1
            }
            region.put(
                text, row: row, start: start, width: textWidth(text), direction: .page,
                style: Style(isChosen ? .accent : .muted, on: .page, isChosen ? .bold : []))
            start += textWidth(text) + 3
        }
    }

    private func drawFile(in region: inout Region) {
        var row = 1
        drawKinds(row: &row, in: &region)
        row += 2
        let fileLabel = Phrase(fa: "نشانی پرونده", en: "The file")
        region.put(region(fileLabel), row: row, width: 20, direction: .page, style: Style(.muted))
        TextField(modal.path, placeholder: "~/\(Sheets.all[modal.kind].name).csv").draw(
            in: &region, row: row, start: 21)
        row += 2
        let hint = Phrase(
            fa: "CSV با هر جداکننده و کدبندی. نخست پیش‌نمایش را می‌بینید؛ تا نپذیرید چیزی نوشته نمی‌شود.",
            en: "CSV of any delimiter and encoding. You see a preview first; nothing is written before you accept it.")
        for line in TextLayout.wrap(hint[language], width: region.width) {
            region.put(line, row: row, direction: .page, style: Style(.muted))
            row += 1
        }
        guard let problem = modal.problem else { return }
        for line in TextLayout.wrap("✗ " + problem[language], width: region.width) {
            region.put(line, row: row + 1, direction: .page, style: Style(.alarm, on: .page, .bold))
            row += 1
        }
    }

    private func draw(_ progress: ImportProgress, _ isPreview: Bool, in region: inout Region) {
        let what =
            isPreview
            ? Phrase(fa: "ردیف‌ها آزموده می‌شوند …", en: "Trying the rows …")
            : Phrase(fa: "در حال نوشتن …", en: "Writing …")
        let rate = progress.rate.map {
            region(Phrase(fa: "\(Language.persian.number($0)) در ثانیه", en: "\(Language.english.number($0)) a second"))
        }
        let end = progress.secondsToEnd.map {
            region(
                Phrase(fa: "\(Language.persian.number($0)) ثانیه مانده", en: "\(Language.english.number($0)) s to go"))
        }
        let stop = modal.notes(context)[0].hint(language)
        region.part(top: 1) {
            ProgressView(
                what[language], done: progress.done, total: progress.total, rate: rate ?? "", end: end ?? "",
                hint: stop
            ).draw(in: &$0)
        }
    }

    private func draw(
        _ report: ImportReport, _ head: Phrase, _ style: Style, _ file: String?, in region: inout Region
    ) {
        region.put(context.told(head), row: 0, direction: .page, style: style)
        var row = 2
        if case .done = modal.step {
            drawCounts(of: report, row: row, in: &region)
            row += 2
        }
        if let file {
            let where_ = Phrase(fa: "ردیف‌های ردشده برای اصلاح اینجاست:", en: "The refused rows, to be mended, are in:")
            region.put([Span(region(where_)), Span(" "), .code(file, color: .accent)], row: row, style: Style(.text))
            row += 2
        }
        if case .preview = modal.step { drawTerms(of: report, row: &row, in: &region) }
        drawNotes(of: report, row: &row, in: &region)
        guard let rows = modal.rows, !rows.shown.isEmpty else { return }
        region.part(top: row) { ImportRowsView(rows, context).draw(in: &$0) }
    }

    /// Of which campaign the rows are, and what speaks against the sheet as a whole, with the question whether to go on.
    private func drawTerms(of report: ImportReport, row: inout Int, in region: inout Region) {
        if let campaign = report.campaign {
            let said = Phrase(
                fa: "رزمایش: \(campaign.code) «\(campaign.title)»", en: "Campaign: \(campaign.code) “\(campaign.title)”"
            )
            region.put(region(said), row: row, direction: .page, style: Style(.text))
            row += 1
        }
        let lines = report.objections.flatMap { TextLayout.wrap("✗ \($0[language])", width: region.width) }
        for line in lines {
            region.put(line, row: row, direction: .page, style: Style(.alarm))
            row += 1
        }
        if modal.asksToGoOn(report) {
            let box = modal.goesOn ? "☒" : "☐"
            let sentence = Phrase(
                fa: "با این همه ادامه یابد ({import.anyway})", en: "Go on all the same ({import.anyway})")
            region.put(
                "\(box) \(context.told(sentence))", row: row, direction: .page, style: Style(.accent, on: .page, .bold))
            row += 1
        }
        if report.campaign != nil || !lines.isEmpty { row += 1 }
    }

    /// What became of the columns, and whether other names are accepted.
    private func drawNotes(of report: ImportReport, row: inout Int, in region: inout Region) {
        let lines = report.columnNotes.flatMap { TextLayout.wrap("! \($0[language])", width: region.width) }
        // The rows below are what one came for.
        let most = max(2, region.height / 4)
        for (number, line) in lines.prefix(most).enumerated() {
            let isCut = number == most - 1 && lines.count > most
            region.put(isCut ? "\(line) …" : line, row: row, direction: .page, style: Style(.warning))
            row += 1
        }
        if case .preview = modal.step, modal.asksRename(report) {
            let box = modal.acceptsRenames ? "☒" : "☐"
            let sentence = Phrase(
                fa: "نامی که با نام شخص هیچ واژه مشترکی ندارد پذیرفته شود ({import.rename})",
                en: "Accept names that share no word with the person's old one ({import.rename})")
            region.put(
                "\(box) \(context.told(sentence))", row: row, direction: .page, style: Style(.accent, on: .page, .bold))
            row += 1
        }
        if !lines.isEmpty { row += 1 }
    }

    private func drawCounts(of report: ImportReport, row: Int, in region: inout Region) {
        let counts: [(Phrase, Int, ColorRole)] = [
            (Phrase(fa: "ردیف", en: "rows"), report.rows, .text),
            (ChangeKind.refused.title, report.refused, report.refused > 0 ? .alarm : .muted),
            (ChangeKind.added.title, report.added, .good), (ChangeKind.same.title, report.same, .muted),
            (ChangeKind.changed.title, report.changed, .information),
            (ImportTab.renamed.title, report.renamed, report.renamed > 0 ? .warning : .muted),
        ]
        func spans(_ counts: [(Phrase, Int, ColorRole)]) -> [Span] {
            let parts = counts.map { phrase, count, color in
                [Span("\(language.number(count)) \(phrase[language])", color: color)]
            }
            return [Span](parts.joined(separator: [Span("   ")]))
        }
        // Refused rows come early, and where room is short what there is none of is dropped.
        let all = spans(counts)
        let isFitting = all.reduce(0) { $0 + textWidth($1.text) } <= region.width
        region.put(isFitting ? all : spans(counts.filter { $0.1 > 0 }), row: row, style: Style(.text, on: .page, .bold))
    }
}
