import Domain
import Exchange
import Glibc
import Persian
import Store

/// An open office and who works in it.
///
///     let session = try Session(invocation)
///     let entry = try deciding { try session.office.send(request, by: session.sender, clock: session.clock) }
struct Session {
    /// What becomes of a file that is not there.
    enum MissingFile {
        /// A new office begins.
        case created
        /// A new office begins in a file that is thrown away in the end.
        case scratch
        /// An empty one in memory stands for it; nothing is written.
        case imagined
        /// Refused: there is nothing to work on.
        case refused
    }

    let office: OfficeFile
    let sender: Sender
    let clock: Clock
    let language: Language
    /// The account's standing in this office.
    let staff: Staff
    private let invocation: Invocation

    /// What this account sees of national IDs and mobiles.
    var masking: Masking { Masking(for: staff.role) }

    init(_ invocation: Invocation, whenMissing: MissingFile = .created) throws(Failure) {
        let clock = invocation.clock
        let office = try Self.open(invocation, whenMissing)
        office.use(BulletinPage.ofThisUser)
        let sender = try Self.sender(in: office, actingFor: invocation.account)
        let begins = whenMissing != .refused
        self.invocation = invocation
        self.office = office
        self.sender = sender
        self.clock = clock
        language = invocation.language
        staff = try deciding { () throws(DecideError) in try office.admit(sender, clock: clock, begins: begins) }
    }

    /// The same on the file that is at the path now.
    func reopened() throws(Failure) -> Session { try Session(invocation, whenMissing: .refused) }

    /// In a pack whoever opens it is the account that it was made for; the pack's ledger names both.
    private static func sender(in office: OfficeFile, actingFor other: String?) throws(Failure) -> Sender {
        let own = try Sender.ofThisProcess(actingFor: other)
        guard let pack = office.pack else { return own }
        if let other, other != pack.account { throw Failure(DecideError.refused(.otherAccount(pack, other))) }
        let user = try Sender.ofThisProcess(actingFor: nil)
        return Sender(
            account: pack.account, user: user.account == pack.account ? nil : "\(user.account)@\(user.station)",
            station: pack.code)
    }

    private static func open(_ invocation: Invocation, _ whenMissing: MissingFile) throws(Failure) -> OfficeFile {
        let path = invocation.officePath
        if SealedFile.isSealed(path) { throw .sealed(path) }
        if access(path, F_OK) != 0 {
            switch whenMissing {
            case .scratch: return try storing { () throws(StoreError) in try OfficeFile(path: path, isScratch: true) }
            case .created: if invocation.givenFile == nil { Place.data.makeFolder() }
            case .imagined: return try storing { () throws(StoreError) in try OfficeFile() }
            case .refused: break
            }
        }
        return try storing { () throws(StoreError) in try OfficeFile(path: path, begins: whenMissing != .refused) }
    }
}

extension BulletinPage {
    /// With the template of one's own, `templates/bulletin.mustache` in the program's folder of settings, if there is one.
    static var ofThisUser: BulletinPage {
        BulletinPage(templateFile: Place.config.folder + "/templates/bulletin.mustache")
    }
}

extension Invocation {
    /// The office's file: as given, or the one in the user's data folder.
    var officePath: String { givenFile ?? Place.data.folder + "/khedmat.db" }
}

extension Failure {
    fileprivate static func sealed(_ path: String) -> Failure {
        Failure(
            .failed,
            Phrase(
                fa: "\(path) بسته مهرشده است؛ نخست آن را با «khedmat unseal» بگشایید.",
                en: "\(path) is a sealed pack; open it with “khedmat unseal” first."))
    }
}
