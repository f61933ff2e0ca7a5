import ArgumentParser
import Exchange
import Persian

/// `khedmat export groups --output groups.csv`
struct Export: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Export records · خروجی گرفتن از رکوردها")

    @Argument(help: .kind)
    var kind: String

    @Option(help: ArgumentHelp("The file's form · قالب پرونده", valueName: "csv|json"))
    var format = "csv"

    @Option(help: ArgumentHelp("The file to write or replace, else stdout · پرونده خروجی", valueName: "file"))
    var output: String?

    @OptionGroup var global: Global

    private enum Format: String, CaseIterable { case csv, json }

    func run(_ invocation: Invocation) throws(Failure) {
        let kind = try ListingKind.named(kind)
        let format: ListingFormat =
            switch try choice(Format.self, .format, format) {
            case .csv: .csv
            case .json: .json
            }
        if let output { try invocation.checkOutput(output) }
        let session = try Session(invocation)
        let question = ListingQuestion(masking: session.masking, day: session.clock.today())
        guard let output else {
            let output = Output.standard
            try session.write(kind, question, as: format) { output.write($0) }
            return try output.flush()
        }
        try Output.replace(output) { (file) throws(Failure) in
            try session.write(kind, question, as: format) { file.write($0) }
            try file.flush()
        }
    }
}
