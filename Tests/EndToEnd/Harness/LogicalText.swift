import Canvas
import Foundation

/// Reads a row of a screen as a person does: joined letters become letters again, and what stands from right to
/// left is read from right to left.
///
/// It is good enough to look for text, not an inverse of the bidirectional algorithm, which has none. Its limits:
/// ZWNJ is no cell and so is lost (``folded(_:)`` drops it from what is looked for too); two numbers side by side
/// are read as separate in a right-to-left row, two Latin words as one stretch; a digit between Persian and Latin
/// letters may be read on the wrong side. Two blanks or a border end a stretch, so columns do not run together.
public enum LogicalText {
    /// The text of a row as it looks, put into logical order.
    public static func read(_ row: String, _ direction: Direction) -> String {
        let letters = folded(row).map { $0 }
        return String(direction == .rightToLeft ? readFromRight(letters) : readFromLeft(letters))
    }

    /// Whether `text` can be read in a row, whichever way the row or a part of it runs.
    public static func contains(_ row: String, _ text: String) -> Bool {
        let wanted = folded(text)
        return folded(row).contains(wanted) || read(row, .rightToLeft).contains(wanted)
            || read(row, .leftToRight).contains(wanted) || String(readInPlace(Array(folded(row)))).contains(wanted)
    }

    /// A mixed text that runs with an English page: what is Persian in it is turned where it stands.
    private static func readInPlace(_ letters: [Character]) -> [Character] {
        var (result, index) = ([Character](), 0)
        while index < letters.count {
            guard kind(letters[index]) == .rightToLeft else {
                result.append(letters[index])
                index += 1
                continue
            }
            let stretch = letters[index...].prefix { [.rightToLeft, .blank, .other].contains(kind($0)) }
            let end = (stretch.lastIndex { kind($0) == .rightToLeft } ?? index) + 1
            result += letters[index..<end].reversed()
            index = end
        }
        return result
    }

    /// Joined forms as letters, and no ZWNJ.
    public static func folded(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars where scalar != "\u{200C}" {
            switch scalar.value {
            case 0xFB50...0xFDFF, 0xFE70...0xFEFC:
                result += String(scalar).precomposedStringWithCompatibilityMapping
            default:
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private enum Kind { case rightToLeft, latin, number, blank, border, other }

    private static func kind(_ letter: Character) -> Kind {
        guard let scalar = letter.unicodeScalars.first else { return .other }
        return switch scalar.value {
        case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: .number
        case 0x590...0x8FF where scalar.properties.isAlphabetic: .rightToLeft
        case 0x20: .blank
        case 0x2500...0x259F: .border
        default: scalar.properties.isAlphabetic ? .latin : .other
        }
    }

    private static func readFromRight(_ letters: [Character]) -> [Character] {
        reversed(
            letters,
            keeping: { stretch in
                // A blank joins words, not numbers.
                let kinds = stretch.map(kind)
                return !kinds.contains(.blank) || kinds.contains(.latin)
            })
    }

    private static func readFromLeft(_ letters: [Character]) -> [Character] {
        var result = letters
        for stretch in stretches(of: letters, joining: [.rightToLeft, .number]) {
            let part = Array(letters[stretch])
            guard part.contains(where: { kind($0) == .rightToLeft }) else { continue }
            result.replaceSubrange(stretch, with: reversed(part, keeping: { !$0.map(kind).contains(.blank) }))
        }
        return result
    }

    /// Turns letters round but for the stretches of numbers and Latin letters among them.
    private static func reversed(_ letters: [Character], keeping isOne: ([Character]) -> Bool) -> [Character] {
        var result = Array(letters.reversed().map(mirrored))
        for stretch in stretches(of: result, joining: [.latin, .number]) {
            for part in isOne(Array(result[stretch])) ? [stretch] : words(in: result, stretch) {
                result.replaceSubrange(part, with: result[part].reversed().map(mirrored))
            }
        }
        return result
    }

    /// The longest stretches that begin and end with one of `kinds` and hold no other letters, no border and no two
    /// blanks in a row.
    private static func stretches(of letters: [Character], joining kinds: Set<Kind>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var current: Range<Int>?
        var blanks = 0
        for (index, letter) in letters.enumerated() {
            let kind = kind(letter)
            blanks = kind == .blank ? blanks + 1 : 0
            if kinds.contains(kind) {
                current = (current?.lowerBound ?? index)..<(index + 1)
            } else if blanks > 1 || ![.blank, .other].contains(kind) {
                if let current { found.append(current) }
                current = nil
            }
        }
        return found + (current.map { [$0] } ?? [])
    }

    private static func words(in letters: [Character], _ stretch: Range<Int>) -> [Range<Int>] {
        letters[stretch].split(separator: " ").map { $0.startIndex..<$0.endIndex }
    }

    private static let mirrors: [Character: Character] = [
        "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»", "»": "«", "‹": "›",
        "›": "‹",
    ]

    private static func mirrored(_ letter: Character) -> Character {
        mirrors[letter] ?? letter
    }
}
