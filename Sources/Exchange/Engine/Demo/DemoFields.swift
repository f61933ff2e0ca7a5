/// What the groups of a field are called after and what their people can do.
struct DemoField: Sendable {
    /// The value of `group.register`'s `fields`.
    let code: String
    let weight: Int
    /// First words of a specialised group's name, after «گروه جهادی».
    let callings: [String]
    let skills: [String]

    static let all = [
        DemoField(
            code: "construction", weight: 20, callings: ["عمرانی", "سازندگان", "آبادگران", "معماران"],
            skills: ["بنایی", "جوشکاری", "برق‌کاری", "لوله‌کشی", "گچ‌کاری", "نقشه‌برداری", "کاشی‌کاری"]),
        DemoField(
            code: "cultural", weight: 21, callings: ["فرهنگی", "روایتگران", "هنرمندان", "قاصدان"],
            skills: ["عکاسی", "قصه‌گویی", "خوش‌نویسی", "تدوین فیلم", "مداحی", "نقاشی"]),
        DemoField(
            code: "medical", weight: 20, callings: ["پزشکی", "سلامت", "طبیبان", "پرستاران"],
            skills: ["پزشکی عمومی", "دندان‌پزشکی", "پرستاری", "مامایی", "داروسازی", "بینایی‌سنجی"]),
        DemoField(
            code: "education", weight: 18, callings: ["علمی آموزشی", "معلمان", "آموزگاران", "دانش‌پژوهان"],
            skills: ["تدریس", "مشاوره تحصیلی", "تدریس قرآن", "آموزش رایانه", "کتاب‌داری"]),
        DemoField(
            code: "agriculture", weight: 13, callings: ["کشاورزی", "برزگران", "باغبانان", "سبزاندیشان"],
            skills: ["باغبانی", "دام‌پزشکی", "آبیاری", "زنبورداری", "تعمیر تراکتور"]),
        DemoField(
            code: "relief", weight: 6, callings: ["امدادی", "امدادگران", "یاریگران"],
            skills: ["کمک‌های اولیه", "رانندگی", "آتش‌نشانی", "کوه‌نوردی"]),
        DemoField(
            code: "other", weight: 2, callings: ["کارآفرینان", "حقوق‌دانان"],
            skills: ["مشاوره حقوقی", "حسابداری", "کارآفرینی"]),
    ]

    /// What people of any group can do.
    static let commonSkills = ["آشپزی", "رانندگی", "خیاطی", "عکاسی", "تدریس", "کمک‌های اولیه"]
}
