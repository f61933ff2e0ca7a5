extension String {
    /// Its first characters and … where there are more, so that a title stays on its line and a sentence stays one.
    ///
    ///     "گروه جهادی باران رحمت".shortened(to: 10)  // "گروه جهادی…"
    ///
    /// The … stands where the text goes on: behind words of the other direction it is kept to them by an isolate.
    ///
    /// - Parameter limit: how many characters of the text are kept.
    public func shortened(to limit: Int) -> String {
        // Counting all of a text may take long: a cell can hold megabytes.
        let start = prefix(limit + 1)
        guard start.count > limit else { return self }
        let kept = start.dropLast()
        guard let run = kept.lastRun else { return kept + "…" }
        let opening = run.isRightToLeft ? Isolate.rightToLeft : Isolate.leftToRight
        return "\(kept[..<run.start])\(opening)\(kept[run.start...])…\(Isolate.end)"
    }
}

extension Substring {
    /// The words at the end, from their first letter on, where words of the other direction stand before them.
    fileprivate var lastRun: (start: Index, isRightToLeft: Bool)? {
        var start: Index?
        var isRightToLeft: Bool?
        for index in unicodeScalars.indices.reversed() {
            var letters = Letters()
            letters.count(unicodeScalars[index])
            guard letters != Letters() else { continue }
            let turns = letters.rightToLeft > 0
            if let own = isRightToLeft, own != turns { return start.map { ($0, own) } }
            (start, isRightToLeft) = (index, turns)
        }
        return nil
    }
}
