import Canvas
import Domain
import Persian
import Store

/// The candidates of the enrol desk, and those whom it enrolled.
extension CourseView {
    private static let candidateColumns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 1, priority: 10),
        Column(Phrase(fa: "نام", en: "Name"), minimum: 18, weight: 1, priority: 9),
        Column(Phrase(fa: "کد ملی", en: "National ID"), minimum: 11, priority: 4),
        Column(Phrase(fa: "می‌تواند؟", en: "May attend?"), minimum: 26, weight: 3, priority: 8),
    ]

    func drawCandidates(in region: inout Region) {
        let desk = state.desk
        guard !desk.chooser.items.isEmpty else {
            let isEmpty = desk.chooser.input.text.isEmpty
            if isEmpty, !desk.enrolled.isEmpty { return drawEnrolled(in: &region) }
            EmptyState(
                region(
                    isEmpty
                        ? Phrase(
                            fa: "بخشی از نام یا کد ملی را بنویسید یا بخوانید",
                            en: "Type part of a name, or a national ID")
                        : desk.problem ?? Phrase(fa: "کسی یافت نشد", en: "Nobody found")),
                hints: [
                    context.told(
                        Phrase(
                            fa:
                                "{desk.enter} ثبت‌نام می‌کند یا در نوبت می‌گذارد و آماده نفر بعد است؛ {desk.close} بازمی‌گردد",
                            en:
                                "{desk.enter} enrols, or puts on the waiting list, and is ready for the next; {desk.close} goes back"
                        ))
                ]
            ).draw(in: &region)
            return
        }
        let note = TextLayout.wrap(desk.chooser.marked?.note[language] ?? "", width: region.width - 2).prefix(2)
        let height = max(1, region.height - 1 - note.count)
        region.part(height: height + 1) {
            desk.chooser.table(Self.candidateColumns, height: height, cells: cells).draw(in: &$0)
        }
        // The whole of what the row may have had no room for.
        for (line, text) in note.enumerated() {
            region.put(
                text, row: height + 1 + line, start: 1, direction: .page,
                style: Style(desk.chooser.marked?.color ?? .text))
        }
    }

    /// Those whom this desk has enrolled just now, the latest first: whoever waits bears another sign than who has a seat.
    private func drawEnrolled(in region: inout Region) {
        let enrolled = state.desk.enrolled
        let count = language.number(enrolled.count)
        let title = Phrase(
            fa: "\(count) نفر از این میز · نفر بعد را بنویسید", en: "\(count) from this desk · type the next")
        region.put(region(title), row: 0, start: 1, direction: .page, style: Style(.muted))
        for (row, one) in enrolled.prefix(max(0, region.height - 1)).enumerated() {
            let place = one.place.map { " \(language.number($0))" } ?? ""
            region.put(
                [
                    Span("\(one.state.sign) ", color: one.state.color), Span(one.name, direction: .automatic),
                    Span("  \(one.state.phrase[language])\(place)", color: one.state.color),
                ], row: row + 1, start: 1, style: Style(.text))
        }
    }

    private func cells(_ candidate: CourseCandidate) -> [TableCell] {
        [
            TableCell(candidate.sign, direction: .page, color: candidate.color), TableCell(candidate.person.fullName),
            TableCell(
                language.digits(context.masking.nationalID(candidate.person.nationalID)), direction: .leftToRight,
                color: .muted),
            TableCell(candidate.note[language], direction: .page, color: candidate.color),
        ]
    }
}
