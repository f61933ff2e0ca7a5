import Persian

/// Where a command from a pack comes from, and what its sender could have seen of the office.
public struct Packed: Sendable {
    public var pack: Pack
    /// The office's last ledger entry that was seen: the one that made the pack, or the latest for a command that was
    /// mended on a screen of the office.
    public var seen: Int

    public init(_ pack: Pack, seen: Int) {
        self.pack = pack
        self.seen = seen
    }
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
        for record in decision.changes.map(\.record) where try !declaration.covers(record, of: about, in: registry) {
            throw .refused(.outsidePack(self, try record.title(in: registry)))
        }
    }
}

extension Request {
    /// Holds a command to the pack that it is sent in, or that it came home from.
    func checkPack(_ sender: Sender, at now: Moment, in registry: some Registry) throws(DecideError) {
        if let carried = try registry.carriedPack() {
            try carried.check(command)
            if let account, account != carried.account { throw .refused(.otherAccount(carried, account)) }
        }
        guard let pack = packed?.pack else { return }
        try PackReceive.check(sender, in: registry)
        try pack.require([.out])
        try pack.check(command)
        guard account == pack.account else { throw .refused(.otherAccount(pack, account ?? "")) }
        guard station == pack.code else { throw .refused(.strange(pack.code, office: nil)) }
        try pack.check(at ?? now, now: now)
        if command == LedgerUndo.self, let id = given[LedgerUndo.undo]?.lowercased(),
            let entry = try registry.entry(id), entry.station != pack.code
        {
            throw .refused(.undoOfOthers(pack, entry))
        }
    }

    func checkPack(_ decision: Decision, in registry: some Registry) throws(DecideError) {
        let carried = try registry.carriedPack()
        guard let pack = packed?.pack ?? carried else { return }
        try pack.check(decision, in: registry)
        // The office counts its own codes, and every pack those of its letter.
        let chosen = fields.first { $0.name == "code" }.flatMap { normalisedCode($0.value.plainText) }
        for case let record as any Coded in decision.changes.filter({ $0.before == nil }).map(\.record)
        where record.code == chosen {
            try pack.check(codeOf: record)
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

extension Envelope {
    /// Judges a command from a pack by what was done to a record since the pack was made and not in it.
    ///
    /// Whoever was in the field knew nothing of that, and what is newer is never overwritten. What the office did is
    /// `stale`. Between two packs, neither of which the office had seen, the command that was given last stands, by
    /// its own time and then by the pack's code: so they may be brought home in either order. What came to nothing
    /// because its own sender took it back does not count.
    ///
    /// - Returns: whether the record was changed by another pack before this command was given, so that the command
    ///   may take that one's place.
    func check<R: Record>(
        _ record: R, unseenBy packed: Packed, in registry: some Registry
    ) throws(DecideError) -> Bool {
        let entries = try registry.entries(touching: [record.id], afterNumber: packed.seen)
        let unseen = entries.filter { $0.station != packed.pack.code }.standing
        for entry in unseen {
            let isOfPack = try registry.find(Pack.self, key: entry.station) != nil
            if !isOfPack || isGiven(before: entry.at, at: entry.station) {
                throw .refused(try stale(record, unseen, in: registry))
            }
        }
        return !unseen.isEmpty
    }

    /// Whether another command was given after this one, by its own time; at the same time, by its station.
    func isGiven(before other: Moment, at otherStation: String) -> Bool {
        (at.milliseconds, station) < (other.milliseconds, otherStation)
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
