import Domain
import GRDB
import Persian
import Testing

@testable import Store

@Suite("The best answer stands first")
struct RankingTests {
    private static let names = [
        "Q-0001": "گروه جهادی یاران مهر", "Q-0002": "گروه جهادی یاس", "Q-0003": "گروه جهادی یاسمن",
        "Q-0004": "گروه جهادی نور", "Q-0005": "گل‌های یاس", "Q-0006": "گروه جهادی الیاس",
    ]

    private static func office() throws -> OfficeFile {
        let office = try newOffice()
        try office.record(someIDs[0], first: "یاسر", last: "آذری")
        try office.record(someIDs[1], first: "حمیدرضا", last: "آذری")
        try office.record(someIDs[2], first: "رضا", last: "نوری")
        for (code, name) in names.sorted(by: { $0.key < $1.key }) {
            try office.register(code, name: name, code == "Q-0004" ? #","head":"\#(someIDs[0])""# : "")
        }
        return office
    }

    private func found(_ kind: RecordKind, _ text: String, limit: Int = 40) throws -> [String] {
        try Self.office().view { (reader) throws(DecideError) in
            try reader.found(kind, text, limit: limit).map(\.record.key)
        }
    }

    @Test("the whole name, then its beginning, then its words, then the rest")
    func names() throws {
        #expect(try found(Group.kind, "یاس") == ["Q-0002", "Q-0005", "Q-0003", "Q-0006", "Q-0004"])
        #expect(try found(Group.kind, "گروه جهادی یاس").first == "Q-0002")
        #expect(try found(Group.kind, "يا").first == "Q-0001")
        #expect(try found(Group.kind, "یاسر") == ["Q-0004"], "the head's name finds, too")
    }

    @Test("a code finds its own record first")
    func codes() throws {
        #expect(try found(Group.kind, "q-0003").first == "Q-0003")
        #expect(try found(Person.kind, someIDs[1]).first == someIDs[1])
    }

    @Test("a first name alone comes before the names it is a part of")
    func firstNames() throws {
        #expect(try found(Person.kind, "رضا") == [someIDs[2], someIDs[1]])
    }

    @Test("no more than was asked for, and nothing for nothing")
    func limits() throws {
        #expect(try found(Group.kind, "گروه", limit: 3).count == 3)
        #expect(try found(Group.kind, " ").isEmpty)
    }

    @Test("whatever a field of a command takes can be looked up by what it is called")
    func everyKind() throws {
        func kinds(_ uses: [ParameterUse]) -> [RecordKind] {
            uses.flatMap { use in
                if case .rows(let inner) = use.kind { return kinds(inner) }
                return use.kind.lookedUp ?? []
            }
        }
        for kind in Set(Commands.all.flatMap { kinds($0.parameters) }) {
            #expect(try Table.of(kind).isListed, "\(kind.name)")
        }
    }

    @Test("every question walks an index", arguments: [FilterPlan.Reach.few, .some, .many])
    func plans(_ reach: FilterPlan.Reach) throws {
        let office = try Self.office()
        let tests = QueryPlanTests()
        for text in ["ی", "یاس", "یاس نور"] {
            for source in FilterPlan.sources(Filter(text), on: "groups") {
                let plan = FilterPlan(words: Filter(text).words, reach: reach, source: source)
                for (sql, _) in Reader.questions(try Table.of(Group.kind), text, plan, limit: 20) {
                    #expect(tests.scans(try tests.plan(sql, office)).isEmpty, "\(sql)")
                }
            }
        }
    }
}
