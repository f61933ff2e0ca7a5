import Domain
import Persian
import Store

/// The columns by which a sheet names a need and an institution.
enum NeedColumns {
    static func need<Key>(_ key: Key) -> SheetColumn<Key> {
        SheetColumn(
            key, SupportParameters.need, headers: ["شماره نیاز", "نیاز", "need"], near: ["کد نیاز", "need code"],
            holds: .code)
    }

    static func item<Key>(_ key: Key) -> SheetColumn<Key> {
        SheetColumn(key, NeedFields.item, also: ["کالا"], near: ["نام کالا", "اقلام", "نام قلم"])
    }

    static func target<Key>(_ key: Key) -> SheetColumn<Key> {
        SheetColumn(
            key, .text, headers: ["برای", "for"],
            near: ["اردو", "اردو یا نقطه", "نقطه", "محل", "نام اردو", "camp", "point"], isOptional: true)
    }

    static func institution<Key>(_ key: Key) -> SheetColumn<Key> {
        SheetColumn(
            key, InstitutionFields.institution, also: ["دستگاه"], near: ["نام دستگاه", "کد دستگاه", "نهاد"])
    }
}

extension ImportedRow {
    /// The need of a row: by its code, else the open one of that item, and of that camp, point or group where one is named.
    ///
    /// - Throws: `missing-value`, `not-found`; `unknown-value` when several are meant; `not-matching` when the row says
    ///   something else of the need that bears its code.
    func need(
        code: Sheet.Column, item: Sheet.Column, target: Sheet.Column
    ) throws(RowError<Sheet.Column>) -> Need {
        if let text = self[code] {
            if let found = try known(Need.self, key: normalisedCode(text) ?? text) {
                try check(found, item: item, target: target)
                return found
            }
            throw .refused(.notThere(Need.kind.phrase, text), column: code)
        }
        guard let text = self[item] else { throw .refused(.missing("need", Need.kind.phrase), column: code) }
        let place = self[target]
        let found = try reading { () throws(DecideError) in try session.openNeeds(called: text, for: place) }
        let name = place.map { "\(text) (\($0))" } ?? text
        if found.count > 1 { throw .refused(.several(Need.kind.phrase, name, found.map(\.code)), column: item) }
        guard let need = found.first else { throw .refused(.notThere(Need.kind.phrase, name), column: item) }
        return need
    }

    /// A row whose code and words name two needs is not guessed at: a sheet of which one column alone was sorted looks so.
    ///
    /// - Throws: `not-matching`.
    func check(_ need: Need, item: Sheet.Column, target: Sheet.Column) throws(RowError<Sheet.Column>) {
        func refuse(_ column: Sheet.Column, _ said: String, _ is: String) throws(RowError<Sheet.Column>) {
            let field = header(column)
            throw .refused(
                Refusal(
                    .notMatching, field: "need",
                    Phrase(
                        fa:
                            "در ردیف «\(field)» «\(said)» است و نیاز \(need.code) «\(`is`)» دارد؛ شماره نیاز یا «\(field)» را درست کنید.",
                        en:
                            "The row says “\(said)” for “\(field)”, and the need \(need.code) has “\(`is`)”; mend the need's code or “\(field)”."
                    )), column: column)
        }
        if let said = self[item], said.folded() != need.item.folded() { try refuse(item, said, need.item) }
        guard let said = self[target] else { return }
        let isMeant = try reading { () throws(DecideError) in try session.need(need, isFor: said) }
        if !isMeant { try refuse(target, said, need.target?.code ?? "—") }
    }

    /// - Throws: `missing-value`, `not-found`; `unknown-value` when several are called so.
    func requiredInstitution(in column: Sheet.Column) throws(RowError<Sheet.Column>) -> Institution {
        if let found = try reference(Institution.self, in: column) { return found }
        throw .refused(.missing("institution", Institution.kind.phrase), column: column)
    }

    /// All pledges of an institution for a need, by code.
    func pledges(of institution: Institution, for need: Need) throws(RowError<Sheet.Column>) -> [Pledge] {
        try reading { () throws(DecideError) in try session.registry.pledges(for: need.code) }
            .filter { $0.institution == institution.code }
    }
}
