import Canvas
import Domain
import Persian
import Store

/// The attendance sheet of a course: people down, sessions across.
extension CourseView {
    private static let nameWidth = 18
    private static let sessionWidth = 7

    /// The sessions that fit, the one that keys act on among them.
    private func window(_ course: Course, _ width: Int) -> Range<Int> {
        let room = max(1, (width - Self.nameWidth - 16) / (Self.sessionWidth + 2))
        let first = max(0, min(state.sheet.session - room / 2, course.sessions.count - room))
        return first..<min(course.sessions.count, first + room)
    }

    func drawSheet(_ course: Course, in region: inout Region) {
        let height = CourseLayout(context).rows
        guard state.roster.total > 0 else {
            EmptyState(region(Phrase(fa: "کسی در این دوره جا ندارد", en: "Nobody has a seat in this course")))
                .draw(in: &region)
            return
        }
        let shown = window(course, region.width)
        let sessions = Array(course.sessions[shown])
        let columns =
            [Column(Phrase(fa: "نام", en: "Name"), minimum: Self.nameWidth, weight: 1, priority: 10)]
            + sessions.map { session in
                let title = session.code.count <= Self.sessionWidth - 1 ? session.code : "…\(session.code.suffix(5))"
                return Column(Phrase(fa: title, en: title), minimum: Self.sessionWidth, priority: 9)
            } + [Column(Phrase(fa: "حضور", en: "Present"), minimum: 7, alignment: .end, priority: 8)]
        let rows = state.roster.rows(height: height).enumerated().map { index, row in
            cells(row, course, sessions, isSelected: index == state.roster.selected - state.roster.top)
        }
        TableWidget(
            columns: columns, rows: rows, selected: state.roster.selected - state.roster.top,
            sort: .init(column: state.sheet.session - shown.lowerBound + 1, ascending: false),
            scroll: state.roster.scrollBar(height: height)
        ).draw(in: &region)
    }

    private func cells(
        _ row: EnrolmentRow, _ course: Course, _ sessions: [CourseSession], isSelected: Bool
    ) -> [TableCell] {
        let current = course.sessions.indices.contains(state.sheet.session) ? course.sessions[state.sheet.session] : nil
        let marks = sessions.map { session in
            let present = state.sheet.present[session.code]
            let isPresent = present?.contains(row.person.nationalID) ?? false
            let sign = isPresent ? "✓" : present == nil ? " " : "·"
            let isCurrent = session.code == current?.code
            return TableCell { region, style in
                var style = Style(isPresent ? .good : .muted, on: style.background, isPresent ? .bold : [])
                if isCurrent { style = Style(style.foreground, on: isSelected ? .accent : .field, style.attributes) }
                if isCurrent, isSelected { style.foreground = .onAccent }
                let text = isCurrent && isSelected ? "[\(sign)]" : " \(sign) "
                region.put(text, row: 0, width: 3, direction: .picture, style: style)
            }
        }
        let attended = row.attended.count
        let risk = AttendanceRisk(attended, of: state.sheet.present.count, in: course)
        let figure = language.digits("\(attended)/\(course.sessions.count)")
        let name = TableCell(row.person.fullName, color: risk == .lost ? .alarm : nil)
        return [name] + marks + [TableCell(risk.sign + figure, direction: .leftToRight, color: risk.color)]
    }
}
