import Domain
import Persian
import Testing

@testable import Exchange
@testable import Store

@Suite("Cells of listings")
struct ListingCellTests {
    private let office: OfficeFile
    init() throws { office = try OfficeFile.ofEveryKind() }

    private func rows(_ kind: ListingKind, for role: Role = .administrator) throws -> [[Cell]] {
        var rows: [[Cell]] = []
        try office.view { (reader) throws(DecideError) in
            let question = ListingQuestion(masking: Masking(for: role), day: Day(number: 19_205))
            try kind.listing.each(question, in: reader) { rows += $0.rows }
        }
        return rows
    }

    /// The cells of a row by their English headers: of the first, or of the one that holds that cell.
    private func cells(
        _ name: String, of cell: Cell? = nil, for role: Role = .administrator
    ) throws -> [String: Cell] {
        let kind = try #require(ListingKind(rawValue: name))
        let row = try #require(rows(kind, for: role).first { row in cell.map(row.contains) ?? true })
        return Dictionary(uniqueKeysWithValues: zip(kind.listing.headers(.english), row))
    }

    @Test("Every row has a cell for each header", arguments: ListingKind.allCases)
    func whole(kind: ListingKind) throws {
        for language in Language.allCases {
            let headers = kind.listing.headers(language)
            #expect(Set(headers).count == headers.count)
            #expect(try rows(kind).allSatisfy { $0.count == headers.count })
        }
    }

    @Test("Numbers stay numbers, days days, times times and codes codes")
    func kinds() throws {
        let group = try cells("groups", of: .code("123/45"))
        #expect(group["code"] == .code("123/45") && group["size"] == .number(24))
        #expect(try group["registered on"] == .day(Day(parsing: "1398/02/10")))
        #expect(group["head national id"] == .code("9990000018") && group["name"] == .text("گروه جهادی بهار"))
        #expect(group["media liaison name"] == .empty && group["council"] == .code("SH-01"))
        let guest = try cells("guests")
        #expect(guest["rank"] == .number(5) && guest["came in"] == .empty && guest["seats inside"] == .number(0))
        let session = try cells("sessions")
        #expect(
            try session["from"] == .time(LocalTime(Moment(parsing: "2022-09-21T23:30+03:30", in: .tehran), in: .tehran))
        )
        #expect(try cells("camps")["headcount"] == .number(12))
        #expect(try cells("points")["served today"] == .number(0))
        #expect(try cells("people", of: .code("9990000018"))["birth year"] == .number(1370))
    }

    @Test("What a reader may not see whole is masked in its cell, too")
    func masked() throws {
        let person = try cells("people", of: .text("نوری"), for: .supervisor)
        #expect(person["national id"] == .code("999••••018") && person["mobile"] == .code("0912••••018"))
        #expect(try cells("enrolments", for: .supervisor)["national id"] == .code("999••••018"))
    }

    @Test("The text of a cell is what sheets hold")
    func text() throws {
        let day = try Day(parsing: "1401/05/02")
        #expect(Cell.number(12).text == "12" && Cell.day(day).text == "1401/05/02")
        #expect(Cell.quantity(Quantity(thousandths: 4500)).text == "4.5" && Cell.quantity(12).text == "12")
        let noon = LocalTime(Moment(day: day, hour: 12, minute: 0, in: .tehran), in: .tehran)
        #expect(Cell.time(noon).text == "1401/05/02 12:00")
        let twice = try #require(LocalTime(iso: "2022-09-21T23:30:00+03:30"))
        #expect(Cell.time(twice).text == "1401/06/30 23:30+03:30")
        #expect(Cell("").text.isEmpty && Cell("") == .empty && Cell(nil as Int?) == .empty)
    }
}
