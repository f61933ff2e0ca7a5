import Domain
import Persian

/// The congress of 9–11 Mordad 1401 in Qom, on whose second morning the demo opens, with an invented programme; and the
/// edition before it, in Mashhad.
struct DemoCongress {
    /// National IDs of those who speak.
    let people: [String]
    private var commands: [(at: DemoMoment, command: DemoCommand)] = []

    init(people: [String]) { self.people = people }

    static let year = "1401"
    private static let first = DemoCamps.now.day.advanced(by: -1)

    /// All commands about the congress.
    mutating func all() -> [(at: DemoMoment, command: DemoCommand)] {
        open()
        for (index, item) in Self.programme.enumerated() { schedule(item, index) }
        return commands
    }

    private mutating func add(_ name: String, daysBefore days: Int, minute: Int = 0, _ fields: [(String, String)]) {
        commands.append(
            (
                DemoMoment(Self.first.advanced(by: -days), 9 + minute / 60, minute % 60),
                DemoCommand(name: name, fields: fields.map { .init($0.0, .string($0.1)) })
            ))
    }

    private mutating func open() {
        let last = Self.first.advanced(by: 2)
        add(
            "congress.open", daysBefore: 58,
            [
                ("year", "1400"), ("number", "1"), ("city", "مشهد"), ("venue", "حرم مطهر رضوی"),
                ("from", "1400/05/14"), ("to", "1400/05/16"),
            ])
        add(
            "congress.open", daysBefore: 57,
            [
                ("year", Self.year), ("number", "2"), ("city", "قم"), ("venue", "حرم مطهر حضرت معصومه(س)"),
                ("from", JalaliDate(Self.first).text), ("to", JalaliDate(last).text), ("previousCity", "مشهد"),
            ])
        let halls = [
            ("HALL-A", "شبستان امام خمینی", "600", "15"), ("HALL-B", "سالن اندیشه", "180", "10"),
            ("HALL-C", "رواق نمایشگاه", "120", "0"),
        ]
        for (index, hall) in halls.enumerated() {
            add(
                "hall.add", daysBefore: 56, minute: index,
                [
                    ("congress", Self.year), ("code", hall.0), ("name", hall.1), ("seats", hall.2),
                    ("turnaround", hall.3),
                ])
        }
    }

    private mutating func schedule(_ item: Item, _ index: Int) {
        let date = JalaliDate(Self.first.advanced(by: item.day)).text
        let ends = item.to < item.from ? JalaliDate(Self.first.advanced(by: item.day + 1)).text : date
        var fields: [JSON.Member] = [
            .init("congress", .string(Self.year)), .init("hall", .string(item.hall)),
            .init("from", .string("\(date)T\(item.from)")), .init("to", .string("\(ends)T\(item.to)")),
            .init("title", .string(item.title)), .init("kind", .string(item.kind)),
        ]
        let speakers = (0..<item.speakers).map { JSON.string(people[(index * 3 + $0) % people.count]) }
        fields.append(.init("speakers", .list(speakers)))
        if item.kind == "panel" { fields.append(.init("moderator", .string(people[(index * 3 + 2) % people.count]))) }
        commands.append(
            (
                DemoMoment(Self.first.advanced(by: -40), 10 + index / 60, index % 60),
                DemoCommand(name: "session.schedule", fields: fields)
            ))
    }

    private struct Item {
        let day: Int
        let hall, from, to, kind: String
        let speakers: Int
        let title: String

        init(_ day: Int, _ hall: String, _ from: String, _ to: String, _ kind: String, _ speakers: Int, _ title: String)
        {
            (self.day, self.hall, self.from, self.to) = (day, "HALL-\(hall)", from, to)
            (self.kind, self.speakers, self.title) = (kind, speakers, title)
        }
    }

    private static let programme = [
        Item(0, "A", "08:30", "10:00", "ceremony", 1, "آیین گشایش دومین کنگره شهدای جهادگر"),
        Item(0, "A", "10:30", "12:00", "panel", 2, "میزگرد هم‌افزایی گروه‌ها و دستگاه‌ها"),
        Item(0, "A", "12:30", "14:00", "meal", 0, "نماز و ناهار"),
        Item(0, "A", "16:00", "17:30", "memorial", 1, "یادواره شهدای مدافع سلامت"),
        Item(0, "B", "10:30", "11:30", "lecture", 1, "روایت نخستین اردوی جهادی"),
        Item(0, "B", "14:30", "16:00", "panel", 2, "رسانه و روایت خدمت"),
        Item(0, "B", "21:30", "00:30", "memorial", 2, "شب خاطره هم‌رزمان"),
        Item(0, "C", "09:00", "19:00", "exhibition", 0, "نمایشگاه دستاوردهای گروه‌ها"),
        Item(1, "A", "08:30", "10:00", "lecture", 1, "سیره شهدا در محرومیت‌زدایی"),
        Item(1, "A", "10:15", "12:00", "memorial", 2, "تجلیل از خانواده‌های شهدا"),
        Item(1, "A", "12:30", "14:00", "meal", 0, "نماز و ناهار"),
        Item(1, "A", "16:30", "18:00", "panel", 2, "میزگرد گروه‌های پزشکی"),
        Item(1, "B", "09:30", "11:00", "panel", 2, "آموزش در مناطق محروم"),
        Item(1, "B", "11:15", "12:15", "lecture", 1, "مستندسازی زندگی شهدا"),
        Item(1, "B", "15:00", "16:30", "other", 1, "نشست رابطان رسانه"),
        Item(1, "C", "09:00", "19:00", "exhibition", 0, "نمایشگاه دستاوردهای گروه‌ها"),
        Item(2, "A", "09:00", "10:30", "panel", 2, "نقشه راه سال آینده"),
        Item(2, "A", "10:45", "12:15", "ceremony", 1, "آیین پایانی و معرفی برگزیدگان"),
        Item(2, "A", "12:30", "14:00", "meal", 0, "نماز و ناهار"),
        Item(2, "B", "09:00", "10:15", "lecture", 1, "کشاورزی و آبخیزداری جهادی"),
        Item(2, "C", "09:00", "14:00", "exhibition", 0, "نمایشگاه دستاوردهای گروه‌ها"),
    ]
}
