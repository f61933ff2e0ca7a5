import Glibc

/// The value of an environment variable; nil when it is unset or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}

/// Where the program's files are, by the XDG base directory specification.
enum Place: String, CaseIterable {
    case data = "XDG_DATA_HOME"
    case config = "XDG_CONFIG_HOME"
    case state = "XDG_STATE_HOME"

    /// The program's own folder; it may not exist.
    var folder: String {
        // The specification has relative paths ignored.
        if let base = environment(rawValue), base.hasPrefix("/") { return base + "/khedmat" }
        return Self.home + "/" + underHome + "/khedmat"
    }

    /// Makes the folder and those above it that are missing, for their owner only.
    func makeFolder() {
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            mkdir(path, 0o700)
        }
    }

    private var underHome: String {
        switch self {
        case .data: ".local/share"
        case .config: ".config"
        case .state: ".local/state"
        }
    }

    private static var home: String {
        if let home = environment("HOME") { return home }
        guard let entry = getpwuid(geteuid()), let home = entry.pointee.pw_dir else { return "" }
        return String(cString: home)
    }
}
