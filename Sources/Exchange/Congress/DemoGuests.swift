import Domain
import Persian

/// The invented guests of the congress of 1401, up to the second morning: most have answered, and some are inside.
struct DemoGuests {
    private var random: DemoRandom
    private var commands: [(at: DemoMoment, command: DemoCommand)] = []

    static let count = 84

    init(using random: DemoRandom) { self.random = random }

    /// All commands about guests, in the order of time for each of them.
    mutating func all() -> [(at: DemoMoment, command: DemoCommand)] {
        for number in 1...Self.count { invite(number) }
        return commands
    }

    private mutating func add(_ name: String, at: DemoMoment, _ fields: [JSON.Member]) {
        commands.append((at, DemoCommand(name: name, fields: fields)))
    }

    /// Days by how far they are from the demo's own, the second of the congress.
    private func moment(_ offset: Int, _ hour: Int, _ minute: Int) -> DemoMoment {
        DemoMoment(DemoCamps.now.day.advanced(by: offset), hour, minute)
    }

    /// How many guests each category has, and what they are; 84 together.
    private static let offices: [(category: String, count: Int, titles: [String])] = [
        ("national", 6, ["نماینده مجلس", "معاون وزارت", "رئیس سازمان", "دبیر ستاد"]),
        ("provincial", 14, ["معاون استاندار", "فرماندار", "مدیرکل استان", "شهردار", "بخشدار"]),
        ("military", 8, ["فرمانده سپاه شهرستان", "فرمانده پایگاه", "مسئول بسیج سازندگی"]),
        ("family", 22, ["مادر شهید", "پدر شهید", "همسر شهید", "برادر شهید"]),
        ("group", 26, ["مسئول گروه جهادی", "رابط رسانه", "عضو گروه جهادی"]),
        ("other", 8, ["خبرنگار", "هنرمند", "خیّر"]),
    ]

    /// Guests of one category do not come one after another.
    private static func office(of number: Int) -> (category: String, count: Int, titles: [String]) {
        var place = number * 37 % count
        var index = 0
        while place >= offices[index].count {
            place -= offices[index].count
            index += 1
        }
        return offices[index]
    }

    private mutating func name(for title: String) -> String {
        let isWoman =
            ["مادر شهید", "همسر شهید"].contains(title)
            || !["پدر شهید", "برادر شهید"].contains(title) && random.chance(30)
        return random.pick(isWoman ? DemoNames.women : DemoNames.men) + " " + random.pick(DemoNames.families)
    }

    private mutating func invite(_ number: Int) {
        let code = JSON.Member("code", .string(Guest.series.code(number)))
        let office = Self.office(of: number)
        let title = random.pick(office.titles)
        let name = name(for: title)
        add(
            "guest.invite", at: moment(-24 + number / 30, 9 + number % 6, number % 60),
            [
                .init("congress", .string(DemoCongress.year)), code, .init("name", .string(name)),
                .init("title", .string(title)), .init("category", .string(office.category)),
                .init("rank", .integer(random.number(1...9))),
                .init(
                    "companions", .integer(office.category == "family" ? random.number(1...4) : random.number(0...1))),
            ])
        guard number % 21 != 0 else { return }
        add("guest.send", at: moment(-20, 10, number % 60), [code])
        guard random.chance(88) else { return }
        let comes = random.chance(90)
        add(
            "guest.answer", at: moment(-18 + number % 14, 11 + number % 5, number % 60),
            [code, .init("answer", .string(comes ? "accepted" : "declined"))])
        if number % 40 == 0 {
            let reason = JSON.Member("reason", .string("به درخواست دستگاه دعوت‌کننده"))
            return add("guest.revoke", at: moment(-2, 12, number % 60), [code, reason])
        }
        if comes { come(code, number) }
    }

    /// On the first day nearly all came, and left in the evening; on the second morning those who rise early are in.
    private mutating func come(_ code: JSON.Member, _ number: Int) {
        if random.chance(80) {
            add("guest.checkIn", at: moment(-1, 8 + number % 2, number * 7 % 60), [code])
            add("guest.checkOut", at: moment(-1, 17 + number % 3, number * 11 % 60), [code])
        }
        if random.chance(45) {
            add("guest.checkIn", at: moment(0, 8 + number % 2, number * 7 % 60), [code])
        }
    }
}
