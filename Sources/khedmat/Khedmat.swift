import ArgumentParser
import CProcess
import Glibc
import Logging
import Persian
import Store

/// The program. Each subcommand is a file under `Commands/`.
@main
struct Khedmat: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "khedmat",
        abstract: "The work of a volunteer-service office · کارهای دفتر گروه‌های جهادی",
        version: "0.1.0",
        subcommands: [
            Import.self, List.self, Show.self, Export.self, Print.self, Picture.self, Apply.self, Verify.self,
            Backup.self, Restore.self, MakePack.self, Unpack.self, Seal.self, Unseal.self, DateCommand.self,
            Themes.self, Demo.self,
            Snapshot.self, Watch.self, OpenDashboard.self,
        ],
        defaultSubcommand: OpenDashboard.self)

    static func main() {
        process_widen_heaps()
        process_ready_variables()
        // A reader that went away is told by EPIPE, where it can be dealt with in order.
        signal(SIGPIPE, SIG_IGN)
        Faults.tell { fault in Logger(label: "khedmat") { _ in LogFile() }.error("\(fault)") }
        // So is a file that may not grow any more, by EFBIG.
        signal(SIGXFSZ, SIG_IGN)
        Ending.prepare()
        let given = CommandLine.arguments.dropFirst().flatMap(Global.parted)
        let arguments = Global.behindTheCommand(given)
        let language = Language.chosen(in: arguments)
        do {
            try checkRoomForFiles()
            try checkNames()
            if let choices = GlobalChoices(plain: arguments) { return try OpenDashboard.open(Invocation(choices)) }
            try checkName(of: arguments)
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let failure as Failure {
            failure.end(in: language)
        } catch {
            end(with: error, of: arguments, in: language)
        }
    }

    /// A command without a name of its own is called as its type, in small letters.
    private static var names: [String] {
        configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() }
    }

    /// The parser would complain of the options behind a name it does not know.
    private static func checkName(of arguments: [String]) throws(Failure) {
        guard let name = arguments.first, !name.hasPrefix("-"), !(names + ["help"]).contains(name) else { return }
        throw .unknown(Phrase(fa: "فرمان", en: "command"), name, accepted: names)
    }

    /// What is needed at most at once: the file and what SQLite keeps beside it, on two connections, drafts, watches, pipes.
    private static let filesNeeded: Int32 = 32

    /// With fewer the program would fail in many different places, in some of them by a crash.
    private static func checkRoomForFiles() throws(Failure) {
        let descriptor = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, filesNeeded - 1)
        if descriptor >= 0 { close(descriptor) } else if errno != EBADF { throw .tooFewFiles(filesNeeded) }
    }

    /// Names of files are bytes; the parser, and all that names them in a sentence, need them to be UTF-8. What is not
    /// would be repaired on the way and lead to another file.
    private static func checkNames() throws(Failure) {
        for index in 0..<Int(CommandLine.argc) {
            guard let text = CommandLine.unsafeArgv[index], String(validatingCString: text) == nil else { continue }
            throw .notUTF8(String(cString: text))
        }
        for name in ["KHEDMAT_FILE", "HOME"] + Place.allCases.map(\.rawValue) {
            if let text = getenv(name), String(validatingCString: text) == nil {
                throw .notUTF8("\(name)=\(String(cString: text))")
            }
        }
    }

    /// Help and version that were asked for, or what the parser could not understand.
    private static func end(with error: any Error, of arguments: [String], in language: Language) -> Never {
        guard exitCode(for: error) != .success else {
            print(fullMessage(for: error))
            Glibc.exit(ExitStatus.done.rawValue)
        }
        let reason = ParserMessage(message(for: error)).phrase
        let name = arguments.first { names.contains($0) }
        let help = ["khedmat", name, "--help"].compactMap(\.self).joined(separator: " ")
        Failure(
            .wrongUse,
            Phrase(fa: "\(reason)؛ راهنما: \(help)", en: "\(reason); for help: \(help)")
        ).end(in: language)
    }
}
