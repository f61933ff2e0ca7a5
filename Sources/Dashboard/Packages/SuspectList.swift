import Canvas
import Domain
import Persian
import Store

/// Pairs of households that may be one: those that nobody has judged, and if wanted the others after them.
struct SuspectList {
    /// Whether the pairs are shown too that were judged already.
    var showsDecided = false
    @Loaded<Bool, [HouseholdPair]> var pairs: [HouseholdPair] = []
    /// The pair to select at the next load.
    var wanted: HouseholdPair?
    private(set) var index = 0
    /// Which of the two households keys act on.
    var side = 0
    /// What is read of the pairs that are shown.
    private(set) var rows: [HouseholdPair: SuspectRow] = [:]
    private var mark = LoadMark<Bool>()
    /// How the two of the selected pair stand to the campaign.
    @Loaded<Standing, [HouseholdRow]> var standings: [HouseholdRow] = []

    struct Standing: Equatable {
        let pair: HouseholdPair?
        let campaign: String?
    }

    /// How many pairs are read: the rest comes as these are judged.
    static let most = 1000

    var selected: SuspectRow? { pairs.indices.contains(index) ? rows[pairs[index]] : nil }
    var selectedHousehold: Household? { side == 0 ? selected?.a : selected?.b }

    mutating func load(height: Int, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let former = pairs.indices.contains(index) ? pairs[index] : nil
        let showsDecided = showsDecided
        try $pairs.load(for: showsDecided, context) { () throws(DecideError) in
            try reader.suspectPairs(undecidedOnly: !showsDecided, limit: Self.most)
        }
        if mark.isBehind(showsDecided, context) != nil {
            rows = [:]
            // The next takes the place of one that was judged.
            index = pairs.firstIndex { $0 == wanted ?? former } ?? max(0, min(index, pairs.count - 1))
            wanted = nil
        }
        for pair in shown(height) where rows[pair] == nil { rows[pair] = try reader.suspect(pair) }
    }

    mutating func loadStandings(_ campaign: String?, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let row = selected
        let key = Standing(pair: pairs.indices.contains(index) ? pairs[index] : nil, campaign: campaign)
        try $standings.load(for: key, context) { () throws(DecideError) in
            try (row.map { [$0.a, $0.b] } ?? []).mapTyped { (household) throws(DecideError) in
                try reader.householdRow(household, campaign: campaign)
            }
        }
    }

    func first(_ height: Int) -> Int { max(0, min(index - height / 2, pairs.count - height)) }
    func shown(_ height: Int) -> ArraySlice<HouseholdPair> { pairs.dropFirst(first(height)).prefix(height) }

    mutating func move(_ move: ListMove, page: Int) {
        index = index.moved(move, in: pairs.count, page: page)
        side = 0
    }
}

/// How the pairs share the screen with the two of the selected one side by side.
struct SuspectsLayout {
    let height: Int

    init(_ context: ScreenContext) { height = context.height - PackagesScreen.headHeight }

    /// The line of words.
    static let wordsHeight = 1
    /// The head with the two codes, and a line for each thing that is compared.
    static let comparedHeight = 1 + 10

    var rows: Int { max(1, height - Self.wordsHeight - 1 - Self.comparedHeight) }
    var comparedTop: Int { Self.wordsHeight + 1 + rows }
}

