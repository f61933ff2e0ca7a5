import ArgumentParser
import Canvas
import Glibc
import Persian

/// `khedmat themes`
struct Themes: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "List the themes · پوسته‌ها")

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let own = ThemeFolder.names
        let builtIn = Theme.builtInNames.filter { !own.contains($0) }
        let swatch = isatty(STDOUT_FILENO) == 1 ? Swatch() : nil
        let output = Output.standard
        for name in builtIn + own {
            let shown = TextLayout.sanitised(name)
            guard let swatch else {
                output.writeLine(shown)
                continue
            }
            do throws(Failure) {
                output.writeLine("\(swatch.text(try ThemeFolder.theme(name)))\(shown)")
            } catch {
                output.writeLine("\(shown): \(TextLayout.sanitised(error.phrase?[invocation.language] ?? ""))")
            }
        }
        try output.flush()
    }
}

/// A few of a theme's colours, side by side, where the terminal shows colours.
private struct Swatch {
    private let isTrueColor: Bool

    private static let roles: [ColorRole] = [.page, .panel, .text, .accent, .good, .warning, .alarm, .information]

    /// Nil when colours are off or fewer than 256.
    init?() {
        if environment("NO_COLOR") != nil { return nil }
        isTrueColor = ["truecolor", "24bit"].contains(environment("COLORTERM"))
        guard isTrueColor || environment("TERM")?.contains("256color") == true else { return nil }
    }

    func text(_ theme: Theme) -> String {
        Self.roles.map { "\u{1B}[\(background(theme.color($0)))m  " }.joined() + "\u{1B}[0m "
    }

    private func background(_ color: RGB) -> String {
        if isTrueColor { return "48;2;\(color.red);\(color.green);\(color.blue)" }
        // The 6×6×6 cube of the 256 colours.
        let steps = [color.red, color.green, color.blue].map { (Int($0) * 5 + 127) / 255 }
        return "48;5;\(16 + 36 * steps[0] + 6 * steps[1] + steps[2])"
    }
}
