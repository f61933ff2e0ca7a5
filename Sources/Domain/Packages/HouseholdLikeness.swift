import Persian

/// What two households have in common; see ``Household/likeness(to:)``.
public struct HouseholdLikeness: Hashable, Sendable {
    /// National IDs that stand in both.
    public let people: [String]
    /// Whether the names of the heads and the places are the same, however they are spelt.
    public let hasSameName: Bool
    public let hasSameMobile: Bool
    /// Whether the national IDs of the heads differ by one digit, or by two neighbours that changed places.
    public let hasNearHeads: Bool

    /// Whether the two may be one: a person in both, or the same name and place and beside that a mobile or nearly the
    /// head's national ID. A near ID alone is nothing: siblings have them.
    public var isSuspect: Bool { !people.isEmpty || hasSameName && (hasSameMobile || hasNearHeads) }
}

extension Household {
    /// The name of the head and the place as they are compared: folded, and without blanks, so that «گل دره» is «گل‌دره».
    public var likeKey: String { Self.likeKey(headName, place) }

    /// - Returns: the same of a name and a place alone.
    public static func likeKey(_ headName: String, _ place: String) -> String {
        String(
            decoding: "\(headName.folded())/\(place.folded())".utf8.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    }

    /// What it has in common with another one.
    ///
    ///     one.likeness(to: other).isSuspect  // true: «مهدی احمدی» and «مهدي  احمدي» of one place with one mobile
    public func likeness(to other: Household) -> HouseholdLikeness {
        let others = Set(other.people)
        return HouseholdLikeness(
            people: people.filter(others.contains), hasSameName: likeKey == other.likeKey,
            hasSameMobile: mobile != nil && mobile == other.mobile, hasNearHeads: isNear(head, other.head))
    }
}

/// Whether two numbers of as many digits differ by just one digit, or by two neighbours that changed places.
///
///     isNear("9990000034", "9990000026")  // false: two digits differ
///     isNear("9990000034", "9990000043")  // true
func isNear(_ one: String, _ other: String) -> Bool {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    guard a.count == b.count else { return false }
    let differing = a.indices.filter { a[$0] != b[$0] }
    switch differing.count {
    case 1: return true
    case 2:
        let (i, j) = (differing[0], differing[1])
        return j == i + 1 && a[i] == b[j] && a[j] == b[i]
    default: return false
    }
}
