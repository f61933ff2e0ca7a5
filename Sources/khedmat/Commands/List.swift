import ArgumentParser
import Domain
import Exchange
import Glibc
import Persian
import Store

/// `khedmat list groups --match کوثر --limit 20`
struct List: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List records · فهرست رکوردها")

    @Argument(help: .kind)
    var kind: String

    @Option(help: ArgumentHelp("Only those that hold these words · جست‌وجو", valueName: "text"))
    var match = ""

    @Option(parsing: .unconditional, help: ArgumentHelp("At most so many · بیشینه ردیف‌ها", valueName: "n"))
    var limit: String?

    @Option(help: ArgumentHelp("The list's form · قالب", valueName: "table|csv|json"))
    var format = "table"

    @OptionGroup var options: ListingOptions
    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let kind = try ListingKind.named(kind)
        let format = try choice(ListingFormat.self, .format, format)
        let limit = try readLimit()
        let session = try Session(invocation, whenMissing: .refused)
        // What does not go to somebody's screen leaves the program.
        let columns = format == .table ? Window.columns(of: STDOUT_FILENO) : nil
        let question = try session.question(
            kind, options, filter: Filter(match), limit: limit, leaves: columns == nil || options.whole)
        let output = Output.standard
        if let columns {
            try writeAligned(kind, question, session, columns, output)
        } else {
            try session.write(kind, question, as: format) { output.write($0) }
            try output.flush()
        }
    }

    private func readLimit() throws(Failure) -> Int? {
        guard let limit else { return nil }
        if let number = parseInteger(limit), number >= 0 { return number }
        throw Failure(
            .wrongUse,
            Phrase(
                fa: "--limit عددی از ۰ به بالا می‌خواهد، نه «\(limit)».",
                en: "--limit takes a number from 0, not “\(limit)”."))
    }

    private func writeAligned(
        _ kind: ListingKind, _ question: ListingQuestion, _ session: Session, _ columns: Int, _ output: Output
    ) throws(Failure) {
        var lines: [String] = []
        try session.write(kind, question, as: .table) { lines.append($0) }
        let table = AlignedTable(tabbed: lines, width: columns)
        for line in table.lines { output.writeLine(line) }
        try output.flush()
        guard table.hiddenColumns > 0 else { return }
        let count = table.hiddenColumns
        let note = Phrase(
            fa: "\(count) ستون در این پنجره جا نشد؛ قالب csv همه را دارد (--format csv).",
            en: "\(count, "column") \(count == 1 ? "does" : "do") not fit this window; --format csv has them all.")
        printError(note[session.language])
    }
}
