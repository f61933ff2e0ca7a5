import Persian

/// `{"command":"season.announce","year":1444,"country":"IQ","month":"safar","startsOn":"2022-08-29","status":"confirmed"}`:
/// moves the dates of that country alone, and answers which shifts have another date by it.
public struct SeasonAnnounce: Command {
    public static let name = "season.announce"
    public static let title = Phrase(fa: "اعلام اول ماه قمری", en: "announce a lunar month")
    public static let parameters = [
        SeasonFields.year.required, SeasonFields.country.required, SeasonFields.month.required,
        SeasonFields.startsOn.required, SeasonFields.status.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `stale`, `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let year = try given.require(SeasonFields.year)
        let announced = Announcement(
            country: try given.require(SeasonFields.country), month: try given.require(SeasonFields.month),
            startsOn: try given.require(SeasonFields.startsOn), status: try given.require(SeasonFields.status))
        let seasons = try registry.seasons()
        let season = seasons.first { $0.year == year }
        if let season { try envelope.check(versionOf: season, in: registry) }
        try announced.check(year, among: seasons)

        var amended = season ?? Season(year: year, announcements: [])
        amended.announcements.removeAll { $0.country == announced.country && $0.month == announced.month }
        amended.announcements.append(announced)
        var decision = Decision(envelope)
        if let season {
            decision.amend(season, silently: season.announcement(announced.month, in: announced.country) == announced) {
                $0 = amended
            }
        } else {
            decision.add(amended)
        }
        let former = seasons.calendar(of: announced.country)
        let calendar = (seasons.filter { $0.year != year } + [amended]).calendar(of: announced.country)
        try Self.answer(&decision, announced, year, former, calendar, in: registry)
        return decision
    }

    private static func answer(
        _ decision: inout Decision, _ announced: Announcement, _ year: Int, _ former: LunarCalendar,
        _ calendar: LunarCalendar, in registry: some Registry
    ) throws(DecideError) {
        decision.answer("year", .integer(year))
        decision.answer("country", announced.country.json)
        decision.answer("month", announced.month.json)
        decision.answer("startsOn", announced.startsOn.json)
        decision.answer("status", announced.status.json)
        decision.answer("arbaeen", calendar.arbaeen(year).json)
        let touched = try registry.shifts(ofSeason: year, in: announced.country).filter {
            $0.moves(from: former, to: calendar)
        }
        decision.answer("shifts", touched.map(\.code).json)
        guard !touched.isEmpty else { return }
        let codes = touched.prefix(12).map { Phrase(fa: $0.code, en: $0.code) }.listed()
        let more = touched.count > 12 ? "، …" : ""
        let country = announced.country.phrase
        decision.warn(
            Warning(
                .datesMoved,
                Phrase(
                    fa:
                        "تاریخ قمری \(persianDigits(touched.count)) شیفت در \(country) جابه‌جا شد: \(codes)\(more). ساعت آن‌ها همان است؛ اگر باید جابه‌جا شوند، آن‌ها را از نو بریزید.",
                    en:
                        "The lunar date of \(touched.count, "shift") in \(country) has moved: \(codes)\(more). Their hours stay; plan them anew where they must move."
                )))
    }
}
