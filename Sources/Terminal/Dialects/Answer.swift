/// What a terminal says of itself when asked.
public enum Answer: Hashable, Sendable {
    /// DECRPM for an ANSI mode: 0 unknown, 1 and 2 set and reset, 3 and 4 for ever so.
    case mode(Int, setting: Int)
    /// XTVERSION: its name and version, such as `Konsole 22.12.3`.
    case version(String)
    /// DA1, which every terminal knows, asked last: no more answers will come.
    case attributes
}
