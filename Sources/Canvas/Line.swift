import CUtf8proc
import Persian

/// One line of text taken apart for the grid: clean scalars in logical order and the signs they make up.
///
/// Working storage that is filled again for each run, so that laying out a row allocates a few arrays, not
/// one per cell.
struct Line {
    /// One sign on the grid: a scalar that fills columns and the marks that stand upon it.
    struct Sign {
        /// Where its scalars stand in ``Line/scalars``: the base first, then marks and joiners.
        var base: Int
        var end: Int
        /// Columns, 1 or 2.
        var width: UInt8
        /// Whether a grapheme cluster begins here. An emoji family or a conjunct is several signs in one cluster,
        /// which is never split.
        var opensCluster: Bool
    }

    /// A part of the line that keeps its direction to itself; see ``Persian/Isolate``. The signs that open and end it
    /// are no scalars of the line.
    struct Isolated {
        /// Its scalars in ``Line/scalars``.
        var start: Int
        var end: Int
        let opening: Unicode.Scalar
        /// The isolate around it.
        let parent: Int?
        /// Its end before the line was cut.
        var wholeEnd = 0
        /// A date, a time, a code or another number; not words in which one stands.
        var isNumber = false
    }

    /// A cell holds a base and four marks; ncurses silently cuts the rest.
    static let marksPerSign = 4

    private(set) var scalars: [UInt32] = []
    private(set) var signs: [Sign] = []
    /// Columns of all signs together.
    private(set) var width = 0
    /// Whether a sign belongs to a right-to-left script or is a number of one.
    private(set) var hasRightToLeft = false
    /// The letters, by which an automatic direction is decided.
    private(set) var letters = Letters()
    /// In the order they open; none is empty.
    private(set) var isolates: [Isolated] = []
    /// Whether it was cut.
    private(set) var isCut = false
    /// The sign that stands for a hidden digit.
    static let mask: UInt32 = 0x2022
    private(set) var hasMask = false
    /// For each scalar the sign whose base it is, or -1 for marks and joiners.
    private(set) var signOfScalar: [Int] = []

    /// The isolate that is open while a text is read, how deep it is and how many are open that are too deep.
    private var open: Int?
    private var depth = 0
    private var ignored = 0

    init() {}

    init(_ text: String) {
        read(text)
    }

    /// Takes `text` apart, in place of what was there.
    ///
    /// - Parameter columns: it is to be cut to so many, so that what is longer need not be read to its end, only
    ///   so far that what follows has its say in the order of what stays.
    mutating func read(_ text: String, cutTo columns: Int = .max) {
        removeAll()
        let utf8 = text.utf8.count
        let longest = columns < Int.max - Line.lookahead ? columns + Line.lookahead : columns
        let bound = columns < utf8 ? min(utf8, longest) : utf8
        scalars.reserveCapacity(bound)
        signOfScalar.reserveCapacity(bound)
        signs.reserveCapacity(bound)
        var previous: UInt32?
        var state: Int32 = 0
        for scalar in text.unicodeScalars {
            guard let clean = Sanitise.sanitised(scalar)?.value else {
                if Isolate.contains(scalar) { readIsolate(scalar) }
                continue
            }
            // The marks of the last sign that fits have been read by now.
            if width > longest { break }
            var opens = true
            if let previous, clean >= 0x300 {
                opens = utf8proc_grapheme_break_stateful(Int32(previous), Int32(clean), &state)
            } else {
                state = 0
            }
            append(clean, opensCluster: opens)
            previous = clean
        }
        while open != nil { closeIsolate() }
    }

    /// Signs beyond the cut that are read to find the levels of those before it: brackets and numbers look ahead.
    private static let lookahead = 200
    /// Numbers of up to so many scalars are left out whole rather than cut inside.
    private static let longestNumber = 20
    /// Deeper ones run with the one around them.
    private static let deepest = 16

    private mutating func readIsolate(_ scalar: Unicode.Scalar) {
        if scalar == Isolate.end {
            if ignored > 0 { ignored -= 1 } else if open != nil { closeIsolate() }
        } else if depth == Line.deepest {
            ignored += 1
        } else {
            isolates.append(Isolated(start: scalars.count, end: scalars.count, opening: scalar, parent: open))
            open = isolates.count - 1
            depth += 1
        }
    }

    private mutating func closeIsolate() {
        guard let closed = open else { return }
        isolates[closed].end = scalars.count
        isolates[closed].wholeEnd = scalars.count
        isolates[closed].isNumber = Line.isNumber(scalars[isolates[closed].start...])
        open = isolates[closed].parent
        depth -= 1
        // An empty one, which holds none either, is the last.
        if isolates[closed].start == scalars.count { isolates.removeLast() }
    }

    private static func isNumber(_ content: ArraySlice<UInt32>) -> Bool {
        content.count <= longestNumber && !content.contains(where: isRightToLeftLetter)
            && content.contains(where: isDigit)
            && (content.first.map(isDigit) ?? false || !content.contains { (0x61...0x7A).contains($0) })
    }

    /// Whether it is a date, a time, a code or another number, and nothing else.
    var isNumber: Bool { Line.isNumber(scalars[...]) }

