import Persian

extension Origin {
    /// A pack, and the number of the office's last ledger entry that was seen where the command was given or mended:
    /// in the field, the one that made the pack.
    public init(_ pack: Pack, seen: Int) { self.init(station: pack.station, seen: seen, authority: pack) }
}

extension Pack {
    /// Refuses a file that this office did not make, though its code is one of ours.
    ///
    /// - Throws: `not-permitted`.
    public func check(seal: String) throws(DecideError) {
        if seal != self.seal { throw .refused(.strange(code, office: nil)) }
    }

    /// What a pack may hold at all, whether it is sent in the pack or brought home from it.
    fileprivate func check(_ command: any Command.Type) throws(DecideError) {
        guard let declaration else { throw .refused(.unknownKind(self)) }
        if !declaration.permits(command) { throw .refused(.notInPack(self, declaration, command)) }
    }

    fileprivate func check(_ decision: Decision, in registry: some Registry) throws(DecideError) {
        guard let declaration else { return }
        for record in decision.changes.map(\.record) where try !declaration.covers(record, of: subject, in: registry) {
            throw .refused(.outsidePack(self, try record.title(in: registry)))
        }
    }
}

extension Pack: Authority {
    /// What it did is told apart by its code from what the office and other packs did.
    public var station: String { code }

    /// In the pack: its kind's commands alone, all as its account.
    ///
    /// - Throws: `not-permitted`.
    public func check(_ request: Request, in registry: some Registry) throws(DecideError) {
        try check(request.command)
        if let other = request.account, other != account { throw .refused(.otherAccount(self, other)) }
    }

    /// Home from the pack: the same, while it is out, given after it was made, by whoever may bring packs home.
    ///
    /// - Throws: `not-permitted`, `wrong-state`, `invalid-date`.
    public func check(
        _ request: Request, takenInBy sender: Sender, at now: Moment, in registry: some Registry
    ) throws(DecideError) {
        try PackReceive.check(sender, in: registry)
        try require([.out])
        try check(request.command)
        guard request.account == account else { throw .refused(.otherAccount(self, request.account ?? "")) }
        guard request.station == station else { throw .refused(.strange(code, office: nil)) }
        try check(request.at ?? now, now: now)
        if request.command == LedgerUndo.self, let id = request.given[LedgerUndo.undo]?.lowercased(),
            let entry = try registry.entry(id), entry.station != station
        {
            throw .refused(.undoOfOthers(self, entry))
        }
    }

    /// Its own records alone, and codes with its letter.
    ///
    /// - Throws: `not-permitted`, `unknown-value`.
    public func check(_ decision: Decision, of request: Request, in registry: some Registry) throws(DecideError) {
        try check(decision, in: registry)
        // The office counts its own codes, and every pack those of its letter.
        let chosen = request.fields.first { $0.name == "code" }.flatMap { normalisedCode($0.value.plainText) }
        for case let record as any Coded in decision.changes.filter({ $0.before == nil }).map(\.record)
        where record.code == chosen {
            try check(codeOf: record)
        }
    }
}

/// What is asked beside a command's own fields where one that came back from a pack is mended.
public enum Mending {
    /// When it was given, where the laptop's clock was wrong.
    public static let time = Parameter<PlaceTime>.time("at", Phrase(fa: "زمان انجام", en: "done at")).required
}

extension Pack {
    /// How far a laptop's clock may be ahead of the office's.
    public static let tolerance: Int64 = 15 * 60 * 1000

    /// A command of a pack was given after the pack was made, and not in a time still to come.
    fileprivate func check(_ at: Moment, now: Moment) throws(DecideError) {
        guard at < madeAt || at.milliseconds > now.milliseconds + Self.tolerance else { return }
        let (given, made) = (at.day(in: .tehran), madeAt.day(in: .tehran))
        throw .refused(
            Refusal(
                .invalidDate, field: "at",
                Phrase(
                    fa:
                        "زمان این فرمان (\(given.jalaliText(.persian))) پیش از ساخته شدن بسته (\(made.jalaliText(.persian))) یا در آینده است؛ ساعت رایانه همراه را درست کنید و در «برگشتی‌ها» زمان درست آن را بنویسید.",
                    en:
                        "This command's time (\(given.jalaliText(.english))) is before the pack was made (\(made.jalaliText(.english))) or still to come; set the laptop's clock right, and under “Returned” write when it was done."
                )))
    }
}

