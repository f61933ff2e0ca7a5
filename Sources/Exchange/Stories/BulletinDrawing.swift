import Domain
import Persian

/// The drawings of a bulletin as inline SVG: each with a title and a description for who cannot see it. All lengths are whole
/// numbers.
enum BulletinDrawing {
    private static let language = Language.persian

    /// A bar for each month, from the names on, as one reads; the figure stands at its end. A line each, so that twelve
    /// months have room on a telephone too.
    static func bars(_ parts: [FigurePart], title: String, id: String) -> String {
        let (width, line, thick, room) = (400, 26, 16, 90)
        let (axis, height) = (width - room, 8 + parts.count * line)
        let most = max(1, parts.map(\.value).max() ?? 1)
        var drawn = ""
        for (index, part) in parts.enumerated() {
            let long = max(part.value > 0 ? 2 : 0, part.value * (axis - room) / most)
            let (top, foot) = (4 + index * line, 4 + index * line + thick)
            drawn += text(month(part.name), x: axis + room / 2, y: foot)
            if long > 0 {
                drawn += "<rect class=\"bar\" x=\"\(axis - long)\" y=\"\(top + 2)\" width=\"\(long)\" height=\"\(thick)\"/>"
            }
            // Drawn around its middle, which is at half of some ten points a digit.
            let figure = language.number(part.value)
            drawn += text(figure, x: axis - long - 8 - figure.unicodeScalars.count * 5, y: foot)
        }
        return svg(
            width, height, id: id, title: title, description: description(parts.map { (month($0.name), $0.value) }),
            "<path class=\"axis\" d=\"M\(axis) 2V\(height - 2)\"/>\(drawn)")
    }

    /// The 31 provinces as tiles in their rough places; a map is no text, so west is to the left.
    static func map(_ parts: [FigurePart]) -> String {
        let (side, tall) = (68, 44)
        let values = Dictionary(parts.map { ($0.name, $0.value) }) { $0 + $1 }
        let most = max(1, parts.map(\.value).max() ?? 1)
        var drawn = ""
        for (province, name, column, row) in places {
            let value = values[province.name.fa] ?? 0
            // Five shades; every tile has its figure as well.
            let shade = value == 0 ? 0 : 1 + min(3, value * 4 / (most + 1))
            let (x, y) = (column * side, row * tall)
            drawn +=
                "<rect class=\"s\(shade)\" x=\"\(x + 1)\" y=\"\(y + 1)\" width=\"\(side - 2)\" height=\"\(tall - 2)\" rx=\"4\"/>"
                + text(name, x: x + side / 2, y: y + 18, class: "t\(shade)")
                + text(value == 0 ? "–" : language.number(value), x: x + side / 2, y: y + 35, class: "t\(shade)")
        }
        return svg(
            7 * side, 6 * tall, id: "map", title: "نفرروز کار جهادی در استان‌ها",
            description: description(parts.map { ($0.name, $0.value) }), drawn)
    }

    private static func svg(
        _ width: Int, _ height: Int, id: String, title: String, description: String, _ inside: String
    ) -> String {
        """
        <svg viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-desc" direction="rtl">\
        <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(BulletinModel.escaped(description))</desc>\
        \(inside)</svg>
        """
    }

    private static func text(_ text: String, x: Int, y: Int, class name: String? = nil) -> String {
        let look = name.map { " class=\"\($0)\"" } ?? ""
        return "<text\(look) x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\">\(BulletinModel.escaped(text))</text>"
    }

    private static func description(_ parts: [(String, Int)]) -> String {
        let told = parts.filter { $0.1 > 0 }.map { "\($0.0) \(language.number($0.1))" }
        return told.isEmpty ? "هنوز چیزی ثبت نشده است." : told.joined(separator: "، ")
    }

    /// "1401/05" as its name.
    private static func month(_ name: String) -> String {
        let number = name.split(separator: "/").last.flatMap { Int($0) } ?? 1
        return months[max(0, min(11, number - 1))]
    }

    private static let months = [
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ]

    /// Of this layout for good: the map on the screen may move, that of an issue may not.
    static let places: [(province: Province, name: String, column: Int, row: Int)] = [
        (.westAzerbaijan, "آذ. غربی", 0, 0), (.eastAzerbaijan, "آذ. شرقی", 1, 0), (.ardabil, "اردبیل", 2, 0),
        (.kurdistan, "کردستان", 0, 1), (.zanjan, "زنجان", 1, 1), (.gilan, "گیلان", 2, 1),
        (.mazandaran, "مازندران", 3, 1), (.golestan, "گلستان", 4, 1), (.northKhorasan, "خ. شمالی", 5, 1),
        (.kermanshah, "کرمانشاه", 0, 2), (.hamadan, "همدان", 1, 2), (.qazvin, "قزوین", 2, 2),
        (.alborz, "البرز", 3, 2), (.tehran, "تهران", 4, 2), (.semnan, "سمنان", 5, 2),
        (.razaviKhorasan, "خ. رضوی", 6, 2),
        (.ilam, "ایلام", 0, 3), (.lorestan, "لرستان", 1, 3), (.markazi, "مرکزی", 2, 3), (.qom, "قم", 3, 3),
        (.isfahan, "اصفهان", 4, 3), (.yazd, "یزد", 5, 3), (.southKhorasan, "خ. جنوبی", 6, 3),
        (.khuzestan, "خوزستان", 1, 4), (.chaharmahalAndBakhtiari, "چهارمحال", 2, 4),
        (.kohgiluyehAndBoyerAhmad, "کهگیلویه", 3, 4), (.fars, "فارس", 4, 4), (.kerman, "کرمان", 5, 4),
        (.sistanAndBaluchestan, "سیستان", 6, 4), (.bushehr, "بوشهر", 3, 5), (.hormozgan, "هرمزگان", 5, 5),
    ]
}
