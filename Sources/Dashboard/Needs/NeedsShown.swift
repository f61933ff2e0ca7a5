import Canvas
import Domain
import Persian
import Store

extension ShownPart {
    static let needs = ShownPart(
        part: .needs,
        headlines: { (context) throws(DecideError) in
            let days = try context.reader.openNeeds(until: context.screen.day, days: HeadlineContext.days)
            // A camp without needs says so.
            let counts = try [Need.kind, Camp.kind].mapTyped { (kind) throws(DecideError) in
                try context.reader.count(kind)
            }
            if counts == [0, 0] { return [] }
            return [openNeeds(days)]
        },
        distinctions: [
            Distinction(Need.self) { need, _, context in need.text(context.language) },
            Distinction(Incident.self) { incident, _, context in
                let language = context.language
                let hurt = incident.people.count
                let people = Phrase(fa: "\(persianDigits(hurt)) نفر", en: "\(hurt, "person", plural: "people")")
                return language.parts([
                    incident.severity.phrase[language], incident.camp ?? incident.point,
                    incident.when.display(language), hurt > 0 ? people[language] : nil,
                ])
            },
        ],
        companions: [IncidentCompanion.self], modals: [OpenItemsModal.self])

    /// How many needs nobody has settled yet.
    private static func openNeeds(_ days: [Int]) -> Headline {
        let open = days.last ?? 0
        let change = open - (days.dropLast().last ?? 0)
        let sign = change > 0 ? "+" : ""
        return Headline(
            title: Phrase(fa: "نیاز باز", en: "Open needs"), figure: open,
            note: change == 0
                ? Phrase(fa: "مانند دیروز", en: "as yesterday")
                : Phrase(
                    fa: "\(sign)\(Language.persian.number(change)) از دیروز", en: "\(sign)\(change) in a day"),
            days: days)
    }
}

extension Reader {
    /// What happened, and whom it befell, for a line that tells an alarm; when and who told of it stand beside it.
    func alarm(of incident: Incident) throws(DecideError) -> Phrase {
        let hurt = try incident.people.prefix(2).compactMapTyped { (id) throws(DecideError) in
            try find(Person.self, key: id)?.fullName
        }
        func told(_ language: Language) -> String {
            guard !hurt.isEmpty else { return "" }
            let more = incident.people.count - hurt.count
            return " (\(hurt.listed(in: language))\(more > 0 ? " +\(language.number(more))" : ""))"
        }
        let what = Phrase(
            fa: "▲ \(incident.severity.phrase): \(incident.what)", en: "▲ \(incident.severity.phrase): \(incident.what)"
        )
        return Phrase(fa: what[.persian] + told(.persian), en: what[.english] + told(.english))
    }

    /// Who told of an incident first.
    func teller(of incident: Incident) throws(DecideError) -> String {
        guard let account = try history(of: incident, limit: 100).last?.account else { return "—" }
        return try find(Staff.self, key: account)?.name ?? account
    }
}
