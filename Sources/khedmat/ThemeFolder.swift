import Canvas
import Glibc
import Persian

/// The user's own themes: base16 files in the configuration folder.
enum ThemeFolder {
    static var path: String { Place.config.folder + "/themes" }

    private static let endings = [".yaml", ".yml"]

    /// The names of the user's themes, without their file endings.
    static var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: Set<String> = []
        while let entry = readdir(folder) {
            let file = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            for ending in endings where file.hasSuffix(ending) && file.count > ending.count {
                names.insert(String(file.dropLast(ending.count)))
            }
        }
        return names.sorted()
    }

    /// A theme as `--theme` names it: one of the user's, a built-in one, or any file.
    static func theme(_ name: String) throws(Failure) -> Theme {
        do throws(ThemeError) {
            if let file = file(of: name) { return try Theme.load(file: file) }
            return try Theme.named(name)
        } catch {
            throw Failure(.wrongUse, error.phrase)
        }
    }

    private static func file(of name: String) -> String? {
        if name.contains("/") || endings.contains(where: name.hasSuffix) { return name }
        return endings.map { "\(path)/\(name)\($0)" }.first { access($0, F_OK) == 0 }
    }
}
