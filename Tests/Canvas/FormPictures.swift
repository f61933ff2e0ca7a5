import Persian
import Support
import Testing

@testable import Canvas

private let long = "گروه جهادی مهندسین شهید کاظمی دانشکدهٔ پزشکی قم (PTC) و همراهان ایشان در سراسر استان"

@Suite struct FormPictures {
    @Test(arguments: [0, 3, 5, 6])
    func form(focus: Int) {
        expectGoldens("form-\(focus)", widths: [40, 76], height: 22) { region in
            FormExamples.form(region, focus: .row(focus)).draw(in: &region)
        }
    }

    @Test func formOnItsButtons() {
        expectGoldens("form-save", widths: [40, 76], height: 32) { region in
            FormExamples.form(region, focus: .save).draw(in: &region)
        }
    }

    @Test func emptyForm() {
        expectGoldens("form-empty", widths: [30, 60], height: 14) { region in
            FormWidget(
                region(Phrase(fa: "ثبت \(long)", en: "Register \(long)")),
                rows: [
                    .init(region(Phrase(fa: "نام", en: "Name")), TextInput(), isRequired: true),
                    .init(region(Phrase(fa: "شمار", en: "Count")), NumberField(unit: Phrase(fa: "نفر", en: "people"))),
                    .init(region(Phrase(fa: "نقش", en: "Role")), ChoiceField(Array(FormExamples.roles.prefix(2)))),
                    .init(region(Phrase(fa: "از", en: "From")), DateField(today: FormExamples.today)),
                    .init(region(Phrase(fa: "سرپرست", en: "Head")), PickerField()),
                ], focus: .row(0)
            ).draw(in: &region)
        }
    }

    @Test func selection() {
        expectGoldens("selection", widths: [14, 30], height: 3) { region in
            var input = TextInput("گروه ABC بهار", caret: 3)
            for _ in 0..<4 { input.handle(Key(.left, .shift), page: region.direction) }
            input.draw(in: &region, hasFocus: true)
            var whole = TextInput("می\u{200C}رویم به مشهد")
            whole.handle(Key(.character("a"), .alt), page: region.direction)
            region.part(top: 1, height: 1) { whole.draw(in: &$0, hasFocus: true) }
            var code = TextInput(long, caret: 12, direction: .automatic)
            code.handle(Key(.end, .shift), page: region.direction)
            region.part(top: 2, height: 1) { code.draw(in: &$0, hasFocus: true) }
        }
    }

    @Test func textArea() {
        expectGoldens("area", widths: [20, 44], height: 5) { region in
            var area = TextArea("\(long)\n\nMixed: Camp C-014 در مهران\nپایان", rows: 5)
            area.fit(columns: region.width)
            for key in [Key(.up), Key(.up), Key(.up), Key(.end, .shift)] { area.handle(key, page: region.direction) }
            area.draw(in: &region, hasFocus: true)
        }
    }

    @Test func month() {
        expectGoldens("month", widths: [32, 40], height: 9) { region in
            MonthGrid(
                month: JalaliDate(FormExamples.today), marked: FormExamples.today.advanced(by: 3),
                today: FormExamples.today, showsCaret: true, language: region.language
            ).draw(in: &region)
        }
    }

    @Test func optionList() {
        expectGoldens("options", widths: [24, 60], height: 4) { region in
            OptionList(
                [
                    .init("شهید کاظمی", matches: [5..<8], detail: [.code("G-014"), Span(" · قم")], note: "Enter"),
                    .init(long, detail: [.code("G-015")]),
                    .init("Omid", disabledReason: "عضو گروه دیگری است"),
                ] + (4...9).map { .init("گروه \(persianDigits($0))") }, selected: 1
            ).draw(in: &region)
        }
    }
}

@Suite struct MessagePictures {
    private let buttons = [Phrase(fa: "حذف", en: "Delete"), Phrase(fa: "نگه داشتن", en: "Keep")]

    @Test func dialog() {
        expectGoldens("dialog", widths: [34, 80], height: 12) { region in
            Dialog(
                region(Phrase(fa: "حذف پیش‌نویس", en: "Delete the draft")),
                region(
                    Phrase(
                        fa: "پیش‌نویس ثبت گروه G-014 از ۱۴۰۱/۰۵/۰۹ مانده است. اگر حذف شود باز نمی‌گردد.",
                        en: "A draft of group G-014 is left from 1401/05/09. Once deleted it does not come back.")),
                buttons: buttons, focused: 1, severity: .warning
            ).draw(in: &region)
        }
    }

    @Test func toast() {
        let said = [Span("گزارش "), .code("C-014"), Span(" در "), .code("1401-05-09"), Span(" ثبت شد و به همه رسید")]
        expectGoldens("toast", widths: [30, 70], height: 8) { region in
            let undo = KeyHints.Hint(key: "u", label: region(Phrase(fa: "واگرد", en: "undo")))
            let short = [Span(region(Phrase(fa: "فایل", en: "File")))]
            let refusal = Phrase(
                fa: "گروه Q-0014 در همان روز در اردوی C-244 است؛ روز دیگری بنویسید یا گروه دیگری برگزینید.",
                en: "Group Q-0014 is in camp C-244 on the same day; write another day or choose another group.")
            var top = 0
            for toast in [
                Toast(.good, said, hint: undo), Toast(.warning, short), Toast(.alarm, []),
                Toast(.alarm, [Span(region(refusal))]),
            ] {
                let height = toast.height(width: region.width)
                region.part(top: top, height: height) { toast.draw(in: &$0) }
                top += height
            }
        }
    }

