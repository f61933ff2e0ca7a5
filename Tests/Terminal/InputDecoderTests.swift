import Canvas
import Testing

@testable import Terminal

/// The events of `bytes` and then of silence.
private func decode(_ bytes: [UInt8]) -> [Event] {
    var decoder = InputDecoder()
    let events = decoder.feed(bytes)
    return events + decoder.flush()
}

private func decode(_ text: String) -> [Event] {
    decode(Array(text.utf8))
}

private func keys(_ text: String, _ modifiers: Key.Modifiers = []) -> [Event] {
    text.unicodeScalars.map { .key(Key(.character($0), modifiers)) }
}

@Suite("Bytes of the keyboard")
struct InputDecoderTests {
    @Test("Persian letters, ZWNJ and emoji come as typed")
    func letters() {
        #expect(decode("گروه‌ها 😀a") == keys("گروه‌ها 😀a"))
    }

    @Test(
        "Shift with Space is told apart, for it types ZWNJ; with a letter it is the capital",
        arguments: ["\u{1B}[32;2u", "\u{1B}[27;2;32~"])
    func shiftSpace(sequence: String) {
        #expect(decode(sequence) == keys(" ", .shift))
        #expect(decode("\u{1B}[97;2u") == keys("A"))
    }

    @Test("A letter cut in two by a read is one letter")
    func splitLetter() {
        var decoder = InputDecoder()
        let bytes = Array("پ".utf8)
        #expect(decoder.feed([bytes[0]]).isEmpty)
        #expect(decoder.feed([bytes[1]]) == keys("پ"))
    }

