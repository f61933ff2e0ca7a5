import Canvas
import Domain
import Persian
import Store

/// What is known of one point.
struct PointDetail {
    private let row: PointRow
    private let state: ArbaeenScreen.State
    private let context: ScreenContext

    init(_ row: PointRow, _ state: ArbaeenScreen.State, _ context: ScreenContext) {
        self.row = row
        self.state = state
        self.context = context
    }

    /// - Returns: how many rows it took.
    func draw(in region: inout Region) -> Int {
        let (point, language) = (row.point, context.language)
        let clock = LocalTime(context.now, in: point.zone)
        let pole = point.pole.map { Phrase(fa: "عمود \(numeral: $0)", en: "pole \(numeral: $0)") }
        let place = language.parts([
            point.kind.phrase[language], point.country.phrase[language], pole?[language],
            language.digits(clock.clockText),
        ])
        let permit = point.permit.map { language.parts([$0, point.validUntil?.longText(.jalali, language)]) } ?? "—"
        let services = language.list(point.services.map { $0.words(language) })
        let facts: [(Phrase, String)] = [
            (Phrase(fa: "جا", en: "place"), place), (Phrase(fa: "خدمات", en: "services"), services),
            (Phrase(fa: "مجوز", en: "permit"), permit),
            (Phrase(fa: "شیفت پیش رو", en: "shifts to come"), language.number(row.shifts)),
        ]
        var line = Detail(point.name).facts(facts.map { .init($0.0[language], $0.1) }).draw(in: &region)
        let items = OpenItem.worstFirst(state.open.incidents, state.open.needs, today: context.day, language)
        for item in items.prefix(5) where line < region.height {
            item.draw(in: &region, row: line)
            line += 1
        }
        for support in state.open.spiritual where line < region.height {
            region.put(support.spans(context), row: line, style: Style(.text))
            line += 1
        }
        return line
    }
}

extension PointService {
    /// "غذا ۳٬۰۰۰", and the beds of men and women where they are told apart.
    func words(_ language: Language) -> String {
        let beds = men.flatMap { men in
            women.map { women in
                Phrase(
                    fa: " (مرد \(persianDigits(men))، زن \(persianDigits(women)))", en: " (men \(men), women \(women))")
            }
        }
        return "\(service.phrase[language]) \(language.number(perDay))\(beds?[language] ?? "")"
    }
}

/// The shifts that lack people, by how soon they come.
struct GapList {
    private let gaps: [Shift]
    private let isElsewhere: Bool
    private let context: ScreenContext

    init(_ gaps: [Shift], _ isElsewhere: Bool, _ context: ScreenContext) {
        self.gaps = gaps
        self.isElsewhere = isElsewhere
        self.context = context
    }

    func draw(in region: inout Region) {
        guard region.height > 1 else { return }
        let language = context.language
        region.put(
            region(Phrase(fa: "کمبودها: اکنون، سپس نزدیک‌ترین", en: "Gaps: now, then the soonest")), row: 0,
            direction: .page,
            style: Style(.muted, on: .page, .bold))
        if gaps.isEmpty {
            region.put(
                region(Phrase(fa: "شیفتی کم ندارد", en: "no shift lacks people")), row: 1, direction: .page,
                style: Style(.good))
        }
        let isMixed = Set(gaps.prefix(region.height - 1).map(\.country)).count > 1
        let rows = gaps.prefix(region.height - 1).map { shift in
            (shift: shift, words: GapWords(shift, isElsewhere, context))
        }
        func spans(_ shift: Shift, _ words: GapWords, isShort: Bool) -> [Span] {
            let zone = isMixed ? [Span(" · \(words.country.phrase[language])", color: .muted)] : []
            return [
                .code(shift.point, color: .muted), Span("  "),
                Span(isShort ? words.short : words.text, color: words.isNow ? .alarm : shift.color),
            ] + zone
        }
        // Whose clocks they are is no place to save room; all lines say it alike.
        let width = region.width
        let isShort = rows.contains { row in
            spans(row.shift, row.words, isShort: false).reduce(0) { $0 + textWidth($1.text) } > width
        }
        for (line, row) in rows.enumerated() {
            region.put(
                spans(row.shift, row.words, isShort: isShort), row: line + 1,
                style: Style(.text, on: .page, row.words.isNow ? .bold : []))
        }
    }
}

extension Shift {
    /// Whose clocks its times are those of.
    var country: Country {
        from.offset == LocalTime(from.moment, in: .tehran).offset ? .iran : .iraq
    }

    func isRunning(at now: Moment) -> Bool { from.moment <= now && now < to.moment }
}

/// Who is missing from a shift, and when: now, until it ends; or from when on.
struct GapWords {
    let text: String
    /// The same for narrow columns that are headed "gaps".
    let short: String
    /// Who is missing now without until when, or when it begins: what no column is too narrow for.
    let brief: String
    let isNow: Bool
    /// Whose clocks the text speaks of.
    let country: Country

    init(_ shift: Shift, _ isElsewhere: Bool, _ context: ScreenContext) {
        country = isElsewhere ? shift.country.other : shift.country
        isNow = shift.isRunning(at: context.now)
        let words = DayWords(today: LocalTime(context.now, in: country.zone).day, context.language)
        let time = (isNow ? shift.to : shift.from).seen(in: country.zone)
        let (gap, number) = (persianDigits(shift.gap), shift.gap)
        let when = isNow ? words.shortTime(time.day, time.clockText) : words.time(time.day, time.clockText)
        text =
            isNow
            ? Phrase(fa: "! اکنون \(gap) نفر کم تا \(when)", en: "! now \(number) missing till \(when)")[
                context.language]
            : Phrase(fa: "\(when)، \(gap) نفر کم", en: "\(when), \(number) missing")[context.language]
        short =
            isNow
            ? Phrase(fa: "! اکنون \(gap) کم تا \(when)", en: "! now −\(number) till \(when)")[context.language]
            : Phrase(fa: "\(when)، \(gap) کم", en: "\(when), −\(number)")[context.language]
        brief =
            isNow
            ? Phrase(fa: "! اکنون \(gap) کم", en: "! now −\(number)")[context.language]
            : Phrase(fa: "\(gap) کم", en: "−\(number)")[context.language]
    }

    /// As many of the words as have room.
    func fitting(_ width: Int) -> String { [text, short].first { textWidth($0) <= width } ?? brief }
}
