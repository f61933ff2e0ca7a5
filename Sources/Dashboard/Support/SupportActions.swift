import Canvas
import Domain
import Exchange
import Persian
import Store

/// What is done to needs, pledges and institutions: each leads to a command or its form.
extension SupportScreen {
    nonisolated static let noNeed = Phrase(fa: "نیازی برگزیده نیست", en: "no need is selected")
    nonisolated static let noInstitution = Phrase(fa: "دستگاهی برگزیده نیست", en: "no institution is selected")
    nonisolated static let nothingSpiritual = Phrase(
        fa: "پشتیبانی معنوی‌ای برگزیده نیست", en: "no spiritual support is selected")
    nonisolated private static let noPledge = Phrase(
        fa: "در این خانه تعهدی نیست ({support.pledge} ثبت تعهد)",
        en: "there is no pledge in this cell ({support.pledge} pledges)")

    /// The need and institution of the cell, and the pledges that keys act on.
    private struct Target {
        var need: Need?
        var institution: String?
        /// Those that stand; of a settled or withdrawn one the others, which can still be confirmed.
        var pledges: [String] = []
        /// What they come to, where there is only one.
        var sums: (promised: Int, dispatched: Int, delivered: Int, confirmed: Int)?
    }

    private static func target(_ state: State) -> Target {
        switch state.view {
        case .needs:
            let row = state.needs.selected
            if state.needs.open != nil {
                let lines = state.needs.page?.lines ?? []
                guard lines.indices.contains(state.needs.line), let pledge = lines[state.needs.line].pledge else {
                    return Target(need: row?.need)
                }
                return target(pledge)
            }
            var target = Target(need: row?.need, institution: state.needs.institution)
            guard let cell = state.needs.institution.flatMap({ row?.cell($0) }) else { return target }
            target.pledges = cell.standing > 0 ? Array(cell.pledges.prefix(cell.standing)) : cell.pledges
            if cell.pledges.count == 1 {
                target.sums = (cell.promised, cell.dispatched, cell.delivered, cell.confirmed)
            }
            return target
        case .institutions:
            let lines = state.bodies.open == nil ? [] : state.bodies.page?.lines ?? []
            if lines.indices.contains(state.bodies.line), case .pledge(let row) = lines[state.bodies.line] {
                return target(row)
            }
            return Target(institution: state.bodies.selected?.code)
        case .late: return state.late.list.selected.map(target) ?? Target()
        case .spiritual: return Target(institution: state.spiritual.selectedItem?.support.institution)
        case .moves: return Target()
        }
    }

    private static func target(_ row: PledgeRow) -> Target {
        let standing = row.standing
        return Target(
            need: row.need, institution: row.pledge.institution, pledges: [row.pledge.code],
            sums: (standing.promised, standing.dispatched, standing.delivered, standing.confirmed))
    }

