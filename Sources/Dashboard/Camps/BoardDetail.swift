import Canvas
import Domain
import Persian
import Store

/// What is known of one camp: its days as strips, what it did, what its last report says, what it lacks, what befell
/// it, and whom to call.
struct BoardDetail {
    let row: BoardRow
    let context: ScreenContext

    private var today: Day { context.day }
    private var masking: Masking { context.masking }

    /// Rows with the border, at least; more where the list needs fewer.
    static let height = 8
    static let tallest = 16

    func draw(in region: inout Region) {
        let language = region.language
        let state = row.row.live?.phrase[language] ?? row.camp.state.phrase[language]
        let sign = row.row.live?.sign ?? ""
        Panel(region.language.parts([row.code, row.title]), note: "\(sign) \(state)").draw(in: &region) { inside in
            guard inside.width >= 90 else {
                let lines = row.needs.count + row.incidents.count + row.spiritual.count + row.contacts.count
                let below = min(max(1, inside.height / 2), lines)
                inside.part(height: inside.height - below) { drawDays(in: &$0) }
                inside.part(top: inside.height - below) { drawLists(in: &$0) }
                return
            }
            let half = inside.width / 2 - 1
            inside.part(width: half) { drawDays(in: &$0) }
            inside.part(start: half + 2) { drawLists(in: &$0) }
        }
    }

    private func drawDays(in region: inout Region) {
        let language = region.language
        let labels = [
            Phrase(fa: "حاضران هر روز", en: "present per day"), Phrase(fa: "بهره‌مندان هر روز", en: "served per day"),
        ]
        let width = labels.map { textWidth(region($0)) }.max() ?? 0
        for (line, label) in labels.enumerated() {
            region.put(region(label), row: line, width: width, direction: .page, style: Style(.muted))
        }
        let present = row.presentText(language)
        region.part(start: width + 2, height: 1) {
            Sparkline(
                row.days.map { $0.report?.present }, full: max(1, row.camp.headcount), figure: present,
                color: row.state.color
            ).draw(in: &$0)
        }
        region.part(top: 1, start: width + 2, height: 1) {
            HeatStrip(
                row.days.map { $0.report?.beneficiaries }, figure: language.number(row.row.beneficiaries)
            ).draw(in: &$0)
        }
        region.part(top: 2) { Facts(facts(language)).draw(in: &$0) }
    }

    /// What the last report says in words comes first: it is the leader's only free speech.
    private func facts(_ language: Language) -> [Facts.Fact] {
        let done = row.work(language)
        var facts: [Facts.Fact] = []
        if let note = row.row.note, !note.isEmpty, let day = row.row.lastDay {
            let said = DayWords(today: today, language).day(day)
            facts.append(.init(Phrase(fa: "یادداشت \(said)", en: "note, \(said)")[language], note))
        }
        return facts + [
            .init(Phrase(fa: "کارها", en: "work")[language], done.isEmpty ? "—" : language.parts(done)),
            .init(Phrase(fa: "جا", en: "place")[language], row.location(language)),
        ]
    }

    /// What is open, what was given that is no goods, then whom to call; at least one of each is seen where there is room
    /// for what is open.
    private func drawLists(in region: inout Region) {
        let items = row.openItems(today: today, region.language)
        let rest = max(0, region.height - max(1, items.count))
        let calls = min(row.contacts.count, max(1, rest - min(1, row.spiritual.count)))
        let given = min(row.spiritual.count, max(0, rest - calls))
        let room = max(1, region.height - calls - given)
        let fits = items.count <= room
        var line = 0
        // Spare rows go to the first that need more than one: the grave ones.
        var spare = max(0, room - items.count)
        for item in items.prefix(fits ? room : room - 1) {
            let rows = item.draw(in: &region, row: line, rows: 1 + spare)
            spare -= rows - 1
            line += rows
        }
        if !fits {
            let more = region.language.number(items.count - room + 1)
            region.put(
                context.told(Phrase(fa: "و \(more) دیگر · {camps.settle}", en: "and \(more) more · {camps.settle}")),
                row: line, direction: .page, style: Style(.muted))
            line += 1
        }
        if items.isEmpty {
            region.put(
                region(Phrase(fa: "نه حادثه‌ای باز است و نه نیازی", en: "no open incident and no need")), row: 0,
                direction: .page, style: Style(.muted))
            line = 1
        }
        for support in row.spiritual.prefix(given) where line < region.height {
            region.put(support.spans(context), row: line, style: Style(.text))
            line += 1
        }
        for contact in row.contacts where line < region.height {
            region.put(contact.spans(masking, region.language, width: region.width), row: line, style: Style(.text))
            line += 1
        }
    }
}
