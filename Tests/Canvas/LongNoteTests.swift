import Glibc
import Persian
import Testing

@testable import Canvas

/// A note of 20,000 letters is edited like a short one: keys do not lay it out again and again.
@Suite struct LongNotes {
    enum Note: CaseIterable {
        case onePieceWithoutEnd, paragraphs

        var text: String {
            switch self {
            case .onePieceWithoutEnd:
                String(repeating: "گروه جهادی شهید کاظمی در روستای Sarpol خانه‌ای ساخت. ", count: 400)
            case .paragraphs:
                String(repeating: String(repeating: "اردوی بهار در مهران ", count: 20) + "\n", count: 50)
            }
        }
    }

    @Test("A key and the drawing after it cost less than laying the note out once", arguments: Note.allCases)
    func keys(note: Note) {
        let text = note.text
        let keys: [Key] = [
            Key(.character("ب")), Key(.left), Key(.right), Key(.up), Key(.down), Key(.backspace), Key(.right, .control),
            Key(.left, .control), Key(.home), Key(.end), Key(.character("c")), Key(.delete),
        ]
        var area = TextArea(text, caret: text.unicodeScalars.count / 2, rows: 3)
        area.fit(columns: 48)
        area.handle(Key(.left), page: .rightToLeft)
        // Of this thread alone: other tests run beside it.
        func least(_ work: () -> Void) -> Double {
            func now() -> Double {
                var time = timespec()
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
                return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
            }
            return (0..<5).map { _ in
                let start = now()
                work()
                return now() - start
            }.min() ?? 0
        }
        let once = least { _ = WrappedText(text, columns: 47, page: .rightToLeft) }
        let all = least {
            for key in keys {
                area.handle(key, page: .rightToLeft)
                _ = Region.frame(width: 48, height: 3, language: .persian) { area.draw(in: &$0, hasFocus: true) }
            }
        }
        #expect(all / Double(keys.count) < once)
    }
}
