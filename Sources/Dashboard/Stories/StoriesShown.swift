import Domain

extension ShownPart {
    static let stories = ShownPart(
        part: .stories, registers: [RecordScreen<StoriesList>.self, RecordScreen<BulletinsList>.self])
}
