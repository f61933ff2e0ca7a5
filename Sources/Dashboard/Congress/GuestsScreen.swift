import Canvas
import Domain
import Exchange
import Persian
import Store

/// Who is invited to the congress: in the order of the protocol, how far each invitation has come, and whether the seats
/// suffice.
public enum GuestsScreen: Screen {
    public struct State {
        var list = VirtualList<Guest>()
        var filter = FilterState()
        var edition: Congress?
        var hall: Hall?
        var counts = GuestCounts()
    }

    public enum Action: Hashable, Sendable {
        case move(ListMove), filter, clear, nextTab, importList
        case edit(GuestEdit)
    }

    public static let id = "guests"
    public static let title = Phrase(fa: "مهمانان", en: "Guests")
    public static let icon = "✉"
    public static let number: Int? = nil
    public static let shows: [RecordKind] = [Congress.kind, Guest.kind]

    public static let bindings: [Binding<State, Action>] =
        GuestEdit.bindings + [
            Binding("screen.view", "v", Phrase(fa: "نما", en: "view"), .nextTab, isHint: true),
            Binding(
                "screen.import", "i", Phrase(fa: "ورود فهرست", en: "import a list"), .importList,
                roles: GuestInvite.roles),
            Binding("screen.filter", "/", Phrase(fa: "جست‌وجو", en: "filter"), .filter, isHint: true),
            Binding("screen.clear", "escape", Phrase(fa: "پاک کردن جست‌وجو", en: "clear the filter"), .clear),
        ] + Binding.moves { .move($0) }

    public static func isListed(_ reader: Reader) throws(DecideError) -> Bool { try reader.newestCongress() != nil }
    public static func isFilled(by pack: any PackKind.Type) -> Bool { pack.fills.contains(Guest.kind) }

    public static func initial() -> State { State() }
    public static func path(_ state: State) -> [String] { [] }

    public static let homes = [Home(Guest.self)]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        state.filter = FilterState()
        state.list.show(row: row)
    }

    /// How many are expected.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        guard let edition = try reader.newestCongress() else { return "" }
        let expected = try reader.guestCounts(ofCongress: edition.year, on: context.day).expected.guests
        return expected > 0 ? "✓\(context.language.number(expected))" : ""
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let filter = state.filter.filter
        try state.list.load(
            height: GuestsLayout(context).rows, context,
            places: { (start, limit) throws(DecideError) in
                try reader.window(of: Guest.kind, matching: filter, from: start, limit: limit)
            },
            item: { (place) throws(DecideError) in try reader.record(Guest.self, at: place) })
        guard isChanged else { return }
        state.edition = try reader.newestCongress()
        guard let year = state.edition?.year else { return }
        state.hall = try reader.largestHall(ofCongress: year)
        state.counts = try reader.guestCounts(ofCongress: year, on: context.day)
    }

    public static func rowsDue(_ state: State, _ context: ScreenContext) -> RowsDue {
        state.list.due(height: GuestsLayout(context).rows)
    }

    public static func update(_ state: inout State, _ action: Action, _ context: ScreenContext) -> Effect? {
        switch action {
        case .move(let move): state.list.move(move, height: GuestsLayout(context).rows)
        case .filter: state.filter.isActive = true
        case .clear: if state.filter.clear() { state.list.keepSelected() }
        case .nextTab: return CongressTabs.guests.next(context)
        case .importList: return .importSheet(GuestsSheet.name)
        case .edit(let edit): return edit.effect(state)
        }
        return nil
    }

    public static let fields: [ScreenField<State>] = [.filter(\.filter) { $0.list.follow($1) }]

}

/// How the screen is shared out: the tabs, the seats, the filter, the list and the selected guest beside it.
struct GuestsLayout {
    let list: ListLayout

    /// The tabs and the seats.
    static let headHeight = 2

    init(_ context: ScreenContext) {
        var context = context
        context.height -= Self.headHeight
        list = ListLayout(context)
    }

    var rows: Int { list.rows }
}

/// What is done to guests: each leads to a command or its form.
public enum GuestEdit: Hashable, Sendable, CaseIterable {
    case invite, send, answer, revoke, print, printAll, void

    /// What it is called in a keymap, and its keys.
    private var name: (id: String, keys: String) {
        switch self {
        case .invite: ("guests.invite", "n")
        case .send: ("guests.send", "s")
        case .answer: ("guests.answer", "a enter")
        case .revoke: ("guests.revoke", "r")
        case .print: ("guests.print", "p")
        case .printAll: ("guests.printAll", "P")
        case .void: ("guests.void", "D")
        }
    }

