import Foundation
import Glibc

/// File names as people type them.
public enum PathCompletion {
    /// With a leading `~` replaced by the home folder.
    public static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
        return String(cString: home) + path.dropFirst()
    }

    /// The path with as much added as all files that begin like it share; a folder gets its slash.
    public static func complete(_ path: String) -> String {
        let full = expanded(path)
        let slash = full.lastIndex(of: "/")
        let folder = slash.map { String(full[...$0]) } ?? ""
        let start = slash.map { String(full[full.index(after: $0)...]) } ?? full
        let names = entries(of: folder.isEmpty ? "." : folder).filter { name in
            name.hasPrefix(start) && (!name.hasPrefix(".") || start.hasPrefix("."))
        }
        guard var shared = names.first else { return path }
        for name in names { shared = String(zip(shared, name).prefix { $0 == $1 }.map(\.0)) }
        let result = folder + shared
        var status = stat()
        let isFolder = names.count == 1 && stat(result, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        return isFolder ? result + "/" : result
    }

    /// Where the refused rows of a sheet go: `groups.csv` → `groups-refused.csv`; those of such a sheet beside it.
    public static func refusedFile(of path: String) -> String {
        var stem = parts(of: path).stem
        if let mark = stem.range(of: "-refused", options: .backwards),
            stem[mark.upperBound...].allSatisfy({ $0 == "-" || $0.isNumber })
        {
            stem = String(stem[..<mark.lowerBound])
        }
        return stem + "-refused.csv"
    }

    /// The names for a file that is never written over: `a.csv`, `a-2.csv`, `a-3.csv` and so on.
    static func names(from path: String) -> some Sequence<String> {
        let (stem, ending) = parts(of: path)
        return (1...9_999).lazy.map { $0 == 1 ? path : "\(stem)-\($0)\(ending)" }
    }

    private static func parts(of path: String) -> (stem: String, ending: String) {
        let dot = path.lastIndex(of: ".").flatMap { dot in path[dot...].contains("/") ? nil : dot } ?? path.endIndex
        return (String(path[..<dot]), String(path[dot...]))
    }

    private static func entries(of folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
