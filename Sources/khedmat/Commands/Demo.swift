import ArgumentParser
import Canvas
import Domain
import Exchange
import Foundation
import Persian
import Store

/// `khedmat demo`: the dashboard on an invented province, whose file is gone afterwards unless it is kept.
struct Demo: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The dashboard on an invented province · استان نمونه، با داده‌های ساختگی")

    @Option(help: ArgumentHelp("Keep the file there · نگه داشتن پرونده", valueName: "path"))
    var keep: String?

    @OptionGroup var global: Global

    /// The day that the invented province lives in, unless `--now` names another.
    private static let day = "1401/05/10T10:00"

    func run(_ invocation: Invocation) throws(Failure) { try Self.open(invocation, keep: keep) }

    /// Fills a file and opens the dashboard on it.
    ///
    /// - Parameter keep: where the file stays; nil for one that is gone afterwards.
    static func open(_ invocation: Invocation, keep: String?) throws(Failure) {
        // Keeping a file needs no terminal; then it is only written.
        let isShown = keep == nil || isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        if isShown { try OpenDashboard.requireTerminal() }
        let theme = if let chosen = invocation.theme { chosen } else { try Theme.standard() }
        let terminal = try onMainActor { () throws(Failure) in
            isShown ? try ReadyTerminal(theme: theme, bidi: invocation.bidi) : nil
        }
        let folder = try keep == nil ? Self.temporaryFolder() : nil
        defer { if let folder { try? FileManager.default.removeItem(atPath: folder) } }
        let session = try Session(
            demo(invocation, keep ?? (folder ?? ".") + "/demo.db"), whenMissing: folder == nil ? .created : .scratch)
        try fill(session)
        if let terminal {
            _ = try onMainActor { () throws(Failure) in try TerminalLoop(session, on: terminal).run() }
        }
    }

    private static func demo(_ invocation: Invocation, _ path: String) throws(Failure) -> Invocation {
        var demo = invocation
        if access(path, F_OK) == 0 {
            throw Failure(
                .failed,
                Phrase(
                    fa: "\(path) از پیش هست؛ برای استان نمونه نام پرونده تازه‌ای بدهید، یا آن را با --file باز کنید.",
                    en:
                        "\(path) is already there; give a new file's name for the invented province, or open it with --file."
                ))
        }
        demo.givenFile = path
        if !invocation.clock.isFixed { demo.clock = try Invocation.clock(day) }
        return demo
    }

    private static func fill(_ session: Session) throws(Failure) {
        let progress = ProgressLine(session.language)
        defer { progress.clear() }
        try deciding { () throws(DecideError) in
            try DemoOffice.fill(session.office, by: session.sender, clock: session.clock) { done, all in
                progress.show(done, of: all)
            }
        }
    }

    private static func temporaryFolder() throws(Failure) -> String {
        let path = FileManager.default.temporaryDirectory.path + "/khedmat-demo-\(getpid())"
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(
                .failed, Phrase(fa: "پوشه موقت \(path) ساخته نشد.", en: "Cannot create the temporary folder \(path)."))
        }
        return path
    }
}
