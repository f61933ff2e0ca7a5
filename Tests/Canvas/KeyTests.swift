import Canvas
import Persian
import Testing

@Suite struct Keys {
    @Test func arrowsFollowTheReading() {
        #expect(Key(.left).inReading(.leftToRight) == .towardStart)
        #expect(Key(.left).inReading(.rightToLeft) == .towardEnd)
        #expect(Key(.right).inReading(.rightToLeft) == .towardStart)
        #expect(Key(.up).inReading(.rightToLeft) == nil)
    }

    @Test func keysAreReadAsBindingsWriteThem() {
        #expect(Key(parsing: "ctrl+l") == Key(.character("l"), .control))
        #expect(Key(parsing: "shift+tab") == Key(.tab, .shift))
        #expect(Key(parsing: "f5") == Key(.function(5)))
        #expect(Key(parsing: "f") == Key(.character("f")))
        #expect(Key(parsing: "ctrl++") == Key(.character("+"), .control))
        #expect(Key(parsing: "space") == Key(.character(" ")))
        #expect(Key(parsing: "f99") == nil)
        #expect(Key(parsing: "") == nil)
        #expect(Key(parsing: "ctrl+") == nil)
    }

    @Test func keysAreShownAsOnTheKeyboard() {
        #expect(Key(.character("l"), .control).displayName(.english) == "Ctrl-L")
        #expect(Key(.character("n")).displayName(.persian) == "n")
        #expect(Key(.enter).displayName(.persian) == "⏎")
        #expect(Key(.character(" ")).displayName(.persian) == "فاصله")
        #expect(Key(.function(5)).displayName(.english) == "F5")
    }
}
