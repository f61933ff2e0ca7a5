import Canvas
import Domain
import Persian
import Store

/// Commands, screens and records by code or name, in one list.
@MainActor
final class PaletteModal: Modal {
    struct Entry {
        let title: String
        let kind: Phrase
        let key: String
        let effect: Effect
    }

    /// As much as a filter looks for.
    private static let pasteLimit = 200

    private weak var dashboard: Dashboard?
    private var input = TextInput()
    private var entries: [Entry] = []
    private var chosen = 0

    init(_ dashboard: Dashboard) { self.dashboard = dashboard }

    var title: Phrase { Phrase(fa: "فرمان‌ها و جست‌وجو", en: "Commands and search") }

    func load(from reader: Reader, _ context: ScreenContext, isChanged: Bool) throws(DecideError) {
        guard let dashboard else { return }
        let filter = Filter(input.text)
        entries = commands(dashboard, context).filter { entry in
            let text = "\(entry.title) \(entry.kind.fa) \(entry.kind.en)".folded()
            return filter.words.allSatisfy(text.contains)
        }
        if !filter.isEmpty { entries += try records(filter, reader, context) }
        chosen = min(chosen, max(0, entries.count - 1))
    }

    private func commands(_ dashboard: Dashboard, _ context: ScreenContext) -> [Entry] {
        let language = context.language
        let screens = dashboard.screenTitles.map { screen in
            Entry(
                title: screen.title[language], kind: Phrase(fa: "صفحه", en: "screen"), key: "",
                effect: .open(screen: screen.id))
        }
        let shell = ShellBindings.all.filter { $0.action != .palette }.map { binding in
            Entry(
                title: binding.phrase[language], kind: Phrase(fa: "فرمان", en: "command"),
                key: binding.keys.first?.displayName(language) ?? "", effect: binding.action)
        }
        let forms: [Entry] = Commands.all.filter { Self.isFree($0, context) }.map { command in
            Entry(
                title: command.title[language], kind: Phrase(fa: "فرم", en: "form"), key: "",
                effect: .form(FormRequest(command)))
        }
        let imports = Entry(
            title: Phrase(fa: "ورود صفحه گسترده", en: "Import a sheet")[language],
            kind: Phrase(fa: "فرمان", en: "command"),
            key: "", effect: .importSheet)
        guard context.pack == nil else { return screens + shell }
        let unpack = Entry(
            title: Phrase(fa: "بازآوردن بسته همراه", en: "Bring a pack home")[language],
            kind: Phrase(fa: "فرمان", en: "command"), key: "", effect: .unpack)
        return screens + [imports, unpack] + shell + forms
    }

    /// Commands that begin something new and that this person may send: their forms need no record.
    private static func isFree(_ command: any Command.Type, _ context: ScreenContext) -> Bool {
        let starters: [any Command.Type] = [
            GroupRegister.self, PersonRecord.self, CouncilFound.self, BaseFound.self, CourseAnnounce.self,
            SeasonAnnounce.self, PointPlan.self, StaffAdd.self,
        ]
        let isPermitted = context.role == .administrator || command.roles.contains(context.role)
        return isPermitted && starters.contains { $0.name == command.name }
    }

    private func records(
        _ filter: Filter, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) -> [Entry] {
        var found: [Entry] = []
        guard context.pack == nil else { return found }
        try reader.each(Group.self, matching: filter, limit: 6) { group in
            found.append(Self.entry("groups", group, "\(group.code)  \(group.shortName)"))
        }
        try reader.each(Person.self, matching: filter, limit: 6) { person in
            found.append(Self.entry("people", person, person.fullName))
        }
        try reader.each(Council.self, matching: filter, limit: 3) { council in
            found.append(Self.entry("councils", council, "\(council.code)  \(council.name)"))
        }
        try reader.each(Base.self, matching: filter, limit: 3) { base in
            found.append(Self.entry("bases", base, "\(base.code)  \(base.name)"))
        }
        try reader.each(Course.self, matching: filter, limit: 3) { course in
            found.append(Self.entry(TrainingScreen.id, course, "\(course.code)  \(course.title)"))
        }
        try reader.each(ServicePoint.self, matching: filter, limit: 3) { point in
            found.append(Self.entry(ArbaeenScreen.id, point, "\(point.code)  \(point.name)"))
        }
        try reader.each(Guest.self, matching: filter, limit: 3) { guest in
            found.append(Self.entry(GuestsScreen.id, guest, "\(guest.code)  \(guest.name)"))
        }
        try reader.each(Martyr.self, matching: filter, limit: 3) { martyr in
            found.append(Self.entry(RollScreen.id, martyr, "\(martyr.code)  \(martyr.name)"))
        }
        return found
    }

    private static func entry(_ screen: String, _ record: any Record, _ title: String) -> Entry {
        Entry(
            title: title, kind: type(of: record).kind.phrase, key: "", effect: .show(screen: screen, key: record.key))
    }

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        switch event {
        case .paste(let text): input.insert(String(text.unicodeScalars.prefix(Self.pasteLimit)))
        case .key(let key):
            switch key.code {
            case .escape: return [.close]
            case .enter:
                return entries.indices.contains(chosen) ? [.close, entries[chosen].effect] : []
            case .down: chosen = min(chosen + 1, max(0, entries.count - 1))
            case .up: chosen = max(0, chosen - 1)
            default: if input.handle(key, page: context.direction) { chosen = 0 }
            }
        case .mouse, .resize: break
        }
        return []
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        PaletteView(
            input, placeholder: Phrase(fa: "نام، شماره یا فرمان", en: "a name, code or command")[language],
            entries: entries.map { .init($0.title, kind: $0.kind[language], key: $0.key) },
            selected: entries.isEmpty ? nil : chosen,
            emptyText: Phrase(fa: "چیزی یافت نشد", en: "nothing found")[language]
        ).draw(in: &region)
    }

    func notes(_ context: ScreenContext) -> [BindingNote] {
        [
            BindingNote("palette.choose", .enter, Phrase(fa: "برگزیدن", en: "choose")),
            BindingNote("palette.next", .down, Phrase(fa: "بعدی", en: "next")),
            BindingNote("palette.close", .escape, Phrase(fa: "بستن", en: "close")),
        ]
    }
}
