import Canvas
import Domain
import Persian
import Store

/// The hand-out desk of a base: a national ID is scanned or typed, Enter looks the household up and one large answer says
/// what to do; Space hands its package over. In scan mode a clean answer is handed over at once.
///
/// Enter never hands anything over. The field is ready for the next scan at once, whatever became of the last.
public enum HandOutScreen: Screen {
    public struct State {
        var input = TextInput()
        /// Whether keys go into the field; Esc leaves it.
        var isTyping = true
        /// Whether clean answers are handed over at once.
        var isScanMode = false
        /// The reason that is typed for another package; nil while none is asked for.
        var reason: TextInput?
        /// Whether names and what was handed out before are shown.
        var showsDetails = false
        /// The campaign that the desk stays with though another becomes the one of today; nil until it has read.
        var campaign: String?
        /// The base that was chosen; nil for the first.
        var base: String?
        @Loaded<String?, DeskPlaces> var places = DeskPlaces()
        /// Read from the field and not looked up, the first first.
        var wanted: [DeskScan] = []
        /// Clean, and to be handed over without another key.
        var due: [DeskScan] = []
        /// Sent and not answered, the first sent first.
        var sent: [DeskScan] = []
        /// The latest first.
        var answers: [DeskAnswer] = []
    }

    public static let id = "handout"
    public static let title = Phrase(fa: "میز تحویل", en: "Hand-out")
    public static let icon = "◫"
    public static let number: Int? = nil
    public static let shows: [RecordKind] = [Campaign.kind, Household.kind]

    /// How many answers are kept.
    private static let kept = 50
    fileprivate static let limit = 40
    /// A second scan of the same within so many milliseconds is none.
    static let bounce: Int64 = 3000

    public static func isListed(_ reader: Reader) throws(DecideError) -> Bool { try reader.count(Campaign.kind) > 0 }
    public static func isFilled(by pack: any PackKind.Type) -> Bool { pack.fills.contains(Household.kind) }
    public static func initial() -> State { State() }
    public static func path(_ state: State) -> [String] { [] }

