import Domain
import Exchange
import Persian
import Store

/// Something a person did that `u` takes back.
enum Undoable: Hashable {
    case command(id: String, title: Phrase)
    /// A whole import.
    case batch(id: String, title: Phrase)
}

/// Sending commands and taking them back.
extension Dashboard {
    /// Sends a command beside the loop; what came of it reaches the modal or the screen it came from, or becomes a toast.
    func send(_ sending: Sending, from modal: (any Modal)?) {
        let screen = modal == nil ? self.screen : nil
        let request: Request
        do throws(Refusal) {
            request = try sending.request()
        } catch {
            answer(.failure(.refused(error)), of: sending, to: modal, screen)
            return
        }
        if let returned = sending.returned { return resend(request, returned, from: modal) }
        writer.send(request) { [weak self] result in self?.answer(result, of: sending, to: modal, screen) }
    }

    /// Sends a command that came back from a pack, as it now is, under its own id.
    private func resend(_ request: Request, _ returned: ReturnedName, from modal: (any Modal)?) {
        let (fields, reason) = (request.fields, request.reason)
        writer.run(
            { (office, sender, clock) -> Writer.Answer in
                do throws(DecideError) {
                    return .success(
                        try office.resend(
                            returned.id, fields, reason: reason, seen: returned.seen, by: sender, clock: clock))
                } catch {
                    return .failure(error)
                }
            }, then: { [weak self] result in self?.answer(result, to: modal) })
    }

    /// Lets a command go that came back from a pack.
    func drop(returned id: String) {
        writer.run(
            { (office, sender, clock) -> DecideError? in
                do throws(DecideError) {
                    try office.drop(id, by: sender, clock: clock)
                    return nil
                } catch {
                    return error
                }
            },
            then: { [weak self] error in
                guard let self else { return }
                toast =
                    error.map { Toast(.alarm, $0.phrase) }
                    ?? Toast(.good, Phrase(fa: "کنار گذاشته شد", en: "Dropped"))
                settle { () throws(DecideError) in try refresh() }
            })
    }

    /// Tells the screen that sent a command what became of it; what it does not tell itself, a toast does.
    private func answer(
        _ result: Writer.Answer, of sending: Sending, to modal: (any Modal)?, _ screen: (any RunningScreen)?
    ) {
        guard screen?.answered(sending, result, context) == true else { return answer(result, to: modal) }
        settle { () throws(DecideError) in try refresh() }
    }

    func answer(_ result: Writer.Answer, to modal: (any Modal)?) {
        var question: Question?
        switch result {
        case .success(let entry):
            let title = summary(of: entry)
            let canBeUndone = Commands.named(entry.command)?.canBeUndone ?? true
            if canBeUndone { done.append(.command(id: entry.id, title: title)) }
            toast = entry.warningToast ?? Toast(.good, title, canBeUndone: canBeUndone)
            question = entry.waitingListQuestion(promoted(by: entry))
        case .failure(let error):
            if modal == nil { toast = Toast(.alarm, error.phrase) }
        }
        let effects = (modal?.answered(result, context) ?? []) + (question.map { [.ask($0)] } ?? [])
        settle { () throws(DecideError) in _ = try carryOut(effects) }
        settle { () throws(DecideError) in try refresh() }
    }

    /// "Amend a group: Q-0002 · Baran", for the toast and for undo.
    func summary(of entry: LedgerEntry) -> Phrase {
        let english = entry.title.en.capitalisedFirst
        let masking = context.masking
        let about = try? office.view { (reader) throws(DecideError) in
            try entry.changes.first.map { (change) throws(DecideError) in try reader.subject(change.record, masking) }
        }
        guard let about = about ?? nil else { return Phrase(fa: entry.title.fa, en: english) }
        let names = promoted(by: entry).joined(separator: "، ")
        let seat = names.isEmpty ? nil : Phrase(fa: "؛ جا به \(names) رسید", en: "; the seat went to \(names)")
        return Phrase(
            fa: "\(entry.title.fa): \(about.fa)\(seat?.fa ?? "")", en: "\(english): \(about.en)\(seat?.en ?? "")")
    }

    private func promoted(by entry: LedgerEntry) -> [String] {
        (try? office.view { (reader) throws(DecideError) in try reader.promoted(by: entry) }) ?? []
    }

    /// Runs work whose failure is said and not thrown: it came from no key.
    func settle(_ work: () throws(DecideError) -> Void) {
        do throws(DecideError) { try work() } catch { toast = Toast(.alarm, error.phrase) }
    }

