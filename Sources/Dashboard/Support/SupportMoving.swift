import Domain
import Persian
import Store

/// What is promised too much goes to a gap: of the pledge that is selected, else of the one that is told.
extension SupportScreen {
    private static func offer(_ state: State) -> SupportMoveOffer? {
        switch state.view {
        case .moves: return state.moves.list.selected
        case .needs:
            if state.needs.open == nil { return state.needs.selected?.move }
            let lines = state.needs.page?.lines ?? []
            return lines.indices.contains(state.needs.line) ? lines[state.needs.line].pledge?.move : nil
        case .institutions:
            let lines = state.bodies.open == nil ? [] : state.bodies.page?.lines ?? []
            guard lines.indices.contains(state.bodies.line), case .pledge(let row) = lines[state.bodies.line] else {
                return nil
            }
            return row.move
        case .spiritual, .late: return nil
        }
    }

    static func whyNotMoved(_ state: State) -> Phrase? {
        guard let offer = offer(state) else {
            return Phrase(fa: "مازادی برگزیده نیست", en: "nothing is promised too much here")
        }
        if offer.isSent {
            return Phrase(
                fa: "\(offer.overlap) بیش از نیاز است ولی همه ارسال شده است",
                en: "\(offer.overlap) are more than needed, but all of it was sent already")
        }
        return offer.gaps.isEmpty
            ? Phrase(fa: "کمبودی از همین قلم و یکا نیست", en: "there is no gap of the same item and unit") : nil
    }

    /// Takes the overlap to the chosen gap, or to the best. On the board the cell of another institution may be selected:
    /// then it is asked first whose pledge it is.
    static func move(_ state: State) -> Effect? {
        guard let offer = offer(state), !offer.isSent else { return nil }
        let gap = state.view == .moves ? state.moves.selectedGap : offer.gaps.first
        guard let gap else { return nil }
        let effect = Effect.send(Sending(SupportMove.self, offer.fields(to: gap)))
        let selected = state.needs.institution
        let isOther =
            state.view == .needs && state.needs.open == nil && selected != offer.institution
            && selected.flatMap { state.needs.selected?.cell($0) }.map { $0.standing > 0 } ?? false
        guard isOther else { return effect }
        return .ask(
            Question(
                title: Phrase(fa: "جابه‌جایی هم‌پوشی", en: "Move the overlap"),
                text: Phrase(
                    fa:
                        "\(gap.quantity) \(offer.unit) از تعهد \(offer.pledge) (\(offer.institutionName)) به \(gap.need) برود؟",
                    en:
                        "Move \(gap.quantity) \(offer.unit) of the pledge \(offer.pledge) (\(offer.institutionName)) to \(gap.need)?"
                ), answers: [.back, .init(Phrase(fa: "جابه‌جا شود", en: "Move it"), effect)]))
    }
}

extension News {
    /// How much went where, and what the new pledge is called.
    mutating func tellOfMove(_ entry: LedgerEntry, _ reader: Reader) throws(DecideError) {
        guard entry.command == SupportMove.name,
            let moved = entry.changes.filter({ $0.before == nil }).lazy.compactMap({ $0.after as? Pledge }).first,
            let need = try reader.find(Need.self, key: moved.need)
        else { return }
        let name = try reader.find(Institution.self, key: moved.institution)?.name ?? moved.institution
        let from = moved.movedFrom ?? "—"
        subject = Phrase(
            fa:
                "\(moved.quantity) \(need.unit) \(need.item) از \(from) (\(name)) به \(need.code)، با شماره \(moved.code)",
            en:
                "\(moved.quantity) \(need.unit) of \(need.item) from \(from) (\(name)) to \(need.code), as \(moved.code)"
        )
    }
}
