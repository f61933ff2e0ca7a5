import Canvas
import Domain
import Persian
import Store

/// Somebody at the door: what was scanned, and what is sent for it.
struct DoorScanned: Hashable {
    /// As it was typed.
    var text: String
    /// Whose code it is; nil when it is nobody's.
    var guest: Guest?
    var companions: Int?
    var isExit = false

    func sending(reason: String? = nil) -> Sending {
        var fields = [JSON.Member("code", .string(guest?.code ?? DoorText(text).codes.first ?? text))]
        if isExit { return Sending(GuestCheckOut.self, fields) }
        if let companions { fields.append(.init("companions", .integer(companions))) }
        return Sending(GuestCheckIn.self, fields, reason: reason)
    }
}

/// What the door tells of a scan, to be understood at one look: a sign, a word and what it means.
struct DoorAnswer: Hashable {
    enum Kind: Hashable {
        case welcome, more, again, gone, notAccepted, full, revoked, unknown, refused
    }

    var kind: Kind
    var scanned: DoorScanned
    var at: Moment
    /// With the companions.
    var seats = 0
    /// When the guest came in, of one who is in already.
    var first: Moment?
    /// More to be said: why not, and what would be accepted; a warning.
    var note: Phrase?
    /// Whether it can be sent again with a reason.
    var canBeOverridden = false

    init(_ kind: Kind, _ scanned: DoorScanned, at: Moment, note: Phrase? = nil) {
        self.kind = kind
        self.scanned = scanned
        self.at = at
        self.note = note
    }

    /// What the rules answered.
    init(_ scanned: DoorScanned, _ answer: Writer.Answer, at: Moment) {
        switch answer {
        case .success(let entry): self.init(scanned, entry, at: at)
        case .failure(.refused(let refusal)):
            self.init(Kind(refusal, scanned), scanned, at: at, note: refusal.phrase)
            canBeOverridden = refusal.canBeOverridden
        case .failure(let error): self.init(.refused, scanned, at: at, note: error.phrase)
        }
    }

    private init(_ scanned: DoorScanned, _ entry: LedgerEntry, at: Moment) {
        let result = JSON.object(entry.result)
        let isRepeat = result["repeat"] == .bool(true)
        self.init(scanned.isExit ? .gone : isRepeat ? .again : .welcome, scanned, at: at)
        if let guest = entry.changes.first?.after as? Guest { self.scanned.guest = guest }
        seats = result["seats"]?.integer ?? 0
        first = result["first"].flatMap(Moment.init)
        if let warned = entry.warned { note = warned }
        // More companions than the invitation is for are let in, and not overlooked.
        let tooMany = entry.warnings.contains { $0["warning"] == .string(RefusalCode.capacity.rawValue) }
        if kind == .welcome, tooMany { kind = .more }
        if kind == .again, let came = scanned.companions, 1 + came > seats { note = Self.lateCompanions(came, seats) }
    }
}

extension DoorAnswer {
    /// A second scan of a day counts nobody, so that those who come later need the first one ended.
    fileprivate static func lateCompanions(_ came: Int, _ seats: Int) -> Phrase {
        Phrase(
            fa:
                "\(persianDigits(seats)) جا شمرده شده است و \(persianDigits(came)) همراه شمرده نشد؛ برای همراهانی که دیرتر می‌رسند نخست خروج را با {door.turn} ثبت کنید، سپس ورود را با همه همراهان.",
            en:
                "\(seats, "seat") counted already, and \(came, "companion") not: for those who come later scan the guest out with {door.turn}, then in again with all companions."
        )
    }
}

extension DoorAnswer.Kind {
    fileprivate init(_ refusal: Refusal, _ scanned: DoorScanned) {
        switch refusal.code {
        case .revoked: self = .revoked
        case .notFound, .unknownValue: self = .unknown
        case .notAccepted: self = .notAccepted
        case .capacity: self = .full
        default: self = .refused
        }
    }

    var sign: BigSign {
        switch self {
        case .welcome, .gone: .tick
        case .more: .mark
        case .again: .clock
        case .notAccepted, .full, .refused: .mark
        case .revoked: .cross
        case .unknown: .question
        }
    }

    /// The same as one sign on a line.
    var mark: String {
        switch self {
        case .welcome: "✓"
        case .more: "!"
        case .gone: "◌"
        case .again: "◷"
        case .notAccepted, .full, .refused: "!"
        case .revoked: "×"
        case .unknown: "?"
        }
    }

    var color: ColorRole {
        switch self {
        case .welcome: .good
        case .gone: .information
        case .more, .again, .notAccepted, .full: .warning
        case .revoked, .unknown, .refused: .alarm
        }
    }

    var word: Phrase {
        switch self {
        case .welcome: Phrase(fa: "خوش آمدید", en: "WELCOME")
        case .gone: Phrase(fa: "خدانگهدار", en: "GOODBYE")
        case .more: Phrase(fa: "خوش آمدید، بیش از دعوت", en: "WELCOME, MORE THAN INVITED")
        case .again: Phrase(fa: "پیش‌تر وارد شده است", en: "ALREADY IN")
        case .notAccepted: Phrase(fa: "دعوت پذیرفته نشده است", en: "NOT ACCEPTED")
        case .full: Phrase(fa: "جا نیست", en: "NO SEATS")
        case .revoked: Phrase(fa: "دعوت باطل شده است", en: "REVOKED")
        case .unknown: Phrase(fa: "ناشناس", en: "UNKNOWN")
        case .refused: Phrase(fa: "نشد", en: "NOT DONE")
        }
    }
}
