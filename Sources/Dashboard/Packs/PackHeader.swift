import Canvas
import Domain
import Persian

extension Pack {
    /// What stands in the title bar where an office has its name: that it is a pack, whose, and from when.
    func header(_ language: Language) -> String {
        let day = madeAt.day(in: .tehran).jalaliText(language)
        return Phrase(fa: "بسته \(code) · \(office) · \(day)", en: "pack \(code) · \(office) · \(day)")[language]
    }
}
