import Canvas
import Domain
import Persian
import Store

/// What the office may set, with the defaults.
enum SettingsList: RecordList {
    struct Item: Hashable, Sendable {
        let name: String
        let phrase: Phrase
        let value: JSON
        let standard: JSON
        /// Of the record; nil while the default holds.
        let version: Int?
    }

    static let id = "settings"
    static let title = Phrase(fa: "تنظیمات", en: "Settings")
    static let icon = "⚙"
    static let shows: [RecordKind] = [Setting.kind]
    static let columns = [
        Column(Phrase(fa: "تنظیم", en: "Setting"), minimum: 30, weight: 3, priority: 9),
        Column(Phrase(fa: "مقدار", en: "Value"), minimum: 10, weight: 1, priority: 10),
        Column(Phrase(fa: "پیش‌فرض", en: "Default"), minimum: 8, priority: 5),
    ]
    static let homes = [Home(Setting.self)]

    /// The list is that of all settings there are, whether they were changed or not.
    static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? {
        SettingDefinition.all.firstIndex { $0.name == key }.map(Int64.init)
    }

    static let actions: [RecordAction<Item>] = [
        RecordAction("settings.change", "e enter", SettingChange.title, command: SettingChange.self) { item in
            item.map {
                var request = FormRequest(
                    SettingChange.self, fixed: [.init("name", .string($0.name))],
                    initial: [.init("value", .string($0.value.plainText))])
                request.labels = ["value": $0.phrase]
                return .form(request)
            }
        }
    ]

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        let places = SettingDefinition.all.enumerated().filter { _, definition in
            filter.finds("\(definition.name) \(definition.phrase.fa) \(definition.phrase.en)")
        }.map { ListPlace(row: Int64($0.offset)) }
        return ListWindow(places: places, total: places.count)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Item? {
        let definition = SettingDefinition.all[Int(place.row)]
        let record = try reader.find(Setting.self, key: definition.name)
        return Item(
            name: definition.name, phrase: definition.phrase, value: record?.value ?? definition.defaultValue,
            standard: definition.defaultValue, version: record?.version)
    }

    static func cells(_ item: Item, _ context: ScreenContext) -> [TableCell] {
        [
            TableCell(item.phrase[context.language], direction: .page),
            TableCell(item.value.display(context.language), color: item.version == nil ? .text : .accent),
            TableCell(item.standard.display(context.language), color: .muted),
        ]
    }

    static func facts(_ item: Item, _ context: ScreenContext) -> [Facts.Fact] {
        let language = context.language
        return [
            Facts.Fact(Phrase(fa: "تنظیم", en: "setting")[language], item.phrase[language], direction: .page),
            Facts.Fact(Phrase(fa: "مقدار", en: "value")[language], item.value.display(language), color: .accent),
            Facts.Fact(Phrase(fa: "پیش‌فرض", en: "default")[language], item.standard.display(language)),
        ]
    }
}