    @Test(
        "A byte that is not UTF-8 is lost alone",
        arguments: [
            [0xFF], [0x80], [0xC0, 0xAF], [0xD9], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x9B],
            [0xF0, 0x9F, 0x98],
        ] as [[UInt8]])
    func invalidBytes(_ bad: [UInt8]) {
        #expect(decode(Array("a".utf8) + bad + Array("bم".utf8)) == keys("abم"))
        #expect(decode(bad + Array("\u{1B}[A".utf8)) == [.key(Key(.up))])
    }

    @Test("Control characters are the keys that send them")
    func controlCharacters() {
        #expect(decode("\r\n\t\u{8}\u{7F}") == [.enter, .enter, .tab, .backspace, .backspace].map { .key(Key($0)) })
        #expect(decode("\u{1}\u{12}\u{1A}") == keys("arz", .control))
        #expect(decode("\0\u{1C}\u{1F}") == keys(" \\_", .control))
    }

    @Test("Escape waits for what may follow and is a key when nothing does")
    func loneEscape() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [.key(Key(.escape))])
        #expect(!decoder.isWaiting)
        #expect(decoder.flush().isEmpty)
        #expect(decode("\u{1B}\u{1B}") == [.key(Key(.escape)), .key(Key(.escape))])
    }

    @Test("Alt with a key comes after an Escape")
    func alt() {
        #expect(decode("\u{1B}x\u{1B}ش") == keys("xش", .alt))
        #expect(decode("\u{1B}\r") == [.key(Key(.enter, .alt))])
        #expect(decode("\u{1B}\u{1}") == keys("a", [.alt, .control]))
        #expect(decode("\u{1B}\u{1B}[A") == [.key(Key(.up, .alt))])
        #expect(decode("\u{1B}[") == keys("[", .alt))
        #expect(decode("\u{1B}O") == keys("O", .alt))
        #expect(decode("\u{1B}]") == keys("]", .alt))
    }

    static let named: [(String, Key)] = [
        ("[A", Key(.up)), ("OA", Key(.up)), ("[B", Key(.down)), ("[C", Key(.right)), ("[D", Key(.left)),
        ("[H", Key(.home)), ("OH", Key(.home)), ("[1~", Key(.home)), ("[7~", Key(.home)),
        ("[F", Key(.end)), ("OF", Key(.end)), ("[4~", Key(.end)), ("[8~", Key(.end)),
        ("[2~", Key(.insert)), ("[3~", Key(.delete)), ("[5~", Key(.pageUp)), ("[6~", Key(.pageDown)),
        ("[Z", Key(.tab, .shift)), ("OM", Key(.enter)), ("Ot", Key(.character("4"))), ("Ok", Key(.character("+"))),
        ("OP", Key(.function(1))), ("OS", Key(.function(4))), ("[11~", Key(.function(1))), ("[[A", Key(.function(1))),
        ("[[E", Key(.function(5))), ("[15~", Key(.function(5))), ("[17~", Key(.function(6))),
        ("[21~", Key(.function(10))), ("[23~", Key(.function(11))), ("[24~", Key(.function(12))),
    ]

    @Test("Keys with names, as xterm, tmux, rxvt and the Linux console send them", arguments: named)
    func namedKeys(_ sequence: String, _ key: Key) {
        #expect(decode("\u{1B}" + sequence) == [.key(key)])
    }

    static let modified: [(String, Key)] = [
        ("[1;2A", Key(.up, .shift)), ("[1;3B", Key(.down, .alt)), ("[1;5C", Key(.right, .control)),
        ("[1;6D", Key(.left, [.shift, .control])), ("[1;7H", Key(.home, [.alt, .control])),
        ("[1;8F", Key(.end, [.shift, .alt, .control])), ("[3;5~", Key(.delete, .control)),
        ("[5;2~", Key(.pageUp, .shift)), ("[1;5P", Key(.function(1), .control)), ("[1;2R", Key(.function(3), .shift)),
        ("O1;5S", Key(.function(4), .control)), ("O5P", Key(.function(1), .control)),
        ("[24;2~", Key(.function(12), .shift)),
        ("[a", Key(.up, .shift)), ("Od", Key(.left, .control)), ("[7$", Key(.home, .shift)),
        ("[5^", Key(.pageUp, .control)), ("[3@", Key(.delete, [.shift, .control])),
    ]

    @Test("Shift, Alt and Control come as parameters, or as rxvt's last letter", arguments: modified)
    func modifiedKeys(_ sequence: String, _ key: Key) {
        #expect(decode("\u{1B}" + sequence) == [.key(key)])
    }

    static let unicodeKeys: [(String, [Event])] = [
        ("[97;5u", keys("a", .control)), ("[97;2u", keys("A")), ("[1588;3u", keys("ش", .alt)),
        ("[27u", [.key(Key(.escape))]), ("[13;2u", [.key(Key(.enter, .shift))]),
        ("[9;6u", [.key(Key(.tab, [.shift, .control]))]),
        ("[97;1:3u", []), ("[97:65;2:1u", keys("A")), ("[27;5;105~", keys("i", .control)), ("[57441;1u", []),
        ("[1114112;5u", []), ("[55296u", []),
    ]

    @Test("kitty's and xterm's numbered characters; their releases are silent", arguments: unicodeKeys)
    func numberedCharacters(_ sequence: String, _ events: [Event]) {
        #expect(decode("\u{1B}" + sequence) == events)
    }

    @Test("Answers and unknown sequences are swallowed whole")
    func answers() {
        let answers = [
            "[?1;2c", "[>41;354;0c", "[?8;1$y", "[8;1$y", "[8;4$y", "[24;80R", "[?25;1R", "[0n", "[8;24;80t", "[I",
            "[O",
            "[?1u", "[?997;1n", "P>|XTerm(379)\u{1B}\\", "P1+r524742=38\u{1B}\\", "]11;rgb:0000/0000/0000\u{7}",
            "]11;rgb:ff/ff/ff\u{1B}\\", "_Gi=1;OK\u{1B}\\", "^message\u{1B}\\", "Xtext\u{1B}\\", "]0;گروه‌ها\u{7}",
            "[" + String(repeating: "1;", count: 50_000) + "q",
            "]52;c;" + String(repeating: "QUJD", count: 50_000) + "\u{7}",
        ]
        for answer in answers {
            #expect(decode("\u{1B}" + answer + "j") == keys("j"), "\(answer.prefix(30))")
        }
    }

    @Test("An answer that comes late and in pieces is still no key")
    func lateAnswer() {
        var decoder = InputDecoder()
        for piece in ["\u{1B}P>|kit", "ty(0.26", ")\u{1B}", "\\"] {
            #expect(decoder.feed(Array(piece.utf8)) + decoder.flush() == [])
        }
        #expect(decoder.feed(Array("j".utf8)) == keys("j"))
    }

    @Test("A sequence broken off gives the keyboard back")
    func brokenSequences() {
        #expect(decode("\u{1B}[12\u{1B}[A") == [.key(Key(.up))])
        #expect(decode("\u{1B}[12\r") == [.key(Key(.enter))])
        #expect(decode("\u{1B}]11;rgb\u{1B}[A") == [.key(Key(.up))])
        #expect(decode("\u{1B}P1$r\u{3}j") == keys("c", .control) + keys("j"))
        #expect(decode("\u{1B}[12پ") == keys("پ"))
    }

    @Test("A paste is one event, exactly as it came")
    func paste() {
        let text = "سطر یک\r\n\u{1B}[A\u{1B}[201x\u{1B}\u{3} ته"
        #expect(decode("a\u{1B}[200~\(text)\u{1B}[201~b") == keys("a") + [.paste(text)] + keys("b"))
        #expect(decode("\u{1B}[200~\u{1B}[201~") == [.paste("")])
        #expect(decode("\u{1B}[200~x\u{1B}[20\u{1B}[201~") == [.paste("x\u{1B}[20")])
    }

    @Test("A paste may be cut anywhere, for any time")
    func splitPaste() {
        let bytes = Array("\u{1B}[200~یک\u{1B}دو\u{1B}[201~".utf8)
        for cut in 7..<bytes.count {
            var decoder = InputDecoder()
            let events = decoder.feed(Array(bytes[..<cut])) + decoder.flush() + decoder.feed(Array(bytes[cut...]))
            #expect(events == [.paste("یک\u{1B}دو")])
        }
    }

    @Test("A megabyte is pasted in pieces as one event")
    func longPaste() {
        let text = String(repeating: "ردیف ۱۲\u{1B}[2", count: 65536)
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
        var decoder = InputDecoder()
        var events: [Event] = []
        for start in stride(from: 0, to: bytes.count, by: 4096) {
            events += decoder.feed(Array(bytes[start..<min(start + 4096, bytes.count)]))
        }
        #expect(events == [.paste(text)])
    }

    @Test("The mouse: first button and wheel, in SGR and in the old form")
    func mouse() {
        #expect(
            decode("\u{1B}[<0;3;2M\u{1B}[<0;3;2m") == [
                .mouse(Mouse(.press, column: 2, row: 1)), .mouse(Mouse(.release, column: 2, row: 1)),
            ])
        #expect(decode("\u{1B}[<64;200;100M") == [.mouse(Mouse(.wheelUp, column: 199, row: 99))])
        #expect(decode("\u{1B}[<69;1;1M") == [.mouse(Mouse(.wheelDown, column: 0, row: 0))])
        #expect(decode("\u{1B}[<2;1;1M\u{1B}[<32;5;5M\u{1B}[<0;0;0M\u{1B}[<M").isEmpty)
        #expect(decode(Array("\u{1B}[M".utf8) + [32, 33, 34]) == [.mouse(Mouse(.press, column: 0, row: 1))])
        #expect(
            decode(Array("\u{1B}[M".utf8) + [0x60, 0xF3, 0x80] + Array("j".utf8)) == [
                .mouse(Mouse(.wheelUp, column: 210, row: 95))
            ] + keys("j"))
    }
}

