import Persian

/// A column of a ``TableWidget``.
///
///     Column(Phrase(fa: "نام", en: "Name"), minimum: 16, weight: 3)
public struct Column: Sendable {
    public var title: Phrase
    /// The fewest columns of the screen it can do with.
    public var minimum: Int
    /// Its share of the columns left over; zero keeps it at its minimum.
    public var weight: Int
    public var alignment: Alignment
    /// In a narrow table the columns of the lowest priority vanish first, of equal ones the last. Spare width goes to
    /// cut texts, those of the highest priority first.
    public var priority: Int
    /// The columns of the screen in which nothing of it is cut; zero where that is not known.
    public var wanted = 0

    public init(
        _ title: Phrase, minimum: Int, weight: Int = 0, alignment: Alignment = .start, priority: Int = 0
    ) {
        self.title = title
        self.minimum = minimum
        self.weight = weight
        self.alignment = alignment
        self.priority = priority
    }

    /// The same, wide enough for what it is to hold whole, such as codes; up to `limit` columns of the screen.
    ///
    ///     codes.fitting(rows.map(\.code))
    public func fitting(_ texts: [String], limit: Int = 16) -> Column {
        fitting(texts.map { textWidth($0) }.max() ?? 0, limit: limit)
    }

    /// The same, for the longest of the texts, in columns of the screen.
    public func fitting(_ longest: Int, limit: Int = 16) -> Column {
        var column = self
        column.minimum = max(minimum, min(longest, limit))
        return column
    }

    /// The same, getting the width of its texts, up to `limit` columns of the screen, before other columns grow.
    ///
    ///     names.wanting(rows.map(\.name))
    public func wanting(_ texts: [String], limit: Int = 60) -> Column {
        wanting(texts.map { textWidth($0) }.max() ?? 0, limit: limit)
    }

    /// The same, for the longest of the texts, in columns of the screen.
    public func wanting(_ longest: Int, limit: Int = 60) -> Column {
        var column = self
        column.wanted = min(longest, limit)
        return column
    }

    /// A column that found room: which one it is and where it stands.
    public struct Place: Hashable, Sendable {
        public var index: Int
        public var start: Int
        public var width: Int
    }

    /// Blank columns between two columns of a table.
    static let gap = 2

    /// Lays `columns` out side by side in `width`: those that do not fit vanish; of what is left over each has what it
    /// wants, the rest is shared.
    public static func places(_ columns: [Column], width: Int) -> [Place] {
        var shown = Array(columns.indices)
        func needed() -> Int { shown.reduce(-gap) { $0 + columns[$1].minimum + gap } }
        while shown.count > 1, needed() > width {
            guard let least = shown.reversed().min(by: { columns[$0].priority < columns[$1].priority }) else { break }
            shown.removeAll { $0 == least }
        }
        var spare = max(0, width - needed())
        var widths = columns.map(\.minimum)
        for index in shown.sorted(by: { columns[$0].priority > columns[$1].priority }) {
            let more = min(spare, max(0, columns[index].wanted - widths[index]))
            widths[index] += more
            spare -= more
        }
        var weight = shown.reduce(0) { $0 + columns[$1].weight }
        var places: [Place] = []
        var start = 0
        for index in shown {
            let column = columns[index]
            let share = weight > 0 ? spare * column.weight / weight : 0
            spare -= share
            weight -= column.weight
            let given = min(widths[index] + share, max(0, width - start))
            places.append(Place(index: index, start: start, width: given))
            start += given + gap
        }
        return places
    }
}
