/// Why a text or three numbers are no day, or no time.
public enum DateError: Error, Equatable, Sendable {
    /// Not year, month and day in that order.
    case unreadable(String)
    case noSuchMonth(Int)
    case noSuchDay(day: Int, monthName: Phrase, year: Int, daysInMonth: Int)
    /// Outside the years that are accepted, or written with two digits.
    case yearOutOfRange(Int)
    /// Not hours and minutes of a day.
    case noSuchTime(String)

    /// A sentence that says what is wrong and what would be accepted, without a
    /// full stop.
    ///
    ///     // 1400/12/30: "Esfand 1400 has 29 days"
    public var explanation: Phrase {
        switch self {
        case .unreadable(let text):
            return Phrase(
                fa: "«\(text)» تاریخ نیست؛ سال/ماه/روز بنویسید، مانند ۱۴۰۱/۰۵/۰۹",
                en: "“\(text)” is not a date; write year/month/day, such as 1401/05/09")
        case .noSuchMonth(let month):
            return Phrase(
                fa: "ماه \(persianDigits(month)) وجود ندارد؛ ماه از ۱ تا ۱۲ است",
                en: "There is no month \(month); months are 1 to 12")
        case .noSuchDay(_, let monthName, let year, let daysInMonth):
            // Which year it is matters where the length depends on it.
            let dependsOnYear = daysInMonth < 30
            return Phrase(
                fa: "\(monthName)\(dependsOnYear ? " سال \(numeral: year)" : "")"
                    + " فقط \(persianDigits(daysInMonth)) روز دارد",
                en: "\(monthName)\(dependsOnYear ? " \(numeral: year)" : "") has \(daysInMonth) days")
        case .yearOutOfRange(let year):
            return Phrase(
                fa: "سال \(numeral: year) پذیرفته نیست؛ سال را چهاررقمی بنویسید: "
                    + "شمسی ۱۲۰۰ تا ۱۶۰۰ یا میلادی ۱۸۲۲ تا ۲۲۲۱",
                en: "The year \(numeral: year) is not accepted; write four digits: "
                    + "Jalali 1200 to 1600 or Gregorian 1822 to 2221")
        case .noSuchTime(let text):
            return Phrase(
                fa: "«\(text)» ساعت نیست؛ ساعت:دقیقه از ۰۰:۰۰ تا ۲۴:۰۰ بنویسید، مانند ۱۰:۳۰",
                en: "“\(text)” is not a time; write hour:minute from 00:00 to 24:00, such as 10:30")
        }
    }
}
