import Domain
import Persian

/// A fact of what a story is about, beside its text: what it is, and how it reads when it is taken into the text.
public struct StoryFact: Hashable, Sendable {
    public enum Sort: Hashable, Sendable { case what, people, days, work, figure, need, note, name }
    public let sort: Sort
    public let label: Phrase
    public let text: Phrase

    /// What a key takes into the text: without the marks that isolate it on a screen.
    public func taken(_ language: Language) -> String { text[language].withoutIsolates }
}

extension StoryFact {
    /// What people wrote, the same in both languages.
    static func said(_ sort: Sort, _ label: Phrase, _ text: String) -> StoryFact {
        StoryFact(sort: sort, label: label, text: Phrase(fa: "\(text)", en: "\(text)"))
    }

    static func name(_ name: String) -> StoryFact { said(.what, Phrase(fa: "نام", en: "name"), name) }

    static let place = Phrase(fa: "محل", en: "place")

    /// The smaller place first; what is empty or said already is left out.
    static func place(_ parts: String...) -> StoryFact {
        var places: [String] = []
        for part in parts where !part.isEmpty && places.last != part { places.append(part) }
        return StoryFact(
            sort: .what, label: Self.place,
            text: Phrase(fa: "\(places.joined(separator: "، "))", en: "\(places.joined(separator: ", "))"))
    }

    static func person(_ label: Phrase, _ person: Person) -> StoryFact { said(.people, label, person.fullName) }

    /// "from 9 to 14 Mordad 1401, 6 days"
    static func days(_ days: ClosedRange<Day>) -> StoryFact {
        let (from, to, count) = (days.lowerBound, days.upperBound, days.upperBound - days.lowerBound + 1)
        let text =
            count == 1
            ? from.told
            : Phrase(
                fa: "از \(from.dayAndMonth(.persian)) تا \(to.longText(.jalali, .persian))، \(count) روز",
                en: "from \(from.dayAndMonth(.english)) to \(to.longText(.jalali, .english)), \(count, "day")")
        return StoryFact(sort: .days, label: Phrase(fa: "روزها", en: "days"), text: text)
    }

    /// How many of what: "140 person-days"; nil of none, which is nothing to tell.
    static func figure(_ label: Phrase, _ value: Int, _ text: Phrase) -> StoryFact? {
        value > 0 ? StoryFact(sort: .figure, label: label, text: text) : nil
    }

    static func quantity(_ sort: Sort, _ label: Phrase, _ quantity: Quantity, _ unit: String, _ what: String)
        -> StoryFact
    {
        let (fa, en) = (Language.persian.quantity(quantity), Language.english.quantity(quantity))
        return StoryFact(
            sort: sort, label: label, text: Phrase(fa: "\(fa) \(unit) \(what)", en: "\(en) \(unit) \(what)"))
    }
}

extension Day {
    var told: Phrase { Phrase(fa: "\(longText(.jalali, .persian))", en: "\(longText(.jalali, .english))") }
}
