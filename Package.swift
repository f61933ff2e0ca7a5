// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Whether it is built to start as quickly as it can: `KHEDMAT_QUICK_START=1`, as the README builds it. Without it this is
/// a package like any other, with no unsafe flags.
let isQuick = Context.environment["KHEDMAT_QUICK_START"] == "1"

/// The compiler's usual way to a type such as `[String: Group]` is to have its name read and its conformances searched for
/// when it is first needed; with this flag the type is put together from its parts instead: 1 ms of 16 at start.
let quickTypes: [SwiftSetting] =
    isQuick
    ? [
        .unsafeFlags(
            ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
            .when(configuration: .release))
    ] : []

/// What is linked in need not be looked for, mapped and bound. `Sources/khedmat/Archives` names the libraries whose
/// archives come with their headers on Debian; where one is missing all stay shared. Nor does anything look into the
/// program for one of its 20,000 names: what walks through them at each start finds none. Addresses stay random; what
/// that has relocated at each start is told in 20 kB instead of 4 MB, which needs the compiler's own linker.
let quickStart: [LinkerSetting] = {
    guard isQuick else { return [] }
    let folder = Context.packageDirectory + "/Sources/khedmat/Archives"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let places = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"]
    let isComplete = places.contains { place in
        // The compiler's own libraries lie with the compiler.
        names.filter { $0 != "libstdc++.so" }.allSatisfy {
            FileManager.default.fileExists(atPath: place + "/" + $0.replacingOccurrences(of: ".so", with: ".a"))
        }
    }
    let flags =
        ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-export-dynamic"]
        + (isComplete ? ["-L", folder, "-Xclang-linker", "-static-libgcc"] : [])
    return [.unsafeFlags(flags, .when(configuration: .release))]
}()

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
        .systemLibrary(name: "CProcess"),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .systemLibrary(name: "CFriBidi", providers: [.apt(["libfribidi-dev"])]),
        .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CQREncode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CPictures", providers: [.apt(["libturbojpeg0-dev", "libpng-dev"])]),

        .target(name: "Persian", dependencies: ["CUtf8proc"], swiftSettings: quickTypes),
        .target(name: "Domain", dependencies: ["Persian"], swiftSettings: quickTypes),
        .target(
            name: "Store",
            dependencies: ["Domain", "Persian", "CNettle", "CSQLite", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: quickTypes),
        .target(
            name: "Exchange",
            dependencies: [
                "Domain", "Store", "Persian", "CLibCSV", "CSodium", "CQREncode", "CPictures",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            exclude: ["Packs/README.md", "Stories/README.md"], resources: [.embedInCode("templates")],
            swiftSettings: quickTypes),
        .target(
            name: "Canvas",
            dependencies: ["Persian", "CFriBidi", "CUtf8proc", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("themes")], swiftSettings: quickTypes),
        .target(name: "Terminal", dependencies: ["Canvas", "Persian", "CNcurses"], swiftSettings: quickTypes),
        .target(
            name: "Dashboard", dependencies: ["Domain", "Store", "Exchange", "Canvas", "Persian"],
            swiftSettings: quickTypes),
        .executableTarget(
            name: "khedmat",
            dependencies: [
                "Dashboard", "Terminal", "Canvas", "Exchange", "Store", "Domain", "Persian", "CProcess",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Archives"], swiftSettings: quickTypes, linkerSettings: quickStart),

        // Tests: one folder a room.
        .target(name: "Support", dependencies: ["Canvas", "Persian"], path: "Tests/Support"),
        .target(name: "Offices", dependencies: ["Domain", "Persian"], path: "Tests/Offices"),
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal", linkerSettings: [.linkedLibrary("util")]),
        .systemLibrary(
            name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
        .target(
            name: "Harness", dependencies: ["CPseudoTerminal", "CVTerm", "Canvas"],
            path: "Tests/EndToEnd/Harness"),
        .testTarget(name: "ArchitectureTests", path: "Tests/Architecture"),
        .testTarget(name: "PersianTests", dependencies: ["Persian"], path: "Tests/Persian"),
        .testTarget(
            name: "DomainTests", dependencies: ["Domain", "Offices", "Persian", "Support"], path: "Tests/Domain"),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "Domain", "Offices", "Persian", "Support", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/Store"),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "Store", "Domain", "Offices", "Persian", "Support",
                .product(name: "GRDB", package: "GRDB.swift"),
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
