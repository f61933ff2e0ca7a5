import ArgumentParser
import Canvas
import Domain
import Exchange
import Persian

/// `khedmat show group Q-0001`
struct Show: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one record · نمایش یک رکورد")

    @Argument(help: .kind)
    var kind: String

    @Argument(help: "Its code, national ID, account or number · شناسه")
    var code: String

    @Option(help: ArgumentHelp("The form · قالب", valueName: "text|json"))
    var format = "text"

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let kind = try ListingKind.named(kind)
        let format = try choice(ReportFormat.self, .format, format)
        let session = try Session(invocation, whenMissing: .refused)
        try session.checkReading(kind.name, kind.shows)
        let question = ListingQuestion(masking: session.masking, day: session.clock.today())
        let showing = try deciding { () throws(DecideError) in
            try session.office.view { (reader) throws(DecideError) in
                try Showing(kind, code, for: question, in: reader)
            }
        }
        let output = Output.standard
        switch format {
        case .json: output.writeLine(showing.json.printed)
        case .text:
            for (label, value) in showing.facts {
                let line = "\(label[session.language]): \(value[session.language])"
                output.writeLine(TextLayout.sanitised(line))
            }
        }
        try output.flush()
    }
}
