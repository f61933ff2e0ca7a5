// swift-tools-version: 6.2
import PackageDescription

/// The rooms of the house and who may import whom. `Tests/Architecture` reads the `import` lines and holds them to this.
let package = Package(
    name: "khedmat",
    products: [
        .executable(name: "khedmat", targets: ["khedmat"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .systemLibrary(name: "CFriBidi", providers: [.apt(["libfribidi-dev"])]),
        .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CLibMD", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CQREncode", providers: [.apt(["libqrencode-dev"])]),

        .target(name: "Persian"),
        .target(name: "Domain", dependencies: ["Persian"]),
        .target(
            name: "Store",
            dependencies: ["Domain", "Persian", "CLibMD", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "Exchange",
            dependencies: [
                "Domain", "Store", "Persian", "CLibCSV", "CSodium", "CQREncode",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("templates")]),
        .target(
            name: "Canvas",
            dependencies: ["Persian", "CFriBidi", "CUtf8proc", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("themes")]),
        .target(name: "Terminal", dependencies: ["Canvas", "Persian", "CNcurses"]),
        .target(name: "Dashboard", dependencies: ["Domain", "Store", "Exchange", "Canvas", "Persian"]),
        .executableTarget(
            name: "khedmat",
            dependencies: [
                "Dashboard", "Terminal", "Canvas", "Exchange", "Store", "Domain", "Persian",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            // At a fixed address nothing is relocated at start: a tenth of its time and 2 MB of memory.
            linkerSettings: [.unsafeFlags(["-Xclang-linker", "-no-pie"], .when(configuration: .release))]),

        // Tests: one folder a room.
        .target(name: "Support", dependencies: ["Canvas", "Persian"], path: "Tests/Support"),
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal", linkerSettings: [.linkedLibrary("util")]),
        .systemLibrary(
            name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
        .target(
            name: "Harness", dependencies: ["CPseudoTerminal", "CVTerm", "Canvas"],
            path: "Tests/EndToEnd/Harness"),
        .testTarget(name: "ArchitectureTests", path: "Tests/Architecture"),
        .testTarget(name: "PersianTests", dependencies: ["Persian"], path: "Tests/Persian"),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "Persian"], path: "Tests/Domain"),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "Domain", "Persian", "Support", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/Store"),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "Store", "Domain", "Persian", "Support", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/Exchange"),
        .testTarget(
            name: "CanvasTests", dependencies: ["Canvas", "Persian", "CFriBidi", "Support"], path: "Tests/Canvas"),
        .testTarget(
            name: "TerminalTests", dependencies: ["Terminal", "Canvas", "Persian", "Harness"], path: "Tests/Terminal"),
        .testTarget(
            name: "DashboardTests",
            dependencies: ["Dashboard", "Exchange", "Store", "Domain", "Canvas", "Persian", "Support"],
            path: "Tests/Dashboard"),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "khedmat", "Harness", "Canvas", "Persian", "Support", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/EndToEnd", exclude: ["Harness"]),
    ],
    swiftLanguageModes: [.v6]
)
