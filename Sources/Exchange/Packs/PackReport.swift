import Domain
import Persian
import Store

/// What became of a command that came home in a pack.
public struct PackAnswer: Sendable {
    public enum Outcome: Sendable {
        /// Carried out now.
        case done(LedgerEntry)
        /// Carried out when the pack was brought before: it is answered as then.
        case already(LedgerEntry)
        /// Refused, and kept to be mended.
        case refused(Refusal)
        /// It was refused here, and its sender had taken it back in the field; nothing is left of it to do.
        case takenBack
        /// Refused before, and dropped by somebody in the office.
        case dropped
    }
    /// As the pack's ledger has it.
    public let command: LedgerEntry
    /// What it is about, as the office calls it; nil when nobody knows.
    public let subject: Phrase?
    public internal(set) var outcome: Outcome

    /// What those who brought it should know, though the command was carried out.
    public var warnings: [Warning] {
        guard case .done(let entry) = outcome else { return [] }
        return entry.warnings.compactMap(Warning.init)
    }

    /// The answer as `apply` gives it, with the command's place and time in the pack.
    public var json: JSON {
        let answer: JSON =
            switch outcome {
            case .done(let entry), .already(let entry): entry.answer
            case .refused(let refusal): refusal.answer(to: .string(command.command))
            case .takenBack, .dropped:
                .object([.init("ok", .bool(true)), .init("command", .string(command.command))])
            }
        return .object(
            [
                .init("number", .integer(command.number - 1)), .init("at", .string(command.at.iso(in: .tehran))),
                .init("id", .string(command.id)), .init("outcome", .string(outcome.name)),
            ] + (answer.members ?? []).filter { $0.name != "id" })
    }
}

extension PackAnswer.Outcome {
    /// As scripts read it.
    public var name: String {
        switch self {
        case .done: "done"
        case .already: "already"
        case .refused: "refused"
        case .takenBack: "taken-back"
        case .dropped: "dropped"
        }
    }

    public var phrase: Phrase {
        switch self {
        case .done: Phrase(fa: "انجام شد", en: "done")
        case .already: Phrase(fa: "از پیش انجام شده", en: "done before")
        case .refused: Phrase(fa: "رد شد", en: "refused")
        case .takenBack: Phrase(fa: "در راه پس گرفته شده", en: "taken back in the field")
        case .dropped: Phrase(fa: "کنار گذاشته شده", en: "dropped before")
        }
    }
}

/// What became of a pack: an answer a command, in the order in which they were given.
public struct PackReport: Sendable {
    public let pack: Pack
    public internal(set) var answers: [PackAnswer] = []
    /// The id that the ledger keeps with each of its commands.
    public let batch: String
    /// Whether it was stopped before the last command; brought again, it goes on.
    public internal(set) var isCancelled = false

    /// How many came to that: `report.count("refused")`.
    public func count(_ outcome: String) -> Int { answers.count { $0.outcome.name == outcome } }

    /// `{"pack":"PK-001","commands":12,"done":10,"already":0,"refused":2,…,"answers":[…]}`
    ///
    /// - Parameter masking: who brought the pack did not give its commands, and may not see all that stands in them.
    public func json(_ masking: Masking) -> JSON {
        let counts = ["done", "already", "refused", "taken-back", "dropped"].map {
            JSON.Member($0, .integer(count($0)))
        }
        return .object(
            [.init("pack", .string(pack.code)), .init("commands", .integer(answers.count))] + counts
                + [.init("answers", .list(answers.map { $0.json.maskedThroughout(masking) }))])
    }
}
