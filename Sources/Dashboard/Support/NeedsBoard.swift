import Canvas
import Domain
import Persian
import Store

/// The orders of the board.
enum NeedOrder: CaseIterable {
    case worst, day, item, place

    var list: ListOrder {
        switch self {
        case .worst: .worstNeed
        case .day: .needDay
        case .item: .needItem
        case .place: .needPlace
        }
    }
}

/// The board of needs and institutions, and the page of a need that is open.
struct NeedsBoard {
    var list = VirtualList<NeedRow>()
    var filter = FilterState()
    /// Which needs were chosen beside what is typed.
    var chosen = SupportFilter()
    var order = NeedOrder.worst
    @Loaded<OfficeWide, [Institution]> var institutions: [Institution] = []
    /// All of them, those that have something in the rows shown first.
    var columns: [Institution] = []
    /// How wide the texts of the rows are that were shown.
    var widths = NeedWidths()
    /// What was typed when the columns were last put in order.
    private var formerlySought = Filter()
    /// The code of the institution whose column is selected.
    var institution: String?
    /// The marked one in the list of choices; nil while that is closed.
    var choosing: Int?
    /// The code of the need whose page is open.
    var open: String?
    @Loaded<String?, NeedSupport?> var page: NeedSupport? = nil
    /// The selected line of the page.
    var line = 0
    /// The code of the pledge that is to be selected once the page is read.
    var wanted: String?
    /// All that was said of the selected need, where the strip below the board has room for it.
    @Loaded<String?, NeedSupport?> var beside: NeedSupport? = nil

    /// The selected line of the page; nil while none is open or nothing stands there.
    var selectedLine: NeedSupport.Line? {
        guard open != nil, let lines = page?.lines, lines.indices.contains(line) else { return nil }
        return lines[line]
    }

    var column: Int { columns.firstIndex { $0.code == institution } ?? 0 }

    /// The need that keys act on, and how it is covered.
    var selected: NeedRow? { open == nil ? list.selectedItem : page?.row }

    mutating func step(_ step: Int) {
        guard !columns.isEmpty else { return }
        institution = columns[max(0, min(column + step, columns.count - 1))].code
    }

    /// Prepares the columns for rows that are shown.
    @MainActor
    mutating func show(_ rows: [NeedRow], _ context: ScreenContext) {
        let key = NeedWidths.Key(
            language: context.language, day: context.day, chosen: chosen, text: filter.filter, order: order)
        widths.include(rows, key, context)
        order(for: rows)
    }

    /// Puts the columns in order for the rows that are shown; the selected one stays selected.
    private mutating func order(for rows: [NeedRow]) {
        columns = institutions.columns(for: rows)
        // Institutions that were typed have the first columns; one that is meant alone is selected once it was typed. A
        // single letter means nobody yet: it may begin a need's code.
        let sought = filter.filter
        if !sought.words.isEmpty {
            let typed = columns.filter { sought.finds("\($0.code) \($0.name)") }
            columns = typed + columns.filter { !typed.contains($0) }
            if sought != formerlySought, typed.count == 1, sought.words.joined().count > 1 {
                institution = typed[0].code
            }
        }
        formerlySought = sought
        if !columns.contains(where: { $0.code == institution }) { institution = columns.first?.code }
    }
}

