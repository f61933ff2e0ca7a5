import Domain
import Store

extension ShownPart {
    static let congress = ShownPart(
        part: .congress, screens: [ProgrammeScreen.self, GuestsScreen.self, DoorScreen.self, RollScreen.self],
        first: { _, pack in pack?.kind == DoorPack.name ? DoorScreen.self : nil },
        distinctions: [
            Distinction(Guest.self) { guest, _, _ in guest.title },
            Distinction(Hall.self) { hall, _, context in context.language.digits(hall.congress) },
        ])
}
