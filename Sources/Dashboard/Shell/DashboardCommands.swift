import Domain
import Exchange
import Persian
import Store

/// Sending commands, and telling what became of them.
extension Dashboard {
    /// Sends a command on the writer's queue; the answer goes to the modal or the screen it came from, or becomes a
    /// toast.
    func send(_ sending: Sending, from modal: (any Modal)?) {
        let screen = modal == nil ? self.screen : nil
        let request: Request
        do throws(Refusal) {
            request = try sending.request()
        } catch {
            answer(.failure(.refused(error)), of: sending, to: modal, screen)
            return
        }
        if modal == nil {
            var refusal: Refusal?
            settle { () throws(DecideError) in refusal = try self.refusal(ofSendingWithoutReason: request) }
            if let refusal { return answer(.failure(.refused(refusal)), of: sending, to: modal, screen) }
        }
        if let returned = sending.returned { return resend(request, returned, from: modal) }
        writer.send(request) { [weak self] result in
            if case .success(let entry) = result { self?.ownActs.insert(entry.id) }
            self?.answer(result, of: sending, to: modal, screen)
        }
    }

    /// Sends a command that came back from a pack, as it now is, under its own id.
    private func resend(_ request: Request, _ returned: ReturnedName, from modal: (any Modal)?) {
        let (fields, reason, at) = (request.fields, request.reason, request.at)
        writer.run(
            { (office, sender, clock) -> Writer.Answer in
                do throws(DecideError) {
                    return .success(
                        try office.resend(
                            returned.id, fields, reason: reason, at: at, seen: returned.seen, by: sender,
                            clock: clock))
                } catch {
                    return .failure(error)
                }
            }, then: { [weak self] result in self?.answer(result, to: modal) })
    }

    /// Writes a copy of the file beside it, named by the minute.
    func backup() {
        let path = office.path
        let now = context.now
        let day = now.day(in: .tehran).jalaliText(.english).replacing("/", with: "-")
        let stamp = "\(day)-\(now.clockText(in: .tehran).replacing(":", with: ""))"
        writer.run(
            { (office, _, _) -> Toast in
                guard let path else {
                    return Toast(.warning, Phrase(fa: "این دفتر پرونده‌ای ندارد", en: "This office has no file"))
                }
                let target = "\(path.hasSuffix(".db") ? String(path.dropLast(3)) : path)-\(stamp).db"
                do throws(StoreError) { try office.backup(to: target) } catch { return Toast(.alarm, error.phrase) }
                return Toast(
                    .good, Phrase(fa: "پشتیبان در \(target) نوشته شد", en: "The backup is in \(target)"))
            }, then: { [weak self] toast in self?.toast = toast })
    }

    /// Tells the screen that sent a command what became of it; what it does not tell itself, a toast does.
    private func answer(
        _ result: Writer.Answer, of sending: Sending, to modal: (any Modal)?, _ screen: (any RunningScreen)?
    ) {
        guard screen?.answered(sending, result, context) == true else {
            answer(result, to: modal)
            if modal == nil, let form = form(for: sending, after: result) {
                toast = nil
                settle { () throws(DecideError) in _ = try carryOut([.form(form)]) }
            }
            return
        }
        settle { () throws(DecideError) in try refreshIfChanged() }
    }

    func answer(_ result: Writer.Answer, to modal: (any Modal)?) {
        var question: Question?
        switch result {
        case .success(let entry):
            ownActs.insert(entry.id)
            screen.carriedOut(entry)
            let news = (try? office.view { (reader) throws(DecideError) in try reader.news(of: entry) }) ?? News()
            let role = staff.role
            let canBeUndone = try? office.view { (reader) throws(DecideError) in
                try reader.mayEverBeUndone(entry, by: role)
            }
            toast = entry.toast(
                summary(of: entry, news), isMixed: news.isMixed || entry.changes.isEmpty,
                canBeUndone: canBeUndone ?? false)
            question = news.question
            settle { () throws(DecideError) in try select(madeBy: entry) }
        case .failure(let error):
            if modal == nil { toast = Toast(.alarm, error.phrase) }
        }
        let effects = (modal?.answered(result, context) ?? []) + (question.map { [.ask($0)] } ?? [])
        reads.heed(office.changeMark)
        settle { () throws(DecideError) in _ = try carryOut(effects) }
    }

    /// "Amend a group: group Baran (Q-0002)", for the toast.
    private func summary(of entry: LedgerEntry, _ news: News) -> Phrase {
        let told = try? office.view { (reader) throws(DecideError) in
            (
                deed: try reader.deed(of: entry).capitalisedFirst,
                about: news.subject == nil ? try reader.subject(of: entry) : news.subject
            )
        }
        guard let told else { return entry.title.capitalisedFirst }
        if entry.changes.isEmpty {
            let code = entry.codeInFields.map { Phrase(fa: "\($0) · ", en: "\($0) · ") }
            return Phrase(fa: "\(told.deed): \(code)چیزی تغییر نکرد", en: "\(told.deed): \(code)nothing changed")
        }
        guard let subject = told.about else { return told.deed }
        let about = ([subject] + news.beside).joined(fa: " · ", en: " · ")
        let said = Phrase(fa: "\(told.deed): \(about)", en: "\(told.deed): \(about)")
        return news.consequence.map { Phrase(fa: "\(said)؛ \($0)", en: "\(said); \($0)") } ?? said
    }

    /// Runs work and shows its error as a toast, because there is no caller to throw to.
    func settle(_ work: () throws(DecideError) -> Void) {
        do throws(DecideError) { try work() } catch { toast = Toast(.alarm, error.phrase) }
    }
}

extension LedgerEntry {
    /// The code of what it was about, as it was sent.
    fileprivate var codeInFields: String? {
        let parameters = Commands.named(command)?.parameters ?? []
        let use = parameters.first { $0.name == "code" } ?? parameters.first { $0.kind.lookedUp != nil }
        return use.flatMap { use in fields.first { $0.name == use.name }?.value.string }
    }
}
