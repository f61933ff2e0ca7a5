import Canvas
import Domain
import Persian
import Store

/// The filter of a list: what is typed, and whether it is being typed.
struct FilterState {
    var input = TextInput()
    var isActive = false

    /// How many characters the filter takes. A whole page pasted by mistake would be a question of thousands of
    /// words, more than the file can answer.
    private static let limit = 200

    /// Why one cannot go back from a list that is whole.
    static let atBeginning = Phrase(
        fa: "اینجا آغاز است؛ {shell.quit} بیرون می‌رود", en: "this is the beginning; {shell.quit} quits")

    var filter: Filter { Filter(input.text) }

    /// Empties it; false when it was empty.
    mutating func clear() -> Bool {
        defer { input = TextInput() }
        return !input.text.isEmpty
    }

    /// What became of the text.
    enum Change: Hashable {
        /// It is as it was.
        case none
        /// Something else is looked for: the list begins with what fits best.
        case typed
        /// Nothing is looked for any more: the list is whole again, and what is selected in it stays so.
        case emptied
    }

    /// Types into the field.
    mutating func type(_ event: Event, _ context: ScreenContext) -> Change {
        var event = event
        if case .paste(let text) = event {
            let room = max(0, Self.limit - input.text.unicodeScalars.count)
            event = .paste(String(text.unicodeScalars.prefix(room)))
        }
        guard input.take(event, context, limit: Self.limit) else { return .none }
        return input.text.isEmpty ? .emptied : .typed
    }

    static let hint = Phrase(
        fa: "برای جست‌وجو «{screen.filter}» بزنید و بنویسید", en: "press {screen.filter} and type to filter")

    /// One line: the field, and how many records it lets through.
    ///
    /// - Parameters:
    ///   - unit: what is counted, in the singular or plural that suits the count.
    ///   - hint: what stands in the empty field.
    func draw(
        in region: inout Region, _ context: ScreenContext, window: ListWindow, unit: Phrase,
        hint: Phrase = FilterState.hint
    ) {
        let total = Self.count(window, unit, region.language)
        let totalWidth = textWidth(total)
        let width = max(8, region.width - totalWidth - 6)
        region.put("⌕", row: 0, start: 1, width: 1, direction: .page, style: Style(.accent, on: .page, .bold))
        if isActive {
            TextField(input).draw(in: &region, row: 0, start: 3, width: width)
        } else if input.text.isEmpty {
            region.put(context.told(hint), row: 0, start: 3, width: width, direction: .page, style: Style(.muted))
        } else {
            region.put(
                input.text, row: 0, start: 3, width: width,
                direction: TextLayout.runDirection(of: input.text, page: region.direction),
                style: Style(.strong, on: .page, .bold))
        }
        region.put(
            total, row: 0, start: region.width - totalWidth - 1, width: totalWidth, direction: .page,
            style: Style(.muted))
    }

    private static func count(_ window: ListWindow, _ unit: Phrase, _ language: Language) -> String {
        if window.isPartial { return Phrase(fa: "می‌جوید…", en: "searching…")[language] }
        let number = window.isTotalExact ? window.total : min(window.total, Filter.counted)
        // More than these were not counted.
        let more = window.isTotalExact ? "" : Phrase(fa: "بیش از ", en: "more than ")[language]
        return "\(more)\(language.number(number)) \(unit[language])"
    }

    /// - Parameters:
    ///   - searched: what is searched, where that is not what lists search in general.
    ///   - narrowed: what else narrows the list, and how that ends.
    func nothingFound(
        _ context: ScreenContext, searched: Phrase = FilterState.searched, narrowed: Phrase? = nil
    ) -> EmptyState {
        EmptyState(
            Phrase(fa: "چیزی با «\(input.text)» یافت نشد", en: "Nothing matches “\(input.text)”")[context.language],
            hints: [searched[context.language]] + (narrowed.map { [context.told($0)] } ?? []) + [
                context.told(
                    Phrase(fa: "{filter.clear} جست‌وجو را پاک می‌کند", en: "{filter.clear} clears the filter"))
            ])
    }

    static let searched = Phrase(
        fa: "شماره‌ها، نام‌ها، جاها و توضیحات جسته می‌شوند؛ نه نوع، وضعیت و تاریخ.",
        en: "Codes, names, places and notes are searched; not kinds, states and days.")
}
