import Canvas
import Domain
import Persian
import Store

/// The programme of the congress: a day at a time, halls across and hours down.
public enum ProgrammeScreen: Screen {
    public struct State {
        /// All editions, the newest first, and the year of the chosen one.
        @Loaded<OfficeWide, [Congress]> var editions: [Congress] = []
        var year: String?
        var day = Day(number: 0)
        var halls: [Hall] = []
        /// Those of the day, by time.
        var sessions: [CongressSession] = []
        /// Those of the day before that go on after midnight.
        var goingOn: [CongressSession] = []
        /// The full names of whoever speaks in them, by national ID.
        var names: [String: String] = [:]
        /// The code of the selected session.
        var selected: String?
        /// Where and when a new session is proposed; nil while there is no hall.
        var nextStart: (hall: Hall, from: Moment)?
        var carried: CarriedSession?
        /// The list instead of the grid.
        var isList = false

        var edition: Congress? { editions.first { $0.year == year } }
        var selectedIndex: Int? { sessions.firstIndex { $0.code == selected } }
        var selectedSession: CongressSession? { selectedIndex.map { sessions[$0] } }
    }

    public static let id = "congress"
    public static let title = Phrase(fa: "کنگره", en: "Congress")
    public static let icon = "✦"
    public static let number: Int? = 6
    public static let shows: [RecordKind] = [Congress.kind, Hall.kind, CongressSession.kind]

    nonisolated static let nothingSelected = Phrase(fa: "نشستی برگزیده نیست", en: "no session is selected")
    nonisolated static let nothingCarried = Phrase(
        fa: "نشستی برداشته نیست ({programme.carry})", en: "no session is picked up ({programme.carry})")

    public static let actions: [ScreenAction<State>] =
        moving + edits + looking + moves

    public static func pane(_ state: State) -> Pane<State> {
        Pane(load: load, move: { state, step, _ in move(&state, step) }, view: draw)
    }

    private static let moving: [ScreenAction<State>] =
        [
            ScreenAction(
                "programme.carry", "m", Phrase(fa: "برداشتن", en: "pick up"), command: SessionMove.self, isHint: true,
                unless: { state, _ in state.selectedSession == nil ? nothingSelected : nil }
            ) { state, _ in
                state.carried = state.carried == nil ? state.selectedSession.map(CarriedSession.init) : nil
                return nil
            },
            ScreenAction(
                "programme.putDown", "enter", Phrase(fa: "گذاشتن", en: "put down"), command: SessionMove.self,
                unless: { state, _ in state.carried == nil ? nothingCarried : nil }
            ) { state, _ in putDown(&state) },
        ]