extension SupportScreen {
    static let board = ListPane(
        \State.needs.list, \.needs.filter, rows: { context, state in boardLayout(state, context).rows }
    ) { (state, filter, reader, context) throws(DecideError) in
        let rule = try reader.supportRule(on: context.day)
        var chosen = state.needs.chosen
        chosen.text = filter
        let order = state.needs.order.list
        return ListSource(
            places: { (start, limit) throws(DecideError) in
                try reader.supportBoard(chosen, by: order, rule, from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try reader.needRow(at: place, rule) })
    }

    static let needsPane: Pane<State> = {
        var pane = board.pane
        pane.load = { (state, reader, context) throws(DecideError) in
            try board.pane.load(&state, reader, context)
            try state.needs.$institutions.load(context) { () throws(DecideError) in try reader.supportInstitutions() }
            state.needs.show(state.needs.list.rows(height: boardLayout(state, context).rows), context)
        }
        return pane.beside { (state, reader, context) throws(DecideError) in
            let showsPledges = boardLayout(state, context).showsPledges
            let code = showsPledges ? state.needs.list.selectedItem?.need.code : nil
            try state.needs.$beside.load(for: code, context) { () throws(DecideError) in
                guard let code else { return nil }
                return try reader.needSupport(code, try reader.supportRule(on: context.day))
            }
        }.showing(drawBoard)
    }()

    static let needPage = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in
            let code = state.needs.open
            try state.needs.$page.load(for: code, context) { () throws(DecideError) in
                guard let code else { return nil }
                return try reader.needSupport(code, try reader.supportRule(on: context.day))
            }
            if state.needs.page == nil { state.needs.open = nil }
            let lines = state.needs.page?.lines ?? []
            if let wanted = state.needs.wanted {
                state.needs.line = lines.firstIndex { $0.isPledge(wanted) } ?? state.needs.line
                state.needs.wanted = nil
            }
            let count = lines.count
            state.needs.line = max(0, min(state.needs.line, count - 1))
        },
        move: { state, move, context in
            let count = state.needs.page?.lines.count ?? 0
            state.needs.line = state.needs.line.moved(move, in: count, page: max(1, context.height / 2))
        }, view: drawNeedPage)
}

// MARK: - Which needs

extension SupportScreen {
    /// The two questions that are asked most have a key each: which needs nobody helps with, and who is late. Pressed again
    /// it shows all.
    static let narrowing: [ScreenAction<State>] = [
        .step("support.untaken", "a", Phrase(fa: "بی‌متقاضی", en: "nobody helps")) { state, _ in
            show(concern: isNarrowed(state) ? nil : .untaken, &state)
        }.here(
            { isNarrowed($0) ? Phrase(fa: "همه نیازها", en: "all needs") : nil },
            isHint: { $0.view == .needs && $0.needs.open == nil }),
        .step("support.late", "t", Phrase(fa: "چه کسی دیر کرده", en: "who is late")) { state, _ in
            if state.view == .late { return show(concern: nil, &state) }
            close(&state)
            state.view = .late
        }.here(
            { $0.view == .late ? Phrase(fa: "همه نیازها", en: "all needs") : nil },
            isHint: { $0.view == .late || $0.view == .needs && $0.needs.open == nil }),
    ]

    private static func isNarrowed(_ state: State) -> Bool {
        state.view == .needs && state.needs.open == nil && state.needs.chosen.concern == .untaken
    }
}

/// One way to narrow the board, on or off.
struct NeedChoice {
    let phrase: Phrase
    let isOn: Bool
    /// What the board shows once it is pressed: on, it takes its own away.
    let result: SupportFilter

    init<Value: Equatable>(
        _ phrase: Phrase, _ path: WritableKeyPath<SupportFilter, Value?>, _ value: Value, in chosen: SupportFilter
    ) {
        self.phrase = phrase
        isOn = chosen[keyPath: path] == value
        var result = chosen
        result[keyPath: path] = isOn ? nil : value
        self.result = result
    }
}

extension NeedsBoard {
    /// What the list of choices offers for the selected need and institution.
    func choices(_ context: ScreenContext) -> [NeedChoice] {
        func choice<Value: Equatable>(
            _ phrase: Phrase, _ path: WritableKeyPath<SupportFilter, Value?>, _ value: Value
        ) -> NeedChoice { NeedChoice(phrase, path, value, in: chosen) }
        let tomorrow = context.day.advanced(by: 1)
        var choices = [
            choice(Phrase(fa: "بی‌متقاضی: هیچ دستگاهی نپذیرفته است", en: "nobody has taken them"), \.concern, .untaken),
            choice(
                Phrase(fa: "بی‌متقاضی و تا فردا لازم", en: "nobody has taken them, needed by tomorrow"), \.concern,
                .untakenUntil(tomorrow)),
            choice(Phrase(fa: "بخشی بی‌متقاضی", en: "taken in part"), \.concern, .partly),
            choice(Phrase(fa: "هنوز نرسیده", en: "not covered yet"), \.concern, .uncovered),
            choice(Phrase(fa: "بیش از نیاز تعهدشده", en: "promised too much"), \.concern, .overlapping),
            choice(Phrase(fa: "با تعهد دیرکرده", en: "with a late pledge"), \.concern, .late),
            choice(Phrase(fa: "با تعهد بی‌خبر", en: "with a silent pledge"), \.concern, .silent),
            choice(Phrase(fa: "با تحویل مورد تردید", en: "with a delivery in doubt"), \.concern, .inDoubt),
        ]
        choices += Urgency.allCases.reversed().map {
            choice(Phrase(fa: "فوریت \($0.phrase)", en: "urgency \($0.phrase)"), \.urgency, $0)
        }
        if let body = columns.first(where: { $0.code == institution }) {
            let words = Phrase(
                fa: "آنچه «\(body.name)» در آن دست دارد", en: "what “\(body.name)” has to do with")
            choices.append(choice(words, \.institution, body.code))
        }
        return choices + ofSelected().map { $0(chosen) }
    }

