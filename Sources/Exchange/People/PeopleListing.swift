import Domain
import Persian
import Store

/// People, a row each, in the columns of the members' sheet.
enum PeopleListing: RecordListing {
    typealias Item = Person
    static let id = "people"

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showPerson(code, question, reader)
    }

    static func headers(_ language: Language) -> [String] {
        columns.map { MembersSheet.header(of: $0, in: language) }
    }

    private static let columns: [MembersSheet.Column] = [
        .group, .firstName, .lastName, .gender, .nationalID, .mobile, .skills, .birthYear,
    ]

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Person.self, matching: question.filter, limit: question.limit) { (person) throws(DecideError) in
            let groups = try reader.groups(ofMember: person.nationalID, on: question.day)
            let cells = columns.map { column in
                column == .group ? dividedList(groups) : person.cell(column, question)
            }
            let json = person.json(question.masking).adding([.init("groups", groups.json)])
            try body(ListingRow(cells: cells, json: json))
        }
    }
}

/// Memberships, a row each, by group and name: the members' sheet itself.
enum MembersListing: Listing {
    static let id = "members"
    static let title = Phrase(fa: "عضو", en: "member")
    static let shows = [Membership.kind, Person.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showPerson(code, question, reader)
    }

    static func headers(_ language: Language) -> [String] {
        MembersSheet.written.map { MembersSheet.header(of: $0, in: language) } + [recordCode[language]]
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        var left = question.limit ?? .max
        let found = try FoundMembers(question.filter, reader)
        try reader.each(Group.self, matching: Filter(), limit: nil) { (group) throws(DecideError) in
            guard left > 0 else { return }
            let members = try reader.memberships(of: group.code, on: question.day).filter { _, person in
                found.holds(person, group)
            }
            guard !members.isEmpty else { return }
            let head = try reader.holder(of: group.code, .head, on: question.day)?.nationalID
            let liaison = try reader.holder(of: group.code, .mediaLiaison, on: question.day)?.nationalID
            for (membership, person) in members.prefix(left) {
                left -= 1
                let role: MembersSheet.MemberRole =
                    person.nationalID == head ? .head : person.nationalID == liaison ? .mediaLiaison : .member
                let cells = MembersSheet.written.map { column in
                    switch column {
                    case .group: group.code
                    case .role: role.phrase[question.language]
                    default: person.cell(column, question)
                    }
                }
                let key = membership.key(question.masking)
                let json = membership.json(question.masking).adding([
                    .init("code", .string(key)), .init("name", .string(person.fullName)), .init("role", role.json),
                ])
                try body(ListingRow(cells: cells + [key], json: json))
            }
        }
    }

    /// Which memberships a filter lets through: those of the people whom it finds, and all of a group whose code or name
    /// it finds.
    private struct FoundMembers {
        private let words: [String]
        private var people: Set<String> = []

        init(_ filter: Filter, _ reader: Reader) throws(DecideError) {
            words = filter.words
            guard !words.isEmpty else { return }
            var found: Set<String> = []
            try reader.each(Person.self, matching: filter, limit: nil) { (person) throws(DecideError) in
                found.insert(person.nationalID)
            }
            people = found
        }

        func holds(_ person: Person, _ group: Group) -> Bool {
            if words.isEmpty || people.contains(person.nationalID) { return true }
            let text = "\(group.code) \(group.name)".folded()
            return words.allSatisfy(text.contains)
        }
    }
}

extension Person {
    fileprivate func cell(_ column: MembersSheet.Column, _ question: ListingQuestion) -> String {
        switch column {
        case .firstName: firstName
        case .lastName: lastName
        case .gender: gender?.phrase[question.language] ?? ""
        case .nationalID: question.mask(nationalID)
        case .mobile: question.mask(mobile)
        case .skills: dividedList(skills)
        case .birthYear: birthYear.map(String.init) ?? ""
        case .group, .role, .fullName: ""
        }
    }
}

extension Showing {
    fileprivate mutating func showPerson(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(Person.self, code, question, reader)
        guard let id = try? NationalID(code) else { return }
        let groups = try reader.groups(ofMember: id.digits, on: question.day)
        let text = joinedList(groups)
        if !groups.isEmpty { facts.append((Group.kind.phrase, Phrase(fa: text, en: text))) }
        json = json.adding([.init("groups", groups.json)])
    }
}
