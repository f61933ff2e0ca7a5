import ArgumentParser
import Domain
import Exchange
import Glibc
import Persian
import Store

/// `khedmat restore qom-1401-05-09.db`
struct Restore: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the file · بازگرداندن پشتیبان")

    @Argument(help: "A backup · پرونده پشتیبان")
    var backup: String

    @Flag(help: "The backup is of another office than the one that is there · پشتیبان دفتر دیگری است")
    var otherOffice = false

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let path = invocation.officePath
        if access(path, F_OK) != 0, invocation.givenFile == nil { Place.data.makeFolder() }
        let sender = try Sender.ofThisProcess(actingFor: invocation.account)
        let kept = try deciding { () throws(DecideError) in
            try OfficeFile.restore(
                from: backup, to: path, by: sender, clock: invocation.clock, isOtherOffice: otherOffice,
                press: BulletinPage.ofThisUser)
        }
        let output = Output.standard
        output.say(
            Phrase(fa: "\(backup) در \(path) بازگردانده شد.", en: "\(backup) was restored to \(path)."),
            in: invocation.language)
        if let kept {
            output.say(
                Phrase(fa: "پرونده پیشین در \(kept) ماند.", en: "The former file is kept in \(kept)."),
                in: invocation.language)
        }
        try output.flush()
    }
}
