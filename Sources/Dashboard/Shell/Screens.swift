import Domain

/// Every screen there is, in the order of the menu. The menu, the number keys, help and `khedmat snapshot` read
/// this list.
@MainActor
enum Screens {
    static func all() -> [any RunningScreen] {
        [
            ScreenHost<OverviewScreen>(), ScreenHost<GroupsScreen>(), ScreenHost<CampsScreen>(),
            ScreenHost<TrainingScreen>(),
            ScreenHost<RecordScreen<PeopleList>>(),
            ScreenHost<RecordScreen<CouncilsList>>(),
            ScreenHost<RecordScreen<BasesList>>(), ScreenHost<RecordScreen<StaffList>>(),
            ScreenHost<RecordScreen<SettingsList>>(), ScreenHost<RecordScreen<LedgerList>>(),
        ]
    }

    /// The screen that a person begins with: those who work in the register with the register, trainers with the
    /// courses, those who look with the overview.
    static func first(for role: Role) -> String {
        switch role {
        case .administrator, .operator: GroupsScreen.id
        case .supervisor: OverviewScreen.id
        case .trainer: TrainingScreen.id
        }
    }
}
