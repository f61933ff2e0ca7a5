import Canvas
import Domain
import Persian
import Store

/// The report of that day, or the one before it.
enum ReportCompanion: FormCompanion {
    static let command: any Command.Type = CampReport.self
    static let subjects = [CampFields.camp.name, CampFields.day.name]

    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences {
        var references = FormReferences()
        guard let (camp, day) = campAndDay(value) else { return references }
        references.day = day
        let reports = try reader.reports(of: camp).filter { $0.state == .current }
        references.standing = reports.first { $0.day == day }
        let earlier = reports.last { $0.day < day }
        references.earlier = earlier
        references.earlierDay = earlier?.day
        return references
    }
}

/// The attendance of that day, or the one before it; those whom the camp's groups can bring.
enum AttendanceCompanion: FormCompanion {
    static let command: any Command.Type = CampAttend.self
    static let subjects = ReportCompanion.subjects

    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences {
        var references = FormReferences()
        guard let (camp, day) = campAndDay(value) else { return references }
        references.day = day
        references.standing = try reader.attendance(of: camp, on: day)
        let earlier = try reader.lastAttendance(of: camp, before: day)
        references.earlier = earlier
        references.earlierDay = earlier?.day
        references.people = try reader.candidates(atCamp: camp, on: day, context)
        return references
    }
}

/// The camp and the day that a form names; nil while it does not name both.
@MainActor
private func campAndDay(_ value: (String) -> JSON?) -> (camp: String, day: Day)? {
    guard let camp = value(CampFields.camp.name)?.string,
        let day = value(CampFields.day.name)?.string.flatMap({ try? Day(parsing: $0) })
    else { return nil }
    return (camp, day)
}

extension Reader {
    /// The members of a camp's groups; those who are at another camp that day cannot be ticked and say so.
    func candidates(
        atCamp camp: String, on day: Day, _ context: ScreenContext
    ) throws(DecideError) -> [PickerField.Candidate] {
        try people(ofCamp: camp, on: day).map { person in
            var candidate = FieldEntry.candidate(person.nationalID, person.name, context)
            if let other = person.otherCamp {
                candidate.disabledReason = Phrase(fa: "در اردوی \(other)", en: "at the camp \(other)")[context.language]
            }
            return candidate
        }
    }
}
