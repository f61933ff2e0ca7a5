import Canvas
import Domain
import Persian
import Store
import Testing

@testable import Dashboard

/// What a form refuses, when, and where the caret stands then.
@MainActor
@Suite("What a form refuses")
struct FormCheckingTests {
    private func form(
        _ request: FormRequest, _ language: Language = .english
    ) throws -> (TestDashboard, FormModal) {
        let test = try TestDashboard(language, CampsExample.office)
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.openForm(request)
        try test.dashboard.refresh()
        return (test, try #require(test.dashboard.modals.last as? FormModal))
    }

    private func index(_ name: String, _ form: FormModal) throws -> Int {
        try #require(form.fields.firstIndex { $0.use.name == name })
    }

    /// Puts the focus into a field and leaves it, with a value.
    private func leave(_ name: String, _ value: JSON, _ test: TestDashboard, _ form: FormModal) throws -> Refusal? {
        let index = try index(name, form)
        form.fields[index].entry = FieldEntry(form.fields[index].use.kind, value, test.dashboard.context)
        form.focus = .row(index)
        form.leave(test.dashboard.context)
        return form.fields[index].refusal
    }

    /// Fills each cell of a table but one with something acceptable, saves, and says in which cell the caret stands.
    private func cell(afterLeavingOut left: Int, _ field: String, _ command: any Command.Type) throws -> (Int, Int)? {
        let (_, form) = try form(FormRequest(command))
        let index = try index(field, form)
        guard case .rows(let uses) = form.fields[index].use.kind else { return nil }
        let samples = [
            "group": "Q-0001", "field": "medical", "service": "food", "role": "cook", "code": "A-1",
            "from": "1401/05/15T09:00", "to": "1401/05/15T12:00",
        ]
        func sample(_ use: ParameterUse) -> JSON {
            if case .flag = use.kind { .bool(true) } else { .string(samples[use.name] ?? "7") }
        }
        func row(without left: Int?) -> JSON {
            .object(uses.indices.filter { $0 != left }.map { .init(uses[$0].name, sample(uses[$0])) })
        }
        let context = ScreenContext(
            language: .english, role: .administrator, masking: Masking(for: .administrator),
            now: Moment(milliseconds: 0), day: Day(number: 0), width: 80, height: 24,
            keymap: .standard)
        form.fields[index].entry = FieldEntry(
            form.fields[index].use.kind, .list([row(without: nil), row(without: left)]), context)
        let refusal = Refusal.missing(field, uses[left].phrase)
        form.show(refusal)
        let rows = try #require(form.fields[index].entry.field as? RowsField)
        return (rows.focusedRow, rows.focusedColumn)
    }

    @Test("After a refusal the caret stands in the cell that the message is about, in every table of every form")
    func cells() throws {
        for command in Commands.all {
            for use in command.parameters {
                guard case .rows(let uses) = use.kind else { continue }
                for left in uses.indices where uses[left].presence == .required {
                    let cell = try #require(try cell(afterLeavingOut: left, use.name, command))
                    #expect(cell == (1, left), "\(command.name) \(use.name) \(uses[left].name)")
                }
            }
        }
    }

    @Test("What is typed after a missing headcount is a headcount")
    func headcount() throws {
        let (test, form) = try form(FormRequest(CampPlan.self))
        let index = try index("groups", form)
        form.focus = .row(index)
        try test.type("Q-0001")
        try test.press("enter ctrl+s")
        form.focus = .row(index)
        form.stand(at: index)
        try test.type("12")
        #expect(
            form.fields[index].value == JSON(parsing: #"[{"group":"Q-0001","headcount":"12"}]"#), "\(test.text)")
    }

    @Test("A day that was found in the calendar is replaced by what is typed, as one that stood there")
    func typedOverPicked() throws {
        let (test, form) = try form(FormRequest(CampPlan.self))
        let index = try index("from", form)
        form.focus = .row(index)
        for keys in ["left left", "t", "pagedown", ""] {
            if !keys.isEmpty { try test.press(keys) }
            try test.type("14010522")
            #expect(form.fields[index].value == .string("1401/05/22"), "after \(keys)")
            try test.press("left space")
        }
    }

    @Test("The years of birth that are accepted end with this one, on leaving the field and on saving")
    func birthYear() throws {
        for language in Language.allCases {
            let (test, form) = try form(FormRequest(PersonRecord.self), language)
            for year in ["1200", "1402", "1450"] {
                let refusal = try #require(try leave("birthYear", .string(year), test, form), "\(year)")
                #expect(refusal.phrase.en.contains("from 1280 to 1401"), "\(refusal.phrase.en)")
            }
            for year in ["1280", "1401", ""] {
                #expect(try leave("birthYear", .string(year), test, form) == nil, "\(year)")
            }
        }
    }

    @Test("A specialised group with two fields is refused as the second is left, in a new form and in an old one")
    func specialised() throws {
        let amends = FormRequest(
            GroupAmend.self, fixed: [.init("code", .string("Q-0001"))], record: RecordName(Group.kind, "Q-0001"))
        for request in [FormRequest(GroupRegister.self), amends] {
            let (test, form) = try form(request)
            _ = try leave("kind", .string("specialised"), test, form)
            #expect(try leave("fields", .list([.string("medical"), .string("relief")]), test, form) != nil)
            #expect(try leave("kind", .string("general"), test, form) == nil)
            #expect(form.fields[try index("fields", form)].refusal == nil, "it fits now")
        }
    }

    @Test("A day alone is no time of an incident")
    func dayAlone() throws {
        let (test, form) = try form(FormRequest(IncidentRecord.self))
        #expect(try leave("when", .string("1401/05/10"), test, form)?.code == .invalidDate)
        #expect(try leave("when", .string("1401/05/10 09:30"), test, form) == nil)
    }

    @Test("Of a name that nobody has it is said that nobody of that name is recorded")
    func nobody() throws {
        for language in Language.allCases {
            let (test, form) = try form(FormRequest(CampPlan.self), language)
            form.focus = .row(try index("leader", form))
            try test.type("نادر ناشناس")
            try test.press("tab")
            #expect(
                test.text.contains(
                    language == .persian ? "کسی به نام «نادر ناشناس» ثبت نشده است" : "nobody of the name"),
                "\(test.text)")
        }
    }
}
