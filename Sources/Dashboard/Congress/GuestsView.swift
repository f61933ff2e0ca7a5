import Canvas
import Domain
import Persian
import Store

extension GuestsScreen {
    private static let columns: [Column] = [
        Column(Phrase(fa: "کد", en: "Code"), minimum: 7, priority: 9),
        Column(Phrase(fa: "نام", en: "Name"), minimum: 14, weight: 3, priority: 10),
        Column(Phrase(fa: "دسته", en: "Category"), minimum: 15, priority: 6),
        Column(Phrase(fa: "رتبه", en: "Rank"), minimum: 4, priority: 5),
        Column(Phrase(fa: "صندلی", en: "Seats"), minimum: 5, priority: 4),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 13, priority: 8),
        Column(Phrase(fa: "سمت", en: "Title"), minimum: 16, weight: 2, priority: 2),
    ]

    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = GuestsLayout(context).list
        region.part(height: 1) { CongressTabs.guests.draw(state.seats.edition, in: &$0, context) }
        region.part(top: 1, height: 1) { drawSeats(state, in: &$0) }
        region.part(top: GuestsLayout.headHeight) { region in
            ListView(
                list, layout, "guests", unit: .init(fa: "مهمان", one: "guest", many: "guests"), empty: empty,
                columns: { _ in columns }, cells: { cells($0, context) }
            ).draw(
                state, in: &region, context,
                detail: state.list.selectedItem.map { guest in { drawDetail(guest, in: &$0, context) } })
        }
    }

    /// The seats of those who said yes, and of those who have not answered, against the largest hall.
    private static func drawSeats(_ state: State, in region: inout Region) {
        let counts = state.seats.counts
        let expected = counts.expected.seats
        let open = counts.sum([.draft, .sent]).seats
        let hall = state.seats.hall.map { Phrase(fa: " از \(persianDigits($0.seats))", en: " of \($0.seats)") }
        let words = Phrase(
            fa:
                "پذیرفته \(persianDigits(expected))\(hall) صندلی · بی‌پاسخ \(persianDigits(open)) · درون \(persianDigits(counts.inside.seats))",
            en: "\(expected)\(hall) seats accepted · \(open) open · \(counts.inside.seats) inside")
        counts.draw(words, taken: expected, waiting: open, hall: state.seats.hall, in: &region)
    }

    private static let empty = ListView<State, Guest>.Words(
        Phrase(fa: "هنوز کسی دعوت نشده است", en: "Nobody is invited yet"),
        Phrase(
            fa: "{guests.invite} مهمانی را دعوت می‌کند، {screen.import} فهرستی را می‌خواند",
            en: "{guests.invite} invites a guest, {screen.import} reads a list"))

    private static func cells(_ guest: Guest, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        let state = guest.state(on: context.day)
        return [
            TableCell(guest.code, direction: .leftToRight, color: .muted), TableCell(guest.name),
            TableCell(guest.category.phrase[language], direction: .page),
            TableCell(language.digits(String(guest.rank)), direction: .leftToRight),
            TableCell(language.digits(String(guest.seats)), direction: .leftToRight),
            TableCell(state.signed[language], direction: .page, color: state.color),
            TableCell(guest.title ?? "", color: .muted),
        ]
    }

    private static func drawDetail(_ guest: Guest, in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        var facts: [Facts.Fact] = [
            .init(GuestFields.code.phrase[language], guest.code, direction: .leftToRight),
            .init(
                Phrase(fa: "وضعیت", en: "state")[language], guest.state(on: context.day).signed[language],
                direction: .page, color: guest.state(on: context.day).color),
            .init(GuestFields.category.phrase[language], guest.category.phrase[language]),
            .init(GuestFields.rank.phrase[language], language.digits(String(guest.rank))),
            .init(GuestFields.companions.phrase[language], language.digits(String(guest.companions))),
        ]
        if let title = guest.title { facts.insert(.init(GuestFields.title.phrase[language], title), at: 1) }
        if let at = guest.revokedAt {
            facts.append(.init(Phrase(fa: "ابطال", en: "revoked")[language], at.display(language)))
        }
        if let reason = guest.revokedFor { facts.append(.init(Phrase(fa: "علت", en: "reason")[language], reason)) }
        for visit in guest.visits.suffix(6) {
            facts.append(.init(Phrase(fa: "حضور", en: "visit")[language], visit.words[language], direction: .page))
        }
        Detail(guest.name, lines: 3).gap().facts(facts).draw(in: &region)
    }
}

extension Visit {
    /// "09:12–11:40, 3 seats"
    fileprivate var words: Phrase {
        func span(_ language: Language) -> String {
            let end = to.map { language.digits($0.clockText(in: .tehran)) } ?? ""
            return language.line([
                from.day(in: .tehran).jalaliText(language),
                language.range(language.digits(from.clockText(in: .tehran)), end),
            ])
        }
        return Phrase(fa: "\(span(.persian))، \(seats) صندلی", en: "\(span(.english)), \(seats, "seat")")
    }
}
