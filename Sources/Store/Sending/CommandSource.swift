import Domain
import Persian

/// Commands that were given at another station, for the office to take in: those of a pack, or of a log that offices
/// share.
///
///     let report = try office.take(source, after: cursor, by: sender, clock: clock)
///     cursor = report.cursor
///
/// The office's rules decide each, so a source checks nothing but that it is what it says.
public protocol CommandSource: Sendable {
    /// Whether what the office refuses is kept in its file, to be mended there. False where the station is told and
    /// sends it again.
    var keepsRefused: Bool { get }

    /// The commands after a cursor in the order of their numbers, which is the order in which they were given.
    ///
    /// - Parameter limit: the most that are wanted; fewer come only when there are no more.
    /// - Throws: why they cannot be had now. What was taken before stays.
    func next(after cursor: SourceCursor, limit: Int) throws(SourceError) -> [SourcedCommand]
}

/// How far a source has been taken in: the number of its last command that was answered.
public struct SourceCursor: Hashable, Sendable {
    public let number: Int

    /// Before the first command.
    public static let start = SourceCursor(0)

    public init(_ number: Int) { self.number = number }
}

/// A command of a source.
public struct SourcedCommand: Sendable {
    /// As the ledger of its station has it.
    public let entry: LedgerEntry
    /// Where it comes from, and what was known there when it was given.
    public let origin: Origin

    public init(_ entry: LedgerEntry, from origin: Origin) {
        self.entry = entry
        self.origin = origin
    }
}

/// Why no more commands can be had of a source.
public struct SourceError: Error, Hashable, Sendable {
    public enum Reason: Sendable {
        /// It may answer later.
        case unreachable
        /// What came is not what was asked for.
        case unreadable
    }

    public let reason: Reason
    public let phrase: Phrase

    public init(_ reason: Reason, _ phrase: Phrase) {
        self.reason = reason
        self.phrase = phrase
    }

    static func disordered(after cursor: SourceCursor) -> SourceError {
        SourceError(
            .unreadable,
            Phrase(
                fa:
                    "فرمان‌های پس از شماره \(persianDigits(cursor.number)) به ترتیب نیست؛ از آن پس چیزی گرفته نشد. منبع را بررسی کنید.",
                en:
                    "The commands after number \(cursor.number) are out of order; nothing was taken from there on. Check where they come from."
            ))
    }
}
