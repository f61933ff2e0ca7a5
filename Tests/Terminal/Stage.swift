import Canvas
import Glibc
import Harness
import Persian
import Testing

@testable import Terminal

/// Everything that holds the process's one terminal or its signals, one test after another.
@Suite("The terminal of this process", .serialized)
enum TerminalOfThisProcess {}

/// A surface on a terminal of its own, and what is seen there.
final class Stage {
    let emulator: Emulator
    let terminal: Int32
    let surface: TerminalSurface
    let before: String

    init(
        name: String = "xterm-256color", usesColor: Bool = true, usesMouse: Bool = false, theme: String = "firouzeh",
        width: Int = 40, height: Int = 8, variables: [String: String] = [:]
    ) throws {
        (emulator, terminal) = try Emulator.open(width: width, height: height)
        before = lineSettings(of: terminal)
        do {
            surface = try TerminalSurface(
                theme: .named(theme),
                options: .init(
                    name: name, usesColor: usesColor, usesMouse: usesMouse, variables: variables,
                    input: terminal, output: terminal))
        } catch {
            close(terminal)
            throw error
        }
    }

    deinit {
        surface.close()
        close(terminal)
    }

    func show(_ frame: Frame) {
        surface.present(frame)
        emulator.settle()
    }

    var output: String { String(decoding: emulator.rawOutput, as: UTF8.self) }
}

func page(
    width: Int = 40, height: Int = 8, _ language: Language = .persian, draw: (inout Region) -> Void
) -> Frame {
    Region.frame(width: width, height: height, language: language, draw: draw)
}

/// What a row of a frame looks like, without blanks at its end.
func looks(_ frame: Frame, row: Int) -> String {
    var text = ""
    for cell in frame.cells(row: row) where cell.width > 0 {
        text.unicodeScalars.append(cell.scalar)
        text.unicodeScalars.append(contentsOf: cell.marks ?? [])
    }
    while text.last == " " { text.removeLast() }
    return text
}
