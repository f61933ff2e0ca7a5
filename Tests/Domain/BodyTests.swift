import Domain
import Testing

@Suite("Councils and bases")
struct BodyTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    @Test("founded with a code or the next of the series, under a parent or none")
    func found() throws {
        try office.carriesOut(#"{"command":"council.found","name":"شورای تازه","parent":"SH-01"}"#)
        #expect(try office.council("SH-03").parent == "SH-01")
        try office.carriesOut(#"{"command":"base.found","code":"b-۰۷","name":"قرارگاه تازه","council":"SH-02"}"#)
        #expect(try office.base("B-07").council == "SH-02")
        try office.carriesOut(#"{"command":"base.found","name":"قرارگاه دیگر","code":null,"parent":"B-07"}"#)
        #expect(try office.base("B-08").parent == "B-07", "codes that people chose move the series on")
    }

    @Test("amended: what is given changes, null clears")
    func amend() throws {
        try office.carriesOut(#"{"command":"council.amend","code":"SH-02","name":"شورای نو","parent":"SH-01"}"#)
        #expect(try office.council("SH-02").name == "شورای نو" && office.council("SH-02").parent == "SH-01")
        try office.carriesOut(#"{"command":"council.amend","code":"SH-02","parent":null}"#)
        #expect(try office.council("SH-02").parent == nil && office.council("SH-02").name == "شورای نو")
        try office.carriesOut(#"{"command":"base.amend","code":"B-02","name":"مهر","council":"SH-02","parent":null}"#)
        #expect(try office.base("B-02").council == "SH-02" && office.base("B-02").parent == nil)
    }

    @Test(
        "what they name must be there",
        arguments: [
            (#"{"command":"council.found","name":"شورا","parent":"SH-99"}"#, "parent", "SH-99"),
            (#"{"command":"council.amend","code":"SH-01","parent":"B-01"}"#, "parent", "B-01"),
            (#"{"command":"council.amend","code":"SH-99","name":"شورا"}"#, "code", "SH-99"),
            (#"{"command":"base.found","name":"قرارگاه","parent":"SH-01"}"#, "parent", "SH-01"),
            (#"{"command":"base.found","name":"قرارگاه","council":"SH-99"}"#, "council", "SH-99"),
            (#"{"command":"base.found","code":"B-09","name":"قرارگاه","parent":"B-09"}"#, "parent", "B-09"),
            (#"{"command":"base.amend","code":"B-01","council":"SH-99"}"#, "council", "SH-99"),
            (#"{"command":"base.amend","code":"B-01","parent":"B-99"}"#, "parent", "B-99"),
            (#"{"command":"base.amend","code":"Q-0001","name":"قرارگاه"}"#, "code", "Q-0001"),
        ])
    func missing(line: String, field: String, key: String) {
        office.refuses(line, as: .notFound, field: field, saying: key)
    }

    @Test("nothing stands above itself, at whatever distance; the way round is told")
    func loops() throws {
        office.refuses(
            #"{"command":"base.amend","code":"B-01","parent":"B-01"}"#, as: .loop, field: "parent", saying: "B-01")
        office.refuses(
            #"{"command":"base.amend","code":"B-01","parent":"B-02"}"#, as: .loop, saying: "B-01 ← B-02 ← B-01")
        try office.carriesOut(#"{"command":"council.found","name":"شورا","parent":"SH-02"}"#)
        try office.carriesOut(#"{"command":"council.amend","code":"SH-02","parent":"SH-01"}"#)
        office.refuses(
            #"{"command":"council.amend","code":"SH-01","parent":"SH-03"}"#, as: .loop,
            saying: "SH-01 ← SH-03 ← SH-02 ← SH-01")
    }
}
