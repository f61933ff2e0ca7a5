import Canvas
import Domain
import Persian
import Store

/// Sending what a form holds, and what comes back.
extension FormModal {
    func save(_ context: ScreenContext) -> [Effect] {
        leave(context)
        for index in fields.indices { check(index, context) }
        if let first = fields.firstIndex(where: { $0.refusal != nil }) {
            stand(at: first)
            return []
        }
        if request.record != nil, !isChanged {
            try? drafts.discard(draftName)
            return [.close, .toast(Toast(.information, Phrase(fa: "چیزی تغییر نکرده بود", en: "Nothing was changed")))]
        }
        isSending = true
        refusal = nil
        let given = references.given.filter { field in !request.fixed.contains { $0.name == field.name } }
        var sending = Sending(command, request.fixed + given + changed, version: version)
        sending.returned = request.returned
        return [.send(sending)]
    }

    /// Whether anything differs from the record.
    private var isChanged: Bool { fields.contains { $0.initial == nil ? $0.value != nil : $0.isTouched } }

    /// The fields that differ from the record, and those that the command wants in any case; those emptied are cleared.
    private var changed: [JSON.Member] {
        fields.compactMap { field in
            let value = field.value
            guard field.initial != nil else { return value.map { .init(field.use.name, $0) } }
            let isSent = field.isTouched || field.use.presence == .required
            return isSent ? .init(field.use.name, value ?? .null) : nil
        }
    }

    func answered(_ answer: Writer.Answer, _ context: ScreenContext) -> [Effect] {
        isSending = false
        switch answer {
        case .success:
            try? drafts.discard(draftName)
            return [.close]
        case .failure(.store(let error)):
            refusal = Refusal(.wrongState, error.phrase)
        case .failure(.refused(let refused)):
            if refused.canBeOverridden, context.role.mayOverride(command) {
                askReason()
                refusal = refused
                focus = .row(fields.firstIndex { $0.use.name == Overriding.reason.name } ?? 0)
            } else {
                show(refused)
            }
            // What was typed may be sent again, now that the person has seen what changed.
            if refused.code == .stale { isOutdated = true }
        }
        return []
    }
}
