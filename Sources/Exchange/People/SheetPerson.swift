import Domain
import Persian
import Store

extension RefusalCode {
    /// A sheet would give a known person a name that has no word in common with the old one: more likely the national
    /// ID is somebody else's.
    public static let otherName = RefusalCode(rawValue: "other-name")
}

/// What a sheet says of a person.
struct SheetPerson<Column: Hashable & Sendable> {
    var nationalID: String?
    var firstName: String?
    var lastName: String?
    /// The first and last name came as one text, so where they part is a guess.
    var isSplit = false
    var gender: String?
    var mobile: String?
    var birthYear: String?
    /// The cell of skills as it stands.
    var skills: String?
    /// Where each JSON field of a person stands.
    var columns: [String: Column]

    var fullName: String { [firstName, lastName].compactMap { $0 }.joined(separator: " ") }
}

extension ImportedRow {
    /// Records the person of the row, or amends what differs. The key of the person, and whether anything was sent.
    func recordPerson(_ person: SheetPerson<Sheet.Column>) throws(RowError<Sheet.Column>) -> (
        id: String, isChanged: Bool
    ) {
        let text = person.nationalID ?? ""
        let digits = (try? NationalID(text))?.digits ?? text
        let known = try reading { () throws(DecideError) in try session.registry.find(Person.self, key: digits) }
        guard let known else {
            try send(PersonRecord.self, person.fields(beside: nil), columns: person.columns)
            return (digits, true)
        }
        let request = try read(PersonAmend.self, person.fields(beside: known), columns: person.columns)
        let differing = person.differences(from: known, as: request.given)
        if differing.isEmpty { return (digits, false) }
        let renames = differing.contains { $0.name == "firstName" } && !known.isCalled(person.fullName)
        if renames { try check(person, renaming: known) }
        try send(PersonAmend.self, [.init("nationalID", .string(digits))] + differing, columns: person.columns)
        if renames {
            notes.note(
                ImportReport.Rename(row: record.number, person: digits, from: known.fullName, to: person.fullName))
        }
        return (digits, true)
    }

    /// Refuses a name that shares nothing with the old one, unless it was accepted.
    private func check(
        _ person: SheetPerson<Sheet.Column>, renaming known: Person
    ) throws(RowError<Sheet.Column>) {
        if notes.acceptsRenames || known.sharesName(with: person.fullName) { return }
        throw .refused(
            Refusal(
                .otherName, field: "nationalID",
                Phrase(
                    fa:
                        "کد ملی \(persianDigits(known.nationalID)) از آنِ «\(known.fullName)» است و این ردیف آن را «\(person.fullName)» می‌نامد؛ شاید کد ملی از شخص دیگری است. اگر همان شخص است، تغییر نام را بپذیرید.",
                    en:
                        "The national ID \(known.nationalID) belongs to “\(known.fullName)”, and this row calls that person “\(person.fullName)”; perhaps the ID is somebody else's. If it is the same person, accept the change of name."
                )), column: person.columns["nationalID"])
    }

    /// Appoints the person a sheet names for an office, unless he or she serves or has served in it: an older
    /// sheet never undoes a succession.
    func appoint(
        _ person: String, to office: Office, of group: Group, columns: [String: Sheet.Column]
    ) throws(RowError<Sheet.Column>) -> Bool {
        let terms = try reading { () throws(DecideError) in try session.registry.terms(of: group.code, office) }
        if terms.contains(where: { $0.person == person }) { return false }
        try send(
            OfficeAppoint.self,
            [
                .init("body", .string(group.code)), .init("office", .string(office.rawValue)),
                .init("person", .string(person)), .init("from", group.registeredOn.json),
            ], columns: columns)
        return true
    }
}

extension Person {
    /// Whether a name is the same, wherever its words part.
    fileprivate func isCalled(_ name: String) -> Bool { name.lettersAlone() == fullName.lettersAlone() }

    /// Whether a word of a name is one of this person's. Titles and very common endings do not count.
    fileprivate func sharesName(with name: String) -> Bool {
        !Self.words(of: name).isDisjoint(with: Self.words(of: fullName))
    }

    private static func words(of name: String) -> Set<String> {
        Set(name.folded().split { !$0.isLetter && !$0.isNumber }.map(String.init))
            .subtracting(["سید", "سیده", "سادات", "حاج", "حاجی", "دکتر", "مهندس", "نژاد", "زاده", "پور", "فر", "نیا"])
    }
}

extension SheetPerson {
    /// - Parameter known: the person as recorded, whose skills may hold a divider.
    fileprivate func fields(beside known: Person?) -> [JSON.Member] {
        let given: [(String, String?)] = [
            ("nationalID", nationalID), ("firstName", firstName), ("lastName", lastName), ("gender", gender),
            ("mobile", mobile), ("birthYear", birthYear),
        ]
        var fields = given.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } }
        let skills = skills(beside: known)
        if !skills.isEmpty { fields.append(.init("skills", skills.json)) }
        return fields
    }

    private func skills(beside known: Person?) -> [String] {
        guard let text = skills else { return [] }
        let found = members(of: text) { word in
            known?.skills.first { $0.folded() == word.folded() } ?? (splitList(word).count == 1 ? word : nil)
        }
        return (try? found.get()) ?? splitList(text)
    }

    /// What the sheet says otherwise than the file after folding. Skills are added.
    fileprivate func differences(from known: Person, as given: Arguments) -> [JSON.Member] {
        var differing: [JSON.Member] = []
        let isSameName = fullName.folded() == known.fullName.folded()
        let isLeft = firstName == nil || lastName == nil || isSplit && isSameName
        if !isLeft, firstName?.folded() != known.firstName.folded() || lastName?.folded() != known.lastName.folded() {
            differing.append(.init("firstName", firstName.json))
            differing.append(.init("lastName", lastName.json))
        }
        if let gender = given[PersonFields.gender], gender != known.gender {
            differing.append(.init("gender", gender.json))
        }
        if let mobile = given[PersonFields.mobile], mobile.digits != known.mobile {
            differing.append(.init("mobile", .string(mobile.digits)))
        }
        if let year = given[PersonFields.birthYear], year != known.birthYear {
            differing.append(.init("birthYear", year.json))
        }
        let said = given[PersonFields.skills] ?? []
        let fresh = said.filter { skill in !known.skills.contains { $0.folded() == skill.folded() } }
        if !fresh.isEmpty { differing.append(.init("skills", (known.skills + fresh).json)) }
        return differing
    }
}
