import Persian

/// A field of a form: a value that keys change and that draws itself. ``FormWidget`` puts labels and errors around it.
///
///     var field: any FormField = NumberField(12, unit: Phrase(fa: "نفر", en: "people"))
///     field.handle(Key(.character("۳")), page: .rightToLeft)  // 123
public protocol FormField: Hashable, Sendable {
    /// Does what a key does in this field.
    ///
    /// - Returns: false when the key means nothing here and is the form's to use. A key that leads out of the field,
    ///   such as down in the last option, is also the form's.
    mutating func handle(_ key: Key, page: Direction) -> Bool

    /// Goes on to the next part of a field that has parts, or back.
    ///
    /// - Returns: false when there is none, so that the form goes on to another field.
    mutating func step(backward: Bool) -> Bool

    /// The focus comes to the field by a key that leads here: what stands in one line is selected, so that the first
    /// letter typed takes its place.
    ///
    /// - Parameter backward: it came from what follows, so that a field of parts begins in its last.
    mutating func enter(backward: Bool)

    /// The focus leaves the field: an unambiguous candidate is taken, an open list is closed.
    mutating func leave()

    /// Closes what stands open over the form.
    ///
    /// - Returns: false when nothing does.
    mutating func dismiss() -> Bool

    /// Takes what was pasted.
    mutating func insert(_ pasted: String)

    /// Says in how many columns the field is shown; call it when the form's geometry is known or changes.
    mutating func fit(columns: Int)

    /// How many rows the field needs.
    func height(columns: Int, language: Language) -> Int

    /// How many columns it needs for its heads to stand whole; where it has fewer beside its label it stands below that.
    func wantedColumns(_ language: Language) -> Int

    /// How many rows more it can make use of, where the form has some to spare.
    func growth(columns: Int, language: Language) -> Int

    /// Draws over the whole region; with the focus also the caret.
    func draw(in region: inout Region, hasFocus: Bool)

    /// What is shown below the field while it has the focus, or nil for nothing.
    func popup(_ language: Language) -> FieldPopup?
}

extension FormField {
    public mutating func step(backward: Bool) -> Bool { false }
    public mutating func enter(backward: Bool) {}
    public mutating func leave() {}
    public mutating func dismiss() -> Bool { false }
    public mutating func insert(_ pasted: String) {}
    public mutating func fit(columns: Int) {}
    public func height(columns: Int, language: Language) -> Int { 1 }
    public func wantedColumns(_ language: Language) -> Int { 0 }
    public func growth(columns: Int, language: Language) -> Int { 0 }
    public func popup(_ language: Language) -> FieldPopup? { nil }
}

/// What a field shows below itself, over the rows that follow.
public struct FieldPopup {
    public var width: Int
    public var height: Int
    public var draw: (inout Region) -> Void

    public init(width: Int, height: Int, draw: @escaping (inout Region) -> Void) {
        self.width = width
        self.height = height
        self.draw = draw
    }
}

extension TextInput: FormField {
    public mutating func enter(backward: Bool) { selectAll() }

    public func draw(in region: inout Region, hasFocus: Bool) {
        TextField(self, hasFocus: hasFocus).draw(in: &region)
    }
}

extension TextArea: FormField {
    public func height(columns: Int, language: Language) -> Int { rows }
}
