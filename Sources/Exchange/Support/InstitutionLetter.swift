import Domain
import Persian
import Store

/// What is sent to an institution: what it promised and what came of it, what it declined, its spiritual support with
/// outcomes, and what nobody has taken yet. On A4, as many pages as it needs.
public struct InstitutionLetter: Sendable, Printable {
    let institution: Institution
    let day: Day
    let figures: InstitutionFigures
    let pledges: [PledgeRow]
    /// Those that were taken back, with what had come of them.
    let withdrawn: [PledgeRow]
    let declines: [DeclineRow]
    let spiritual: [SpiritualRow]
    /// The worst of the needs that nobody has taken and that it has not declined.
    let untaken: [NeedRow]
    /// How many more there are.
    let moreUntaken: Int
    let rule: SupportRule
    let office: String

    /// - Parameters:
    ///   - key: the code of the institution, with a day where it is not today's letter: `SETAD/1401/05/10`.
    ///   - today: the day of the letter where the key tells none.
    /// - Throws: `not-found`.
    public init(_ key: String, on today: Day, in reader: Reader) throws(DecideError) {
        let (found, day) = try Self.institution(key, today, reader)
        (institution, self.day) = (found, day)
        let rule = try reader.supportRule(on: day)
        self.rule = rule
        figures = try reader.institutionFigures(found.code, rule)
        pledges = try reader.pledges(ofInstitution: found.code, rule, only: .standing, limit: 500)
        withdrawn = try reader.pledges(ofInstitution: found.code, rule, only: .withdrawn, limit: 500)
        declines = try reader.declines(ofInstitution: found.code, limit: 100)
        spiritual = try reader.spiritualSupport(ofInstitution: found.code, limit: 100)
        let worst = try reader.supportBoard(
            SupportFilter(concern: .untaken), by: .worstNeed, rule, from: .beginning,
            limit: Self.mostUntaken + declines.count)
        var rows: [NeedRow] = []
        for place in worst.places { if let row = try reader.needRow(at: place, rule) { rows.append(row) } }
        let declined = Set(declines.map(\.need.code))
        untaken = Array(rows.filter { !declined.contains($0.need.code) }.prefix(Self.mostUntaken))
        var asked = try reader.supportFigures(rule).untaken
        for code in declined {
            guard let row = try reader.needRow(ofNeed: code, rule), row.need.state == .open else { continue }
            if row.cover.isUntaken { asked -= 1 }
        }
        moreUntaken = asked - untaken.count
        office = try reader.setting("office.name").string ?? ""
    }

    private static let mostUntaken = 12

    /// A code may hold slashes itself, so the whole key is tried first.
    private static func institution(
        _ key: String, _ today: Day, _ reader: Reader
    ) throws(DecideError) -> (Institution, Day) {
        let code = normalisedCode(key) ?? key
        if let found = try reader.find(Institution.self, key: code) { return (found, today) }
        for index in key.indices where key[index] == "/" {
            let rest = String(key[key.index(after: index)...])
            guard let code = normalisedCode(String(key[..<index])), let day = try? Day(parsing: rest) else { continue }
            if let found = try reader.find(Institution.self, key: code) { return (found, day) }
        }
        throw .refused(.notFound(Institution.kind, code, field: "code"))
    }

    var count: Int { 1 }

    /// The file that prints it, in Persian as all letters of the office.
    func pages() throws(PageError) -> PrintedPages {
        let sheet = try PrintedPages.render(PackageResources.institution_mustache, values)
        return PrintedPages(
            title: "\(institution.code) \(day.jalaliText(.persian))", style: Self.style, sheets: [sheet])
    }

