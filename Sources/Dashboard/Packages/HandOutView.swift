import Canvas
import Domain
import Persian
import Store

extension HandOutScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        HandOutView(state: state, context: context).draw(in: &region)
    }
}

/// The hand-out desk as it is drawn: which desk it is, the field, one large answer, and those who came before.
@MainActor
struct HandOutView {
    let state: HandOutScreen.State
    let context: ScreenContext

    private var language: Language { context.language }
    /// The desk, the field and its hint, with a free row between.
    private static let headHeight = 5

    func draw(in region: inout Region) {
        region.part(height: 1) { drawPlace(in: &$0) }
        region.part(top: 2, height: 2) { drawField(in: &$0) }
        region.part(top: Self.headHeight) { drawAnswers(in: &$0) }
    }

    /// The base, what it holds and handed out today, and the campaign.
    private func drawPlace(in region: inout Region) {
        guard let campaign = state.places.campaign else { return }
        guard let place = state.place else {
            let none = Phrase(
                fa: "هنوز بسته‌ای به قرارگاهی تخصیص نیافته است", en: "no base has been allocated packages yet")
            region.put(region(none), row: 0, start: 1, direction: .page, style: Style(.warning))
            return
        }
        let held: Span =
            place.held > 0
            ? Span(region(Phrase(fa: "مانده \(place.held)", en: "\(place.held) in hand")), color: .good)
            : Span(region(Phrase(fa: "! موجودی \(place.held)", en: "! \(place.held) in hand")), color: .alarm)
        let isOver = campaign.state == .open && campaign.to < context.day
        let over = Phrase(fa: "روزهای آن گذشته است", en: "its days are over")
        let closed =
            campaign.state == .open && !isOver
            ? Span("") : Span(" · ! \(region(isOver ? over : campaign.state.phrase))", color: .warning)
        let today = Phrase(fa: "امروز \(place.today)", en: "\(place.today) today")
        region.put(
            [
                Span(" \(place.name)", color: .strong), Span(" · "), .code(place.base, color: .accent), Span(" · "),
                held,
                Span(" · "), Span(region(today)), Span(" · "), .code(campaign.code, color: .muted),
                closed, Span(" "), Span(campaign.title, color: .muted),
            ], row: 0, style: Style(.text))
    }

    private func drawField(in region: inout Region) {
        let isAsking = state.reason != nil
        let label =
            isAsking
            ? Phrase(fa: "علت", en: "Reason")
            : state.isScanMode
                ? Phrase(fa: "تحویل بی‌درنگ ▶", en: "At once ▶") : Phrase(fa: "یافتن ▣", en: "Look up ▣")
        let text = " \(region(label)) "
        let width = textWidth(text)
        region.put(
            text, row: 0, start: 1, width: width, direction: .page,
            style: Style(.onAccent, on: state.isScanMode && !isAsking ? .information : .accent, .bold))
        let start = width + 2
        let field = TextField(
            state.reason ?? state.input, placeholder: context.told(placeholder), hasFocus: isAsking || state.isTyping)
        field.draw(in: &region, row: 0, start: start, width: max(8, min(44, region.width - start - 1)))
        region.put(
            context.told(hint), row: 1, start: start, width: region.width - start - 1, direction: .page,
            style: Style(.muted))
    }

    private var placeholder: Phrase {
        if state.reason != nil { return Phrase(fa: "چرا بسته دوم می‌گیرد؟", en: "why does it get another?") }
        if state.isTyping { return Phrase(fa: "کد ملی را بخوانید", en: "scan a national ID") }
        return Phrase(fa: "{handout.type} برای خواندن", en: "{handout.type} to scan")
    }

    private var hint: Phrase {
        if state.reason != nil {
            return Phrase(
                fa: "{handout.giveAgain} تحویل با این علت، {handout.leaveReason} انصراف",
                en: "{handout.giveAgain} hands over, {handout.leaveReason} goes back")
        }
        if state.isScanMode {
            return Phrase(
                fa: "پاسخ پاک بی‌درنگ تحویل می‌شود؛ {handout.scanMode} پایان",
                en: "a clean answer is handed over at once; {handout.scanMode} ends that")
        }
        return Phrase(
            fa: "{handout.lookUp} می‌یابد، {handout.giveNow} تحویل می‌دهد",
            en: "{handout.lookUp} looks up, {handout.giveNow} hands over")
    }

    // MARK: The answer

    private func drawAnswers(in region: inout Region) {
        guard let answer = state.answers.first else {
            let isClosed = state.places.campaign == nil
            let title = isClosed ? Self.noCampaign : Phrase(fa: "آماده", en: "Ready")
            let hint = Phrase(
                fa: "کد ملی هر یک از خانوار پذیرفته است", en: "Anybody of the household may show a national ID")
            EmptyState(region(title), hints: isClosed ? [] : [region(hint)]).draw(in: &region)
            return
        }
        let height = min(max(AnswerBox.minimumHeight, region.height - 3), 18, region.height)
        region.part(start: 1, width: region.width - 2, height: height) { drawBox(answer, in: &$0) }
        region.part(top: height + 1, start: 1, width: region.width - 2) { drawEarlier(in: &$0) }
    }

    private static let noCampaign = Phrase(fa: "هنوز رزمایشی آغاز نشده است", en: "No campaign has been opened yet")

    private func drawBox(_ answer: DeskAnswer, in region: inout Region) {
        let figure = figure(of: answer)
        AnswerBox(
            sign: answer.kind.sign, color: answer.kind.color, word: answer.kind.word?.picture(language), figure: figure
        ) { width, shown in
            lines(answer, figure: shown.figure ? nil : figure, isWordShown: shown.word, width: width)
        }.draw(in: &region)
    }

