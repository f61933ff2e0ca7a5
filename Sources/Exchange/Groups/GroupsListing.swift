import Domain
import Persian
import Store

/// Groups, in the columns of the sheet that districts send.
enum GroupsListing: RecordListing, ColumnListing {
    typealias Item = Group
    typealias Line = ListedGroup
    static let id = "groups"

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showGroup(code, question, reader)
    }

    static let columns: [ListingColumn<ListedGroup>] =
        GroupsSheet.listed(
            [
                .code, .name, .kind, .fields, .county, .base, .headName, .headID, .mobile, .liaisonName, .liaisonID,
                .size, .registeredOn, .note, .council, .atlasCode,
            ],
            of: { $0.group },
            [
                .fields: { line, question in
                    Cell(dividedList(line.group.fields.map { $0.phrase[question.language] }))
                },
                .base: { line, _ in Cell(line.base) },
                .headName: { line, _ in Cell(line.head?.fullName) },
                .headID: { $1.mask($0.head?.nationalID) },
                .mobile: { $1.mask($0.head?.mobile) },
                .liaisonName: { line, _ in Cell(line.liaison?.fullName) },
                .liaisonID: { $1.mask($0.liaison?.nationalID) },
            ]) + [
            .init(Phrase(fa: "وضعیت", en: "state")) { Cell($0.group.state.phrase[$1.language]) },
            .init(Phrase(fa: "فعالیت", en: "activity")) { Cell($0.activity.phrase[$1.language]) },
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([ListedGroup], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        let rule = try reader.activityRule(on: question.day)
        try reader.each(Group.self, matching: question.filter, limit: question.limit) { (group) throws(DecideError) in
            let base =
                if let code = group.base { try reader.find(Base.self, key: code)?.name ?? code } else { String?.none }
            let line = ListedGroup(
                group: group, base: base,
                head: try reader.holder(of: group.code, .head, on: question.day),
                liaison: try reader.holder(of: group.code, .mediaLiaison, on: question.day),
                activity: try reader.activity(ofGroup: group.code, rule).status)
            let json = group.json(question.masking).adding([
                .init("head", question.masked(line.head?.nationalID)),
                .init("mediaLiaison", question.masked(line.liaison?.nationalID)),
                .init("activity", line.activity.json),
            ])
            try body([line], json)
        }
    }
}

/// A group with what its row tells beside its fields.
struct ListedGroup: Sendable {
    let group: Group
    /// The name of its base.
    let base: String?
    let head: Person?
    let liaison: Person?
    let activity: ActivityStatus
}

extension Showing {
    fileprivate mutating func showGroup(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(Group.self, code, question, reader)
        let rule = try reader.activityRule(on: question.day)
        let key = normalisedCode(code) ?? code
        guard let detail = try reader.groupDetail(key, memberLimit: .max, on: rule) else { return }
        for holder in detail.holders {
            let since = holder.from > question.day ? "from" : "since"
            let until = holder.to.map {
                Phrase(fa: " تا \($0.jalaliText(.persian))", en: " to \($0.jalaliText(.english))")
            }
            facts.append(
                (
                    holder.office.phrase,
                    Phrase(
                        fa: "\(holder.person.fullName) از \(holder.from.jalaliText(.persian))\(until)",
                        en: "\(holder.person.fullName) \(since) \(holder.from.jalaliText(.english))\(until)")
                ))
        }
        facts.append((Phrase(fa: "فعالیت", en: "activity"), detail.activity.status.phrase))
        facts.append(
            (
                Phrase(fa: "اعضای ثبت‌شده", en: "members recorded"),
                Phrase(fa: persianDigits(detail.memberCount), en: String(detail.memberCount))
            ))
        json = json.adding(groupMembers(detail, question))
    }

    private func groupMembers(_ detail: GroupDetail, _ question: ListingQuestion) -> [JSON.Member] {
        func holder(_ office: Office) -> JSON {
            let now = detail.holders.first {
                $0.office == office && $0.from <= question.day && ($0.to.map { question.day <= $0 } ?? true)
            }
            return question.masked(now?.person.nationalID)
        }
        let members = detail.members.filter { $0.from <= question.day }.map { member in
            JSON.object([
                .init("person", question.masked(member.nationalID)),
                .init("name", .string(member.name)), .init("from", member.from.json),
            ])
        }
        let evidence = detail.evidence.map { item in
            JSON.object([
                .init("month", .string(item.month.text)), .init("source", .string(item.source)),
                .init("count", .integer(item.count)),
            ])
        }
        return [
            .init("head", holder(.head)), .init("mediaLiaison", holder(.mediaLiaison)),
            .init("activity", detail.activity.status.json), .init("evidence", .list(evidence)),
            .init("members", .list(members)),
        ]
    }
}
