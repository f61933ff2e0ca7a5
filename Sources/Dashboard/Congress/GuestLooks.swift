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
    var signed: Phrase { Phrase(fa: "\(sign) \(phrase.fa)", en: "\(sign) \(phrase.en)") }
}

/// The views of an edition of the congress, each a screen of its own, as tabs above it.
@MainActor
enum CongressTabs: Int, CaseIterable {
    case guests, door

    private var title: Phrase {
        switch self {
        case .guests: GuestsScreen.title
        case .door: DoorScreen.title
        }
    }

    var next: Effect {
        let next = Self(rawValue: (rawValue + 1) % Self.allCases.count) ?? self
        return .open(screen: next == .guests ? GuestsScreen.id : DoorScreen.id)
    }

    /// The tabs on the region's first row, and at its end the edition.
    func draw(_ edition: Congress?, in region: inout Region) {
        let name = edition.map { region($0.shortName) } ?? ""
        let nameWidth = min(textWidth(name), region.width / 2)
        region.put(
            name, row: 0, start: region.width - nameWidth - 1, width: nameWidth, direction: .page, style: Style(.muted))
        region.part(width: max(10, region.width - nameWidth - 2), height: 1) { region in
            Tabs(Self.allCases.map { .init(region($0.title)) }, selected: rawValue).draw(in: &region)
        }
    }
}

extension Congress {
    /// "congress of 1401, Qom"
    var shortName: Phrase {
        Phrase(fa: "کنگره \(persianDigits(year))، \(city)", en: "congress of \(year), \(city)")
    }
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
