import Persian

extension Martyr {
    /// How many members of staff verify an entry.
    public static let verdicts = 2

    public var staged: Phrase { named }
    /// "martyr M-001 (نام نمونه)"
    var named: Phrase { Phrase(fa: "\(label) («\(name)»)", en: "\(label) (“\(name)”)") }

    /// Nobody stands on the roll twice.
    ///
    /// - Throws: `duplicate-name`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let person, let other = try registry.martyr(ofPerson: person) else { return }
        if other.id == id || moving.contains(other.id) { return }
        // What is published stands.
        let instead =
            other.state == .published
            ? Phrase(fa: "هر کس یک بار در فهرست می‌آید", en: "a person stands on the roll once")
            : Phrase(fa: "همان را مستند کنید", en: "document that entry instead")
        throw .refused(
            Refusal(
                .duplicateName, field: "person",
                Phrase(
                    fa: "\(other.named) همین شخص است و وضعیتش «\(other.state.phrase)»؛ \(instead).",
                    en: "The \(other.named) is the same person, \(other.state.phrase) already; \(instead)."
                )))
    }

    /// Nobody died on a day still to come.
    static func check(diedOn day: Day, _ envelope: Envelope) throws(DecideError) {
        guard day > envelope.day else { return }
        throw .refused(
            Refusal(
                .invalidDate, field: "diedOn",
                Phrase(
                    fa:
                        "تاریخ شهادت (\(day.jalaliText(.persian))) هنوز نرسیده است؛ روزی تا امروز (\(envelope.day.jalaliText(.persian))) بنویسید.",
                    en:
                        "The day of death (\(day.jalaliText(.english))) is still to come; write a day until today (\(envelope.day.jalaliText(.english)))."
                )))
    }

    /// Only a fatal incident has martyrs, and only those that it names.
    static func check(_ code: String?, names person: String?, in registry: some Registry) throws(DecideError) {
        guard let code else { return }
        let incident = try registry.existing(Incident.self, code, field: "incident")
        let isNamed = person.map { incident.people.isEmpty || incident.people.contains($0) } ?? true
        if incident.severity == .fatal, isNamed { return }
        throw .refused(
            .unknown(
                "incident", Incident.kind.phrase, value: code,
                accepted: Phrase(
                    fa: "حادثه منجر به فوتی که این شخص را نام می‌برد", en: "a fatal incident that names this person")))
    }
}

/// A command that speaks of an entry by its code or by the person.
public protocol AboutMartyr: AmendingInState where Subject == Martyr {}

extension AboutMartyr {
    static var address: [FieldUse<Martyr>] {
        [.also(MartyrFields.person.clearable), .also(MartyrFields.code.clearable)]
    }

    /// - Throws: `missing-value` without a person or a code, `unknown-value` for both.
    public static func check(_ given: Arguments) throws(Refusal) {
        let (person, code) = (given[MartyrFields.person], given[MartyrFields.code])
        if person == nil, code == nil {
            throw .missing("person", Phrase(fa: "شخص یا کد شهید", en: "person or code of the martyr"))
        }
        if person != nil, let code {
            throw .unknown(
                "code", MartyrFields.code.phrase, value: code,
                accepted: Phrase(fa: "تنها یکی از شخص و کد", en: "either the person or the code"))
        }
    }

    /// - Throws: `missing-value`, `not-found`.
    public func existing(in registry: some Registry) throws(DecideError) -> Martyr {
        guard let person = given[MartyrFields.person] else {
            return try registry.existing(Martyr.self, given.require(MartyrFields.code))
        }
        guard let martyr = try registry.martyr(ofPerson: person.digits) else {
            throw .refused(.notFound(Martyr.kind, person.digits, field: "person"))
        }
        return martyr
    }
}

extension Incident {
    /// The entries that a fatal incident proposes: one for each person named who does not stand on the roll yet.
    ///
    /// - Parameters:
    ///   - place: where it happened.
    ///   - groups: the codes of the groups that were there; the one that the person is in stands on the entry.
    func proposedMartyrs(
        at place: String, groups: [String], in registry: some Registry
    ) throws(DecideError) -> [Martyr] {
        guard severity == .fatal else { return [] }
        var martyrs: [Martyr] = []
        for person in people where try registry.martyr(ofPerson: person) == nil {
            var martyr = Martyr.blank
            martyr.person = person
            martyr.name = try registry.fullName(ofPerson: person)
            martyr.diedOn = when.day
            martyr.place = place
            martyr.incident = code
            martyr.group = try registry.group(ofPerson: person, among: groups, on: when.day)
            martyrs.append(martyr)
        }
        let codes = try registry.nextCodes(martyrs.count, for: Martyr.self)
        for index in martyrs.indices { martyrs[index].code = codes[index] }
        return martyrs
    }

    /// An incident stays while more than a proposal rests on it.
    ///
    /// - Throws: `wrong-state`.
    public func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        for case let martyr as Martyr in try registry.references(to: self, .all, limit: .max)
        where martyr.state != .proposed {
            throw .refused(
                Refusal(
                    .wrongState, field: "code",
                    Phrase(
                        fa:
                            "\(label) را نمی‌توان باطل کرد: \(martyr.named) از آن پیشنهاد شده و «\(martyr.state.phrase)» است؛ نخست آن را باطل کنید.",
                        en:
                            "The \(label) cannot be voided: it proposed the \(martyr.named), which is \(martyr.state.phrase); void that entry first."
                    )))
        }
    }
}

extension Registry {
    /// The first of these groups that a person is a member of on a day.
    fileprivate func group(
        ofPerson person: String, among groups: [String], on day: Day
    ) throws(DecideError) -> String? {
        guard let nationalID = try? NationalID(person) else { return nil }
        for group in groups {
            let memberships = try memberships(of: nationalID, in: group)
            if memberships.contains(where: { $0.from <= day && day <= $0.to ?? day }) { return group }
        }
        return nil
    }
}
