import Domain
import Persian

/// The values of a cell that holds several words of a few: «علمی-آموزشی» is one, «پزشکی و فرهنگی» are two.
///
/// - Returns: their JSON names; the words as they are divided when one of them is unknown, for the rule to refuse.
func choices<Item: Choice>(_ type: Item.Type, in text: String) -> [String] {
    var values: [String] = []
    let words = text.folded().split { !$0.isLetter && !$0.isNumber }
    var start = 0
    while start < words.count {
        var next = start
        for end in stride(from: min(words.count, start + 5), to: start, by: -1) {
            guard let value = Item(word: words[start..<end].joined(separator: " ")) else { continue }
            if !values.contains(value.rawValue) { values.append(value.rawValue) }
            next = end
            break
        }
        if next == start {
            guard start > 0, words[start] == "و" else { return splitList(text) }
            next += 1
        }
        start = next
    }
    return values
}

/// The rows of a cell that holds words with numbers, `آشپز 4، پذیرایی 8`, as the rules read them: a word that is divided
/// in itself is put together, the number stands last.
func numberedRows(_ text: String) -> [String] {
    var rows: [String] = []
    var pending = ""
    for piece in splitList(withoutThousands(latinDigits(text))) {
        pending += (pending.isEmpty ? "" : " ") + piece
        let words = pending.split { $0.isWhitespace || "():=×+".contains($0) }.map(String.init)
        let isNumber = words.map { parseInteger($0) != nil }
        guard isNumber.contains(true) else { continue }
        let names = zip(words, isNumber).filter { !$0.1 && $0.0.folded() != "نفر" }.map(\.0)
        let numbers = zip(words, isNumber).filter(\.1).map(\.0)
        rows.append((names + numbers).joined(separator: " "))
        pending = ""
    }
    return pending.isEmpty ? rows : rows + [pending]
}

/// `3,000` as `3000`: its comma divides nothing.
private func withoutThousands(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
    var result = String.UnicodeScalarView()
    for index in scalars.indices {
        let divides =
            ",،٬".unicodeScalars.contains(scalars[index]) && isDigit(index - 1) && isDigit(index + 1)
            && isDigit(index + 2) && isDigit(index + 3) && !isDigit(index + 4)
        if !divides { result.append(scalars[index]) }
    }
    return String(result)
}