    @Test func tabs() {
        expectGoldens("tabs", widths: [24, 60], height: 4) { region in
            let items: [Tabs.Item] = [
                .init(region(Phrase(fa: "زنده", en: "Live")), badge: region.language.number(24)),
                .init(region(Phrase(fa: "گاه‌شمار", en: "Timeline"))),
                .init(region(Phrase(fa: "نقشه", en: "Map")), badge: "▲3", badgeColor: .alarm),
                .init(region(Phrase(fa: "همه", en: "All")), badge: region.language.number(1_100)),
            ]
            for selected in 0..<4 {
                region.part(top: selected) { Tabs(items, selected: selected).draw(in: &$0) }
            }
        }
    }

    @Test func progress() {
        expectGoldens("progress", widths: [30, 70], height: 9) { region in
            let hint = KeyHints.Hint(key: "Esc", label: region(Phrase(fa: "انصراف", en: "cancel")))
            ProgressView(
                region(Phrase(fa: "ورود گروه‌ها", en: "Importing groups")), done: 463, total: 803,
                rate: region(Phrase(fa: "۳۲۰ در ثانیه", en: "320 a second")),
                end: region(Phrase(fa: "پایان ۱۸:۴۰", en: "done 18:40")), hint: hint
            ).draw(in: &region)
            region.part(top: 3) { ProgressView("", done: 17_000, total: nil).draw(in: &$0) }
            region.part(top: 6) { ProgressView(long, done: 803, total: 803, hint: hint).draw(in: &$0) }
        }
    }

    @Test func palette() {
        expectGoldens("palette", widths: [40, 80], height: 12) { region in
            let command = region(Phrase(fa: "دستور", en: "command"))
            PaletteView(
                TextInput("گروه"),
                entries: [
                    .init("گروه تازه", kind: command, key: "n"),
                    .init("تعلیق گروه", kind: command, disabledReason: "این گروه معلق است"),
                    .init(long, kind: region(Phrase(fa: "گروه", en: "group"))),
                ], selected: 0
            ).draw(in: &region)
        }
    }

    @Test func emptyPalette() {
        expectGoldens("palette-empty", widths: [30, 60], height: 8) { region in
            PaletteView(
                TextInput(), placeholder: region(Phrase(fa: "نام، کد یا دستور", en: "Name, code or command")),
                entries: [], emptyText: region(Phrase(fa: "چیزی نیست", en: "Nothing"))
            ).draw(in: &region)
        }
    }

    @Test func differences() {
        expectGoldens("diff", widths: [30, 64], height: 8) { region in
            DiffView([
                .init(region(Phrase(fa: "نام", en: "Name")), old: "بهار", new: "بهاران قم"),
                .init(
                    region(Phrase(fa: "تلفن", en: "Phone")), old: "", new: "0912 345 6789", direction: .leftToRight),
                .init(region(Phrase(fa: "نشانی", en: "Address")), old: "قم", new: long),
            ]).draw(in: &region)
        }
    }

    @Test(arguments: [0.0, 0.01, 0.3, 0.5, 0.999, 1, 7])
    func aGaugeOnAPersianPageIsTheEnglishOneInAMirror(fraction: Double) {
        func filled(_ language: Language) -> [Int] {
            let frame = Region.frame(width: 10, height: 1, language: language) { Gauge(fraction).draw(in: &$0) }
            return frame.cells(row: 0).map { cell in
                let block = cell.scalar == " " ? 0 : Int(0x2590 - cell.scalar.value)
                return cell.style.foreground == .accent ? block : 8 - block
            }
        }
        #expect(filled(.persian) == filled(.english).reversed())
        #expect(filled(.english).reduce(0, +) == min(80, Int(fraction * 80)))
    }

    @Test(arguments: 0..<14, 0..<7)
    func allBearAnySize(width: Int, height: Int) {
        for language in Language.allCases {
            let frame = Region.frame(width: width, height: height, language: language) { region in
                for focus in [FormWidget.Focus.row(0), .row(5), .row(6), .row(7), .save] {
                    FormExamples.form(region, focus: focus).draw(in: &region)
                }
                Dialog(long, long, buttons: buttons).draw(in: &region)
                Toast(.alarm, [Span(long)], hint: .init(key: "u", label: "undo")).draw(in: &region)
                Tabs([.init("زنده", badge: "24"), .init(long)], selected: 1).draw(in: &region)
                ProgressView(long, done: 1, total: 2, rate: "9", end: "8", hint: .init(key: "Esc", label: "x")).draw(
                    in: &region)
                PaletteView(TextInput(long), entries: [.init(long, kind: "k", key: "n")], selected: 0).draw(in: &region)
                DiffView([.init("نام", old: long, new: long)]).draw(in: &region)
            }
            for row in 0..<height {
                let cells = frame.cells(row: row)
                #expect(cells.count == width)
                #expect(!cells.contains { $0.scalar.properties.generalCategory == .control })
            }
        }
    }
}
