/// How many columns a text fills on the screen.
///
///     textWidth("گروه‌ها")  // 6: the joiner fills none
///     textWidth("漢字")     // 4
public func textWidth(_ text: String) -> Int {
    Line(text).width
}

/// Measuring and cutting text by columns; ``Frame/cells(row:)`` lays it out.
public enum TextLayout {
    /// `text` without control characters, bidi controls and other invisible signs; tabs and line ends become
    /// spaces. Every text that is laid out goes through here.
    public static func sanitised(_ text: String) -> String {
        Sanitise.sanitised(text)
    }

    /// `text` as a run of `width` columns shows it, still in logical order: sanitised, and cut with … when it is
    /// longer. For a terminal that reorders by itself.
    ///
    ///     TextLayout.fitted("کرمانشاه", width: 5)  // "کرما…"
    public static func fitted(_ text: String, width: Int) -> String {
        var line = Line()
        line.read(text, cutTo: width)
        line.truncate(to: width)
        return line.text
    }

    /// The direction in which `text` runs on a page.
    public static func direction(of text: String, as direction: TextDirection, page: Direction) -> Direction {
        Bidi().direction(of: Line(text), as: direction, page: page)
    }
}
