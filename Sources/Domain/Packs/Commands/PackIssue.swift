import Persian

/// `{"command":"pack.issue","kind":"camp","about":"C-014","account":"leader1","seal":"…"}`: notes a pack that is
/// made. `khedmat pack` sends it and writes the pack's file, whose secret has that SHA-256.
public struct PackIssue: Command {
    public static let name = "pack.issue"
    public static let title = Phrase(fa: "ساختن بسته همراه", en: "make a pack")
    /// A pack that is out is recalled, not forgotten.
    public static let canBeUndone = false
    public static let parameters = [
        PackFields.kind.required, PackFields.about.required, PackFields.campaign.clearable,
        PackFields.account.required, PackFields.seal.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the account, the kind and the campaign, `unknown-value` for a campaign where the kind has
    ///   none, what the kind of pack does not take along (`not-found`,
    ///   `wrong-state`), `not-permitted` for an account that is disabled or could send nothing, `duplicate-code` for
    ///   the seal.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let kind = try given.require(PackFields.kind)
        let text = try given.require(PackFields.about)
        let about = normalisedCode(text) ?? text
        let account = try given.require(PackFields.account)
        let staff = try registry.existing(Staff.self, account, field: "account")
        guard let declaration = PackKinds.named(kind) else {
            throw .refused(.notFound(Pack.kind, kind, field: "kind"))
        }
        let subject = PackSubject(key: about, campaign: given[PackFields.campaign])
        if let campaign = subject.campaign, !declaration.isOfCampaign {
            throw .refused(.withoutCampaign(declaration, campaign))
        }
        try declaration.check(subject, in: registry)
        try registry.check(Campaign.self, exists: subject.campaign, field: "campaign")
        guard staff.state == .active else { throw .refused(.unknownAccount(account, isDisabled: true)) }
        guard staff.maySendSomething(in: declaration) else { throw .refused(.ofNoUse(staff, declaration)) }
        let seal = try given.require(PackFields.seal)
        if let other = try registry.pack(sealed: seal) { throw .refused(.sealed(seal, as: other)) }

        let code = try registry.nextCode(for: Pack.self)
        let pack = Pack(
            code: code, letter: Pack.letter(Pack.series.number(of: code) ?? 1), kind: kind, about: about,
            campaign: subject.campaign, account: account, office: try registry.setting("office.name").plainText,
            seal: seal, madeAt: envelope.at, madeBy: envelope.account)
        var decision = Decision(envelope)
        decision.add(pack)
        return decision
    }
}

extension Staff {
    fileprivate func maySendSomething(in kind: any PackKind.Type) -> Bool {
        role == .administrator || kind.commands.contains { $0.roles.contains(role) }
    }
}

extension Refusal {
    /// `duplicate-code`: a secret stands for one pack alone, else one could be brought home as the other.
    fileprivate static func sealed(_ seal: String, as other: Pack) -> Refusal {
        Refusal(
            .duplicateCode, field: "seal",
            Phrase(
                fa: "این مهر از آنِ بسته \(other.code) است؛ هر بسته مهری جدا می‌خواهد.",
                en: "This seal is that of the pack \(other.code); each pack needs a seal of its own."))
    }

    /// `unknown-value`: only what serves in a campaign is packed for one.
    fileprivate static func withoutCampaign(_ kind: any PackKind.Type, _ campaign: String) -> Refusal {
        let ofCampaign = PackKinds.all.filter { $0.isOfCampaign }.map { $0.title }.listed()
        return .unknown(
            "campaign", Campaign.kind.phrase, value: campaign,
            accepted: Phrase(
                fa: "هیچ، چون بسته \(kind.title) از آنِ رزمایشی نیست؛ رزمایش تنها برای بسته \(ofCampaign) است",
                en: "none, as a \(kind.title) pack is of no campaign; only a \(ofCampaign) pack is"))
    }

    /// `not-permitted`: the account could send nothing of what the pack may hold.
    fileprivate static func ofNoUse(_ staff: Staff, _ kind: any PackKind.Type) -> Refusal {
        let roles = Role.allCases.filter { role in
            role == .administrator || kind.commands.contains { $0.roles.contains(role) }
        }.map(\.phrase).listed()
        return Refusal(
            .notPermitted, field: "account",
            Phrase(
                fa:
                    "\(staff.account) (\(staff.role.phrase)) هیچ‌یک از فرمان‌های بسته \(kind.title) را نمی‌تواند بفرستد؛ بسته را برای یکی از این کاربران بسازید: \(roles).",
                en:
                    "\(staff.account) (\(staff.role.phrase)) may send none of the commands of a \(kind.title) pack; make it for: \(roles)."
            ))
    }
}
