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
        let place: any DemoPlace = if let keep { try Kept(keep) } else { try Thrown() }
        defer { place.leave() }
        var demo = invocation
        demo.givenFile = place.path
        if !invocation.clock.isFixed { demo.clock = try Invocation.clock(day) }
        var session = try Session(demo, whenMissing: keep == nil ? .scratch : .created)
        let rest = try fill(session, whole: keep != nil)
        demo.givenFile = try place.settle(session.office)
        guard let terminal else { return }
        if keep != nil { session = try Session(demo, whenMissing: .refused) }
        _ = try onMainActor { () throws(Failure) in
            var loop = try TerminalLoop(session, on: terminal)
            return try loop.run(making: rest)
        }
    }

    /// - Parameter whole: false to leave what the first screen does not look at; a file that is kept has all of it.
    /// - Returns: what is left.
    private static func fill(_ session: Session, whole: Bool) throws(Failure) -> DemoRest? {
        let progress = ProgressLine(session.language)
        defer { progress.clear() }
        func show(_ done: Int, _ all: Int) { progress.show(done, of: all) }
        return try deciding { () throws(DecideError) in
            let (office, sender, clock) = (session.office, session.sender, session.clock)
            if !whole { return try DemoOffice.begin(office, by: sender, clock: clock, progress: show) }
            try DemoOffice.fill(office, by: sender, clock: clock, progress: show)
            return nil
        }
    }
}

/// Where the invented province is filled, and what becomes of it.
private protocol DemoPlace {
    /// The path of the file to be filled.
    var path: String { get }
    /// Called when it is filled; answers the path at which it stays.
    func settle(_ office: OfficeFile) throws(Failure) -> String
    /// Removes whatever is not to stay.
    func leave()
}

/// Under a temporary name beside its own, until it is complete.
private final class Kept: DemoPlace {
    private let file: UnfinishedFile
    private let target: String
    private var isSettled = false
    var path: String { file.path }

    init(_ target: String) throws(Failure) {
        self.target = target
        var status = stat()
        guard lstat(target, &status) != 0 else {
            throw Failure(
                .failed,
                Phrase(
                    fa:
                        "\(target) از پیش هست؛ برای استان نمونه نام پرونده تازه‌ای بدهید، یا آن را با --file باز کنید.",
                    en:
                        "\(target) is already there; give a new file's name for the invented province, or open it with --file."
                ))
        }
        file = try storing { () throws(StoreError) in try UnfinishedFile(for: target) }
    }

    func settle(_ office: OfficeFile) throws(Failure) -> String {
        try storing { () throws(StoreError) in
            try office.close()
            isSettled = true
            try file.finish()
        }
        return target
    }

    func leave() {
        if !isSettled { file.abandon() }
    }
}

/// In a folder of its own, which is removed afterwards.
private final class Thrown: DemoPlace {
    private let folder: String
    private let swept: [Int]
    var path: String { folder + "/demo.db" }

    init() throws(Failure) {
        let folder = FileManager.default.temporaryDirectory.path + "/khedmat-demo-\(getpid())"
        guard mkdir(folder, 0o700) == 0 else {
            let why = systemReason(errno)
            throw Failure(
                .failed,
                Phrase(
                    fa: "پوشه موقت \(folder) ساخته نشد: \(why).",
                    en: "Cannot create the temporary folder \(folder): \(why)."))
        }
        self.folder = folder
        // The folder is added first, so it is removed last, when it is empty.
        swept = ["", "/demo.db", "/demo.db-wal", "/demo.db-shm", "/demo.db-bell"].map { Sweep.add(folder + $0) }
    }

    func settle(_ office: OfficeFile) -> String { path }

    func leave() {
        try? FileManager.default.removeItem(atPath: folder)
        swept.forEach(Sweep.forget)
    }
}
