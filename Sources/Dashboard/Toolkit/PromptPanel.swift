import Canvas
import Domain
import Persian

/// A small panel in the middle of the screen: what is asked, and below it what is wrong with the answer.
///
///     PromptPanel(title, rows: 3, problem: problem).draw(in: &region, context) { region in
///         TextField(path).draw(in: &region, row: 2)
///     }
struct PromptPanel {
    private let title: Phrase
    /// How many rows what is asked needs.
    private let rows: Int
    private let problem: Phrase?

    private static let widest = 76

    init(_ title: Phrase, rows: Int, problem: Phrase?) {
        (self.title, self.rows, self.problem) = (title, rows, problem)
    }

    func draw(in region: inout Region, _ context: ScreenContext, content: (inout Region) -> Void) {
        let width = min(region.width - 4, Self.widest)
        let problem = problem.map { TextLayout.wrap("▲ " + context.told($0), width: width - 4) } ?? []
        // A border on both sides, and a blank row below what is asked.
        let height = 2 + rows + 1 + problem.count
        region.part(
            top: max(0, (region.height - height) / 2), start: (region.width - width) / 2, width: width, height: height
        ) { region in
            region.fill(Style(.text, on: .panel))
            Panel(title[context.language], hasFocus: true, background: .panel).draw(in: &region) { region in
                region.part(height: rows, draw: content)
                for (line, text) in problem.enumerated() {
                    region.put(text, row: rows + line, direction: .page, style: Style(.alarm, on: .panel))
                }
            }
        }
    }
}
