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
        // Read first: what is no pack must not even bring a new office into being.
        let brought: BroughtPack
        do throws(PackError) { brought = try BroughtPack(path: pack, passphrase: passphrase) } catch {
            throw Failure(.failed, error.phrase)
        }
        let session = try Session(invocation, whenMissing: .refused)
        let report = try bring(brought, session)
        let output = Output.standard
        switch format {
        case .json: output.writeLine(report.json(session.masking).printed)
        case .text: PackSummary(report, session.masking).write(to: output, in: session.language)
        }
        try output.flush()
        if report.isCancelled { throw Failure(.interrupted) }
        if report.count("refused") > 0 { throw Failure(.failed) }
    }

    private func bring(_ brought: BroughtPack, _ session: Session) throws(Failure) -> PackReport {
        let progress = ProgressLine(session.language)
        defer { progress.clear() }
        Interruption.watch()
        return try deciding { () throws(DecideError) in
            try brought.bring(to: session.office, by: session.sender, clock: session.clock) { done in
                progress.show(done, of: brought.commands.count)
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
        let (fa, en) = (Language.persian.number, Language.english.number)
        let (all, done, refused) = (report.answers.count, report.count("done"), report.count("refused"))
        return Phrase(
            fa:
                "بسته \(report.pack.code) (\(report.pack.about)): \(fa(all)) فرمان، \(fa(done)) انجام شد، \(fa(report.count("already"))) از پیش انجام شده، \(fa(refused)) رد شد",
            en:
                "pack \(report.pack.code) (\(report.pack.about)): \(en(all)) \(all == 1 ? "command" : "commands"), \(en(done)) done, \(en(report.count("already"))) done before, \(en(refused)) refused"
        )
    }

    private func line(_ answer: PackAnswer) -> Phrase {
        let command = answer.command
        let day = command.at.day(in: .tehran)
        let why: Phrase? =
            if case .refused(let refusal) = answer.outcome { masking.sentence(refusal.phrase) } else { nil }
        let number = command.number - 1
        return Phrase(
            fa:
                "\(persianDigits(number)) · \(day.jalaliText(.persian)) · \(command.title.fa) \(command.subject(.persian, masking)): \(why?.fa ?? answer.outcome.phrase.fa)",
            en:
                "\(number) · \(day.jalaliText(.english)) · \(command.title.en) \(command.subject(.english, masking)): \(why?.en ?? answer.outcome.phrase.en)"
        )
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
