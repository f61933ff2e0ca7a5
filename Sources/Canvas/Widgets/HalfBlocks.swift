/// Pictures of dots, two rows of dots to a row of the screen: "#" is a dot, anything else is none.
enum HalfBlocks {
    /// The rows of the screen that a drawing takes; a last odd row of dots has nothing below it.
    static func lines(_ drawing: [[Bool]]) -> [String] {
        stride(from: 0, to: drawing.count, by: 2).map { row in
            let upper = drawing[row]
            return signs(upper, row + 1 < drawing.count ? drawing[row + 1] : upper.map { _ in false })
        }
    }

    /// Two rows of dots as one row of half blocks.
    static func signs(_ upper: [Bool], _ lower: [Bool]) -> String {
        zip(upper, lower).map { dots in
            switch dots {
            case (true, true): "█"
            case (true, false): "▀"
            case (false, true): "▄"
            case (false, false): " "
            }
        }.joined()
    }

    /// The dots of a drawing as it is written in the source.
    static func dots(_ drawing: String) -> [[Bool]] {
        drawing.split(separator: "\n").map { $0.unicodeScalars.map { $0 == "#" } }
    }
}
