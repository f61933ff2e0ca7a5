import Domain
import Foundation
import Testing

@Suite("JSON")
struct JSONTests {
    private static let values: [JSON] = [
        .null, .bool(true), .bool(false), .integer(0), .integer(-7), .integer(.max), .integer(.min), .decimal(0.1),
        .decimal(-2.5e-9), .string(""), .string("گروه‌جهادی «بهار»"), .string("\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}"),
        .string("\u{2028}\u{2029}\u{202E}\u{FEFF}😀e\u{301}"), .list([]), .object([]),
        .list([.null, .list([.integer(1)]), .object([.init("الف", .string("ب"))])]),
        .object([.init("a", .null), .init("b\n", .list([.bool(false)]))]),
    ]

    @Test("what is written is read again", arguments: values)
    func roundTrip(value: JSON) {
        #expect(JSON(parsing: value.text) == value)
        #expect(JSON(parsing: value.text)?.text == value.text)
    }

    @Test("any scalar survives in a text, and none that a line cannot hold is written as it is")
    func scalars() throws {
        let all = String(
            String.UnicodeScalarView((0...0x10FFFF).lazy.filter { $0 % 7 < 2 }.compactMap(Unicode.Scalar.init)))
        let text = JSON.string(all).text
        #expect(JSON(parsing: text)?.string?.unicodeScalars.elementsEqual(all.unicodeScalars) == true)
        #expect(text.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test("what is written is JSON to others as well")
    func others() throws {
        let object = JSON.object([.init("list", .list(Self.values))])
        let read = try JSONSerialization.jsonObject(with: Data(object.text.utf8)) as? [String: [Any]]
        #expect(read?["list"]?.count == Self.values.count)
    }

    @Test("members keep their order when they are written, and come sorted when they are read")
    func order() {
        let object = JSON.object([.init("b", .integer(1)), .init("a", .integer(2))])
        #expect(object.text == #"{"b":1,"a":2}"#)
        #expect(JSON(parsing: object.text)?.text == #"{"a":2,"b":1}"#)
    }

    @Test("numbers: whole ones are integers, however they are written; true is no number")
    func numbers() {
        #expect(JSON(parsing: "40") == .integer(40) && JSON(parsing: "40.0") == .integer(40))
        #expect(JSON(parsing: "1e2") == .integer(100) && JSON(parsing: "40.5") == .decimal(40.5))
        #expect(JSON(parsing: "true") == .bool(true) && JSON(parsing: "1") == .integer(1))
    }

    @Test("of two members with one name the first counts")
    func twice() {
        #expect(JSON(parsing: #"{"b":1,"a":2,"b":3}"#)?.text == #"{"a":2,"b":1}"#)
        #expect(JSON(parsing: #"{"a":{"c":1,"c":2},"a":0}"#)?.text == #"{"a":{"c":1}}"#)
    }

    @Test(
        "texts are read as Foundation reads them",
        arguments: [
            #""قم""#, #""""#, #""a"b""#, #""a\"b""#, "\"a\u{1}\"", "\"\u{7F}\"", "[]", "[ ]", #"["a","b"]"#,
            #"["a", "b"]"#, #"["a,b","c]"]"#, #"["a"b"]"#, #"[,"a"]"#, #"["a""b"]"#, #"["a\n"]"#,
            #"["a",1]"#, #"["a"#, "[", "{", "{]", "\"", "\"\\", "1", "0", "-0", "007", "-", "1.", ".5", "1e", "1e+",
            "12", "-7", "1.5", "1.5e1", "1E+2", "100e-2", "0.0", "12 ", " \r\n\t12\n", "1 2", "99999999999999999999",
            "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "1e18",
            "1e19", "1e400", "1e-400", "[[\"a\"]]", #"{"a":[{"b":null},true,false]}"#, #"{"a" : 1 , "b" : 2}"#,
            #"{"a"}"#, #"{"a":}"#, #"{a:1}"#, #"{1:1}"#, "tru", "truex", "nul", "nulll", "True", #""\/\b\f\r\t""#,
            #""\u0041\u06af""#, #""\u004""#, #""\u00g1""#, #""\ud83d\ude00""#, #""\ud83d""#, #""\ud83dx""#,
            #""\ude00""#, #""\ud83d\u0041""#, #""\x""#, "\u{FEFF}1", "\u{FEFF}", "\u{A0}1",
        ])
    func foundation(_ text: String) {
        let others = try? JSONDecoder().decode(Decoded.self, from: Data(text.utf8)).json
        #expect(JSON(parsing: text) == others)
    }

    /// What Foundation's decoder finds in a text.
    private struct Decoded: Decodable {
        let json: JSON

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                json = .null
            } else if let text = try? value.decode(String.self) {
                json = .string(text)
            } else if let members = try? value.decode([String: Decoded].self) {
                json = .object(members.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.json) })
            } else if let values = try? value.decode([Decoded].self) {
                json = .list(values.map(\.json))
            } else if let number = try? value.decode(Int.self) {
                json = .integer(number)
            } else if let truth = try? value.decode(Bool.self) {
                json = .bool(truth)
            } else {
                json = .decimal(try value.decode(Double.self))
            }
        }
    }

    @Test("what is no JSON", arguments: ["", "{", "{'a':1}", "گروه", "{\"a\":}", "nul", "[1,]x", "[1,]", "{\"a\":1,}"])
    func broken(text: String) {
        #expect(JSON(parsing: text) == nil)
    }

    @Test("lists within lists are read to a depth of 512, and what is deeper is refused, not crashed on")
    func deep() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(JSON(parsing: nested(512)) != nil)
        #expect(JSON(parsing: nested(513)) == nil)
        #expect(JSON(parsing: String(repeating: "[{\"a\":", count: 100_000)) == nil)
    }
}
