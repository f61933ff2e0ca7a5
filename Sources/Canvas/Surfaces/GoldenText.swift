/// What golden files hold: each row as it looks and, below it, its runs as logical text, one a line, so that a
/// person can read a difference.
///
///     20×2 right-to-left
///     │               ﺎﻫﻩﻭﺮﮔ│
///       0+20 strong/page bold: گروه‌ها
///     │                    │
public struct GoldenText: Surface {
    /// The last frame.
    public private(set) var text = ""

    public init() {}

    public mutating func present(_ frame: Frame) {
        let direction = frame.direction == .rightToLeft ? "right-to-left" : "left-to-right"
        text = "\(frame.width)×\(frame.height) \(direction)"
        if let caret = frame.caret { text += ", caret in row \(caret.row) at \(caret.start)" }
        text += "\n"
        for (row, runs) in frame.rows.enumerated() {
            text += "│\(frame.visibleText(row: row))│\n"
            for run in runs { text += "  \(GoldenText.line(run))\n" }
        }
    }

    /// `0+20 strong/page bold: text`; what is usual (automatic direction, aligned at the start) is left out.
    private static func line(_ run: Run) -> String {
        var line = "\(run.start)+\(run.width) \(run.style.foreground)/\(run.style.background)"
        let attributes: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"), (.italic, "italic"),
        ]
        for (attribute, name) in attributes where run.style.attributes.contains(attribute) { line += " \(name)" }
        if run.alignment != .start { line += " \(run.alignment)" }
        if !run.text.isEmpty {
            if !isUsual(run) { line += " \(run.direction)" }
            for emphasis in run.emphasis.map({ [$0] + $0.others }) ?? [] {
                let ranges = emphasis.ranges.map { "\($0)" }.joined(separator: " ")
                line += " [\(ranges) \(emphasis.style.foreground)/\(emphasis.style.background)]"
            }
            line += ": " + Sanitise.sanitised(run.text)
        }
        return line
    }

    /// Whether the text runs as its own letters say.
    private static func isUsual(_ run: Run) -> Bool {
        switch run.direction {
        case .automatic: true
        case .rightToLeft: TextLayout.direction(of: run.text, as: .automatic, page: .leftToRight) == .rightToLeft
        case .page, .leftToRight, .picture: false
        }
    }
}
