import Domain

/// Somebody who was recorded.
struct DemoPerson {
    let nationalID: String
    let isWoman: Bool
}

/// Invents people, each with a national ID and a mobile of their own.
struct DemoPeople {
    /// How many there are.
    private(set) var count = 0
    /// Where the walk through the serial numbers begins.
    private let firstSerial: Int

    init(using random: inout DemoRandom) {
        firstSerial = random.number(0...999_999)
    }

    /// The command that records a new person of a group in `fields`, and the person.
    mutating func next(isWoman: Bool, fields: [DemoField], using random: inout DemoRandom) -> (DemoCommand, DemoPerson)
    {
        let person = DemoPerson(nationalID: nextNationalID(), isWoman: isWoman)
        var values: [JSON.Member] = [
            .init("nationalID", .string(person.nationalID)),
            .init("firstName", .string(random.pick(isWoman ? DemoNames.women : DemoNames.men))),
            .init("lastName", .string(random.pick(DemoNames.families))),
            .init("gender", isWoman ? .string("female") : .string("male")),
            .init("mobile", .string(mobile(using: &random))),
            .init("birthYear", .integer(random.number(1345...1382))),
        ]
        let skills = skills(in: fields, using: &random)
        if !skills.isEmpty { values.append(.init("skills", .list(skills.map { .string($0) }))) }
        return (DemoCommand(name: "person.record", fields: values), person)
    }

    /// Leaves so many national IDs to others.
    mutating func skip(_ count: Int) { self.count += count }

    /// A valid national ID beginning with 999, which the civil registry gives to nobody.
    mutating func nextNationalID() -> String {
        // 7,919 has no divisor in common with a million: no serial comes twice before all have come.
        let serial = (firstSerial + count * 7919) % 1_000_000
        count += 1
        // 9999999999 would be valid by its check digit, but ten equal digits are refused.
        if serial == 999_999 { return nextNationalID() }
        let number = 999_000_000 + serial
        var weighted = 0
        var rest = number
        for weight in 2...10 {
            weighted += rest % 10 * weight
            rest /= 10
        }
        let check = weighted % 11 < 2 ? weighted % 11 : 11 - weighted % 11
        return "\(number)\(check)"
    }

    /// Numbers of a range that is not handed out, as in the office's own samples.
    private func mobile(using random: inout DemoRandom) -> String {
        random.pick(["0901", "0910", "0912", "0919", "0935", "0990"]) + padded(count, to: 7)
    }

    private func skills(in fields: [DemoField], using random: inout DemoRandom) -> [String] {
        switch random.number(1...100) {
        case ...35: []
        case ...85: [random.pick(random.pick(fields).skills)]
        default: twoSkills(random.pick(fields).skills, using: &random)
        }
    }

    private func twoSkills(_ own: [String], using random: inout DemoRandom) -> [String] {
        random.sample(own + DemoField.commonSkills.filter { !own.contains($0) }, 2)
    }

    private func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
