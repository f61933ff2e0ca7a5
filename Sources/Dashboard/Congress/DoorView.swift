import Canvas
import Domain
import Persian
import Store

extension DoorScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        DoorView(state: state, context: context).draw(in: &region)
    }
}

/// The door as it is drawn: who is inside, the field, the answer, and those who came before.
@MainActor
struct DoorView {
    let state: DoorScreen.State
    let context: ScreenContext

    private var language: Language { context.language }
    /// The tabs, the seats, the field and its hint, with a free row between.
    private static let headHeight = 6

    func draw(in region: inout Region) {
        region.part(height: 1) { CongressTabs.door.draw(state.seats.edition, in: &$0, context) }
        region.part(top: 1, height: 1) { drawSeats(in: &$0) }
        region.part(top: 3, height: 2) { drawField(in: &$0) }
        region.part(top: Self.headHeight) { region in
            if state.candidates.isEmpty {
                drawAnswers(in: &region)
            } else {
                drawCandidates(in: &region)
            }
        }
    }

    private func drawSeats(in region: inout Region) {
        let inside = state.seats.counts.inside.seats
        let hall = state.seats.hall.map {
            Phrase(fa: " از \(persianDigits($0.seats)) صندلی", en: " of \($0.seats, "seat")")
        }
        let coming = state.seats.counts.coming.seats
        let words = Phrase(
            fa: "درون \(persianDigits(inside))\(hall) · در راه \(persianDigits(coming))",
            en: "\(inside)\(hall) inside · \(coming) still expected")
        state.seats.counts.draw(words, taken: inside, waiting: 0, hall: state.seats.hall, in: &region)
    }

    private func drawField(in region: inout Region) {
        let isAsking = state.reason != nil
        let label =
            isAsking
            ? Phrase(fa: "علت", en: "Reason")
            : state.isExit ? Phrase(fa: "خروج ◌", en: "Exit ◌") : Phrase(fa: "ورود ●", en: "Entrance ●")
        let text = " \(region(label)) "
        let width = textWidth(text)
        region.put(
            text, row: 0, start: 1, width: width, direction: .page,
            style: Style(.onAccent, on: state.isExit && !isAsking ? .information : .accent, .bold))
        let start = width + 2
        var field = TextField(
            state.reason ?? state.input, placeholder: context.told(placeholder), hasFocus: isAsking || state.isTyping)
        if state.found != nil, !isAsking { field.color = .good }
        field.draw(in: &region, row: 0, start: start, width: max(8, min(56, region.width - start - 1)))
        region.put(
            context.told(hint), row: 1, start: start, width: region.width - start - 1, direction: .page,
            style: Style(state.hint == nil ? .muted : .warning))
    }

    private var placeholder: Phrase {
        if state.reason != nil { return Phrase(fa: "چرا وارد می‌شود؟", en: "why does the guest come in?") }
        if state.isTyping { return Phrase(fa: "کد را بخوانید یا نام را بنویسید", en: "scan a code, or type a name") }
        return Phrase(fa: "{door.type} برای نوشتن", en: "{door.type} to type")
    }

    private var hint: Phrase {
        if let hint = state.hint { return Phrase(fa: "! \(hint)", en: "! \(hint)") }
        if state.reason != nil {
            return Phrase(
                fa: "{door.letIn} ورود با این علت، {door.leaveReason} انصراف",
                en: "{door.letIn} lets in, {door.leaveReason} goes back")
        }
        if let guest = state.found {
            return Phrase(
                fa: "\(guest.name) · \(guest.state(on: context.day).phrase)",
                en: "\(guest.name) · \(guest.state(on: context.day).phrase)")
        }
        return Phrase(fa: "کد و، اگر کمتر یا بیشترند، شمار همراهان: G-002 ۱", en: "companions follow a space: G-002 1")
    }

    // MARK: The answer

    private func drawAnswers(in region: inout Region) {
        guard let answer = state.answers.first else {
            let title = state.seats.edition == nil ? Self.noEdition : Phrase(fa: "آماده", en: "Ready")
            let hint = Phrase(fa: "کد روی دعوت‌نامه را بخوانید", en: "Scan the code on the invitation")
            EmptyState(region(title), hints: state.seats.edition == nil ? [] : [region(hint)]).draw(in: &region)
            return
        }
        let height = min(max(AnswerBox.minimumHeight, region.height * 2 / 3), 13, region.height)
        region.part(start: 1, width: region.width - 2, height: height) { drawBox(answer, in: &$0) }
        region.part(top: height + 1, start: 1, width: region.width - 2) { drawEarlier(in: &$0) }
    }

    private static let noEdition = Phrase(fa: "هنوز کنگره‌ای برپا نشده است", en: "No congress has been opened yet")

    /// A box in the colour of the answer: its sign, its words, and the figure that counts.
    private func drawBox(_ answer: DoorAnswer, in region: inout Region) {
        let figure = figure(of: answer).map { (label: region($0.label), figures: $0.figures) }
        AnswerBox(sign: answer.kind.sign, color: answer.kind.color, figure: figure) { width, shown in
            lines(answer, figure: shown.figure ? nil : figure, width: width)
        }.draw(in: &region)
    }

