import Domain
import Persian

extension ShownPart {
    static let packs = ShownPart(
        part: .packs, registers: [RecordScreen<ReturnedList>.self, RecordScreen<PacksList>.self],
        modals: [UnpackModal.self],
        actions: [
            PartAction(
                phrase: Phrase(fa: "بازآوردن بسته همراه", en: "bring a pack home"), command: PackReceive.self,
                effect: .unpack)
        ])
}
