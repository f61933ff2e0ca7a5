import ArgumentParser
import Domain
import Exchange
import Persian

/// `khedmat export groups --output groups.csv`, `khedmat export bulletin 1 --format html`
struct Export: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Export records · خروجی گرفتن از رکوردها",
        discussion: """
            Whose households are goes out masked. With --whole and a --reason operators take it whole; the ledger keeps who \
            did, how many rows and why.
            نام و کد ملی خانوارها پوشیده بیرون می‌رود؛ با --whole و --reason کامل است و در دفتر رویدادها می‌ماند.
            """)

    @Argument(help: .kind)
    var kind: String

    @Argument(help: ArgumentHelp("Which issue of the bulletin · کدام شماره خبرنامه", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("The file's form · قالب پرونده", valueName: "csv|json|ics|html|md|atom"))
    var format = "csv"

    @Option(help: ArgumentHelp("The file to write or replace, else stdout · پرونده خروجی", valueName: "file"))
    var output: String?

    @OptionGroup var options: ListingOptions
    @OptionGroup var global: Global

    private enum Format: String, CaseIterable { case csv, json, ics, html, md, atom }

    func run(_ invocation: Invocation) throws(Failure) {
        let kind = try ListingKind.named(kind)
        let format = try choice(Format.self, .format, format)
        if format == .ics, kind != .sessions {
            throw Failure.unknown(.format, format.rawValue, accepted: ["csv", "json"])
        }
        let form = BulletinForm(rawValue: format.rawValue)
        if form != nil, kind != .bulletins {
            throw Failure.unknown(.format, format.rawValue, accepted: ["csv", "json"])
        }
        if (form == nil) != (number == nil) { throw Self.numberAndForm }
        if let output { try invocation.checkOutput(output) }
        let session = try Session(invocation, whenMissing: .refused)
        if let form, let number { return try write(bulletin: number, as: form, session) }
        let question = try session.question(kind, options, leaves: true)
        guard let output else {
            let output = Output.standard
            try write(kind, question, as: format, session) { output.write($0) }
            return try output.flush()
        }
        try Output.replace(output) { (file) throws(Failure) in
            try write(kind, question, as: format, session) { file.write($0) }
            try file.flush()
        }
    }

    private static let numberAndForm = Failure(
        .wrongUse,
        Phrase(
            fa: "خبرنامه با شماره و قالب بیرون می‌آید: khedmat export bulletin 1 --format html (یا md یا atom).",
            en: "A bulletin leaves by its number and a form: khedmat export bulletin 1 --format html (or md, atom)."))

    private func write(bulletin number: String, as form: BulletinForm, _ session: Session) throws(Failure) {
        try session.checkReading(ListingKind.bulletins.name, ListingKind.bulletins.shows)
        let pictures = session.office.pictures
        let text = try deciding { () throws(DecideError) in
            try session.office.view { (reader) throws(DecideError) in
                try reader.bulletin(number, as: form) { pictures?.bytes(of: $0) }
            }
        }
        guard let output else {
            let output = Output.standard
            output.write(text)
            return try output.flush()
        }
        try Output.replace(output) { (file) throws(Failure) in
            file.write(text)
            try file.flush()
        }
    }

    private func write(
        _ kind: ListingKind, _ question: ListingQuestion, as format: Format, _ session: Session,
        to out: (String) -> Void
    ) throws(Failure) {
        switch format {
        case .csv: try session.write(kind, question, as: .csv, to: out)
        case .json: try session.write(kind, question, as: .json, to: out)
        // Written by its number above.
        case .html, .md, .atom: break
        case .ics:
            try session.checkReading(kind.name, kind.shows)
            let text = try deciding { () throws(DecideError) in
                try session.office.view { (reader) throws(DecideError) in
                    try reader.programmeCalendar(at: session.clock.now())
                }
            }
            out(text)
        }
    }
}
