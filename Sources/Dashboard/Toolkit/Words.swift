import Canvas
import Domain
import Persian

// The Canvas' and not the domain's in all of the Dashboard.
typealias Column = Canvas.Column

extension Unicode.Scalar {
    /// Whether it has the property White_Space.
    fileprivate var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

extension String {
    /// Its words, whatever and how much white space stands between them. Lists ask this of every row they draw, and
    /// `Character.isWhitespace` took a fifth of the time of a key.
    var words: [Substring] { unicodeScalars.split(whereSeparator: \.isBlank).map { Substring($0) } }
}

extension [String] {
    /// "one, two, three" in a language.
    func listed(in language: Language) -> String { language.list(self) }
}
