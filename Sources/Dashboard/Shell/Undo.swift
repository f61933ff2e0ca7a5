import Canvas
import Domain
import Persian
import Store

/// Something that may be taken back or done again, as a person calls it.
struct NamedAct {
    let act: Act
    /// "amend a group: Q-0002 · Baran", or the name of the sheet.
    let title: Phrase
    /// The same in fewer words, the shortest last; what tells it from others is in each.
    var shorter: [Phrase] = []

    /// As much of its name as fits into so many columns.
    func title(_ language: Language, width: Int) -> String {
        let all = ([title] + shorter).map { $0[language] }
        return all.first { textWidth($0) <= width } ?? TextLayout.fitted(all[all.count - 1], width: width)
    }

    /// How it is found again, by whoever answers a question about it.
    func name(passed: Phrase? = nil) -> ActName { ActName(entry: act.entry.id, passed: passed) }
}

extension Reader {
    /// An act with its title: of an import the sheet's name, else what the first command did to what.
    func named(_ act: Act) throws(DecideError) -> NamedAct {
        let entry = act.original
        guard entry.batch != nil, act.entry.batch != nil else {
            let deed = try deed(of: entry)
            guard let subject = try subject(of: entry) else { return NamedAct(act: act, title: deed) }
            guard let record = entry.main?.record as? any Coded, !record.name.isEmpty, record.name != record.code else {
                return NamedAct(
                    act: act, title: Phrase(fa: "\(deed): \(subject)", en: "\(deed): \(subject)"), shorter: [subject])
            }
            // The code first: where the line is cut, names that begin alike would be the same.
            let (code, name) = (record.code, (record as? any Body)?.shortName ?? record.name)
            return NamedAct(
                act: act, title: Phrase(fa: "\(deed): \(code) · \(name)", en: "\(deed): \(code) · \(name)"),
                shorter: [
                    Phrase(fa: "\(deed): \(code)", en: "\(deed): \(code)"),
                    Phrase(fa: "\(code) · \(deed)", en: "\(code) · \(deed)"),
                ])
        }
        guard let name = entry.batchName else {
            return NamedAct(act: act, title: Phrase(fa: "ورود: \(entry.title)", en: "import: \(entry.title)"))
        }
        return NamedAct(act: act, title: Phrase(fa: "ورود \(name)", en: "import of \(name)"))
    }
}

/// Taking back what was done, and doing again what was taken back.
///
/// What is not undone is read from the ledger each time: so `u` goes back step by step across sessions, never undoes an
/// undo, and tries a refused one again.
extension Dashboard {
    /// More commands than these are not taken back without a question.
    private static let mostUnasked = 20

    /// Reads what `u` would take back and Ctrl-R would do again.
    func loadActs(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        undoable = try reader.lastAct(of: staff.account).act.mapTyped { (act) throws(DecideError) in
            try reader.named(act)
        }
        undoObstacle =
            try undoable.mapTyped { (act) throws(DecideError) in
                try reader.obstacle(
                    to: LedgerUndo.self, [.init("undo", .string(act.act.entry.id))], role: staff.role, at: context.now)
            } ?? nil
        redoable = try reader.lastUndo(of: staff.account).mapTyped { (act) throws(DecideError) in
            try reader.named(act)
        }
    }

    /// Takes back the last thing this person did, here or before.
    func undo() throws(DecideError) {
        let account = staff.account
        let last = try office.view { (reader) throws(DecideError) -> (NamedAct?, Phrase?) in
            let last = try reader.lastAct(of: account)
            let act = try last.act.mapTyped { (act) throws(DecideError) in try reader.named(act) }
            let passed = try last.passed.mapTyped { (entry) throws(DecideError) in
                Self.notUndone(try reader.headline(of: entry), isNever: entry.canBeUndone == false)
            }
            return (act, passed)
        }
        guard let act = last.0 else {
            let nothing = Phrase(fa: "چیزی برای بازگرداندن نیست", en: "There is nothing to undo")
            toast = Toast(.warning, last.1 ?? nothing)
            return
        }
        try takeBack(act.name(passed: last.1))
    }

    /// Does again what this person last took back.
    func redo() throws(DecideError) {
        let account = staff.account
        let last = try office.view { (reader) throws(DecideError) in try reader.lastUndo(of: account) }
        guard let last else {
            toast = Toast(.warning, Phrase(fa: "چیزی برای انجام دوباره نیست", en: "There is nothing to redo"))
            return
        }
        try takeBack(ActName(entry: last.entry.id))
    }

    /// Takes an act back, after a question when it is much, old, an import or another's.
    func takeBack(_ name: ActName) throws(DecideError) {
        guard !isUndoing else {
            toast = Toast(
                .warning,
                Phrase(fa: "بازگرداندن پیشین هنوز در کار است", en: "What was undone before is still at work"))
            return
        }
        let found = try office.view { (reader) throws(DecideError) -> NamedAct? in
            guard let act = try reader.act(name.entry, isWholeBatch: name.isWholeBatch) else { return nil }
            return try reader.named(act)
        }
        guard let act = found else { return }
        guard act.act.original.canBeUndone else {
            toast = Toast(
                .warning,
                Phrase(
                    fa: "«\(act.title)» هرگز بازگرداندنی نیست.", en: "“\(act.title)” can never be undone."))
            return
        }
        if !name.isSure, let text = reasonToAsk(act, name) { return ask(act, name, text) }
        if act.act.count > 1 { return modals.append(UndoModal(act, self)) }
        isUndoing = true
        writer.run(
            { (office, sender, clock) in Self.undo(act.act, office, sender, clock) { _, _ in true } },
            then: { [weak self] result in self?.tookBack(act, result) })
    }

