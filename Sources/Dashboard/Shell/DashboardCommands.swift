import Domain
import Exchange
import Persian
import Store

/// Sending commands, and telling what became of them.
extension Dashboard {
    /// Sends a command beside the loop; what came of it reaches the modal or the screen it came from, or becomes a toast.
    func send(_ sending: Sending, from modal: (any Modal)?) {
        if modal == nil, let form = form(for: sending) {
            settle { () throws(DecideError) in _ = try carryOut([.form(form)]) }
            return
        }
        let screen = modal == nil ? self.screen : nil
        let request: Request
        do throws(Refusal) {
            request = try sending.request()
        } catch {
            answer(.failure(.refused(error)), of: sending, to: modal, screen)
            return
        }
        if let returned = sending.returned { return resend(request, returned, from: modal) }
        writer.send(request) { [weak self] result in
            if case .success(let entry) = result { self?.ownActs.insert(entry.id) }
            self?.answer(result, of: sending, to: modal, screen)
        }
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
        settle { () throws(DecideError) in try refresh() }
    }

    func answer(_ result: Writer.Answer, to modal: (any Modal)?) {
        var question: Question?
        switch result {
        case .success(let entry):
            ownActs.insert(entry.id)
            let title = summary(of: entry)
            let canBeUndone = Commands.named(entry.command)?.canBeUndone ?? true
            toast = entry.toast(title, canBeUndone: canBeUndone)
            question = entry.waitingListQuestion(promoted(by: entry))
            settle { () throws(DecideError) in try select(madeBy: entry) }
        case .failure(let error):
            if modal == nil { toast = Toast(.alarm, error.phrase) }
        }
        let effects = (modal?.answered(result, context) ?? []) + (question.map { [.ask($0)] } ?? [])
        settle { () throws(DecideError) in _ = try carryOut(effects) }
        settle { () throws(DecideError) in try refresh() }
    }

    /// "Amend a group: Q-0002 · Baran", for the toast.
    private func summary(of entry: LedgerEntry) -> Phrase {
        let masking = context.masking
        let summary = try? office.view { (reader) throws(DecideError) in
            let (about, more) = (try reader.summary(of: entry, masking), try reader.circumstances(of: entry))
            return Phrase(fa: about.fa + more.fa, en: about.en + more.en)
        }
        let title = summary ?? entry.title
        let names = promoted(by: entry).joined(separator: "، ")
        if names.isEmpty { return Phrase(fa: title.fa, en: title.en.capitalisedFirst) }
        return Phrase(
            fa: "\(title.fa)؛ جا به \(names) رسید", en: "\(title.en.capitalisedFirst); the seat went to \(names)")
    }

    private func promoted(by entry: LedgerEntry) -> [String] {
        (try? office.view { (reader) throws(DecideError) in try reader.promoted(by: entry) }) ?? []
    }

    /// Runs work whose failure is said and not thrown: it came from no key.
    func settle(_ work: () throws(DecideError) -> Void) {
        do throws(DecideError) { try work() } catch { toast = Toast(.alarm, error.phrase) }
    }
}

extension Reader {
    /// "amend a group: Q-0002 · Baran": what a command did, and how what it did it to stands now.
    fileprivate func summary(of entry: LedgerEntry, _ masking: Masking) throws(DecideError) -> Phrase {
        guard let record = entry.main?.record else { return entry.title }
        let about = try subject(record, masking)
        return Phrase(fa: "\(entry.title.fa): \(about.fa)", en: "\(entry.title.en): \(about.en)")
    }

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