    /// What is like the selected need: of its item, for the same camp or point, in the same province.
    private func ofSelected() -> [(SupportFilter) -> NeedChoice] {
        guard let row = list.selectedItem else { return [] }
        let item = row.need.item
        var like: [(SupportFilter) -> NeedChoice] = [
            { NeedChoice(Phrase(fa: "قلم «\(item)»", en: "the item “\(item)”"), \.item, item, in: $0) }
        ]
        if let target = row.need.target {
            let name = row.targetName ?? ""
            like.append {
                NeedChoice(
                    Phrase(fa: "برای \(target.code) \(name)", en: "for \(target.code) \(name)"), \.target, target,
                    in: $0)
            }
        }
        if let province = row.province {
            let words = Phrase(fa: "استان \(province.name)", en: "the province of \(province.name)")
            like.append { NeedChoice(words, \.province, province, in: $0) }
        }
        return like
    }

    /// What was chosen, as words; empty for all needs.
    func chosenWords(_ context: ScreenContext) -> Phrase? {
        let on = choices(context).filter(\.isOn).map(\.phrase)
        guard !on.isEmpty else { return nil }
        return Phrase(fa: "تنها: \(on.listed())", en: "only: \(on.listed())")
    }
}

extension SupportScreen {
    /// The keys of the list of choices, while it is open.
    static let choosing = ScreenField<State>(
        hasFocus: { state, _ in state.needs.choosing != nil },
        actions: [
            .step("choices.take", "enter", Phrase(fa: "برگزیدن", en: "choose"), isHint: true) { state, context in
                guard let index = state.needs.choosing else { return }
                let choices = state.needs.choices(context)
                guard choices.indices.contains(index) else { return }
                state.needs.chosen = choices[index].result
                state.needs.list.restart()
                state.needs.choosing = nil
            },
            .step("choices.all", "a", Phrase(fa: "همه نیازها", en: "all needs"), isHint: true) { state, _ in
                state.needs.chosen = SupportFilter()
                state.needs.list.keepSelected()
                state.needs.choosing = nil
            },
            .step("choices.close", "escape f", Phrase(fa: "بستن", en: "close"), isHint: true) { state, _ in
                state.needs.choosing = nil
            },
        ]
            + Binding.moves { state, move, context in
                let count = state.needs.choices(context).count
                state.needs.choosing = state.needs.choosing.map { $0.moved(move, in: count) }
            })

    static func drawChoices(_ board: NeedsBoard, _ chosen: Int, in region: inout Region, _ context: ScreenContext) {
        let choices = board.choices(context)
        let width = min(64, region.width - 4)
        let height = min(choices.count + 2, region.height - 2)
        region.part(top: 1, start: (region.width - width) / 2, width: width, height: height) { box in
            let title = Phrase(fa: "کدام نیازها", en: "Which needs")
            Panel(title[context.language], hasFocus: true, background: .panel).drawTight(in: &box) { inside in
                OptionList(
                    choices.map { .init("\($0.isOn ? "✓" : " ") \($0.phrase[context.language])") }, selected: chosen
                ).draw(in: &inside)
            }
        }
    }
}
