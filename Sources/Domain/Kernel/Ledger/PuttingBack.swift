import Persian

extension Change {
    /// The change that puts the record back, given the last one that befell it. Versions only ever rise; a void
    /// counts as one.
    func reversed(since last: Change) -> Change {
        let version = last.after?.version ?? last.record.version + 1
        return switch (last.after, before) {
        case (let now?, let before?): .amended(now, before.with(version: version + 1))
        case (let now?, nil): .voided(now)
        case (nil, let before?): .new(before.with(version: version + 1))
        case (nil, nil): self
        }
    }

    /// Holds a change that undo makes to what an ordinary command would have been held to: it knows the records
    /// that it touches, but the others went on meanwhile.
    ///
    /// - Parameter changes: all that are made together.
    func check(beside changes: [Change], in registry: some Registry) throws(DecideError) {
        if let after {
            try after.checkPutBack(beside: changes, in: registry)
        } else {
            let users = try registry.references(to: record, .all, limit: changes.count + 1)
            let stranger = users.first { user in !changes.contains { $0.record.id == user.id } }
            if let stranger {
                throw .refused(.inUse(try record.title(in: registry), by: try stranger.title(in: registry)))
            }
            try record.checkVoid(beside: Set(changes.map(\.record.id)), in: registry)
        }
    }
}

extension Record {
    func with(version: Int) -> Self {
        var record = self
        record.version = version
        return record
    }

    /// Refuses when another record has this one's key by now, when something that it refers to is gone, or when
    /// a promise between records would break.
    fileprivate func checkPutBack(beside changes: [Change], in registry: some Registry) throws(DecideError) {
        let moving = Set(changes.map(\.record.id))
        if let other = try registry.holder(ofKeyOf: self), !moving.contains(other.id) {
            throw .refused(.keyTaken(try title(in: registry), by: try other.title(in: registry)))
        }
        for column in Self.columns where !column.refersTo.isEmpty {
            for key in column.keys(self) {
                let comesBack = changes.contains { change in
                    change.after?.key == key && column.refersTo.contains(change.kind)
                }
                if comesBack { continue }
                guard try registry.contains(oneOf: column.refersTo, key) else {
                    let kind = RecordKind(column.name, column.refersTo.map(\.phrase).listed())
                    throw .refused(.notFound(kind, key, field: "undo"))
                }
            }
        }
        try check(beside: moving, in: registry)
    }
}

extension Registry {
    /// The record that has the same key, or the same code when it is a body.
    fileprivate func holder<R: Record>(ofKeyOf record: R) throws(DecideError) -> (any Record)? {
        if let body = record as? any Body { return try self.body(body.code) }
        return try find(R.self, key: record.key)
    }

    fileprivate func contains(oneOf kinds: [RecordKind], _ key: String) throws(DecideError) -> Bool {
        for type in kinds.compactMap({ RecordKind.type(named: $0.name) }) where try contains(type, key) { return true }
        return false
    }

    private func contains<R: Record>(_ type: R.Type, _ key: String) throws(DecideError) -> Bool {
        try find(type, key: key) != nil
    }
}

extension Refusal {
    fileprivate static func inUse(_ record: Phrase, by stranger: Phrase) -> Refusal {
        Refusal(
            .overlap, field: "undo",
            Phrase(
                fa:
                    "\(record) را نمی‌توان برداشت: \(stranger) به آن وابسته است؛ نخست آن را بازگردانید.",
                en:
                    "\(record.capitalisedFirst) cannot be taken back: \(stranger) depends on it; undo that first."
            ))
    }

    fileprivate static func keyTaken(_ record: Phrase, by other: Phrase) -> Refusal {
        Refusal(
            .overlap, field: "undo",
            Phrase(
                fa:
                    "\(record) را نمی‌توان بازگرداند: اکنون \(other)، که پس از آن ثبت شده، جای آن را دارد؛ نخست آن را باطل کنید.",
                en:
                    "\(record.capitalisedFirst) cannot be put back: \(other), recorded since, stands in its place now; void that first."
            ))
    }
}
