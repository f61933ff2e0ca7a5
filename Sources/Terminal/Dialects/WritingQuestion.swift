import Canvas
import Persian

/// The question of the first run in a terminal that has no name: which line can you read?
///
/// Each sample line says in Persian which key to press, so that who reads no English presses the key of the line that
/// can be read. The answer is one key; Enter and Esc leave things as they are, which is the first way.
///
///     let question = WritingQuestion()
///     surface.present(question.frame(width: 80, height: 24), writings: question.writings)
///     question.answer(to: Key(.character("۲")))  // .isolates
public struct WritingQuestion: Hashable, Sendable {
    private static let firstSample = 4
    /// Which way each row of the frame is written in; the others are the terminal's own.
    public let writings: [Int: Writing]

    public init() {
        writings = Dictionary(
            uniqueKeysWithValues: Writing.allCases.enumerated().map { (Self.firstSample + 2 * $0, $1) })
    }

    /// The whole screen.
    public func frame(width: Int, height: Int) -> Frame {
        Region.frame(width: width, height: height, language: .english) { region in
            let all = Writing.allCases.count
            region.put(Self.sample(1).en, row: 1, start: 2, style: Style(.strong, on: .page, .bold))
            region.put(Self.hint.en, row: 2, start: 2, style: Style(.muted))
            for number in 1...all {
                let row = Self.firstSample + 2 * (number - 1)
                region.put("\(number)", row: row, start: 2, width: 2, style: Style(.accent, on: .page, .bold))
                let sample = Self.sample(number).fa
                region.put(sample, row: row, start: 5, width: textWidth(sample), direction: .rightToLeft)
            }
            region.put(Self.hint.fa, row: Self.firstSample + 2 * all, start: 2, style: Style(.muted))
        }
    }

    /// What a key answers, nil when it answers nothing.
    public func answer(to key: Key) -> Writing? {
        switch key.code {
        case .enter, .escape: return .app
        case .character(let sign):
            guard key.modifiers.isEmpty, let number = parseInteger(String(Character(sign))) else { return nil }
            let index = number - 1
            return Writing.allCases.indices.contains(index) ? Writing.allCases[index] : nil
        default: return nil
        }
    }

    private static func sample(_ number: Int) -> Phrase {
        Phrase(
            fa: "اگر این خط را درست می‌خوانید کلید \(persianDigits(number)) را بزنید (گروه Q-0012)",
            en: "Which of these lines of Persian can you read? Press its number.")
    }

    private static let hint = Phrase(
        fa: "اگر چند خط درست است، نخستین را برگزینید. این پرسش یک بار است.",
        en: "If several are right, choose the first of them. This is asked once.")
}
