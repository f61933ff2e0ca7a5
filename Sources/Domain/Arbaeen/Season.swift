import Persian

/// What a country said of the beginning of a lunar month.
public struct Announcement: JSONValue {
    public var country: Country
    public var month: LunarMonth
    public var startsOn: Day
    public var status: AnnouncementStatus

    public init(country: Country, month: LunarMonth, startsOn: Day, status: AnnouncementStatus) {
        self.country = country
        self.month = month
        self.startsOn = startsOn
        self.status = status
    }

    public init?(_ json: JSON) {
        guard let country = json["country"].flatMap(Country.init), let month = json["month"].flatMap(LunarMonth.init),
            let startsOn = json["startsOn"].flatMap(Day.init),
            let status = json["status"].flatMap(AnnouncementStatus.init)
        else { return nil }
        self.init(country: country, month: month, startsOn: startsOn, status: status)
    }

    public var json: JSON {
        .object([
            .init("country", country.json), .init("month", month.json), .init("startsOn", startsOn.json),
            .init("status", status.json),
        ])
    }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String {
        "\(country.phrase[language]): \(month.phrase[language]) \(startsOn.jalaliText(language)) (\(status.phrase[language]))"
    }
}

/// The Arbaeen of one lunar year, with what each country announced of its months.
public struct Season: Record {
    public var id = ""
    public var version = 1
    /// Of the lunar calendar: 1444.
    public var year: Int
    /// Each month of a country once.
    public var announcements: [Announcement]

    public var key: String { String(year) }

    public static let kind = RecordKind("season", Phrase(fa: "موسم اربعین", en: "season"))
    public static let hasNumericKey = true
    public static let blank = Season(year: 1, announcements: [])

    public static let columns = SeasonFields.columns

    /// What a country announced of a month; nil when it has not.
    public func announcement(_ month: LunarMonth, in country: Country) -> Announcement? {
        announcements.first { $0.month == month && $0.country == country }
    }
}

extension Sequence where Element == Season {
    /// The lunar calendar of a country as its announcements make it.
    public func calendar(of country: Country) -> LunarCalendar {
        var calendar = LunarCalendar()
        for season in self {
            for item in season.announcements where item.country == country {
                calendar.announced[season.year * 12 + item.month.number - 1] = item.startsOn
            }
        }
        return calendar
    }
}

extension LunarCalendar {
    /// 20 Safar of a lunar year.
    public func arbaeen(_ year: Int) -> Day? {
        (try? LunarDate(year: year, month: LunarMonth.safar.number, day: 20)).flatMap(day(of:))
    }
}

/// The fields of seasons and of what is announced of them.
public enum SeasonFields {
    static let years = 1300...1600
    public static let year = RecordField(
        \Season.year, .numeral("year", Phrase(fa: "سال قمری", en: "lunar year"), years), [.identifies]
    ).shown { $1.numeral($0.year) }

    static let columns = listed(
        year, Column("announcements", \Season.announcements, Phrase(fa: "اعلام‌ها", en: "announcements")))

    public static let country = Parameter<Country>.choice("country", Phrase(fa: "کشور", en: "country"))
    public static let month = Parameter<LunarMonth>.choice("month", Phrase(fa: "ماه قمری", en: "lunar month"))
    public static let startsOn = Parameter<Day>.day("startsOn", Phrase(fa: "اول ماه", en: "starts on"))
    public static let status = Parameter<AnnouncementStatus>.choice("status", Phrase(fa: "اعتبار", en: "status"))
}