    private static let looking: [ScreenAction<State>] =
        [
            .step("screen.earlier", "[", Phrase(fa: "روز پیش", en: "day before"), isHint: true) { state, _ in
                turn(&state, -1)
            },
            .step("screen.later", "]", Phrase(fa: "روز بعد", en: "next day"), isHint: true) { state, _ in
                turn(&state, 1)
            },
            .step("programme.look", "z", Phrase(fa: "فهرست یا جدول", en: "list or grid")) { state, _ in
                state.isList.toggle()
            },
            CongressTabs.nextEdition(\.editions) { nextEdition(&$0, $1) },
            CongressTabs.programme.nextAction(),
            .step(
                "programme.back", "escape", Phrase(fa: "بازگرداندن", en: "put back"),
                unless: { state, _ in state.carried == nil ? nothingCarried : nil }
            ) { state, _ in putBack(&state) },
        ]

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        state.selectedSession.map { ["\($0.code) \($0.title)"] } ?? []
    }

    public static let homes = [
        Home(CongressSession.self), Home(Hall.self) { $0.congress }, Home(Congress.self, with: \.year),
        .needs(of: .congress),
    ]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        state.carried = nil
        let isSession = shown.record == nil || shown.record is CongressSession
        state.selected = isSession ? shown.key : nil
        // The day and edition of a session are found when it is read.
        state.year = isSession ? nil : shown.key
    }

    /// Which day of the congress it is, while one is held.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        guard let edition = try reader.newestCongress(), edition.days.contains(context.day) else { return "" }
        let number = context.day - edition.from + 1
        return Phrase(fa: "روز \(persianDigits(number))", en: "d\(number)")[context.language]
    }

    private static func load(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        try state.$editions.load(context) { () throws(DecideError) in try reader.congresses() }
        if state.edition == nil { try choose(&state, reader, context) }
        guard let edition = state.edition else { return }
        state.day = min(max(state.day, edition.from), edition.to)
        state.halls = try reader.halls(ofCongress: edition.year)
        state.sessions = try reader.sessions(ofCongress: edition.year, on: state.day)
        state.goingOn = try reader.sessions(ofCongress: edition.year, goingOnInto: state.day)
        try loadNames(&state, reader)
        if state.selectedIndex == nil {
            let next = state.sessions.first { $0.from >= context.now }
            state.selected = (next ?? state.sessions.last { $0.to > context.now } ?? state.sessions.first)?.code
        }
        state.nextStart = try nextStart(state, reader)
        guard let carried = state.carried else { return }
        // Whoever was taken away meanwhile is carried no more.
        guard try reader.find(CongressSession.self, key: carried.session.code)?.version == carried.origin.version else {
            state.carried = nil
            return
        }
        try state.carried?.load(from: reader)
        state.selected = carried.session.code
    }

    /// The edition and the day of the selected session, or of today.
    private static func choose(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        if let code = state.selected, let session = try reader.find(CongressSession.self, key: code) {
            state.year = session.congress
            state.day = session.day
        } else if let newest = state.editions.first {
            state.year = newest.year
            state.day = min(max(context.day, newest.from), newest.to)
        }
    }

    /// How long a new session is, unless somebody writes otherwise.
    nonisolated static let newMinutes = 60

    /// After the selected session its hall is free next, by the rules' own search; without one it is the first hall, from
    /// nine in the morning on. Where the congress has no room it is where one would begin.
    private static func nextStart(_ state: State, _ reader: Reader) throws(DecideError) -> (hall: Hall, from: Moment)? {
        let session = state.selectedSession
        guard let hall = state.halls.first(where: { $0.code == session?.hall }) ?? state.halls.first else { return nil }
        let from = session?.to ?? Moment(day: state.day, hour: 9, minute: 0, in: .tehran)
        return (hall, try reader.nextStart(in: hall, from: from, minutes: newMinutes) ?? from)
    }

    private static func loadNames(_ state: inout State, _ reader: Reader) throws(DecideError) {
        state.names = [:]
        for person in (state.sessions + state.goingOn).flatMap(\.people) where state.names[person] == nil {
            state.names[person] = try reader.find(Person.self, key: person)?.fullName ?? person
        }
    }

    private static func putBack(_ state: inout State) {
        state.carried.map { state.day = $0.origin.day }
        state.carried = nil
    }

    private static func putDown(_ state: inout State) -> Effect? {
        guard let carried = state.carried else { return nil }
        if let objection = carried.objection { return .toast(Toast(.alarm, objection.phrase)) }
        state.carried = nil
        return carried.isMoved ? .send(carried.sending) : nil
    }

    /// To another day of the edition; what is carried comes along.
    private static func turn(_ state: inout State, _ days: Int) {
        guard let edition = state.edition else { return }
        let day = min(max(state.day.advanced(by: days), edition.from), edition.to)
        state.carried?.shift(minutes: (day - state.day) * 1_440)
        state.day = day
    }

    private static func nextEdition(_ state: inout State, _ context: ScreenContext) {
        guard let index = state.editions.firstIndex(where: { $0.year == state.year }) else { return }
        let next = state.editions[(index + 1) % state.editions.count]
        state.carried = nil
        state.selected = nil
        state.year = next.year
        state.day = min(max(context.day, next.from), next.to)
    }

    public static let fields: [ScreenField<State>] = [
        // While a session is carried the keys move it.
        ScreenField(hasFocus: { state, _ in state.carried != nil }, actions: carrying),
        ScreenField(
            hasFocus: { state, context in ProgrammeLayout(context, state).isGrid },
            actions: Binding.columns { sidestep(&$0, $1) }),
    ]

    private static let carrying: [ScreenAction<State>] =
        [
            Binding("carried.putDown", "enter", Phrase(fa: "گذاشتن", en: "put down"), isHint: true) { state, _ in
                putDown(&state)
            },
            .step("carried.back", "escape", Phrase(fa: "سر جای خود", en: "put back"), isHint: true) { state, _ in
                putBack(&state)
            },
            carry("carried.earlier", "up k", -15, Phrase(fa: "ربع ساعت زودتر", en: "a quarter of an hour earlier")),
            carry("carried.later", "down j", 15, Phrase(fa: "ربع ساعت دیرتر", en: "a quarter of an hour later")),
            carry("carried.hourEarlier", "pageup ctrl+b", -60, Phrase(fa: "یک ساعت زودتر", en: "an hour earlier")),
            carry("carried.hourLater", "pagedown ctrl+f space", 60, Phrase(fa: "یک ساعت دیرتر", en: "an hour later")),
        ] + Binding.columns(Phrase(fa: "سالن دیگر", en: "another hall")) { sidestep(&$0, $1) }

    /// Carries a session along its day.
    private static func carry(_ id: String, _ keys: String, _ minutes: Int, _ phrase: Phrase) -> ScreenAction<State> {
        .step(id, keys, phrase, isHint: minutes == -15, isMove: true) { state, _ in
            state.carried?.shift(minutes: minutes)
            follow(&state)
        }
    }
}

// MARK: - Walking the grid

extension ProgrammeScreen {
    private static func move(_ state: inout State, _ move: ListMove) {
        let column = state.isList ? state.sessions : state.sessions.filter { $0.hall == state.selectedSession?.hall }
        guard state.carried == nil, !column.isEmpty else { return }
        let index = column.firstIndex { $0.code == state.selected } ?? 0
        let target =
            switch move {
            case .up: index - 1
            case .down: index + 1
            case .first, .pageUp: 0
            case .last, .pageDown: column.count - 1
            }
        state.selected = column[min(max(target, 0), column.count - 1)].code
    }

    /// The day that is shown is that of what is carried.
    private static func follow(_ state: inout State) {
        guard let carried = state.carried, let edition = state.edition else { return }
        state.day = min(max(carried.session.day, edition.from), edition.to)
    }

    /// To the hall beside it: what is carried, or the selection to the session nearest in time.
    private static func sidestep(_ state: inout State, _ step: Int) {
        let halls = state.halls
        let code = state.carried?.session.hall ?? state.selectedSession?.hall
        guard let index = halls.firstIndex(where: { $0.code == code }) else { return }
        if state.carried != nil {
            state.carried?.carry(to: halls[min(max(index + step, 0), halls.count - 1)])
            return
        }
        guard let from = state.selectedSession?.from.milliseconds else { return }
        var next = index + step
        while halls.indices.contains(next) {
            let there = state.sessions.filter { $0.hall == halls[next].code }
            if let nearest = there.min(by: { abs($0.from.milliseconds - from) < abs($1.from.milliseconds - from) }) {
                state.selected = nearest.code
                return
            }
            next += step
        }
    }
}
