import Canvas
import Domain
import Persian
import Store

/// Which group can take a shift: those whose people have rested longest first; Enter asks with how many people.
enum ShiftDesk {
    /// How many groups beside those of the season are looked at.
    static let reach = 60
}

extension Chooser<ShiftCandidate> {
    mutating func load(_ shift: Shift?, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        guard let shift else { return }
        try load(for: shift.code, context, key: \.group.code) { (text) throws(DecideError) in
            try reader.candidates(for: shift, matching: text, limit: ShiftDesk.reach)
        }
    }

    /// The form that sends the marked group, with as many people as are missing or as it has.
    func assign(to shift: Shift?) -> Effect? {
        guard let shift, let marked else { return nil }
        let wanted = shift.gap > 0 ? shift.gap + marked.assigned : shift.needed
        let free = marked.free > 0 ? marked.free : marked.freeWithReason
        let name = "\(marked.group.code) \(marked.group.shortName)"
        return .form(
            FormRequest(
                ShiftAssign.self,
                fixed: [.init("shift", .string(shift.code)), .init("group", .string(marked.group.code))],
                initial: [.init("headcount", .integer(max(1, min(wanted, free))))],
                title: Phrase(
                    fa: "\(shift.code) · \(persianDigits(free)) نفر آزاد · \(name)",
                    en: "\(shift.code) · \(free) free · \(name)")))
    }
}

extension ShiftCandidate {
    /// A sign of its own for each, so that the colour carries nothing alone.
    var sign: String { assigned > 0 ? "●" : isFree ? "✓" : isNear ? "!" : "×" }

    var color: ColorRole { assigned > 0 ? .information : isFree ? .good : isNear ? .warning : .alarm }

    /// Whether only the way from another point keeps it.
    private var isNear: Bool { group.state == .registered && freeWithReason > 0 }

    /// For how long its people will have rested, and what else is to be known.
    func note(before shift: Shift) -> Phrase {
        var parts: [Phrase] = []
        if group.state != .registered { parts.append(group.state.phrase) }
        if assigned > 0 {
            parts.append(Phrase(fa: "\(persianDigits(assigned)) نفر در همین شیفت", en: "\(assigned) on this shift"))
        }
        if group.state == .registered, isFar {
            let more = freeWithReason - free
            parts.append(
                Phrase(fa: "\(persianDigits(more)) نفر در راه نقطه دیگر", en: "\(more) on the way from another point"))
        }
        if let rested = rested(before: shift) {
            let hours = Int(rested / 3_600_000)
            let text =
                hours >= 48
                ? Phrase(fa: "\(persianDigits(hours / 24)) روز آسوده", en: "rested \(hours / 24, "day")")
                : Phrase(fa: "\(persianDigits(hours)) ساعت آسوده", en: "rested \(hours) h")
            parts.append(text)
        } else {
            parts.append(Phrase(fa: "پیش از این شیفتی نداشته", en: "no shift before this one"))
        }
        return Phrase(
            fa: Language.persian.parts(parts.map { $0[.persian] }),
            en: Language.english.parts(parts.map { $0[.english] }))
    }
}
