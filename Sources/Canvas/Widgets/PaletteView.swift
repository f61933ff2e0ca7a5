/// A field and below it what it finds: commands, screens and records in one list.
///
///     PaletteView(TextInput("گروه"), entries: [.init("گروه تازه", kind: "دستور", key: "n")], selected: 0)
///         .draw(in: &region)
public struct PaletteView {
    public struct Entry: Hashable, Sendable {
        public var title: String
        /// Whether it is a command, a screen or which kind of record.
        public var kind: String
        /// The key that does the same without the palette.
        public var key: String
        public var disabledReason: String?

        public init(_ title: String, kind: String, key: String = "", disabledReason: String? = nil) {
            self.title = title
            self.kind = kind
            self.key = key
            self.disabledReason = disabledReason
        }
    }

    public var input: TextInput
    /// Shown while the field is empty.
    public var placeholder: String
    public var entries: [Entry]
    public var selected: Int?
    /// What is said when nothing was found.
    public var emptyText: String
    /// What is said below the list, such as that there are more.
    public var note: String

    private static let widest = 72
    private static let highest = 18
    /// How many entries a page turns.
    public static let page = 12

    public init(
        _ input: TextInput, placeholder: String = "", entries: [Entry], selected: Int? = nil, emptyText: String = "",
        note: String = ""
    ) {
        self.input = input
        self.placeholder = placeholder
        self.entries = entries
        self.selected = selected
        self.emptyText = emptyText
        self.note = note
    }

    /// Draws near the upper edge of the region, over what is there; its size does not depend on what was found.
    public func draw(in region: inout Region) {
        let width = min(Self.widest, region.width - 4)
        let height = min(Self.highest, region.height - 2)
        region.part(top: 1, start: (region.width - width) / 2, width: width, height: height) { box in
            Panel("", note: note, hasFocus: true, background: .panel).drawTight(in: &box) { draw(inside: &$0) }
        }
    }

    private func draw(inside region: inout Region) {
        region.fill(Style(.text, on: .field), height: 1)
        region.put("›", row: 0, start: 1, width: 1, direction: .picture, style: Style(.accent, on: .field, .bold))
        region.part(start: 3, width: region.width - 4, height: 1) {
            TextField(input, placeholder: placeholder).draw(in: &$0)
        }
        region.part(top: 1) { list in
            guard !entries.isEmpty else {
                list.put(emptyText, row: 0, start: 2, direction: .page, style: Style(.muted, on: .panel))
                return
            }
            OptionList(
                entries.map { entry in
                    OptionList.Entry(
                        entry.title, matches: TextLayout.matches(of: input.text, in: entry.title),
                        detail: [Span(entry.kind)], note: entry.key, disabledReason: entry.disabledReason)
                }, selected: selected
            ).draw(in: &list)
        }
    }
}
