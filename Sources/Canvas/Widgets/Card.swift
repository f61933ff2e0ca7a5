/// A headline: a title, a large figure, what it is measured by, and how it went.
///
///     Card("گروه ثبت‌شده", figure: "۷۸۰", note: "۴ تازه", days: days).draw(in: &region)
public struct Card: Hashable, Sendable {
    public var title: String
    public var figure: String
    /// A few words beside the figure; empty for none.
    public var note: String
    /// The days of a small strip, from the oldest; empty where nothing is recorded by day.
    public var days: [Int?]
    /// 0 to 1, for a gauge in place of the strip: how much of the whole it is.
    public var share: Double?
    public var severity: MessageSeverity?

    /// Rows with the border.
    public static let height = 4

    public init(
        _ title: String, figure: String, note: String = "", days: [Int?] = [], share: Double? = nil,
        severity: MessageSeverity? = nil
    ) {
        self.title = title
        self.figure = figure
        self.note = note
        self.days = days
        self.share = share
        self.severity = severity
    }

    /// As many of the note's parts as stand there whole; of the first what there is room for.
    private func note(width: Int) -> String {
        let parts = note.split(separator: " · ", omittingEmptySubsequences: false)
        let whole = (1...max(1, parts.count)).last { textWidth(parts.prefix($0).joined(separator: " · ")) <= width }
        return parts.prefix(whole ?? 1).joined(separator: " · ")
    }

    public func draw(in region: inout Region) {
        Panel(title).draw(in: &region) { inside in
            var start = 0
            if let severity {
                inside.put(
                    severity.sign, row: 0, width: 1, direction: .page, style: Style(severity.color, on: .page, .bold))
                start = 2
            }
            let width = textWidth(figure)
            inside.put(
                figure, row: 0, start: start, width: width, direction: .leftToRight,
                style: Style(severity?.color ?? .strong, on: .page, .bold))
            let told = note(width: inside.width - start - width - 1)
            // Rather than cut a word it stands nearer.
            let gap = start + width + 2 + textWidth(told) > inside.width ? 1 : 2
            inside.put(told, row: 0, start: start + width + gap, direction: .page, style: Style(.muted))
            guard inside.height > 1 else { return }
            if let share { inside.part(top: 1, height: 1) { Gauge(share).draw(in: &$0) } }
            guard !days.isEmpty else { return }
            inside.part(top: 1) { region in
                Sparkline(days, figure: "").draw(in: &region)
            }
        }
    }
}
