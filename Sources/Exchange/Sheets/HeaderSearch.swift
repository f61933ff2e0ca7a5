import Persian

/// The headers by which the columns of a sort of sheet are known.
struct HeaderWords<Key: Hashable & Sendable>: Sendable {
    /// Each column with the headers it may have, the one to name in messages first.
    var known: [(Key, headers: [String])]
    /// What offices write for them instead, the likeliest first: taken when none of the others stands in the sheet.
    var near: [(Key, headers: [String])] = []
    var optional: Set<Key> = []
    /// For a column another one whose presence makes it optional.
    var standIns: [Key: Key] = [:]
    /// The columns of family names, which offices head by the names of all sorts of people.
    var families: Set<Key> = []
    /// Headers that stand for nothing and are not spoken of.
    var ignored: [String] = []
    /// Headers of what follows from other records.
    var aside: [String] = []

    /// The columns that are needed and not found.
    func missing<Place>(_ found: [Key: Place]) -> [(Key, headers: [String])] {
        known.filter { key, _ in
            found[key] == nil && !optional.contains(key) && standIns[key].map { found[$0] == nil } ?? true
        }
    }
}

/// Finds which header stands for which column.
struct HeaderSearch<Key: Hashable & Sendable> {
    let words: HeaderWords<Key>
    private var keys: [String: Key] = [:]
    private var nearKeys: [String: (key: Key, rank: Int)] = [:]
    /// The letters of each header with the header itself, in the order of the columns.
    private var spellings: [(letters: String, name: String, key: Key)] = []
    private let ignored: Set<String>
    private let aside: Set<String>

    /// Shorter headers differ from each other by a letter or two.
    private static var shortest: Int { 6 }
    /// The office's own numbering of the rows.
    private static var numbering: [String] { ["ردیف", "شماره ردیف", "row", "no", "row number"] }

    init(_ words: HeaderWords<Key>) {
        self.words = words
        ignored = Set((words.ignored + Self.numbering).map { $0.lettersAlone() })
        aside = Set(words.aside.map { $0.lettersAlone() })
        for (key, headers) in words.known {
            for name in headers {
                keys[name.lettersAlone()] = key
                spellings.append((name.lettersAlone(), name, key))
            }
        }
        for (key, headers) in words.near {
            for (rank, name) in headers.enumerated() where nearKeys[name.lettersAlone()] == nil {
                nearKeys[name.lettersAlone()] = (key, rank)
                spellings.append((name.lettersAlone(), name, key))
            }
        }
    }

    /// Whether a header is known to stand for nothing that is read.
    func isIgnored(_ name: String) -> Bool { ignored.contains(name.lettersAlone()) || isAside(name) }

    /// Whether what stands below it follows from other columns or records.
    func isAside(_ name: String) -> Bool {
        let letters = name.lettersAlone()
        return aside.contains(letters) || nearKeys[letters] != nil
    }

    /// How well a row would do as the header.
    func fit(of cells: [String]) -> HeaderFit {
        let found = positions(in: cells.map(trimmed))
        return HeaderFit(known: found.count, isWhole: words.missing(found).isEmpty)
    }

    /// Where each column stands: by its own headers, else by what offices write instead, else by letters that differ
    /// in one.
    func positions(in header: [String]) -> [Key: [Int]] {
        var found: [Key: [Int]] = [:]
        var near: [Key: (rank: Int, positions: [Int])] = [:]
        var left: [(position: Int, letters: String)] = []
        for (position, name) in header.enumerated() {
            let letters = name.lettersAlone()
            if letters.isEmpty { continue }
            if let key = keys[letters] {
                found[key, default: []].append(position)
            } else if let (key, rank) = nearKeys[letters] {
                let best = near[key]?.rank ?? .max
                if rank < best { near[key] = (rank, [position]) }
                if rank == best { near[key]?.positions.append(position) }
            } else if letters.unicodeScalars.count >= Self.shortest, !isIgnored(name) {
                left.append((position, letters))
            }
        }
        for (key, value) in near where found[key] == nil { found[key] = value.positions }
        for (position, letters) in left.prefix(100) {
            let alike = Set(spellings.filter { isNear($0.letters, letters) }.map(\.key))
            if alike.count == 1, let key = alike.first, found[key] == nil { found[key] = [position] }
        }
        addFamilies(to: &found, in: header)
        return found
    }

    /// Whatever else a header says, «نام خانوادگی مهمان» holds family names: where the sheet lacks a column of them it
    /// stands for that, so that no name loses its half.
    private func addFamilies(to found: inout [Key: [Int]], in header: [String]) {
        let lacking = words.families.filter { found[$0] == nil }
        guard !lacking.isEmpty else { return }
        let taken = Set(found.values.flatMap { $0 })
        for (position, name) in header.enumerated() where !taken.contains(position) && !isIgnored(name) {
            let said = Self.words(of: name)
            guard Self.saysFamily(said) else { continue }
            let whose = said.subtracting(Self.nameWords)
            let fitting = lacking.filter { key in
                lacking.count == 1
                    || spellings.contains { $0.key == key && !whose.isDisjoint(with: Self.words(of: $0.name)) }
            }
            if fitting.count == 1, let key = fitting.first { found[key, default: []].append(position) }
        }
    }

    private static func words(of name: String) -> Set<String> {
        Set(name.folded().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    private static var familyWords: Set<String> { ["خانوادگی", "فامیل", "فامیلی", "family", "surname"] }
    private static var nameWords: Set<String> { familyWords.union(["نام", "name", "last"]) }

    /// Whether a header is of family names alone and not of whole ones, as «نام و نام خانوادگی» is.
    private static func saysFamily(_ words: Set<String>) -> Bool {
        let isWhole = !words.isDisjoint(with: ["و", "and", "first", "full"])
        return !isWhole && (!words.isDisjoint(with: familyWords) || words.isSuperset(of: ["last", "name"]))
    }

    private func isNear(_ a: String, _ b: String) -> Bool {
        a.unicodeScalars.count >= Self.shortest && differences(a, b, atMost: 1) != nil
    }

    /// For each of these headers the nearest of a column that the sheet lacks: one that shares a word, or most letters.
    func nearest(to names: [String], without found: Set<Key>) -> [String: String] {
        var nearest: [String: String] = [:]
        for name in names.prefix(20) {
            let letters = name.lettersAlone()
            let words = Set(name.folded().split(separator: " "))
            let candidates = spellings.filter { !found.contains($0.key) }
            let ranked = candidates.compactMap { spelling -> (rank: Int, name: String)? in
                let limit = spelling.letters.unicodeScalars.count / 3
                if let count = differences(spelling.letters, letters, atMost: limit) { return (count, spelling.name) }
                let isWithin = spelling.letters.count > 2 && letters.contains(spelling.letters)
                let shares = !words.isDisjoint(with: spelling.name.folded().split(separator: " "))
                return isWithin ? (10, spelling.name) : shares ? (20, spelling.name) : nil
            }
            nearest[name] = ranked.min { $0.rank < $1.rank }?.name
        }
        return nearest
    }
}

/// How many letters have to be put in, left out, exchanged or changed to make one word of the other; nil above a limit.
private func differences(_ a: String, _ b: String, atMost limit: Int) -> Int? {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard abs(a.count - b.count) <= limit, a.count < 60, b.count < 60 else { return nil }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var least = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
            row.append(least)
        }
        before = previous
        previous = row
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
}
