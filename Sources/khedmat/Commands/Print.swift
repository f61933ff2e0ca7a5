import ArgumentParser
import Domain
import Exchange
import Persian

/// `khedmat print certificate G-0000015 --output certificate.html`
struct Print: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "An HTML page that prints on A4 · صفحه چاپی",
        discussion:
            """
            certificate SERIAL|COURSE: one certificate, or all of a course · یک گواهی، یا همه گواهی‌های یک دوره

            programme DATE: a day of the congress on one page · برنامه یک روز کنگره

            invitations 1401|GUEST: all invitations of a year's congress, or one · دعوت‌نامه‌های یک کنگره، یا یکی

            point AP-1/1401/06/15: the sheet of a service point for a day · برگه یک نقطه برای یک روز

            institution SETAD: a letter to an institution, with all it promised and what came of it · نامه به یک دستگاه

            base B-01/RM-1401: the households of a base that have got nothing yet, by place, to be signed · فهرست تحویل یک قرارگاه

            roll 1401: the published roll of honour of an edition of the congress · فهرست شهدای یک کنگره
            """)

    @Argument(
        help: ArgumentHelp(
            "What to print: \(PrintKind.allCases.map(\.rawValue).joined(separator: ", ")) · آنچه چاپ می‌شود",
            valueName: "what"))
    var what: String

    @Argument(help: "Its serial, code or code/day · شناسه")
    var code: String

    @Option(help: ArgumentHelp("The file to write or replace, else stdout · پرونده خروجی", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Why names of households are printed; the ledger keeps it · علت چاپ نام خانوارها", valueName: "text"))
    var reason: String?

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let kind = try choice(PrintKind.self, Phrase(fa: "چاپ", en: "print"), what)
        if let output { try invocation.checkOutput(output) }
        let session = try Session(invocation, whenMissing: .refused)
        try session.checkReading(kind.phrase, kind.reading.shows)
        let printed = try deciding { () throws(DecideError) in
            try session.office.view { (reader) throws(DecideError) in
                try kind.print(code, for: session.masking, on: session.clock.today(), in: reader)
            }
        }
        let html: String
        do throws(PageError) { html = try printed.pages.get().html() } catch { throw Failure(.failed, error.phrase) }
        if printed.disclosed > 0 {
            try session.disclose(
                "\(kind.rawValue) \(code)", count: printed.disclosed,
                reason: reason ?? Disclosure.purpose(of: kind, code))
        }
        guard let output else {
            let output = Output.standard
            output.write(page: html)
            return try output.flush()
        }
        try Output.replace(output) { (file) throws(Failure) in
            file.write(page: html)
            try file.flush()
        }
    }
}
