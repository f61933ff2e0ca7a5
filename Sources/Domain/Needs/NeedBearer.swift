import Persian

/// A record that needs are raised for: a camp, a point, a group, a congress. Its part names it.
protocol NeedBearer: Record {
    /// Which of the subjects of a need it is.
    static var needSubject: NeedSubject { get }
    /// Refuses what is over: it needs nothing any more.
    func requireForNeed() throws(DecideError)
}

extension NeedTarget {
    /// Refuses what is not there, and what is over.
    func check(in registry: some Registry) throws(DecideError) {
        try check(bearer(), isOver: false, in: registry)
    }

    /// Refuses what is not there.
    func checkExists(in registry: some Registry) throws(DecideError) {
        try check(bearer(), isOver: true, in: registry)
    }

    private func bearer() throws(DecideError) -> any NeedBearer.Type {
        if let type = NeedBearers.all.first(where: { $0.needSubject == subject }) { return type }
        throw .refused(.notFound(RecordKind(subject.rawValue, subject.phrase), code, field: "for"))
    }

    /// - Parameter isOver: whether it may be over.
    private func check<R: NeedBearer>(
        _ type: R.Type, isOver: Bool, in registry: some Registry
    ) throws(DecideError) {
        let record = try registry.existing(type, code, field: "for")
        if !isOver { try record.requireForNeed() }
    }
}
