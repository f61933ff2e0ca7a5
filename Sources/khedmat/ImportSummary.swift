import Canvas
import Exchange
import Persian

/// An import's report for people: what became of the rows, then one line a refused row.
struct ImportSummary {
    private let report: ImportReport
    private let isDryRun: Bool
    private let refusedFile: String?

    init(_ report: ImportReport, isDryRun: Bool, refusedFile: String?) {
        self.report = report
        self.isDryRun = isDryRun
        self.refusedFile = refusedFile
    }

    func write(to output: Output, in language: Language) {
        for line in [counts] + report.refusals.map(Self.line) + notes {
            output.writeLine(TextLayout.sanitised(line[language]))
        }
    }

    private var counts: Phrase {
        let (fa, en) = (Language.persian.number, Language.english.number)
        return Phrase(
            fa: "\(fa(report.rows)) ردیف: \(fa(report.added)) تازه، \(fa(report.same)) یکسان، "
                + "\(fa(report.changed)) تغییریافته، \(fa(report.refused)) ردشده",
            en:
                "\(en(report.rows)) \(report.rows == 1 ? "row" : "rows"): \(en(report.added)) added, \(en(report.same)) same, "
                + "\(en(report.changed)) changed, \(en(report.refused)) refused")
    }

    private static func line(_ refused: ImportReport.Refused) -> Phrase {
        let place = [refused.code, refused.column].filter { !$0.isEmpty }.joined(separator: " · ")
        let sentence = refused.refusal.phrase
        return Phrase(
            fa: "ردیف \(persianDigits(refused.row))\(place.isEmpty ? "" : " · ")\(place): \(sentence.fa)",
            en: "row \(refused.row)\(place.isEmpty ? "" : " · ")\(place): \(sentence.en)")
    }

    private var notes: [Phrase] {
        var notes: [Phrase] = []
        if report.isCancelled {
            notes.append(
                Phrase(
                    fa: "پیش از پایان متوقف شد؛ آنچه وارد شد ماندنی است.",
                    en: "Stopped before the end; what was imported stays."))
        }
        if isDryRun {
            notes.append(Phrase(fa: "آزمایشی بود؛ چیزی نوشته نشد.", en: "A trial: nothing was written."))
        }
        if let refusedFile {
            notes.append(
                Phrase(
                    fa: "ردیف‌های ردشده با علت در \(refusedFile) نوشته شد.",
                    en: "The refused rows, with reasons, are in \(refusedFile)."))
        }
        return notes
    }
}
