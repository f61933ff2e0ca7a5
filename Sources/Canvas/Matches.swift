import Persian

extension TextLayout {
    /// Where the words of a search stand in a text, in Unicode scalars, for an ``Emphasis``: found as the search finds
    /// them, whatever the spelling of ی and ک, the digits, marks and ZWNJ. A word that is not there has no range.
    ///
    ///     TextLayout.matches(of: "كاظ", in: "شهید کاظمی")  // [5..<8]
    public static func matches(of query: String, in text: String) -> [Range<Int>] {
        let words = query.folded().split(separator: " ").map { Array($0.unicodeScalars) }
        guard !words.isEmpty else { return [] }
        var letters: [(scalar: Unicode.Scalar, offset: Int)] = []
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            // Between two letters, because folding trims what stands alone.
            let folded = "x\(scalar)x".folded().unicodeScalars.dropFirst().dropLast()
            letters += folded.map { ($0, offset) }
        }
        return words.compactMap { word in
            let start = letters.indices.first { letters[$0...].lazy.map(\.scalar).starts(with: word) }
            return start.map { letters[$0].offset..<(letters[$0 + word.count - 1].offset + 1) }
        }
    }
}
