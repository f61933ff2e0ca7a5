import Domain
import GRDB
import Support
import Testing

@testable import Store

/// Who did what, and whether it stands.
@Suite("What can be taken back")
struct ActsTests {
    private func undo(_ office: OfficeFile, _ id: String) throws -> LedgerEntry {
        try office.send(#"{"command":"ledger.undo","undo":"\#(id)"}"#)
    }

    /// What an account's acts are, worked out from the whole ledger.
    private func expected(_ office: OfficeFile) throws -> (done: [Int], undone: [Int]) {
        let entries = try office.view { (reader) throws(DecideError) in
            try reader.ledger(matching: Filter(), limit: nil)
        }
        var cancelled: Set<String> = []
        let targets = Dictionary(
            uniqueKeysWithValues: entries.compactMap { entry in entry.undoneID.map { (entry.id, $0) } })
        func isRedo(_ id: String) -> Bool {
            guard let target = targets[id], targets[target] != nil else { return false }
            return !isRedo(target)
        }
        var (done, undone): ([Int], [Int]) = ([], [])
        for entry in entries where entry.number > 1 {
            guard !cancelled.contains(entry.id) else { continue }
            if let target = entry.undoneID {
                cancelled.insert(target)
                if !isRedo(entry.id) { undone.append(entry.number) }
            } else {
                done.append(entry.number)
            }
        }
        return (done, undone)
    }

    private func standing(_ office: OfficeFile, undos: Bool) throws -> [Int] {
        try office.reader.read { db in
            try Int.fetchAll(
                db, sql: "SELECT number FROM (\(Acts.standing(undos: undos))) ORDER BY number DESC",
                arguments: ["ali", Int.max])
        }
    }

    @Test("undo and redo to any depth: what stands is what the ledger says", arguments: 0..<6)
    func anyDepth(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let office = try newOffice()
        var ids: [String] = []
        for number in 0..<60 {
            if !ids.isEmpty, Int.random(in: 0..<3, using: &random) > 0,
                let id = ids.suffix(6).randomElement(using: &random)
            {
                if let entry = try? undo(office, id) { ids.append(entry.id) }
            } else {
                ids.append(try office.register("Q-\(100 + number)", name: "گروه \(number)").id)
            }
            let (done, undone) = try expected(office)
            #expect(try standing(office, undos: false) == done)
            #expect(try standing(office, undos: true) == undone)
        }
        // The step that brings an older file up to date finds the same.
        try office.writer().write { db in
            let before = try Row.fetchAll(db, sql: "SELECT * FROM acts ORDER BY number")
            try db.execute(sql: "DROP TABLE acts; DROP TRIGGER sessionsAmendSpeakers; \(Steps.acts) \(Steps.redos)")
            #expect(try Row.fetchAll(db, sql: "SELECT * FROM acts ORDER BY number") == before)
        }
    }

    @Test("the last act is found through an index, however much was done before and taken back since")
    func plans() throws {
        let office = try newOffice()
        try office.reader.read { db in
            for undos in [false, true] {
                let sql = "EXPLAIN QUERY PLAN \(Acts.standing(undos: undos)) ORDER BY number DESC LIMIT 1"
                let plan = try Row.fetchAll(db, sql: sql, arguments: ["ali", Int.max]).map { $0["detail"] as String }
                #expect(
                    plan[0].contains(undos ? "USING INDEX actsUndone" : "USING INDEX actsDone")
                        && plan.dropFirst().allSatisfy { $0.contains("SUBQUERY") || $0.contains("INTEGER PRIMARY KEY") },
                    "\(plan)")
            }
        }
    }