    /// Runs on the writer's queue.
    nonisolated static func undo(
        _ act: Act, _ office: OfficeFile, _ sender: Sender, _ clock: Clock, progress: (Int, Int) -> Bool
    ) -> Result<UndoReport, DecideError> {
        do throws(DecideError) {
            return .success(try office.undo(act, by: sender, clock: clock, progress: progress))
        } catch {
            return .failure(error)
        }
    }

    /// What is to be said before it is done; nil when it is done at once.
    private func reasonToAsk(_ act: NamedAct, _ name: ActName) -> Phrase? {
        let entry = act.act.entry
        var reasons: [Phrase] = []
        if let passed = name.passed { reasons.append(passed) }
        if act.act.count > 1 {
            reasons.append(
                Phrase(
                    fa: "این \(Language.persian.number(act.act.count)) فرمان است.",
                    en: "All in all: \(act.act.count, "command")."))
        }
        let isOwn = ownActs.contains(entry.id) || entry.batch.map(ownActs.contains) ?? false
        if entry.account != staff.account || !isOwn {
            let (day, clock) = (entry.at.day(in: .tehran), entry.at.clockText(in: .tehran))
            reasons.append(
                Phrase(
                    fa:
                        "\(entry.account) آن را در \(day.jalaliText(.persian)) ساعت \(persianDigits(clock)) انجام داده است.",
                    en: "\(entry.account) did it on \(day.jalaliText(.english)) at \(clock)."))
        }
        let isImport = entry.batch != nil && name.isWholeBatch
        guard name.isAsked || isImport || act.act.count > Self.mostUnasked || !reasons.isEmpty else { return nil }
        return reasons.joined(fa: " ", en: " ")
    }

    private func ask(_ act: NamedAct, _ name: ActName, _ reasons: Phrase) {
        var sure = name
        sure.isSure = true
        let question =
            act.act.isUndo
            ? Phrase(fa: "«\(act.title)» دوباره انجام شود؟", en: "Do “\(act.title)” again?")
            : Phrase(fa: "«\(act.title)» بازگردانده شود؟", en: "Undo “\(act.title)”?")
        let deed =
            act.act.isUndo ? Phrase(fa: "دوباره", en: "Redo") : Phrase(fa: "بازگرداندن", en: "Undo")
        modals.append(
            QuestionModal(
                Question(
                    title: act.act.isUndo
                        ? Phrase(fa: "انجام دوباره", en: "redo") : Phrase(fa: "بازگرداندن", en: "undo"),
                    text: Phrase(fa: "\(question)\n\(reasons)", en: "\(question)\n\(reasons)"),
                    answers: [.init(Phrase(fa: "انصراف", en: "Cancel")), .init(deed, .takeBack(sure))]),
                language))
    }

    /// Tells what became of it.
    func tookBack(_ act: NamedAct, _ result: Result<UndoReport, DecideError>) {
        isUndoing = false
        switch result {
        case .failure(let error): toast = Toast(.alarm, error.phrase)
        case .success(let report):
            // What was done again was done here, too.
            let again = act.act.isUndo && report.undone > 0 ? act.act.original.id : nil
            ownActs.formUnion([report.batch, report.last, again].compactMap { $0 })
            toast = Self.toast(of: report, act)
        }
        settle { () throws(DecideError) in try refresh() }
    }

    private static func toast(of report: UndoReport, _ act: NamedAct) -> Toast {
        let (fa, en) = (Language.persian, Language.english)
        if let refusal = report.refusal, report.undone == 0 {
            // It stays the next for `u`. The refusal names it.
            return Toast(
                .alarm,
                act.act.isUndo
                    ? Phrase(fa: "دوباره انجام نشد: \(refusal.phrase)", en: "Not done again: \(refusal.phrase)")
                    : Phrase(fa: "بازگردانده نشد: \(refusal.phrase)", en: "Not undone: \(refusal.phrase)"))
        }
        let done =
            act.act.isUndo
            ? Phrase(fa: "دوباره انجام شد: \(act.title)", en: "Done again: \(act.title)")
            : Phrase(fa: "بازگردانده شد: \(act.title)", en: "Undone: \(act.title)")
        if act.act.count == 1 { return Toast(.good, done) }
        let counted = Phrase(
            fa: "\(done)؛ در \(fa.number(report.undone)) فرمان از \(fa.number(act.act.count))",
            en: "\(done) · \(en.number(report.undone)) of \(en.number(act.act.count)) commands")
        if report.isCancelled {
            return Toast(
                .warning,
                Phrase(fa: "\(counted)؛ در میانه ایستاد", en: "\(counted); it was stopped on the way"))
        }
        guard let refusal = report.refusal else { return Toast(.good, counted) }
        return Toast(
            .warning,
            Phrase(
                fa: "\(counted)؛ \(fa.number(report.refused)) تا ماند: \(refusal.phrase)",
                en: "\(counted); \(en.number(report.refused)) stay: \(refusal.phrase)"))
    }

    /// - Parameter isNever: nobody may take it back; else others may.
    private static func notUndone(_ title: Phrase, isNever: Bool) -> Phrase {
        isNever
            ? Phrase(
                fa: "«\(title)»، که پس از آن انجام شده، هرگز بازگرداندنی نیست.",
                en: "“\(title)”, done since, can never be undone.")
            : Phrase(
                fa: "بازگرداندن «\(title)»، که پس از آن انجام شده، با شما نیست.",
                en: "“\(title)”, done since, is not yours to undo.")
    }
}
