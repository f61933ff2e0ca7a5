import Persian

extension LedgerEntry {
    /// The change that the command is about, among those that came with it: a term that ended for its successor, parts that
    /// left with their record.
    public var main: Change? {
        changes.first { isAnswered($0) } ?? changes.first
    }

    /// Whether the answer tells of this change: it echoes what the record is known by.
    private func isAnswered(_ change: Change) -> Bool { isAnswered(change.record, change.kind) }

    private func isAnswered<R: Record>(_ record: R, _ kind: RecordKind) -> Bool {
        let echo = JSON.object(result)
        if command == RecordVoid.name {
            return echo["kind"]?.string == kind.name && echo["code"]?.string == record.key
        }
        let columns = R.columns.filter(\.identifies)
        return !columns.isEmpty && columns.allSatisfy { echo[$0.name] == $0.read(record) }
    }

    /// What the command was about, as people call it; of an undo what the undone command was about. Of a command that
    /// changed nothing, such as a check-in that repeats another, it is the record that it named.
    ///
    /// - Throws: what the store reports.
    public func subject(in registry: some Registry) throws(DecideError) -> Phrase? {
        if let undone = try undone(in: registry) { return try undone.subject(in: registry) }
        guard let main else { return try named(in: registry) }
        return try main.record.title(in: registry)
    }

    /// The record whose code the command gave: "guest.checkIn" is about a guest.
    private func named(in registry: some Registry) throws(DecideError) -> Phrase? {
        guard let code = JSON.object(result)["code"]?.string ?? JSON.object(fields)["code"]?.string,
            let type = RecordKind.type(named: String(command.prefix { $0 != "." }))
        else { return nil }
        return try registry.title(of: type, code)
    }

    /// What was done: "گزارش روزانه"; of an undo also what was undone: "بازگرداندن «گزارش روزانه»". The undo of an undo does
    /// again what was done first.
    ///
    /// - Throws: what the store reports.
    public func deed(in registry: some Registry) throws(DecideError) -> Phrase {
        var (first, depth) = (self, 0)
        while let undone = try first.undone(in: registry) { (first, depth) = (undone, depth + 1) }
        let what = first.title
        if depth == 0 { return what }
        return depth.isMultiple(of: 2)
            ? Phrase(fa: "انجام دوباره «\(what)»", en: "redo of “\(what)”")
            : Phrase(fa: "بازگرداندن «\(what)»", en: "undo of “\(what)”")
    }

    /// What was done to what, in one line: "گزارش روزانه: گزارش ۵ مرداد اردوی بهار (C-247)".
    ///
    /// - Throws: what the store reports.
    public func headline(in registry: some Registry) throws(DecideError) -> Phrase {
        let deed = try deed(in: registry)
        guard let subject = try subject(in: registry) else { return deed }
        return Phrase(fa: "\(deed): \(subject)", en: "\(deed): \(subject)")
    }

    /// The command that was given first: of an undo what it undid, of a redo what that undo undid.
    func original(in registry: some Registry) throws(DecideError) -> LedgerEntry {
        var original = self
        while let undone = try original.undone(in: registry) { original = undone }
        return original
    }

    /// The entry that this one undid; nil when it is no undo.
    private func undone(in registry: some Registry) throws(DecideError) -> LedgerEntry? {
        guard let id = undoneID else { return nil }
        return try registry.entry(id)
    }
}
