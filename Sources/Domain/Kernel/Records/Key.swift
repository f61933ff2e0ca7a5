import Persian

// Keys of records that have no code of their own are made of parts, with a slash between them: "Q-0001/9990000018/…".
// The first part is a code, which may hold slashes itself (123/45 is a usual registration number); the others hold none.

/// A key of a code and another part that people choose. A slash in the second is written as a fraction slash, so that no two
/// records have one key.
///
///     keyParted("A/B", "C")  // "A/B/C"
///     keyParted("A", "B/C")  // "A/B⁄C"
func keyParted(_ code: String, _ part: String) -> String { code + "/" + part.replacing("/", with: "\u{2044}") }

/// What the first part of a key may be: all that stands before one of its slashes, and the whole of it.
///
///     firstParts(ofKey: "123/45/9990000018")  // ["123", "123/45", "123/45/9990000018"]
public func firstParts(ofKey key: String) -> [String] {
    key.indices.filter { key[$0] == "/" }.map { String(key[..<$0]) } + [key]
}

/// The keys that a typed text may mean: as it stands, with its code or its digits in their stored form.
func keys(meantBy text: String) -> [String] {
    var keys = [text]
    func add(_ key: String) { if !keys.contains(key) { keys.append(key) } }
    if let id = try? NationalID(text) { add(id.digits) }
    if let code = normalisedCode(text) { add(code) }
    let plain = latinDigits(cleaned(text))
    add(plain)
    for index in plain.indices where plain[index] == "/" {
        guard let code = normalisedCode(String(plain[..<index])) else { continue }
        let rest = String(plain[plain.index(after: index)...])
        add("\(code)/\(rest)")
        add(keyParted(code, rest))
        add(keyParted(code, rest.folded()))
        if let other = normalisedCode(rest) { add(keyParted(code, other)) }
    }
    return keys
}

extension Registry {
    /// The record that a typed key means, or the refusal `not-found`.
    func existing<R: Record>(_ type: R.Type, meantBy text: String, field: String) throws(DecideError) -> R {
        for key in keys(meantBy: text) {
            if let record = try find(type, key: key) { return record }
        }
        throw .refused(.notFound(R.kind, text, field: field))
    }
}