extension Pack {
    /// A code that was chosen in a pack bears its letter.
    fileprivate func check<R: Coded>(codeOf record: R) throws(DecideError) {
        let series = R.series.at(letter)
        if series.number(of: record.code) != nil { return }
        throw .refused(
            .unknown(
                "code", R.kind.phrase, value: record.code,
                accepted: Phrase(
                    fa: "شناسه‌های همین بسته، مانند \(series.code(1))؛ خالی بماند، شناسه آزاد بعدی داده می‌شود",
                    en: "the codes of this pack, such as \(series.code(1)); left empty, the next free one is given")))
    }
}

// MARK: - Sentences

extension Refusal {
    /// A pack that another office made, or that somebody made up.
    ///
    /// - Parameter office: the name it bears; nil when that is not known.
    public static func strange(_ code: String, office: String?) -> Refusal {
        let whose = office.map { Phrase(fa: "«\($0)»", en: "“\($0)”") } ?? Phrase(fa: "دیگری", en: "another office")
        return Refusal(
            .notPermitted, field: "seal",
            Phrase(
                fa:
                    "بسته \(code) را این دفتر نساخته است (نام دفتر آن: \(whose))؛ تنها بسته‌هایی پذیرفته می‌شود که با khedmat pack در همین دفتر ساخته شده باشد.",
                en:
                    "This office did not make the pack \(code) (it names \(whose)); only packs are accepted that khedmat pack made in this office."
            ))
    }

    fileprivate static func unknownKind(_ pack: Pack) -> Refusal {
        .unknown("kind", PackFields.kind.phrase, value: pack.kind, accepted: PackKinds.names)
    }

    /// `not-permitted`: a command outside the kind of pack, and what it may hold.
    public static func notInPack(_ pack: Pack, _ kind: any PackKind.Type, _ command: any Command.Type) -> Refusal {
        let names = kind.commands.map { $0.title }.listed()
        return Refusal(
            .notPermitted, field: "command",
            Phrase(
                fa:
                    "«\(command.title)» در بسته \(pack.code) (\(kind.title) \(pack.about)) جایی ندارد و کار دفتر است؛ این‌ها پذیرفته است: \(names).",
                en:
                    "The pack \(pack.code) (\(kind.title) \(pack.about)) holds no “\(command.title)”, that is the office's; accepted: \(names)."
            ))
    }

    fileprivate static func outsidePack(_ pack: Pack, _ record: Phrase) -> Refusal {
        Refusal(
            .notPermitted,
            Phrase(
                fa:
                    "\(record) از بسته \(pack.code) بیرون است؛ این بسته تنها درباره \(pack.about) فرمان می‌پذیرد.",
                en:
                    "\(record.capitalisedFirst) is outside the pack \(pack.code), which takes commands about \(pack.about) alone."
            ))
    }

    /// `not-permitted`: a command as somebody that the pack was not made for.
    public static func otherAccount(_ pack: Pack, _ account: String) -> Refusal {
        Refusal(
            .notPermitted, field: "as",
            Phrase(
                fa:
                    "بسته \(pack.code) برای حساب «\(pack.account)» ساخته شده است و فرمان «\(account)» را نمی‌پذیرد؛ هر کس بسته خود را می‌خواهد.",
                en:
                    "The pack \(pack.code) was made for the account “\(pack.account)” and takes no command of “\(account)”; each account needs a pack of its own."
            ))
    }

    fileprivate static func undoOfOthers(_ pack: Pack, _ entry: LedgerEntry) -> Refusal {
        Refusal(
            .notPermitted, field: "undo",
            Phrase(
                fa: "بسته \(pack.code) تنها فرمان‌های خود را پس می‌گیرد؛ «\(entry.title)» (\(entry.id)) از آن نیست.",
                en:
                    "The pack \(pack.code) takes back only its own commands; “\(entry.title)” (\(entry.id)) is none of them."
            ))
    }
}
