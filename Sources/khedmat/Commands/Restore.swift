import ArgumentParser
import Domain
import Glibc
import Persian
import Store

/// `khedmat restore qom-1401-05-09.db`
struct Restore: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the file · بازگرداندن پشتیبان")

    @Argument(help: "A backup · پرونده پشتیبان")
    var backup: String

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let path = invocation.officePath
        if access(path, F_OK) != 0, invocation.givenFile == nil { Place.data.makeFolder() }
        let kept = try storing { () throws(StoreError) in try OfficeFile.restore(from: backup, to: path) }
        let output = Output.standard
        output.writeLine(
            Phrase(fa: "\(backup) در \(path) بازگردانده شد.", en: "\(backup) was restored to \(path).")[
                invocation.language])
        if let kept {
            output.writeLine(
                Phrase(fa: "پرونده پیشین در \(kept) ماند.", en: "The former file is kept in \(kept).")[
                    invocation.language])
        }
        try output.flush()
    }
}
