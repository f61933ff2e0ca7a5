import Persian

/// Two households, the one whose code comes first first.
public struct HouseholdPair: Hashable, Sendable {
    public let a: String
    public let b: String

    public init(_ one: String, _ other: String) { (a, b) = one < other ? (one, other) : (other, one) }
}

/// What somebody said of two households that look alike. It holds until one of the two is changed.
public struct HouseholdVerdict: Record {
    public var id = ""
    public var version = 1
    /// The household whose code comes first.
    public var a: String
    public var b: String
    public var verdict: HouseholdJudgement
    /// Who said it, and when.
    public var account: String
    public var at: Moment

    public var key: String { keyParted(a, b) }
    public var pair: HouseholdPair { HouseholdPair(a, b) }

    /// The other one of the two.
    func other(than household: String) -> String { a == household ? b : a }

    public static let kind = RecordKind("householdVerdict", Phrase(fa: "نظر درباره دو خانوار", en: "household verdict"))
    public static let blank = HouseholdVerdict(
        a: "", b: "", verdict: .different, account: "", at: Moment(milliseconds: 0))

    public static let columns = HouseholdVerdictFields.columns
}

/// A household that is put back as it was is another than that of which somebody judged meanwhile.
struct ForgottenVerdicts: Consequence {
    let changes: [Change]

    init(of changes: [Change], on day: Day, in registry: some Registry) throws(DecideError) {
        var (all, known) = (changes, Set(changes.map(\.record.id)))
        for change in changes {
            guard let before = change.before as? Household, let after = change.after as? Household,
                after.isOther(than: before)
            else { continue }
            for verdict in try registry.verdicts(about: before.code) where known.insert(verdict.id).inserted {
                all.append(.voided(verdict))
            }
        }
        self.changes = all
    }
}

/// The fields of verdicts.
public enum HouseholdVerdictFields {
    public static let a = RecordField(
        \HouseholdVerdict.a, .code("a", Phrase(fa: "خانوار نخست", en: "first household"), of: Household.kind),
        [.identifies, .isOwner])
    public static let b = RecordField(
        \HouseholdVerdict.b, .code("b", Phrase(fa: "خانوار دوم", en: "second household"), of: Household.kind),
        [.identifies, .isOwner])
    public static let verdict = RecordField(
        \HouseholdVerdict.verdict, .choice("verdict", Phrase(fa: "نظر", en: "verdict")), [.identifies])

    static let columns = listed(
        a, b, verdict, Column("account", \HouseholdVerdict.account, PackageParameters.account),
        Column("at", \HouseholdVerdict.at, PackageParameters.at))
}