    private static func isDigit(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar).map(Letters.isDigit) ?? false }

    private mutating func removeAll() {
        scalars.removeAll(keepingCapacity: true)
        signOfScalar.removeAll(keepingCapacity: true)
        signs.removeAll(keepingCapacity: true)
        width = 0
        hasRightToLeft = false
        letters = Letters()
        isolates.removeAll(keepingCapacity: true)
        open = nil
        (depth, ignored) = (0, 0)
        (isCut, hasMask) = (false, false)
    }

    private mutating func append(_ scalar: UInt32, opensCluster: Bool) {
        if scalar < 0x7F {
            letters.count(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar)))
            appendSign(scalar, width: 1, opensCluster: true)
            return
        }
        let columns = utf8proc_charwidth(Int32(scalar))
        if columns > 0 {
            if Line.isRightToLeft(scalar) { hasRightToLeft = true }
            if scalar == Line.mask { hasMask = true }
            if let letter = Unicode.Scalar(scalar) { letters.count(letter) }
            appendSign(scalar, width: UInt8(min(columns, 2)), opensCluster: opensCluster)
        } else {
            appendMark(scalar)
        }
    }

    private mutating func appendSign(_ scalar: UInt32, width columns: UInt8, opensCluster: Bool) {
        scalars.append(scalar)
        signOfScalar.append(signs.count)
        signs.append(
            Sign(
                base: scalars.count - 1, end: scalars.count, width: columns,
                opensCluster: opensCluster || signs.isEmpty))
        width += Int(columns)
    }

    private mutating func appendMark(_ scalar: UInt32) {
        let joins = Line.isJoiner(scalar)
        if signs.isEmpty {
            if joins { return }
            // A mark with nothing to stand on is shown upon a dotted circle, as Unicode's charts do.
            appendSign(0x25CC, width: 1, opensCluster: true)
        }
        let last = signs.count - 1
        let sign = signs[last]
        if joins {
            if scalars[sign.end - 1] == scalar { return }
        }
        guard sign.end - sign.base <= Line.marksPerSign else { return }
        scalars.append(scalar)
        signOfScalar.append(-1)
        signs[last].end = scalars.count
    }

    /// For each sign of `text` how many scalars stand before it there: a line leaves out what cannot be shown, so
    /// its own scalars may be fewer.
    static func offsetsOfSigns(in text: String) -> [Int] {
        var offsets: [Int] = []
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            guard let clean = Sanitise.sanitised(scalar)?.value else { continue }
            let opens = clean < 0x7F || utf8proc_charwidth(Int32(clean)) > 0
            if opens || offsets.isEmpty && !isJoiner(clean) { offsets.append(offset) }
        }
        return offsets
    }

    /// ZWNJ and ZWJ: they shape the letters beside them and are not shown themselves.
    @inline(__always)
    static func isJoiner(_ scalar: UInt32) -> Bool { scalar == 0x200C || scalar == 0x200D }

    /// Whether all of it stands in the order it is read when it runs from left to right.
    var isInOrder: Bool { !hasRightToLeft && !isolates.contains { $0.opening == Isolate.rightToLeft } }

    /// Whether a terminal that orders lines by itself would not order this one as the program does.
    var hasOwnOrder: Bool { isCut || hasMask || !isolates.isEmpty }

    private static func isRightToLeftLetter(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar).map { Letters(of: String($0)).rightToLeft > 0 } ?? false
    }

    /// Which way an isolate runs; without a letter from left to right.
    func isRightToLeft(isolate: Int) -> Bool {
        let isolate = isolates[isolate]
        guard isolate.opening == Isolate.firstStrong else { return isolate.opening == Isolate.rightToLeft }
        for scalar in scalars[isolate.start..<isolate.end].lazy.compactMap(Unicode.Scalar.init) {
            let letters = Letters(of: String(scalar))
            if letters != Letters() { return letters.rightToLeft > 0 }
        }
        return false
    }

    /// Whether a scalar can turn the order of a line: letters and numbers of the right-to-left blocks.
    static func isRightToLeft(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}

extension Line {
    /// Cuts what is longer than `columns` at a cluster's edge and sets … at the end.
    mutating func truncate(to columns: Int) {
        guard width > columns else { return }
        guard columns > 0 else { return removeAll() }
        isCut = true
        // Of a code or a number alone nothing can stay.
        if isNumber, !scalars.contains(0x20) { while let last = signs.last { dropLast(last) } }
        // Walk back from the end to a cluster's edge that leaves a column for the ellipsis.
        while let last = signs.last {
            let dropped = scalars[last.base]
            dropLast(last)
            if last.opensCluster, width < columns, !endsInSpace, !isInsideNumber, !parts(dropped) { break }
        }
        appendSign(0x2026, width: 1, opensCluster: true)
    }

    /// Half a date is another date and half a code another code: neither is cut.
    private var isInsideNumber: Bool {
        isolates.contains { isolate in
            let kept = scalars[min(isolate.start, scalars.count)...]
            return isolate.isNumber && !kept.isEmpty && scalars.count < isolate.wholeEnd
        }
    }

    /// The same for a time or an amount among words: whether what is left ends in the number to which a scalar belongs that
    /// was taken off.
    private func parts(_ dropped: UInt32) -> Bool {
        guard Self.isOfNumber(dropped) else { return false }
        let before = scalars.lastIndex { !Self.isOfNumber($0) } ?? -1
        return (1...Self.longestNumber).contains(scalars.count - 1 - before)
    }

    /// A digit, or what stands between the digits of one number, date or time.
    private static func isOfNumber(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x2E, 0x2F, 0x3A, 0x66B, 0x66C: true
        default: isDigit(scalar)
        }
    }

    private var endsInSpace: Bool { !signs.isEmpty && isSpace(at: signs.count - 1) }

    private mutating func dropLast(_ last: Sign) {
        signs.removeLast()
        signOfScalar.removeLast(scalars.count - last.base)
        scalars.removeLast(scalars.count - last.base)
        width -= Int(last.width)
        // What stood in an isolate leaves its place to …, so that it ends there at the earliest.
        for index in isolates.indices { isolates[index].end = min(isolates[index].end, scalars.count + 1) }
        while let last = isolates.last, last.start > scalars.count { isolates.removeLast() }
    }

    /// The clean text, in logical order, joiners kept.
    var text: String { text(of: 0..<signs.count) }
}
