import ArgumentParser
import Domain
import Exchange
import Glibc
import Persian

/// Where a passphrase comes from: a file, KHEDMAT_PASSPHRASE, or the terminal, where it is not shown.
struct PassphraseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read it from the file's first line · پرونده گذرعبارت", valueName: "path"))
    var passphraseFile: String?

    /// - Parameter isNew: it is chosen now, and so asked for twice.
    func passphrase(isNew: Bool, in language: Language) throws(Failure) -> Passphrase {
        let text = try text(isNew: isNew, in: language)
        do throws(SealError) { return try Passphrase(text) } catch { throw Failure(.failed, error.phrase) }
    }

    private func text(isNew: Bool, in language: Language) throws(Failure) -> String {
        if let passphraseFile {
            let line = try LineReader(path: passphraseFile).next() ?? []
            return String(decoding: line, as: UTF8.self)
        }
        if let given = environment("KHEDMAT_PASSPHRASE") { return given }
        let terminal = try HiddenLine()
        let text = try terminal.ask(Phrase(fa: "گذرعبارت: ", en: "Passphrase: ")[language])
        guard isNew else { return text }
        guard try terminal.ask(Phrase(fa: "همان را دوباره بنویسید: ", en: "The same again: ")[language]) == text else {
            throw Failure(
                .failed,
                Phrase(fa: "دو گذرعبارت یکی نبود؛ دوباره بکوشید.", en: "The two passphrases differ; try again."))
        }
        return text
    }
}

/// A line that is typed on the terminal and not shown.
private struct HiddenLine {
    private let descriptor: Int32

    init() throws(Failure) {
        descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(
                .wrongUse,
                Phrase(
                    fa: "ترمینالی برای پرسیدن گذرعبارت نیست؛ --passphrase-file یا KHEDMAT_PASSPHRASE بدهید.",
                    en: "There is no terminal to ask for the passphrase; give --passphrase-file or KHEDMAT_PASSPHRASE."
                ))
        }
    }

    func ask(_ question: String) throws(Failure) -> String {
        HiddenTyping.begin(on: descriptor)
        put(question)
        defer {
            HiddenTyping.end()
            put("\n")
        }
        return try line()
    }

    private func line() throws(Failure) -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1 {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 4: return String(decoding: bytes, as: UTF8.self)
            case 3: throw Failure(.interrupted)
            case 8, 127: bytes = Array(String(decoding: bytes, as: UTF8.self).dropLast().utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func put(_ text: String) { _ = text.withCString { write(descriptor, $0, strlen($0)) } }
}
