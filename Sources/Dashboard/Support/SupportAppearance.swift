import Canvas
import Domain
import Persian
import Store

extension NeedRow {
    /// How a need stands, by shape and colour.
    enum Standing { case untaken, open, promised, covered, overlapping }

    var standing: Standing {
        if cover.overlap > 0 { return .overlapping }
        if cover.isUntaken { return .untaken }
        if cover.uncovered == 0 { return .covered }
        return cover.gap > 0 ? .open : .promised
    }

    var sign: String {
        switch standing {
        case .untaken: "▲"
        case .open: "◐"
        case .promised: "○"
        case .covered: "●"
        case .overlapping: "="
        }
    }

    var color: ColorRole {
        switch standing {
        case .untaken: .alarm
        case .open: .warning
        case .promised: .text
        case .covered: .good
        case .overlapping: .information
        }
    }

    /// What is still to be asked for: what nobody has promised, less what was sent beyond the promises.
    var lacking: Int { max(0, cover.gap - cells.reduce(0) { $0 + max(0, $1.dispatched - $1.promised) }) }

    /// "100" that nobody has promised; "+40 → N-022" that are too much, and where they could go where that has room.
    func gapText(_ language: Language, isShort: Bool) -> String {
        if cover.gap > 0 { return language.number(cover.gap) }
        guard cover.overlap > 0 else { return "—" }
        let over = language.isolated("+\(language.number(cover.overlap))")
        guard !isShort, let gap = move?.gaps.first else { return over }
        return "\(over) \(language == .persian ? "←" : "→") \(language.isolated(gap.need))"
    }
}

extension SupportCell {
    /// Whether nothing of it counts any more: it declined, or what it promised was withdrawn or moved.
    var isFormer: Bool { promised == 0 && standing == 0 }
    /// Whether some of it came before the rest was withdrawn or moved.
    var isEnded: Bool { promised > 0 && standing == 0 }

    /// How far it came: asked and declined, promised, on the way, partly there, all there, and by the receiver's word too.
    var sign: String {
        if isFormer { return isDeclined ? "×" : "·" }
        if isEnded { return "·" }
        if isKept { return confirmed >= delivered ? "✓" : "●" }
        if delivered > 0 { return "◐" }
        return dispatched > 0 ? "▸" : "○"
    }

    /// What is wrong: late, silent, in doubt.
    var troubles: String { (isLate ? "!" : "") + (isSilent ? "~" : "") + (isInDoubt ? "?" : "") }

    var color: ColorRole {
        if isFormer || isEnded && !isInDoubt { return .muted }
        if isLate { return .alarm }
        if isSilent || isInDoubt { return .warning }
        return isKept ? .good : .text
    }

