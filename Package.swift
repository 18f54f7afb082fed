// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "tasuki",
    products: [.executable(name: "tasuki", targets: ["tasuki"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // The pure core: no input or output, no clock, no randomness.
        .target(name: "Statecharts"),
        .target(name: "Regulation", dependencies: ["Statecharts"]),
        .target(name: "Submissions", dependencies: ["Regulation", "Statecharts"]),
        .target(name: "CanonicalJSON"),
        .target(
            name: "TransparencyLog",
            dependencies: ["CanonicalJSON", .product(name: "Crypto", package: "swift-crypto")]
        ),

        // The write side: ports, commands, what a commit projects, the codec and the audit.
        .target(
            name: "Engine",
            dependencies: ["Submissions", "Regulation", "Statecharts", "TransparencyLog", "CanonicalJSON"]
        ),

        // The read side: every read model, the adviser, the words, and all JSON and CSV that leaves.
        .target(
            name: "Views",
            dependencies: ["Engine", "Submissions", "Regulation", "Statecharts", "TransparencyLog", "CanonicalJSON"]
        ),

        // The form of tables that come in and go out; a system library writes its workbook.
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Sheets",
            dependencies: ["CanonicalJSON", "CXLSXWriter", "Engine", "Regulation", "Submissions", "Views"]
        ),

        // What touches the world, each behind its own library.
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(
            name: "Definitions",
            dependencies: ["CanonicalJSON", "CYAML", "Engine", "Submissions", "Regulation", "Statecharts"]
        ),
        .target(
            name: "SQLiteStore",
            dependencies: [
                "Accounts", "CanonicalJSON", "Engine", "Submissions", "Regulation", "Statecharts", "TransparencyLog",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        // Who may come in, and what each may see and do.
        .target(
            name: "Accounts",
            dependencies: ["CanonicalJSON", "Regulation", "Submissions", "TransparencyLog"]
        ),
        .target(
            name: "Dossiers",
            dependencies: ["CanonicalJSON", "Engine", "Regulation", "Submissions", "TransparencyLog"]
        ),
        .target(
            name: "Exports",
            dependencies: [
                "CanonicalJSON", "Engine", "Dossiers", "Pages", "Regulation", "Submissions", "TransparencyLog", "Views",
            ]
        ),
        // Templates and style sheets are files of their own kind; they lie in the program, not beside it.
        .target(
            name: "Pages",
            dependencies: [
                "Engine", "Regulation", "Statecharts", "Submissions", "TransparencyLog", "Views",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Styles")]
        ),
        .target(
            name: "HTTPService",
            dependencies: [
                "Accounts", "CanonicalJSON", "Engine", "Pages", "Regulation", "Statecharts", "Submissions",
                "TransparencyLog",
                "Views",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "CommandLineTool",
            dependencies: [
                "Accounts", "CanonicalJSON", "Definitions", "Dossiers", "Engine", "Exports", "HTTPService", "Pages",
                "Regulation", "Sheets", "SQLiteStore", "Statecharts", "Submissions", "TransparencyLog", "Views",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .executableTarget(name: "tasuki", dependencies: ["CommandLineTool"]),

        // The proving ground: what tests, simulates, attacks and measures. Nothing in Sources may know of it, and none of it
        // is a product.
        .target(name: "Chance", path: "Tests/Proving/Chance"),
        .target(name: "Turns", path: "Tests/Proving/Turns"),
        .target(
            name: "Scenarios",
            dependencies: ["Chance", "Definitions", "Regulation", "Statecharts", "Submissions"],
            path: "Tests/Proving/Scenarios"
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                "CommandLineTool", "Definitions", "Engine", "Regulation", "Scenarios", "Submissions", "Views",
            ],
            path: "Tests/Proving/TestSupport"
        ),
        // The engine under seeds: a store double, clients, faults and invariants.
        .target(
            name: "Simulation",
            dependencies: [
                "CanonicalJSON", "Chance", "Engine", "Regulation", "Statecharts", "Submissions", "TransparencyLog",
                "Views",
            ],
            path: "Tests/Proving/Simulation"
        ),
        .executableTarget(
            name: "tasuki-simulate",
            dependencies: [
                "Definitions", "Simulation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Proving/tasuki-simulate"
        ),
        // What every store promises, run against each of them.
        .target(
            name: "StorePromises",
            dependencies: [
                "CanonicalJSON", "Engine", "Regulation", "Statecharts", "Submissions", "TransparencyLog",
            ],
            path: "Tests/Proving/StorePromises"
        ),
        // Attacks on everything that reads what comes from outside.
        .target(
            name: "Fuzzing",
            dependencies: [
                "CanonicalJSON", "Chance", "CommandLineTool", "Definitions", "Dossiers", "Engine", "Exports",
                "HTTPService", "Regulation", "Sheets", "SQLiteStore", "Statecharts", "Submissions", "TestSupport",
                "TransparencyLog", "Views",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            path: "Tests/Proving/Fuzzing"
        ),
        .executableTarget(
            name: "tasuki-fuzz",
            dependencies: ["Fuzzing", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/Proving/tasuki-fuzz"
        ),
        // Courses of submissions to measure and torture with, and what measures beneath the doors.
        .target(
            name: "Bench",
            dependencies: [
                "CanonicalJSON", "Chance", "CommandLineTool", "Definitions", "Engine", "Regulation", "SQLiteStore",
                "Statecharts", "Submissions", "TransparencyLog", "Views",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/Proving/Bench"
        ),
        .executableTarget(name: "tasuki-bench", dependencies: ["Bench"], path: "Tests/Proving/tasuki-bench"),

        .testTarget(name: "StatechartsTests", dependencies: ["Chance", "Statecharts"]),
        .testTarget(name: "RegulationTests", dependencies: ["Chance", "Regulation"]),
        .testTarget(
            name: "SubmissionsTests",
            dependencies: ["Definitions", "Submissions", "Regulation", "Scenarios", "Statecharts"]
        ),
        .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON", "Chance"]),
        .testTarget(name: "TransparencyLogTests", dependencies: ["Chance", "TransparencyLog"]),
        .testTarget(
            name: "AccountsTests",
            dependencies: ["Accounts", "Regulation", "SQLiteStore", "Submissions", "TransparencyLog"]
        ),
        .testTarget(
            name: "DefinitionsTests",
            dependencies: [
                "Views", "Chance", "Definitions", "Engine", "Regulation", "Statecharts", "Submissions",
                "TransparencyLog",
            ]
        ),
        .testTarget(
            name: "DossiersTests",
            dependencies: ["Chance", "Dossiers", "Regulation", "Submissions", "TestSupport"]
        ),
        .testTarget(
            name: "EngineTests",
            dependencies: [
                "CanonicalJSON", "Chance", "CommandLineTool", "Dossiers", "Engine", "Regulation", "Statecharts",
                "StorePromises", "Submissions", "Scenarios", "TestSupport", "TransparencyLog", "Views",
            ]
        ),
        .testTarget(
            name: "ViewsTests",
            dependencies: [
                "Bench", "CanonicalJSON", "CommandLineTool", "Definitions", "Engine", "Regulation", "SQLiteStore",
                "Scenarios", "Simulation", "Statecharts", "Submissions", "TestSupport", "Views",
            ]
        ),
        .testTarget(
            name: "SheetsTests",
            dependencies: [
                "Definitions", "Regulation", "Scenarios", "Sheets", "Submissions", "Views",
            ]
        ),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: [
                "CanonicalJSON", "Engine", "Regulation", "SQLiteStore", "Statecharts", "StorePromises", "Submissions",
                "TransparencyLog",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "ExportsTests",
            dependencies: [
                "CanonicalJSON", "Dossiers", "Engine", "Exports", "Regulation", "Statecharts", "Submissions",
                "TestSupport", "TransparencyLog", "Views",
            ]
        ),
        .testTarget(
            name: "PagesTests",
            dependencies: [
                "CanonicalJSON", "Engine", "Pages", "Regulation", "Statecharts", "Submissions", "TransparencyLog",
                "Views", .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),
        .testTarget(
            name: "HTTPServiceTests",
            dependencies: [
                "Accounts", "CanonicalJSON", "CommandLineTool", "HTTPService", "Engine", "Regulation", "Submissions",
                "Scenarios", "TestSupport", "TransparencyLog", "Turns", "Views",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]
        ),
        .testTarget(
            name: "CommandLineToolTests",
            dependencies: [
                "CanonicalJSON", "CommandLineTool", "Definitions", "Engine", "Regulation", "Scenarios", "Submissions",
                "TestSupport", "Turns", "Views",
            ]
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: [
                "CanonicalJSON", "Definitions", "Engine", "Regulation", "Simulation", "StorePromises", "Submissions",
            ]
        ),
        .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing"], exclude: ["Regressions"]),
        .testTarget(
            name: "BenchTests",
            dependencies: [
                "Bench", "CommandLineTool", "Engine", "Regulation", "SQLiteStore", "Submissions", "TestSupport",
                "Views",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// One dialect of Swift for every target, stated once; warnings are errors when the checks run, so that the next
// compiler does not break a newcomer's first build.
let strict = Context.environment["TASUKI_STRICT"] != nil
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        // What is `package` would else be called across targets without being specialized: a tenth of an action.
        .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    ]
    if strict { target.swiftSettings?.append(.treatAllWarnings(as: .error)) }
}
