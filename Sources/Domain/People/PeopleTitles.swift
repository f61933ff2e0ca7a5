import Persian

extension Person {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase { Phrase(fa: fullName, en: fullName) }
}

extension Membership {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = try registry.nameInTitle(ofPerson: person)
        return Phrase(fa: "عضویت \(name) در \(group)", en: "membership of \(name) in \(group)")
    }
}

extension Registry {
    /// A person's name. Of somebody who is no longer recorded the middle of the national ID stays hidden: a title is shown
    /// to everybody.
    func nameInTitle(ofPerson id: String) throws(DecideError) -> String {
        if let person = try find(Person.self, key: id) { return person.fullName }
        return (try? NationalID(id))?.masked() ?? "••••••••••"
    }
}

extension Registry {
    func fullName(of person: String) throws(DecideError) -> String {
        try find(Person.self, key: person)?.fullName ?? person
    }
}
