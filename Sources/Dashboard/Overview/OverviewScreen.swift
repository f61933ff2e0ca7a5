import Canvas
import Domain
import Persian
import Store

/// What a director looks at: the headlines, and the last changes with who and when.
///
/// A part of the office that keeps no records yet has no headline here.
public enum OverviewScreen: Screen {
    public struct State {
        var headlines: [Headline] = []
        var provinces: [ProvinceCount] = []
        var counters: GroupCounters?
        var feed: [FeedItem] = []
        var selected = 0
    }

    public enum Action: Hashable, Sendable { case move(ListMove), open }

    /// One card.
    struct Headline: Hashable {
        var title: Phrase
        var figure: Int
        /// What stands behind the figure; of a share the sign of percent.
        var unit = ""
        var note: Phrase?
        var days: [Int]
        var share: Double?
        var mood: Mood?
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

    public static let id = "overview"
    public static let title = Phrase(fa: "نمای کلی", en: "Overview")
    public static let icon = "◉"
    public static let number: Int? = 1
    public static let shows = RecordKind.all

    public static let bindings: [Binding<State, Action>] =
        [
            Binding("open", "enter", Phrase(fa: "رفتن به رکورد", en: "go to the record"), .open, isHint: true) {
                state, _ in
                state.feed.isEmpty ? Phrase(fa: "هنوز چیزی تغییر نکرده است", en: "nothing was changed yet") : nil
            }
        ] + Binding.moves { .move($0) }

    /// How many days the strips of the cards hold.
    private static let stripDays = 30

    public static func initial() -> State { State() }
    public static func path(_ state: State) -> [String] { [] }
    public static func type(_ state: inout State, _ event: Event, _ context: ScreenContext) -> Typed? { nil }
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String { "" }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        guard isChanged || state.headlines.isEmpty else { return }
        let counters = try reader.groupCounters(try reader.activityRule(on: context.day), since: state.counters)
        state.counters = counters
        state.headlines = try headlines(reader, counters, context)
        state.provinces = try reader.provinces(try reader.campRule(at: context.now))
        let chosen = state.selected > 0 ? state.feed[state.selected].id : nil
        state.feed = try OverviewAlarms(reader, context).items() + OverviewFeed(reader, context).items()
        // At the top one stays there, to see what comes; further down one stays on what one reads.
        state.selected = state.feed.firstIndex { $0.id == chosen } ?? 0
    }

    private static func headlines(
        _ reader: Reader, _ counters: GroupCounters, _ context: ScreenContext
    ) throws(DecideError) -> [Headline] {
        let registered = try reader.registrations(until: context.day, days: stripDays)
        let new = registered.reduce(0, +)
        let groups = counters.registered
        let persian = Language.persian.number
        let share = { (count: Int) in groups > 0 ? Double(count) / Double(groups) : nil }
        var headlines = [
            Headline(
                title: Phrase(fa: "گروه‌های ثبت‌شده", en: "Groups registered"), figure: groups,
                note: Phrase(fa: "\("+" + persian(new)) در ۳۰ روز", en: "+\(new) in 30 days"), days: registered),
            Headline(
                title: Phrase(fa: "فعال مستمر", en: "Continuously active"), figure: counters.continuouslyActive,
                note: Phrase(fa: "از \(persian(groups)) گروه", en: "of \(groups, "group")"),
                days: [], share: share(counters.continuouslyActive)),
        ]
        if try reader.count(Camp.kind) > 0 {
            headlines.append(
                Headline(
                    title: Phrase(fa: "این فصل در میدان", en: "In the field"), figure: counters.inTheFieldThisSeason,
                    note: Phrase(fa: "گروه در این فصل", en: "groups this season"), days: [],
                    share: share(counters.inTheFieldThisSeason)))
            headlines.append(try campHeadline(reader, context))
            headlines.append(try needHeadline(reader, context))
        }
        let seats = try reader.seatCount()
        if seats.courses > 0 { headlines.append(seats.headline) }
        let shifts = try reader.shiftCoverage(from: context.now)
        if shifts.needed > 0 { headlines.append(shifts.headline) }
        return headlines
    }

