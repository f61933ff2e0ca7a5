import Domain
import Persian
import Store

/// One row on its way into the file: its cells, the records it is compared with, and where its commands go.
public struct ImportedRow<Sheet: ImportedSheet> {
    let record: SheetRecord<Sheet.Column>
    let desk: Desk
    let batch: String
    /// What people call the sheet.
    let batchName: String
    /// Where what its commands change is noted for a preview; nil when nobody looks.
    let noted: RowChanges?

    subscript(column: Sheet.Column) -> String? { record[column] }

    /// The header of a column as it stands in the sheet, or as we write it.
    func header(_ column: Sheet.Column) -> String {
        record.columns.header(of: column) ?? Sheet.headers(of: column)[0]
    }

    var code: String {
        guard let text = record[Sheet.codeColumn] else { return "" }
        return normalisedCode(text) ?? text
    }

    /// All of the row or nothing of it.
    func carryOut() throws(RowError<Sheet.Column>) -> RowOutcome {
        if let extra = record.row.extra.first(where: { !$0.isEmpty }) {
            throw .refused(Self.tooManyCells(extra), column: nil)
        }
        // The column of the refusal travels beside the error, which knows only fields.
        var column: Sheet.Column?
        do throws(DecideError) {
            return try desk.whole { () throws(DecideError) in
                do throws(RowError<Sheet.Column>) {
                    return try Sheet.carryOut(self)
                } catch {
                    switch error {
                    case .store(let error): throw .store(error)
                    case .refused(let refusal, let fault):
                        column = fault
                        throw .refused(refusal)
                    }
                }
            }
        } catch {
            throw RowError(error, column: column)
        }
    }

    /// Whom or what the row is about, in the sheet's words.
    var name: String { Sheet.nameColumns.compactMap { self[$0] }.joined(separator: " ") }

    func previewed(
        _ outcome: RowOutcome?, _ changes: [Change], _ refused: ImportReport.Refused? = nil
    ) -> ImportReport.Row {
        .init(row: record.number, code: code, name: name, outcome: outcome, changes: changes, refused: refused)
    }

    /// Sends a command; a refusal names the column that its field came from.
    @discardableResult
    func send(
        _ command: any Command.Type, _ fields: [JSON.Member], columns: [String: Sheet.Column]
    ) throws(RowError<Sheet.Column>) -> LedgerEntry {
        let request = try read(command, fields, columns: columns)
        return try reading(columns) { () throws(DecideError) in
            let entry = try desk.send(request)
            noted?.add(entry.changes)
            return entry
        }
    }

    /// Reads the fields of a command as it will read them.
    func read(
        _ command: any Command.Type, _ fields: [JSON.Member], columns: [String: Sheet.Column]
    ) throws(RowError<Sheet.Column>) -> Request {
        do throws(Refusal) {
            var request = try Request(command, fields)
            request.batch = batch
            request.batchName = batchName
            return request
        } catch {
            throw .refused(error, column: error.field.flatMap { columns[$0] })
        }
    }

    /// Reads records, or sends; refusals get their column.
    func reading<T>(
        _ columns: [String: Sheet.Column] = [:], _ body: () throws(DecideError) -> T
    ) throws(RowError<Sheet.Column>) -> T {
        do throws(DecideError) {
            return try body()
        } catch {
            let column: Sheet.Column? =
                if case .refused(let refusal) = error { refusal.field.flatMap { columns[$0] } } else { nil }
            throw RowError(error, column: column)
        }
    }

    private static func tooManyCells(_ extra: String) -> Refusal {
        Refusal(
            .unknownValue,
            Phrase(
                fa:
                    "این ردیف بیش از سرستون‌ها خانه دارد («\(extra)»)؛ شاید جداکننده‌ای در متن است: آن خانه را در گیومه لاتین (\") بگذارید.",
                en:
                    "This row has more cells than the header (“\(extra)”); perhaps a text holds the delimiter: put that cell in quotes."
            ))
    }
}

extension RowError {
    init(_ error: DecideError, column: Column?) {
        switch error {
        case .refused(let refusal): self = .refused(refusal, column: column)
        case .store(let error): self = .store(error)
        }
    }
}

