import Domain
import Store

/// What of a part is shown: its screens, what the overview tells of it, and what is said of its records and commands where
/// the shell alone cannot know it.
///
///     extension ShownPart {
///         static let people = ShownPart(part: .people, registers: [RecordScreen<PeopleList>.self])
///     }
@MainActor
struct ShownPart {
    let part: Part
    /// Where its work is done: they stand in the menu by their digits, one without a digit after the one before it.
    var screens: [any Screen.Type] = []
    /// Its plain lists, which stand below the screens.
    var registers: [any Screen.Type] = []
    /// Who begins with which of its screens, in an office or in a pack; nil for those who begin elsewhere.
    var first: (Role, Pack?) -> (any Screen.Type)? = { _, _ in nil }
    /// Its cards on the overview.
    var headlines: (HeadlineContext) throws(DecideError) -> [Headline] = { _ in [] }
    /// What of it is in alarm, the worst first.
    var alarms: (Reader, ScreenContext) throws(DecideError) -> [Alarm] = { _, _ in [] }
    /// How its records are told from their namesakes.
    var distinctions: [Distinction] = []
    /// What stands beside the forms of its commands.
    var companions: [any FormCompanion.Type] = []
    /// What it shows over screens, beside forms.
    var modals: [any Modal.Type] = []
    /// What can be done from everywhere, beside its forms.
    var actions: [PartAction] = []
    /// Adds to what is told of a command that was carried out.
    var tell: (inout News, LedgerEntry, Reader) throws(DecideError) -> Void = { _, _, _ in }
}

/// Every part of the office, in the order of ``Parts``. A new one is registered with the dashboard by a line here.
@MainActor
enum ShownParts {
    static let all: [ShownPart] =
        [
            .groups, .people, .camps, .needs, .training, .congress, .arbaeen, .support, .packages, .stories, .staff,
            .packs,
        ] + trial

    /// See `Parts.trial`.
    static var trial: [ShownPart] = []
}
