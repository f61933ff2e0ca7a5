import Domain
import Persian
import Store

/// The columns by which sheets describe a household.
enum HouseholdColumns {
    static func headName<Key>(_ key: Key, isOptional: Bool = false) -> SheetColumn<Key> {
        SheetColumn(
            key, HouseholdFields.headName, also: ["نام و نام خانوادگی سرپرست", "name of the head"],
            near: ["سرپرست", "سرپرست خانوار", "نام سرپرست خانوار", "نام و نام خانوادگی", "head name"],
            isOptional: isOptional)
    }

    static func head<Key>(_ key: Key) -> SheetColumn<Key> {
        SheetColumn(
            key, HouseholdFields.head, also: ["کد ملی سرپرست خانوار"],
            near: ["شماره ملی سرپرست", "کد ملی", "شماره ملی", "national id of the head", "national id"])
    }

    static func members<Key>(_ key: Key) -> SheetColumn<Key> {
        SheetColumn(
            key, HouseholdFields.members, also: ["کد ملی اعضای خانوار"], near: ["کد ملی افراد", "شماره ملی اعضا"],
            isOptional: true)
    }

    static func size<Key>(_ key: Key) -> SheetColumn<Key> {
        SheetColumn(
            key, HouseholdFields.size, also: ["تعداد نفرات", "بعد خانوار"],
            near: ["تعداد اعضا", "تعداد افراد", "نفرات", "household size"], isOptional: true)
    }

    static func area<Key>(_ key: Key, isOptional: Bool = false) -> SheetColumn<Key> {
        SheetColumn(key, HouseholdFields.area, also: ["منطقه"], near: ["روستا / حاشیه شهر"], isOptional: isOptional)
    }

    static func place<Key>(_ key: Key, isOptional: Bool = false) -> SheetColumn<Key> {
        SheetColumn(
            key, HouseholdFields.place, also: ["محل سکونت"],
            near: ["روستا / محله", "روستا", "محله", "نام روستا", "village"], isOptional: isOptional)
    }

    static func mobile<Key>(_ key: Key) -> SheetColumn<Key> {
        SheetColumn(
            key, HouseholdFields.mobile,
            near: [
                "شماره همراه", "شماره تلفن همراه", "موبایل", "شماره موبایل", "تلفن", "شماره تلفن", "شماره تماس",
                "mobile number", "phone",
            ], isOptional: true)
    }
}

/// The national IDs of a cell that holds several, as the rules read them: parted as lists are, by «و» or by blanks; one
/// that is written in groups of digits stays one.
func nationalIDs(in text: String) -> [String] {
    splitList(latinDigits(text)).flatMap { piece -> [String] in
        let whole = CellKind.nationalID.text(of: piece)
        guard whole.count > 10 else { return [whole] }
        return piece.split(whereSeparator: \.isWhitespace).filter { $0 != "و" && $0 != "and" }.map {
            CellKind.nationalID.text(of: String($0))
        }
    }
}

extension ImportedRow {
    /// The household of a row: by its code, else that of which somebody is the head.
    ///
    /// - Parameter asMember: also one in which that person is recorded beside its head, where there is no better one.
    func household(
        code: Sheet.Column, head: Sheet.Column, asMember: Bool
    ) throws(RowError<Sheet.Column>) -> Household? {
        if let code = self.code(code), let known = try known(Household.self, key: code) { return known }
        guard let text = self[head], let person = (try? NationalID(text))?.digits else { return nil }
        let all = try reading { () throws(DecideError) in try session.registry.households(of: person) }
        return all.first { $0.head == person } ?? (asMember ? all.first : nil)
    }

    /// The members that a row names beside the head, as a field; none for an empty cell.
    func memberField(_ column: Sheet.Column, beside head: String?) -> [JSON.Member] {
        guard let text = self[column] else { return [] }
        let others = nationalIDs(in: text).filter { (try? NationalID($0))?.digits != head }
        return [.init("members", others.json)]
    }

    /// The code under which the household of a row is to be recorded, as a field. A sheet without any leaves all of them
    /// to the rule.
    func newCode(_ column: Sheet.Column) throws(RowError<Sheet.Column>) -> [JSON.Member] {
        if let code = code(column) { return [.init("code", .string(code))] }
        if notes.codes.isEmpty { return [] }
        return [.init("code", .string(try unclaimedCode(for: Household.self)))]
    }

    /// Refuses a code that is another household's.
    func refuseCode(of known: Household, _ column: Sheet.Column) throws(RowError<Sheet.Column>) -> Never {
        throw .refused(
            .duplicateCode(
                known.code, of: Household.kind.phrase, name: known.name, next: try freeCode(for: Household.self)),
            column: column)
    }

    /// Tells that a household was found by its head under another code than the row's.
    func noteCode(of known: Household, _ column: Sheet.Column) {
        guard let code = code(column), code != known.code else { return }
        notes.note(
            Warning(
                .differing,
                Phrase(
                    fa: "این خانوار در پرونده کد \(known.code) دارد، نه \(code)؛ همان ماند.",
                    en: "In the file this household has the code \(known.code), not \(code); it keeps it.")))
    }
}

extension RefusalCode {
    /// A sheet says something else of a record than the file, and is not about that: it was left as it is.
    public static let differing = RefusalCode(rawValue: "differs")
}
