import Domain
import Persian
import Store

/// What became of a pack: an answer a command, in the order in which they were given.
public struct PackReport: Sendable {
    public let pack: Pack
    public let taken: TakeReport

    public var answers: [TakeAnswer] { taken.answers }
    /// The id that the ledger keeps with each of its commands.
    public var batch: String { taken.batch }
    /// Whether it was stopped before the last command; brought again, it goes on.
    public var isCancelled: Bool { taken.isCancelled }

    /// How many came to that: `report.count("refused")`.
    public func count(_ outcome: String) -> Int { taken.count(outcome) }

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

extension TakeAnswer {
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