@Suite("Bytes of the keyboard, at random")
struct InputDecoderFuzzTests {
    /// Bytes that meet inside sequences more often than chance would have it.
    private static let favourites = Array("\u{1B}\u{1B}\u{1B}[[]OPX_^\\;:0123456789<>?$~MmuABRZ\u{7}\r\u{3}گ😀".utf8)

    @Test("However the bytes are cut, they mean the same", arguments: 0..<40)
    func anySplit(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 1...200, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random) : Self.favourites.randomElement(using: &random) ?? 0
            }
            var whole = InputDecoder()
            let expected = whole.feed(bytes) + whole.flush()

            var split = InputDecoder()
            var events: [Event] = []
            var position = 0
            while position < bytes.count {
                let end = min(bytes.count, position + Int.random(in: 1...9, using: &random))
                events += split.feed(Array(bytes[position..<end]))
                position = end
            }
            #expect(events + split.flush() == expected, "\(bytes)")
        }
    }

    @Test("Whatever came before, the keyboard can be had back", arguments: 0..<20)
    func recovers(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<50 {
            // Only a paste may go on for ever; its end bracket leads out of it.
            var bytes = (0..<100).map { _ in Self.favourites.randomElement(using: &random) ?? 0 }
            bytes += Array("\u{1B}[201~\u{18}\u{18}\u{18}\u{18}j".utf8)
            #expect(decode(bytes).last == keys("j").last, "\(bytes)")
        }
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
