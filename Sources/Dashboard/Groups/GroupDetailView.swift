import Canvas
import Domain
import Persian
import Store

/// All about one group, beside the list or in its place.
struct GroupDetailView {
    private let detail: GroupDetail
    private let context: ScreenContext
    /// The member that keys act on, when the group is open.
    private let selectedMember: Int?
    private let history: [HistoryLine]

    init(_ detail: GroupDetail, _ context: ScreenContext, selectedMember: Int?, history: [HistoryLine]) {
        self.detail = detail
        self.context = context
        self.selectedMember = selectedMember
        self.history = history
    }

    private var language: Language { context.language }
    private var group: Group { detail.group }

    /// In a wide region the people stand beside the facts.
    func draw(in region: inout Region) {
        let top = drawTitle(in: &region)
        let isWide = region.width >= 70
        let column = isWide ? (region.width - 3) / 2 : region.width
        var row = top
        region.part(top: top, width: column) { region in
            row = Facts(facts).draw(in: &region)
            row = drawActivity(at: row + 1, in: &region)
            row = drawCourses(at: row, in: &region)
            row = drawSpiritual(at: row, in: &region)
            if isWide { drawHistory(at: row + 1, in: &region) } else { drawPeople(at: row + 1, in: &region) }
        }
        if isWide {
            region.part(top: top, start: column + 3) { drawPeople(at: 0, in: &$0) }
        }
    }

    private func drawPeople(at row: Int, in region: inout Region) {
        let row = drawHolders(at: row, in: &region)
        drawMembers(at: row + 1, in: &region)
    }

    private func drawTitle(in region: inout Region) -> Int {
        let row = Detail(group.name.words.joined(separator: " ")).draw(in: &region)
        let state = Span(group.state.phrase[language], color: group.state == .registered ? .good : group.state.color)
        let line = [Span.code(group.code), Span(" · "), Span(group.kind.phrase[language]), Span(" · "), state]
        return put(line, row: row, in: &region) + 1
    }

    /// Puts a sentence on as many rows as it needs; tells the row below.
    private func put(_ spans: [Span], row: Int, start: Int = 0, in region: inout Region) -> Int {
        let lines = TextLayout.wrap(spans, width: region.width - start, page: region.direction)
        for (line, spans) in lines.enumerated() {
            region.put(spans, row: row + line, start: start, style: Style(.muted))
        }
        return row + lines.count
    }

    private var facts: [Facts.Fact] {
        let size = Phrase(
            fa: "\(persianDigits(group.size)) اعلام‌شده، \(persianDigits(detail.memberCount)) ثبت‌شده",
            en: "\(group.size) declared, \(detail.memberCount) recorded")
        let facts: [(Phrase, String?)] = [
            (Phrase(fa: "حوزه فعالیت", en: "fields"), group.fields.display(language)),
            (Phrase(fa: "شهرستان", en: "county"), group.county),
            (Phrase(fa: "قرارگاه", en: "base"), detail.base?.shortName),
            (Phrase(fa: "شورا", en: "council"), detail.council?.shortName),
            (Phrase(fa: "اعضا", en: "size"), size[language]),
            (Phrase(fa: "تاریخ ثبت", en: "registered"), group.registeredOn.longText(.jalali, language)),
            (Phrase(fa: "توضیحات", en: "note"), group.note),
        ]
        return facts.compactMap { label, value in value.map { Facts.Fact(label[language], $0) } }
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
        var row = row + 3
        for line in TextLayout.wrap(region(summary), width: region.width) {
            region.put(line, row: row, direction: .page, style: Style(.muted))
            row += 1
        }
        return row
    }

    private var summary: Phrase {
        let window = detail.activity.months.count
        let active = detail.activity.months.count { $0 > 0 }
        guard active > 0 else {
            return Phrase(
                fa: "در \(persianDigits(window)) ماه گذشته کاری ثبت نشده است",
                en: "no work recorded in the last \(window, "month")")
        }
        return Phrase(
            fa: "در \(persianDigits(active)) ماه از \(persianDigits(window)) ماه گذشته کاری ثبت شده است",
            en: "work recorded in \(active) of the last \(window, "month")")
    }

    private func drawHolders(at row: Int, in region: inout Region) -> Int {
        heading(Phrase(fa: "مسئول و رابط", en: "Head and liaison"), at: row, in: &region)
        var row = row + 1
        let holders = detail.holders.prefix(max(0, (region.height - row) / 3))
        if holders.isEmpty {
            region.put(
                region(Phrase(fa: "کسی ثبت نشده است", en: "nobody is recorded")), row: row, direction: .page,
                style: Style(.muted))
            return row + 1
        }
        for holder in holders { row = draw(holder, at: row, in: &region) }
        return row
    }

    /// Who, with what one needs to reach them, and since when. Who does not serve today is dimmed and says so.
    private func draw(_ holder: GroupDetail.Holder, at row: Int, in region: inout Region) -> Int {
        let (serves, isComing) = (holder.serves(on: context.day), holder.from > context.day)
        let name = holder.office.phrase
        let office =
            serves
            ? name
            : isComing
                ? Phrase(fa: "\(name) آینده", en: "future \(name)") : Phrase(fa: "\(name) پیشین", en: "former \(name)")
        region.put(
            [
                Span(office[language] + "  ", color: serves || !isComing ? .muted : .information),
                Span(holder.person.fullName, direction: .automatic, color: serves ? .text : .muted),
            ], row: row)
        var reach: [Span] = [.code(language.digits(context.masking.nationalID(holder.person.nationalID)))]
        if let mobile = holder.person.mobile, serves {
            reach += [Span(" · "), .code(language.digits(context.masking.mobile(mobile)))]
        }
        region.put(reach, row: row + 1, start: 2, style: Style(.muted))
        return put(term(from: holder.from, to: holder.to), row: row + 2, start: 2, in: &region)
    }

