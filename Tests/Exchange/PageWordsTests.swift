import Domain
import Exchange
import Foundation
import Persian
import Support
import Testing

@testable import Store

/// What is printed: words of the office alone, in the page's digits, every name in a direction of its own.
@Suite("Words on printed pages")
struct PageWordsTests {
    /// The pages of an office with a record of every kind, some of them named in Latin letters.
    private static func pages() throws -> [String: String] {
        let office = try OfficeFile.ofEveryKind()
        for line in more { try office.send(line) }
        var pages: [String: String] = [:]
        for (kind, code) in [
            (PrintKind.certificate, "A/B"), (.programme, "1401/06/30"), (.point, "AP-1/1401/06/31"),
            (.invitations, "1401"), (.roll, "1401"), (.institution, "SETAD"), (.base, "B-01/RM-1401"),
        ] {
            let printed = try office.view { (reader) throws(DecideError) in
                try kind.print(code, for: Masking(for: .administrator), on: today.today(), in: reader)
            }
            pages[kind.rawValue] = try printed.pages.get().html()
        }
        return pages
    }

    private static let more = [
        #"{"command":"point.amend","code":"AP-1","name":"Mokeb Noor"}"#,
        #"{"command":"session.amend","code":"SE-01","title":"Panel: media"}"#,
        #"{"command":"guest.invite","congress":1401,"name":"Reza Hosseini","category":"other","rank":1,"companions":0}"#,
        #"{"command":"course.attend","course":"A/B","session":"S1","people":["9990000018"],"at":"1401/06/02T10:00"}"#,
        #"{"command":"course.complete","code":"A/B","at":"1401/06/03T10:00"}"#,
        #"{"command":"course.certify","course":"A/B","person":"9990000018","at":"1401/06/03T11:00"}"#,
        #"{"command":"support.confirm","pledge":"PL-001","quantity":3,"on":"1401/05/03"}"#,
        #"{"command":"support.decline","need":"N-002","institution":"SETAD","reason":"Out of stock"}"#,
        """
        {"command":"support.record","institution":"SETAD","for":{"group":"123/45"},"nature":"spiritual","what":"Lecture",\
        "on":"1401/05/03","outcome":"Ten talks"}
        """,
        """
        {"command":"campaign.open","code":"RM-1401","title":"Velayat drive","from":"1401/05/01","to":"1401/05/09",\
        "target":10}
        """,
        """
        {"command":"household.record","head":"9990000034","headName":"Reza Hosseini","size":3,"area":"village",\
        "place":"Ten","mobile":"09120000034","base":"B-01"}
        """,
        #"{"command":"need.raise","for":{"group":"123/45"},"item":"Blanket","quantity":4,"unit":"box","urgency":"low"}"#,
    ]

    private static let latin: Set = [
        "Mokeb", "Noor", "Panel", "media", "Reza", "Hosseini", "Out", "of", "stock", "Lecture", "Ten", "talks",
        "Blanket", "box", "Velayat", "drive", "RM", "H", "SETAD", "khedmat", "show", "certificate", "A", "B", "SUM",
        "S",
    ]

    @Test("are the office's, in the page's digits, without a separator that parts nothing")
    func words() throws {
        let pages = try Self.pages()
        #expect(pages.count == PrintKind.allCases.count)
        for (kind, html) in pages {
            let text = html.pageText
            let faults = SpokenWords(held: Self.latin.union(["12", "0", "5", "1", "01", "00001", "123", "45"])).faults(
                in: text, .persian)
            #expect(faults.isEmpty, "\(kind): \(faults.sorted())")
            #expect(!html.contains("<h2></h2>") && !html.contains("<p></p>"), "\(kind)")
            for line in text.split(separator: "\n") {
                let words = line.trimmingCharacters(in: .whitespaces)
                #expect(!words.hasSuffix("·") && !words.hasPrefix("·"), "\(kind): \(line)")
            }
        }
    }

    @Test("Latin words among them stand in a direction of their own")
    func directions() throws {
        for (kind, html) in try Self.pages() {
            let body = html.split(separator: "<body>").last ?? ""
            for match in body.matches(of: #/<(?<tag>[^<>]*)>(?<text>[^<>]*[A-Za-z][^<>]*)/#) {
                let (tag, text) = (match.tag, String(match.text).replacing("&nbsp;", with: ""))
                guard text.contains(where: \.isLetter) else { continue }
                let isIsolated =
                    tag.hasPrefix("bdi") || tag.contains("ltr") || tag.contains("number")
                    || text.unicodeScalars.contains(where: Isolate.contains)
                #expect(isIsolated || tag.hasPrefix("svg") || tag.hasPrefix("path"), "\(kind): <\(tag)>\(text)")
            }
        }
    }
}

extension String {
    /// What a page says, without its markup.
    var pageText: String {
        let body = split(separator: "<body>", maxSplits: 1).last.map(String.init) ?? self
        return body.replacing(#/<svg.*?</svg>/#.dotMatchesNewlines(), with: "")
            .replacing(#/</?(bdi|b|strong|em|small)( [^>]*)?>/#, with: "").replacing(#/<[^>]*>/#, with: " ")
            .replacing("&nbsp;", with: " ")
            .withoutIsolates
    }
}
