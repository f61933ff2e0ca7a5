import ArgumentParser
import Canvas
import Domain
import Persian
import Store

/// `khedmat verify`
struct Verify: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the ledger and every record · راستی‌آزمایی دفتر و رکوردها")

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let session = try Session(invocation, whenMissing: .refused)
        let progress = ProgressLine(session.language)
        Interruption.watch()
        let report = try storing { () throws(StoreError) in
            try session.office.verify { done, total in
                progress.show(done, of: total)
                // It has only read, so there is nothing to put in order.
                if Interruption.isAsked {
                    progress.clear()
                    Failure(.interrupted).end(in: session.language)
                }
            }
        }
        progress.clear()
        let output = Output.standard
        for line in report.problems.isEmpty ? [Self.sound(report)] : report.problems {
            output.writeLine(TextLayout.sanitised(line[session.language]))
        }
        try output.flush()
        if !report.problems.isEmpty { throw Failure(.failed, Self.unsound(report)) }
    }

    private static func sound(_ report: VerifyReport) -> Phrase {
        let (fa, en) = (Language.persian.number, Language.english.number)
        return Phrase(
            fa: "درست است: \(fa(report.entries)) رویداد، \(fa(report.records)) رکورد.",
            en: "Sound: \(en(report.entries)) entries, \(en(report.records)) records.")
    }

    private static func unsound(_ report: VerifyReport) -> Phrase {
        let (fa, en) = (Language.persian.number, Language.english.number)
        return Phrase(
            fa: "پرونده درست نیست (\(fa(report.problems.count)) ایراد)؛ با «khedmat restore» پشتیبان را بازگردانید.",
            en:
                "The file is not sound (\(en(report.problems.count)) problems); bring back a backup with “khedmat restore”."
        )
    }
}
