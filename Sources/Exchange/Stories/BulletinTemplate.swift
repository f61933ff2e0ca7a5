import Domain
import Persian

/// Holds a template to what a bulletin promises: names that there are, texts escaped, no script, nothing that is fetched.
///
/// Marks stand in texts, or in quoted values of attributes that name nothing to be run or fetched; set delimiters, partials,
/// inheritance, pragmas and functions are none of a bulletin's.
struct BulletinTemplate {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var (line, column) = (1, 1)
    private var page = PagePlace()
    /// The sections that are open, the root first.
    private var open: [(name: String, names: BulletinNames)] = [("", .all)]

    private init(_ template: String) { scalars = Array(template.unicodeScalars) }

    /// - Throws: `unknown-value`, with the line and the column.
    static func check(_ template: String) throws(Refusal) {
        var check = BulletinTemplate(template)
        try check.run()
        do { _ = try Template(template) } catch { throw TemplateFault.refusal(error) }
    }

    private mutating func run() throws(Refusal) {
        while place < scalars.count {
            if isNext("{{") {
                try readMark()
            } else {
                let scalar = scalars[place]
                step()
                if let fault = page.read(scalar) { throw fault.refusal(line, column) }
            }
        }
        if let last = open.last, open.count > 1 {
            throw fault(
                Phrase(fa: "بخش «\(last.name)» بسته نشده است", en: "the section “\(last.name)” is not closed"))
        }
    }

    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count where place < scalars.count {
            if scalars[place] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
            place += 1
        }
    }

    private func isNext(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        return place + wanted.count <= scalars.count && scalars[place..<place + wanted.count].elementsEqual(wanted)
    }

    private func fault(_ what: Phrase) -> Refusal { TemplateFault(what).refusal(line, column) }

    private mutating func readMark() throws(Refusal) {
        let begin = (line, column)
        func refused(_ fa: String, _ en: String) -> Refusal {
            TemplateFault(Phrase(fa: "\(fa)", en: "\(en)")).refusal(begin.0, begin.1)
        }
        let isTriple = isNext("{{{")
        step(isTriple ? 3 : 2)
        var inside = String.UnicodeScalarView()
        let end = isTriple ? "}}}" : "}}"
        while place < scalars.count, !isNext(end) {
            inside.append(scalars[place])
            step()
        }
        guard place < scalars.count else { throw refused("نشان بسته نشده است", "the mark is not closed") }
        step(end.utf8.count)
        var name = String(inside).trimmed
        let sign = name.unicodeScalars.first
        if !isTriple, sign == "!" { return }
        let isSigned = !isTriple && sign.map { "#^/&=<>$%*".unicodeScalars.contains($0) } == true
        if isSigned { name = String(name.unicodeScalars.dropFirst()).trimmed }
        switch (isTriple, isSigned ? sign : nil) {
        case (true, _), (_, "&"):
            guard page.takesSections else { throw refused(Self.outside.fa, Self.outside.en) }
            if find(name, \.drawings) { return }
            throw refused(
                "«\(name.excerpt)» تنها گریخته با {{ }} می‌آید؛ بی گریز تنها نقش‌های خود برنامه است",
                "“\(name.excerpt)” is filled in by {{ }} alone; only drawings of the program stand unescaped")
        case (_, "#"), (_, "^"):
            guard page.takesSections else { throw refused(Self.outside.fa, Self.outside.en) }
            try openSection(name, isInverted: sign == "^", refused)
        case (_, "/"):
            guard open.count > 1, open.last?.name == name else {
                throw refused(
                    "بخش «\(name.excerpt)» اینجا باز نیست", "the section “\(name.excerpt)” is not open here")
            }
            guard page.takesSections else { throw refused(Self.outside.fa, Self.outside.en) }
            open.removeLast()
        case (_, .some):
            throw refused(
                "نشان‌هایی مانند این در قالب خبرنامه پذیرفته نیست", "marks of this sort are not taken in bulletins")
        case (_, nil):
            guard page.takesText(name) else { throw refused(Self.outside.fa, Self.outside.en) }
            if find(name, \.texts) { return }
            throw unknown(name, refused)
        }
    }

    private static let outside = (
        fa: "نشان در متن، یا در گیومه ویژگی‌هایی مانند alt و title می‌آید",
        en: "a mark stands in text, or in the quotes of an attribute such as alt or title"
    )

    /// Whether a name is known here or in a section around.
    private func find(_ name: String, _ sort: KeyPath<BulletinNames, Set<String>>) -> Bool {
        // "." is the item of the innermost section alone.
        if name == "." { return open.last?.names[keyPath: sort].contains(name) == true }
        return open.contains { $0.names[keyPath: sort].contains(name) }
    }

    private mutating func openSection(
        _ name: String, isInverted: Bool, _ refused: (String, String) -> Refusal
    ) throws(Refusal) {
        let list = open.reversed().compactMap { $0.names.lists[name] }.first
        if let list {
            open.append((name, isInverted ? BulletinNames() : list))
        } else if name != ".", find(name, \.texts) {
            open.append((name, BulletinNames(texts: isInverted ? [] : ["."])))
        } else {
            throw unknown(name, refused)
        }
    }

    private func unknown(_ name: String, _ refused: (String, String) -> Refusal) -> Refusal {
        let known = Array(Set(open.flatMap(\.names.told))).sorted().joined(separator: ", ")
        return refused(
            "خبرنامه «\(name.excerpt)» ندارد؛ اینجا پذیرفتنی: \(known)",
            "bulletins have no “\(name.excerpt)”; accepted here: \(known)")
    }
}

extension String {
    fileprivate var trimmed: String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let rest = Array(unicodeScalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
        var view = String.UnicodeScalarView()
        view.append(contentsOf: rest)
        return String(view)
    }
}
