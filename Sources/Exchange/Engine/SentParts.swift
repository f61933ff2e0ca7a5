import Domain

/// What of a part comes in and goes out: its listings, sheets and printed pages.
struct SentPart: Sendable {
    let part: Part
    /// What `list`, `show` and `export` tell of it.
    var listings: [any Listing.Type] = []
    /// What `import` takes, in the order in which an office sends them.
    var sheets: [any ImportedSheet.Type] = []
    /// What is printed on A4.
    var pages: [PrintKind] = []
}

/// Every part of the office, in the order of ``Parts``. A new one is told to what comes in and goes out by a line here.
enum SentParts {
    static let all: [SentPart] = [
        .groups, .people, .camps, .needs, .training, .congress, .arbaeen, .staff, .packs,
    ]
}
