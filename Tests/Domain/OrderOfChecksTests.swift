import Domain
import Offices
import Persian
import Testing

/// Whatever a command was answered, one fault more that comes earlier in the order of checks is told instead: who may not,
/// before what is not there; what is not there, before what somebody changed; and that before all else.
@Suite("The order of checks, of every command")
struct OrderOfChecksTests {
    private static let offices: UInt64 = 24
    private static let commands = 60

    @Test("a key that nothing has is told before everything but shape and permission", arguments: 1...offices)
    func missing(seed: UInt64) {
        var tried = 0
        each(seed) { office, line, code in
            guard code != .notPermitted, !office.actsByReason(line) else { return }
            for (field, worse) in line.withMissingKeys where worse.isShaped {
                let found = office.judged(worse)
                tried += 1
                #expect(found == .notFound, "\(field): \(String(describing: code)) \(found.said) \(worse.text)")
            }
        }
        #expect(tried > 3)
    }

    @Test("an older version is told before state and rules")
    func stale() {
        var tried = 0
        for seed in 1...Self.offices {
            each(seed) { office, line, code in
                guard code != .notPermitted, code != .notFound, let record = office.subject(of: line),
                    record.version > 1
                else { return }
                let found = office.judged(line.with("version", .integer(1)))
                tried += 1
                #expect(found == .stale, "\(String(describing: code)) \(found.said) \(line.text)")
            }
        }
        #expect(tried > 50)
    }

    @Test("an account that may not is told before what is not there", arguments: 1...offices)
    func permission(seed: UInt64) {
        each(seed) { office, line, code in
            // A pack is not made for an account that could send nothing of it, whoever asks.
            guard code != .notPermitted, let name = line["command"]?.string, let command = Commands.named(name),
                line["reason"] == nil
            else { return }
            // An undo asks whose command it undoes; who sends for others is an administrator first.
            guard command != LedgerUndo.self, office.isAdministrated else { return }
            for staff in office.registry.all(Staff.self) where staff.role != .administrator {
                let found = office.judged(line.with("as", .string(staff.account)))
                let may = staff.state == .active && command.roles.contains(staff.role)
                #expect((found != .notPermitted) == may, "\(staff.account) \(found.said) \(line.text)")
            }
        }
    }

    /// Goes through the life of an office, and judges each line before it is sent.
    private func each(_ seed: UInt64, _ judge: (RandomOffice, JSON, RefusalCode?) -> Void) {
        let office = RandomOffice(seed: seed)
        for line in RandomOffice.beginning + Self.staff { office.take(JSON(parsing: line) ?? .null) }
        for _ in 0..<Self.commands {
            let line = office.dice.line(in: office.registry)
            guard line.origin == nil, line.json.isShaped, line.json["station"] == nil else { continue }
            judge(office, line.json, office.judged(line.json))
            office.take(line.json)
        }
    }

    private static let staff = ["trainer", "supervisor", "operator"].map { role in
        #"{"command":"staff.add","account":"\#(role)9","name":"کسی","role":"\#(role)"}"#
    }
}

extension RandomOffice {
    /// Whether the one who sends it all is still an administrator.
    fileprivate var isAdministrated: Bool {
        let staff = registry.find(Staff.self, key: Self.sender.account)
        return staff?.role == .administrator && staff?.state == .active
    }

    /// What a line would be refused with; nil when it would be carried out, or was carried out already.
    fileprivate func judged(_ line: JSON) -> RefusalCode? {
        do {
            var request = try Request(line)
            fill(&request)
            request.id = "01890000-0000-7000-b000-000000000001"
            _ = try request.decide(by: Self.sender, at: Self.evening, id: request.id ?? "", in: registry)
            return nil
        } catch DecideError.refused(let refusal) {
            return refusal.code
        } catch {
            return (error as? Refusal)?.code
        }
    }

    /// Carries a line out where it may be.
    fileprivate func take(_ line: JSON) {
        tick()
        guard var request = try? Request(line) else { return }
        fill(&request)
        _ = try? send(request)
    }

    /// The record that a command is about, where its own code names it.
    fileprivate func subject(of line: JSON) -> (any Record)? {
        guard let name = line["command"]?.string, let command = Commands.named(name),
            let use = command.parameters.first(where: { $0.name == "code" && $0.presence == .required }),
            let type = RecordKind.type(named: String(name.prefix { $0 != "." })),
            let key = line[use.name]?.string
        else { return nil }
        return record(type, key)
    }

    private func record<R: Record>(_ type: R.Type, _ key: String) -> (any Record)? {
        registry.find(R.self, key: key.uppercased())
    }
}

extension RefusalCode? {
    fileprivate var said: String { map(\.rawValue) ?? "carried out" }
}

extension JSON {
    /// Whether its fields have the shape that its command asks for.
    fileprivate var isShaped: Bool { (try? Request(self)) != nil }

    fileprivate func with(_ name: String, _ value: JSON) -> JSON {
        .object((members ?? []).filter { $0.name != name } + [.init(name, value)])
    }

    /// The line with one of its references to a record that is not there, for each of them.
    fileprivate var withMissingKeys: [(field: String, line: JSON)] {
        guard let name = self["command"]?.string, let command = Commands.named(name), command != LedgerUndo.self else {
            return []
        }
        return command.parameters.compactMap { use in
            guard let given = self[use.name], given != .null, let missing = use.missing(given, in: name) else {
                return nil
            }
            return (use.name, with(use.name, missing))
        }
    }
}

extension ParameterUse {
    /// A value of this field that names a record that is not there; nil when it names none.
    fileprivate func missing(_ given: JSON, in command: String) -> JSON? {
        switch kind {
        case .record(let kinds): kinds.first.map { .string($0.missingKey) }
        case .records(let kinds): kinds.first.map { .list([.string($0.missingKey)]) }
        case .subject(let kinds): kinds.first.map { .object([.init($0.name, .string($0.missingKey))]) }
        case .code where name == "code" && presence == .required:
            .string(RecordKind(String(command.prefix { $0 != "." }), phrase).missingKey)
        case .rows(let uses): rows(given, uses, command)
        default: nil
        }
    }

    private func rows(_ given: JSON, _ uses: [ParameterUse], _ command: String) -> JSON? {
        guard let use = uses.first(where: { $0.kind.lookedUp != nil }), let first = given.list?.first,
            let value = first[use.name], let missing = use.missing(value, in: command)
        else { return nil }
        return .list([first.with(use.name, missing)])
    }
}

extension RecordKind {
    /// A key in the form of this kind's that no random office has.
    fileprivate var missingKey: String {
        if self == Person.kind { return "9990000131" }
        if name == Congress.kind.name || name == Season.kind.name { return "1490" }
        return (RecordKind.type(named: name) as? any Coded.Type).map { $0.series.code(98_765) } ?? "X-98765"
    }
}

extension RandomOffice {
    /// Whether a line is sent by the right to set a rule aside alone: whatever else is in the way, it is not permitted.
    fileprivate func actsByReason(_ line: JSON) -> Bool {
        guard let account = line["as"]?.string, let staff = registry.find(Staff.self, key: account),
            let command = line["command"]?.string.flatMap(Commands.named)
        else { return false }
        return command.needsReason(from: staff.role)
    }
}