    static let edits: [ScreenAction<State>] =
        [
            ScreenAction(
                "support.pledge", "p", Phrase(fa: "تعهد", en: "pledge"), command: SupportPledge.self, isHint: true,
                unless: { state, _ in target(state).need == nil ? noNeed : nil }
            ) { state, _ in pledge(state) },
            word("support.dispatch", "d", Phrase(fa: "ارسال", en: "dispatch"), SupportDispatch.self) {
                $0.promised - $0.dispatched
            },
            word("support.deliver", "y", Phrase(fa: "تحویل", en: "deliver"), SupportDeliver.self) {
                $0.dispatched - $0.delivered
            },
            word("support.confirm", "c", Phrase(fa: "تأیید دریافت", en: "confirm"), SupportConfirm.self) {
                $0.delivered - $0.confirmed
            },
            ScreenAction(
                "support.move", "m", Phrase(fa: "جابه‌جایی هم‌پوشی", en: "move the overlap"), command: SupportMove.self,
                isHint: true, unless: { state, _ in whyNotMoved(state) }
            ) { state, _ in move(state) },
            ofPledge(
                "support.withdraw", "w", Phrase(fa: "پس گرفتن تعهد", en: "withdraw"), SupportWithdraw.self, "pledge"),
            ScreenAction(
                "support.decline", "o", Phrase(fa: "نپذیرفت", en: "declined"), command: SupportDecline.self,
                unless: { state, _ in target(state).need == nil ? noNeed : nil }
            ) { state, _ in decline(state) },
            ScreenAction(
                "support.amend", "e", Phrase(fa: "ویرایش", en: "edit"), command: PledgeAmend.self,
                also: [InstitutionAmend.self, SupportAmend.self], unless: { state, _ in whyNotAmended(state) }
            ) { state, _ in amendment(state) },
            ScreenAction(
                "support.new", "n", Phrase(fa: "تازه", en: "new"), command: NeedRaise.self,
                also: [InstitutionRegister.self, SupportRecord.self]
            ) { state, context in .form(new(state, context)) }
            .here({ newWords($0) }, isHint: { _ in false }),
            ScreenAction(
                "support.spiritual", "S", Phrase(fa: "پشتیبانی معنوی", en: "spiritual support"),
                command: SupportRecord.self
            ) { state, context in .form(spiritualForm(state, context)) },
            ScreenAction(
                "support.print", "P", Phrase(fa: "چاپ نامه به دستگاه", en: "print the letter to the institution"),
                unless: { state, _ in target(state).institution == nil ? noInstitution : nil }
            ) { state, _ in target(state).institution.map { .print(.institution, $0) } },
            ScreenAction(
                "screen.import", "i", Phrase(fa: "ورود فهرست", en: "import a list"), command: SupportPledge.self,
                also: [InstitutionRegister.self]
            ) { state, _ in
                .importSheet(state.view == .institutions ? InstitutionsSheet.name : PledgesSheet.name)
            },
            ScreenAction(
                "support.settle", "b", Phrase(fa: "بستن نیاز", en: "settle the need"), command: NeedSettle.self,
                unless: { state, _ in target(state).need == nil ? noNeed : nil }
            ) { state, _ in
                target(state).need.map {
                    .form(FormRequest(NeedSettle.self, fixed: $0.named, record: RecordName(Need.kind, $0.code)))
                }
            },
            ScreenAction(
                "support.void", "D", Phrase(fa: "باطل کردن", en: "void"), command: RecordVoid.self,
                unless: { state, _ in
                    voided(state) == nil ? Phrase(fa: "چیزی برگزیده نیست", en: "nothing is selected") : nil
                }
            ) { state, _ in voided(state).map { .form(.void($0.kind, $0.key)) } },
        ]

    // MARK: Pledges

    private static func pledge(_ state: State) -> Effect? {
        let target = target(state)
        guard let need = target.need else { return nil }
        let gap = state.view == .needs ? state.needs.selected?.lacking ?? 0 : 0
        var fixed: [JSON.Member] = [.init("need", .string(need.code))]
        if let institution = target.institution { fixed.append(.init("institution", .string(institution))) }
        // Whose promise it is comes first: it is what nobody may get wrong, and what a narrow window would cut.
        let name = target.institution.map { code in
            state.needs.institutions.first { $0.code == code }?.name ?? code
        }
        return .form(
            FormRequest(
                SupportPledge.self, fixed: fixed, initial: gap > 0 ? [.init("quantity", .integer(gap))] : [],
                title: name.map { Phrase(fa: "تعهد \($0) برای \(need.code)", en: "Pledge of \($0) for \(need.code)") }
                    ?? Phrase(fa: "تعهد برای \(need.code)", en: "Pledge for \(need.code)")))
    }

    private static func decline(_ state: State) -> Effect? {
        let target = target(state)
        guard let need = target.need else { return nil }
        var fixed: [JSON.Member] = [.init("need", .string(need.code))]
        if let institution = target.institution { fixed.append(.init("institution", .string(institution))) }
        return .form(FormRequest(SupportDecline.self, fixed: fixed))
    }

    /// A word about the pledge of the cell: how much, today; what is still to come is proposed.
    private static func word(
        _ id: String, _ key: String, _ phrase: Phrase, _ command: any Command.Type,
        rest: @escaping ((promised: Int, dispatched: Int, delivered: Int, confirmed: Int)) -> Int
    ) -> ScreenAction<State> {
        ScreenAction(
            id, key, phrase, command: command, isHint: true,
            unless: { state, _ in target(state).pledges.isEmpty ? noPledge : nil }
        ) { state, context in
            let target = target(state)
            let proposed = target.sums.map(rest) ?? 0
            return about(target, phrase) { code in
                FormRequest(
                    command, fixed: [.init("pledge", .string(code))],
                    initial: (proposed > 0 ? [.init("quantity", .integer(proposed))] : [])
                        + [.init("on", .string(context.day.iso))],
                    title: Phrase(
                        fa: "\(phrase) · \(code) · \(target.need?.item ?? "")",
                        en: "\(phrase.capitalisedFirst) · \(code) · \(target.need?.item ?? "")"))
            }
        }
    }

