import Domain

/// The invented staff of the office, and which of them sends a command of the invented province. They act beside the
/// administrator who opens it.
enum DemoStaff {
    private static let all = [
        ("f.sharifi", "فاطمه شریفی", Role.operator), ("m.rezaei", "محسن رضایی", .operator),
        ("z.hosseini", "زینب حسینی", .operator), ("h.karimi", "حسین کریمی", .supervisor),
        ("a.jafari", "اعظم جعفری", .supervisor), ("r.moradi", "رضا مرادی", .supervisor),
        ("n.sadeghi", "نرگس صادقی", .trainer),
    ]

    /// The commands that add them.
    static let commands = all.map { account, name, role in
        DemoCommand(
            name: StaffAdd.name,
            fields: [
                .init("account", .string(account)), .init("name", .string(name)), .init("role", .string(role.rawValue)),
            ])
    }

    /// The command on behalf of whoever would send it: what camps tell comes from supervisors, courses from a
    /// trainer, all else from operators.
    /// A camp stays with the same people.
    ///
    /// - Parameter number: the command's place among all of its sort; one operator sends some hundreds in a row.
    static func signed(_ command: DemoCommand, number: Int) -> DemoCommand {
        // Who verifies whose work is said where it is invented.
        if command["as"] != nil { return command }
        let isTold = ["camp.report", "need.", "incident."].contains { command.name.hasPrefix($0) }
        let isTaught = command.name.hasPrefix("course.")
        let role: Role = isTold ? .supervisor : isTaught ? .trainer : .operator
        let accounts = all.filter { $0.2 == role }.map(\.0)
        let turn = campNumber(command) ?? number / 400
        return DemoCommand(
            name: command.name, fields: command.fields + [.init("as", .string(accounts[turn % accounts.count]))])
    }

    private static func campNumber(_ command: DemoCommand) -> Int? {
        let code = command["camp"] ?? command["for"]?["camp"] ?? command["code"]
        guard let text = code?.string, text.hasPrefix("C-") else { return nil }
        return Int(text.dropFirst(2))
    }
}