    /// "◐ 200/180 !": promised and delivered.
    func text(_ language: Language) -> String {
        if isFormer { return "\(sign) \(former[language])" }
        let figures = "\(language.number(promised))/\(language.number(delivered))"
        return [sign, figures, troubles].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Why nothing of it counts.
    private var former: Phrase {
        if isDeclined { return Phrase(fa: "نپذیرفت", en: "declined") }
        return isWithdrawn ? Phrase(fa: "پس گرفت", en: "withdrew") : Phrase(fa: "جابه‌جا شد", en: "moved")
    }

    /// "3d": for how long nothing was heard of it.
    func age(on today: Day, _ language: Language) -> String {
        let days = max(0, today - heardAt.day(in: .tehran))
        return Phrase(fa: "\(persianDigits(days)) روز", en: "\(days)d")[language]
    }

    /// All of it in words: "promised 200, dispatched 200, delivered 180, confirmed 150 · late, in doubt · heard 3 days ago"
    func words(_ today: Day, _ unit: String) -> Phrase {
        var parts: [Phrase] = []
        if isFormer, !isDeclined {
            parts.append(
                isWithdrawn
                    ? Phrase(fa: "تعهد خود را پس گرفته است", en: "withdrew its pledge")
                    : Phrase(fa: "تعهدش به نیازی دیگر رفته است", en: "its pledge was moved to another need"))
        }
        if !isFormer {
            parts.append(
                Phrase(
                    fa:
                        "تعهد \(Language.persian.number(promised))، ارسال \(Language.persian.number(dispatched))، تحویل \(Language.persian.number(delivered))، تأیید گیرنده \(Language.persian.number(confirmed)) \(unit)",
                    en:
                        "promised \(Language.english.number(promised)), dispatched \(Language.english.number(dispatched)), delivered \(Language.english.number(delivered)), confirmed by the receiver \(Language.english.number(confirmed)) \(unit)"
                ))
        }
        if !isFormer, isWithdrawn {
            parts.append(
                isEnded
                    ? Phrase(fa: "بقیه را پس گرفته است", en: "withdrew the rest")
                    : Phrase(fa: "تعهدی را پس گرفته است", en: "withdrew a pledge"))
        }
        if let declineReason {
            parts.append(Phrase(fa: "نپذیرفته است: \(declineReason)", en: "declined: \(declineReason)"))
        }
        if isLate { parts.append(PledgeOutlook.late(days: daysLate).phrase) }
        if isSilent { parts.append(Phrase(fa: "بی‌خبر است", en: "silent")) }
        if isInDoubt {
            parts.append(
                confirmed > dispatched
                    ? Phrase(
                        fa: "مورد تردید: گیرنده بیش از ارسال گفته است",
                        en: "in doubt: the receiver says more than was sent")
                    : Phrase(
                        fa: "مورد تردید: گیرنده کمتر از آن گفته است", en: "in doubt: the receiver says less"))
        }
        if dispatched > promised, standing > 0 {
            let more = dispatched - promised
            parts.append(Phrase(fa: "\(more) بیش از تعهد ارسال شده", en: "\(more) sent beyond the promise"))
        }
        let days = max(0, today - heardAt.day(in: .tehran))
        parts.append(
            days == 0
                ? Phrase(fa: "خبر آخر امروز", en: "last heard of today")
                : Phrase(fa: "خبر آخر \(persianDigits(days)) روز پیش", en: "last heard of \(days, "day") ago"))
        return parts.joined(fa: " · ", en: " · ")
    }
}

/// A need's cover as a bar: delivered ▓, on the way ▒, promised ░, and nothing ·; shapes differ as well as colours. It ends
/// with a blank just as long as something is not promised.
struct CoverBar {
    let cover: Cover

    /// How many columns of the screen each part has, the last one empty.
    func widths(_ width: Int) -> [Int] {
        let all = max(1, cover.requested, cover.pledged)
        let steps = [cover.delivered, cover.dispatched, cover.pledged]
        // Each part ends no sooner than the one before it.
        let reached = steps.indices.map { min(all, steps[...$0].max() ?? 0) }
        var ends = reached.map { $0 >= all ? width : min(width - 1, $0 * width / all) }
        // What is there is seen, however little it is.
        for index in ends.indices {
            let before = index > 0 ? reached[index - 1] : 0
            let start = index > 0 ? ends[index - 1] : 0
            ends[index] = max(ends[index], reached[index] > before ? start + 1 : start)
        }
        var last = reached.last.map { $0 >= all ? width : max(0, width - 1) } ?? 0
        for index in ends.indices.reversed() {
            ends[index] = max(0, min(ends[index], last))
            let before = index > 0 ? reached[index - 1] : 0
            last = reached[index] > before ? ends[index] - 1 : ends[index]
        }
        let starts = [0] + ends
        return zip(starts, ends + [width]).map { max(0, $1 - $0) }
    }

    func draw(in region: inout Region, style: Style = Style()) {
        var start = 0
        let signs: [(String, ColorRole)] = [("▓", .good), ("▒", .information), ("░", .warning), ("·", .faint)]
        for (width, (sign, color)) in zip(widths(region.width), signs) where width > 0 {
            region.put(
                String(repeating: sign, count: width), row: 0, start: start, width: width, direction: .picture,
                style: Style(color, on: style.background))
            start += width
        }
    }
}

extension Cover {
    /// "380/500": delivered of what is asked for.
    func figures(_ language: Language) -> String {
        "\(language.number(delivered))/\(language.number(requested))"
    }
}
