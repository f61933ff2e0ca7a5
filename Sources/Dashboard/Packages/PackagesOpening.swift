import Canvas
import Domain
import Persian
import Store

/// Opening and going back.
extension PackagesScreen {
    nonisolated static let noCampaign = Phrase(
        fa: "رزمایشی نیست ({packages.open} آغاز می‌کند)", en: "there is no campaign ({packages.open} opens one)")
    nonisolated static let onlyInLists = Phrase(
        fa: "تنها در فهرست خانوارها و همانندها ({screen.view})",
        en: "only in the lists of households and suspects ({screen.view})")
    nonisolated private static let isOpen = Phrase(fa: "باز است", en: "it is open already")
    nonisolated static let noHousehold = Phrase(fa: "خانواری برگزیده نیست", en: "no household is selected")

    static func whyNotOpened(_ state: State) -> Phrase? {
        if state.open != nil {
            return state.pageLine?.suspect == nil ? isOpen : nil
        }
        switch state.view {
        case .campaign:
            if state.board.open != nil { return isOpen }
            return state.board.selected == nil ? noCampaign : nil
        case .households: return state.households.list.selectedItem == nil ? noHousehold : nil
        case .waiting: return state.waiting.list.selectedItem == nil ? noHousehold : nil
        case .suspects: return state.suspects.selected == nil ? noHousehold : nil
        }
    }

    static func open(_ state: inout State) {
        if let open = state.open {
            // A household that may be one with it.
            guard let suspect = state.pageLine?.suspect else { return }
            state.open = suspect.a.code == open ? suspect.b.code : suspect.a.code
        } else if state.view == .campaign {
            state.board.open = state.board.selected?.place
            state.board.line = 0
        } else {
            state.open = selectedHousehold(state)?.code
        }
        state.line = 0
    }

    static func close(_ state: inout State) {
        state.open = nil
        state.choosing = nil
        state.board.open = nil
        state.households.choosing = nil
        state.waiting.choosing = nil
    }

    static func back(_ state: inout State) {
        if state.open != nil {
            state.open = nil
            return
        }
        switch state.view {
        case .campaign:
            if state.board.open != nil { state.board.open = nil } else { state.chosen = nil }
        case .households:
            if !households.clear(&state), !state.households.reset() { state.view = .campaign }
        case .waiting:
            if !waiting.clear(&state), !state.waiting.reset() { state.view = .campaign }
        case .suspects:
            if state.suspects.showsDecided { state.suspects.showsDecided = false } else { state.view = .campaign }
        }
    }

    static func choose(_ state: inout State) {
        switch state.view {
        case .households: state.households.choosing = 0
        case .waiting: state.waiting.choosing = 0
        case .suspects: state.suspects.showsDecided.toggle()
        case .campaign: break
        }
    }

    /// Steps through the bases of a list of households; before the first stand those of all.
    static func base(_ id: String, _ key: String, _ phrase: Phrase, _ step: Int) -> ScreenAction<State> {
        .step(
            id, key, phrase,
            unless: { state, _ in
                let isList = (state.view == .households || state.view == .waiting) && state.open == nil
                return isList ? nil : Phrase(fa: "تنها در فهرست خانوارها", en: "only in the lists of households")
            }
        ) { state, _ in
            let path: WritableKeyPath<State, HouseholdList> = state.view == .waiting ? \.waiting : \.households
            let bases = state.bases.map(\.code)
            let place = state[keyPath: path].chosen.base.flatMap { bases.firstIndex(of: $0) } ?? -1
            let next = max(-1, min(bases.count - 1, place + step))
            state[keyPath: path].chosen.base = next < 0 ? nil : bases[next]
            state[keyPath: path].list.restart()
        }
    }

    /// The household that keys act on.
    static func selectedHousehold(_ state: State) -> Household? {
        if state.open != nil { return state.page?.row.household }
        switch state.view {
        case .campaign: return nil
        case .households: return state.households.list.selectedItem?.household
        case .waiting: return state.waiting.list.selectedItem?.household
        case .suspects: return state.suspects.selectedHousehold
        }
    }
}
