import ArgumentParser
import Domain
import Exchange
import Glibc
import Persian

/// `khedmat seal c14.khedmat --output c14.sealed`
struct Seal: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Seal a pack for its way with a passphrase · مهر کردن بسته")

    @Argument(help: "The pack · بسته")
    var pack: String

    @Option(help: ArgumentHelp("A new file · پرونده تازه", valueName: "file"))
    var output: String

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        try invocation.checkFree(output)
        let passphrase = try passphrase.passphrase(isNew: true, in: invocation.language)
        try sealing { () throws(SealError) in try SealedFile.seal(pack, to: output, with: passphrase) }
        try invocation.tell(
            Phrase(fa: "\(pack) مهرشده در \(output) است.", en: "\(pack) is in \(output), sealed."))
    }
}

/// `khedmat unseal c14.sealed --output c14.khedmat`
struct Unseal: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "unseal",
        abstract: "Open a sealed pack into a new file · گشودن بسته مهرشده")

    @Argument(help: "The sealed pack · بسته مهرشده")
    var pack: String

    @Option(help: ArgumentHelp("A new file · پرونده تازه", valueName: "file"))
    var output: String

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        try invocation.checkFree(output)
        if !SealedFile.isSealed(pack) { throw Failure(.failed, SealError.notSealed(pack).phrase) }
        let passphrase = try passphrase.passphrase(isNew: false, in: invocation.language)
        try sealing { () throws(SealError) in try SealedFile.unseal(pack, to: output, with: passphrase) }
        try invocation.tell(Phrase(fa: "بسته در \(output) است.", en: "The pack is in \(output)."))
    }
}

extension Invocation {
    /// Refuses to write over a file that is there.
    func checkFree(_ path: String) throws(Failure) {
        try checkOutput(path)
        guard access(path, F_OK) == 0 else { return }
        throw Failure(
            .failed,
            Phrase(
                fa: "\(path) از پیش هست و چیزی روی آن نوشته نمی‌شود؛ نام تازه‌ای بدهید.",
                en: "\(path) is already there and is never written over; give a new name."))
    }

    fileprivate func tell(_ phrase: Phrase) throws(Failure) {
        let output = Output.standard
        output.say(phrase, in: language)
        try output.flush()
    }
}

/// Runs work on sealed files; its errors become a ``Failure``.
func sealing<T>(_ work: () throws(SealError) -> T) throws(Failure) -> T {
    do throws(SealError) { return try work() } catch { throw Failure(.failed, error.phrase) }
}
