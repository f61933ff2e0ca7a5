import Canvas
import Domain
import Persian

/// The two views of what is told of the work, each a screen of its own, as tabs above it: `v` goes from one to the other.
@MainActor
enum StoriesTabs: CaseIterable {
    case stories, bulletins

    private var screen: (id: String, title: Phrase) {
        switch self {
        case .stories: (StoriesScreen.id, StoriesScreen.title)
        case .bulletins: (BulletinsScreen.id, BulletinsScreen.title)
        }
    }

    /// The key that opens the other.
    func nextAction<State>() -> ScreenAction<State> {
        ScreenAction("screen.view", "v", Phrase(fa: "نما", en: "view"), isHint: true) { _, _ in
            .open(screen: next.screen.id)
        }
    }

    /// The tabs on the region's first row.
    func draw(in region: inout Region) {
        let tabs = Self.allCases.map { Tabs.Item(region($0.screen.title)) }
        Tabs(tabs, selected: Self.allCases.firstIndex(of: self) ?? 0).draw(in: &region)
    }
}
