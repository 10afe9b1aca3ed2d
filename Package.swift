// swift-tools-version: 6.2
import PackageDescription

// STATIC_NCURSES=1 with `--static-swift-stdlib` makes one file that needs no ncurses at run time.
let curses: [LinkerSetting] =
  Context.environment["STATIC_NCURSES"] == nil
  ? [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
  : [.unsafeFlags(["-Xlinker", "-l:libncursesw.a", "-Xlinker", "-l:libtinfo.a"])]

let package = Package(
  name: "ascheck",
  products: [.executable(name: "ascheck", targets: ["ascheck"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without its trait for Foundation, which would bring all of that.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    .target(name: "CDigest", linkerSettings: [.linkedLibrary("crypto")]),
    .target(name: "CMemory"),
    .target(name: "CResources"),
    .target(name: "CTerminal", linkerSettings: curses),
    .target(name: "CTransport", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "CXML", linkerSettings: [.linkedLibrary("expat")]),

    .target(name: "Domain", dependencies: ["CDigest"]),
    .target(name: "AWSOperations", dependencies: ["CXML", "Domain"]),
    .target(
      name: "AWSClient",
      dependencies: [
        "AWSOperations", "CTransport", "Domain",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]
    ),
    .target(name: "Checks", dependencies: ["AWSOperations", "CResources", "Domain"]),
    .target(name: "Scanner", dependencies: ["AWSClient", "AWSOperations", "Checks", "Domain"]),
    .target(name: "StateStore", dependencies: ["Domain"]),
    .target(name: "Reports", dependencies: ["Checks", "Domain"]),
    .target(name: "Demo", dependencies: ["AWSClient", "CResources", "Domain"]),
    .target(name: "TerminalUI", dependencies: ["Domain"]),
    .target(name: "CursesTerminal", dependencies: ["CTerminal", "Domain", "TerminalUI"]),
    .target(
      name: "App",
      dependencies: ["Checks", "Domain", "Reports", "Scanner", "StateStore", "TerminalUI"]
    ),
    .executableTarget(
      name: "ascheck",
      dependencies: [
        "App", "AWSClient", "AWSOperations", "CMemory", "Checks", "CursesTerminal", "Demo",
        "Domain", "Reports", "Scanner", "StateStore", "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    .target(name: "TestSupport", dependencies: ["AWSClient", "Domain"], path: "Tests/TestSupport"),
    .testTarget(name: "DomainTests", dependencies: ["Domain"]),
    .testTarget(
      name: "AWSOperationsTests",
      dependencies: ["AWSOperations", "Domain"],
      resources: [.copy("Fixtures")]
    ),
    .testTarget(
      name: "AWSClientTests",
      dependencies: ["AWSClient", "AWSOperations", "Domain", "TestSupport"],
      resources: [.copy("Fixtures")]
    ),
    .testTarget(name: "ChecksTests", dependencies: ["AWSOperations", "Checks", "Domain"]),
    .testTarget(
      name: "ScannerTests",
      dependencies: [
        "AWSClient", "AWSOperations", "Checks", "Demo", "Domain", "Scanner", "TestSupport",
      ]
    ),
    .testTarget(
      name: "StateStoreTests",
      dependencies: ["Domain", "StateStore", "TestSupport"],
      exclude: ["validate_schema.py"],
      resources: [.copy("Fixtures")]
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Checks", "Domain", "Reports"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "DemoTests",
      dependencies: ["AWSClient", "Checks", "Demo", "Domain", "Scanner", "TestSupport"],
      exclude: ["read_answers.py"]
    ),
    .testTarget(
      name: "TerminalUITests",
      dependencies: ["Domain", "TerminalUI"],
      exclude: ["WidthTables.py"]
    ),
    .executableTarget(
      name: "CursesSpecimen",
      dependencies: ["CursesTerminal", "Domain", "TerminalUI"],
      path: "Tests/CursesSpecimen"
    ),
    .executableTarget(
      name: "KeystrokeBenchmark",
      dependencies: ["App", "Checks", "Domain", "StateStore", "TerminalUI"],
      path: "Tests/Benchmark/KeystrokeBenchmark"
    ),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: ["CTerminal", "CursesSpecimen", "CursesTerminal", "Domain", "TerminalUI"]
    ),
    .testTarget(
      name: "AppTests",
      dependencies: ["App", "Checks", "Domain", "Reports", "Scanner", "StateStore", "TerminalUI"],
      exclude: ["Goldens"]
    ),
    .executableTarget(
      name: "StateBenchmark",
      dependencies: ["Checks", "Domain", "StateStore"],
      path: "Tests/Benchmark/StateBenchmark"
    ),
    .executableTarget(name: "LoadServer", path: "Tests/Benchmark/LoadServer"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["AWSClient", "Domain", "TerminalUI", "TestSupport", "ascheck"],
      exclude: ["at_terminal.py", "moto_account.py"]
    ),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)

let cTargets: Set = [
  "CDigest", "CMemory", "CResources", "CTerminal", "CTransport", "CXML", "LoadServer",
]
for target in package.targets where !cTargets.contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
