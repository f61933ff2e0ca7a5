import CFriBidi

/// FriBidi's part of the work, for one line: which way it runs, how its letters join, in which order they stand.
///
/// The Unicode bidirectional algorithm (UAX #9, brackets included) and Arabic joining into presentation forms, but
/// never the lam-alef ligature, so that a letter always fills the columns it was measured with.
struct Bidi {
    private var types: [FriBidiCharType] = []
    private var brackets: [FriBidiBracketType] = []
    private var levels: [FriBidiLevel] = []
    private var joining: [FriBidiArabicProp] = []
    /// The scalars of the line joined and mirrored, still in logical order.
    private(set) var shaped: [UInt32] = []
    /// The scalars' logical places in the order they are seen, from the left edge.
    private(set) var visualOrder: [FriBidiStrIndex] = []

    init() {}

    /// Which way a line runs.
    mutating func direction(of line: Line, as direction: TextDirection, page: Direction) -> Direction {
        switch direction {
        case .leftToRight: .leftToRight
        case .rightToLeft: .rightToLeft
        case .page, .picture: page
        case .automatic: firstStrongDirection(of: line) ?? page
        }
    }

    /// The direction of the first strong letter, or nil when there is none.
    private mutating func firstStrongDirection(of line: Line) -> Direction? {
        if line.hasLatinLetter, !line.hasRightToLeft { return .leftToRight }
        let count = FriBidiStrIndex(line.scalars.count)
        resize(&types, to: line.scalars.count, FriBidiCharType(0))
        fribidi_get_bidi_types(line.scalars, count, &types)
        switch fribidi_get_par_direction(types, count) {
        case khedmat_par_rtl(): return .rightToLeft
        case khedmat_par_ltr(): return .leftToRight
        default: return nil
        }
    }

    /// Joins and reorders a line whose paragraph runs in `direction`; fills ``shaped`` and ``visualOrder``.
    mutating func layOut(_ line: Line, direction: Direction) {
        let length = line.scalars.count
        let count = FriBidiStrIndex(length)
        resize(&types, to: length, FriBidiCharType(0))
        resize(&brackets, to: length, 0)
        resize(&levels, to: length, 0)
        resize(&joining, to: length, 0)
        shaped.removeAll(keepingCapacity: true)
        shaped.append(contentsOf: line.scalars)
        visualOrder.removeAll(keepingCapacity: true)
        visualOrder.append(contentsOf: 0..<count)
        guard length > 0 else { return }

        fribidi_get_bidi_types(shaped, count, &types)
        fribidi_get_bracket_types(shaped, count, types, &brackets)
        var paragraph = direction == .rightToLeft ? khedmat_par_rtl() : khedmat_par_ltr()
        // Zero means that FriBidi had no memory; the logical order then stands as it is.
        guard fribidi_get_par_embedding_levels_ex(types, brackets, count, &paragraph, &levels) > 0 else { return }
        fribidi_get_joining_types(shaped, count, &joining)
        fribidi_join_arabic(types, count, levels, &joining)
        let flags = FriBidiFlags(FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAG_SHAPE_ARAB_PRES)
        fribidi_shape(flags, levels, count, &joining, &shaped)
        _ = fribidi_reorder_line(0, types, count, 0, paragraph, &levels, nil, &visualOrder)
    }

    private func resize<Element>(_ array: inout [Element], to count: Int, _ blank: Element) {
        if array.count < count { array.append(contentsOf: repeatElement(blank, count: count - array.count)) }
    }
}