    private var values: [String: Any] {
        let (kept, awaited) = (pledges.filter(\.standing.isKept), pledges.filter { !$0.standing.isKept })
        return [
            "office": office, "name": institution.name, "code": institution.code,
            "day": "\(day.weekday.name[.persian]) \(day.longText(.jalali, .persian))",
            "figures": figures.told.map { ["label": $0.label[.persian], "count": Language.persian.number($0.count)] },
            "hasAwaited": !awaited.isEmpty, "awaited": awaited.map(awaitedValues), "hasKept": !kept.isEmpty,
            "kept": kept.map(pledgeValues), "hasWithdrawn": !withdrawn.isEmpty,
            "withdrawn": withdrawn.map { row in
                pledgeValues(row).merging(["reason": row.pledge.reason ?? "—"]) { $1 }
            }, "hasDeclines": !declines.isEmpty,
            "declines": declines.map { decline in
                ["item": decline.need.item, "code": decline.need.code, "reason": decline.decline.reason]
            }, "hasSpiritual": !spiritual.isEmpty, "spiritual": spiritual.map(spiritualValues),
            "hasUntaken": !untaken.isEmpty, "untaken": untaken.map(untakenValues),
            "hasMore": moreUntaken > 0, "more": Language.persian.number(moreUntaken),
        ]
    }

    /// By name and code: two camps may be called the same.
    private func place(_ name: String?, _ target: NeedTarget?) -> [String: Any] {
        ["name": name ?? "", "code": target?.code ?? "—"]
    }

    private func pledgeValues(_ row: PledgeRow) -> [String: Any] {
        let (language, unit) = (Language.persian, row.need.unit)
        return [
            "code": row.pledge.code, "item": row.need.item, "place": place(row.targetName, row.need.target),
            "promised": language.number(row.pledge.quantity), "unit": unit,
            "dispatched": language.number(row.standing.dispatched),
            "delivered": language.number(row.standing.delivered),
            "confirmed": row.standing.hasReceiversWord ? language.number(row.standing.confirmed) : "—",
            "isInDoubt": row.standing.isInDoubt,
        ]
    }

    private func awaitedValues(_ row: PledgeRow) -> [String: Any] {
        let isLate = row.standing.isLate(for: row.need, on: day)
        let isSilent = row.standing.isSilent(for: row.need, on: day, after: rule.silentAfter)
        return pledgeValues(row).merging([
            "due": row.standing.dueBy(for: row.need).map { $0.jalaliText(.persian) } ?? "—", "isLate": isLate,
            "isSilent": isSilent,
        ]) { $1 }
    }

    private func spiritualValues(_ row: SpiritualRow) -> [String: Any] {
        [
            "what": row.support.what, "place": place(row.targetName, row.support.target),
            "on": row.support.on.jalaliText(.persian), "outcome": row.support.outcome ?? "—",
        ]
    }

    private func untakenValues(_ row: NeedRow) -> [String: Any] {
        [
            "code": row.need.code, "item": row.need.item, "place": place(row.targetName, row.need.target),
            "quantity": Language.persian.number(row.need.quantity), "unit": row.need.unit,
            "neededBy": row.need.neededBy.map { $0.jalaliText(.persian) } ?? "—",
        ]
    }

    /// Each of its printed pages has the margins of the sheet, and tables go on under their heads.
    private static let style = """
        @page { margin: 14mm 16mm }
        .sheet { padding: 14mm 16mm; height: auto; min-height: 297mm; overflow: visible }
        @media print { .sheet { width: auto; min-height: 0; padding: 0 } }
        thead { display: table-header-group }
        h1 { font-size: 18pt; color: #14705c; overflow-wrap: anywhere; margin: 3mm 0 1mm }
        h2 { font-size: 11pt; color: #14705c; margin: 5mm 0 1mm; break-after: avoid }
        p { margin: 1mm 0 }
        .place { color: #52606d; font-size: 10pt }
        .figures { display: flex; flex-wrap: wrap; gap: 2mm 6mm; margin: 3mm 0; font-size: 10pt }
        table { width: 100%; border-collapse: collapse; font-size: 9pt }
        tr { break-inside: avoid }
        th, td { border: .2mm solid #9aa5b1; padding: .8mm 1.5mm; text-align: start; vertical-align: top }
        th { background: #e4efec }
        .mark { font-weight: bold; color: #9b1c1c }
        .number { direction: ltr; unicode-bidi: isolate; white-space: nowrap }
        """
}
