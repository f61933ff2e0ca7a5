import Canvas
import Domain
import Persian
import Store

/// Everything that can be done or looked at from here, in one list: what the keys of this screen do, screens, the
/// shell's own commands, the forms of all commands that this person may give, and records of every kind by code or name.
@MainActor
final class PaletteModal: Modal {
    /// As much as a filter looks for.
    private static let pasteLimit = 200
    /// How many records of a kind are looked up, and how many are shown in all.
    private static let perKind = 6
    private static let mostRecords = 60

    private weak var dashboard: Dashboard?
    private var input = TextInput()
    private var entries: [PaletteEntry] = []
    private var chosen = 0
    /// Whether more records fit than are listed.
    private var isCut = false

    init(_ dashboard: Dashboard) { self.dashboard = dashboard }

    var title: Phrase { Phrase(fa: "فرمان‌ها و جست‌وجو", en: "Commands and search") }

    func load(from reader: Reader, _ context: ScreenContext) throws(DecideError) {
        guard let dashboard else { return }
        let marked = entries.indices.contains(chosen) && chosen > 0 ? entries[chosen].effect : nil
        let words = Filter(input.text).words
        var found = dashboard.paletteEntries(context).filter { dashboard.offers($0.effect) }.compactMap {
            $0.ranked(words, context.language)
        }
        isCut = false
        if !words.isEmpty { found += try records(words, dashboard, reader, context) }
        // What fits best first; what fits as well in the order it was found.
        entries = found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
        // Changes by others do not move the selection.
        chosen = marked.flatMap { effect in entries.firstIndex { $0.effect == effect } } ?? 0
    }

    /// The records that fit, of the kinds that this person has a screen for.
    private func records(
        _ words: [String], _ dashboard: Dashboard, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) -> [PaletteEntry] {
        let shown = Set(dashboard.screens.flatMap(\.homes).map(\.kind.name))
        let types = RecordKind.allTypes.filter { shown.contains($0.kind.name) && context.role.mayRead($0.kind) }
        var all: [Found] = []
        for type in types {
            var found = try reader.found(input.text, among: [type], limit: Self.perKind + 1)
            // A report is shown as «گزارش C-235»: the words of its kind are no words of the record.
            let kind = "\(type.kind.phrase.fa) \(type.kind.phrase.en)".folded()
            let rest = words.filter { !kind.contains($0) }
            if rest.count < words.count, !rest.isEmpty {
                let more = try reader.found(rest.joined(separator: " "), among: [type], limit: Self.perKind + 1)
                found += more.filter { one in !found.contains { $0.record.id == one.record.id } }
            }
            isCut = isCut || found.count > Self.perKind
            all += found.prefix(Self.perKind)
        }
        isCut = isCut || all.count > Self.mostRecords
        return try all.sorted { $0.rank < $1.rank }.prefix(Self.mostRecords).mapTyped { (found) throws(DecideError) in
            PaletteEntry(
                title: try reader.title(of: found.record), kind: try about(found.record, reader, context),
                effect: .record(RecordName(found.record)), rank: found.rank.rawValue)
        }
    }

    /// Its kind and what tells it from namesakes, as in pickers.
    private func about(
        _ record: any Record, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) -> Phrase {
        let kind = type(of: record).kind.phrase
        let id = type(of: record).hasPrivateKey ? context.language.digits(record.key(context.masking)) : nil
        let place = try Distinction.of(record, in: reader, context)
        func parts(_ language: Language) -> String { language.parts([kind[language], id, place]) }
        return Phrase(fa: parts(.persian), en: parts(.english))
    }

    static let lists: [[ModalAction<PaletteModal>]] = [
        [
            Binding("palette.choose", "enter", Phrase(fa: "برگزیدن", en: "choose"), isHint: true) { palette, _ in
                guard palette.entries.indices.contains(palette.chosen) else { return [] }
                let entry = palette.entries[palette.chosen]
                if let reason = entry.disabledReason { return [.toast(Toast(.warning, reason))] }
                return [.close, entry.effect]
            },
            move("palette.next", "down", Phrase(fa: "بعدی", en: "next"), .down, isHint: true),
            .close("palette.close"),
            move("palette.previous", "up", Phrase(fa: "قبلی", en: "previous"), .up),
            move("palette.pageDown", "pagedown", Phrase(fa: "یک صفحه پایین", en: "page down"), .pageDown),
            move("palette.pageUp", "pageup", Phrase(fa: "یک صفحه بالا", en: "page up"), .pageUp),
        ]
    ]

    private static func move(
        _ id: String, _ keys: String, _ phrase: Phrase, _ move: ListMove, isHint: Bool = false
    ) -> ModalAction<PaletteModal> {
        .step(id, keys, phrase, isHint: isHint) { palette, _ in
            palette.chosen = palette.chosen.moved(move, in: palette.entries.count, page: PaletteView.page)
        }
    }

    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        var event = event
        if case .paste(let text) = event { event = .paste(String(text.unicodeScalars.prefix(Self.pasteLimit))) }
        if input.take(event, context) { chosen = 0 }
        return []
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        PaletteView(
            input, placeholder: Phrase(fa: "نام، شماره یا فرمان", en: "a name, code or command")[language],
            entries: entries.map {
                .init(
                    $0.title[language], kind: $0.kind[language], key: $0.key.map { $0.shown(language) } ?? "",
                    disabledReason: $0.disabledReason?[language])
            }, selected: entries.isEmpty ? nil : chosen,
            emptyText: Phrase(fa: "چیزی یافت نشد", en: "nothing found")[language],
            note: isCut ? Self.more[language] : ""
        ).draw(in: &region)
    }

    private static let more = Phrase(fa: "بیش از این هم هست؛ بیشتر بنویسید", en: "there are more; type more")
}
