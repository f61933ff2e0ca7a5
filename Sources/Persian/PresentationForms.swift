import CUtf8proc
import Glibc

/// The text with letters as they are typed where PDF files and old programs left the shapes in which they are drawn.
///
///     plainLetters("ﮐﺎﻇﻤﯽ")  // "کاظمی"
///
/// - Parameter most: shapes of more letters, such as ﷲ, stay as they are.
public func plainLetters(_ text: String, most: Int = .max) -> String {
    // All such shapes begin with this byte in UTF-8.
    guard text.utf8.contains(0xEF), text.unicodeScalars.contains(where: \.isPresentationForm) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let letters = scalar.isPresentationForm ? compatible(scalar) : [scalar]
        result.append(contentsOf: letters.count <= most ? letters : [scalar])
    }
    return String(result)
}

extension Unicode.Scalar {
    /// Whether it is a letter in the shape it has beside others, or a ligature. What is one sign of its own, such as ﷽
    /// and ﷺ, is none, nor are the ornate brackets.
    public var isPresentationForm: Bool {
        switch value {
        case ..<0xFB00, 0xFD3E, 0xFD3F, 0xFDFA...0xFDFF, 0xFEFF: false
        case 0xFB00...0xFB06, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
        default: false
        }
    }
}

/// What a presentation form stands for (NFKC); the space that spaced marks bring along is left out.
private func compatible(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let source = Array(String(scalar).utf8)
    var mapped: UnsafeMutablePointer<utf8proc_uint8_t>?
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue)
    let count = utf8proc_map(source, utf8proc_ssize_t(source.count), &mapped, options)
    guard count > 0, let mapped else { return [scalar] }
    defer { free(mapped) }
    let text = String(decoding: UnsafeBufferPointer(start: mapped, count: count), as: UTF8.self)
    return text.unicodeScalars.filter { $0 != " " }
}