    @Test("an import is taken back in part, then the rest, each command once; it is done again as one")
    func batches() throws {
        let office = try newOffice()
        for number in 1...9 {
            var request = try request(#"{"command":"council.found","code":"SH-\#(number)","name":"شورای \#(number)"}"#)
            request.batch = "b"
            request.batchName = "councils.csv"
            try office.send(request, by: ali, clock: noon)
        }
        func last() throws -> Act? {
            try office.view { (reader) throws(DecideError) in try reader.lastAct(of: "ali").act }
        }
        func lastUndo() throws -> Act? {
            try office.view { (reader) throws(DecideError) in try reader.lastUndo(of: "ali") }
        }
        func councils() throws -> Int {
            try office.view { (reader) throws(DecideError) in try reader.count(Council.kind) }
        }
        let whole = try #require(try last())
        #expect(whole.count == 9 && whole.entry.batchName == "councils.csv")
        let part = try office.undo(whole, by: ali, clock: noon) { done, _ in done < 4 }
        #expect(part.undone == 4 && part.isCancelled)
        #expect(try councils() == 5)
        try office.send(#"{"command":"council.amend","code":"SH-2","name":"شورای نو"}"#)
        let amended = try #require(try last())
        #expect(amended.count == 1 && amended.batch == nil)
        _ = try office.undo(amended, by: ali, clock: noon)
        let rest = try #require(try last())
        #expect(rest.count == 5)
        #expect(try office.undo(rest, by: ali, clock: noon).undone == 5)
        #expect(try councils() == 0)
        #expect(try last() == nil)
        let again = try #require(try lastUndo())
        #expect(again.count == 5 && again.isUndo && again.original.batchName == "councils.csv")
        #expect(try office.undo(again, by: ali, clock: noon).undone == 5)
        #expect(try last()?.count == 5)
        let acts = try office.view { (reader) throws(DecideError) in try reader.acts(of: "ali", limit: 10) }
        #expect(acts.map(\.count).sorted() == [1, 4, 5])
    }

    @Test("what a station took back itself stays taken back when its pack is undone, and counts for nothing")
    func takenBackThere() throws {
        let office = try newOffice()
        var ids: [String] = []
        func send(_ line: String) throws {
            var request = try request(line)
            request.batch = "PK-001"
            request.batchName = "PK-001"
            ids.append(try office.send(request, by: ali, clock: noon).id)
        }
        try send(#"{"command":"council.found","code":"SH-1","name":"شورای ۱"}"#)
        try send(#"{"command":"ledger.undo","undo":"\#(ids[0])"}"#)
        try send(#"{"command":"council.found","code":"SH-2","name":"شورای ۲"}"#)
        try send(#"{"command":"ledger.undo","undo":"\#(ids[2])"}"#)
        try send(#"{"command":"ledger.undo","undo":"\#(ids[3])"}"#)
        func act() throws -> Act? {
            try office.view { (reader) throws(DecideError) in try reader.lastAct(of: "ali").act }
        }
        let undo = try office.view { (reader) throws(DecideError) in try reader.lastUndo(of: "ali") }
        #expect(undo == nil, "what was taken back there is not redone here")
        let pack = try #require(try act())
        #expect(pack.count == 1)
        let report = try office.undo(pack, by: ali, clock: noon)
        #expect(report.undone == 1 && report.refused == 0)
        #expect(try office.view { (reader) throws(DecideError) in try reader.count(Council.kind) } == 0)
        #expect(try act() == nil)
    }

    @Test("what was taken back is found behind a redo however long, and behind an undo that was stopped twice")
    func longRedo() throws {
        let office = try newOffice()
        func send(_ prefix: String, _ count: Int) throws {
            for number in 1...count {
                var request = try request(
                    #"{"command":"council.found","code":"\#(prefix)-\#(number)","name":"شورای \#(prefix) \#(number)"}"#)
                request.batch = prefix
                request.batchName = "\(prefix).csv"
                try office.send(request, by: ali, clock: noon)
            }
        }
        func last(undo: Bool) throws -> Act {
            try #require(
                try office.view { (reader) throws(DecideError) in
                    undo ? try reader.lastUndo(of: "ali") : try reader.lastAct(of: "ali").act
                })
        }
        try send("A", 10)
        try send("B", 230)
        let long = try last(undo: false)
        #expect(try office.undo(long, by: ali, clock: noon).undone == 230)
        for most in [4, 3] {
            let report = try office.undo(try last(undo: false), by: ali, clock: noon) { done, _ in done < most }
            #expect(report.isCancelled)
        }
        #expect(try office.undo(try last(undo: true), by: ali, clock: noon).undone == 3)
        #expect(try office.undo(try last(undo: true), by: ali, clock: noon).undone == 4)
        let again = try last(undo: true)
        #expect(again.count == 230 && again.original.batchName == "B.csv")
        #expect(try office.undo(again, by: ali, clock: noon).undone == 230)
        #expect(
            try office.view { (reader) throws(DecideError) in try reader.lastUndo(of: "ali") } == nil)
        #expect(try last(undo: false).count == 230)
    }

    @Test("keys that begin so are found through their index, in every table that has one")
    func keyPlans() throws {
        let office = try newOffice()
        try office.reader.read { db in
            for type in RecordKind.allTypes {
                let table = try Table.of(type.kind)
                guard let condition = Reader.sqlOfKeys(table) else { continue }
                let sql = "EXPLAIN QUERY PLAN SELECT id FROM \(table.name) WHERE \(condition)"
                let plan = try Row.fetchAll(db, sql: sql, arguments: ["a", "b", 3]).map { $0["detail"] as String }
                #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH"), "\(table.name): \(plan)")
            }
        }
    }
}
