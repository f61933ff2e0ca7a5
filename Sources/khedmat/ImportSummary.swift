import Canvas
import Exchange
import Persian

/// An import's report for people: what became of the rows, then one line a refused row.
struct ImportSummary {
    private let report: ImportReport
    private let isDryRun: Bool
    private let goesOn: Bool
    private let refusedFile: String?

    init(_ report: ImportReport, isDryRun: Bool, goesOn: Bool, refusedFile: String?) {
        self.report = report
        self.isDryRun = isDryRun
        self.goesOn = goesOn
        self.refusedFile = refusedFile
    }

    func write(to output: Output, in language: Language) {
        let lines =
            [counts] + report.refusals.map(Self.line) + report.renames.map(Self.line) + report.warnings.map(Self.line)
            + report.columnNotes + notes
        for line in lines {
            output.writeLine(TextLayout.sanitised(line[language]))
        }
    }

    private var counts: Phrase {
        let (fa, en) = (Language.persian.number, Language.english.number)
        return Phrase(
            fa: "\(fa(report.rows)) ردیف: \(fa(report.added)) تازه، \(fa(report.same)) یکسان، "
                + "\(fa(report.changed)) تغییریافته، \(fa(report.refused)) ردشده"
                + (report.renamed > 0 ? "، \(fa(report.renamed)) با تغییر نام شخص" : ""),
            en:
                "\(report.rows, "row"): \(en(report.added)) added, \(en(report.same)) same, "
                + "\(en(report.changed)) changed, \(en(report.refused)) refused"
                + (report.renamed > 0 ? ", \(en(report.renamed)) with a person renamed" : ""))
    }

    private static func line(_ refused: ImportReport.Refused) -> Phrase {
        let sentence = refused.refusal.phrase
        func place(_ row: String, _ language: Language) -> String {
            // A sentence about a cell begins with the header of its column.
            let said = sentence[language].withoutIsolates.drop { "«“".contains($0) }
            let isNamed = !refused.column.isEmpty && said.hasPrefix(refused.column)
            return language.parts([row, refused.code, isNamed ? "" : refused.column])
        }
        return Phrase(
            fa: "\(place("ردیف \(persianDigits(refused.row))", .persian)): \(sentence)",
            en: "\(place("row \(refused.row)", .english)): \(sentence)")
    }

    private static func line(_ rename: ImportReport.Rename) -> Phrase {
        Phrase(
            fa: "ردیف \(persianDigits(rename.row)): شخص «\(rename.from)» (\(rename.person)) «\(rename.to)» نام می‌گیرد.",
            en: "row \(rename.row): the person “\(rename.from)” (\(rename.person)) is renamed “\(rename.to)”.")
    }

    private static func line(_ warned: ImportReport.Warned) -> Phrase {
        let place = warned.code.isEmpty ? "" : " · \(warned.code)"
        return Phrase(
            fa: "ردیف \(persianDigits(warned.row))\(place): هشدار: \(warned.warning.phrase)",
            en: "row \(warned.row)\(place): warning: \(warned.warning.phrase)")
    }

    private var notes: [Phrase] {
        var notes: [Phrase] = []
        if report.isCancelled {
            notes.append(
                Phrase(
                    fa: "پیش از پایان متوقف شد؛ آنچه وارد شد ماندنی است.",
                    en: "Stopped before the end; what was imported stays."))
        }
        if report.isOverrun {
            notes.append(
                Phrase(
                    fa:
                        "پس از \(Language.persian.number(report.refused)) ردیف ردشده متوقف شد: این صفحه از گونه دیگری است یا باید نخست اصلاح شود.",
                    en:
                        "Stopped after \(report.refused, "refused row"): the sheet is of another sort, or has to be mended first."
                ))
        }
        if report.awaitingRename > 0 {
            notes.append(
                Phrase(
                    fa:
                        "\(Language.persian.number(report.awaitingRename)) ردیف به شخصی شناخته نام دیگری می‌دهد؛ اگر درست است، با --rename دوباره وارد کنید.",
                    en:
                        "\(Language.english.number(report.awaitingRename)) of the refused rows give a known person another name; if that is right, import again with --rename."
                ))
        }
        if report.isEmpty, report.refused > 0, !isDryRun {
            notes.append(Phrase(fa: "چیزی نوشته نشد.", en: "Nothing was written."))
        }
        notes += report.objections
        if !report.objections.isEmpty, !goesOn {
            notes.append(
                Phrase(
                    fa: "وارد کردن این صفحه پیش از نوشتن می‌ایستد؛ اگر همین درست است، با --anyway ادامه می‌یابد.",
                    en: "Importing this sheet stops before it writes; if it is right all the same, --anyway goes on."))
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
