import Domain
import Persian
import Store

/// People, a row each, in the columns of the members' sheet.
enum PeopleListing: RecordListing, ColumnListing {
    typealias Item = Person
    typealias Line = (person: Person, groups: [String])
    static let id = "people"

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showPerson(code, question, reader)
    }

    static let columns: [ListingColumn<Line>] = MembersSheet.listed(
        [.group, .firstName, .lastName, .gender, .nationalID, .mobile, .skills, .birthYear], of: { $0.person },
        [
            .group: { line, _ in Cell(dividedList(line.groups)) },
            .skills: { line, _ in Cell(dividedList(line.person.skills)) },
        ])

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Person.self, matching: question.filter, limit: question.limit) { (person) throws(DecideError) in
            let groups = try reader.groups(ofMember: person.nationalID, on: question.day)
            try body([(person, groups)], person.json(question.masking).adding([.init("groups", groups.json)]))
        }
    }
}

/// Memberships, a row each, by group and name: the members' sheet itself.
enum MembersListing: ColumnListing {
    typealias Line = ListedMember
    static let id = "members"
    static let title = Phrase(fa: "عضو", en: "member")
    static let shows = [Membership.kind, Person.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showPerson(code, question, reader)
    }

    static let columns: [ListingColumn<ListedMember>] =
        MembersSheet.listed(
            of: { $0.person },
            [
                .group: { line, _ in Cell(code: line.group) },
                .role: { Cell($0.role.phrase[$1.language]) },
                .skills: { line, _ in Cell(dividedList(line.person.skills)) },
            ]) + [.init(recordCode) { Cell(code: $0.membership.key($1.masking)) }]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([ListedMember], JSON) throws(DecideError) -> Void
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
                let line = ListedMember(membership: membership, person: person, group: group.code, role: role)
                try body([line], line.json(question))
            }
        }
    }

    /// Which memberships a filter lets through: those of the people whom it finds, and all of a group whose code or name
    /// it finds.
    private struct FoundMembers {
        private let filter: Filter
        private var people: Set<String> = []

        init(_ filter: Filter, _ reader: Reader) throws(DecideError) {
            self.filter = filter
            guard !filter.words.isEmpty else { return }
            var found: Set<String> = []
            try reader.each(Person.self, matching: filter, limit: nil) { (person) throws(DecideError) in
                found.insert(person.nationalID)
            }
            people = found
        }

        func holds(_ person: Person, _ group: Group) -> Bool {
            people.contains(person.nationalID) || filter.finds("\(group.code) \(group.name)")
        }
    }
}

/// A member of a group, and what he or she is in it.
struct ListedMember: Sendable {
    let membership: Membership
    let person: Person
    /// The group's code.
    let group: String
    let role: MembersSheet.MemberRole

    fileprivate func json(_ question: ListingQuestion) -> JSON {
        membership.json(question.masking).adding([
            .init("code", .string(membership.key(question.masking))), .init("name", .string(person.fullName)),
            .init("role", role.json),
        ])
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
