import ArgumentParser
import Canvas
import Dashboard
import Domain
import Persian
import Store

/// `khedmat snapshot groups --size 120x40 --format svg`: a screen as text or picture, with no terminal at all.
struct Snapshot: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot", abstract: "A screen as text or as a picture · عکس یک صفحه")

    @Argument(help: ArgumentHelp("Such as groups · نام صفحه", valueName: "screen"))
    var screen: String

    @Option(help: ArgumentHelp("Columns and rows · ستون و سطر", valueName: "80x24"))
    var size = "120x40"

    @Option(help: ArgumentHelp("Text as it looks, or a picture · متن یا تصویر", valueName: "text|svg"))
    var format = "text"

    @OptionGroup var global: Global

    private enum Format: String, CaseIterable { case text, svg }

    func run(_ invocation: Invocation) throws(Failure) {
        let format = try choice(Format.self, Phrase(fa: "قالب", en: "format"), format)
        let (width, height) = try cells()
        let session = try Session(invocation, whenMissing: .refused)
        let frame = try onMainActor { () throws(Failure) in try draw(session, width, height) }
        let output = Output.standard
        switch format {
        case .text:
            var surface = TextSurface()
            surface.present(frame)
            output.write(surface.text)
        case .svg:
            let theme = if let chosen = invocation.theme { chosen } else { try Theme.standard() }
            var surface = SVGSurface(theme: theme)
            surface.present(frame)
            output.write(surface.text)
        }
        try output.flush()
    }

    @MainActor
    private func draw(_ session: Session, _ width: Int, _ height: Int) throws(Failure) -> Frame {
        let dashboard = Dashboard(
            session.office, staff: session.staff,
            writer: Writer(session.office, sender: session.sender, clock: session.clock),
            drafts: Drafts(path: nil, office: ""),
            language: session.language, clock: session.clock)
        dashboard.resize(width: width, height: height)
        guard dashboard.open(screen) else {
            throw .unknown(Phrase(fa: "صفحه", en: "screen"), screen, accepted: dashboard.screenNames)
        }
        if let refusal = dashboard.refusal(toOpen: screen) { throw Failure(DecideError.refused(refusal)) }
        try deciding { () throws(DecideError) in try dashboard.refresh() }
        return dashboard.frame()
    }

    private func cells() throws(Failure) -> (width: Int, height: Int) {
        let parts = latinDigits(size).lowercased().split(separator: "x").map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1], (1...500).contains(width),
            (1...500).contains(height)
        else {
            throw .unknown(Phrase(fa: "--size", en: "--size"), size, accepted: ["80x24", "120x40", "… 500x500"])
        }
        return (width, height)
    }
}
