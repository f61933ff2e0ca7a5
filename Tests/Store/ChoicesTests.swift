import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("The file takes the named values that the rules know")
struct ChoicesTests {
    /// The CREATE statement of each table.
    private func statements() throws -> [String: String] {
        try newOffice().reader.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }

    @Test("a column of named values accepts all of them and no others")
    func choices() throws {
        let statements = try statements()
        var checked = 0
        func check<R: Domain.Record>(_ type: R.Type) throws {
            let table = try Table.of(R.kind).name
            let sql = try #require(statements[table])
            let lists = sql.matches(of: #/\(?"?(\w+)"? (NOT )?IN \(([^()]*)\)/#)
            for column in R.columns where !column.valueNames().isEmpty {
                let choices = Set(column.valueNames())
                let own = lists.filter { $0.1 == column.name }.map { match in
                    (Set(match.3.matches(of: #/'(\w+)'/#).map { String($0.1) }), match.2 == nil)
                }
                #expect(
                    own.contains { $0.1 && $0.0 == choices },
                    "\(table).\(column.name) takes \(own.map(\.0)), the rules \(choices.sorted())")
                for (list, _) in own { #expect(list.isSubset(of: choices), "\(table).\(column.name): \(list)") }
                checked += 1
            }
        }
        for type in RecordKind.allTypes { try check(type) }
        #expect(checked > 25)
    }
}