    /// How many packages were handed out today.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        guard let campaign = try reader.currentCampaign(on: context.day) else { return "" }
        let today = try reader.handedOut(of: campaign.code, days: context.day...context.day)[0]
        return today > 0 ? "✓\(context.language.number(today))" : ""
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let chosen = state.campaign
        let isAnew = try state.$places.load(for: chosen, context) { () throws(DecideError) in
            try reader.deskPlaces(chosen, context)
        }
        if let campaign = state.places.campaign, campaign.code != chosen {
            let places = state.places
            state.campaign = campaign.code
            try state.$places.load(for: campaign.code, context) { () throws(DecideError) in places }
        }
        if isAnew, state.sent.isEmpty {
            try reconsider(&state, reader, context)
            try reconsiderEarlier(&state, reader)
        }
        let wanted = state.wanted
        state.wanted = []
        for scan in wanted {
            let answer = try judged(scan, reader, context)
            let isAtOnce = state.isScanMode && answer.kind == .give && scan.isWhole
            if isAtOnce { state.due.append(answer.scan) } else { state.tell(answer) }
        }
    }

    /// What the file says now of the household that was scanned; nil for one that nobody knows.
    private static func row(of scan: DeskScan, _ reader: Reader) throws(DecideError) -> HouseholdRow? {
        let household: Household? =
            switch scan.meaning {
            case .person(let digits): try reader.households(of: digits).first
            case .household(let code): try reader.find(Household.self, key: code)
            case .wrong: nil
            }
        return try household.mapTyped { (household) throws(DecideError) in
            try reader.householdRow(household, campaign: scan.campaign)
        }
    }

    /// What handing over would come to, by the rules.
    private static func judged(
        _ scan: DeskScan, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) -> DeskAnswer {
        var scan = scan
        scan.row = try row(of: scan, reader)
        do throws(DecideError) {
            let request: Request
            do throws(Refusal) { request = try scan.sending(on: context.day).request() } catch {
                throw .refused(error)
            }
            let sender = Sender(account: context.account, station: "desk")
            var answer = DeskAnswer(
                scan, foreseen: try reader.foresee(request, by: sender, at: context.now), at: context.now)
            answer.tellOfHousehold()
            return answer
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            return DeskAnswer(scan, refusal, at: context.now)
        }
    }

    /// Notes what was handed over and taken back since among those who came before.
    private static func reconsiderEarlier(_ state: inout State, _ reader: Reader) throws(DecideError) {
        let given = state.answers.dropFirst().filter { $0.kind == .given }.compactMap(\.delivery)
        guard !given.isEmpty else { return }
        let gone = Set(given).subtracting(try reader.recordedDeliveries(among: given))
        guard !gone.isEmpty else { return }
        for index in state.answers.indices.dropFirst() {
            if let id = state.answers[index].delivery, gone.contains(id) { state.answers[index].kind = .passed }
        }
    }

    /// The last answer once more, after something else was done with that household: in a form, by an undo, at another desk.
    private static func reconsider(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        guard let last = state.answers.first, ![.twice, .wrong, .passed].contains(last.kind) else { return }
        let (before, row) = (last.scan.row, try row(of: last.scan, reader))
        // What was handed over stays so until it is taken back.
        if last.kind == .given, let id = last.delivery, try reader.find(Delivery.self, key: id) != nil { return }
        let now = try judged(last.scan, reader, context)
        if let miss = row?.miss, miss != before?.miss {
            state.answers[0] = DeskAnswer(
                .passed, now.scan, at: last.at,
                note: Phrase(fa: "ثبت شد: \(miss.reason.phrase)", en: "recorded: \(miss.reason.phrase)"))
        } else if now.kind != last.kind || row?.household != before?.household {
            state.answers[0] = now
        }
    }

    public static func followUp(_ state: inout State, _ context: ScreenContext) -> Effect? {
        guard !state.due.isEmpty else { return nil }
        let scan = state.due.removeFirst()
        state.sent.append(scan)
        return .send(scan.sending(on: context.day))
    }

    public static func answered(
        _ state: inout State, _ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext
    ) -> Bool {
        guard sending.command == CampaignDeliver.name, !state.sent.isEmpty else { return false }
        state.tell(DeskAnswer(state.sent.removeFirst(), answer, at: context.now))
        return true
    }

    /// What a form of this desk hands over is given like any other; what another desk hands over, be it by the same account,
    /// is served.
    public static func carriedOut(_ state: inout State, _ entry: LedgerEntry) {
        guard let delivery = entry.delivery, let last = state.answers.first, last.scan.campaign == delivery.campaign,
            last.scan.base == delivery.base, last.scan.row?.household.code == delivery.household
        else { return }
        state.answers[0] = DeskAnswer(last.scan, .success(entry), at: last.at)
    }

    public static let fields: [ScreenField<State>] = [
        ScreenField(
            hasFocus: { state, _ in state.reason != nil },
            actions: [
                Binding(
                    "handout.giveAgain", "enter", Phrase(fa: "تحویل با این علت", en: "hand over"), isHint: true
                ) { state, context in state.giveAgain(context) },
                .step(
                    "handout.leaveReason", "escape", Phrase(fa: "انصراف", en: "cancel"), isHint: true, isMove: true
                ) { state, _ in state.reason = nil },
            ],
            // A scanner may end a code with Tab, which leads nowhere.
            takes: { TextInput.takes($0) || $0 == .key(Key(.tab)) }
        ) { state, event, context in state.reason?.take(event, context) },
        ScreenField(
            hasFocus: { state, _ in state.isTyping },
            actions: [
                // Some scanners end a code with Tab. Without one it leads nowhere: one that sends both is ready for the next.
                .step("handout.lookUp", "enter tab", Phrase(fa: "یافتن", en: "look up"), isHint: true) {
                    state, context in state.enter(context)
                },
                hand("handout.give", when: { $0.input.text.isEmpty }),
                .step(
                    "handout.leave", "escape", Phrase(fa: "بیرون آمدن از کادر", en: "leave the field"), isMove: true
                ) { state, _ in
                    if state.input.text.isEmpty { state.isTyping = false } else { state.input = TextInput() }
                },
            ], takes: TextInput.takes
        ) { state, event, context in state.type(event, context) },
        .scanned(when: { !$0.isTyping && $0.reason == nil }) { state, event, context in
            state.isTyping = true
            state.type(event, context)
        },
    ]

    /// Space hands the package over, where nothing is typed.
    static func hand(_ id: String, when isHere: @escaping (State) -> Bool = { _ in true }) -> ScreenAction<State> {
        ScreenAction(
            id, "space", Phrase(fa: "تحویل", en: "hand over"), command: CampaignDeliver.self, isHint: true,
            when: isHere, unless: { state, _ in state.clean == nil ? nothingToGive : nil }
        ) { state, context in state.give(context) }
    }

    private static let nothingToGive = Phrase(
        fa: "نخست کد ملی را بخوانید؛ تنها پاسخ «بدهید» تحویل می‌شود",
        en: "scan a national ID first; only the answer GIVE is handed over")

    fileprivate static let severalPasted = Phrase(
        fa: "چند سطر با هم چسبانده شد و هیچ‌یک خوانده نشد؛ کدها را یکی‌یکی بخوانید",
        en: "several lines were pasted at once, and none of them was read; scan one code at a time")

    fileprivate static func kept(_ answers: [DeskAnswer]) -> [DeskAnswer] { Array(answers.prefix(kept)) }
}

