/// Where the invented province sends its camps, and what they are called.
struct DemoCampPlace: Sendable {
    let province: String
    let county: String
    let villages: [String]
    /// How many village camps of a hundred go there.
    let weight: Int

    static let all = [
        DemoCampPlace(province: "قم", county: "دستجرد", villages: ["کلاته‌نو", "دستجرد", "گیو"], weight: 10),
        DemoCampPlace(province: "قم", county: "کهک", villages: ["فردو", "وشنوه", "کرمجگان"], weight: 10),
        DemoCampPlace(province: "ایلام", county: "مهران", villages: ["چشمه‌سفید", "هرمزآباد", "بان‌رحمان"], weight: 12),
        DemoCampPlace(province: "ایلام", county: "دهلران", villages: ["ده‌نو", "گلان"], weight: 9),
        DemoCampPlace(
            province: "کرمانشاه", county: "سرپل ذهاب", villages: ["کوئیک", "دشت ذهاب", "سراب قلعه شاهین"], weight: 13),
        DemoCampPlace(province: "کرمانشاه", county: "ثلاث باباجانی", villages: ["ده‌شیخ", "شیخ‌صالح"], weight: 7),
        DemoCampPlace(province: "کرمان", county: "رودبار جنوب", villages: ["باغ‌ملک", "زه‌کلوت"], weight: 9),
        DemoCampPlace(province: "کرمان", county: "قلعه گنج", villages: ["چاه‌دادخدا", "سرخ‌قلعه"], weight: 7),
        DemoCampPlace(province: "لرستان", county: "پلدختر", villages: ["گل‌دره", "ولیعصر", "چم‌مهر"], weight: 10),
        DemoCampPlace(province: "لرستان", county: "کوهدشت", villages: ["تنگه‌باغ", "دره‌بید"], weight: 6),
        DemoCampPlace(province: "مازندران", county: "سوادکوه", villages: ["ورسک", "کنگلو"], weight: 4),
        DemoCampPlace(province: "مازندران", county: "بلده", villages: ["یوش", "نسن"], weight: 3),
    ]

    static let names = [
        "نسیم", "ایثار", "میثاق", "امید", "چشمه", "گلستان", "خدمت", "باران", "هجرت", "بهار", "پویش", "همدلی", "سپیده",
        "رویش", "مهر", "یاوران", "سرچشمه", "کوثر", "نور", "بشارت",
    ]
}

extension DemoField {
    /// What a camp in this field does in a day: the work, the most that a dozen people do, and its unit.
    var works: [(what: String, most: Int, unit: String)] {
        switch code {
        case "construction": [("دیوارچینی", 40, "متر"), ("کف‌سازی", 60, "متر مربع"), ("مرمت خانه", 2, "خانه")]
        case "cultural": [("برنامه کودک", 4, "برنامه"), ("حلقه کتاب‌خوانی", 3, "حلقه")]
        case "medical": [("ویزیت", 120, "نفر"), ("دندان‌پزشکی", 30, "نفر"), ("بینایی‌سنجی", 50, "نفر")]
        case "education": [("کلاس تقویتی", 10, "ساعت"), ("مشاوره تحصیلی", 25, "نفر")]
        case "agriculture": [("هرس درخت", 90, "اصله"), ("لایروبی جوی", 150, "متر")]
        case "relief": [("آموزش کمک‌های اولیه", 40, "نفر"), ("توزیع آب", 60, "خانوار")]
        default: [("مشاوره حقوقی", 15, "نفر")]
        }
    }
}