    private func figure(of answer: DoorAnswer) -> (label: Phrase, figures: BigFigures)? {
        switch answer.kind {
        case .welcome, .more:
            let label = Phrase(fa: "صندلی", en: answer.seats == 1 ? "seat" : "seats")
            return (label, BigFigures(language.digits(String(answer.seats)), style: Style(.strong)))
        case .again:
            guard let first = answer.first else { return nil }
            let clock = language.digits(first.clockText(in: .tehran))
            let day = first.day(in: .tehran)
            // A bare time of another day would be taken for one of today.
            let isToday = day == answer.at.day(in: .tehran)
            let since = { (language: Language) in
                isToday ? "" : " " + DayWords(today: answer.at.day(in: .tehran), language).day(day)
            }
            return (
                Phrase(fa: "از\(isToday ? " ساعت" : since(.persian))", en: "in since\(since(.english))"),
                BigFigures(clock, style: Style(.strong))
            )
        default: return nil
        }
    }

    /// - Parameter figure: the figure that counts, where it is not shown large.
    private func lines(
        _ answer: DoorAnswer, figure: (label: String, figures: BigFigures)?, width: Int
    ) -> [AnswerBox.Line] {
        var lines: [AnswerBox.Line] = []
        func add(_ text: String, _ style: Style, limit: Int) {
            lines += AnswerBox.wrapped(text, style, width: width, limit: limit, page: context.direction)
        }
        add(answer.kind.word[language], Style(answer.kind.color, on: .page, .bold), limit: 1)
        if let guest = answer.scanned.guest {
            add(guest.name, Style(.strong, on: .page, .bold), limit: 2)
            let about = [guest.category.phrase[language], guest.title].compactMap(\.self).flatMap {
                [Span(" · "), Span($0)]
            }
            lines.append(([.code(guest.code, color: .accent)] + about, Style(.text)))
        } else {
            add("«\(answer.scanned.text)»", Style(.strong, on: .page, .bold), limit: 1)
        }
        if let figure { lines.append(([Span("\(figure.label) "), .code(figure.figures.text)], Style(.strong))) }
        if answer.kind == .again {
            let seats = Phrase(
                fa: "\(persianDigits(answer.seats)) صندلی گرفته است", en: "\(answer.seats, "seat") taken")
            add(seats[language], Style(.text), limit: 1)
        }
        if let note = answer.note { add(context.told(note), Style(.text), limit: 4) }
        if answer.canBeOverridden {
            let key = Phrase(
                fa: "با {door.override} ناظر یا مدیر او را با علت وارد می‌کند",
                en: "{door.override}: a supervisor lets in with a reason")
            add(context.told(key), Style(.accent), limit: 2)
        }
        return lines
    }

    /// Those who came before, the latest first.
    private func drawEarlier(in region: inout Region) {
        for (row, answer) in state.answers.dropFirst().prefix(region.height).enumerated() {
            let clock = language.digits(answer.at.clockText(in: .tehran))
            let name = answer.scanned.guest?.name ?? "«\(answer.scanned.text)»"
            region.put(clock, row: row, width: 5, direction: .leftToRight, style: Style(.muted))
            region.put(
                answer.kind.mark, row: row, start: 7, width: 1, direction: .picture,
                style: Style(answer.kind.color, on: .page, .bold))
            let nameWidth = max(8, min(32, region.width - 40))
            region.put(name, row: row, start: 9, width: nameWidth, style: Style(.text))
            region.put(
                region(answer.kind.word).lowercased(), row: row, start: 11 + nameWidth, direction: .page,
                style: Style(.muted))
        }
    }

    // MARK: Those who forgot the code

    private static let columns: [Column] = [
        Column(GuestFields.name.phrase, minimum: 14, weight: 3, priority: 10),
        Column(Phrase(fa: "کد", en: "Code"), minimum: 7, priority: 9),
        Column(Phrase(fa: "سمت", en: "Title"), minimum: 12, weight: 2, priority: 6),
        Column(Phrase(fa: "دسته", en: "Category"), minimum: 15, priority: 7),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 13, priority: 8),
    ]

    /// Namesakes with what tells them apart.
    private func drawCandidates(in region: inout Region) {
        let rows = max(1, region.height - 1)
        let top = max(0, min((state.marked ?? 0) - rows + 1, state.candidates.count - rows))
        TableWidget(
            columns: Self.columns, rows: state.candidates.dropFirst(max(0, top)).prefix(rows).map(cells),
            selected: state.marked.map { $0 - max(0, top) }
        ).draw(in: &region)
    }

    private func cells(_ guest: Guest) -> [TableCell] {
        [
            TableCell(guest.name), TableCell(guest.code, direction: .leftToRight, color: .accent),
            TableCell(guest.title ?? "", color: .muted),
            TableCell(guest.category.phrase[language], direction: .page),
            TableCell(
                guest.state(on: context.day).signed[language], direction: .page,
                color: guest.state(on: context.day).color),
        ]
    }
}
