import Persian

/// Names for groups as the groups of Qom bear them: after martyrs, after those they serve, after their craft.
///
/// No two are alike after folding, which the rules ask inside one council only; a list without namesakes reads
/// better.
struct DemoGroupNames {
    private var taken: Set<String> = []

    /// A new name. `calling` is the craft of a specialised group, `localities` are near the group.
    mutating func next(
        calling: [String]?, localities: [String], women: Bool, using random: inout DemoRandom
    ) -> String {
        while true {
            var name = "گروه جهادی " + Self.proposal(calling: calling, women: women, using: &random)
            if random.chance(12) || taken.contains(name.folded()) { name += " " + random.pick(localities) }
            if taken.insert(name.folded()).inserted { return name }
        }
    }

    private static func proposal(calling: [String]?, women: Bool, using random: inout DemoRandom) -> String {
        if women { return random.pick(womensCircles) + " " + random.pick(womensIdeals) }
        if let calling, random.chance(45) { return random.pick(calling) + " " + random.pick(ideals) }
        return switch random.number(1...100) {
        case ...38: "شهید " + random.pick(martyrs)
        case ...48: "شهدای " + random.pick(martyrsOf)
        case ...58: random.pick(circles) + " " + random.pick(ideals)
        default: random.pick(companions) + " " + random.pick(ideals)
        }
    }

    private static let companions = [
        "یاوران", "خادمان", "رهروان", "منتظران", "سفیران", "پیشگامان", "همراهان", "یاران", "انصار", "راهیان",
        "طلایه‌داران", "رهپویان", "مشتاقان", "مهاجران", "همسفران", "باغبانان",
    ]

    private static let circles = ["دانشجویان", "طلاب", "دانش‌آموزان", "جوانان", "کارگران", "اصناف"]
    private static let womensCircles = ["بانوان", "خواهران", "دختران", "مادران", "بانوان طلبه"]

    private static let ideals = [
        "امید", "ایثار", "همدلی", "مهربانی", "خدمت", "ولایت", "ظهور", "کوثر", "بهار", "نور", "میثاق", "هجرت", "طلوع",
        "سپیده", "باران", "چشمه", "فجر", "نسیم", "سپیدار", "روشنا", "ثامن‌الحجج", "صاحب‌الزمان", "روح‌الله",
        "قمر بنی‌هاشم", "حضرت معصومه", "امام رضا", "امام علی", "امام حسن مجتبی", "سیدالشهدا", "بقیه‌الله", "رضوان",
        "آفتاب", "کرامت", "احسان", "نیکوکاری", "شفا", "فردا", "ساقی کوثر", "انصارالمهدی",
    ]

    private static let womensIdeals = [
        "کوثر", "حضرت زهرا", "حضرت معصومه", "حضرت زینب", "حضرت نرگس", "ام‌البنین", "یاس نبی", "ریحانه", "نجمه",
        "عفاف", "مهر", "بهشت", "آفتاب", "نیایش", "طاها", "سمانه", "مهربانی", "نور", "همدلی", "مطهره",
    ]

    private static let martyrsOf = [
        "گمنام", "مدافع حرم", "هویزه", "خیبر", "والفجر", "کربلای پنج", "جهادگر", "روحانیت", "محراب", "دانشجو",
        "فتح‌المبین",
        "بیت‌المقدس", "سازندگی", "سلامت", "فرهنگی", "غواص",
    ]

    private static let martyrs = [
        "همت", "باکری", "چمران", "آوینی", "بروجردی", "زین‌الدین", "حججی", "سلیمانی", "صیاد شیرازی", "کاظمی", "خرازی",
        "بابایی", "شهریاری", "فهمیده", "متوسلیان", "علم‌الهدی", "دقایقی", "رجایی", "باهنر", "بهشتی", "مطهری", "مفتح",
        "صدوقی", "مدنی", "دستغیب", "اشرفی اصفهانی", "هاشمی‌نژاد", "محراب", "شیرودی", "کشوری", "فلاحی", "نامجو",
        "جهان‌آرا", "باقری", "برونسی", "کاوه", "چراغچی", "ناصری", "رضایی‌نژاد", "احمدی روشن", "علی‌محمدی",
        "فخری‌زاده", "تهرانی‌مقدم", "همدانی", "صدرزاده", "نواب صفوی", "اندرزگو", "غفاری", "سعیدی", "قدوسی", "عراقی",
        "دیالمه", "رهنمون", "طوسی", "ردانی‌پور", "تورجی‌زاده", "کریمی", "عباسپور", "حسن باقری", "مهدی باکری",
        "ابراهیم هادی", "محمود کاوه", "احمد کاظمی", "حسین خرازی", "مصطفی چمران", "مرتضی آوینی", "مهدی زین‌الدین",
        "محسن حججی", "عباس بابایی", "علی صیاد شیرازی", "حسن تهرانی‌مقدم", "محمد جهان‌آرا", "عبدالحسین برونسی",
        "یوسف کلاهدوز", "حسین املاکی", "اسماعیل دقایقی", "علی هاشمی", "محمد بروجردی", "ناصر کاظمی", "حسین همدانی",
    ]
}
