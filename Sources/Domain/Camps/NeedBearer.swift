import Persian

/// A record that needs are raised for: a camp, a point, a group, a congress.
protocol NeedBearer: Record {
    /// Which of the subjects of a need it is.
    static var needSubject: NeedSubject { get }
    /// Refuses what is over: it needs nothing any more.
    func requireForNeed() throws(DecideError)
}

extension NeedSubject {
    /// What needs can be raised for. A part that adds one adds it here; records of other parts are not found.
    static let bearers: [any NeedBearer.Type] = [Camp.self, ServicePoint.self, Group.self, Congress.self]
}

extension Camp: NeedBearer {
    static var needSubject: NeedSubject { .camp }
    func requireForNeed() throws(DecideError) { try require([.planned, .approved, .running, .suspended]) }
}

extension ServicePoint: NeedBearer {
    static var needSubject: NeedSubject { .point }
    func requireForNeed() throws(DecideError) { try require(Self.current) }
}

extension Group: NeedBearer {
    static var needSubject: NeedSubject { .group }
    func requireForNeed() throws(DecideError) { try require([.registered, .suspended]) }
}

extension Congress: NeedBearer {
    static var needSubject: NeedSubject { .congress }
    /// What is lacking afterwards, for guests on their way home, is a need too.
    func requireForNeed() throws(DecideError) {}
}

extension NeedTarget {
    /// Refuses what is not there, and what is over.
    func check(in registry: some Registry) throws(DecideError) {
        guard let type = NeedSubject.bearers.first(where: { $0.needSubject == subject }) else {
            throw .refused(.notFound(RecordKind(subject.rawValue, subject.phrase), code, field: "for"))
        }
        try check(type, in: registry)
    }

    private func check<R: NeedBearer>(_ type: R.Type, in registry: some Registry) throws(DecideError) {
        try registry.existing(type, code, field: "for").requireForNeed()
    }
}
