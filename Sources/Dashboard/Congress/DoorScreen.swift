import Canvas
import Domain
import Persian
import Store

/// The congress's door: a code is typed or scanned, Enter, and one big answer says whether the guest comes in.
///
/// The field is ready for the next scan at once, whatever became of the last; scans that come faster than the file
/// answers are answered in their order.
public enum DoorScreen: Screen {
    public struct State {
        var input = TextInput()
        /// Whether keys go into the field; Esc leaves it.
        var isTyping = true
        /// Whether guests leave through this door.
        var isExit = false
        /// Whose code is typed.
        var found: Guest?
        /// Those of such a name, when no code is typed; and the marked one.
        var candidates: [Guest] = []
        var marked: Int?
        /// What to do before Enter can do anything.
        var hint: Phrase?
        /// The reason that is typed for letting the last guest in; nil while none is asked for.
        var reason: TextInput?
        /// Sent and not answered, the first sent first.
        var sent: [DoorScanned] = []
        /// The latest first.
        var answers: [DoorAnswer] = []
        @Loaded<OfficeWide, CongressSeats> var seats = CongressSeats()
        /// What was looked up.
        var mark = LoadMark<String>()
    }

    public static let id = "door"
    public static let title = Phrase(fa: "پذیرش", en: "Door")
    public static let icon = "▯"
    public static let number: Int? = nil
    public static let shows: [RecordKind] = [Congress.kind, Guest.kind]

    /// How many answers are kept, and how many namesakes are looked at.
    private static let kept = 50
    private static let reach = 40
    private static let limit = 80

    public static let actions: [ScreenAction<State>] = [
        ScreenAction(
            "door.type", "enter / a", Phrase(fa: "نوشتن کد", en: "type a code"), command: GuestCheckIn.self
        ) { state, _ in
            state.isTyping = true
            return nil
        },
        .step(
            "door.override", "f2", Phrase(fa: "ورود با علت", en: "let in with a reason"), isHint: true,
            unless: { $0.whyNotOverridden($1) }
        ) { state, _ in state.reason = TextInput() },
        ScreenAction(
            "door.turn", "f3", Phrase(fa: "ورود یا خروج", en: "entrance or exit"), command: GuestCheckOut.self,
            isHint: true
        ) { state, _ in
            state.isExit.toggle()
            return nil
        },
        CongressTabs.door.nextAction("door.view", "f4 v"),
    ]

    public static func isListed(_ reader: Reader) throws(DecideError) -> Bool { try reader.newestCongress() != nil }
    public static func isFilled(by pack: any PackKind.Type) -> Bool { pack.fills.contains(Guest.kind) }
    public static func initial() -> State { State() }
    public static func path(_ state: State) -> [String] { [] }

    /// How many are inside.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        guard let edition = try reader.newestCongress() else { return "" }
        let inside = try reader.guestCounts(ofCongress: edition.year, on: context.day).inside.seats
        return inside > 0 ? "●\(context.language.number(inside))" : ""
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        try state.$seats.load(context) { () throws(DecideError) in try reader.congressSeats(on: context.day) }
        if state.mark.isBehind(state.input.text, context) != nil { try find(&state, reader) }
    }

    /// Looks up what is typed: a code, else those of such a name.
    private static func find(_ state: inout State, _ reader: Reader) throws(DecideError) {
        (state.found, state.candidates) = (nil, [])
        guard !state.input.text.isEmpty else { return }
        let typed = DoorText(state.input.text)
        for code in typed.codes where state.found == nil { state.found = try reader.find(Guest.self, key: code) }
        let filter = Filter(state.input.text)
        guard state.found == nil, !typed.isCode, !filter.isEmpty else { return }
        var named: [Guest] = []
        let year = state.seats.edition?.year
        try reader.each(Guest.self, matching: filter, limit: reach) { (guest) throws(DecideError) in
            if guest.congress == year { named.append(guest) }
        }
        state.candidates = named
        state.marked = state.marked.flatMap { $0 < named.count ? $0 : nil }
    }

    public static let fields: [ScreenField<State>] = [
        ScreenField(
            hasFocus: { state, _ in state.reason != nil },
            actions: [
                Binding(
                    "door.letIn", "enter", Phrase(fa: "ثبت با این علت", en: "let in"), isHint: true
                ) { state, _ in state.letIn() },
                .step(
                    "door.leaveReason", "escape", Phrase(fa: "انصراف", en: "cancel"), isHint: true, isMove: true
                ) { state, _ in state.reason = nil },
            ],
            // A scanner may end a code with Tab, which leads nowhere.
            takes: { TextInput.takes($0) || $0 == .key(Key(.tab)) }
        ) { state, event, context in state.reason?.take(event, context) },
        ScreenField(
            hasFocus: { state, _ in state.isTyping },
            actions: [
                // Some scanners end a code with Tab. Without one it leads nowhere: one that sends both is ready for the next.
                Binding("door.enter", "enter tab", Phrase(fa: "ورود", en: "in"), isHint: true) {
                    state, context in state.enter(context)
                }.here({ $0.isExit ? Phrase(fa: "خروج", en: "out") : nil }, isHint: { _ in true }),
                .step(
                    "door.leave", "escape", Phrase(fa: "بیرون آمدن از کادر", en: "leave the field"), isHint: true,
                    isMove: true
                ) { state, _ in
                    if state.input.text.isEmpty { state.isTyping = false } else { state.empty() }
                },
                .step("door.next", "down", Phrase(fa: "همنام بعدی", en: "next of that name"), isMove: true) {
                    state, _ in state.mark(1)
                },
                .step("door.previous", "up", Phrase(fa: "همنام قبلی", en: "the one before"), isMove: true) {
                    state, _ in state.mark(-1)
                },
            ], takes: TextInput.takes
        ) { state, event, context in
            guard state.input.take(event, context, limit: limit) else { return }
            (state.marked, state.hint) = (nil, nil)
        },
        .scanned(when: { !$0.isTyping && $0.reason == nil }) { state, event, context in
            state.isTyping = true
            state.input.take(event, context, limit: limit)
        },
    ]

    public static func answered(
        _ state: inout State, _ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext
    ) -> Bool {
        guard !state.sent.isEmpty else { return false }
        state.tell(DoorAnswer(state.sent.removeFirst(), answer, at: context.now))
        return true
    }

    fileprivate static func kept(_ answers: [DoorAnswer]) -> [DoorAnswer] { Array(answers.prefix(kept)) }
}