/// What the commands of one row change, noted while they are sent.
final class RowChanges {
    private var changes: [Change] = []

    func add(_ more: [Change]) { changes += more }

    /// What was noted since the last row.
    func take() -> [Change] {
        defer { changes.removeAll() }
        return changes
    }
}

/// What a sheet says of a person.
struct SheetPerson<Column: Hashable & Sendable> {
    var nationalID: String?
    var firstName: String?
    var lastName: String?
    /// The first and last name came as one text, so where they part is a guess.
    var isSplit = false
    var gender: String?
    var mobile: String?
    var birthYear: String?
    var skills: [String] = []
    /// Where each JSON field of a person stands.
    var columns: [String: Column]
}

extension ImportedRow {
    /// Records the person of the row, or amends what differs. The key of the person, and whether anything was sent.
    func recordPerson(_ person: SheetPerson<Sheet.Column>) throws(RowError<Sheet.Column>) -> (
        id: String, isChanged: Bool
    ) {
        let text = person.nationalID ?? ""
        let digits = (try? NationalID(text))?.digits ?? text
        let fields = person.fields
        let known = try reading { () throws(DecideError) in try desk.registry.find(Person.self, key: digits) }
        guard let known else {
            try send(PersonRecord.self, fields, columns: person.columns)
            return (digits, true)
        }
        let request = try read(PersonAmend.self, fields, columns: person.columns)
        let differing = person.differences(from: known, as: request.given)
        if differing.isEmpty { return (digits, false) }
        try send(PersonAmend.self, [.init("nationalID", .string(digits))] + differing, columns: person.columns)
        return (digits, true)
    }

    /// Appoints the person a sheet names for an office, unless he or she serves or has served in it: an older
    /// sheet never undoes a succession.
    func appoint(
        _ person: String, to office: Office, of group: Group, columns: [String: Sheet.Column]
    ) throws(RowError<Sheet.Column>) -> Bool {
        let terms = try reading { () throws(DecideError) in try desk.registry.terms(of: group.code, office) }
        if terms.contains(where: { $0.person == person }) { return false }
        try send(
            OfficeAppoint.self,
            [
                .init("body", .string(group.code)), .init("office", .string(office.rawValue)),
                .init("person", .string(person)), .init("from", group.registeredOn.json),
            ], columns: columns)
        return true
    }
}

extension SheetPerson {
    fileprivate var fields: [JSON.Member] {
        let given: [(String, String?)] = [
            ("nationalID", nationalID), ("firstName", firstName), ("lastName", lastName), ("gender", gender),
            ("mobile", mobile), ("birthYear", birthYear),
        ]
        var fields = given.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } }
        if !skills.isEmpty { fields.append(.init("skills", skills.json)) }
        return fields
    }

    /// What the sheet says otherwise than the file; what vanishes in folding is no difference. Skills are added.
    fileprivate func differences(from known: Person, as given: Given) -> [JSON.Member] {
        var differing: [JSON.Member] = []
        let isSameName = "\(firstName ?? "") \(lastName ?? "")".folded() == known.fullName.folded()
        let isLeft = firstName == nil || lastName == nil || isSplit && isSameName
        if !isLeft, firstName?.folded() != known.firstName.folded() || lastName?.folded() != known.lastName.folded() {
            differing.append(.init("firstName", firstName.json))
            differing.append(.init("lastName", lastName.json))
        }
        if let gender = given[PersonParameters.gender], gender != known.gender {
            differing.append(.init("gender", gender.json))
        }
        if let mobile = given[PersonParameters.mobile], mobile.digits != known.mobile {
            differing.append(.init("mobile", .string(mobile.digits)))
        }
        if let year = given[PersonParameters.birthYear], year != known.birthYear {
            differing.append(.init("birthYear", year.json))
        }
        let fresh = skills.filter { skill in !known.skills.contains { $0.folded() == skill.folded() } }
        if !fresh.isEmpty { differing.append(.init("skills", (known.skills + fresh).json)) }
        return differing
    }
}
