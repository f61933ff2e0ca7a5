import Persian

@testable import Canvas

/// Fields and forms that several tests draw.
enum FormExamples {
    static let today = Day(iso: "2022-08-01") ?? Day(number: 0)

    static let roles = ["سرپرست", "رابط", "پزشک", "مربی", "امدادگر"].map { Choice($0) }

    static let fields = [
        Choice(Phrase(fa: "پزشکی", en: "Medical")), Choice(Phrase(fa: "عمرانی", en: "Building")),
        Choice(Phrase(fa: "فرهنگی", en: "Culture")),
        Choice(
            Phrase(fa: "آموزشی", en: "Teaching"),
            disabledReason: Phrase(fa: "این گروه مربی ندارد", en: "The group has no teacher")),
        Choice(Phrase(fa: "کشاورزی", en: "Farming")),
    ]

    static let people = [
        PickerField.Candidate(
            id: "P-0012", title: "علی کاظمی", detail: [.code("P-0012"), Span(" · "), .code("0912 345 6789")]),
        PickerField.Candidate(
            id: "P-0340", title: "زهرا کاظمی‌نژاد", detail: [.code("P-0340")], disabledReason: "عضو گروه دیگری است"),
        PickerField.Candidate(id: "P-0777", title: "Omid Kazemi", detail: [.code("P-0777")]),
    ]

    static func form(_ region: Region, focus: FormWidget.Focus) -> FormWidget {
        var picker = PickerField(query: "کاظ")
        picker.candidates = people
        picker.note = region(Phrase(fa: "۳ از ۴۱", en: "3 of 41"))
        let long = "گروه جهادی شهید کاظمی دانشکدهٔ پزشکی قم (PTC) و همراهان\nسطر دوم"
        return FormWidget(
            region(Phrase(fa: "ثبت گروه", en: "Register a group")),
            rows: [
                .init(
                    region(Phrase(fa: "نام", en: "Name")), TextInput("گروه ABC بهار"), isRequired: true),
                .init(
                    region(Phrase(fa: "شمارهٔ ثبت", en: "Registration")),
                    TextInput("Q-1401/12", direction: .leftToRight),
                    hint: region(Phrase(fa: "از پروانهٔ گروه", en: "From the group's licence")), columns: 20),
                .init(
                    region(Phrase(fa: "شمار اعضا", en: "Members")),
                    NumberField(text: "دوازده", unit: Phrase(fa: "نفر", en: "people")),
                    error: region(
                        Phrase(fa: "عدد نیست؛ ۱ تا ۵۰۰ پذیرفته است", en: "Not a number; 1 to 500 is accepted"))),
                .init(region(Phrase(fa: "نقش", en: "Role")), ChoiceField(roles, selected: 1)),
                .init(region(Phrase(fa: "زمینه‌ها", en: "Fields")), MultiChoiceField(fields, ticked: [0, 2])),
                .init(
                    region(Phrase(fa: "از تاریخ", en: "From")), DateField(today.advanced(by: 8), today: today),
                    isRequired: true),
                .init(region(Phrase(fa: "سرپرست", en: "Head")), picker),
                .init(region(Phrase(fa: "یادداشت", en: "Note")), TextArea(long, rows: 3)),
            ], focus: focus, note: region(Phrase(fa: "پیش‌نویس نگه داشته شد", en: "Draft kept")))
    }
}
