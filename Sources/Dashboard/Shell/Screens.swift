/// Every screen there is, in the order of the menu. The menu, the number keys, help and `khedmat snapshot` read
/// this list.
@MainActor
enum Screens {
    static func all() -> [any RunningScreen] {
        [
            ScreenHost<GroupsScreen>(), ScreenHost<RecordScreen<PeopleList>>(),
            ScreenHost<RecordScreen<CouncilsList>>(),
            ScreenHost<RecordScreen<BasesList>>(), ScreenHost<RecordScreen<StaffList>>(),
            ScreenHost<RecordScreen<SettingsList>>(), ScreenHost<RecordScreen<LedgerList>>(),
        ]
    }
}
