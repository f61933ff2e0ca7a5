import Domain
import Persian
import Store

// From page to page: Enter on a pledge leads to what its page is not about, Escape back to where one came from.

extension SupportScreen {
    /// Where one stood before a page was opened.
    struct Door {
        fileprivate let view: View
        fileprivate let need: String?
        fileprivate let needLine: Int
        fileprivate let institution: String?
        fileprivate let institutionLine: Int

        fileprivate init(_ state: State) {
            view = state.view
            (need, needLine) = (state.needs.open, state.needs.line)
            (institution, institutionLine) = (state.bodies.open, state.bodies.line)
        }
    }

    /// Opens the page of a need; where one stands now is where Escape leads back to.
    static func openNeed(_ code: String, _ state: inout State) {
        state.doors.append(Door(state))
        state.view = .needs
        state.needs.open = code
        state.needs.line = 0
    }

    /// Opens the page of an institution.
    static func openInstitution(_ code: String, _ state: inout State) {
        state.doors.append(Door(state))
        state.view = .institutions
        state.bodies.open = code
        state.bodies.line = 0
    }

    /// Back through the door by which one came; false when one came by none.
    static func leave(_ state: inout State) -> Bool {
        guard let door = state.doors.popLast() else { return false }
        state.view = door.view
        (state.needs.open, state.needs.line) = (door.need, door.needLine)
        (state.bodies.open, state.bodies.line) = (door.institution, door.institutionLine)
        return true
    }

    /// The institution of the selected line of a need's page.
    static func institutionOfLine(_ state: State) -> String? {
        guard let page = state.needs.page, page.lines.indices.contains(state.needs.line) else { return nil }
        switch page.lines[state.needs.line] {
        case .pledge(let row), .word(_, let row): return row.pledge.institution
        case .decline(let row): return row.decline.institution
        }
    }

    /// The need of the selected line of an institution's page.
    static func needOfLine(_ state: State) -> String? {
        guard let page = state.bodies.page, page.lines.indices.contains(state.bodies.line) else { return nil }
        switch page.lines[state.bodies.line] {
        case .pledge(let row): return row.need.code
        case .decline(let row): return row.need.code
        case .spiritual: return nil
        }
    }

    static func whyNotOpened(_ state: State) -> Phrase? {
        switch state.view {
        case .needs:
            if state.needs.open == nil { return state.needs.list.selectedItem == nil ? noNeed : nil }
            return institutionOfLine(state) == nil ? noInstitution : nil
        case .institutions:
            if state.bodies.open == nil { return state.bodies.list.selectedItem == nil ? noInstitution : nil }
            return needOfLine(state) == nil ? noNeed : nil
        case .moves: return whyNotMoved(state)
        case .spiritual: return state.spiritual.selectedItem == nil ? nothingSpiritual : nil
        case .late: return state.late.list.selected == nil ? noNeed : nil
        }
    }

    static func open(_ state: inout State, _ context: ScreenContext) -> Effect? {
        switch state.view {
        case .needs:
            if state.needs.open != nil {
                if let code = institutionOfLine(state) { openInstitution(code, &state) }
            } else if let code = state.needs.list.selectedItem?.need.code {
                openNeed(code, &state)
            }
        case .institutions:
            if state.bodies.open != nil {
                if let code = needOfLine(state) { openNeed(code, &state) }
            } else if let code = state.bodies.list.selectedItem?.institution.code {
                openInstitution(code, &state)
            }
        case .moves: return move(state)
        case .spiritual:
            if let code = state.spiritual.selectedItem?.support.institution { openInstitution(code, &state) }
        case .late:
            if let code = state.late.list.selected?.need.code { openNeed(code, &state) }
        }
        return nil
    }

    static func close(_ state: inout State) {
        state.needs.open = nil
        state.needs.choosing = nil
        state.bodies.open = nil
        state.doors = []
    }

    /// The board with the needs that a concern is about, or all.
    static func show(concern: SupportConcern?, _ state: inout State) {
        close(&state)
        state.view = .needs
        state.needs.chosen.concern = concern
        state.needs.list.restart()
    }

    static func back(_ state: inout State) {
        switch state.view {
        case .needs:
            if state.needs.open != nil {
                if !leave(&state) { state.needs.open = nil }
            } else if !board.clear(&state), state.needs.chosen != SupportFilter() {
                state.needs.chosen = SupportFilter()
                state.needs.list.keepSelected()
            }
        case .institutions:
            if state.bodies.open != nil {
                if !leave(&state) { state.bodies.open = nil }
            } else if !institutions.clear(&state) {
                state.view = .needs
            }
        case .moves: if !state.moves.list.clear() { state.view = .needs }
        case .spiritual: if !spiritual.clear(&state) { state.view = .needs }
        case .late: if !state.late.list.clear() { state.view = .needs }
        }
    }

    /// Whom the selected need or support is for: the screen of the camp, point or group.
    static func bearer(_ state: State) -> RecordName? {
        let target: NeedTarget? =
            switch state.view {
            case .needs: state.needs.selected?.need.target
            case .institutions:
                needOfLine(state).flatMap { code in
                    state.bodies.page?.pledges.first { $0.need.code == code }?.need.target
                        ?? state.bodies.page?.declines.first { $0.need.code == code }?.need.target
                }
            case .moves: state.moves.list.selected?.target
            case .spiritual: state.spiritual.selectedItem?.support.target
            case .late: state.late.list.selected?.need.target
            }
        return target.map { RecordName($0.subject.recordKind, $0.code) }
    }
}

extension NeedSubject {
    /// The kind of record whose code it is.
    fileprivate var recordKind: RecordKind {
        switch self {
        case .camp: Camp.kind
        case .point: ServicePoint.kind
        case .group: Group.kind
        case .campaign: Campaign.kind
        case .congress: Congress.kind
        }
    }
}
