import Testing

@testable import Store

@Suite("The steps of the schema")
struct StepsTests {
    /// The SHA-256 of each step. A new step adds a line; no line is ever changed.
    private static let released = [
        "79d00b488bba2e450e51687fa51657bb680f13b2c26767c19af6ce603ee01496",
        "3fb1dde969879e6e846270da974490402abb7e7ddf7d3249319fd2fd32628044",
        "99f20c80de092ca51d52b99d5414a7dd2e838b83593f2f70642d40b1c4d17017",
        "f55828098f1877a79e4630c98846cfc3da7a5cf4bcfa647192e92a421aff08ba",
        "f7b158172ff2d36dabc187256513411bbb632f47b25fb720e134e12a2a9ab05d",
        "47ac8519ae39c3512bf6458283d8b94d175d1179408e727b8a918e68615159bd",
        "58e6a4646a66bf962a450fbb82dabb3b8e6c7d1b72d9609cec6f90353085c318",
        "c5dcde0284cde28a2031ecf7ecdce6c4354006eda8fca7728d26a75cdaf4096b",
        "f33b8b6a5390f761dd5bbd87abd4249a42096fb1b1834acc882465c389c7b02f",
        "f3f8396a957837e77adc3b6018fa0a029091413321c98aee2016750ad4751343",
        "d1a7a0e414bc0b75994226f81ac3482684fcbb4211d8f6c3e9f02835b219256b",
        "bb26bc28065c9f743f64d78dbc54e8f5b7536b1d65a7e72ee5a5628a084c98e8",
        "64488617e30ced4ab39f064ddbe0952c44423ffa7d198af32b3fa6314001d8b0",
        "12fa27f79a567aa0a351a0c6fdc04b43930bf65f72363d3bc81f29eec7909c85",
        "1cd9f9d42b16cc82e9c99de3ce05c52733a407b7594fc643b09632d0bc872c03",
        "529565e4ef31406ab8b5c57d118470f17ec0b817b1b21f7649e99c1ef8dfcc97",
        "18026f9cf7cbc51c51e8955a91971c6d33c457a28e21d0956a3022009a1c4c37",
        "97e5a75367e18ebe081c5719d8d07f76a1b28a3fd6dbe102b211d08909fbadeb",
        "9c5148855d96d61e3fe8032df311cbf9a14c76fd3f47605d9ebd2f71df81d8e4",
        "654ea235f80ccc56948ef88bdf44bbdd8a77dd0d2f82a6152819f4ac5d967082",
    ]

    @Test("are frozen once released: not a letter of one is changed, a later one mends it")
    func frozen() {
        let digests = Migrations.steps.map { step in
            LedgerMark(number: 0, hash: Ledger.hash(Array(step.utf8), after: [])).hash
        }
        for (number, (digest, released)) in zip(digests, Self.released).enumerated() {
            #expect(
                digest == released,
                "step \(number + 1) is not what files took that are out there; leave it as it was, and add a new step")
        }
        #expect(digests.count == Self.released.count, "a new step is noted here: \(digests.last ?? "")")
    }
}
