import Persian

/// The office's word that somebody completed a course.
public struct Certificate: Record {
    public var id = ""
    public var version = 1
    /// A ``CertificateSerial`` as people write it: "G-0000125".
    public var serial: String
    public var course: String
    public var person: String
    public var issuedOn: Day
    /// The account that issued it.
    public var issuedBy: String

    public var key: String { serial }

    public static let kind = RecordKind("certificate", Phrase(fa: "گواهی", en: "certificate"))
    public static let blank = Certificate(
        serial: "", course: "", person: "", issuedOn: Day(number: 0), issuedBy: "")

    public static let columns: [Column<Certificate>] = [
        Column("serial", \.serial, Phrase(fa: "شماره گواهی", en: "serial"), identifies: true, isCode: true),
        Column("course", \.course, Course.kind.phrase, identifies: true, refersTo: [Course.kind]),
        Column("person", \.person, Person.kind.phrase, identifies: true, refersTo: [Person.kind], isPrivate: true),
        Column("issuedOn", \.issuedOn, Phrase(fa: "تاریخ صدور", en: "issued on")),
        Column("issuedBy", \.issuedBy, Phrase(fa: "صادرکننده", en: "issued by")),
    ]
}

/// The number of a certificate with a digit that tells a slip of the pen: numbers run 1, 2, 3 … without a gap.
///
///     CertificateSerial(number: 12).text          // "G-0000125"
///     CertificateSerial(parsing: "g ۰۰۰۰۱۲۵")     // number 12
///     CertificateSerial(parsing: "G-0000152")     // nil: two digits changed places
///
/// The last digit is that of H. Michael Damm (*Total anti-symmetrische Quasigruppen*, dissertation, Marburg 2004,
/// page 111): beginning with 0, each digit leads along its row of a quasigroup of order 10 to the next state, and
/// the last state is the check digit. It finds every wrong digit and every two neighbours that changed places.
public struct CertificateSerial: Hashable, Sendable {
    /// From 1.
    public let number: Int

    public init(number: Int) { self.number = number }

    static let prefix = "G-"
    private static let digits = 6

    /// As it is printed: six digits or more, and the check digit.
    public var text: String {
        let figures = String(number)
        let padded = String(repeating: "0", count: max(0, Self.digits - figures.count)) + figures
        return "\(Self.prefix)\(padded)\(Self.checkDigit(of: padded))"
    }

    /// Reads what people type, in any digits, with or without the letter; nil when the check digit does not fit.
    public init?(parsing text: String) {
        guard let figures = Self.figures(text), figures.count > Self.digits,
            let number = Int(figures.dropLast()), number > 0, Self.state(after: figures) == 0
        else { return nil }
        self.number = number
    }

    /// Whether a text looks like a serial, right or wrong.
    public static func isSerial(_ text: String) -> Bool { figures(text).map { $0.count > digits } ?? false }

    /// Whether a code looks like a serial as it is printed, with its letter: no guest has such a code.
    static func isPrinted(_ code: String) -> Bool { code.hasPrefix(prefix) && isSerial(code) }

    private static func figures(_ text: String) -> String? {
        guard let code = normalisedCode(text) else { return nil }
        let rest = code.hasPrefix("G") ? code.dropFirst() : code[...]
        let figures = rest.filter { $0 != "-" }
        guard figures.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (7...18).contains(figures.count) else {
            return nil
        }
        return figures
    }

    static func checkDigit(of figures: String) -> Int { state(after: figures) }

    /// With its check digit at the end a number leads back to 0, for the quasigroup's diagonal is 0.
    private static func state(after figures: String) -> Int {
        figures.utf8.reduce(0) { quasigroup[$0][Int($1) - 0x30] }
    }

    private static let quasigroup = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ]
}
