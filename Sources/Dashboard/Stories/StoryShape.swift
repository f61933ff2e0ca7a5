import Domain
import Persian

/// The shape of a story as lines in its text: a prompt a step, with room to write below it. A prompt is a line that begins
/// with ``mark``; the text that is sent has none of them.
enum StoryShape {
    private static let mark = "▸ "

    /// What a blank page begins with.
    static func blank(_ language: Language) -> String {
        StoryText.shape.map { "\(mark)\($0[language])\n\n" }.joined(separator: "\n")
    }

    static func isPrompt(_ line: some StringProtocol) -> Bool {
        line.hasPrefix(mark) && prompts.contains(String(line.dropFirst(mark.count)))
    }

    private static let prompts = Set(StoryText.shape.flatMap { [$0.fa, $0.en] })

    /// The text without its prompts, and without the blank lines that they leave.
    static func written(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = isPrompt(line) ? "" : line
            let isBlank = line.allSatisfy(\.isWhitespace)
            if isBlank, lines.last.map({ $0.allSatisfy(\.isWhitespace) }) ?? true { continue }
            lines.append(line)
        }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// Where one begins to write: unicode scalars before the line below the first prompt.
    static func firstGap(of text: String) -> Int {
        var offset = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            offset += line.unicodeScalars.count + 1
            if isPrompt(line) { return min(offset, text.unicodeScalars.count) }
        }
        return 0
    }
}