    /// Takes back the last thing this person did here, or before, when the ledger still knows it.
    func undo() throws(DecideError) {
        let account = staff.account
        if done.isEmpty,
            let entry = try office.view({ (reader) throws(DecideError) in try reader.lastEntry(of: account) })
        {
            done = [
                entry.batch.map { .batch(id: $0, title: entry.title) }
                    ?? .command(id: entry.id, title: summary(of: entry))
            ]
        }
        switch done.popLast() {
        case .command(let id, let title): undo(command: id, title)
        case .batch(let id, let title): undo(batch: id, title)
        case nil:
            toast = Toast(.warning, Phrase(fa: "چیزی برای بازگرداندن نیست", en: "There is nothing to undo"))
        }
    }

    private func undo(command: String, _ title: Phrase) {
        let sending = Sending(LedgerUndo.self, [.init("undo", .string(command))])
        guard let request = try? sending.request() else { return }
        writer.send(request) { [weak self] result in
            guard let self else { return }
            switch result {
            case .success:
                toast = Toast(.good, Phrase(fa: "بازگردانده شد: \(title.fa)", en: "Undone: \(title.en)"))
            case .failure(let error): toast = Toast(.alarm, error.phrase)
            }
            settle { () throws(DecideError) in try refresh() }
        }
    }

    private func undo(batch: String, _ title: Phrase) {
        toast = Toast(.good, Phrase(fa: "در حال بازگرداندن: \(title.fa) …", en: "Undoing: \(title.en) …"))
        writer.run(
            { (office, sender, clock) -> Result<BatchUndoReport, DecideError> in
                do throws(DecideError) {
                    return .success(try office.undo(batch: batch, by: sender, clock: clock))
                } catch {
                    return .failure(error)
                }
            },
            then: { [weak self] result in
                guard let self else { return }
                toast = Self.toast(of: result)
                settle { () throws(DecideError) in try refresh() }
            })
    }

    private static func toast(of result: Result<BatchUndoReport, DecideError>) -> Toast {
        switch result {
        case .failure(let error): return Toast(.alarm, error.phrase)
        case .success(let report):
            guard let refusal = report.refusals.first else {
                return Toast(
                    .good,
                    Phrase(
                        fa: "\(Language.persian.number(report.undone)) فرمان بازگردانده شد",
                        en: "\(Language.english.number(report.undone)) commands undone"))
            }
            let kept = report.refusals.count
            return Toast(
                .warning,
                Phrase(
                    fa:
                        "\(persianDigits(report.undone)) فرمان بازگردانده شد، \(persianDigits(kept)) تا ماند: \(refusal.phrase.fa)",
                    en: "\(report.undone) commands undone, \(kept) stay: \(refusal.phrase.en)"))
        }
    }
}

extension Reader {
    /// What people call a record, for a sentence about it: its code or key, and whose or what it is.
    func subject(_ record: any Record, _ masking: Masking) throws(DecideError) -> Phrase {
        func same(_ text: String) -> Phrase { Phrase(fa: text, en: text) }
        func named(_ key: String, _ person: String) throws(DecideError) -> Phrase {
            let name = try find(Person.self, key: person)?.fullName
            return same(name.map { "\(key) · \($0)" } ?? key)
        }
        func onDay(_ camp: String, _ day: Day) -> Phrase {
            Phrase(fa: "\(camp) · \(day.jalaliText(.persian))", en: "\(camp) · \(day.jalaliText(.english))")
        }
        switch record {
        case let term as Term: return try named(term.body, term.person)
        case let membership as Membership: return try named(membership.group, membership.person)
        case let group as Group: return same("\(group.code) · \(group.shortName)")
        case let coded as any Coded: return same("\(coded.code) · \(coded.name)")
        case let report as DailyReport: return onDay(report.camp, report.day)
        case let enrolment as Enrolment: return try subject(enrolment)
        case let certificate as Certificate: return try named(certificate.serial, certificate.person)
        case let attendance as CourseAttendance: return same("\(attendance.course) · \(attendance.session)")
        case let attendance as Attendance: return onDay(attendance.camp, attendance.day)
        case let person as Person: return same(person.fullName)
        case let setting as Setting:
            return SettingDefinition.all.first { $0.name == setting.name }?.phrase ?? same(setting.name)
        default: return same(record.key(masking))
        }
    }
}

extension LedgerEntry {
    /// What the rules warned of, when they did.
    var warningToast: Toast? {
        guard let warning = warnings.first, let fa = warning["fa"]?.string, let en = warning["en"]?.string else {
            return nil
        }
        return Toast(.warning, Phrase(fa: fa, en: en), canBeUndone: true)
    }
}
