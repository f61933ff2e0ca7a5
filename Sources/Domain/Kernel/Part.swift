import Persian

/// A part of the office as the rules know it: its records and commands, and what of them concerns other parts. Store,
/// Exchange and Dashboard each declare what they add to it, under the same id and in the same order.
///
///     extension Part {
///         public static let camps = Part("camps", records: [Camp.self, DailyReport.self], commands: [CampPlan.self])
///     }
///
/// A part is told to the house in one line of ``Parts/all``; every registry of kinds, commands and settings follows from
/// that list.
public struct Part: Sendable {
    /// "camps": the name of its folder in every room, in small letters.
    public let id: String
    /// Each before those that refer to it, in the order in which people hear of them.
    public let records: [any Record.Type]
    public let commands: [any Command.Type]
    public let settings: [SettingDefinition]
    /// What of its records shows that groups are active.
    public let evidence: [any ActivitySource.Type]
    /// The packs in which it travels.
    public let packs: [any PackKind.Type]
    /// The records that needs are raised for.
    let needBearers: [any NeedBearer.Type]
    /// What else changes when its records are voided or put back.
    let consequences: [any Consequence.Type]
    /// Who may read its records.
    public let readers: Set<Role>

    public init(
        _ id: String, records: [any Record.Type], commands: [any Command.Type], settings: [SettingDefinition] = [],
        evidence: [any ActivitySource.Type] = [], packs: [any PackKind.Type] = []
    ) {
        self.init(
            id, records: records, commands: commands, settings: settings, evidence: evidence, packs: packs,
            needBearers: [])
    }

    init(
        _ id: String, records: [any Record.Type], commands: [any Command.Type], settings: [SettingDefinition] = [],
        evidence: [any ActivitySource.Type] = [], packs: [any PackKind.Type] = [],
        needBearers: [any NeedBearer.Type] = [], consequences: [any Consequence.Type] = [],
        readers: Set<Role> = [.administrator, .supervisor, .operator]
    ) {
        self.id = id
        self.records = records
        self.commands = commands
        self.settings = settings
        self.evidence = evidence
        self.packs = packs
        self.needBearers = needBearers
        self.consequences = consequences
        self.readers = readers
    }
}
