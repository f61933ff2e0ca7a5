import ArgumentParser
import Canvas
import Domain
import Exchange
import Persian
import Store

/// `khedmat verify --since 1203:9f86d081884c7d65`
struct Verify: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the ledger and every record · راستی‌آزمایی دفتر و رکوردها",
        discussion: """
            The last line names the ledger's last entry. Keep it elsewhere: with --since it proves later that nothing \
            up to it was changed.
            سطر پایانی رویداد آخر دفتر است؛ آن را جای دیگری نگه دارید تا با --since ثابت شود چیزی پیش از آن تغییر نکرده است.
            """)

    @Option(help: ArgumentHelp("An entry that you kept · رویدادی که نگه داشته‌اید", valueName: "number:hash"))
    var since: String?

    @Flag(
        help: "Make everything anew from the ledger, administrators only · ساختن همه‌چیز از نو از دفتر رویدادها")
    var rebuild = false

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let mark = try readMark()
        if rebuild { return try makeAnew(invocation) }
        let session = try Session(invocation, whenMissing: .refused)
        try session.checkReading(ListingKind.ledger.name, RecordKind.all)
        let progress = ProgressLine(session.language)
        Interruption.watch()
        let report = session.office.verdict(since: mark, masking: session.masking) { done, total in
            progress.show(done, of: total)
            // It has only read, so there is nothing to put in order.
            if Interruption.isAsked {
                progress.clear()
                Failure(.interrupted).end(in: session.language)
            }
        }
        progress.clear()
        let output = Output.standard
        for problem in report.problems { output.say(problem, in: session.language) }
        if report.problems.isEmpty { output.say(Self.sound(report), in: session.language) }
        for lack in report.lacks { output.say(lack, in: session.language) }
        if let tip = report.tip { output.say(Self.last(tip), in: session.language) }
        try output.flush()
        if !report.problems.isEmpty { throw Failure(.failed, Self.unsound(report, invocation.officePath)) }
        if !report.lacks.isEmpty { throw Failure(.failed, Self.lacking(report, session.office)) }
    }

    private func makeAnew(_ invocation: Invocation) throws(Failure) {
        let path = invocation.officePath
        let sender = try Sender.ofThisProcess(actingFor: invocation.account)
        let progress = ProgressLine(invocation.language)
        defer { progress.clear() }
        let kept = try deciding { () throws(DecideError) in
            try OfficeFile.rebuild(path, by: sender, clock: invocation.clock, press: BulletinPage.ofThisUser) {
                progress.show($0, of: $1)
            }
        }
        progress.clear()
        let output = Output.standard
        let former = kept ?? path
        output.say(
            Phrase(
                fa: "همه‌چیز در \(path) از دفتر رویدادها از نو ساخته شد. پرونده پیشین در \(former) ماند.",
                en: "Everything in \(path) was made anew from its ledger. The former file is kept in \(former)."),
            in: invocation.language)
        try output.flush()
    }

    private func readMark() throws(Failure) -> LedgerMark? {
        guard let since else { return nil }
        if let mark = LedgerMark(since) { return mark }
        throw Failure(
            .wrongUse,
            Phrase(
                fa:
                    "«\(since)» رویدادی از دفتر نیست؛ آنچه «khedmat verify» در سطر پایانی نوشته بود بدهید، مانند 1203:9f86d081884c7d65.",
                en:
                    "“\(since)” names no entry; give what the last line of “khedmat verify” said, such as 1203:9f86d081884c7d65."
            ))
    }

    private static func sound(_ report: VerifyReport) -> Phrase {
        Phrase(
            fa: "درست است: \(report.entries) رویداد، \(report.records) رکورد.",
            en: "Sound: \(report.entries, "entry", plural: "entries"), \(report.records, "record").")
    }

    /// Nothing is against writing to a file whose pictures are gone.
    private static func lacking(_ report: VerifyReport, _ office: OfficeFile) -> Phrase {
        let folder = office.pictures?.path ?? ""
        return Phrase(
            fa:
                "پرونده درست است، ولی \(report.lacks.count) تصویر کنار آن نیست؛ آن‌ها را از پوشه تصویرهای یک پشتیبان در \(folder) بگذارید.",
            en:
                "The file is sound, but \(report.lacks.count, "picture") beside it \(report.lacks.count == 1 ? "is" : "are") missing; copy them from a backup's folder of pictures to \(folder)."
        )
    }

    private static func last(_ tip: LedgerMark) -> Phrase {
        Phrase(fa: "رویداد پایانی: \(tip.text)", en: "Last entry: \(tip.text)")
    }

    private static func unsound(_ report: VerifyReport, _ path: String) -> Phrase {
        let (fa, en) = (Language.persian.number, Language.english.number)
        let remedy =
            report.isLedgerSound
            ? Phrase(
                fa: "دفتر رویدادهای آن درست است: «khedmat verify --rebuild» بقیه را از نو از آن می‌سازد",
                en: "its ledger is sound: “khedmat verify --rebuild” makes all the rest anew from it")
            : Phrase(
                fa: "با «khedmat restore» پشتیبان را بازگردانید", en: "bring back a backup with “khedmat restore”")
        let problems = report.problems.count
        return Phrase(
            fa: "\(path) درست نیست (\(fa(problems)) ایراد) و دیگر چیزی در آن نوشته نمی‌شود؛ \(remedy).",
            en:
                "\(path) is not sound (\(en(problems)) \(problems == 1 ? "problem" : "problems")), and nothing more is written to it; \(remedy)."
        )
    }
}
