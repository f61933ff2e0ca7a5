import Canvas
import Domain
import Exchange
import Foundation
import Persian
import Support
import Testing

@testable import Dashboard
@testable import Store

/// An office with a camp whose pack comes home: two commands are done, two refused. Everything in it is invented.
@MainActor
final class PacksExample {
    let test: TestDashboard
    let file: String
    private let folder: String

    init(_ language: Language = .persian, width: Int = 80, height: Int = 24) throws {
        folder = FileManager.default.temporaryDirectory.path + "/khedmat-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = folder + "/c14.khedmat"
        test = try TestDashboard(language, CampsExample.office + Self.leader)
        let pack = try test.office.makePack(
            CampPack.self, about: "C-014", for: "leader1", at: file, by: test.sender, clock: Self.clock("09T08:00"))
        try fill(pack)
        try test.send(#"{"command":"need.settle","code":"N-001","outcome":"met","note":"از انبار رسید"}"#)
        try test.send(
            #"{"command":"camp.attend","camp":"C-007","day":"1401/05/09","people":["9990000034"]}"#)
        test.dashboard.resize(width: width, height: height)
        try test.dashboard.refresh()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private static let leader = [
        #"{"command":"staff.add","account":"leader1","name":"سرپرست اردو","role":"supervisor"}"#,
        #"{"command":"membership.begin","group":"Q-0002","person":"9990000034","from":"1400/06/01"}"#,
        #"{"command":"membership.begin","group":"Q-0002","person":"9990000042","from":"1400/06/01"}"#,
    ]

    private static func clock(_ time: String) throws -> Clock {
        Clock(fixed: try Moment(parsing: "1401/05/\(time)", in: .tehran))
    }

    private func fill(_ pack: Pack) throws {
        let laptop = try OfficeFile(path: file)
        let lines = [
            (
                #"{"command":"camp.report","camp":"C-014","day":"1401/05/09","present":29,"beneficiaries":210}"#,
                "09T21:10"
            ),
            (
                #"{"command":"camp.attend","camp":"C-014","day":"1401/05/09","people":["9990000034","9990000042"]}"#,
                "09T21:14"
            ),
            (
                #"{"command":"need.raise","for":{"camp":"C-014"},"item":"دارو","quantity":3,"unit":"بسته","urgency":"high"}"#,
                "09T21:20"
            ),
            (#"{"command":"need.settle","code":"N-001","outcome":"unmet","note":"هنوز نرسیده است"}"#, "09T21:30"),
        ]
        for (number, (line, time)) in lines.enumerated() { try send(line, number, time, on: laptop, pack.code) }
    }

    private func send(_ line: String, _ number: Int, _ time: String, on laptop: OfficeFile, _ pack: String) throws {
        var request = try Request(try #require(JSON(parsing: line)))
        request.id = "01890000-0000-7000-8000-\(200_000_000_000 + number)"
        let sender = Sender(account: "leader1", user: "reza@laptop", station: pack)
        try laptop.send(request, by: sender, clock: Self.clock(time))
    }

    /// What is done on the laptop while its clock is a day ahead of the office's and more.
    func workAhead() throws {
        let line =
            #"{"command":"need.raise","for":{"camp":"C-014"},"item":"پتو","quantity":3,"unit":"تخته","urgency":"low"}"#
        try send(line, 9, "29T10:00", on: OfficeFile(path: file), "PK-001")
    }

    /// Brings the pack home through the screen.
    func bring() throws {
        _ = test.dashboard.open("returned")
        try test.press("b")
        _ = try test.dashboard.handle(.paste(file))
        try test.press("enter")
    }
}

@MainActor
@Suite struct PacksPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40]]

    private func expect(_ name: String, _ example: PacksExample, _ size: [Int], _ language: Language) {
        expectScreen(example.test.dashboard, named: "\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("An answer a command, then what waits to be mended", arguments: Language.allCases, sizes)
    func answers(language: Language, size: [Int]) throws {
        let example = try PacksExample(language, width: size[0], height: size[1])
        try example.bring()
        expect("unpack-answers", example, size, language)
        try example.test.press("enter down")
        expect("returned", example, size, language)
        try example.test.press("e")
        expect("returned-mend", example, size, language)
    }

    @Test("The packs that were made", arguments: Language.allCases, sizes)
    func packs(language: Language, size: [Int]) throws {
        let example = try PacksExample(language, width: size[0], height: size[1])
        _ = example.test.dashboard.open("packs")
        try example.test.dashboard.refresh()
        expect("packs", example, size, language)
    }

    @Test("Before any pack came home", arguments: Language.allCases)
    func empty(language: Language) throws {
        let test = try TestDashboard(language)
        _ = test.dashboard.open("returned")
        try test.dashboard.refresh()
        expectScreen(test.dashboard, named: "returned-empty-80x24-\(language.rawValue)")
        try test.press("b")
        expectScreen(test.dashboard, named: "unpack-file-80x24-\(language.rawValue)")
    }

    @Test("A pack says what it is, and shows only what it can fill", arguments: Language.allCases, sizes)
    func inside(language: Language, size: [Int]) throws {
        let example = try PacksExample(language, width: size[0], height: size[1])
        let office = try OfficeFile(path: example.file)
        let clock = Clock(fixed: try Moment(parsing: "1401/05/10T10:00", in: .tehran))
        let sender = Sender(account: "leader1", station: "PK-001")
        let dashboard = Dashboard(
            office, staff: try office.admit(sender, clock: clock),
            writer: Writer(office, sender: sender, clock: clock), drafts: Drafts(path: nil, office: "test"),
            language: language, clock: clock)
        dashboard.resize(width: size[0], height: size[1])
        #expect(dashboard.screenNames == ["camps", "people", "ledger"])
        try dashboard.refresh()
        expectScreen(dashboard, named: "pack-camps-\(size[0])x\(size[1])-\(language.rawValue)")
    }
}

@MainActor
@Suite struct PacksScreenTests {
    @Test("What was refused is mended in the command's own form, and sent under its own id")
    func mend() throws {
        let example = try PacksExample(.english, width: 120, height: 40)
        try example.bring()
        let test = example.test
        #expect(test.text.contains("2 done") && test.text.contains("2 refused"))
        // The attendance: somebody was marked at another camp meanwhile.
        try test.press("enter home e")
        #expect(test.text.contains("is at the camp C-007"))
        try test.type("شریفی")
        _ = try test.dashboard.handle(.key(Key(.character(" "))))
        try test.press("ctrl+s")
        let entry = try test.office.view { (reader) throws(DecideError) in
            try reader.entry("01890000-0000-7000-8000-200000000001")
        }
        #expect(entry?.account == "leader1" && entry?.sender == "maryam" && entry?.station == "PK-001")
        try test.dashboard.refresh()
        #expect(test.text.contains("1 record"))
        #expect(!test.text.contains("is at the camp C-007"))
    }

    @Test("What was done while the laptop's clock was wrong asks for its time")
    func time() throws {
        let example = try PacksExample(.english, width: 120, height: 40)
        try example.workAhead()
        try example.bring()
        let test = example.test
        try test.press("enter /")
        try test.type("پتو")
        try test.press("enter e")
        #expect(test.text.contains("done at") && test.text.contains("is before"))
        try test.press("escape escape home e")
        #expect(!test.text.contains("done at"))
    }

    @Test("A stale one shows what the office has and what the field says; it is sent again or dropped")
    func stale() throws {
        let example = try PacksExample(.english, width: 120, height: 40)
        try example.bring()
        let test = example.test
        try test.press("enter end")
        #expect(test.text.contains("office: از انبار رسید") && test.text.contains("pack: هنوز نرسیده است"))
        #expect(test.text.contains("maryam"))
        try test.press("s")
        #expect(test.text.contains("settled"), "the office's own rule answers: it is settled already")
        try test.press("D right enter")
        try test.dashboard.refresh()
        #expect(test.text.contains("1 record"))
    }

    @Test("Brought again, all is answered as before and nothing is written")
    func again() throws {
        let example = try PacksExample(.english, width: 120, height: 40)
        try example.bring()
        let tip = try example.test.office.view { (reader) throws(DecideError) in try reader.ledgerTip() }
        try example.test.press("enter")
        try example.bring()
        #expect(example.test.text.contains("2 done before") && example.test.text.contains("2 refused"))
        #expect(try example.test.office.view { (reader) throws(DecideError) in try reader.ledgerTip() } == tip)
    }

    @Test("What is no pack is said in the window, and a sealed one asks for its passphrase")
    func problems() throws {
        let example = try PacksExample(.english, width: 120, height: 40)
        let test = example.test
        _ = test.dashboard.open("packs")
        try test.press("b")
        try test.type("/nowhere/x")
        try test.press("enter")
        #expect(test.text.contains("is missing or cannot be read"))
        try test.press("escape b")
        let sealed = example.file + ".sealed"
        defer { try? FileManager.default.removeItem(atPath: sealed) }
        try SealedFile.seal(example.file, to: sealed, with: Passphrase("چهار واژه ساده"))
        _ = try test.dashboard.handle(.paste(sealed))
        try test.press("enter")
        #expect(test.text.contains("This pack is sealed."))
        try test.type("نادرست است")
        #expect(!test.text.contains("نادرست"), "a passphrase is not shown")
        try test.press("enter")
        #expect(test.text.contains("passphrase") && test.text.contains("wrong"))
        for _ in 0..<10 { try test.press("backspace") }
        try test.type("چهار واژه ساده")
        try test.press("enter")
        #expect(test.text.contains("2 done"))
    }

    @Test("A pack in which nobody has worked yet is no new office: it asks nothing and takes the first key")
    func isNotWelcomed() throws {
        let example = try PacksExample(.english)
        let file = example.file + "-2"
        _ = try example.test.office.makePack(
            CampPack.self, about: "C-014", for: "leader1", at: file, by: example.test.sender, clock: example.test.clock)
        let office = try OfficeFile(path: file)
        let sender = Sender(account: "leader1", station: "PK-002")
        let dashboard = Dashboard(
            office, staff: try office.admit(sender, clock: example.test.clock),
            writer: Writer(office, sender: sender, clock: example.test.clock),
            drafts: Drafts(path: nil, office: "test"),
            language: .english, clock: example.test.clock)
        dashboard.resize(width: 120, height: 40)
        try dashboard.refresh()
        try dashboard.welcome()
        #expect(dashboard.modals.isEmpty)
    }

    @Test("In a pack a key of another command says that it is the office's")
    func disabled() throws {
        let example = try PacksExample(.english, width: 120, height: 40)
        let office = try OfficeFile(path: example.file)
        let sender = Sender(account: "leader1", station: "PK-001")
        let writer = Writer(office, sender: sender, clock: example.test.clock)
        let dashboard = Dashboard(
            office, staff: try office.admit(sender, clock: example.test.clock), writer: writer,
            drafts: Drafts(path: nil, office: "test"), language: .english, clock: example.test.clock)
        dashboard.resize(width: 120, height: 40)
        try dashboard.refresh()
        _ = try dashboard.handle(.key(Key(.character("n"))))
        let text = dashboard.frame().rows.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
        #expect(text.contains("not in a pack"))
    }
}
