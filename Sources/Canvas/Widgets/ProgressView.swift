import Persian

/// Long work on its way: how far it is, how fast, when it will be done, and the key that cancels it.
///
///     ProgressView("ورود گروه‌ها", done: 463, total: 803, rate: "۳۲۰ در ثانیه", end: "پایان ۱۸:۴۰", hint: hint)
///         .draw(in: &region)
public struct ProgressView: Hashable, Sendable {
    public var title: String
    public var done: Int
    /// How many there are; nil while nobody knows.
    public var total: Int?
    /// Sentences of the caller, empty for none.
    public var rate: String
    public var end: String
    public var hint: KeyHints.Hint?

    public static let height = 3

    public init(
        _ title: String, done: Int, total: Int?, rate: String = "", end: String = "", hint: KeyHints.Hint? = nil
    ) {
        self.title = title
        self.done = done
        self.total = total
        self.rate = rate
        self.end = end
        self.hint = hint
    }

    public func draw(in region: inout Region) {
        region.put(title, row: 0, direction: .page, style: Style(.strong, on: .page, .bold))
        drawBar(in: &region)
        var room = region.width
        if let hint, hint.width <= room {
            region.part(top: 2, start: room - hint.width, width: hint.width, height: 1) {
                KeyHints([hint], background: .page).draw(in: &$0)
            }
            room -= hint.width + 2
        }
        let count = region.language.number(done)
        var facts: [Span] = [Span(count)]
        if let total { facts.append(Span(region(Phrase(fa: " از ", en: " of ")) + region.language.number(total))) }
        for fact in [rate, end] where !fact.isEmpty { facts += [Span(" · ", color: .faint), Span(fact)] }
        if room > 0 { region.put(facts, row: 2, width: room, style: Style(.muted)) }
    }

    private func drawBar(in region: inout Region) {
        let fraction = total.map { $0 > 0 ? min(1, Double(done) / Double($0)) : 1 }
        // Whole only when it is: 99.9 % is not yet 100.
        let percent = fraction.map { region.language.number(Int($0 * 100)) + (region.language == .persian ? "٪" : "%") }
        let width = max(1, region.width - 6)
        region.part(top: 1, width: width, height: 1) { Gauge(fraction ?? 0).draw(in: &$0) }
        region.put(
            percent ?? "…", row: 1, start: width + 1, width: 5, alignment: .end, direction: .leftToRight,
            style: Style(.strong, on: .page, .bold))
    }
}
