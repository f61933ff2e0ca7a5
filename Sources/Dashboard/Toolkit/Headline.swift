import Canvas
import Domain
import Persian
import Store

/// One card of the overview.
struct Headline: Hashable {
    var title: Phrase
    var figure: Int
    /// What stands behind the figure; of a share the sign of percent.
    var unit = ""
    var note: Phrase?
    /// What the figure was on each of the last days, the oldest first; empty for none.
    var days: [Int] = []
    /// The figure as a part of all there is, from 0 to 1.
    var share: Double?
    var severity: MessageSeverity?
}

/// What the cards of the overview are read from.
@MainActor
struct HeadlineContext {
    /// How many days the strips of the cards hold.
    static let days = 30

    let reader: Reader
    let screen: ScreenContext
    /// The figures of the groups, which more than one part's cards speak of.
    let groups: GroupCounters

    /// A number of groups as a part of all that are registered.
    func share(_ count: Int) -> Double? { groups.registered > 0 ? Double(count) / Double(groups.registered) : nil }
}

/// Something in alarm, for the top of the overview.
struct Alarm {
    let trouble: LiveTrouble
    /// How it stands in the list of what happened.
    let item: FeedItem
}

/// One change: who, when, what, about which record.
struct FeedItem: Hashable {
    var id: String
    var day: Day
    var clock: String
    var name: String
    var title: Phrase
    var subject: String
    /// Where Enter goes.
    var target: Effect
    var isAlarm = false
}
