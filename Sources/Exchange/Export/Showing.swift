import Domain
import Persian
import Store

/// One record with what belongs to it, for `khedmat show`.
public struct Showing: Sendable {
    /// Label and value, in the order in which a person reads them.
    public var facts: [(label: Phrase, value: Phrase)] = []
    public var json: JSON = .null

    /// Finds the record of a code; refuses as `not-found`.
    public init(
        _ kind: ListingKind, _ code: String, for question: ListingQuestion, in reader: Reader
    ) throws(DecideError) {
        switch kind {
        case .groups: try showGroup(code, question, reader)
        case .people, .members: try showPerson(code, question, reader)
        case .councils: try showBody(Council.self, code, question, reader)
        case .bases: try showBody(Base.self, code, question, reader)
        case .camps: try show(Camp.self, code, question, reader)
        case .reports: try showReport(code, question, reader)
        case .needs: try show(Need.self, code, question, reader)
        case .incidents: try show(Incident.self, code, question, reader)
        case .courses: try show(Course.self, code, question, reader)
        case .enrolments: try showEnrolment(code, question, reader)
        case .certificates: try showCertificate(code, question, reader)
        case .congresses: try show(Congress.self, code, question, reader)
        case .halls: try show(Hall.self, code, question, reader)
        case .sessions: try show(CongressSession.self, code, question, reader)
        case .guests: try show(Guest.self, code, question, reader)
        case .martyrs: try showMartyr(code, question, reader)
        case .hours, .groupHours: try showHours(kind, code, question, reader)
        case .seasons: try showSeason(code, question, reader)
        case .points: try show(ServicePoint.self, code, question, reader)
        case .shifts: try show(Shift.self, code, question, reader)
        case .supplies: try showSupply(code, question, reader)
        case .tallies: try show(Tally.self, code, question, reader)
        case .packs: try show(Pack.self, code, question, reader)
        case .staff: try show(Staff.self, code, question, reader)
        case .ledger: try showEntry(code, question, reader)
        }
    }

    mutating func show<R: Record>(
        _ type: R.Type, _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let key = (try? NationalID(code))?.digits ?? normalisedCode(code) ?? code
        let asGiven = try reader.find(type, key: code)
        let found = if let asGiven { asGiven } else { try reader.find(type, key: key) }
        guard let record = found else { throw .refused(.notFound(R.kind, code, field: "code")) }
        for column in R.columns where column.read(record) != .null {
            facts.append(
                (
                    column.phrase,
                    Phrase(
                        fa: record.display(column, .persian, question.masking),
                        en: record.display(column, .english, question.masking))
                ))
        }
        json = record.json(question.masking)
        try addHistory(of: record, reader)
    }

    private mutating func addHistory(of record: any Record, _ reader: Reader) throws(DecideError) {
        let entries = try reader.history(of: record, limit: 10)
        for entry in entries {
            let day = entry.at.day(in: .tehran)
            facts.append(
                (
                    Phrase(fa: "تاریخچه", en: "history"),
                    Phrase(
                        fa: "\(day.jalaliText(.persian)) \(entry.title) (\(entry.account))",
                        en: "\(day.jalaliText(.english)) \(entry.title) (\(entry.account))")
                ))
        }
        let history = entries.map { entry in
            JSON.object([
                .init("number", .integer(entry.number)), .init("id", .string(entry.id)),
                .init("at", .string(entry.at.iso(in: .tehran))), .init("as", .string(entry.account)),
                .init("command", .string(entry.command)),
            ])
        }
        json = json.adding([.init("history", .list(history))])
    }

    /// A council or base with those who head it and tell its work.
    private mutating func showBody<B: Body>(
        _ type: B.Type, _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(type, code, question, reader)
        guard let key = json["code"]?.string else { return }
        for office in Office.allCases {
            let holder = try reader.holder(of: key, office, on: question.day)
            if let name = holder?.fullName { facts.append((office.phrase, Phrase(fa: name, en: name))) }
            json = json.adding([.init(office.rawValue, question.masked(holder?.nationalID))])
        }
    }

    private mutating func showGroup(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(Group.self, code, question, reader)
        let rule = try reader.activityRule(on: question.day)
        let key = normalisedCode(code) ?? code
        guard let detail = try reader.groupDetail(key, memberLimit: .max, on: rule) else { return }
        for holder in detail.holders {
            let until = holder.to.map {
                Phrase(fa: " تا \($0.jalaliText(.persian))", en: " to \($0.jalaliText(.english))")
            }
            facts.append(
                (
                    holder.office.phrase,
                    Phrase(
                        fa: "\(holder.person.fullName) از \(holder.from.jalaliText(.persian))\(until)",
                        en: "\(holder.person.fullName) since \(holder.from.jalaliText(.english))\(until)")
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
        let members = detail.members.map { member in
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

    private mutating func showPerson(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(Person.self, code, question, reader)
        guard let id = try? NationalID(code) else { return }
        let groups = try reader.groups(ofMember: id.digits, on: question.day)
        let text = joinedList(groups)
        if !groups.isEmpty { facts.append((Group.kind.phrase, Phrase(fa: text, en: text))) }
        json = json.adding([.init("groups", groups.json)])
    }

    /// A report by its camp and day, `C-001/1401/05/02`: the current one; with a number after it, that one. The camp's code
    /// may hold slashes itself.
    private mutating func showReport(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let typed = latinDigits(code)
        for part in firstParts(ofKey: typed) {
            guard let camp = normalisedCode(part) else { continue }
            let rest = String(typed.dropFirst(part.count + 1))
            if let key = try Self.report(of: camp, rest, reader)?.key {
                return try show(DailyReport.self, key, question, reader)
            }
        }
        try show(DailyReport.self, code, question, reader)
    }

    /// The report of a camp that a day means, or a day and a number.
    private static func report(
        of camp: String, _ text: String, _ reader: Reader
    ) throws(DecideError) -> DailyReport? {
        if let day = try? Day(parsing: text) {
            return try reader.reports(of: camp).last { $0.day == day && $0.state == .current }
        }
        guard let slash = text.lastIndex(of: "/"), let number = Int(text[text.index(after: slash)...]),
            let day = try? Day(parsing: String(text[..<slash]))
        else { return nil }
        return try reader.reports(of: camp).first { $0.day == day && $0.number == number }
    }

    private mutating func showEntry(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        guard let entry = try reader.entry(latinDigits(code)) else {
            let kind = RecordKind("entry", ListingKind.ledger.singular)
            throw .refused(.notFound(kind, code, field: "code"))
        }
        json = entry.json(question.masking)
        for member in json.members ?? [] where member.value != .null {
            let text = member.value.plainText
            facts.append((Phrase(fa: member.name, en: member.name), Phrase(fa: text, en: text)))
        }
    }
}
