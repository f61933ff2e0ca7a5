import CFriBidi
import Persian

/// FriBidi's part of the work, for one line: which way it runs, how its letters join, in which order they stand.
///
/// The Unicode bidirectional algorithm (UAX #9, brackets and isolates included) and Arabic joining into presentation
/// forms, but never the lam-alef ligature, so that a letter always fills the columns it was measured with.
///
/// Two steps, between which the line may be cut: the levels come from the whole text, so that what is left of it
/// stands as it stood in the whole, and the … has the place of what it stands for.
///
///     bidi.resolve(line, direction: .rightToLeft)
///     line.truncate(to: 20)
///     bidi.arrange(line, direction: .rightToLeft)
struct Bidi {
    private var types: [FriBidiCharType] = []
    private var brackets: [FriBidiBracketType] = []
    private var levels: [FriBidiLevel] = []
    private var joining: [FriBidiArabicProp] = []
    /// For each isolate of the line the level of the signs that open and end it.
    private var edges: [FriBidiLevel] = []
    /// The scalars of the line joined and mirrored, still in logical order.
    private(set) var shaped: [UInt32] = []
    /// The scalars' logical places in the order they are seen, from the left edge.
    private(set) var visualOrder: [FriBidiStrIndex] = []

    init() {}

    /// Which way a line runs.
    func direction(of line: Line, as direction: TextDirection, page: Direction) -> Direction {
        switch direction {
        case .leftToRight: .leftToRight
        case .rightToLeft: .rightToLeft
        case .page, .picture: page
        case .automatic: line.letters.direction(onPage: page)
        }
    }

    /// Joins and reorders a line as it is.
    mutating func layOut(_ line: Line, direction: Direction) {
        resolve(line, direction: direction)
        arrange(line, direction: direction)
    }

    /// Finds the embedding level of every scalar of a line whose paragraph runs in `direction`.
    mutating func resolve(_ line: Line, direction: Direction) {
        resize(&levels, to: line.scalars.count, 0)
        let base: FriBidiLevel = direction == .rightToLeft ? 1 : 0
        edges.removeAll(keepingCapacity: true)
        edges.append(contentsOf: repeatElement(base, count: line.isolates.count))
        if line.isolates.isEmpty {
            resolve(line.scalars, level: base) { $0 }
        } else {
            resolve(line, isolate: nil, level: base)
        }
    }

    /// Joins and reorders what a line holds since its levels were resolved: all of it, or what was left with ….
    mutating func arrange(_ line: Line, direction: Direction) {
        let length = line.scalars.count
        let count = FriBidiStrIndex(length)
        resize(&types, to: length, FriBidiCharType(0))
        resize(&joining, to: length, 0)
        shaped.removeAll(keepingCapacity: true)
        shaped.append(contentsOf: line.scalars)
        visualOrder.removeAll(keepingCapacity: true)
        visualOrder.append(contentsOf: 0..<count)
        guard length > 0, length <= levels.count else { return }

        fribidi_get_bidi_types(shaped, count, &types)
        fribidi_get_joining_types(shaped, count, &joining)
        fribidi_join_arabic(types, count, levels, &joining)
        let flags = FriBidiFlags(FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAG_SHAPE_ARAB_PRES)
        fribidi_shape(flags, levels, count, &joining, &shaped)
        if line.isolates.isEmpty {
            reorder(count, direction)
        } else {
            reorder(line, direction)
        }
    }

    private mutating func reorder(_ count: FriBidiStrIndex, _ direction: Direction) {
        let paragraph = direction == .rightToLeft ? khedmat_par_rtl() : khedmat_par_ltr()
        _ = fribidi_reorder_line(0, types, count, 0, paragraph, &levels, nil, &visualOrder)
    }

