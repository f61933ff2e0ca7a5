/// The words of a list in one cell, as offices divide them: by `،` `,` `؛` `;` `/` `|`, a line end or a dash.
///
///     splitList("پزشکی، فرهنگی/عمرانی")     // ["پزشکی", "فرهنگی", "عمرانی"]
///     splitList("علمی آموزشی - کشاورزی")    // ["علمی آموزشی", "کشاورزی"]
///     splitList("پزشکی-فرهنگی")             // ["پزشکی", "فرهنگی"]
///     splitList("برق‌کاری، Wi-Fi")           // ["برق‌کاری", "Wi-Fi"]
///
///     splitList("«تدوین/فیلم»، عکاسی")      // ["تدوین/فیلم", "عکاسی"]
///
/// A hyphen between two Latin letters or digits belongs to its word; Persian joins with ZWNJ, so that between
/// Persian words it divides. What stands in «» is one word.
public func splitList(_ text: String) -> [String] {
    pieces(of: text).map { unquoted(String(text[$0])) }.filter { !$0.isEmpty }
}

/// A list of separate words as a cell that ``splitList(_:)`` takes apart again.
func dividedList(_ words: [String]) -> String {
    words.map { splitList($0) == [$0] ? $0 : "«\($0)»" }.joined(separator: "، ")
}

/// Where the words of a list stand in a cell, empty ones left out.
func pieces(of text: String) -> [Range<String.Index>] {
    var pieces: [Range<String.Index>] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var previous: Unicode.Scalar = " "
    var depth = 0
    func end(at index: String.Index) {
        if !trimmed(String(scalars[start..<index])).isEmpty { pieces.append(start..<index) }
    }
    let isBalanced = scalars.count { $0 == "«" } == scalars.count { $0 == "»" }
    for index in scalars.indices {
        let scalar = scalars[index]
        let following = scalars.index(after: index)
        let next = following == scalars.endIndex ? " " : scalars[following]
        if isBalanced, scalar == "«" { depth += 1 }
        if isBalanced, scalar == "»" { depth -= 1 }
        if depth <= 0, isDivider(scalar, after: previous, before: next) {
            end(at: index)
            start = following
        }
        previous = scalar
    }
    end(at: scalars.endIndex)
    return pieces
}

/// The records or values of a list: the longest run of neighbouring words that means one is taken together, for a name
/// may hold a divider itself.
///
///     try members(of: "Q-1/2، Q-7") { try find($0) }  // those of Q-1/2 and Q-7
///
/// - Returns: what was found; or the first word that means nothing, as it stands.
func members<Member, Failure: Error>(
    of text: String, _ find: (String) throws(Failure) -> Member?
) throws(Failure) -> Result<[Member], UnknownMember> {
    let pieces = pieces(of: text)
    var found: [Member] = []
    var start = 0
    while start < pieces.count {
        var next = start
        // Nothing has more than a few dividers in its name.
        for end in stride(from: min(pieces.count, start + 6), to: start, by: -1) {
            let run = String(text[pieces[start].lowerBound..<pieces[end - 1].upperBound])
            guard let member = try find(unquoted(run)) else { continue }
            found.append(member)
            next = end
            break
        }
        if next == start { return .failure(UnknownMember(text: unquoted(String(text[pieces[start]])))) }
        start = next
    }
    return .success(found)
}

/// A word of a list that means nothing.
struct UnknownMember: Error {
    let text: String
}

/// A word without the «» around it.
private func unquoted(_ text: String) -> String {
    let word = trimmed(text)
    guard word.hasPrefix("«"), word.hasSuffix("»"), word.count > 2 else { return word }
    let inside = word.dropFirst().dropLast()
    var depth = 0
    for character in inside {
        if character == "«" { depth += 1 }
        if character == "»" { depth -= 1 }
        // «الف» و «ب»: two quotations, not one.
        if depth < 0 { return word }
    }
    return trimmed(String(inside))
}

private func isDivider(_ scalar: Unicode.Scalar, after: Unicode.Scalar, before: Unicode.Scalar) -> Bool {
    switch scalar {
    case "،", ",", "؛", ";", "/", "|", "\n", "\r", "\u{2013}", "\u{2014}": true
    case "-": !(isLatin(after) && isLatin(before))
    default: false
    }
}

private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}
