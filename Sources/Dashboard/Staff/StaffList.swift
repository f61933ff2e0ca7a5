import Canvas
import Domain
import Persian
import Store

/// Who uses the program, and what they may do.
enum StaffList: RecordList {
    static let id = "staff"
    static let title = Phrase(fa: "کاربران", en: "Staff")
    static let icon = "☖"
    static let columns = [
        Column(Phrase(fa: "حساب", en: "Account"), minimum: 14, weight: 1, priority: 9),
        Column(Phrase(fa: "نام", en: "Name"), minimum: 18, weight: 2, priority: 8),
        Column(Phrase(fa: "نقش", en: "Role"), minimum: 13, priority: 7),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 8, priority: 6),
    ]
    static let actions: [RecordAction<Staff>] = [
        .new(StaffAdd.self), .amend(StaffAmend.self, "account"),
        RecordAction("staff.disable", "D", StaffDisable.title, command: StaffDisable.self) { staff in
            staff.map { staff in
                .ask(
                    Question(
                        title: StaffDisable.title,
                        text: Phrase(
                            fa: "«\(staff.name)» (\(staff.account)) دیگر نمی‌تواند این دفتر را باز کند.",
                            en: "“\(staff.name)” (\(staff.account)) will no longer be able to open this office."),
                        answers: [
                            .init(Phrase(fa: "انصراف", en: "Cancel")),
                            .init(
                                StaffDisable.title,
                                .send(Sending(StaffDisable.self, [.init("account", .string(staff.account))]))),
                        ]))
            }
        },
    ]

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.window(of: Staff.kind, matching: filter, from: start, limit: limit)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Staff? {
        try reader.record(Staff.self, at: place)
    }

    static func cells(_ staff: Staff, _ context: ScreenContext) -> [TableCell] {
        let color: ColorRole? = staff.state == .active ? nil : .muted
        return [
            TableCell(staff.account, direction: .leftToRight, color: color), TableCell(staff.name, color: color),
            TableCell(staff.role.phrase[context.language], color: color),
            TableCell(staff.state.phrase[context.language], color: staff.state == .active ? .good : .warning),
        ]
    }

    static func facts(_ staff: Staff, _ context: ScreenContext) -> [Facts.Fact] { staff.facts(context) }
}
