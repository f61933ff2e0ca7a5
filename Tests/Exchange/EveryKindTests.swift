import Domain
import Foundation
import Persian
import Testing

@testable import Exchange
@testable import Store

@Suite("Sheets of every kind")
struct EveryKindTests {
    /// A sheet with every cell as it comes from our export, changed in the ways of other programs.
    private func rewritten(
        _ sheet: any ImportedSheet.Type, _ text: String, _ change: (String, CellKind) -> String
    ) throws -> String {
        let file = try SheetFile(bytes: Array(text.utf8), name: "x.csv")
        let all = try sheet.cellKinds(file.header)
        var rows = [file.header]
        file.forEachRow { row in
            rows.append(
                zip(row.fields, all).map { cell, kind in
                    guard !cell.isEmpty, let kind else { return cell }
                    return change(cell, kind)
                })
        }
        return csv(rows, delimiter: ",", lineEnd: "\r\n")
    }

    private static let names = Sheets.all.map { $0.name }
    private func sheet(_ name: String) throws -> any ImportedSheet.Type {
        try #require(Sheets.all.first { $0.name == name })
    }

    @Test("What we write is the same when it comes back, and no cell of it is a formula", arguments: names)
    func same(name: String) throws {
        let office = try OfficeFile.ofEveryKind()
        let kind = try #require(ListingKind(rawValue: name))
        let text = try office.exported(kind)
        let last = try office.entries().count
        let report = try office.importing(try sheet(name), text: text)
        #expect(report.refusals.map(\.refusal.phrase.en) == [])
        #expect(report.rows > 0 || name == "tallies")
        #expect(report.same == report.rows)
        #expect(report.columns == ImportReport.Columns(nearest: [:], lacking: report.columns.lacking))
        #expect(try office.entries(after: last).isEmpty)
        try SheetFile(bytes: Array(text.utf8), name: "x.csv").forEachRow { row in
            for cell in row.fields { #expect(!"=+-@".contains(cell.first ?? " "), "\(cell)") }
        }
    }

    @Test("A fresh office takes all of them in, and writes the same sheets again")
    func fresh() throws {
        let (old, new) = (try OfficeFile.ofEveryKind(), try newOffice())
        try new.send(
            #"{"command":"council.found","code":"SH-01","name":"شورای جهادی پردیسان"}"#)
        try new.send(
            #"{"command":"course.announce","code":"A/B","title":"دوره ۵","audience":"anyone","capacity":4,"from":"1401/06/01","to":"1401/06/02","sessions":[{"code":"S1","from":"1401/06/01T18:00","to":"1401/06/01T20:00"}]}"#
        )
        for name in Self.names where name != "tallies" {
            // Needs come from camps and desks, not in sheets.
            if name == "pledges" { for line in needsOfEveryKind { try new.send(String(line)) } }
            if name == "deliveries" { for line in campaignOfEveryKind { try new.send(String(line)) } }
            let kind = try #require(ListingKind(rawValue: name))
            let text = try old.exported(kind)
            let report = try new.importing(try sheet(name), text: text)
            #expect(report.refusals.map(\.refusal.phrase.en) == [], "\(name)")
            // A delivery is told by its id, which is another one in another office.
            #expect(try name == "deliveries" || new.exported(kind) == text, "\(name)")
        }
    }

    @Test(
        "Invisible characters, dashes and spaces of any kind, and guards are passed over in codes, numbers and days",
        arguments: names)
    func spelt(name: String) throws {
        let office = try OfficeFile.ofEveryKind()
        let text = try office.exported(try #require(ListingKind(rawValue: name)))
        let ways: [(String, CellKind) -> String] = [
            { cell, kind in kind.isNumberLike ? "\u{200E}\(cell.first!)\u{200B}\u{2060}\(cell.dropFirst())\u{AD}" : cell
            },
            { cell, kind in kind.isNumberLike ? cell.replacing("-", with: "–") : cell },
            { cell, kind in
                kind.isNumberLike ? "='\(cell)'".replacing("='", with: "=\"").replacing("'", with: "\"") : cell
            },
            // What was neutralised already has its guard.
            { cell, _ in cell.hasPrefix("'") ? cell : "'" + cell },
            { cell, kind in
                switch kind {
                case .number, .nationalID, .mobile: cell + ".0"
                case .day: cell + " 00:00:00"
                case .time: cell.replacing(" ", with: "\u{A0}  ")
                default: cell
                }
            },
            { cell, kind in kind.isNumberLike ? persianDigits(cell) : cell },
            { cell, _ in cell + "\u{0B}" },
        ]
        for (number, way) in ways.enumerated() {
            let changed = try rewritten(try sheet(name), text, way)
            let report = try office.importing(try sheet(name), text: changed)
            #expect(report.refusals.map(\.refusal.phrase.en) == [], "way \(number)")
            #expect(report.same == report.rows, "way \(number)")
        }
    }

    @Test(
        "Lost letters and rounded numbers are refused with the cause and the column, wherever they stand",
        arguments: names)
    func spoilt(name: String) throws {
        let office = try OfficeFile.ofEveryKind()
        let text = try office.exported(try #require(ListingKind(rawValue: name)))
        let lost = try office.importing(
            try sheet(name), text: try rewritten(try sheet(name), text) { _, kind in kind.isText ? "???? ??" : "�" })
        #expect(lost.refused == lost.rows)
        #expect(lost.refusals.allSatisfy { $0.refusal.phrase.en.contains("CSV UTF-8") && !$0.column.isEmpty })
        let rounded = try office.importing(
            try sheet(name),
            text: try rewritten(try sheet(name), text) { cell, kind in
                kind.isNumberLike ? "9.99E+09" : cell
            })
        #expect(rounded.refused == rounded.rows || name == "supplies")
        #expect(rounded.refusals.allSatisfy { $0.refusal.phrase.en.contains("rounded") && !$0.column.isEmpty })
    }

    @Test(
        "The header is found below titles, by whatever it is divided, and rows that say nothing are passed over",
        arguments: names)
    func titled(name: String) throws {
        let office = try OfficeFile.ofEveryKind()
        let text = try office.exported(try #require(ListingKind(rawValue: name)))
        var rows: [[String]] = []
        let file = try SheetFile(bytes: Array(text.utf8), name: "x.csv")
        file.forEachRow { rows.append($0.fields) }
        for delimiter in [",", ";", "\t", "|", "؛"] {
            let numbered =
                [["ردیف"] + file.header] + rows.enumerated().map { ["\($0 + 1)"] + $1 } + [["99"]]
            let table = csv(numbered, delimiter: delimiter, lineEnd: "\n")
            let titled = "فهرست استان قم، ۱۴۰۱\n\n\(table)"
            let report = try office.importing(try sheet(name), text: titled)
            #expect(report.refusals.map(\.refusal.phrase.en) == [], "\(delimiter)")
            #expect(report.same == report.rows && report.rows == rows.count, "\(delimiter)")
            #expect(report.columns.unknown.isEmpty)
        }
    }

    @Test("A column that is not understood is named when it holds a text, and only then", arguments: names)
    func unknownColumns(name: String) throws {
        let office = try OfficeFile.ofEveryKind()
        let text = try office.exported(try #require(ListingKind(rawValue: name)))
        let file = try SheetFile(bytes: Array(text.utf8), name: "x.csv")
        var rows = [file.header + ["رنگ آسمان", "رنگ دریا"]]
        file.forEachRow { rows.append($0.fields + ["آبی", " "]) }
        let report = try office.importing(try sheet(name), text: csv(rows, delimiter: ",", lineEnd: "\n"))
        #expect(report.columns.unknown == (rows.count > 1 ? ["رنگ آسمان"] : []))
        #expect(rows.count == 1 || report.columnNotes.first?.fa.contains("«رنگ آسمان»") == true)
        #expect(rows.count == 1 || report.json["unknownColumns"]?.list?.count == 1)
    }

    @Test("No header means two columns of one kind", arguments: names)
    func headers(name: String) throws {
        #expect(try sheet(name).ambiguousHeaders == [])
    }

    @Test("A list has one object a record, and a limit counts records")
    func listed() throws {
        let office = try OfficeFile.ofEveryKind()
        for kind in ListingKind.allCases {
            let all = try #require(JSON(parsing: try office.exported(kind, as: .json))?.list)
            let ids = all.compactMap { $0["id"]?.string }
            #expect(Set(ids).count == ids.count, "\(kind)")
            let one = try #require(JSON(parsing: try office.exported(kind, as: .json, limit: 1))?.list)
            #expect(one.count == min(1, all.count), "\(kind)")
        }
        let camps = try #require(JSON(parsing: try office.exported(.camps, as: .json))?.list)
        #expect(camps.first?["groups"]?.list?.count == 2)
        #expect(try office.exported(.camps, as: .table, limit: 1).split(separator: "\n").count == 3)
    }
}

extension ImportedSheet {
    /// What each column of a sheet holds; nil for one that is not read.
    fileprivate static func cellKinds(_ header: [String]) throws -> [CellKind?] {
        let columns = try SheetColumns(header: header, HeaderSearch(headerWords))
        return header.indices.map { place in
            Column.allCases.first { columns.position(of: $0) == place }.map { kind(of: $0) }
        }
    }

    /// Headers that would mean two columns.
    fileprivate static var ambiguousHeaders: [String] {
        var owner: [String: Column] = [:]
        var ambiguous: [String] = []
        for column in Column.allCases {
            for header in headers(of: column) + nearHeaders(of: column) {
                let other = owner.updateValue(column, forKey: header.lettersAlone())
                if let other, other != column { ambiguous.append(header) }
            }
        }
        return ambiguous
    }
}

extension CellKind {
    fileprivate var isNumberLike: Bool {
        switch self {
        case .code, .number, .day, .time, .nationalID, .mobile: true
        case .text, .prose, .word, .list: false
        }
    }
    fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
