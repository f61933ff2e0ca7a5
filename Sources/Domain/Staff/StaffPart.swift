import Persian

extension Part {
    /// Who works in the office, and what the office chose in place of the defaults.
    public static let staff = Part(
        "staff",
        records: [Staff.self, Setting.self],
        commands: [StaffAdd.self, StaffAmend.self, StaffDisable.self, SettingChange.self])
}

/// What the rules about staff read.
public protocol StaffRegistry {
    /// Whether the file is new: the first account becomes its administrator.
    func hasNoStaff() throws(DecideError) -> Bool
    /// How many administrators are active.
    func activeAdministrators() throws(DecideError) -> Int
}
