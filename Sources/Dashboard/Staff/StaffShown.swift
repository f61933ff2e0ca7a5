import Domain

extension ShownPart {
    static let staff = ShownPart(
        part: .staff, registers: [RecordScreen<StaffList>.self, RecordScreen<SettingsList>.self])
}
