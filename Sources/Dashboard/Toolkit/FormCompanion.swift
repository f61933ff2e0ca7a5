import Domain
import Store

/// Finds what is shown beside the form of a command for reference: the record that the new one replaces, the last of
/// its kind before it, people to be ticked.
///
///     enum ReportCompanion: FormCompanion {
///         static let command: any Command.Type = CampReport.self
///         static let subjects = ["camp", "day"]
///         …
///     }
@MainActor
protocol FormCompanion {
    static var command: any Command.Type { get }
    /// The fields by which the references are found; they are never filled from these.
    static var subjects: [String] { get }
    /// Fields that the references give: nobody is asked for them.
    static var given: [String] { get }
    /// - Parameter value: what a field of the form holds now.
    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences
}

extension FormCompanion {
    static var given: [String] { [] }
}

@MainActor
enum FormCompanions {
    private static let byCommand = Dictionary(
        uniqueKeysWithValues: ShownParts.all.flatMap(\.companions).map { ($0.command.name, $0) })

    /// What stands beside the form of a command; nil for most.
    static func of(_ command: any Command.Type) -> (any FormCompanion.Type)? { byCommand[command.name] }
}
