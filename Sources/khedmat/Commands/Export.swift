import ArgumentParser
import Domain
import Exchange
import Persian

/// `khedmat export groups --output groups.csv`
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

    @Option(help: ArgumentHelp("The file's form · قالب پرونده", valueName: "csv|json|ics"))
    var format = "csv"

    @Option(help: ArgumentHelp("The file to write or replace, else stdout · پرونده خروجی", valueName: "file"))
    var output: String?

    @OptionGroup var options: ListingOptions
    @OptionGroup var global: Global

    private enum Format: String, CaseIterable { case csv, json, ics }

    func run(_ invocation: Invocation) throws(Failure) {
        let kind = try ListingKind.named(kind)
        let format = try choice(Format.self, .format, format)
        if format == .ics, kind != .sessions {
            throw Failure.unknown(.format, format.rawValue, accepted: ["csv", "json"])
        }
        if let output { try invocation.checkOutput(output) }
        let session = try Session(invocation, whenMissing: .refused)
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

    private func write(
        _ kind: ListingKind, _ question: ListingQuestion, as format: Format, _ session: Session,
        to out: (String) -> Void
    ) throws(Failure) {
        switch format {
        case .csv: try session.write(kind, question, as: .csv, to: out)
        case .json: try session.write(kind, question, as: .json, to: out)
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
