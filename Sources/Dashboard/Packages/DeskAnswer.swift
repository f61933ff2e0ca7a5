import Canvas
import Domain
import Persian
import Store

/// Somebody at the hand-out desk: what was scanned, at which base, and whose household it is.
struct DeskScan: Hashable {
    /// As it was typed.
    let text: String
    let meaning: DeskText.Meaning
    let campaign: String
    let base: String
    let at: Moment
    /// Of that household; nil while, or because, it is not known.
    var row: HouseholdRow?

    /// The national ID that was scanned; nil for a code.
    var person: String? {
        if case .person(let digits) = meaning { digits } else { nil }
    }

    /// Whether nothing can be missing from it: a few digits may be the rest of more.
    var isWhole: Bool {
        if person != nil { return true }
        return text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    /// One package for the household, today.
    func sending(on day: Day, reason: String? = nil) -> Sending {
        Sending(CampaignDeliver.self, fields(on: day), version: row?.household.version, reason: reason)
    }

    /// What `campaign.deliver` is told.
    func fields(on day: Day) -> [JSON.Member] {
        let whom: [JSON.Member] =
            switch (row?.household.code, meaning) {
            case (let code?, _), (nil, .household(let code)): [.init("household", .string(code))]
            case (nil, .person(let digits)): [.init("nationalID", .string(digits))]
            case (nil, .wrong): []
            }
        return [.init("campaign", .string(campaign)), .init("base", .string(base))] + whom
            + [.init("quantity", .integer(1)), .init("on", day.json)]
    }
}

/// What the desk tells of a scan, to be understood at one look from two metres: a word, a shape and a colour.
struct DeskAnswer: Hashable {
    enum Kind: Hashable {
        /// Nothing stands in the way: hand over one package.
        case give
        /// The same, but there is something to know first.
        case giveKnowing
        case given
        /// The same household once more within a few seconds: a scanner that bounced.
        case twice
        case served
        /// The rules forbid it, for what only the office can settle.
        case ask
        case unknown
        case wrong
        /// Looked up, and nothing was handed over.
        case passed
    }

    var kind: Kind
    var scan: DeskScan
    var at: Moment
    /// Why, and what would be accepted; a warning.
    var note: Phrase?
    /// What the base still holds.
    var held: Int?
    /// Whether it can be sent again with a reason.
    var canBeOverridden = false

    init(_ kind: Kind, _ scan: DeskScan, at: Moment, note: Phrase? = nil) {
        (self.kind, self.scan, self.at, self.note) = (kind, scan, at, note)
    }

    /// What the rules would answer.
    init(_ scan: DeskScan, foreseen decision: Decision, at: Moment) {
        let said = decision.warnings.map(\.phrase)
        self.init(
            said.isEmpty ? .give : .giveKnowing, scan, at: at, note: said.isEmpty ? nil : said.joined(fa: " ", en: " "))
    }

    /// Adds what somebody at a desk has to know of the household first: that it may be another one too; and whose it is.
    mutating func tellOfHousehold() {
        guard canBeGiven, let row = scan.row else { return }
        var told = [note].compactMap(\.self)
        if row.isSuspect {
            kind = .giveKnowing
            told.append(
                Phrase(
                    fa: "شاید همان خانواری دیگر باشد که جدا ثبت شده است؛ «همانندها» را ببینید.",
                    en: "It may be another household too that was recorded twice; see Suspects."))
        }
        if let base = row.base, base != scan.base {
            told.append(
                Phrase(fa: "از خانوارهای قرارگاه \(base) است.", en: "It is a household of the base \(base)."))
        }
        note = told.isEmpty ? nil : told.joined(fa: " ", en: " ")
    }

    /// What the rules answered.
    init(_ scan: DeskScan, _ answer: Writer.Answer, at: Moment) {
        switch answer {
        case .success(let entry):
            self.init(.given, scan, at: at, note: entry.warned)
            held = JSON.object(entry.result)["atBase"]?.integer
        case .failure(.refused(let refusal)): self.init(scan, refusal, at: at)
        case .failure(let error): self.init(.ask, scan, at: at, note: error.phrase)
        }
    }

    /// Why the rules refuse it.
    init(_ scan: DeskScan, _ refusal: Refusal, at: Moment) {
        let kind: Kind =
            switch refusal.code {
            case .alreadyDelivered: .served
            case .notFound where refusal.field == "nationalID" || refusal.field == "household": .unknown
            case .invalidNationalID: .wrong
            default: .ask
            }
        self.init(kind, scan, at: at, note: refusal.phrase)
        canBeOverridden = refusal.canBeOverridden
    }

    /// Whether Space hands a package over.
    var canBeGiven: Bool { kind == .give || kind == .giveKnowing }
}

extension DeskAnswer.Kind {
    var sign: BigSign {
        switch self {
        case .give, .giveKnowing: .parcel
        case .given: .tick
        case .twice, .passed: .clock
        case .served: .bar
        case .ask: .mark
        case .unknown: .question
        case .wrong: .cross
        }
    }

    /// The same as one sign on a line.
    var mark: String {
        switch self {
        case .give, .giveKnowing: "▣"
        case .given: "✓"
        case .twice: "◷"
        case .passed: "◌"
        case .served: "⊖"
        case .ask: "!"
        case .unknown: "?"
        case .wrong: "×"
        }
    }

    var color: ColorRole {
        switch self {
        case .give, .given: .good
        case .twice: .information
        case .giveKnowing, .ask, .unknown: .warning
        case .served, .wrong: .alarm
        case .passed: .muted
        }
    }

    /// In large letters.
    var word: DeskWord? {
        switch self {
        case .give, .giveKnowing: .give
        case .given: .given
        case .twice: .twice
        case .served: .served
        case .ask: .ask
        case .unknown: .new
        case .wrong: .wrong
        case .passed: nil
        }
    }

    /// In a line.
    var phrase: Phrase {
        switch self {
        case .give: Phrase(fa: "یک بسته بدهید", en: "hand over 1 package")
        case .giveKnowing: Phrase(fa: "یک بسته بدهید، با توجه", en: "hand over 1 package, but know this")
        case .given: Phrase(fa: "تحویل شد", en: "handed over")
        case .twice: Phrase(fa: "دو بار خوانده شد، یک بار شمرده شد", en: "read twice, counted once")
        case .served: Phrase(fa: "بسته‌اش را گرفته است", en: "got its package already")
        case .ask: Phrase(fa: "از دفتر بپرسید", en: "ask the office")
        case .unknown: Phrase(fa: "ناشناس؛ ثبت شود؟", en: "not known; record it?")
        case .wrong: Phrase(fa: "کد درستی نیست", en: "no valid code")
        case .passed: Phrase(fa: "تحویل نشد", en: "not handed over")
        }
    }
}
