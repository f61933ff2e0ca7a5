import Domain
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

let ali = Sender(account: "ali", station: "desk")
let noon = Domain.Clock(fixed: Moment(day: Day(number: 19_200), hour: 12, minute: 0, in: .tehran))

/// A folder of its own for one test, with the file of an office in it.
final class TestFolder {
    let path: String
    var file: String { path + "/office.db" }

    init() throws {
        var template = Array("/tmp/khedmat-store.XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A new office whose administrator is Ali.
    func office(patience: Double = 5) throws -> OfficeFile {
        let office = try OfficeFile(path: file, steps: Migrations.steps, patience: patience)
        _ = try office.admit(ali, clock: noon)
        return office
    }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path + "/" + name)) }

    func write(_ data: Data, to name: String) throws { try data.write(to: URL(filePath: path + "/" + name)) }

    func mode(_ name: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int)
    }
}

/// An office in memory whose administrator is Ali.
func newOffice() throws -> OfficeFile {
    try begun.get().copyInMemory()
}

/// What each of them is a copy of, for to make all tables anew takes longer than most tests do.
private let begun = Result {
    let office = try OfficeFile()
    _ = try office.admit(ali, clock: noon)
    return office
}

func request(_ json: String) throws -> Request { try Request(#require(JSON(parsing: json))) }

extension OfficeFile {
    /// Sends a command as a script writes it.
    @discardableResult
    func send(_ json: String) throws -> LedgerEntry { try send(request(json), by: ali, clock: noon) }

    /// Registers a group; the code tells it from others.
    @discardableResult
    func register(_ code: String, name: String, _ more: String = "") throws -> LedgerEntry {
        try send(
            """
            {"command":"group.register","code":"\(code)","name":"\(name)","kind":"general","fields":["relief"],
            "county":"قم","size":10,"registeredOn":"1400/01/01"\(more)}
            """)
    }

    @discardableResult
    func record(_ id: String, first: String = "زهرا", last: String = "کاظمی", _ more: String = "") throws -> LedgerEntry
    {
        try send(
            #"{"command":"person.record","nationalID":"\#(id)","firstName":"\#(first)","lastName":"\#(last)"\#(more)}"#)
    }

    /// Writes past all rules.
    func execute(_ sql: String) throws {
        try writer().write { try $0.execute(sql: sql) }
    }

    func count(_ sql: String) throws -> Int {
        try writer().read { try Int.fetchOne($0, sql: sql) } ?? 0
    }

    /// The codes of the groups that a filter lets through, in the order of their names.
    func groups(matching text: String, by order: ListOrder = .name) throws -> [String] {
        try view { (reader) throws(DecideError) in
            let rule = try reader.activityRule(on: noon.today())
            let window = try reader.groups(matching: Filter(text), by: order, from: .beginning, limit: 1000)
            var codes: [String] = []
            for place in window.places {
                if let row = try reader.groupRow(at: place, on: rule) { codes.append(row.group.code) }
            }
            return codes
        }
    }

    func people(matching text: String) throws -> [String] {
        var found: [String] = []
        try view { (reader) throws(DecideError) in
            try reader.each(Person.self, matching: Filter(text), limit: nil) { (person) throws(DecideError) in
                found.append(person.nationalID)
            }
        }
        return found
    }
}

/// The reason with which the store refused; nil when it did not.
func reason<T>(_ work: () throws -> T) -> StoreError.Reason? {
    do {
        _ = try work()
        return nil
    } catch let error as StoreError {
        return error.reason
    } catch DecideError.store(let error) {
        return error.reason
    } catch {
        return nil
    }
}

/// The rule that refused a command; nil when none did.
func refusal<T>(_ work: () throws -> T) -> RefusalCode? {
    do {
        _ = try work()
        return nil
    } catch DecideError.refused(let refusal) {
        return refusal.code
    } catch let refusal as Refusal {
        return refusal.code
    } catch {
        return nil
    }
}

let someIDs = ["9990000018", "9990000050", "9990000141"]
