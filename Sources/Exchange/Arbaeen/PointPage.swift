import Domain
import Persian
import Store

/// What hangs at a service point for a day: its shifts with who comes, its stock, and the hours of its tallies, on one
/// A4 page.
public struct PointPage: Sendable, Printable {
    let point: ServicePoint
    let day: Day
    let shifts: [Shift]
    let supplies: [Supply]
    let tallies: [Tally]
    /// Names of the groups that come, by code.
    let groups: [String: String]
    let dates: SeasonDates?
    let office: String

    /// - Parameter key: the point and the day: `AP-1/1401/06/15`.
    /// - Throws: `not-found` when there is no such point; `invalid-date` when there is no such day.
    public init(_ key: String, in reader: Reader) throws(DecideError) {
        let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
        let code = normalisedCode(parts.first ?? "") ?? key
        guard let point = try reader.find(ServicePoint.self, key: code) else {
            throw .refused(.notFound(ServicePoint.kind, code, field: "code"))
        }
        self.point = point
        guard let day = parts.count > 1 ? try? Day(parsing: parts[1]) : nil else {
            throw .refused(Self.noDay(key, point))
        }
        self.day = day
        shifts = try reader.shifts(at: point.code, during: day.moments(in: point.zone))
        supplies = try reader.supplies(of: point.code)
        tallies = try reader.tallies(of: point, on: day)
        var groups: [String: String] = [:]
        for part in shifts.flatMap(\.groups) where groups[part.group] == nil {
            groups[part.group] = try reader.find(Group.self, key: part.group)?.name
        }
        self.groups = groups
        dates = try reader.season(point.season)
        office = try reader.setting("office.name").string ?? ""
    }

    private static func noDay(_ key: String, _ point: ServicePoint) -> Refusal {
        Refusal(
            .invalidDate, field: "code",
            Phrase(
                fa: "«\(key)» روزی ندارد که چاپ شود؛ نقطه و روز را بنویسید، مانند \("\(point.code)/۱۴۰۱/۰۶/۱۵").",
                en: "“\(key)” names no day to print; write the point and the day, such as \(point.code)/1401/06/15."))
    }

    var count: Int { 1 }

    /// The file that prints it, in Persian as everything that hangs on a wall.
    func pages() throws(PageError) -> PrintedPages {
        let language = Language.persian
        let sheet = try PrintedPages.render(PackageResources.point_mustache, values(language))
        return PrintedPages(
            title: "\(point.code) \(day.jalaliText(language))", style: Self.style, sheets: [sheet], language: language)
    }

    private func values(_ language: Language) -> [String: Any] {
        let lunar = (dates?.calendar(of: point.country) ?? LunarCalendar()).date(of: day)
        let lunarText = "\(lunar.day) \(LunarDate.monthNames[lunar.month - 1][language]) \(lunar.year)"
        func word(_ fa: String, _ en: String) -> String { Phrase(fa: fa, en: en)[language] }
        return [
            "office": office, "name": point.name, "code": point.code,
            "place": [point.kind.phrase[language], point.country.phrase[language]],
            "day": "\(day.weekday.name[language]) \(day.longText(.jalali, language))",
            "lunar": language.digits(lunarText),
            "permit": point.permit.map { language.parts([$0, point.validUntil?.longText(.jalali, language)]) } ?? "—",
            "permitWord": word("مجوز", "permit"), "hoursWord": word("ساعت", "hours"),
            "otherWord": word("ساعت \(point.country.other.phrase.fa)", "in \(point.country.other.phrase.en)"),
            "rolesWord": word("نیاز", "needed"), "groupsWord": word("گروه‌ها", "groups"),
            "presentWord": word("نفر", "people"), "shiftsWord": word("شیفت‌ها", "Shifts"),
            "noShifts": word("در این روز شیفتی نیست.", "There is no shift on this day."),
            "hasShifts": !shifts.isEmpty,
            "shifts": shifts.map { shift($0, language) }, "stockWord": word("موجودی", "Stock"),
            "hasStock": !supplies.isEmpty, "stock": supplies.map { stock($0, language) },
            "tallyWord": word("آمار زائر، ساعت به ساعت", "Pilgrims served, by the hour"),
            "services": point.services.map { $0.service.phrase[language] }, "hours": hours(language),
            "totalWord": word("جمع", "total"),
            "totals": point.services.map { service in
                let total = tallies.filter { $0.service == service.service }.reduce(0) { $0 + $1.served }
                return total > 0 ? language.number(total) : ""
            },
        ]
    }

    private func shift(_ shift: Shift, _ language: Language) -> [String: Any] {
        let separator = language == .persian ? "، " : ", "
        let other = point.country.other.zone
        let clocks = { (zone: Zone) in
            Shift.clocks(shift.from.seen(in: zone), shift.to.seen(in: zone), language)
        }
        return [
            "hours": clocks(point.zone), "other": clocks(other),
            "roles": shift.roles.map { $0.display(language) }.joined(separator: separator),
            "groups": shift.groups.map { "\(groups[$0.group] ?? $0.group) (\(language.number($0.headcount)))" },
            "present": language.digits("\(shift.present)/\(shift.needed)"), "isShort": shift.gap > 0,
        ]
    }

    private func stock(_ supply: Supply, _ language: Language) -> [String: Any] {
        ["item": supply.item, "amount": "\(language.number(supply.stock)) \(supply.unit)", "isLow": supply.isLow]
    }

    /// A row an hour, with what was counted and room for what was not.
    private func hours(_ language: Language) -> [[String: Any]] {
        let moments = day.moments(in: point.zone)
        return stride(from: moments.lowerBound.milliseconds, to: moments.upperBound.milliseconds, by: 3_600_000).map {
            let hour = LocalTime(Moment(milliseconds: $0), in: point.zone)
            let counts = point.services.map { service in
                tallies.first { $0.service == service.service && $0.hour.moment == hour.moment }
                    .map { language.number($0.served) } ?? ""
            }
            return ["hour": language.digits(hour.clockText), "counts": counts]
        }
    }

    private static let style = """
        .sheet { padding: 12mm 14mm; height: auto; min-height: 297mm }
        h1 { font-size: 19pt; color: #14705c; overflow-wrap: anywhere }
        h2 { font-size: 11pt; color: #14705c; margin: 4mm 0 1mm }
        .place { color: #52606d; font-size: 10pt }
        table { width: 100%; border-collapse: collapse; font-size: 9pt }
        th, td { border: .2mm solid #9aa5b1; padding: .6mm 1.5mm; text-align: start; vertical-align: top }
        th { background: #e4efec }
        .hours td { height: 4.2mm; padding: 0 1.5mm }
        td bdi + bdi::before { content: "، " }
        .short { font-weight: bold; color: #9b1c1c }
        .number { direction: ltr; unicode-bidi: isolate; white-space: nowrap }
        """
}
