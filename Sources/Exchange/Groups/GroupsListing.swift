import Domain
import Persian
import Store

/// Groups, in the columns of the sheet that districts send.
enum GroupsListing: RecordListing {
    typealias Item = Group
    static let id = "groups"

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showGroup(code, question, reader)
    }

    private static let columns: [GroupsSheet.Column] = [
        .code, .name, .kind, .fields, .county, .base, .headName, .headID, .mobile, .liaisonName, .liaisonID, .size,
        .registeredOn, .note, .council, .atlasCode,
    ]

    static func headers(_ language: Language) -> [String] {
        columns.map { GroupsSheet.header(of: $0, in: language) }
            + [Phrase(fa: "وضعیت", en: "state"), Phrase(fa: "فعالیت", en: "activity")].map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        let rule = try reader.activityRule(on: question.day)
        try reader.each(Group.self, matching: question.filter, limit: question.limit) { (group) throws(DecideError) in
            let head = try reader.holder(of: group.code, .head, on: question.day)
            let liaison = try reader.holder(of: group.code, .mediaLiaison, on: question.day)
            let activity = try reader.activity(ofGroup: group.code, rule)
            let base = if let code = group.base { try reader.find(Base.self, key: code)?.name ?? code } else { "" }
            let cells = columns.map { cell($0, group, base: base, head: head, liaison: liaison, question) }
            let json = group.json(question.masking).adding([
                .init("head", question.masked(head?.nationalID)),
                .init("mediaLiaison", question.masked(liaison?.nationalID)),
                .init("activity", activity.status.json),
            ])
            try body(
                ListingRow(
                    cells: cells + [group.state.phrase, activity.status.phrase].map { $0[question.language] },
                    json: json))
        }
    }

    private static func cell(
        _ column: GroupsSheet.Column, _ group: Group, base: String, head: Person?, liaison: Person?,
        _ question: ListingQuestion
    ) -> String {
        switch column {
        case .code: group.code
        case .name: group.name
        case .kind: group.kind.phrase[question.language]
        case .fields: dividedList(group.fields.map { $0.phrase[question.language] })
        case .county: group.county
        case .base: base
        case .headName: head?.fullName ?? ""
        case .headID: question.mask(head?.nationalID)
        case .mobile: question.mask(head?.mobile)
        case .liaisonName: liaison?.fullName ?? ""
        case .liaisonID: question.mask(liaison?.nationalID)
        case .size: String(group.size)
        case .registeredOn: group.registeredOn.jalaliText(.english)
        case .note: group.note ?? ""
        case .council: group.council ?? ""
        case .atlasCode: group.atlasCode ?? ""
        case .headFamily, .liaisonFamily: ""
        }
    }
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
