import Domain

/// For what and from which state of the file something was read.
///
/// A screen reads only what its present view shows, while the file changes under all of them: each thing knows for itself
/// whether it is behind.
struct LoadMark<Key: Equatable> {
    private var key: Key?
    private var revision: Int?

    enum Cause {
        /// Something else is to be read than before.
        case other
        /// The file may have changed since.
        case change
    }

    /// Why something is to be read; nil when it was read already. After this it counts as read.
    mutating func isBehind(_ key: Key, _ context: ScreenContext) -> Cause? {
        defer { (self.key, revision) = (key, context.revision) }
        if self.key != key { return .other }
        return revision == context.revision ? nil : .change
    }

    /// Has it read again in any case.
    mutating func forget() { (key, revision) = (nil, nil) }

    func isOf(_ key: Key) -> Bool { self.key == key }
}

/// Something read from the file for a key: read again for another one, and after each change of the file.
///
///     @Loaded<String, [Need]> var needs: [Need] = []
///     …
///     try state.$needs.load(for: camp.code, context) { () throws(DecideError) in try reader.openNeeds(of: camp) }
@propertyWrapper
struct Loaded<Key: Equatable, Value> {
    private(set) var wrappedValue: Value
    private var mark = LoadMark<Key>()

    init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

    var projectedValue: Self {
        get { self }
        set { self = newValue }
    }

    /// - Returns: whether it was read, so that what follows from it is to be read too.
    @discardableResult
    mutating func load(
        for key: Key, _ context: ScreenContext, _ read: () throws(DecideError) -> Value
    ) throws(DecideError) -> Bool {
        var next = mark
        guard next.isBehind(key, context) != nil else { return false }
        wrappedValue = try read()
        mark = next
        return true
    }

    /// What was read, if it was read for this key.
    func value(for key: Key) -> Value? { mark.isOf(key) ? wrappedValue : nil }
}

/// The key of what is the same for the whole office.
enum OfficeWide { case all }

extension Loaded where Key == OfficeWide {
    @discardableResult
    mutating func load(_ context: ScreenContext, _ read: () throws(DecideError) -> Value) throws(DecideError) -> Bool {
        try load(for: .all, context, read)
    }
}