    private var phrase: Phrase {
        switch self {
        case .invite: Phrase(fa: "دعوت", en: "invite")
        case .send: Phrase(fa: "فرستادن", en: "send")
        case .answer: Phrase(fa: "پاسخ", en: "answer")
        case .revoke: Phrase(fa: "ابطال دعوت", en: "revoke")
        case .print: Phrase(fa: "چاپ دعوت‌نامه", en: "print the invitation")
        case .printAll: Phrase(fa: "چاپ همه دعوت‌نامه‌ها", en: "print all invitations")
        case .void: Phrase(fa: "باطل کردن رکورد", en: "void the record")
        }
    }

    private var command: (any Command.Type)? {
        switch self {
        case .invite: GuestInvite.self
        case .send: GuestSend.self
        case .answer: GuestReply.self
        case .revoke: GuestRevoke.self
        case .print, .printAll: nil
        case .void: RecordVoid.self
        }
    }

    @MainActor
    static var bindings: [Binding<GuestsScreen.State, GuestsScreen.Action>] {
        allCases.map { edit in
            Binding(
                edit.name.id, edit.name.keys, edit.phrase, .edit(edit), command: edit.command,
                isHint: [.invite, .send, .answer, .revoke].contains(edit)
            ) { state, _ in edit.disabledReason(state) }
        }
    }

    @MainActor
    private func disabledReason(_ state: GuestsScreen.State) -> Phrase? {
        if self == .invite || self == .printAll {
            return state.edition == nil
                ? CongressTabs.notOpened
                : nil
        }
        guard let guest = state.list.selectedItem else {
            return Phrase(fa: "مهمانی برگزیده نیست", en: "no guest is selected")
        }
        let isFit =
            switch self {
            case .send: guest.state == .draft
            case .answer: [.sent, .accepted, .declined].contains(guest.state)
            case .revoke: guest.state != .revoked
            case .print: ![.revoked, .declined].contains(guest.state)
            case .invite, .printAll, .void: true
            }
        guard !isFit else { return nil }
        let now = guest.state.phrase
        return Phrase(fa: "دعوت او «\(now)» است", en: "the invitation is \(now)")
    }

    @MainActor
    func effect(_ state: GuestsScreen.State) -> Effect? {
        if self == .invite {
            guard let year = state.edition?.year else { return nil }
            return .form(FormRequest(GuestInvite.self, fixed: [.init("congress", .string(year))]))
        }
        if self == .printAll { return state.edition.map { .print(.invitations, $0.year) } }
        guard let guest = state.list.selectedItem else { return nil }
        let code = [JSON.Member("code", .string(guest.code))]
        switch self {
        case .invite, .printAll: return nil
        case .print: return .print(.invitations, guest.code)
        case .send: return .send(Sending(GuestSend.self, code, version: guest.version))
        case .answer: return .ask(guest.answerQuestion)
        case .revoke:
            return .form(
                FormRequest(
                    GuestRevoke.self, fixed: code,
                    title: Phrase(
                        fa: "باطل کردن دعوت \(guest.code) · \(guest.name)",
                        en: "Revoke the invitation \(guest.code) · \(guest.name)")))
        case .void: return .form(.void(Guest.kind, guest.code))
        }
    }
}

extension Guest {
    fileprivate var answerQuestion: Question {
        let fields = [JSON.Member("code", .string(code))]
        func answer(_ answer: GuestAnswer, _ phrase: Phrase) -> Question.Answer {
            let sending = Sending(GuestReply.self, fields + [.init("answer", answer.json)], version: version)
            return .init(phrase, .send(sending))
        }
        return Question(
            title: Phrase(fa: "پاسخ \(code)", en: "Answer of \(code)"),
            text: Phrase(
                fa: "«\(name)» به دعوت چه پاسخ داد؟ اکنون: \(state.phrase).",
                en: "What did “\(name)” answer? Now: \(state.phrase)."),
            answers: [
                answer(.accepted, Phrase(fa: "پذیرفت", en: "Accepted")),
                answer(.declined, Phrase(fa: "عذر خواست", en: "Declined")),
                .init(Phrase(fa: "انصراف", en: "Back")),
            ])
    }
}
