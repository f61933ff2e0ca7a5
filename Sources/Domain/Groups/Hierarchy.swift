import Persian

extension RefusalCode {
    /// A body that would stand, at whatever distance, above itself.
    public static let loop = RefusalCode(rawValue: "loop")
}

/// A body that may have another of its kind above it.
protocol Nested: Body {
    var parent: String? { get }
}

extension Council: Nested {}
extension Base: Nested {}

extension Nested {
    /// Its parent is there, and does not stand below it.
    ///
    /// - Throws: `not-found`, `loop`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        var above = parent
        var path = [code]
        while let next = above {
            path.append(next)
            guard next != code else {
                let way = path.joined(separator: " ← ")
                throw .refused(
                    Refusal(
                        .loop, field: "parent",
                        Phrase(
                            fa:
                                "\(Self.kind.phrase) \(code) نمی‌تواند بالادست خود باشد (\(way))؛ بالادستی برگزینید که زیر آن نباشد.",
                            en:
                                "\(Self.kind.phrase.capitalisedFirst) \(code) cannot stand above itself (\(way)); choose a parent that is not below it."
                        )))
            }
            above = try registry.existing(Self.self, next, field: "parent").parent
        }
    }
}
