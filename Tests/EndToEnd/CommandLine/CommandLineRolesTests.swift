import Foundation
import Harness
import Testing

@Suite("Every door of the command line, every role", .onOwnThreads)
struct CommandLineRolesTests {
    private static let trainers: Set = [
        "groups", "people", "members", "councils", "bases", "courses", "enrolments", "certificates", "hours",
        "group-hours",
    ]
    private static let staff = [
        #"{"command":"staff.add","account":"op","name":"متصدی","role":"operator"}"#,
        #"{"command":"staff.add","account":"sup","name":"ناظر","role":"supervisor"}"#,
        #"{"command":"staff.add","account":"tra","name":"مربی","role":"trainer"}"#,
        #"{"command":"staff.add","account":"gone","name":"رفته","role":"administrator"}"#,
        #"{"command":"staff.disable","account":"gone"}"#,
    ]

    /// The words that a command accepts, by what it says of another.
    private static func accepted(_ office: CommandLineOffice, _ command: String) throws -> [String] {
        let said = try office.run(command, "nothing", "x").errorText + office.run(command, "nothing").errorText
        let list = said.split(separator: "accepted: ").last?.split(separator: "\n").first ?? ""
        return list.split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " .")) }
    }

    private static func isRefused(_ result: Program.Result) -> Bool {
        result.status == .exited(1) && result.output.isEmpty
            && ["that is for:", "is disabled", "is not known"].contains { result.errorText.contains($0) }
    }

    @Test("listings, prints, screens", arguments: ["op", "sup", "tra", "gone", "nobody"])
    func reading(_ account: String) throws {
        let office = try CommandLineOffice()
        _ = try office.run("apply", "-", input: Self.staff.joined(separator: "\n"))
        let isOut = ["gone", "nobody"].contains(account)
        let kinds = try Self.accepted(office, "list")
        #expect(kinds.count > 20)
        for kind in kinds {
            let mayRead = !isOut && (account != "tra" || Self.trainers.contains(kind))
            for door in [["list", kind], ["export", kind], ["show", kind, "x"]] {
                let result = try office.run(arguments: door + ["--as", account])
                #expect(Self.isRefused(result) == !mayRead, "\(account) \(door): \(result.errorText)")
            }
        }
        for kind in try Self.accepted(office, "print") {
            let result = try office.run("print", kind, "x", "--as", account)
            #expect(
                Self.isRefused(result) == (isOut || account == "tra" && kind != "certificate"), "\(account) \(kind)")
        }
        for screen in try Self.accepted(office, "snapshot") {
            let mayRead = !isOut && (account != "tra" || Self.trainers.union(["training"]).contains(screen))
            let result = try office.run("snapshot", screen, "--as", account)
            #expect(Self.isRefused(result) == !mayRead, "\(account) \(screen): \(result.errorText)")
        }
    }

    @Test("the wall, packs that go out and packs that come home", arguments: ["op", "sup", "tra", "gone", "nobody"])
    func packs(_ account: String) throws {
        let office = try CommandLineOffice()
        _ = try office.run("apply", "-", input: (Self.staff + Self.camp).joined(separator: "\n"))
        let made = try office.run("pack", "camp", "C-001", "--output", office.path("p.khedmat"), "--for", "sup")
        #expect(made.status == .exited(0), "\(made.errorText)")
        let may: [String: Set<String>] = ["unpack": ["op", "sup"], "pack": ["op"], "watch": ["op", "sup"]]
        let doors = [
            ["unpack", office.path("p.khedmat")], ["watch", "camps"],
            ["pack", "camp", "C-001", "--output", office.path("q.khedmat"), "--for", "sup"],
        ]
        for door in doors {
            let result = try office.run(arguments: door + ["--as", account])
            let isAllowed = may[door[0]]?.contains(account) == true
            // The wall needs a terminal, which it says to whom may see it.
            #expect(Self.isRefused(result) == !isAllowed, "\(account) \(door[0]): \(result.errorText)")
        }
        #expect(office.exists("q.khedmat") == may["pack"]?.contains(account))
    }

    private static let camp = [
        """
        {"command":"group.register","code":"Q-0001","name":"باران","kind":"general","fields":["relief"],"county":"قم",\
        "size":20,"registeredOn":"1400/01/05"}
        """,
        """
        {"command":"camp.plan","code":"C-001","title":"بهار","groups":["Q-0001 5"],"kind":"village","province":"قم",\
        "county":"قم","place":"ده‌نو","fields":["relief"],"from":"1401/05/01","to":"1401/05/10"}
        """, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
    ]

    @Test("the file as a whole", arguments: ["op", "sup", "tra", "gone", "nobody"])
    func whole(_ account: String) throws {
        let office = try CommandLineOffice()
        _ = try office.run("apply", "-", input: Self.staff.joined(separator: "\n"))
        _ = try office.run("backup", office.path("own.db"))
        let may: [String: Set<String>] = [
            "backup": ["op"], "restore": [], "verify": ["op", "sup"],
        ]
        for (door, allowed) in may {
            let target =
                door == "backup" ? [office.path("\(account).db")] : door == "restore" ? [office.path("own.db")] : []
            let result = try office.run(arguments: [door] + target + ["--as", account])
            let isAllowed = allowed.contains(account)
            #expect((result.status == .exited(0)) == isAllowed, "\(account) \(door): \(result.errorText)")
        }
        #expect(office.exists("\(account).db") == may["backup"]?.contains(account))
        #expect(!office.exists("own.db.before-restore"))
    }
}

