import ArgumentParser
import Domain
import Exchange
import Glibc
import Persian
import Store

/// `khedmat pack camp C-014 --output c14.khedmat --for leader1 --seal`, `khedmat pack base B-01 --campaign RM-1401 …`
struct MakePack: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Take a part along to where there is no network · ساختن بسته همراه",
        discussion: """
            Writes a small file that “khedmat --file FILE” opens on any laptop. All that is done in it is done as the \
            account it is made for. Bring it home with “khedmat unpack FILE”.
            پرونده‌ای کوچک می‌سازد که روی هر رایانه باز می‌شود؛ هر کاری در آن به نام حسابی است که برایش ساخته شده.
            """)

    @Argument(
        help: ArgumentHelp(
            "What it is about · گونه بسته", valueName: PackKinds.all.map { $0.name }.joined(separator: "|")))
    var kind: String

    @Argument(help: ArgumentHelp("Its code, such as C-014 or 1401 · شناسه", valueName: "code"))
    var about: String

    @Option(
        help: ArgumentHelp("Of a base, the campaign in which it serves · رزمایشِ بسته قرارگاه", valueName: "code"))
    var campaign: String?

    @Option(help: ArgumentHelp("A new file · پرونده تازه", valueName: "file"))
    var output: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Who will use it; you, unless named · برای کدام حساب", valueName: "account"))
    var owner: String?

    @Flag(help: "Seal it with a passphrase · مهر کردن با گذرعبارت")
    var seal = false

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        guard let declaration = PackKinds.named(kind) else {
            throw .unknown(Phrase(fa: "گونه بسته", en: "sort of pack"), kind, accepted: PackKinds.all.map { $0.name })
        }
        if declaration.isOfCampaign, campaign == nil { throw .withoutCampaign(declaration) }
        try invocation.checkFree(output)
        let passphrase = seal ? try passphrase.passphrase(isNew: true, in: invocation.language) : nil
        let session = try Session(invocation, whenMissing: .refused)
        let sealer: SealedFile.Sealer? =
            if let passphrase { try sealing { () throws(SealError) in try SealedFile.Sealer(passphrase) } } else { nil }
        let pack = try deciding { () throws(DecideError) in
            try session.office.makePack(
                declaration, about: about, of: campaign, for: owner ?? session.sender.account, at: output,
                by: session.sender,
                clock: session.clock, sealed: { sealer?.sealed($0) ?? $0 })
        }
        try tell(pack, session.language)
    }

    private func tell(_ pack: Pack, _ language: Language) throws(Failure) {
        let out = Output.standard
        out.say(
            Phrase(
                fa:
                    "بسته \(pack.code) برای \(pack.account) در \(output) است؛ شناسه‌های ساخته در آن حرف \(pack.letter) دارند.",
                en:
                    "The pack \(pack.code) for \(pack.account) is in \(output); codes made in it bear the letter \(pack.letter)."
            ), in: language)
        try out.flush()
    }
}

extension Failure {
    fileprivate static func withoutCampaign(_ kind: any PackKind.Type) -> Failure {
        Failure(
            .wrongUse,
            Phrase(
                fa: "بسته \(kind.title) از آنِ یک رزمایش است؛ بنویسید کدام: --campaign RM-1401.",
                en: "A \(kind.title) pack is of one campaign; say which: --campaign RM-1401."))
    }
}