extension PackagesScreen {
    static let suspectsPane = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in
            try state.suspects.load(height: SuspectsLayout(context).rows, reader, context)
        },
        loadBeside: { (state, reader, context) throws(DecideError) in
            try state.suspects.loadStandings(state.campaign?.code, reader, context)
        },
        move: { state, move, context in
            state.suspects.move(move, page: max(1, SuspectsLayout(context).rows - 1))
        }, view: drawSuspects)

    private static let pairColumns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 1, priority: 20),
        Column(Phrase(fa: "یکی", en: "One"), minimum: 16, weight: 2, priority: 18),
        Column(Phrase(fa: "دیگری", en: "Other"), minimum: 16, weight: 2, priority: 17),
        Column(Phrase(fa: "محل", en: "Place"), minimum: 10, weight: 1, priority: 6),
        Column(Phrase(fa: "چه چیزشان یکی است", en: "What is alike"), minimum: 22, weight: 2, priority: 16),
    ]

    static func drawSuspects(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let (suspects, layout, language) = (state.suspects, SuspectsLayout(context), context.language)
        let words = Phrase(
            fa:
                "آیا این دو یکی‌اند؟ {packages.same} یکی، {packages.different} جدا، {shell.undo} بازمی‌گرداند",
            en: "are the two one? {packages.same} the same, {packages.different} different, {shell.undo} takes it back")
        region.put(
            context.told(words), row: 0, start: 1, width: region.width - 2, direction: .page, style: Style(.muted))
        region.part(top: SuspectsLayout.wordsHeight, height: layout.rows + 1) { region in
            guard !suspects.pairs.isEmpty else {
                return EmptyState(
                    region(Phrase(fa: "خانوار همانندی نمانده است", en: "There is no pair to judge")),
                    hints: suspects.showsDecided
                        ? []
                        : [
                            context.told(
                                Phrase(
                                    fa: "{packages.choose} آن‌ها را هم که درباره‌شان نظر داده شد نشان می‌دهد",
                                    en: "{packages.choose} shows those that were judged too"))
                        ]
                ).draw(in: &region)
            }
            let rows = suspects.shown(layout.rows).compactMap { suspects.rows[$0] }
            var columns = pairColumns
            columns[4] = columns[4].wanting(rows.map { $0.likeness.words[language] }, limit: 44)
            TableWidget(
                cached: "suspects", columns: columns, items: rows.map(Pair.init),
                selected: suspects.index - suspects.first(layout.rows),
                scroll: ScrollBar(
                    position: suspects.first(layout.rows), visible: layout.rows, total: suspects.pairs.count)
            ) { cells($0.row, context) }
            .draw(in: &region)
        }
        guard let row = suspects.selected else { return }
        region.part(top: layout.comparedTop) { drawCompared(row, state, in: &$0, context) }
    }

    private struct Pair: Equatable { let row: SuspectRow }

    private static func cells(_ row: SuspectRow, _ context: ScreenContext) -> [TableCell] {
        func who(_ household: Household) -> TableCell {
            TableCell { region, style in
                region.put(
                    [
                        .code(household.code, color: .muted), Span(" "),
                        Span(context.masking.name(household.headName), direction: .automatic),
                    ], row: 0, style: style)
            }
        }
        return [
            TableCell(row.sign, direction: .picture, color: row.color, .bold), who(row.a), who(row.b),
            TableCell(row.a.place, color: .muted),
            TableCell(row.likeness.words[context.language], direction: .page, color: row.color),
        ]
    }

    // MARK: Side by side

    private static func drawCompared(
        _ row: SuspectRow, _ state: State, in region: inout Region, _ context: ScreenContext
    ) {
        let side = state.suspects.side
        func head(_ household: Household, _ place: Int) -> Phrase {
            let mark = side == place ? "▸ " : "  "
            let code = "\(mark)\(household.code)"
            return Phrase(fa: code, en: code)
        }
        let said = row.verdict.map { verdict in
            let by = verdict.account
            return Phrase(fa: "\(verdict.verdict.phrase) · \(by)", en: "\(verdict.verdict.phrase) · \(by)")
        }
        let columns = [
            Column(said ?? Phrase(fa: "≈ بی‌نظر", en: "≈ undecided"), minimum: 16, priority: 8),
            Column(Phrase(fa: "", en: ""), minimum: 1, priority: 10),
            Column(head(row.a, 0), minimum: 16, weight: 1, priority: 9),
            Column(head(row.b, 1), minimum: 16, weight: 1, priority: 9),
        ]
        let lines = row.compared(state.suspects.standings, context)
        TableWidget(columns: columns, rows: lines.map { $0.cells(context.language) }).draw(in: &region)
    }
}

/// One thing about two households, side by side.
struct ComparedLine {
    enum Mark { case same, near, other }

    let label: Phrase
    let mark: Mark
    let one: String
    let other: String

    func cells(_ language: Language) -> [TableCell] {
        let (sign, color): (String, ColorRole) =
            switch mark {
            case .same: ("=", .warning)
            case .near: ("≈", .warning)
            case .other: ("·", .text)
            }
        return [
            TableCell(label[language], direction: .page, color: .muted),
            TableCell(sign, direction: .picture, color: mark == .other ? .faint : color, .bold),
            TableCell(one, color: color, mark == .same ? .bold : []),
            TableCell(other, color: color, mark == .same ? .bold : []),
        ]
    }
}

extension SuspectRow {
    /// What is compared, what makes them suspects first, each marked where it is alike.
    fileprivate func compared(_ standings: [HouseholdRow], _ context: ScreenContext) -> [ComparedLine] {
        let (language, masking) = (context.language, context.masking)
        func shown(_ text: String?) -> String {
            text.map { language.isolated(language.digits(masking.mask($0))) } ?? "—"
        }
        func people(_ ids: [String]) -> String { ids.isEmpty ? "—" : language.list(ids.map { shown($0) }) }
        func line(
            _ label: Phrase, _ mark: ComparedLine.Mark, _ text: (Household) -> String
        ) -> ComparedLine { ComparedLine(label: label, mark: mark, one: text(a), other: text(b)) }
        func mark(_ isSame: Bool) -> ComparedLine.Mark { isSame ? .same : .other }
        func likeName(_ name: String) -> String { Household.likeKey(name, "") }
        let known = Set(likeness.people)
        let standing = standings.map { "\($0.sign) \($0.words(context)[language])" }
        return [
            line(Phrase(fa: "سرپرست", en: "head"), mark(likeName(a.headName) == likeName(b.headName))) {
                masking.name($0.headName)
            },
            line(HouseholdFields.place.phrase, mark(likeName(a.place) == likeName(b.place))) { $0.place },
            line(
                Phrase(fa: "کد ملی سرپرست", en: "head's ID"),
                a.head == b.head ? .same : likeness.hasNearHeads ? .near : .other
            ) { shown($0.head) },
            line(Phrase(fa: "در هر دو", en: "in both"), mark(!known.isEmpty)) { _ in people(likeness.people) },
            line(Phrase(fa: "دیگر اعضا", en: "other members"), .other) { household in
                people(household.members.filter { !known.contains($0) })
            },
            line(HouseholdFields.mobile.phrase, mark(likeness.hasSameMobile)) { shown($0.mobile) },
            line(Phrase(fa: "نفرات", en: "size"), mark(a.size == b.size)) { language.number($0.size) },
            line(HouseholdFields.area.phrase, mark(a.area == b.area)) { $0.area.phrase[language] },
            line(HouseholdFields.base.phrase, mark(a.base != nil && a.base == b.base)) { $0.base ?? "—" },
            ComparedLine(
                label: Phrase(fa: "در این رزمایش", en: "in this campaign"), mark: .other,
                one: standing.first ?? "", other: standing.last ?? ""),
        ]
    }
}
