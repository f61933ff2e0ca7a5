/// One of the 31 provinces of Iran.
///
///     Province(named: "استان كردستان")     // .kurdistan
///     Province.kurdistan.name.fa            // "کردستان"
///     Province.nearest(to: "کردسان").name.fa  // "کردستان"
public enum Province: String, CaseIterable, Sendable {
    case eastAzerbaijan, westAzerbaijan, ardabil, isfahan, alborz, ilam, bushehr, tehran
    case chaharmahalAndBakhtiari, southKhorasan, razaviKhorasan, northKhorasan, khuzestan, zanjan, semnan
    case sistanAndBaluchestan, fars, qazvin, qom, kurdistan, kerman, kermanshah, kohgiluyehAndBoyerAhmad
    case golestan, gilan, lorestan, mazandaran, markazi, hormozgan, hamadan, yazd

    /// The one spelling in which files keep it, and its English name.
    public var name: Phrase {
        switch self {
        case .eastAzerbaijan: Phrase(fa: "آذربایجان شرقی", en: "East Azerbaijan")
        case .westAzerbaijan: Phrase(fa: "آذربایجان غربی", en: "West Azerbaijan")
        case .ardabil: Phrase(fa: "اردبیل", en: "Ardabil")
        case .isfahan: Phrase(fa: "اصفهان", en: "Isfahan")
        case .alborz: Phrase(fa: "البرز", en: "Alborz")
        case .ilam: Phrase(fa: "ایلام", en: "Ilam")
        case .bushehr: Phrase(fa: "بوشهر", en: "Bushehr")
        case .tehran: Phrase(fa: "تهران", en: "Tehran")
        case .chaharmahalAndBakhtiari: Phrase(fa: "چهارمحال و بختیاری", en: "Chaharmahal and Bakhtiari")
        case .southKhorasan: Phrase(fa: "خراسان جنوبی", en: "South Khorasan")
        case .razaviKhorasan: Phrase(fa: "خراسان رضوی", en: "Razavi Khorasan")
        case .northKhorasan: Phrase(fa: "خراسان شمالی", en: "North Khorasan")
        case .khuzestan: Phrase(fa: "خوزستان", en: "Khuzestan")
        case .zanjan: Phrase(fa: "زنجان", en: "Zanjan")
        case .semnan: Phrase(fa: "سمنان", en: "Semnan")
        case .sistanAndBaluchestan: Phrase(fa: "سیستان و بلوچستان", en: "Sistan and Baluchestan")
        case .fars: Phrase(fa: "فارس", en: "Fars")
        case .qazvin: Phrase(fa: "قزوین", en: "Qazvin")
        case .qom: Phrase(fa: "قم", en: "Qom")
        case .kurdistan: Phrase(fa: "کردستان", en: "Kurdistan")
        case .kerman: Phrase(fa: "کرمان", en: "Kerman")
        case .kermanshah: Phrase(fa: "کرمانشاه", en: "Kermanshah")
        case .kohgiluyehAndBoyerAhmad: Phrase(fa: "کهگیلویه و بویراحمد", en: "Kohgiluyeh and Boyer-Ahmad")
        case .golestan: Phrase(fa: "گلستان", en: "Golestan")
        case .gilan: Phrase(fa: "گیلان", en: "Gilan")
        case .lorestan: Phrase(fa: "لرستان", en: "Lorestan")
        case .mazandaran: Phrase(fa: "مازندران", en: "Mazandaran")
        case .markazi: Phrase(fa: "مرکزی", en: "Markazi")
        case .hormozgan: Phrase(fa: "هرمزگان", en: "Hormozgan")
        case .hamadan: Phrase(fa: "همدان", en: "Hamadan")
        case .yazd: Phrase(fa: "یزد", en: "Yazd")
        }
    }

    /// Other ways in which people write it, beside those that differ in blanks, half-spaces, «و» or «استان».
    private var spellings: [String] {
        switch self {
        case .eastAzerbaijan: ["آ شرقی", "آذ شرقی", "اذر شرقی", "east azarbaijan"]
        case .westAzerbaijan: ["آ غربی", "آذ غربی", "اذر غربی", "west azarbaijan"]
        case .isfahan: ["esfahan"]
        case .tehran: ["طهران", "teheran"]
        case .chaharmahalAndBakhtiari:
            [
                "چهارمحال", "چهار محال", "چهارمحال بختیاری", "چار محال و بختیاری", "chahar mahaal and bakhtiari",
                "chaharmahal",
            ]
        case .southKhorasan: ["خ جنوبی", "khorasan south", "khorasan jonubi"]
        case .razaviKhorasan: ["خ رضوی", "khorasan razavi"]
        case .northKhorasan: ["خ شمالی", "khorasan north", "khorasan shomali"]
        case .khuzestan: ["khoozestan"]
        case .sistanAndBaluchestan: ["سیستان", "سیستان بلوچستان", "سیستان و بلوچ", "sistan", "sistan and baluchistan"]
        case .qazvin: ["ghazvin"]
        case .qom: ["ghom"]
        case .kurdistan: ["kordestan"]
        case .kohgiluyehAndBoyerAhmad:
            [
                "کهگیلویه", "کهکیلویه", "کهکیلویه و بویراحمد", "کهگیلویه و بویر احمد", "کهگیلویه بویراحمد",
                "kohgiluyeh",
                "kohkiluyeh and boyer ahmad",
            ]
        case .lorestan: ["luristan"]
        case .bushehr: ["bushire"]
        case .gilan: ["guilan"]
        case .hamadan: ["همدون", "hamedan"]
        default: []
        }
    }

    /// The letters of a name alone: blanks, half-spaces, hyphens, points, the word «استان» or “province” and a «و»
    /// that stands by itself tell nothing.
    private static func letters(_ text: String) -> String {
        let words = text.folded().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return words.filter { !["استان", "و", "and", "province"].contains($0) }.joined()
    }

    private static let byLetters: [String: Province] = {
        var known: [String: Province] = [:]
        for province in allCases {
            for name in [province.name.fa, province.name.en, province.rawValue] + province.spellings {
                known[letters(name)] = province
                // «و» written without a blank before it.
                known[letters(name.split(separator: " ").joined())] = province
            }
        }
        return known
    }()

    /// The province that a name means, however it is written; nil when none.
    public init?(named text: String) {
        let letters = Self.letters(text)
        guard let known = Self.byLetters[letters] ?? Self.byLetters[Self.withoutWord(letters)] else { return nil }
        self = known
    }

    /// «استانقم» written in one.
    private static func withoutWord(_ letters: String) -> String {
        letters.hasPrefix("استان") ? String(letters.dropFirst(5)) : letters
    }

    /// What a province is called that somebody wrote so: by its one name in each language, or as it was written where no
    /// province is meant.
    public static func title(_ text: String) -> Phrase {
        Province(named: text)?.name ?? Phrase(fa: text, en: text)
    }

    /// The province whose name is the fewest letters away.
    public static func nearest(to text: String) -> Province {
        let wanted = Array(letters(text))
        let distances = byLetters.map { (letterDistance(wanted, Array($0.key)), $0.key, $0.value) }
        return distances.min { ($0.0, $0.1) < ($1.0, $1.1) }?.2 ?? .qom
    }
}

/// How many letters have to be put in, taken out or exchanged to make one word of another (V. I. Levenshtein, 1965).
private func letterDistance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, otherLetter) in other.enumerated() {
            let changed = diagonal + (letter == otherLetter ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[other.count]
}
