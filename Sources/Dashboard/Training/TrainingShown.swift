import Canvas
import Domain
import Persian
import Store

extension ShownPart {
    static let training = ShownPart(
        part: .training, screens: [TrainingScreen.self],
        first: { role, pack in pack == nil && role == .trainer ? TrainingScreen.self : nil },
        headlines: { (context) throws(DecideError) in
            let seats = try context.reader.seatCount()
            return seats.courses > 0 ? [seats.headline] : []
        },
        distinctions: [Distinction(Course.self) { course, _, context in course.from.jalaliText(context.language) }],
        tell: { (news, entry, reader) throws(DecideError) in try news.tellOfSeats(entry, reader) })
}

extension SeatCount {
    /// The seats of the courses that are announced, and how many people wait for one.
    fileprivate var headline: Headline {
        Headline(
            title: Phrase(fa: "ظرفیت دوره‌ها", en: "Course seats"), figure: taken,
            note: Phrase(
                fa: "از \(persianDigits(capacity))، \(persianDigits(waiting)) در نوبت",
                en: "of \(capacity), \(waiting) waiting"),
            share: capacity > 0 ? Double(taken) / Double(capacity) : nil)
    }
}
