import Domain
import Persian
import Store

/// The receiver's word, from where the goods arrive: of the one pledge that is on its way, else first of which.
private struct ConfirmArrived: PartEffect {
    let target: NeedTarget

    func carryOut(in dashboard: Dashboard) throws(DecideError) {
        let context = dashboard.context
        let all = try dashboard.office.view { (reader) throws(DecideError) in try reader.pledges(for: target) }
        let rows = all.filter(\.isToConfirm).sorted {
            ($0.standing.toConfirm > 0 ? 0 : 1) < ($1.standing.toConfirm > 0 ? 0 : 1)
        }
        guard let first = rows.first else {
            dashboard.toast = Toast(
                .information,
                Phrase(
                    fa: "تعهدی نیست که رسیدن آن تأیید شود", en: "There is no pledge whose arrival is to be confirmed"))
            return
        }
        guard rows.count > 1 else {
            _ = try dashboard.carryOut([.form(first.confirmation(context))])
            return
        }
        // What they are stands in the text: beside each other on one line the answers have room for codes alone.
        let told = rows.prefix(6).map { row in
            Phrase(
                fa:
                    "\(row.pledge.code): \(row.pledge.quantity) \(row.need.unit) \(row.need.item)، \(row.institutionName)، تأییدشده \(row.standing.confirmed)",
                en:
                    "\(row.pledge.code): \(row.pledge.quantity) \(row.need.unit) of \(row.need.item), \(row.institutionName), \(row.standing.confirmed) confirmed"
            )
        }.joined(fa: "\n", en: "\n")
        let answers = rows.prefix(6).map { row in
            Question.Answer(
                Phrase(fa: "\(row.pledge.code)", en: "\(row.pledge.code)"), .form(row.confirmation(context)))
        }
        let other: [Question.Answer] =
            rows.count > 6
            ? [.init(Phrase(fa: "تعهدی دیگر", en: "Another pledge"), .form(FormRequest(SupportConfirm.self)))] : []
        _ = try dashboard.carryOut([
            .ask(
                Question(
                    title: Phrase(fa: "تأیید دریافت", en: "Confirm what arrived"),
                    text: Phrase(fa: "کدام رسیده است؟\n\(told)", en: "Which of them arrived?\n\(told)"),
                    answers: answers + other + [.back]))
        ])
    }
}

extension Effect {
    /// The form that confirms what arrived at a camp or point.
    static func confirmArrived(at target: NeedTarget) -> Effect { .of(ConfirmArrived(target: target)) }
}

extension PledgeStanding {
    /// What the giver says of it that the receiver has not confirmed.
    fileprivate var toConfirm: Int { max(0, max(delivered, dispatched) - confirmed) }
}

extension PledgeRow {
    /// Whether the receiver may still have something to say: it stands, or some of it was sent.
    fileprivate var isToConfirm: Bool {
        let promised = pledge.state == .pledged ? pledge.quantity : 0
        return standing.confirmed < max(promised, standing.dispatched)
    }

    fileprivate func confirmation(_ context: ScreenContext) -> FormRequest {
        let rest = standing.toConfirm > 0 ? standing.toConfirm : max(0, pledge.quantity - standing.confirmed)
        return FormRequest(
            SupportConfirm.self, fixed: [.init("pledge", .string(pledge.code))],
            initial: [.init("quantity", .integer(rest)), .init("on", .string(context.day.iso))],
            title: Phrase(
                fa: "تأیید دریافت · \(pledge.code) · \(institutionName) · \(need.item)",
                en: "Confirm what arrived · \(pledge.code) · \(institutionName) · \(need.item)"))
    }
}
