/// The councils of the province with what lies in their areas.
struct DemoArea: Sendable {
    let council: String
    /// Names of the two bases.
    let bases: [String]
    let counties: [String]
    /// Quarters and villages, for the names of groups.
    let localities: [String]
    /// How many groups of a hundred are at home here.
    let weight: Int

    static let all = [
        DemoArea(
            council: "شورای جهادی شهرک پردیسان", bases: ["قرارگاه جهادی پردیسان", "قرارگاه جهادی کوثر"],
            counties: ["قم"], localities: ["پردیسان", "شهرک قدس", "شهرک مهدیه", "بوستان"], weight: 24),
        DemoArea(
            council: "شورای جهادی نیروگاه", bases: ["قرارگاه جهادی نور", "قرارگاه جهادی امید"],
            counties: ["قم"], localities: ["نیروگاه", "توحید", "شهرک فاطمیه", "شهرک قائم", "جمکران"], weight: 22),
        DemoArea(
            council: "شورای جهادی مرکز شهر", bases: ["قرارگاه جهادی مهر", "قرارگاه جهادی شهید زین‌الدین"],
            counties: ["قم"], localities: ["باجک", "یزدانشهر", "صفاشهر", "سالاریه", "چهارمردان", "آذر"], weight: 24),
        DemoArea(
            council: "شورای جهادی جعفرآباد", bases: ["قرارگاه جهادی قنوات", "قرارگاه جهادی ولایت"],
            counties: ["جعفرآباد"], localities: ["جعفریه", "قنوات", "قمرود", "باقرآباد"], weight: 12),
        DemoArea(
            council: "شورای جهادی کهک", bases: ["قرارگاه جهادی کهک", "قرارگاه جهادی شهدای فردو"],
            counties: ["کهک"], localities: ["کهک", "فردو", "وشنوه", "کرمجگان", "ورجان"], weight: 10),
        DemoArea(
            council: "شورای جهادی سلفچگان و خلجستان",
            bases: ["قرارگاه جهادی سلفچگان", "قرارگاه جهادی خلجستان"],
            counties: ["سلفچگان", "خلجستان"],
            localities: ["سلفچگان", "نیزار", "دستجرد", "قاهان", "راهجرد"], weight: 8),
    ]
}
