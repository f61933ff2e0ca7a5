import Canvas
import Domain
import Persian
import Store

/// Something of a camp that waits to be seen to: an open need, or an open incident.
struct OpenItem: Hashable {
    let kind: RecordKind
    let code: String
    /// What it is about: "40 blankets".
    let text: String
    /// When it happened; empty of a need.
    var when = ""
    /// How urgent or how grave it is.
    let weight: Phrase
    let sign: String
    let color: ColorRole
    /// The JSON name of the command that closes it.
    let command: String

    init(_ open: OpenNeed, today: Day, _ language: Language) {
        let need = open.need
        kind = Need.kind
        code = need.code
        let by = need.neededBy.map { DayWords(today: today, language).day($0) }
        text =
            need.text(language) + (by.map { Phrase(fa: "، تا \($0)", en: ", by \($0)")[language] } ?? "")
            + (open.covered.map { $0[language] } ?? "")
        weight = need.urgency.phrase
        sign = need.urgency == .high ? "!" : "·"
        color = .warning
        command = NeedSettle.name
    }

    init(_ incident: Incident, today: Day, _ language: Language) {
        kind = Incident.kind
        code = incident.code
        text = incident.what
        when = DayWords(today: today, language).time(incident.when.day, incident.when.clockText)
        weight = incident.severity.phrase
        sign = "▲"
        color = incident.isAlarming ? .alarm : .warning
        command = IncidentResolve.name
    }

    /// All that is open, in the order in which a board tells it: grave incidents, urgent needs, small incidents, other
    /// needs.
    static func worstFirst(
        _ incidents: [Incident], _ needs: [OpenNeed], today: Day, _ language: Language
    ) -> [OpenItem] {
        func told(_ incident: Incident) -> OpenItem { OpenItem(incident, today: today, language) }
        func told(_ need: OpenNeed) -> OpenItem { OpenItem(need, today: today, language) }
        let grave = incidents.filter(\.isAlarming).map { told($0) }
        let urgent = needs.filter { $0.need.urgency == .high }.map { told($0) }
        let small = incidents.filter { !$0.isAlarming }.map { told($0) }
        return grave + urgent + small + needs.filter { $0.need.urgency != .high }.map { told($0) }
    }

    /// Its sign, what it is, and what it is about, in one row or in as many as `most`; tells how many it took.
    @discardableResult
    func draw(in region: inout Region, row: Int, rows most: Int = 1) -> Int {
        let what = when.isEmpty ? region(kind.phrase) : region.language.parts([weight[region.language], when])
        let label = [Span("\(sign) ", color: color), Span("\(what): ", color: .muted)]
        let start = label.reduce(0) { $0 + textWidth($1.text) }
        let room = region.width - start
        let lines = room > 0 ? TextLayout.wrap(text, width: room, lines: most) : []
        guard lines.count > 1 else {
            region.put(label + [Span(text)], row: row)
            return 1
        }
        region.put(label, row: row)
        let direction = TextLayout.runDirection(of: text, page: region.direction)
        for (line, part) in lines.enumerated() {
            region.put(part, row: row + line, start: start, width: room, direction: direction)
        }
        return lines.count
    }

    /// The form that closes it.
    var form: FormRequest? {
        guard let command = Commands.named(command) else { return nil }
        return FormRequest(
            command, fixed: [.init("code", .string(code))], record: RecordName(kind, code),
            title: command.title)
    }
}

/// An open need, and how far the institutions cover it.
struct OpenNeed: Hashable, Sendable {
    let need: Need
    let cover: Cover?

    /// ", 380 of 500 delivered, 150 confirmed, 400 promised"; nil while nobody has promised any of it.
    fileprivate var covered: Phrase? {
        guard let cover, !cover.isUntaken else { return nil }
        func told(_ language: Language) -> (String, String, String) {
            (language.number(cover.delivered), language.number(cover.requested), language.number(cover.pledged))
        }
        let (fa, en) = (told(.persian), told(.english))
        let confirmed: Phrase? =
            cover.confirmed > 0
            ? Phrase(fa: "، \(cover.confirmed) تأییدشده", en: ", \(cover.confirmed) confirmed") : nil
        return Phrase(
            fa: "، \(fa.0) از \(fa.1) رسیده\(confirmed)، \(fa.2) تعهدشده",
            en: ", \(en.0) of \(en.1) delivered\(confirmed), \(en.2) promised")
    }
}