@Suite("What the command line takes for what it is", .onOwnThreads)
struct CommandLineStrangeTests {
    @Test("a search that begins with a half-space or a mark", arguments: ["\u{200C}هم", "\u{64E}هم"])
    func mark(_ text: String) throws {
        let office = try CommandLineOffice.withGroups()
        #expect(try office.run("list", "groups", "--match=\(text)").status == .exited(0))
        #expect(
            try office.run("list", "groups", "--match=\(text)").lines
                == office.run("list", "groups", "--match", text).lines)
        let unknown = try office.run("list", "groups", "--file=\(text)").errorText
        #expect(unknown.contains("No office has begun"), "\(unknown)")
    }

    @Test("a number below nought, a sheet for a backup, an empty file: the sentence says what is wrong")
    func sentences() throws {
        let office = try CommandLineOffice.withGroups()
        #expect(try office.run("list", "groups", "--limit", "-1").errorText.contains("takes a number from 0, not “-1”"))
        let sheet = try office.file("groups.csv", "شماره ثبت,نام گروه\n")
        let said = try office.run("restore", sheet, "--lang", "fa").errorText
        #expect(said.contains("پشتیبان دفتر نیست") && said.contains("groups.csv"))
        let empty = try office.file("empty.db", "")
        for door in [
            ["list", "groups"], ["verify"], ["export", "groups"], ["snapshot", "groups"],
            ["backup", office.path("b.db")],
        ] {
            let result = try office.run(arguments: door + ["--file", empty])
            #expect(result.status == .exited(1) && result.errorText.contains("No office has begun"), "\(door)")
        }
        #expect(try office.text("empty.db").isEmpty && !office.exists("b.db"))
    }

    @Test("pipes and devices are refused at once")
    func special() throws {
        let office = try CommandLineOffice.withGroups()
        let pipe = office.path("pipe")
        mkfifo(pipe, 0o600)
        for path in [pipe, "/dev/zero"] {
            for door in [
                ["apply", path], ["import", "groups", path], ["list", "groups", "--file", path],
                ["themes", "--theme", path],
            ] {
                let result = try office.run(arguments: door)
                #expect(result.status != .exited(0) && !result.errorText.isEmpty, "\(door)")
            }
        }
    }

    @Test("with too few open files allowed it says so, and is not ended by a fault", arguments: [4, 6, 8, 10, 16])
    func descriptors(_ limit: Int) throws {
        let office = try CommandLineOffice.withGroups()
        for door in ["list groups", "verify", ""] {
            let result = try Program.run(
                "/bin/bash", ["-c", "ulimit -n \(limit); exec \"$0\" \(door)", Program.khedmat],
                environment: office.environment)
            #expect(result.status == .exited(2) && result.errorText.contains("open files"), "\(result)")
        }
    }

    @Test("a path is printed without what a terminal obeys, and so it stands in the log")
    func paths() throws {
        let office = try CommandLineOffice.withGroups()
        let name = office.path("b\u{1B}]0;x\u{7}\u{9B}31m.db")
        let done = try office.run("backup", name)
        let again = try office.run("backup", name)
        let log = try office.text(".local/state/khedmat/khedmat.log")
        for text in [done.outputText, again.errorText, log] {
            #expect(
                text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) || $0 == "\n" })
        }
    }

    @Test("in a namespace of its own nobody is the administrator")
    func namespace() throws {
        let office = try CommandLineOffice.withGroups()
        let result = try Program.run(
            "/usr/bin/unshare", ["--user", "--map-root-user", Program.khedmat, "list", "groups"],
            environment: office.environment)
        // Where the machine allows no such thing there is nothing to refuse.
        #expect(result.status != .exited(0) && result.output.isEmpty)
    }
}

extension CommandLineOffice {
    func run(arguments: [String]) throws -> Program.Result {
        try Program.run(Program.khedmat, arguments, environment: environment)
    }
}
