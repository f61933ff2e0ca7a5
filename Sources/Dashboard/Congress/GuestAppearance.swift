import Canvas
import Domain
import Persian
import Store

extension GuestState {
    /// A sign of its own for each.
    var sign: String {
        switch self {
        case .draft: "○"
        case .sent: "◷"
        case .accepted: "✓"
        case .declined: "−"
        case .revoked: "×"
        case .checkedIn: "●"
        case .checkedOut: "◌"
        }
    }

    var color: ColorRole {
        switch self {
        case .accepted, .checkedIn: .good
        case .sent: .warning
        case .revoked: .alarm
        case .draft, .declined, .checkedOut: .muted
        }
    }

    /// "✓ accepted"
    var signed: Phrase { Phrase(fa: "\(sign) \(phrase)", en: "\(sign) \(phrase)") }
}

extension GuestCounts {
    /// The seats of an edition on one line: words, and a gauge of those inside or expected against the largest hall.
    func draw(_ words: Phrase, taken: Int, waiting: Int, hall: Hall?, in region: inout Region) {
        let text = region(words)
        let width = min(textWidth(text), region.width)
        region.put(text, row: 0, start: 1, width: width, direction: .page, style: Style(.text))
        guard let hall, region.width - width > 12 else { return }
        region.part(start: width + 3, width: region.width - width - 4, height: 1) {
            SeatGauge(capacity: hall.seats, taken: taken, waiting: waiting).draw(in: &$0)
        }
    }
}
