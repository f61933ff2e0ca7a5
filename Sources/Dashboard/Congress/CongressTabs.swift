import Canvas
import Domain
import Persian

/// The views of an edition of the congress, each a screen of its own, as tabs above it: `v` goes from one to the next.
@MainActor
enum CongressTabs: CaseIterable {
    case programme, guests, door, roll

    /// Why nothing can be done here yet.
    nonisolated static let notOpened = Phrase(
        fa: "نخست با «{shell.palette}» و «\(CongressOpen.title)» کنگره را برپا کنید",
        en: "first open a congress: “\(CongressOpen.title)” under {shell.palette}")

    private var screen: (id: String, title: Phrase) {
        switch self {
        case .programme: (ProgrammeScreen.id, Phrase(fa: "برنامه", en: "Programme"))
        case .guests: (GuestsScreen.id, GuestsScreen.title)
        case .door: (DoorScreen.id, DoorScreen.title)
        case .roll: (RollScreen.id, RollScreen.title)
        }
    }

    /// Those that there are; a pack of a door holds only its guests.
    private static func all(_ context: ScreenContext) -> [CongressTabs] {
        context.pack == nil ? allCases : [.guests, .door]
    }

    /// The key that opens the next of them.
    func nextAction<State>(_ id: String = "screen.view", _ keys: String = "v") -> ScreenAction<State> {
        ScreenAction(id, keys, Phrase(fa: "نما", en: "view"), isHint: true) { _, context in next(context) }
    }

    private func next(_ context: ScreenContext) -> Effect {
        let all = Self.all(context)
        let index = all.firstIndex(of: self) ?? 0
        return .open(screen: all[(index + 1) % all.count].screen.id)
    }

    /// `o`: another edition, where there are several.
    static func nextEdition<State>(
        _ editions: @escaping (State) -> [Congress], _ does: @escaping @MainActor (inout State, ScreenContext) -> Void
    ) -> ScreenAction<State> {
        .step(
            "congress.edition", "o", Phrase(fa: "دوره دیگر", en: "another edition"),
            unless: { state, _ in
                editions(state).count > 1 ? nil : Phrase(fa: "دوره دیگری نیست", en: "there is no other edition")
            }, does)
    }

    /// The tabs on the region's first row, and at its end the edition.
    func draw(_ edition: Congress?, in region: inout Region, _ context: ScreenContext) {
        let name = edition.map { region($0.shortName) } ?? ""
        let nameWidth = min(textWidth(name), region.width / 2)
        region.put(
            name, row: 0, start: region.width - nameWidth - 1, width: nameWidth, direction: .page, style: Style(.muted))
        let all = Self.all(context)
        region.part(width: max(10, region.width - nameWidth - 2), height: 1) { region in
            Tabs(all.map { .init(region($0.screen.title)) }, selected: all.firstIndex(of: self) ?? 0).draw(in: &region)
        }
    }
}

extension Congress {
    /// "congress of 1401, Qom"
    var shortName: Phrase {
        Phrase(fa: "کنگره \(numeral: year)، \(city)", en: "congress of \(numeral: year), \(city)")
    }
}
