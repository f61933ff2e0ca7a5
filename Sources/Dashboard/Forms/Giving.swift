import Canvas
import Domain
import Persian
import Store

/// Giving a command from a screen: at once, by a form or by a question, whatever it and the sender's role want.
extension Effect {
    /// Why the rules forbid what this would lead to; nil when they do not.
    func obstacle(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Phrase? {
        switch self {
        case .form(let request):
            guard let command = Commands.named(request.command) else { return nil }
            return try reader.obstacle(to: command, request.fixed, role: context.role, at: context.now)
        case .send(let sending):
            guard let command = Commands.named(sending.command) else { return nil }
            return try reader.obstacle(to: command, sending.fields, role: context.role, at: context.now)
        case .ask(let question):
            guard question.answers.allSatisfy({ $0.effect == nil }) else { return nil }
            let role = context.role.phrase
            return Phrase(
                fa: "\(question.text) برای \(role) کاری نمانده است",
                en: "there is nothing more for your role (\(role)) to do: \(question.text)")
        default: return nil
        }
    }
}

extension Question.Answer {
    /// Leaves everything as it is.
    static let back = Question.Answer(Phrase(fa: "انصراف", en: "Back"))

    /// Gives a command about a record: at once, or by a form where more is to be said.
    ///
    /// - Returns: nil when the role may not send it.
    static func give(
        _ command: any Command.Type, _ fields: [JSON.Member], _ phrase: Phrase? = nil, asks: Bool = false,
        _ context: ScreenContext
    ) -> Question.Answer? {
        guard command.mayBeSent(by: context.role) else { return nil }
        return .init(
            phrase ?? command.title,
            asks ? .form(FormRequest(command, fixed: fields)) : .send(Sending(command, fields)))
    }
}

extension Dashboard {
    /// Why something sent without a reason needs one, or would not be done with one either; nil where none is wanted.
    func refusal(ofSendingWithoutReason request: Request) throws(DecideError) -> Refusal? {
        guard request.command.needsReason(from: staff.role), request.reason == nil else { return nil }
        let (staff, now) = (staff, context.now)
        return try office.view { (reader) throws(DecideError) in try reader.refusal(of: request, to: staff, at: now) }
    }

    /// The form that asks for the reason that sets aside what refused something sent without a form.
    func form(for sending: Sending, after answer: Writer.Answer) -> FormRequest? {
        guard case .failure(.refused(let refusal)) = answer, let command = Commands.named(sending.command),
            staff.role.mayOverride(command)
        else { return nil }
        return FormRequest(overriding: sending, refusal)
    }
}

extension Reader {
    /// What a toast says beside the record: how many were made, which group was sent to a shift or taken off it.
    func circumstances(of entry: LedgerEntry) throws(DecideError) -> Phrase {
        var said: [Phrase] = []
        if let created = JSON.object(entry.result)["created"]?.integer {
            said.append(
                Phrase(fa: "\(persianDigits(created)) شیفت", en: "\(created, "shift")"))
        }
        if entry.main?.record is Shift, let code = entry.fields.first(where: { $0.name == "group" })?.value.string,
            let group = try find(Group.self, key: code)
        {
            let people = entry.fields.first { $0.name == "headcount" }.flatMap { Int(latinDigits($0.value.plainText)) }
            said.append(
                Phrase(
                    fa: "\(group.code) \(group.shortName)\(people == nil ? "" : "، \(people ?? 0) نفر")",
                    en:
                        "\(group.code) \(group.shortName)\(people == nil ? "" : ", \(people ?? 0, "person", plural: "people")")"
                ))
        }
        return Phrase(
            fa: said.map { " · \($0[.persian])" }.joined(), en: said.map { " · \($0[.english])" }.joined())
    }
}

extension LedgerEntry {
    /// What was done, and all that the rules warned of.
    func toast(_ title: Phrase, canBeUndone: Bool) -> Toast {
        // Who waits has no seat yet.
        let isWaiting = (main?.after as? Enrolment)?.state == .waitlisted
        guard let said = warned else {
            return Toast(isWaiting ? .information : .good, title, canBeUndone: canBeUndone)
        }
        return Toast(
            .warning, Phrase(fa: "\(title). \(said)", en: "\(title). \(said)"), canBeUndone: canBeUndone)
    }

    /// All that the rules warned of; nil when they did not.
    var warned: Phrase? {
        let said = warnings.map { warning in
            Phrase(fa: warning["fa"]?.string ?? "", en: warning["en"]?.string ?? "")
        }
        return said.isEmpty ? nil : said.joined(fa: " ", en: " ")
    }
}
