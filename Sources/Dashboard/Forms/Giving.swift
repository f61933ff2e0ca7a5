import Canvas
import Domain
import Persian
import Store

/// Giving a command from a screen: at once, by a form or by a question, whatever it and the sender's role want.
extension Effect {
    /// Why the rules forbid what this would lead to; nil when they do not.
    @MainActor
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
        case .part(let effect): return try effect.base.obstacle(reader, context)
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

extension LedgerEntry {
    /// What was done, and all that the rules warned of.
    func toast(_ title: Phrase, isMixed: Bool, canBeUndone: Bool) -> Toast {
        guard let said = warned else {
            return Toast(isMixed ? .information : .good, title, canBeUndone: canBeUndone)
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