    /// With a sign at both edges of each isolate while the line is put in order, so that two that touch stay apart.
    private mutating func reorder(_ line: Line, _ direction: Direction) {
        var places: [FriBidiStrIndex] = []
        var (own, kinds): ([FriBidiLevel], [FriBidiCharType]) = ([], [])
        func add(_ place: FriBidiStrIndex, _ level: FriBidiLevel, _ type: FriBidiCharType) {
            places.append(place)
            own.append(level)
            kinds.append(type)
        }
        for index in line.scalars.indices {
            for (number, isolate) in line.isolates.enumerated() where isolate.start == index {
                add(-1, edges[number], khedmat_type_on())
            }
            add(FriBidiStrIndex(index), levels[index], types[index])
            for (number, isolate) in line.isolates.enumerated().reversed() where isolate.end == index + 1 {
                add(-1, edges[number], khedmat_type_on())
            }
        }
        (levels, types) = (own, kinds)
        visualOrder = places
        reorder(FriBidiStrIndex(places.count), direction)
        visualOrder.removeAll { $0 < 0 }
    }

    /// What stands in an isolate, or in the line around all of them: to each, those inside it are one neutral sign.
    private mutating func resolve(_ line: Line, isolate: Int?, level: FriBidiLevel) {
        var position = isolate.map { line.isolates[$0].start } ?? 0
        let end = isolate.map { line.isolates[$0].end } ?? line.scalars.count
        var own: [UInt32] = []
        var places: [Int] = []
        var inner: [Int] = []
        for (number, child) in line.isolates.enumerated() where child.parent == isolate {
            own += line.scalars[position..<child.start]
            places += position..<child.start
            own.append(0xFFFC)
            places.append(child.start)
            inner.append(number)
            position = child.end
        }
        own += line.scalars[position..<end]
        places += position..<end
        resolve(own, level: level) { places[$0] }
        for number in inner {
            edges[number] = levels[line.isolates[number].start]
            let isOdd = line.isRightToLeft(isolate: number)
            resolve(line, isolate: number, level: level + ((level % 2 == 1) == isOdd ? 2 : 1))
        }
    }

    /// Levels of a text that is a paragraph to itself, set where `place` says that each of its scalars is.
    private mutating func resolve(_ text: [UInt32], level: FriBidiLevel, place: (Int) -> Int) {
        let length = text.count
        let base = level % 2
        var own = [FriBidiLevel](repeating: base, count: length)
        if length > 0, base == 1 || text.contains(where: Line.isRightToLeft) {
            let count = FriBidiStrIndex(length)
            resize(&types, to: length, FriBidiCharType(0))
            resize(&brackets, to: length, 0)
            fribidi_get_bidi_types(text, count, &types)
            keepMasks(text)
            fribidi_get_bracket_types(text, count, types, &brackets)
            var paragraph = base == 1 ? khedmat_par_rtl() : khedmat_par_ltr()
            // Zero means that FriBidi had no memory; the logical order then stands as it is.
            _ = fribidi_get_par_embedding_levels_ex(types, brackets, count, &paragraph, &own)
        }
        for (index, found) in own.enumerated() { levels[place(index)] = level + found - base }
    }

    /// The dots of a masked number count as its digits, so that its halves do not change places.
    private mutating func keepMasks(_ text: [UInt32]) {
        let digit = khedmat_type_en()
        for index in text.indices where text[index] == Line.mask {
            let next = text[index...].first { $0 != Line.mask }
            let isBeforeDigit = next.flatMap(Unicode.Scalar.init).map { Letters.isDigit($0) } ?? false
            if isBeforeDigit || index > 0 && types[index - 1] == digit { types[index] = digit }
        }
    }

    private func resize<Element>(_ array: inout [Element], to count: Int, _ blank: Element) {
        if array.count < count { array.append(contentsOf: repeatElement(blank, count: count - array.count)) }
    }
}

extension Letters {
    /// Which way a text with these letters runs on a page: the page's, unless all its letters are of the other.
    func direction(onPage page: Direction) -> Direction {
        switch isRightToLeft(in: page == .rightToLeft ? .persian : .english) {
        case true: .rightToLeft
        case false: .leftToRight
        case nil: page
        }
    }
}
