import ArgumentParser
import Canvas
import Dashboard
import Persian

/// `khedmat watch camps`: the board alone, for a wall screen.
struct Watch: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "The board of running camps, for a wall screen · تابلوی اردوها برای نمایشگر دیواری")

    @Argument(help: ArgumentHelp("What to watch: camps · آنچه دیده می‌شود", valueName: "camps"))
    var what: String

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Seconds a page is shown · ثانیه‌های هر صفحه", valueName: "seconds"))
    var page = 15

    @OptionGroup var global: Global

    private enum Board: String, CaseIterable { case camps }

    func run(_ invocation: Invocation) throws(Failure) {
        _ = try choice(Board.self, Phrase(fa: "تابلو", en: "board"), what)
        guard (1...3600).contains(page) else {
            throw .unknown(Phrase(fa: "--page", en: "--page"), "\(page)", accepted: ["1 … 3600"])
        }
        let theme = if let chosen = invocation.theme { chosen } else { try Theme.standard() }
        let session = try Session(invocation, whenMissing: .refused)
        try session.checkReading(WallBoard.title, WallBoard.shows)
        try OpenDashboard.requireTerminal()
        try onMainActor { () throws(Failure) in
            var loop = try WallLoop(
                session, path: invocation.officePath, theme: theme, pageTime: .seconds(page))
            try loop.run()
        }
    }
}