    private func term(from: Day, to: Day?) -> [Span] {
        let word = from > context.day || to != nil ? Phrase(fa: "از ", en: "from ") : Phrase(fa: "از ", en: "since ")
        let end = to.map { [Span(Phrase(fa: " تا ", en: " to ")[language]), .code($0.jalaliText(language))] }
        return [Span(word[language]), .code(from.jalaliText(language))] + (end ?? [])
    }

    private func drawMembers(at row: Int, in region: inout Region) {
        guard region.height - row >= 2 else { return }
        let coming = detail.comingCount
        let more =
            coming > 0
            ? Phrase(fa: "، \(persianDigits(coming)) در راه", en: ", \(coming) to come") : Phrase(fa: "", en: "")
        let title = Phrase(
            fa: "اعضا (\(persianDigits(detail.memberCount))\(more))", en: "Members (\(detail.memberCount)\(more))")
        heading(title, at: row, in: &region)
        let room = region.height - row - 1
        let offset = max(0, (selectedMember ?? 0) - room + 2)
        for (line, member) in detail.members.dropFirst(offset).prefix(room).enumerated() {
            let rest = detail.memberCount + coming - offset - line
            if line == room - 1, rest > 1 {
                let more = Phrase(fa: "و \(persianDigits(rest)) نفر دیگر …", en: "and \(rest) more …")
                region.put(region(more), row: row + 1 + line, direction: .page, style: Style(.muted))
            } else {
                draw(member, at: row + 1 + line, isSelected: offset + line == selectedMember, in: &region)
            }
        }
    }

    private func draw(_ member: GroupDetail.Member, at row: Int, isSelected: Bool, in region: inout Region) {
        let isComing = member.from > context.day
        let id = Span.code(language.digits(context.masking.nationalID(member.nationalID)))
        let until = member.to.map { [Span(Phrase(fa: "تا ", en: "to ")[language]), .code($0.jalaliText(language))] }
        let aside = isComing ? term(from: member.from, to: nil) : until ?? [id]
        let asideWidth = aside.reduce(0) { $0 + textWidth($1.text) }
        let nameWidth = max(8, min(region.width - asideWidth - 4, 40))
        let ground: ColorRole = isSelected ? .selection : .page
        if isSelected {
            region.fill(Style(.strong, on: ground), row: row, height: 1)
            region.put("▌", row: row, width: 1, direction: .picture, style: Style(.accent, on: ground, .bold))
        }
        region.put(
            member.name, row: row, start: 2, width: nameWidth,
            direction: TextLayout.runDirection(of: member.name, page: region.direction),
            style: Style(isSelected ? .strong : isComing ? .muted : .text, on: ground))
        region.put(
            aside, row: row, start: nameWidth + 3, style: Style(isComing ? .information : .muted, on: ground))
    }

    /// The latest courses of its people.
    private func drawCourses(at row: Int, in region: inout Region) -> Int {
        let courses = detail.courses.prefix(max(0, (region.height - row) / 3))
        guard !courses.isEmpty else { return row }
        heading(Phrase(fa: "دوره‌ها", en: "Courses"), at: row + 1, in: &region)
        for (line, item) in courses.enumerated() {
            region.put(
                [
                    Span("\(item.state.sign) ", color: item.state.color), .code(item.course, color: .muted), Span("  "),
                    Span(item.phrase[language], color: .muted), Span("  "),
                    Span(item.name, direction: .automatic, color: .text),
                ], row: row + 2 + line, style: Style())
        }
        return row + 2 + courses.count
    }

    /// What institutions last gave it that is no goods, on as many rows as it takes to say it.
    private func drawSpiritual(at row: Int, in region: inout Region) -> Int {
        guard !detail.spiritual.isEmpty, context.role.mayRead(SpiritualSupport.kind), region.height - row >= 3 else {
            return row
        }
        heading(Phrase(fa: "پشتیبانی معنوی", en: "Spiritual support"), at: row + 1, in: &region)
        // Half of what remains is for whoever stands below.
        let end = row + 2 + max(1, (region.height - row - 2) / 2)
        var row = row + 2
        for support in detail.spiritual {
            let lines = TextLayout.wrap(
                support.spansBelowHeading(context), width: region.width, page: region.direction)
            guard row + lines.count <= end else { break }
            for line in lines {
                region.put(line, row: row, style: Style(.text))
                row += 1
            }
        }
        return row
    }

    /// What was last done to the group, and by whom.
    private func drawHistory(at row: Int, in region: inout Region) {
        guard !history.isEmpty, region.height - row >= 2 else { return }
        heading(Phrase(fa: "تاریخچه", en: "History"), at: row, in: &region)
        for (line, entry) in history.prefix(region.height - row - 1).enumerated() {
            let day = entry.day.jalaliText(language)
            region.put(
                [
                    .code(day, color: .muted), Span("  "), Span(entry.deed[language], color: .text), Span("  "),
                    .code(entry.account, color: .muted),
                ], row: row + 1 + line, style: Style())
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

/// What was done to a record, when and by whom.
struct HistoryLine: Hashable, Sendable {
    let day: Day
    /// Of an undo also what was taken back.
    let deed: Phrase
    let account: String
}

extension Reader {
    /// The last that was done to a record, the latest first.
    func historyLines(of record: any Record, limit: Int) throws(DecideError) -> [HistoryLine] {
        try history(of: record, limit: limit).mapTyped { (entry) throws(DecideError) in
            HistoryLine(day: entry.at.day(in: .tehran), deed: try deed(of: entry), account: entry.account)
        }
    }
}
