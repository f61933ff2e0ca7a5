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
        guard let type = NeedBearers.all.first(where: { $0.needSubject == subject }) else {
            throw .refused(.notFound(RecordKind(subject.rawValue, subject.phrase), code, field: "for"))
        }
        try check(type, in: registry)
    }

    private func check<R: NeedBearer>(_ type: R.Type, in registry: some Registry) throws(DecideError) {
        try registry.existing(type, code, field: "for").requireForNeed()
    }
}
