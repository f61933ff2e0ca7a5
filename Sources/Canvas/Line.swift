import CUtf8proc

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

    /// A cell holds a base and four marks; ncurses silently cuts the rest.
    static let marksPerSign = 4

    private(set) var scalars: [UInt32] = []
    private(set) var signs: [Sign] = []
    /// Columns of all signs together.
    private(set) var width = 0
    /// Whether a sign belongs to a right-to-left script or is a number of one.
    private(set) var hasRightToLeft = false
    /// Whether there is a letter of ASCII, which spares asking FriBidi which way a plain line runs.
    private(set) var hasLatinLetter = false
    /// For each scalar the sign whose base it is, or -1 for marks and joiners.
    private(set) var signOfScalar: [Int] = []

    init() {}

    init(_ text: String) {
        read(text)
    }

    /// Takes `text` apart, in place of what was there.
    ///
    /// - Parameter columns: it is to be cut to so many, so that what is longer need not be read to its end.
    mutating func read(_ text: String, cutTo columns: Int = .max) {
        removeAll()
        let utf8 = text.utf8.count
        let bound = columns < utf8 ? min(utf8, (columns + 2) * (Line.marksPerSign + 1)) : utf8
        scalars.reserveCapacity(bound)
        signOfScalar.reserveCapacity(bound)
        signs.reserveCapacity(bound)
        var previous: UInt32?
        var state: Int32 = 0
        for scalar in text.unicodeScalars {
            guard let clean = Sanitise.sanitised(scalar)?.value else { continue }
            // The marks of the last sign that fits have been read by now.
            if width > columns { break }
            var opens = true
            if let previous, clean >= 0x300 {
                opens = utf8proc_grapheme_break_stateful(Int32(previous), Int32(clean), &state)
            } else {
                state = 0
            }
            append(clean, opensCluster: opens)
            previous = clean
        }
    }

    private mutating func removeAll() {
        scalars.removeAll(keepingCapacity: true)
        signOfScalar.removeAll(keepingCapacity: true)
        signs.removeAll(keepingCapacity: true)
        width = 0
        hasRightToLeft = false
        hasLatinLetter = false
    }

    private mutating func append(_ scalar: UInt32, opensCluster: Bool) {
        if scalar < 0x7F {
            if scalar >= 0x41, scalar & 0x5F <= 0x5A, scalar & 0x1F != 0 { hasLatinLetter = true }
            appendSign(scalar, width: 1, opensCluster: true)
            return
        }
        let columns = utf8proc_charwidth(Int32(scalar))
        if columns > 0 {
            if Line.isRightToLeft(scalar) { hasRightToLeft = true }
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

    /// Whether a scalar can turn the order of a line: letters and numbers of the right-to-left blocks.
    private static func isRightToLeft(_ scalar: UInt32) -> Bool {
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
        // Walk back from the end to a cluster's edge that leaves a column for the ellipsis.
        while let last = signs.last {
            dropLast(last)
            if last.opensCluster, width < columns, !endsInSpace { break }
        }
        appendSign(0x2026, width: 1, opensCluster: true)
    }

    private var endsInSpace: Bool { !signs.isEmpty && isSpace(at: signs.count - 1) }

    private mutating func dropLast(_ last: Sign) {
        signs.removeLast()
        signOfScalar.removeLast(scalars.count - last.base)
        scalars.removeLast(scalars.count - last.base)
        width -= Int(last.width)
    }

    /// The clean text, in logical order, joiners kept.
    var text: String { text(of: 0..<signs.count) }
}
