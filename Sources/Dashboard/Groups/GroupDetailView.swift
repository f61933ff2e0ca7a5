import Canvas
import Domain
import Persian
import Store

/// All about one group, beside the list or in its place.
struct GroupDetailView {
    private let detail: GroupDetail
    private let context: ScreenContext
    private let memberOffset: Int

    init(_ detail: GroupDetail, _ context: ScreenContext, memberOffset: Int) {
        self.detail = detail
        self.context = context
        self.memberOffset = memberOffset
    }

    private var language: Language { context.language }
    private var group: Group { detail.group }

    func draw(in region: inout Region) {
        var row = drawTitle(in: &region)
        region.part(top: row) { region in row += Facts(facts).draw(in: &region) }
        row = drawActivity(at: row + 1, in: &region)
        row = drawHolders(at: row + 1, in: &region)
        drawMembers(at: row + 1, in: &region)
    }

    private func drawTitle(in region: inout Region) -> Int {
        let direction = TextLayout.runDirection(of: group.name, page: region.direction)
        var row = 0
        for line in TextLayout.wrap(group.name, width: region.width).prefix(2) {
            region.put(line, row: row, direction: direction, style: Style(.accent, on: .page, .bold))
            row += 1
        }
        let state = Span(group.state.phrase[language], color: group.state == .registered ? .good : group.state.color)
        region.put(
            [
                .code(group.code), Span(" · "), Span(group.kind.phrase[language]), Span(" · "), state,
            ], row: row, style: Style(.muted))
        return row + 2
    }

    private var facts: [Facts.Fact] {
        var facts = [
            fact("fields", group.fields.display(language)),
            fact("county", group.county),
            fact("base", detail.base.map { "\($0.name)" }),
            fact("council", detail.council.map { "\($0.name)" }),
            fact(
                "size",
                Phrase(
                    fa: "\(persianDigits(group.size)) نفر اعلام‌شده، \(persianDigits(detail.memberCount)) نفر ثبت‌شده",
                    en: "\(group.size) declared, \(detail.memberCount) recorded")[language]),
            fact("registeredOn", group.registeredOn.longText(.jalali, language)),
            fact("note", group.note),
        ]
        facts.removeAll { $0.value.isEmpty }
        return facts
    }

    private func fact(_ column: String, _ value: String?) -> Facts.Fact {
        let label = Group.columns.first { $0.name == column }?.phrase[language] ?? column
        return Facts.Fact(label, value ?? "")
    }

    /// The status, the strip of months with its first and last, and what it rests on.
    private func drawActivity(at row: Int, in region: inout Region) -> Int {
        let activity = detail.activity
        heading(Phrase(fa: "فعالیت", en: "Activity"), at: row, in: &region)
        region.put(
            [
                Span("\(activity.status.sign) \(activity.status.phrase[language])", color: activity.status.color)
            ], row: row + 1)
        let first = activity.firstMonth
        let last = first.advanced(by: activity.months.count - 1)
        let width = activity.months.count
        let from = language.digits(first.text)
        region.put(from, row: row + 2, width: 7, direction: .leftToRight, style: Style(.muted))
        region.part(top: row + 2, start: 8, width: width, height: 1) {
            Strip(activity.months).draw(in: &$0, style: Style(activity.status.color))
        }
        region.put(
            language.digits(last.text), row: row + 2, start: 9 + width, width: 7, direction: .leftToRight,
            style: Style(.muted))
        let active = activity.months.count { $0 > 0 }
        let summary = Phrase(
            fa: "\(persianDigits(active)) ماه از \(persianDigits(width)) ماه گذشته کاری ثبت شده است",
            en: "work is recorded in \(active) of the last \(width) months")
        region.put(region(summary), row: row + 3, direction: .page, style: Style(.muted))
        return row + 4
    }

    private func drawHolders(at row: Int, in region: inout Region) -> Int {
        heading(Phrase(fa: "مسئول و رابط", en: "Head and liaison"), at: row, in: &region)
        var row = row + 1
        let holders = detail.holders.prefix(max(0, (region.height - row) / 2))
        if holders.isEmpty {
            region.put(
                region(Phrase(fa: "کسی ثبت نشده است", en: "nobody is recorded")), row: row, direction: .page,
                style: Style(.muted))
            return row + 1
        }
        let officeWidth = holders.map { textWidth($0.office.phrase[language]) }.max() ?? 0
        for holder in holders {
            let isPast = holder.to.map { $0 < context.day } ?? false
            region.put(
                holder.office.phrase[language], row: row, width: officeWidth, direction: .page, style: Style(.muted))
            var spans = [
                Span(holder.person.fullName, direction: .automatic, color: isPast ? .muted : .text), Span("  "),
                .code(language.digits(context.masking.nationalID(holder.person.nationalID)), color: .muted),
            ]
            if let mobile = holder.person.mobile, !isPast {
                spans += [Span("  "), .code(language.digits(context.masking.mobile(mobile)), color: .muted)]
            }
            region.put(spans, row: row, start: officeWidth + 2, style: Style())
            row += 1
            region.put(span(holder), row: row, start: officeWidth + 2, style: Style(.muted))
            row += 1
        }
        return row
    }

    private func span(_ holder: GroupDetail.Holder) -> [Span] {
        let from = Span.code(holder.from.jalaliText(language))
        guard let to = holder.to else {
            return [Span(language == .persian ? "از " : "since "), from]
        }
        return [
            Span(language == .persian ? "از " : "from "), from, Span(language == .persian ? " تا " : " to "),
            .code(to.jalaliText(language)),
        ]
    }

    private func drawMembers(at row: Int, in region: inout Region) {
        guard region.height - row >= 2 else { return }
        let title = Phrase(
            fa: "اعضا (\(persianDigits(detail.memberCount)))", en: "Members (\(detail.memberCount))")
        heading(title, at: row, in: &region)
        let room = region.height - row - 1
        let members = detail.members.dropFirst(memberOffset).prefix(room)
        for (line, member) in members.enumerated() {
            let isLast = line == room - 1 && memberOffset + line + 1 < detail.memberCount
            let id = Span.code(language.digits(context.masking.nationalID(member.nationalID)), color: .muted)
            let rest = detail.memberCount - memberOffset - line
            let more = Phrase(fa: "و \(persianDigits(rest)) نفر دیگر …", en: "and \(rest) more …")
            let spans =
                isLast
                ? [Span(region(more), color: .muted)] : [id, Span("  "), Span(member.name, direction: .automatic)]
            region.put(spans, row: row + 1 + line, style: Style())
        }
    }

    private func heading(_ phrase: Phrase, at row: Int, in region: inout Region) {
        let text = region(phrase)
        let width = textWidth(text)
        region.put(text, row: row, width: width, direction: .page, style: Style(.strong, on: .page, .bold))
        region.put(
            String(repeating: "─", count: max(0, region.width - width - 1)), row: row, start: width + 1,
            direction: .picture, style: Style(.faint))
    }
}
