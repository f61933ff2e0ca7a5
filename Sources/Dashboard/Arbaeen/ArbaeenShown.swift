import Canvas
import Domain
import Persian
import Store

extension ShownPart {
    static let arbaeen = ShownPart(
        part: .arbaeen, screens: [ArbaeenScreen.self],
        headlines: { (context) throws(DecideError) in
            let shifts = try context.reader.shiftCoverage(from: context.screen.now)
            return shifts.needed > 0 ? [shifts.headline] : []
        },
        alarms: { (reader, context) throws(DecideError) in
            try reader.openPointIncidents(limit: OverviewScreen.mostAlarms).compactMapTyped {
                (incident) throws(DecideError) in try reader.pointAlarm(incident, context.language)
            }
        },
        distinctions: [
            Distinction(Shift.self) { shift, _, context in
                context.language.parts([shift.point, shift.hours(context.language)])
            }
        ],
        tell: { (news, entry, reader) throws(DecideError) in try news.tellOfShifts(entry, reader) })
}

extension Reader {
    /// A grave incident of a service point; nil for another.
    fileprivate func pointAlarm(_ incident: Incident, _ language: Language) throws(DecideError) -> Alarm? {
        guard let trouble = incident.trouble, let point = incident.point else { return nil }
        let name = try find(ServicePoint.self, key: point)?.name ?? ""
        let item = FeedItem(
            id: "alarm \(incident.code)", day: incident.when.day, clock: incident.when.clockText,
            name: try teller(of: incident), title: try alarm(of: incident), subject: language.parts([point, name]),
            target: .record(RecordName(ServicePoint.kind, point)), isAlarm: true)
        return Alarm(trouble: trouble, item: item)
    }
}

extension News {
    /// How many shifts were made, which group was sent to one or taken off it.
    fileprivate mutating func tellOfShifts(_ entry: LedgerEntry, _ reader: Reader) throws(DecideError) {
        guard entry.main?.record is Shift else { return }
        if let created = JSON.object(entry.result)["created"]?.integer {
            beside.append(Phrase(fa: "\(persianDigits(created)) شیفت", en: "\(created, "shift")"))
        }
        guard let code = entry.fields.first(where: { $0.name == "group" })?.value.string,
            let group = try reader.find(Group.self, key: code)
        else { return }
        let people = entry.fields.first { $0.name == "headcount" }.flatMap { Int(latinDigits($0.value.plainText)) }
        beside.append(
            Phrase(
                fa: "\(group.code) \(group.shortName)\(people == nil ? "" : "، \(people ?? 0) نفر")",
                en:
                    "\(group.code) \(group.shortName)\(people == nil ? "" : ", \(people ?? 0, "person", plural: "people")")"
            ))
    }
}

extension ShiftCoverage {
    /// Of the people whom the shifts that run and come need, how many of a hundred come; who is missing now comes
    /// before what will be.
    fileprivate var headline: Headline {
        let share = Double(present) / Double(needed)
        let later = Phrase(fa: "\(persianDigits(gaps)) شیفت کم دارد", en: "\(gaps) with gaps")
        let now = Phrase(fa: "اکنون \(persianDigits(missingNow)) نفر کم", en: "\(missingNow) missing now")
        return Headline(
            title: Phrase(fa: "پوشش شیفت‌ها", en: "Shift coverage"), figure: Int(share * 100), unit: "٪",
            note: missingNow > 0 ? now : later, share: share, severity: missingNow > 0 ? .warning : nil)
    }
}
