import Canvas
import Domain
import Persian
import Store

/// What stands below the board of the selected need and cell: who helps, what the cell says in words, where what is too much
/// could go, and where there is room every pledge with what was said of it and by whom.
extension SupportScreen {
    static func drawSelected(_ row: NeedRow, _ state: State, in region: inout Region, _ context: ScreenContext) {
        let needs = state.needs
        let language = context.language
        region.put(
            String(repeating: "─", count: region.width), row: 0, direction: .picture, style: Style(.faint))
        let isTall = boardLayout(state, context).showsPledges
        let end = region.height - (isTall ? 1 : 0)
        var top = 1
        region.part(top: 1, start: 1, width: region.width - 2, height: max(0, end - 1)) { region in
            func tell(_ text: String, _ color: ColorRole, lines: Int) {
                let texts = TextLayout.wrap(text, width: region.width, lines: max(0, min(lines, end - top)))
                for text in texts where !text.isEmpty {
                    region.put(text, row: top - 1, direction: .page, style: Style(color))
                    top += 1
                }
            }
            let target = row.need.target.map { [Span(" · "), .code($0.code)] } ?? []
            let name = row.targetName.map { [Span(" "), Span($0, direction: .automatic)] } ?? []
            region.put(
                [.code(row.need.code), Span(" · "), Span(row.need.text(language), direction: .automatic)] + target
                    + name, row: 0, style: Style(.accent, on: .page, .bold))
            top += 1
            tell(row.helpers(needs.institutions)[language], .text, lines: 2)
            if let move = row.moveWords(context.day) { tell(context.told(move), .information, lines: 1) }
            tell(cellWords(row, needs, context), .muted, lines: 2)
        }
        guard isTall else { return }
        region.part(top: end, start: 1, width: region.width - 2) { drawLegend(in: &$0) }
        // What is read beside the rows may still be of the need before.
        guard let support = needs.beside, support.row.need.code == row.need.code, end - top >= 2 else { return }
        let lines = support.lines(first: needs.institution)
        guard !lines.isEmpty else { return }
        region.part(top: top, height: end - top) { drawLines(lines, state, in: &$0, context) }
    }

    /// What the signs of cells and bars mean, as much of it as there is room for.
    private static func drawLegend(in region: inout Region) {
        let signs: [(String, Phrase)] = [
            ("!", Phrase(fa: "دیرکرده", en: "late")), ("~", Phrase(fa: "بی‌خبر", en: "silent")),
            ("?", Phrase(fa: "مورد تردید", en: "in doubt")), ("▓", Phrase(fa: "رسیده", en: "delivered")),
            ("▒", Phrase(fa: "در راه", en: "on the way")), ("░", Phrase(fa: "تعهد", en: "promised")),
            ("×", Phrase(fa: "نپذیرفته", en: "declined")),
            (region(Phrase(fa: "۳ روز", en: "3d")), Phrase(fa: "از آخرین خبر", en: "since the last word")),
            ("○ ▸ ◐ ● ✓", Phrase(fa: "از تعهد تا تأیید", en: "from promised to confirmed")),
        ]
        let all =
            [region(Phrase(fa: "خانه: تعهد/تحویل", en: "cell: promised/delivered"))]
            + signs.map { "\($0.0) \(region($0.1))" }
        var text = all[0]
        for part in all.dropFirst() where textWidth(text) + textWidth(part) + 3 <= region.width {
            text += " · \(part)"
        }
        region.put(text, row: 0, direction: .page, style: Style(.faint))
    }

    private static func cellWords(_ row: NeedRow, _ needs: NeedsBoard, _ context: ScreenContext) -> String {
        guard let institution = needs.columns.first(where: { $0.code == needs.institution }) else { return "" }
        guard let cell = row.cell(institution.code) else {
            return Phrase(
                fa: "\(institution.name): چیزی نگفته است", en: "\(institution.name): has said nothing")[
                    context.language]
        }
        let words = cell.words(context.day, row.need.unit)
        return Phrase(fa: "\(institution.name): \(words)", en: "\(institution.name): \(words)")[context.language]
    }
}

extension NeedRow {
    /// "who helps: SETAD 200, delivered 180; …; declined: SEPAH; withdrew: HELAL"
    fileprivate func helpers(_ institutions: [Institution]) -> Phrase {
        func name(_ code: String) -> String { institutions.first { $0.code == code }?.name ?? code }
        func names(_ cells: [SupportCell]) -> Phrase? {
            let names = cells.map { cell in
                let who = name(cell.institution)
                let reason = cell.declineReason.map { Phrase(fa: " (\($0))", en: " (\($0))") }
                return Phrase(fa: "\(who)\(reason)", en: "\(who)\(reason)")
            }
            return names.isEmpty ? nil : names.joined(fa: "، ", en: ", ")
        }
        let giving = cells.filter { !$0.isFormer }.map { cell in
            func told(_ language: Language) -> (String, String) {
                (language.number(cell.promised), language.number(cell.delivered))
            }
            let (fa, en) = (told(.persian), told(.english))
            let late: Phrase? =
                cell.isLate
                ? Phrase(
                    fa: "، \(PledgeOutlook.late(days: cell.daysLate).phrase)",
                    en: ", \(PledgeOutlook.late(days: cell.daysLate).phrase)") : nil
            let ended: Phrase? =
                cell.isEnded ? Phrase(fa: "، بقیه پس گرفته شد", en: ", the rest withdrawn") : nil
            return Phrase(
                fa: "\(name(cell.institution)) \(fa.0)، رسیده \(fa.1)\(late)\(ended)",
                en: "\(name(cell.institution)) \(en.0), delivered \(en.1)\(late)\(ended)")
        }
        let help =
            giving.isEmpty
            ? Phrase(fa: "هیچ دستگاهی کمک نمی‌کند", en: "nobody helps")
            : Phrase(
                fa: "کمک‌کنندگان: \(giving.joined(fa: "؛ ", en: "; "))",
                en: "who helps: \(giving.joined(fa: "؛ ", en: "; "))")
        let declining = names(cells.filter { $0.isFormer && $0.isDeclined }).map {
            Phrase(fa: "نپذیرفته: \($0)", en: "declined: \($0)")
        }
        let withdrawing = names(cells.filter { $0.isFormer && !$0.isDeclined && $0.isWithdrawn }).map {
            Phrase(fa: "پس‌گرفته: \($0)", en: "withdrew: \($0)")
        }
        return [help, declining, withdrawing].compactMap(\.self).joined(fa: " · ", en: " · ")
    }

    /// "m moves 40 sacks of SEPAH to N-022 (Bahar)"; where all is sent already, that; nil where nothing is too much.
    fileprivate func moveWords(_ today: Day) -> Phrase? {
        guard let move else { return nil }
        if move.isSent {
            return Phrase(
                fa: "\(move.overlap) \(move.unit) بیش از نیاز است و همه ارسال شده؛ جابه‌جا نمی‌شود",
                en: "\(move.overlap) \(move.unit) more than needed, all sent already: nothing can be moved")
        }
        guard let gap = move.gaps.first else { return nil }
        let past: Phrase? =
            gap.isPast(on: today) ? Phrase(fa: "؛ مهلت آن گذشته است", en: "; its day is past") : nil
        let target = gap.targetName ?? gap.target?.code ?? "—"
        return Phrase(
            fa:
                "{support.move} \(gap.quantity) \(move.unit) از \(move.institutionName) را به \(gap.need) (\(target)) می‌برد\(past)",
            en:
                "{support.move} moves \(gap.quantity) \(move.unit) of \(move.institutionName) to \(gap.need) (\(target))\(past)"
        )
    }
}
