import Canvas
import Domain
import Persian
import Store

/// Somebody whom a supervisor calls about a camp.
struct CampContact: Hashable, Sendable {
    /// What he or she is: the leader, the head of a group.
    var role: Phrase
    var name: String
    var mobile: String?
}

extension Reader {
    /// Whom to call: the leader, the heads of the groups, and who told the last of it.
    func contacts(of camp: Camp, on day: Day) throws(DecideError) -> [CampContact] {
        var contacts: [CampContact] = []
        if let leader = camp.leader, let person = try find(Person.self, key: leader) {
            contacts.append(
                CampContact(
                    role: Phrase(fa: "سرپرست", en: "leader"), name: person.fullName, mobile: person.mobile))
        }
        for part in camp.groups.prefix(3) {
            guard let group = try find(Group.self, key: part.group) else { continue }
            let head = try holder(of: group.code, .head, on: day)
            contacts.append(
                CampContact(
                    role: Phrase(fa: "گروه \(group.shortName)", en: "group \(group.shortName)"),
                    name: head?.fullName ?? group.code, mobile: head?.mobile))
        }
        let last = try reports(of: camp.code).filter { $0.state == .current }.max { $0.at < $1.at }
        if let last {
            let name = try find(Staff.self, key: last.author)?.name ?? last.author
            contacts.append(CampContact(role: Phrase(fa: "گزارش‌دهنده", en: "reported by"), name: name))
        }
        return contacts
    }
}

extension CampContact {
    /// "leader Ali Rezaei 0912…", in parts. The number is whole however narrow it is: first the group's name is cut.
    func spans(_ masking: Masking, _ language: Language, width: Int) -> [Span] {
        let number = mobile.map { [Span("  "), .code(language.digits(masking.mobile($0)), color: .strong)] } ?? []
        let gap = "  "
        let room = width - number.reduce(2 + gap.count) { $0 + textWidth($1.text) }
        let shortName = TextLayout.fitted(name, width: max(8, min(textWidth(name), room - 8)))
        let shortRole = TextLayout.fitted(role[language], width: max(8, room - textWidth(shortName)))
        return [
            Span("☎ ", color: .accent), Span(shortRole, direction: .page, color: .muted), Span(gap),
            Span(shortName, direction: .automatic),
        ] + number
    }
}
