import Canvas
import Domain
import Exchange
import Persian
import Store

/// Draws bringing a pack home: the question, the passphrase, the bar, and an answer a command.
@MainActor
struct UnpackView {
    private let modal: UnpackModal
    private let context: ScreenContext

    private static let labelWidth = 16

    init(_ modal: UnpackModal, _ context: ScreenContext) {
        self.modal = modal
        self.context = context
    }

    private var language: Language { context.language }

    func draw(in region: inout Region) {
        region.fill(Style())
        Panel(modal.title[language], hasFocus: true).draw(in: &region) { inside in
            switch modal.step {
            case .file: drawFile(in: &inside)
            case .passphrase: drawPassphrase(in: &inside)
            case .working(let progress): draw(progress, in: &inside)
            case .done(let report): draw(report, in: &inside)
            }
        }
    }

    private func drawFile(in region: inout Region) {
        put(Phrase(fa: "پرونده بسته", en: "The pack’s file"), row: 1, in: &region)
        TextField(modal.path, placeholder: "~/c14.khedmat").draw(in: &region, row: 1, start: Self.labelWidth + 1)
        drawHint(
            Phrase(
                fa:
                    "هر فرمان بسته را قاعده‌های همین دفتر پاسخ می‌دهند، به ترتیبی که داده شده و تنها یک بار؛ بسته را هر چند بار می‌توان آورد. ردشده‌ها می‌مانند تا اصلاح شوند.",
                en:
                    "Each command is answered by the office’s own rules, in the order given and only once; a pack may be brought as often as you like. What is refused is kept, to be mended."
            ), in: &region)
    }

    private func drawPassphrase(in region: inout Region) {
        put(Phrase(fa: "گذرعبارت", en: "Passphrase"), row: 1, in: &region)
        let hidden = String(repeating: "•", count: modal.passphrase.text.count)
        TextField(text: hidden, caret: hidden.unicodeScalars.count, hasFocus: true)
            .draw(in: &region, row: 1, start: Self.labelWidth + 1)
        drawHint(Phrase(fa: "این بسته مهرشده است.", en: "This pack is sealed."), in: &region)
    }

    private func put(_ label: Phrase, row: Int, in region: inout Region) {
        region.put(region(label), row: row, width: Self.labelWidth, direction: .page, style: Style(.muted))
    }

    private func drawHint(_ hint: Phrase, in region: inout Region) {
        var row = 3
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

    private func draw(_ progress: ImportProgress, in region: inout Region) {
        let what = Phrase(fa: "بسته خوانده می‌شود …", en: "Reading the pack …")
        let stop = modal.notes(context)[0].hint(language)
        region.part(top: 1) {
            ProgressView(what[language], done: progress.done, total: progress.total, hint: stop).draw(in: &$0)
        }
    }

    // MARK: Answers

    private func draw(_ report: PackReport, in region: inout Region) {
        drawHead(report, in: &region)
        guard report.answers.indices.contains(modal.selected) else {
            let none = Phrase(fa: "در این بسته هنوز فرمانی نیست.", en: "There is no command in this pack yet.")
            region.put(region(none), row: 3, direction: .page, style: Style(.muted))
            return
        }
        let detail = detail(of: report.answers[modal.selected], width: region.width - 2)
        let height = max(3, min(report.answers.count + 1, region.height - detail.count - 5))
        region.part(top: 3, height: height) { drawList(report, in: &$0) }
        let rule = String(repeating: "─", count: region.width)
        region.put(rule, row: height + 3, direction: .picture, style: Style(.faint))
        for (line, (text, color)) in detail.enumerated() where height + 4 + line < region.height {
            region.put(text, row: height + 4 + line, start: 1, direction: .page, style: Style(color))
        }
    }

    private func drawHead(_ report: PackReport, in region: inout Region) {
        let pack = report.pack
        region.put(
            [
                Span(region(Pack.kind.phrase).capitalisedFirst), Span(" "), .code(pack.code, color: .accent),
                Span(" · "),
                .code(pack.about), Span(" · "), .code(pack.account, color: .muted),
            ], row: 0, style: Style(.text, on: .page, .bold))
        let counts = [
            ("done", ColorRole.good), ("already", .muted), ("refused", .alarm), ("taken-back", .muted),
            ("dropped", .muted),
        ]
        let spans = counts.flatMap { name, color -> [Span] in
            guard let answer = report.answers.first(where: { $0.outcome.name == name }) else { return [] }
            let words = answer.outcome.phrase[language]
            return [Span("\(language.number(report.count(name))) \(words)", color: color), Span("   ")]
        }
        region.put(spans, row: 1, style: Style(.text, on: .page, .bold))
    }

    private func drawList(_ report: PackReport, in region: inout Region) {
        let seen = LineWindow(around: modal.selected, of: report.answers.count, height: region.height - 1)
        TableWidget(
            columns: [
                Column(Phrase(fa: "روز", en: "Day"), minimum: 16, priority: 7),
                Column(Phrase(fa: "فرمان", en: "Command"), minimum: 16, weight: 2, priority: 9),
                Column(Phrase(fa: "رکورد", en: "Record"), minimum: 16, weight: 2, priority: 8),
                Column(Phrase(fa: "پاسخ", en: "Answer"), minimum: 16, weight: 1, priority: 10),
            ],
            rows: report.answers[seen.range].map(cells), selected: seen.selected, scroll: seen.scroll
        ).draw(in: &region)
    }

    private func cells(_ answer: TakeAnswer) -> [TableCell] {
        let command = answer.command
        let outcome = answer.outcome
        return [
            TableCell(command.at.display(language), direction: .leftToRight, color: .muted),
            TableCell(command.title[language], direction: .page),
            TableCell(answer.subject?[language] ?? "", direction: .page, color: .muted),
            TableCell(
                "\(outcome.sign) \(outcome.phrase[language])\(answer.warnings.isEmpty ? "" : " !")", direction: .page,
                color: outcome.color),
        ]
    }

    /// Why it was refused, or what it did.
    private func detail(of answer: TakeAnswer, width: Int) -> [(String, ColorRole)] {
        let text: Phrase =
            switch answer.outcome {
            case .refused(let refusal): refusal.phrase
            case .done(let entry), .already(let entry):
                Phrase(
                    fa: "در دفتر رویدادها شماره \(persianDigits(entry.number)) است.",
                    en: "It is entry \(entry.number) of the ledger.")
            case .takenBack, .dropped: answer.outcome.phrase
            }
        let color: ColorRole = if case .refused = answer.outcome { .warning } else { .muted }
        var lines = TextLayout.wrap(text[language], width: width).map { ($0, color) }
        for warning in answer.warnings {
            lines += TextLayout.wrap("! " + warning.phrase[language], width: width).map { ($0, .warning) }
        }
        if case .refused = answer.outcome {
            let where_ = Phrase(
                fa: "در صفحه «\(ReturnedList.title)» می‌ماند تا اصلاح شود.",
                en: "It waits on the screen “\(ReturnedList.title)” to be mended.")
            lines.append((where_[language], .muted))
        }
        return lines
    }
}

extension TakeAnswer.Outcome {
    /// A sign of its own for each, so that the colour carries nothing alone.
    var sign: String {
        switch self {
        case .done: ChangeKind.added.sign
        case .already: ChangeKind.same.sign
        case .refused: ChangeKind.refused.sign
        case .takenBack: "↶"
        case .dropped: "–"
        }
    }

    var color: ColorRole {
        switch self {
        case .done: .good
        case .refused: .alarm
        case .already, .takenBack, .dropped: .muted
        }
    }
}
