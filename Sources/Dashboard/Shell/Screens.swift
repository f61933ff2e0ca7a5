import Domain

/// Every screen there is, in the order of the menu. The menu, the number keys, help and `khedmat snapshot` read
/// this list.
@MainActor
enum Screens {
    ///
    /// - Parameter pack: that the file is; only what it can fill is there then.
    static func all(in pack: Pack? = nil) -> [any RunningScreen] {
        guard let pack else { return all }
        guard let kind = pack.declaration else { return [ScreenHost<RecordScreen<LedgerList>>()] }
        return all.filter { $0.isFilled(by: kind) }
    }

    private static var all: [any RunningScreen] {
        [
            ScreenHost<OverviewScreen>(), ScreenHost<GroupsScreen>(), ScreenHost<CampsScreen>(),
            ScreenHost<ProgrammeScreen>(), ScreenHost<GuestsScreen>(), ScreenHost<DoorScreen>(),
            ScreenHost<RollScreen>(),
            ScreenHost<TrainingScreen>(), ScreenHost<ArbaeenScreen>(),
            ScreenHost<RecordScreen<PeopleList>>(),
            ScreenHost<RecordScreen<CouncilsList>>(),
            ScreenHost<RecordScreen<BasesList>>(), ScreenHost<RecordScreen<ReturnedList>>(),
            ScreenHost<RecordScreen<PacksList>>(), ScreenHost<RecordScreen<StaffList>>(),
            ScreenHost<RecordScreen<SettingsList>>(), ScreenHost<RecordScreen<LedgerList>>(),
        ]
    }

    /// The screen that a person begins with: those who work in the register with the register, trainers with the
    /// courses, those who look with the overview.
    ///
    /// - Parameter pack: that the file is; at a door without a network it is the door.
    static func first(for role: Role, in pack: Pack? = nil) -> String {
        if pack?.kind == DoorPack.name { return DoorScreen.id }
        return switch role {
        case .administrator, .operator: GroupsScreen.id
        case .supervisor: OverviewScreen.id
        case .trainer: TrainingScreen.id
        }
    }
}
