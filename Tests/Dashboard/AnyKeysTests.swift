import Canvas
import Domain
import Persian
import Support
import Testing

@testable import Dashboard

/// Whatever is typed, pasted and pulled at, the dashboard stays whole.
@MainActor
@Suite struct AnyKeysTests {
    private static let letters = Array("naehmtduiDsS/:?LjkgG1234567890ابپشمس۱۲۳ \u{200C}\u{64E}x@.،-".unicodeScalars)
    private static let codes: [Key.Code] = [
        .enter, .enter, .escape, .tab, .tab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace,
        .delete, .function(1),
    ]
    private static let pasted = [
        "گروه\r\nجهادی\u{202E} \u{1B}[31mABC", "9990000050", "1400/12/30", "/nowhere/no.csv",
        String(repeating: "بلند ", count: 300), "\u{200C}\u{200D}\u{301}", "👨‍👩‍👧 漢字",
    ]
    private static let modifiers: [Key.Modifiers] = [[], [], [], .shift, .control, .alt, [.control, .shift]]

    private func event(_ random: inout SplitMix) -> Event {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: .paste(Self.pasted.randomElement(using: &random) ?? "")
        case 1:
            .resize(width: .random(in: 0...130, using: &random), height: .random(in: 0...45, using: &random))
        case 2, 3: .resize(width: 80, height: 24)
        case 4..<12:
            .key(
                Key(
                    .character(Self.letters.randomElement(using: &random) ?? "n"),
                    Self.modifiers.randomElement(using: &random) ?? []))
        default:
            .key(
                Key(
                    Self.codes.randomElement(using: &random) ?? .enter,
                    Self.modifiers.randomElement(using: &random) ?? []))
        }
    }

    @Test("Any keys, in any order and any window, leave whole frames and a whole ledger", arguments: 0..<10)
    func anyKeys(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let isAtDoor = seed >= 8
        let test = try TestDashboard(
            seed % 2 == 0 ? .persian : .english, isAtDoor ? GuestsExample.office : TestDashboard.office)
        if isAtDoor { _ = test.dashboard.open(DoorScreen.id) }
        var size = (width: 80, height: 24)
        var looked: [[Run]] = []
        for _ in 0..<150 {
            let event = event(&random)
            if case .resize(let width, let height) = event { (size, looked) = ((width, height), []) }
            _ = try test.dashboard.handle(event, isLive: Bool.random(using: &random))
            try test.dashboard.catchUp()
            if Bool.random(using: &random) { _ = try test.dashboard.readAhead() }
            test.settle()
            let frame = test.dashboard.frame()
            test.dashboard.renderCache.removeAll()
            #expect(test.dashboard.frame() == frame, "what was kept of an earlier frame is shown after \(event)")
            #expect((frame.width, frame.height) == size)
            // What looks as it did after the former key was looked at then.
            for row in 0..<frame.height where !looked.indices.contains(row) || looked[row] != frame.rows[row] {
                let cells = frame.cells(row: row)
                #expect(cells.count == size.width)
                #expect(!cells.contains { $0.scalar.properties.generalCategory == .control }, "\(event)")
            }
            looked = frame.rows
            if let caret = frame.caret {
                #expect((0..<size.height).contains(caret.row) && (0..<size.width).contains(caret.start), "\(event)")
            }
        }
        #expect(try test.office.verify { _, _ in }.problems == [])
    }
}
