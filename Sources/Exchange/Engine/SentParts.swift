import Domain

/// How a part is imported, exported and printed.
struct SentPart: Sendable {
    let part: Part
    /// What `list`, `show` and `export` tell of it.
    var listings: [any Listing.Type] = []
    /// What `import` takes, in the order in which an office sends them.
    var sheets: [any ImportedSheet.Type] = []
    /// What is printed on A4.
    var pages: [PrintKind] = []
}

/// Every part of the office, in the order of ``Parts``. A new one is registered for import, export and print by a line
/// here.
enum SentParts {
    static let all: [SentPart] =
        [
            .groups, .people, .camps, .needs, .training, .congress, .arbaeen, .support, .packages, .stories, .staff,
            .packs,
        ] + trial

    /// See ``Parts/trial``.
    nonisolated(unsafe) static var trial: [SentPart] = []
}
