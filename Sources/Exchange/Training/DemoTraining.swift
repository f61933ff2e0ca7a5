import Domain
import Persian

/// The two courses of summer 1401: Rasm-e Khedmat for the heads of councils and bases, whose last session is on the
/// morning on which the demo opens, and Rasm-e Hejrat for groups and their media liaisons, which is full and still to
/// come.
struct DemoTraining {
    /// National IDs of the heads of councils and bases in office.
    let heads: [String]
    /// Of the heads, media liaisons and members of groups, in the order in which they come.
    let people: [String]
    private var random: DemoRandom
    private var commands: [(at: DemoMoment, command: DemoCommand)] = []

    init(heads: [String], people: [String], using random: DemoRandom) {
        self.heads = heads
        self.people = people
        self.random = random
    }

    static let seats = (khedmat: 15, hejrat: 60)

    /// All commands about courses.
    mutating func all() -> [(at: DemoMoment, command: DemoCommand)] {
        holdKhedmat()
        announceHejrat()
        return commands
    }

    private mutating func add(_ name: String, at: DemoMoment, _ fields: [JSON.Member]) {
        commands.append((at, DemoCommand(name: name, fields: fields)))
    }

    /// Days of the summer by how far they are from the demo's own.
    private func day(_ offset: Int) -> Day { DemoCamps.now.day.advanced(by: offset) }

    private mutating func announce(
        _ code: String, _ title: String, for audience: String, seats: Int, sessions: [(Day, String)], at: DemoMoment
    ) {
        let days = sessions.map(\.0)
        let items = sessions.enumerated().map { index, session in
            JSON.string("\(code.prefix(2))-\(index + 1) \(JalaliDate(session.0).text) \(session.1)")
        }
        add(
            "course.announce", at: at,
            [
                .init("code", .string(code)), .init("title", .string(title)), .init("audience", .string(audience)),
                .init("capacity", .integer(seats)), .init("from", .string(JalaliDate(days.min() ?? at.day).text)),
                .init("to", .string(JalaliDate(days.max() ?? at.day).text)), .init("sessions", .list(items)),
                .init("threshold", .integer(75)),
            ])
    }

    private mutating func enrol(_ person: String, in course: String, at: DemoMoment) {
        add("course.enrol", at: at, [.init("course", .string(course)), .init("person", .string(person))])
    }

    /// Somewhat later each time, in office hours.
    private func moment(_ index: Int, of count: Int, from first: Int, to last: Int) -> DemoMoment {
        let step = index * (last - first) * 8 / max(1, count)
        return DemoMoment(day(first + step / 8), 9 + step % 8, index * 7 % 60)
    }

    // MARK: Rasm-e Khedmat

    /// Five sessions from 5 to 10 Mordad: four are over, attendance of the last is still to be taken.
    private mutating func holdKhedmat() {
        let code = "RK-1401"
        let sessions = [
            (-5, "09:00-12:00"), (-4, "09:00-12:00"), (-3, "09:00-12:00"), (-2, "16:00-19:00"), (0, "08:00-09:30"),
        ]
        announce(
            code, "رسم خدمت", for: "councilAndBaseHeads", seats: Self.seats.khedmat,
            sessions: sessions.map { (day($0.0), $0.1) }, at: DemoMoment(day(-30), 9, 15))
        for (index, head) in heads.enumerated() {
            enrol(head, in: code, at: moment(index, of: heads.count, from: -28, to: -8))
        }
        let enrolled = Array(heads.prefix(Self.seats.khedmat))
        // Two miss much and will not complete it.
        let absent = Set(random.sample(enrolled, 2))
        for (index, session) in sessions.dropLast().enumerated() {
            let present = enrolled.filter { absent.contains($0) ? index == 0 : random.chance(93) }
            add(
                "course.attend", at: DemoMoment(day(session.0), 20, 5 + index),
                [
                    .init("course", .string(code)), .init("session", .string("RK-\(index + 1)")),
                    .init("people", .list(present.map { .string($0) })),
                ])
        }
    }

    // MARK: Rasm-e Hejrat

    /// From 1 to 3 Shahrivar; all seats are taken, nine people wait after two withdrew and two were promoted.
    private mutating func announceHejrat() {
        let code = "RH-1401"
        let first = 22
        announce(
            code, "رسم هجرت", for: "groupsAndMediaLiaisons", seats: Self.seats.hejrat,
            sessions: [
                (day(first), "09:00-12:00"), (day(first), "14:00-17:00"), (day(first + 1), "09:00-12:00"),
                (day(first + 2), "09:00-12:30"),
            ], at: DemoMoment(day(-16), 10, 0))
        let coming = people.prefix(Self.seats.hejrat + 11)
        for (index, person) in coming.enumerated() {
            enrol(person, in: code, at: moment(index, of: coming.count, from: -15, to: -2))
        }
        for (index, person) in random.sample(Array(coming.prefix(Self.seats.hejrat)), 2).enumerated() {
            add(
                "course.withdraw", at: DemoMoment(day(-1), 11, 10 + index),
                [
                    .init("course", .string(code)), .init("person", .string(person)),
                    .init("on", .string(JalaliDate(day(-1)).text)),
                ])
        }
    }
}
