import Persian

/// A day and a time of day, typed in digits of any script: `1401/05/09 20:10`, or a bare hour, `20:10`, of the day that
/// the field stands for.
///
///     var when = TimeField(text: "1401/05/10 18:40", day: today)
///     when.enter(backward: false)
///     for key in "20:10" { … }
///     when.value  // "1401/05/10T20:10"
public struct TimeField: FormField {
    /// What was typed, in digits 0–9.
    public private(set) var input: TextInput
    /// The day of a bare hour; nil where the hour alone is the answer.
    public let day: Day?

    /// What a day and a time take, with the caret behind them.
    public static let width = 18

    public init(text: String = "", caret: Int? = nil, day: Day?) {
        // The day stands where one begins to read, on every page.
        input = TextInput(latinDigits(text), caret: caret, direction: .page)
        self.day = day
    }

    /// The day and the time as commands take them; what is typed where it is neither.
    public var value: String {
        let words = input.text.replacing("T", with: " ").replacing("t", with: " ")
            .split(whereSeparator: \.isWhitespace).map(String.init)
        switch words.count {
        case 1 where isClockAlone(words[0]): return day.map { "\(JalaliDate($0).text)T\(words[0])" } ?? words[0]
        case 2 where isClockAlone(words[0]): return "\(words[1])T\(words[0])"
        case 2: return "\(words[0])T\(words[1])"
        default: return words.joined(separator: " ")
        }
    }

    private var moment: Moment? { try? Moment(parsing: value, in: .utc) }

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        guard let letter = key.typedLetter else { return input.handle(key, page: page) }
        let typed = latinDigits(String(letter)).unicodeScalars.first ?? letter
        if typed.properties.numericType != nil, input.selection == nil,
            input.caret == input.text.unicodeScalars.count
        {
            separate(page)
        }
        return input.handle(Key(.character(typed)), page: page)
    }

    /// Sets what stands between the figures, so that these alone can be typed.
    private mutating func separate(_ page: Direction) {
        let words = input.text.split(separator: " ", omittingEmptySubsequences: false)
        let figures = words[0].split(separator: "/", omittingEmptySubsequences: false)
        guard figures.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return }
        let parts = figures.map(\.utf8.count)
        let sign: Unicode.Scalar? =
            switch (words.count, parts) {
            case (1, [4]), (1, [4, 2]): "/"
            case (1, [4, 2, 2]): " "
            case (2, [4, 2, 2]) where words[1].utf8.count == 2 && words[1].allSatisfy(\.isNumber): ":"
            default: nil
            }
        if let sign { input.handle(Key(.character(sign)), page: page) }
    }

    public mutating func insert(_ pasted: String) { input.insert(latinDigits(pasted)) }

    public mutating func enter(backward: Bool) { input.selectAll() }

    public func draw(in region: inout Region, hasFocus: Bool) {
        let width = min(region.width, Self.width)
        let isFault = moment == nil && !input.text.isEmpty && !hasFocus && !(day == nil && isClockAlone(input.text))
        var field = TextField(input, hasFocus: hasFocus)
        field.text = region.language.digits(input.text)
        if isFault { field.color = .alarm }
        field.draw(in: &region, width: width)
        let note = moment.map { moment in
            // 24:00 is the end of the day that was typed.
            let day =
                value.split(separator: "T").first.flatMap { try? Day(parsing: String($0)) } ?? moment.day(in: .utc)
            return "\(region(day.weekday.name)) \(day.longText(.jalali, region.language))"
        }
        region.put(
            isFault ? "▲" : note ?? "", row: 0, start: width + 1, direction: .page,
            style: Style(isFault ? .alarm : .muted))
    }
}
