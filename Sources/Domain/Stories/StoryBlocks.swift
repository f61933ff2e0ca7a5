import Persian

/// A part of a story's text as it is set: blank lines part paragraphs, a paragraph that is nothing but `«…»` is a quotation,
/// lines that begin with `- ` are a list.
///
///     StoryBlock.blocks(of: "آمدیم.\n\n«خوش آمدید»\n\n- آب\n- نان")
///     // [.paragraph("آمدیم."), .quotation("خوش آمدید"), .list(["آب", "نان"])]
public enum StoryBlock: Hashable, Sendable {
    case paragraph(String)
    case quotation(String)
    case list([String])

    public static func blocks(of body: String) -> [StoryBlock] {
        var blocks: [StoryBlock] = []
        var (lines, items): ([Substring], [String]) = ([], [])
        func closeParagraph() {
            let text = lines.map(trimmed).joined(separator: " ")
            lines = []
            if let quoted = quotation(text) {
                blocks.append(.quotation(quoted))
            } else if !text.isEmpty {
                blocks.append(.paragraph(text))
            }
        }
        func closeList() {
            if !items.isEmpty { blocks.append(.list(items)) }
            items = []
        }
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = trimmed(line)
            if text.isEmpty {
                closeParagraph()
                closeList()
            } else if text.hasPrefix("- "), !trimmed(text.dropFirst(2)).isEmpty {
                closeParagraph()
                items.append(trimmed(text.dropFirst(2)))
            } else {
                closeList()
                lines.append(line)
            }
        }
        closeParagraph()
        closeList()
        return blocks
    }

    private static func trimmed(_ line: Substring) -> String {
        var line = line.drop(while: \.isWhitespace)
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }

    /// What stands between the marks of a text that is one quotation.
    private static func quotation(_ text: String) -> String? {
        guard text.hasPrefix("«"), text.hasSuffix("»"), text.count > 2 else { return nil }
        let inner = text.dropFirst().dropLast()
        return inner.contains("«") || inner.contains("»") ? nil : String(inner)
    }
}

extension StoryText {
    /// How many words its body has.
    public var words: Int {
        body.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// How long it takes to read, in whole minutes, at 180 words a minute; one for the shortest.
    public var minutes: Int { max(1, (words + 179) / 180) }

    /// The shape that is offered instead of a blank page, a paragraph a step.
    public static let shape: [Phrase] = [
        Phrase(fa: "نیاز چه بود؟ چه کسی آن را دید؟", en: "What was needed, and who saw it?"),
        Phrase(fa: "چه کسانی آمدند و از کجا؟", en: "Who came, and from where?"),
        Phrase(fa: "چه کردند؟ روز به روز، با عدد و نام.", en: "What did they do, day by day, in figures and names?"),
        Phrase(
            fa: "«اکنون چه فرق کرده است، از زبان یکی از اهالی؟»", en: "“What is different now, in someone's words?”"),
        Phrase(fa: "چگونه می‌توان همراه شد؟", en: "How can one join?"),
    ]
}

/// A run of words of two versions of a text: in both, only in the former, or only in the later one.
public struct WordChange: Hashable, Sendable {
    public enum Sort: Hashable, Sendable { case same, removed, added }
    public let sort: Sort
    public let text: String

    /// The runs that lead from one version to the other, each word with the white space after it.
    ///
    ///     WordChange.between("آب آمد", "آب شیرین آمد")
    ///     // same "آب ", added "شیرین ", same "آمد"
    ///
    /// The longest common sequence of words is kept; of texts in which too many words differ, what stands between
    /// their common beginning and end is told as one removal and one addition.
    public static func between(_ former: String, _ later: String) -> [WordChange] {
        let (old, new) = (words(former), words(later))
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var end = 0
        while end < old.count - start, end < new.count - start, old[old.count - 1 - end] == new[new.count - 1 - end] {
            end += 1
        }
        let middle = changes(Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
        let all =
            old[..<start].map { (Sort.same, $0) } + middle + old[(old.count - end)...].map { (Sort.same, $0) }
        return joined(all)
    }

    private static func words(_ text: String) -> [String] {
        var (words, word): ([String], String) = ([], "")
        for character in text {
            if let last = word.last, last.isWhitespace, !character.isWhitespace {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        return word.isEmpty ? words : words + [word]
    }

    /// The most steps of the comparison: 20,000 letters are some 4,000 words.
    private static let mostSteps = 4_000_000

    private static func changes(_ old: [String], _ new: [String]) -> [(Sort, String)] {
        guard old.count * new.count <= mostSteps else {
            return old.map { (.removed, $0) } + new.map { (.added, $0) }
        }
        // length[i][j]: the longest common sequence of what is left from i and j on.
        let width = new.count + 1
        var length = [UInt16](repeating: 0, count: (old.count + 1) * width)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                length[i * width + j] =
                    old[i] == new[j]
                    ? length[(i + 1) * width + j + 1] + 1
                    : max(length[(i + 1) * width + j], length[i * width + j + 1])
            }
        }
        var (all, i, j): ([(Sort, String)], Int, Int) = ([], 0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i] == new[j] {
                all.append((.same, old[i]))
                (i, j) = (i + 1, j + 1)
            } else if i < old.count, j == new.count || length[(i + 1) * width + j] >= length[i * width + j + 1] {
                all.append((.removed, old[i]))
                i += 1
            } else {
                all.append((.added, new[j]))
                j += 1
            }
        }
        return all
    }

    private static func joined(_ words: [(Sort, String)]) -> [WordChange] {
        var changes: [WordChange] = []
        for (sort, word) in words {
            if let last = changes.last, last.sort == sort {
                changes[changes.count - 1] = WordChange(sort: sort, text: last.text + word)
            } else {
                changes.append(WordChange(sort: sort, text: word))
            }
        }
        return changes
    }
}
