import Canvas
import Domain
import Persian
import Store

extension ShownPart {
    static let camps = ShownPart(
        part: .camps, screens: [CampsScreen.self],
        first: { _, pack in pack?.kind == CampPack.name ? CampsScreen.self : nil },
        headlines: { (context) throws(DecideError) in
            guard try context.reader.count(Camp.kind) > 0 else { return [] }
            let inTheField = context.groups.inTheFieldThisSeason
            return [
                Headline(
                    title: Phrase(fa: "این فصل در میدان", en: "In the field"), figure: inTheField,
                    note: Phrase(fa: "گروه در این فصل", en: "groups this season"), share: context.share(inTheField)),
                try running(context.reader, context.screen),
            ]
        },
        alarms: { (reader, context) throws(DecideError) in try CampAlarms(reader, context).all() },
        distinctions: [
            Distinction(Camp.self) { camp, _, context in
                let begins = Phrase(
                    fa: "از \(camp.from.jalaliText(.persian))", en: "from \(camp.from.jalaliText(.english))")
                return context.language.parts([camp.place, begins[context.language]])
            }
        ],
        companions: [ReportCompanion.self, AttendanceCompanion.self])

    /// How many camps run, and how many of them are in alarm.
    private static func running(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Headline {
        let rule = try reader.campRule(at: context.now)
        let figures = LiveFigures(try reader.liveCamps(rule), on: rule.today)
        let (alarms, late) = (figures.alarms, figures.late)
        return Headline(
            title: Phrase(fa: "اردوی در جریان", en: "Camps running"), figure: figures.camps,
            note: Phrase(
                fa: "\(persianDigits(alarms)) هشدار، \(persianDigits(late)) دیر", en: "\(alarms, "alarm"), \(late) late"
            ),
            days: try reader.campsInTheField(until: context.day, days: HeadlineContext.days),
            severity: alarms > 0 ? .alarm : late > 0 ? .warning : .good)
    }
}