    /// How many camps run, and how many of them are in alarm.
    private static func campHeadline(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Headline {
        let rule = try reader.campRule(at: context.now)
        let figures = LiveFigures(try reader.liveCamps(rule), on: rule.today)
        let (alarms, late) = (figures.alarms, figures.late)
        return Headline(
            title: Phrase(fa: "اردوی در جریان", en: "Camps running"), figure: figures.camps,
            note: Phrase(
                fa: "\(persianDigits(alarms)) هشدار، \(persianDigits(late)) دیر", en: "\(alarms, "alarm"), \(late) late"),
            days: try reader.campsInTheField(until: context.day, days: stripDays),
            mood: alarms > 0 ? .alarm : late > 0 ? .warning : .good)
    }

    /// How many needs nobody has settled yet.
    private static func needHeadline(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Headline {
        let days = try reader.openNeeds(until: context.day, days: stripDays)
        let open = days.last ?? 0
        let change = open - (days.dropLast().last ?? 0)
        let sign = change > 0 ? "+" : ""
        return Headline(
            title: Phrase(fa: "نیاز باز", en: "Open needs"), figure: open,
            note: change == 0
                ? Phrase(fa: "مانند دیروز", en: "as yesterday")
                : Phrase(
                    fa: "\(sign)\(Language.persian.number(change)) از دیروز", en: "\(sign)\(change) in a day"),
            days: days)
    }

    public static func update(_ state: inout State, _ action: Action, _ context: ScreenContext) -> Effect? {
        let last = max(0, state.feed.count - 1)
        let page = max(1, OverviewLayout(context, state).feedRows - 1)
        switch action {
        case .open: return state.feed.isEmpty ? nil : state.feed[state.selected].target
        case .move(.up): state.selected = max(0, state.selected - 1)
        case .move(.down): state.selected = min(last, state.selected + 1)
        case .move(.pageUp): state.selected = max(0, state.selected - page)
        case .move(.pageDown): state.selected = min(last, state.selected + page)
        case .move(.first): state.selected = 0
        case .move(.last): state.selected = last
        }
        return nil
    }
}

extension ShiftCoverage {
    /// Of the people whom the shifts that run and come need, how many of a hundred come; who is missing now comes
    /// before what will be.
    fileprivate var headline: OverviewScreen.Headline {
        let share = Double(present) / Double(needed)
        let later = Phrase(fa: "\(persianDigits(gaps)) شیفت کم دارد", en: "\(gaps) with gaps")
        let now = Phrase(fa: "اکنون \(persianDigits(missingNow)) نفر کم", en: "\(missingNow) missing now")
        return OverviewScreen.Headline(
            title: Phrase(fa: "پوشش شیفت‌ها", en: "Shift coverage"), figure: Int(share * 100), unit: "٪",
            note: missingNow > 0 ? now : later, days: [], share: share, mood: missingNow > 0 ? .warning : nil)
    }
}

extension SeatCount {
    /// The seats of the courses that are announced, and how many people wait for one.
    fileprivate var headline: OverviewScreen.Headline {
        OverviewScreen.Headline(
            title: Phrase(fa: "ظرفیت دوره‌ها", en: "Course seats"), figure: taken,
            note: Phrase(
                fa: "از \(persianDigits(capacity))، \(persianDigits(waiting)) در نوبت",
                en: "of \(capacity), \(waiting) waiting"), days: [],
            share: capacity > 0 ? Double(taken) / Double(capacity) : nil)
    }
}

extension Sequence {
    /// Like `map`, keeping the type of the error.
    func mapTyped<T>(_ transform: (Element) throws(DecideError) -> T) throws(DecideError) -> [T] {
        var all: [T] = []
        for element in self { all.append(try transform(element)) }
        return all
    }
}

extension Optional {
    /// Like `map`, keeping the type of the error.
    func mapTyped<T>(_ transform: (Wrapped) throws(DecideError) -> T) throws(DecideError) -> T? {
        guard let self else { return nil }
        return try transform(self)
    }

    /// Like `flatMap`, keeping the type of the error.
    func flatMapTyped<T>(_ transform: (Wrapped) throws(DecideError) -> T?) throws(DecideError) -> T? {
        guard let self else { return nil }
        return try transform(self)
    }
}