@MainActor
extension DoorScreen.State {
    fileprivate mutating func tell(_ answer: DoorAnswer) {
        // The question belonged to another guest.
        reason = nil
        answers = DoorScreen.kept([answer] + answers)
    }

    /// Sends the last scan once more, with the reason for which the guest is let in.
    fileprivate mutating func letIn() -> Effect? {
        guard let reason, let last = answers.first, !reason.text.allSatisfy(\.isWhitespace) else { return nil }
        self.reason = nil
        sent.append(last.scanned)
        return .send(last.scanned.sending(reason: reason.text))
    }

    fileprivate mutating func empty() {
        (input, found, candidates, marked, hint) = (TextInput(), nil, [], nil, nil)
    }

    fileprivate mutating func mark(_ step: Int) {
        guard !candidates.isEmpty else { return }
        marked = max(0, min(candidates.count - 1, (marked ?? (step > 0 ? -1 : candidates.count)) + step))
    }

    /// Sends what is typed, and empties the field for the next.
    fileprivate mutating func enter(_ context: ScreenContext) -> Effect? {
        let text = input.text
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        let typed = DoorText(text)
        let chosen = found ?? marked.map { candidates[$0] } ?? (candidates.count == 1 ? candidates[0] : nil)
        if chosen == nil, candidates.count > 1 {
            hint = Phrase(
                fa: "چند نفر به این نام‌اند؛ با {door.next} یکی را برگزینید",
                en: "several have this name; choose with {door.next}")
            return nil
        }
        let scanned = DoorScanned(text: text, guest: chosen, companions: typed.companions, isExit: isExit)
        empty()
        if let other = scanned.guest?.congress, other != seats.edition?.year {
            tell(DoorAnswer(.unknown, scanned, at: context.now, note: Self.ofOther(other)))
            return nil
        }
        guard chosen != nil || typed.isCode else {
            let nobody = Phrase(
                fa: "مهمانی به نام «\(text)» نیست؛ کد دعوت را بخواهید.",
                en: "No guest is named “\(text)”; ask for the code on the invitation.")
            tell(DoorAnswer(.unknown, scanned, at: context.now, note: nobody))
            return nil
        }
        sent.append(scanned)
        return .send(scanned.sending())
    }

    private static func ofOther(_ year: String) -> Phrase {
        Phrase(
            fa: "این دعوت از کنگره سال \(numeral: year) است.",
            en: "This invitation is of the congress of \(numeral: year).")
    }

    /// Why the last guest cannot be let in with a reason; nil when that can be done.
    fileprivate func whyNotOverridden(_ context: ScreenContext) -> Phrase? {
        guard answers.first?.canBeOverridden == true else {
            return Phrase(fa: "کسی نیست که با علت وارد شود", en: "there is nobody to let in with a reason")
        }
        guard [.administrator, .supervisor].contains(context.role) else {
            return Phrase(fa: "این کار با ناظر یا مدیر است", en: "that is for a supervisor or administrator")
        }
        return nil
    }
}
