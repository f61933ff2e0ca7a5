/// Which state of the file each of the things that a screen shows was read from.
///
/// A screen reads only what its present view shows, while the file changes under all of them: what was read in one
/// view must not make another believe that nothing happened. Each is asked by its own name, and may be behind.
///
///     if fresh.isBehind(.timeline, context) { … }  // true once after each change of the file
struct Freshness<Name: Hashable> {
    private var seen: [Name: Int] = [:]

    /// Whether the file changed since that was read; after this it counts as read.
    mutating func isBehind(_ name: Name, _ context: ScreenContext) -> Bool {
        defer { seen[name] = context.revision }
        return seen[name] != context.revision
    }
}
