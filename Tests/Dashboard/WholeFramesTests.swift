import Canvas
import Persian
import Testing

@testable import Dashboard

/// What a frame keeps of the one before it is drawn as if it were new.
@MainActor
@Suite("Frames with a render cache") struct WholeFramesTests {
    /// Orders, filters, tabs, languages, and the moves between them.
    private nonisolated static let keys =
        [
            "down", "s", "s", "S", "s", "down", "v", "down", "v", "v", "v", "z", "]", "[", "L", "s", "L", "/", "a",
            "escape",
        ]

    @Test(
        "After every key that changes a screen its frame is that of a dashboard without a render cache",
        arguments: zip(WholeOutputTests.offices.indices, [80, 120, 80, 120, 80, 120, 80, 120, 80]))
    func kept(office: Int, width: Int) throws {
        let test = try TestDashboard(.english, WholeOutputTests.offices[office].commands)
        test.dashboard.resize(width: width, height: width / 3)
        for screen in try test.screens(all: office == 0) where screen != DoorScreen.id {
            _ = test.dashboard.open(screen)
            try test.dashboard.refresh()
            for key in Self.keys {
                try test.press(key)
                while !test.dashboard.modals.isEmpty { try test.press("escape escape") }
                let frame = test.dashboard.frame()
                test.dashboard.renderCache.removeAll()
                #expect(test.dashboard.frame() == frame, "\(screen), \(key)")
            }
        }
    }
}
