import Persian

/// A date, typed as year/month/day in digits of any script or found in a month that opens below the field.
///
/// Left and Right move by a day as the eye sees the month, with Ctrl Up and Down by a week, PgUp and PgDn by a month, with
/// Ctrl by a year; `t` is today, Space takes the day that is marked. Any of these opens the month. Typing edits the text,
/// and Left and Right are then the caret's. Up and Down alone lead out of the field. Text that is no date stays, and is
/// shown as such.
///
///     var field = DateField(day, today: today)
///     field.handle(Key(.left), page: .rightToLeft)
///     field.day  // the next day
public struct DateField: FormField {
    /// What was typed, in digits 0–9.
    public private(set) var input: TextInput
    private let today: Day
    /// The day that is marked in the month.
    private var marked: Day
    /// Whether the text is being edited; else the arrows move in the month.
    private var isTyping = false
    /// Whether the month is shown: not before it is asked for, so that it hides nothing.
    private var isOpen = false

    private static let width = 12

    public init(_ day: Day? = nil, today: Day) {
        self.init(text: day.map { JalaliDate($0).text } ?? "", today: today)
    }

    /// Begins with a text, which a draft may have kept though it is no date.
    public init(text: String, caret: Int? = nil, today: Day) {
        input = TextInput(latinDigits(text), caret: caret, direction: .leftToRight)
        self.today = today
        marked = today
        readText()
        isTyping = error != nil
    }

    /// The date, or nil when there is none or the text is anything else.
    public var day: Day? { try? Day(parsing: input.text) }

    /// Why the text is no date; nil when it is one or there is none.
    public var error: DateError? {
        guard !input.text.isEmpty else { return nil }
        do throws(DateError) {
            _ = try Day(parsing: input.text)
            return nil
        } catch {
            return error
        }
    }

    // MARK: Keys

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        if let letter = key.typedLetter {
            type(letter, page: page)
            return true
        }
        switch (key.code, key.modifiers) {
        case (.pageUp, []): mark(byMonths: -1)
        case (.pageDown, []): mark(byMonths: 1)
        case (.pageUp, .control): mark(byMonths: -12)
        case (.pageDown, .control): mark(byMonths: 12)
        case (.up, .control), (.up, .alt): mark(marked.advanced(by: -7))
        case (.down, .control), (.down, .alt): mark(marked.advanced(by: 7))
        case (.up, _), (.down, _): return false
        case (.left, []) where !isTyping, (.right, []) where !isTyping:
            mark(marked.advanced(by: key.inReading(page) == .towardEnd ? 1 : -1))
        default:
            guard input.handle(key, page: page) else { return false }
            isTyping = true
            readText()
        }
        return true
    }

    public mutating func insert(_ pasted: String) {
        input.insert(latinDigits(pasted))
        isTyping = true
        readText()
    }

    public mutating func enter(backward: Bool) {
        input.selectAll()
        isTyping = error != nil
    }

    public mutating func leave() { isOpen = false }

    public mutating func dismiss() -> Bool {
        defer { isOpen = false }
        return isOpen
    }

    private mutating func type(_ letter: Unicode.Scalar, page: Direction) {
        switch latinKey(for: letter) ?? letter {
        case "t", "T": mark(today)
        case " ": mark(marked)
        case let key:
            if key.properties.numericType != nil, input.caret == input.text.unicodeScalars.count { separate() }
            input.handle(Key(.character(key.properties.numericType != nil ? key : letter)), page: page)
            isTyping = true
            readText()
        }
    }

    /// Sets the stroke between year, month and day, so that the figures alone can be typed.
    private mutating func separate() {
        guard input.selection == nil else { return }
        let parts = input.text.split(separator: "/", omittingEmptySubsequences: false).map(\.utf8.count)
        if parts == [4] || parts == [4, 2] { input.handle(Key(.character("/")), page: .leftToRight) }
    }

    private mutating func mark(byMonths months: Int) {
        mark(JalaliDate(marked).adding(months: months).asDay)
    }

    /// Takes a day, unless it lies beyond the years that are accepted.
    private mutating func mark(_ day: Day) {
        let date = JalaliDate(day)
        guard JalaliDate.supportedYears.contains(date.year) else { return }
        marked = day
        isTyping = false
        isOpen = true
        input.replaceAll(with: date.text)
        // As what was there when the focus came, it is replaced by what is typed.
        input.selectAll()
    }

    private mutating func readText() {
        if let day, JalaliDate.supportedYears.contains(JalaliDate(day).year) { marked = day }
    }

    // MARK: Drawing

    public func draw(in region: inout Region, hasFocus: Bool) {
        let width = min(region.width, Self.width)
        let fault = shownFault(hasFocus: hasFocus)
        var field = TextField(input, hasFocus: hasFocus)
        field.text = region.language.digits(input.text)
        if fault != nil { field.color = .alarm }
        field.draw(in: &region, width: width)
        let note: String
        if let fault {
            note = hasFocus ? "▲ " + region(fault.explanation) : "▲"
        } else {
            note = day.map { "\(region($0.weekday.name)) \($0.longText(.jalali, region.language))" } ?? ""
        }
        region.put(
            note, row: 0, start: width + 1, direction: .page, style: Style(fault == nil ? .muted : .alarm))
    }

    /// A date that is only half typed is not yet wrong.
    private func shownFault(hasFocus: Bool) -> DateError? {
        if hasFocus, case .unreadable = error { return nil }
        return error
    }

    public func popup(_ language: Language) -> FieldPopup? {
        guard isOpen else { return nil }
        let grid = MonthGrid(
            month: JalaliDate(marked), marked: marked, today: today, showsCaret: !isTyping, language: language)
        return FieldPopup(width: MonthGrid.width, height: MonthGrid.height) { grid.draw(in: &$0) }
    }
}
