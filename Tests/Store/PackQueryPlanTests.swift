import Domain
import Testing

@testable import Store

@Suite("What the packs' screens ask")
struct PackQueryPlanTests {
    @Test("commands that wait and packs are found by an index, a bounded number of them")
    func returned() throws {
        let office = try ConstraintTests.office()
        let plans = QueryPlanTests()
        let asked = try plans.questions(office) {
            try office.view { (reader) throws(DecideError) in
                _ = try reader.waitingCommands(limit: 10)
                _ = try reader.waitingCommands()
                _ = try reader.waitingCommands(of: "PK-001")
                _ = try reader.returnedCommand(at: ListPlace(row: 1))
                _ = try reader.ledgerTip()
                _ = try reader.count(Pack.kind)
                _ = try reader.window(of: Pack.kind, matching: Filter(), from: .beginning, limit: 10)
                _ = try reader.registry.carriedPack()
            }
        }
        #expect(asked.count >= 7)
        for sql in asked {
            let plan = try plans.plan(sql, office)
            let walks = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("USING") }
            // What makes a file a pack is one row at most; the ledger is read from its end.
            #expect(walks.allSatisfy { $0 == "SCAN carried" || $0 == "SCAN ledger" }, "\(sql): \(plan)")
            #expect(!plans.sorts(plan), "\(sql): \(plan)")
        }
    }
}