extension Home {
    /// Needs of one sort of record.
    static func needs(of subject: NeedSubject) -> Home {
        Home(Need.self) { need in need.target.flatMap { $0.subject == subject ? $0.code : nil } }
    }
}

extension Reader {
    /// What waits to be seen to at a camp or point.
    func openNeeds(of target: NeedTarget) throws(DecideError) -> [OpenNeed] {
        try needs(of: target).filter { $0.state == .open }.sorted(by: Need.mostUrgentFirst).mapTyped {
            (need) throws(DecideError) in OpenNeed(need: need, cover: try cover(ofNeed: need.code))
        }
    }

    /// The same of incidents, the worst and newest first.
    func openIncidents(of target: NeedTarget) throws(DecideError) -> [Incident] {
        try incidents(of: target).filter { $0.state == .open }.sorted(by: Incident.worstFirst)
    }
}

/// What waits to be seen to at a camp or point, over the screen.
private struct OpenItems: PartEffect {
    let target: NeedTarget

    func carryOut(in dashboard: Dashboard) { dashboard.modals.append(OpenItemsModal(of: target)) }
}

extension Effect {
    static func openItems(_ target: NeedTarget) -> Effect { .of(OpenItems(target: target)) }
}

/// The open needs and incidents of a camp or service point over the screen; Enter leads to the form that settles or resolves one.
@MainActor
final class OpenItemsModal: Modal {
    private let target: NeedTarget
    private var items: [OpenItem] = []
    private var selected = 0
    /// Whether everything was seen to that stood here.
    private(set) var isFinished = false

    init(of target: NeedTarget) { self.target = target }

    var title: Phrase {
        Phrase(fa: "نیازها و حادثه‌های باز \(target.code)", en: "Open needs and incidents of \(target.code)")
    }

    func load(from reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let code = items.indices.contains(selected) ? items[selected].code : nil
        let wasEmpty = items.isEmpty
        items =
            OpenItem.worstFirst(
                try reader.openIncidents(of: target), try reader.openNeeds(of: target), today: context.day,
                context.language)
        selected = items.firstIndex { $0.code == code } ?? max(0, min(selected, items.count - 1))
        isFinished = !wasEmpty && items.isEmpty
    }

    static let lists: [[ModalAction<OpenItemsModal>]] = [
        [
            Binding(
                "openItems.settle", "enter", Phrase(fa: "بستن نیاز یا حادثه", en: "settle or resolve"), isHint: true
            ) {
                list, _ in
                guard list.items.indices.contains(list.selected), let form = list.items[list.selected].form else {
                    return [.close]
                }
                return [.form(form)]
            }, .close("openItems.close", "escape q", Phrase(fa: "بستن فهرست", en: "close")),
        ] + Binding.moves { list, move, _ in list.selected = list.selected.moved(move, in: list.items.count) }
    ]

    func view(in region: inout Region, _ context: ScreenContext) {
        let width = min(region.width - 2, 90)
        let height = min(region.height - 2, max(1, items.count) + 2)
        region.part(
            top: (region.height - height) / 2, start: (region.width - width) / 2, width: width, height: height
        ) { region in
            region.fill(Style(.text, on: .panel))
            Panel(title[context.language], hasFocus: true, background: .panel).drawTight(in: &region) { region in
                guard !items.isEmpty else {
                    let none = Phrase(fa: "نه حادثه‌ای باز است و نه نیازی", en: "no open incident and no need")
                    region.put(region(none), row: 0, start: 2, direction: .page, style: Style(.good, on: .panel))
                    return
                }
                let entries = items.map { item in
                    OptionList.Entry(
                        "\(item.sign) \(item.text)", detail: [.code(item.code)],
                        note: context.language.parts([
                            item.kind.phrase[context.language], item.weight[context.language], item.when,
                        ]))
                }
                OptionList(entries, selected: selected).draw(in: &region)
            }
        }
    }
}
