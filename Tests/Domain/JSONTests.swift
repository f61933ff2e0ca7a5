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

    @Test(
        "plain and other texts are read alike",
        arguments: [
            #""قم""#, #""""#, #""a"b""#, #""a\"b""#, "\"a\u{1}\"", "[]", "[ ]", #"["a","b"]"#, #"["a", "b"]"#,
            #"["a,b","c]"]"#, #"["a"b"]"#, #"["a",]"#, #"[,"a"]"#, #"["a""b"]"#, #"["a\n"]"#, #"["a",1]"#, #"["a"#, "[",
            "\"", "1", "0", "007", "12", "-7", "1.5", "1e3", "12 ", "99999999999999999999", "[[\"a\"]]",
        ])
    func plain(_ text: String) {
        let others = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))
        #expect(JSON(parsing: text) == others)
    }

    @Test("what is no JSON", arguments: ["", "{", "{'a':1}", "گروه", "{\"a\":}", "nul", "[1,]x"])
    func broken(text: String) {
        #expect(JSON(parsing: text) == nil)
    }
}