@MainActor
extension HandOutScreen.State {
    /// The answer that waits to be handed over; nil when none does.
    var clean: DeskAnswer? { answers.first.flatMap { $0.canBeGiven ? $0 : nil } }

    /// The base whose desk this is.
    var place: DeskPlaces.Place? {
        places.all.first { $0.base == base } ?? places.all.first
    }

    /// Shows an answer; one that waited to be handed over was not.
    fileprivate mutating func tell(_ answer: DeskAnswer) {
        reason = nil
        if answer.kind == .given, answers.first?.canBeGiven == true, answers.first?.scan == answer.scan {
            answers[0] = answer
            return
        }
        if answers.first?.canBeGiven == true { answers[0].kind = .passed }
        answers = HandOutScreen.kept([answer] + answers)
    }

    /// Types into the field. Of several pasted lines nobody could say what became of each.
    fileprivate mutating func type(_ event: Event, _ context: ScreenContext) {
        if case .paste(let text) = event, text.split(whereSeparator: \.isNewline).count > 1 {
            let why = HandOutScreen.severalPasted
            let scan = DeskScan(
                text: "…", meaning: .wrong(why), campaign: campaign ?? "", base: place?.base ?? "", at: context.now)
            return tell(DeskAnswer(.wrong, scan, at: context.now, note: why))
        }
        input.take(event, context, limit: HandOutScreen.limit)
    }

    /// Wants to know what is typed, and empties the field for the next.
    fileprivate mutating func enter(_ context: ScreenContext) {
        let text = input.text
        guard !text.allSatisfy(\.isWhitespace), let campaign = places.campaign, let place else { return }
        input = TextInput()
        let scan = DeskScan(
            text: text, meaning: DeskText(text).meaning, campaign: campaign.code, base: place.base, at: context.now)
        if case .wrong(let why) = scan.meaning {
            tell(DeskAnswer(.wrong, scan, at: context.now, note: why))
        } else if (wanted + due + sent).contains(where: { $0.meaning == scan.meaning && $0.base == scan.base }) {
            // It is being seen to.
            return
        } else if let known = bounced(scan) {
            // What waits to be handed over still does.
            if known.canBeGiven { return }
            if known.kind == .given { tell(DeskAnswer(.twice, known.scan, at: context.now)) }
        } else {
            wanted.append(scan)
        }
    }

    /// What became of the same scan a moment ago; nil for a new one.
    private func bounced(_ scan: DeskScan) -> DeskAnswer? {
        // Only what was read last can bounce: whoever was looked up, went away and comes again is looked up again.
        guard let last = answers.first, last.scan.meaning == scan.meaning, last.scan.base == scan.base,
            last.kind != .passed,
            (0...HandOutScreen.bounce).contains(scan.at.milliseconds - last.at.milliseconds)
        else { return nil }
        return last
    }

    /// Goes to another base or campaign: what was answered at this one holds no more.
    mutating func leaveDesk() {
        (answers, wanted, reason) = ([], [], nil)
    }

    /// Hands over what waits for it.
    fileprivate mutating func give(_ context: ScreenContext) -> Effect? {
        guard let clean, !sent.contains(clean.scan) else { return nil }
        sent.append(clean.scan)
        return .send(clean.scan.sending(on: context.day))
    }

    /// Sends the last scan once more, with the reason for another package.
    fileprivate mutating func giveAgain(_ context: ScreenContext) -> Effect? {
        guard let reason, let last = answers.first, !reason.text.allSatisfy(\.isWhitespace) else { return nil }
        let sending = last.scan.sending(on: context.day, reason: reason.text)
        do throws(Refusal) { _ = try sending.request() } catch {
            // A card that was read into the field is no reason; the field waits for one.
            self.reason = TextInput()
            let masked = Phrase(
                fa: context.masking.sentence(error.phrase.fa), en: context.masking.sentence(error.phrase.en))
            return .toast(Toast(.alarm, masked))
        }
        self.reason = nil
        sent.append(last.scan)
        return .send(sending)
    }
}
