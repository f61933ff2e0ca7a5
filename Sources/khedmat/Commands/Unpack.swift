import ArgumentParser
import Canvas
import Domain
import Exchange
import Persian
import Store

/// `khedmat unpack c14.khedmat`
struct Unpack: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "unpack",
        abstract: "Bring a pack's commands home · بازآوردن بسته همراه",
        discussion: """
            Each command is answered as if it were given in the office, in the order given, and once however often the \
            pack is brought. What is refused is kept, to be mended on the dashboard's screen “returned”.
            هر فرمان یک پاسخ دارد و تنها یک بار انجام می‌شود؛ ردشده‌ها می‌مانند تا در داشبورد اصلاح شوند.
            """)

    @Argument(help: "The pack's file, sealed or not · پرونده بسته")
    var pack: String

    @Option(help: ArgumentHelp("The answers' form · قالب پاسخ", valueName: "text|json"))
    var format = "text"

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let format = try choice(ReportFormat.self, .format, format)
        let isSealed = SealedFile.isSealed(pack)
        let passphrase = isSealed ? try passphrase.passphrase(isNew: false, in: invocation.language) : nil
        // Read first, so that a file that is no pack does not lead to a new office.
        let opened: OpenedPack
        do throws(PackError) { opened = try OpenedPack(path: pack, passphrase: passphrase) } catch {
            throw Failure(.failed, error.phrase)
        }
        let session = try Session(invocation, whenMissing: .refused)
        let report = try take(opened, session)
        let output = Output.standard
        switch format {
        case .json: output.writeLine(report.json(session.masking).printed)
        case .text: PackSummary(report, session.masking).write(to: output, in: session.language)
        }
        try output.flush()
        if report.isCancelled { throw Failure(.interrupted) }
        if report.count("refused") > 0 { throw Failure(.failed) }
    }

    private func take(_ pack: OpenedPack, _ session: Session) throws(Failure) -> PackReport {
        let progress = ProgressLine(session.language)
        defer { progress.clear() }
        Interruption.watch()
        return try deciding { () throws(DecideError) in
            try session.office.take(pack, by: session.sender, clock: session.clock) { done in
                progress.show(done, of: pack.commands.count)
                return !Interruption.isAsked
            }
        }
    }
}

/// A line a command, and why some were refused.
struct PackSummary {
    private let report: PackReport
    private let masking: Masking

    init(_ report: PackReport, _ masking: Masking) {
        self.report = report
        self.masking = masking
    }

    func write(to output: Output, in language: Language) {
        for line in [counts] + report.answers.map(line) + notes {
            output.writeLine(TextLayout.sanitised(line[language]))
        }
    }

    private var counts: Phrase {
        let pack = report.pack
        let (all, done, refused) = (report.answers.count, report.count("done"), report.count("refused"))
        let before = report.count("already")
        return Phrase(
            fa:
                "بسته \(pack.code) (\(pack.sort) \(pack.about)): \(all) فرمان، \(done) انجام شد، \(before) از پیش انجام شده، \(refused) رد شد",
            en:
                "pack \(pack.code) (\(pack.sort) \(pack.about)): \(all, "command"), \(done) done, \(before) done before, \(refused) refused"
        )
    }

    private func line(_ answer: TakeAnswer) -> Phrase {
        let command = answer.command
        let day = command.at.day(in: .tehran)
        let why: Phrase =
            if case .refused(let refusal) = answer.outcome { masking.sentence(refusal.phrase) } else {
                answer.outcome.phrase
            }
        let what =
            answer.subject.map { Phrase(fa: "\(command.title): \($0)", en: "\(command.title): \($0)") } ?? command.title
        let said = ([why] + answer.warnings.map(\.phrase)).reduce(nil as Phrase?) { all, next in
            all.map { Phrase(fa: "\($0)؛ \(next)", en: "\($0); \(next)") } ?? next
        }
        let number = command.number - 1
        return Phrase(
            fa: "\(number) · \(day.jalaliText(.persian)) · \(what) – \(said ?? why)",
            en: "\(number) · \(day.jalaliText(.english)) · \(what) – \(said ?? why)")
    }

    private var notes: [Phrase] {
        var notes: [Phrase] = []
        if report.isCancelled {
            notes.append(
                Phrase(
                    fa: "پیش از پایان ایستاد؛ بسته را دوباره بیاورید تا ادامه یابد.",
                    en: "Stopped before the end; bring the pack again to go on."))
        }
        if report.count("refused") > 0 {
            notes.append(
                Phrase(
                    fa: "ردشده‌ها در دفتر ماند؛ در داشبورد، صفحه «برگشتی‌ها»، اصلاح یا کنار گذاشته می‌شوند.",
                    en: "The refused ones are kept; mend or drop them in the dashboard, on the screen “Returned”."))
        }
        return notes
    }
}
