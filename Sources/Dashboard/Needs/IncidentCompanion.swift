import Domain
import Store

/// Those of the camp whom an incident may have befallen, wherever they are that day.
enum IncidentCompanion: FormCompanion {
    static let command: any Command.Type = IncidentRecord.self
    static let subjects = [CampFields.camp.name]

    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences {
        var references = FormReferences()
        guard let camp = value(CampFields.camp.name)?.string else { return references }
        references.people = try reader.candidates(atCamp: camp, on: context.day, context).map { person in
            var person = person
            person.disabledReason = nil
            return person
        }
        return references
    }
}
