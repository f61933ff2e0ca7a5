import Canvas
import Domain
import Exchange
import Glibc
import Logging
import Persian

/// How the program ends.
enum ExitStatus: Int32 {
    case done = 0
    case failed = 1
    case wrongUse = 2
    case interrupted = 130
}

/// Why the program ends before its time: an exit status, and one sentence for stderr.
struct Failure: Error {
    let status: ExitStatus
    /// Nil when it ends quietly.
    let phrase: Phrase?

    init(_ status: ExitStatus, _ phrase: Phrase? = nil) {
        self.status = status
        self.phrase = phrase
    }

    init(_ error: DecideError) { self.init(.failed, error.phrase) }
    init(_ error: StoreError) { self.init(.failed, error.phrase) }
    init(_ error: ImportError) { self.init(.failed, error.phrase) }
    init(_ error: SheetWriteError) { self.init(.failed, error.phrase) }

    /// The reader of the output has gone, which is no failure: `khedmat list people | head`.
    static let readerGone = Failure(.done)

    static func notUTF8(_ text: String) -> Failure {
        Failure(
            .wrongUse,
            Phrase(
                fa: "«\(text)» به UTF-8 نیست و پرونده دیگری را نشان می‌داد؛ نام پرونده را عوض کنید.",
                en: "“\(text)” is not UTF-8 and would lead to another file; rename the file."))
    }

    static func tooFewFiles(_ needed: Int32) -> Failure {
        let number = Int(needed)
        return Failure(
            .wrongUse,
            Phrase(
                fa:
                    "سیستم به این برنامه کمتر از \(persianDigits(number)) پرونده باز می‌دهد؛ سقف را بالا ببرید (ulimit -n \(number)).",
                en:
                    "The system allows this program fewer than \(number) open files; raise the limit (ulimit -n \(number))."
            )
        )
    }

    /// What a value on the command line must be one of.
    static func unknown(_ label: Phrase, _ value: String, accepted: [String]) -> Failure {
        let all = accepted.joined(separator: ", ")
        return Failure(
            .wrongUse,
            Phrase(
                fa: "\(label) «\(value)» شناخته نیست؛ پذیرفتنی: \(all).",
                en: "There is no \(label) “\(value)”; accepted: \(all)."))
    }

    /// Says why on stderr, keeps it in the log when it is more than a slip of the typing, and ends.
    func end(in language: Language) -> Never {
        if let phrase {
            printError(phrase[language])
            if status == .failed { Logger(label: "khedmat") { _ in LogFile() }.error("\(phrase.en)") }
        }
        exit(status.rawValue)
    }
}

/// One line on stderr, without anything that a terminal would obey.
func printError(_ sentence: String) {
    let line = "khedmat: " + TextLayout.sanitised(sentence.shortened(to: 4_000)) + "\n"
    // When this fails too, there is nobody left to tell.
    _ = line.withoutIsolates.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
}

extension String {
    /// Its beginning, where it is longer than anybody would read.
    func shortened(to limit: Int) -> String {
        utf8.count > limit * 4 || count > limit ? prefix(limit) + "…" : self
    }
}

/// Runs the office's work; its errors become a ``Failure``.
func deciding<T>(_ work: () throws(DecideError) -> T) throws(Failure) -> T {
    do throws(DecideError) { return try work() } catch { throw Failure(error) }
}

/// Runs work on the file; its errors become a ``Failure``.
func storing<T>(_ work: () throws(StoreError) -> T) throws(Failure) -> T {
    do throws(StoreError) { return try work() } catch { throw Failure(error) }
}