    /// How many to hand over; what the base still holds.
    private func figure(of answer: DeskAnswer) -> (label: String, figures: BigFigures)? {
        switch answer.kind {
        case .give, .giveKnowing:
            return (
                Phrase(fa: "بسته", en: "package")[language], BigFigures(language.digits("1"), style: Style(.strong))
            )
        case .given:
            guard let held = answer.held else { return nil }
            let label = Phrase(fa: "مانده", en: "in hand")[language]
            return (label, BigFigures(language.digits(String(held)), style: Style(.strong)))
        default: return nil
        }
    }

    private func lines(
        _ answer: DeskAnswer, figure: (label: String, figures: BigFigures)?, isWordShown: Bool, width: Int
    ) -> [AnswerBox.Line] {
        var lines: [AnswerBox.Line] = []
        func add(_ text: String, _ style: Style, limit: Int) {
            lines += AnswerBox.wrapped(text, style, width: width, limit: limit, page: context.direction)
        }
        if !isWordShown, let word = answer.kind.word,
            word.phrase[language] != answer.kind.phrase[language].capitalisedFirst
        {
            add(word.phrase[language], Style(answer.kind.color, on: .page, .bold), limit: 1)
        }
        func addPhrase() {
            add(answer.kind.phrase[language].capitalisedFirst, Style(answer.kind.color, on: .page, .bold), limit: 2)
        }
        // Below the large word, why comes before the word once more.
        let isPhraseLast = isWordShown && answer.note != nil
        if !isPhraseLast { addPhrase() }
        lines.append((whom(answer), Style(.text)))
        if let figure { lines.append(([Span("\(figure.label) "), .code(figure.figures.text)], Style(.strong))) }
        if let note = answer.note { add(context.masking.sentence(context.told(note)), Style(.text), limit: 4) }
        if let key = key(answer) { add(context.told(key), Style(.accent), limit: 2) }
        if isPhraseLast { addPhrase() }
        if state.showsDetails { lines += details(answer, width: width) }
        return lines
    }

    /// Which household, without anybody's name.
    private func whom(_ answer: DeskAnswer) -> [Span] {
        guard let household = answer.scan.row?.household else {
            let typed = answer.scan.person.map(context.masking.nationalID) ?? answer.scan.text
            return [.code(language.digits(typed), color: .strong)]
        }
        let size = Phrase(
            fa: "\(persianDigits(household.size)) نفر", en: "\(household.size, "person", plural: "people")")
        return [
            .code(household.code, color: .accent), Span(" · "), Span(size[language]), Span(" · "),
            Span(household.place),
        ]
    }

    /// What the desk can do now.
    private func key(_ answer: DeskAnswer) -> Phrase? {
        switch answer.kind {
        case .give, .giveKnowing:
            Phrase(fa: "{handout.giveNow} تحویل می‌دهد", en: "{handout.giveNow} hands it over")
        case .unknown: Phrase(fa: "{handout.record} همین‌جا ثبت می‌کند", en: "{handout.record} records it here")
        case .served where answer.canBeOverridden:
            Phrase(
                fa: "با {handout.again} ناظر یا مدیر بسته دیگری با علت می‌دهد",
                en: "{handout.again}: a supervisor gives another one with a reason")
        default: nil
        }
    }

    private func details(_ answer: DeskAnswer, width: Int) -> [AnswerBox.Line] {
        guard let row = answer.scan.row else { return [] }
        let household = row.household
        var lines: [AnswerBox.Line] = [
            (
                [
                    Span(context.masking.mask(household.headName), direction: .automatic), Span(" · "),
                    .code(language.digits(context.masking.nationalID(household.head)), color: .muted),
                ], Style(.text)
            )
        ]
        func add(_ phrase: Phrase, _ color: ColorRole = .muted) {
            lines += AnswerBox.wrapped(
                phrase[language], Style(color), width: width, limit: 2, page: context.direction)
        }
        if let delivery = row.delivery {
            add(
                Phrase(
                    fa: "\(delivery.on.dayAndMonth(.persian))، \(delivery.base)، \(delivery.quantity) بسته",
                    en: "\(delivery.on.dayAndMonth(.english)), \(delivery.base), \(delivery.quantity, "package")"))
        }
        if let miss = row.miss {
            add(
                Phrase(
                    fa: "تحویل نشد: \(miss.reason.phrase)، \(miss.on.dayAndMonth(.persian))",
                    en: "missed: \(miss.reason.phrase), \(miss.on.dayAndMonth(.english))"))
        }
        if row.isSuspect {
            add(
                Phrase(fa: "شاید همان خانواری دیگر باشد؛ «همانندها»", en: "may be another household too; see Suspects"),
                .warning)
        }
        return lines
    }

    /// Those who came before, the latest first.
    private func drawEarlier(in region: inout Region) {
        for (row, answer) in state.answers.dropFirst().prefix(region.height).enumerated() {
            let clock = language.digits(answer.at.clockText(in: .tehran))
            let code = answer.scan.row?.household.code ?? answer.scan.person.map(context.masking.nationalID)
            region.put(clock, row: row, width: 5, direction: .leftToRight, style: Style(.muted))
            region.put(
                answer.kind.mark, row: row, start: 7, width: 1, direction: .picture,
                style: Style(answer.kind.color, on: .page, .bold))
            region.put(
                language.digits(code ?? answer.scan.text), row: row, start: 9, width: 12, direction: .leftToRight,
                style: Style(.text))
            region.put(answer.kind.phrase[language], row: row, start: 23, direction: .page, style: Style(.muted))
        }
    }
}
