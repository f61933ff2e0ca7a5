import Domain
import Persian

/// What became of a command that came from elsewhere.
public struct TakeAnswer: Sendable {
    public enum Outcome: Sendable {
        /// Carried out now.
        case done(LedgerEntry)
        /// Carried out when it was taken before: it is answered as then.
        case already(LedgerEntry)
        /// Refused; kept to be mended where the source says so.
        case refused(Refusal)
        /// It was refused here, and its sender had taken it back at the station; nothing is left of it to do.
        case takenBack
        /// Refused before, and dropped by somebody in the office.
        case dropped
    }
    /// As the ledger of its station has it.
    public let command: LedgerEntry
    /// What it is about, as the office calls it; nil when nobody knows.
    public let subject: Phrase?
    public internal(set) var outcome: Outcome

    /// What those who took it in should know, though the command was carried out.
    public var warnings: [Warning] {
        guard case .done(let entry) = outcome else { return [] }
        return entry.warnings.compactMap(Warning.init)
    }
}

extension TakeAnswer.Outcome {
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

/// What became of the commands of a source: an answer a command, in the order in which they were given.
public struct TakeReport: Sendable {
    public internal(set) var answers: [TakeAnswer] = []
    /// The id that the ledger keeps with each of them.
    public let batch: String
    /// How far the source was taken in. Taken from there it goes on; taken from the start again, what was carried out
    /// is answered as before and nothing changes.
    public internal(set) var cursor: SourceCursor
    /// Whether it was stopped before the last command.
    public internal(set) var isCancelled = false
    /// Why the source gave no more; nil when all came that there is.
    public internal(set) var failure: SourceError?

    /// What the commands made at their station so far: the id of each record by its kind and key.
    var made = MadeRecords()

    /// How many came to that: `report.count("refused")`.
    public func count(_ outcome: String) -> Int { answers.count { $0.outcome.name == outcome } }

    /// Changes the answer of a refused command when its own undo follows it.
    mutating func takeBack(_ id: String?) {
        guard let index = answers.firstIndex(where: { $0.command.id == id }) else { return }
        answers[index].outcome = .takenBack
    }
}