    private static func ofPledge(
        _ id: String, _ key: String, _ phrase: Phrase, _ command: any Command.Type, _ name: String
    ) -> ScreenAction<State> {
        ScreenAction(
            id, key, phrase, command: command, unless: { state, _ in target(state).pledges.isEmpty ? noPledge : nil }
        ) { state, _ in
            let target = target(state)
            return about(target, phrase) { code in
                FormRequest(
                    command, fixed: [.init(name, .string(code))],
                    title: Phrase(
                        fa: "\(phrase) · \(code) · \(target.need?.item ?? "")",
                        en: "\(phrase.capitalisedFirst) · \(code) · \(target.need?.item ?? "")"))
            }
        }
    }

    /// The form about the one pledge of a cell; where there are several, first which.
    private static func about(_ target: Target, _ phrase: Phrase, _ form: (String) -> FormRequest) -> Effect? {
        guard target.pledges.count > 1 else { return target.pledges.first.map { .form(form($0)) } }
        return .ask(
            Question(
                title: phrase.capitalisedFirst,
                text: Phrase(
                    fa: "این دستگاه برای این نیاز چند تعهد دارد؛ کدام؟",
                    en: "There are several pledges for this need; which?"),
                answers: target.pledges.prefix(6).map { .init(Phrase(fa: $0, en: $0), .form(form($0))) } + [.back]))
    }

    // MARK: What is selected

    private static func whyNotAmended(_ state: State) -> Phrase? {
        switch state.view {
        case .needs: target(state).pledges.isEmpty ? noPledge : nil
        case .institutions: state.bodies.selected == nil ? noInstitution : nil
        case .late: target(state).pledges.isEmpty ? noPledge : nil
        case .moves: Phrase(fa: "در جابه‌جایی ویرایشی نیست", en: "there is nothing to edit among moves")
        case .spiritual: state.spiritual.selectedItem == nil ? nothingSpiritual : nil
        }
    }

    static func amendment(_ state: State) -> Effect? {
        func form(_ command: any Command.Type, _ record: some Record) -> Effect {
            .form(FormRequest(command, fixed: [.init("code", .string(record.key))], record: RecordName(record)))
        }
        switch state.view {
        case .needs, .late:
            return about(target(state), Phrase(fa: "ویرایش تعهد", en: "edit a pledge")) { code in
                FormRequest(
                    PledgeAmend.self, fixed: [.init("code", .string(code))], record: RecordName(Pledge.kind, code))
            }
        case .institutions:
            if let pledge = target(state).pledges.first {
                return .form(
                    FormRequest(
                        PledgeAmend.self, fixed: [.init("code", .string(pledge))],
                        record: RecordName(Pledge.kind, pledge)))
            }
            return state.bodies.selected.map { form(InstitutionAmend.self, $0) }
        case .moves: return nil
        case .spiritual: return state.spiritual.selectedItem.map { form(SupportAmend.self, $0.support) }
        }
    }

    private static func new(_ state: State, _ context: ScreenContext) -> FormRequest {
        switch state.view {
        case .needs, .moves, .late: FormRequest(NeedRaise.self)
        case .institutions: FormRequest(InstitutionRegister.self)
        case .spiritual: spiritualForm(state, context)
        }
    }

    /// What `n` makes where one stands.
    private static func newWords(_ state: State) -> Phrase {
        switch state.view {
        case .needs, .moves, .late: Phrase(fa: "نیاز تازه", en: "new need")
        case .institutions: Phrase(fa: "دستگاه تازه", en: "new institution")
        case .spiritual: Phrase(fa: "پشتیبانی معنوی تازه", en: "new spiritual support")
        }
    }

    private static func spiritualForm(_ state: State, _ context: ScreenContext) -> FormRequest {
        let target = state.view == .spiritual ? nil : target(state)
        let institution = target?.institution
        let whom = target?.need?.target
        return FormRequest(
            SupportRecord.self, fixed: [.init("nature", .string(SupportNature.spiritual.rawValue))],
            initial: (institution.map { [.init("institution", .string($0))] } ?? [])
                + (whom.map { [.init("for", .object([.init($0.subject.rawValue, .string($0.code))]))] } ?? [])
                + [.init("on", .string(context.day.iso))])
    }

    private static func voided(_ state: State) -> (kind: RecordKind, key: String)? {
        switch state.view {
        case .needs, .late:
            // On a page the selected line is meant, and nothing more.
            if let line = state.needs.selectedLine, state.view == .needs { return line.record }
            let target = target(state)
            if target.pledges.count == 1 { return (Pledge.kind, target.pledges[0]) }
            return target.need.map { (Need.kind, $0.code) }
        case .institutions:
            // On its page what is selected there is meant, not the institution with all it ever promised.
            if let line = state.bodies.selectedLine { return line.record }
            return state.bodies.selected.map { (Institution.kind, $0.code) }
        case .moves: return nil
        case .spiritual: return state.spiritual.selectedItem.map { (SpiritualSupport.kind, $0.support.code) }
        }
    }
}
