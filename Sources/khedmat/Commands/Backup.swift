import ArgumentParser
import Domain
import Persian

/// `khedmat backup qom-1401-05-09.db`
struct Backup: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the whole file while others work · پشتیبان گرفتن")

    @Argument(help: "A new file · پرونده تازه")
    var target: String

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        if target.isEmpty {
            throw Failure(
                .wrongUse,
                Phrase(fa: "نام پرونده پشتیبان خالی است.", en: "The name of the backup is empty."))
        }
        let session = try Session(invocation, whenMissing: .refused)
        guard session.staff.role.mayCopyFile else { throw Failure(DecideError.refused(.mayNotCopyFile(session.staff))) }
        try storing { () throws(StoreError) in try session.office.backup(to: target) }
        let output = Output.standard
        let done = Phrase(fa: "پشتیبان در \(target) نوشته شد.", en: "The backup is in \(target).")
        output.say(done, in: session.language)
        try output.flush()
    }
}
