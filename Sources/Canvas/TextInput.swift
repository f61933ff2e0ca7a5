/// One line of text being typed: what it says and where the caret is. ``TextField`` shows it.
///
///     var name = TextInput("بهار")
///     name.handle(Key(.backspace), page: .rightToLeft)
///     name.text  // "بها"
public struct TextInput: Hashable, Sendable {
    public private(set) var text: String
    /// Unicode scalars before the caret.
    public private(set) var caret: Int
    /// How the field lays its text out.
    public var direction: TextDirection

    /// Begins with `text`, sanitised, and the caret at its end.
    public init(_ text: String = "", direction: TextDirection = .automatic) {
        self.text = Sanitise.sanitised(text)
        self.direction = direction
        caret = self.text.unicodeScalars.count
    }

    /// Puts `addition` before the caret, sanitised: a line end that was pasted becomes a space.
    public mutating func insert(_ addition: String) {
        let clean = Sanitise.sanitised(addition)
        text.unicodeScalars.insert(contentsOf: clean.unicodeScalars, at: index(caret))
        caret += clean.unicodeScalars.count
    }

    /// Does what a key does in a text field.
    ///
    /// - Returns: false when the key means nothing here and is the screen's to use.
    @discardableResult
    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        switch (key.code, key.modifiers) {
        case (.character(let scalar), let modifiers) where modifiers.isDisjoint(with: [.control, .alt]):
            insert(String(scalar))
        case (.character("a"), .control), (.home, []): caret = 0
        case (.character("e"), .control), (.end, []): caret = text.unicodeScalars.count
        case (.character("u"), .control): remove(0..<caret)
        case (.character("w"), .control): remove(startOfWord..<caret)
        case (.backspace, []): remove(caretBeforeBackspace..<caret)
        case (.delete, []): remove(caret..<(stops.first { $0 > caret } ?? caret))
        case (.left, []): move(by: -1, page: page)
        case (.right, []): move(by: 1, page: page)
        default: return false
        }
        return true
    }

    /// Moves the caret to the place the eye sees next to it, whatever the letters' order in memory.
    private mutating func move(by step: Int, page: Direction) {
        let width = textWidth(text) + 1
        func fromLeft(_ offset: Int) -> Int {
            let column = TextLayout.caretColumn(
                text: text, offset: offset, width: width, direction: direction, page: page)
            return page == .leftToRight ? column : width - 1 - column
        }
        let here = fromLeft(caret)
        let ahead = stops.map { (offset: $0, distance: (fromLeft($0) - here) * step) }.filter { $0.distance > 0 }
        if let next = ahead.min(by: { $0.distance < $1.distance }) { caret = next.offset }
    }

    private mutating func remove(_ range: Range<Int>) {
        text.unicodeScalars.removeSubrange(index(range.lowerBound)..<index(range.upperBound))
        caret = range.lowerBound
    }

    /// Backspace takes back what was typed last: a mark or a ZWNJ alone, but an emoji whole.
    private var caretBeforeBackspace: Int {
        guard caret > 0 else { return 0 }
        let start = stops.last { $0 < caret } ?? 0
        let cluster = text.unicodeScalars[index(start)..<index(caret)]
        return cluster.allSatisfy { $0.value < 0x1F000 } ? caret - 1 : start
    }

    private var startOfWord: Int {
        let before = Array(text.unicodeScalars.prefix(caret))
        let word = before.lastIndex { $0 != " " } ?? -1
        return word < 0 ? 0 : (before[...word].lastIndex(of: " ") ?? -1) + 1
    }

    /// The offsets where the caret may stand: before every cluster, and at the end.
    private var stops: [Int] {
        var offset = 0
        var stops = [0]
        for character in text {
            offset += character.unicodeScalars.count
            stops.append(offset)
        }
        return stops
    }

    private func index(_ offset: Int) -> String.Index {
        text.unicodeScalars.index(text.startIndex, offsetBy: offset)
    }
}

extension TextField {
    /// A field that shows what is being typed.
    public init(_ input: TextInput, placeholder: String = "", hasFocus: Bool = true) {
        self.init(
            text: input.text, caret: input.caret, placeholder: placeholder, direction: input.direction,
            hasFocus: hasFocus)
    }
}
