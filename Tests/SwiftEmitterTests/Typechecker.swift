// The compiler, which says whether generated files are Swift, without making code of them.

import Foundation
import SpecModel
import SpecSyntax
import SwiftEmitter

/// Type-checks generated files against the runtime that was built with these tests.
struct Typechecker {
    /// Where the built modules are: beside the bundle of these tests.
    private static let modules: URL? = {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let folders = (bundles + [URL(filePath: CommandLine.arguments[0])]).map { $0.deletingLastPathComponent() }
        return folders.map { $0.appending(path: "Modules") }.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "GitLabRuntime.swiftmodule").path)
        }
    }()

    private static let compiler: URL? = {
        let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
        return folders.map { URL(filePath: String($0)).appending(path: "swiftc") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }()

    static var isAvailable: Bool { modules != nil && compiler != nil }

    /// The replacement of the part of the runtime that only modules of its package see.
    private static let support = """
        enum ModelExample {
            static func read<Value: Decodable>(_ text: String) -> Value { fatalError(text) }
        }

        """

    /// The errors and warnings of files that are one module; nil if there are none.
    func problems(in files: [SwiftFile], named module: String) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(module)-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        var names: Set<String> = []
        for file in files {
            guard names.insert(file.path.lowercased()).inserted else { return "two files '\(file.path)'" }
            let url = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            // The examples are a module of their own, which imports the client; here they are part of it.
            let text = file.text.replacingOccurrences(of: "import GitLab\n", with: "")
            try Data(text.utf8).write(to: url)
            paths.append(url.path)
        }
        let support = folder.appending(path: "ModelExampleSupport.swift")
        try Data(Self.support.utf8).write(to: support)
        return try run(paths + [support.path], module)
    }

    private func run(_ paths: [String], _ module: String) throws -> String? {
        guard let compiler = Self.compiler, let modules = Self.modules else { return "there is no compiler" }
        let arguments =
            [
                "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-package-name", "hostile", "-module-name",
                module, "-I", modules.path,
            ] + Self.moduleMaps(beside: modules) + paths
        let (code, output) = try Self.run(compiler, arguments)
        return code == 0 ? nil : String(decoding: output, as: UTF8.self)
    }

    /// The options with which the compiler finds the modules in C that the runtime imports with a trait.
    private static func moduleMaps(beside modules: URL) -> [String] {
        let build = modules.deletingLastPathComponent()
        let checkouts = build.deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
        let sources = folders(in: checkouts).map { $0.appending(path: "Sources") }.flatMap(folders)
        let maps = sources.map { $0.appending(path: "include") } + folders(in: build)
        return maps.map { $0.appending(path: "module.modulemap").path }.filter(FileManager.default.fileExists)
            .flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    }

    private static func folders(in folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }
    }

    private static func run(_ program: URL, _ arguments: [String]) throws -> (code: Int32, output: Data) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, data)
    }
}

// MARK: - Symbols

extension Typechecker {
    /// The names of the public types of a module that was built with these tests.
    static func publicTypes(of module: String) throws -> Set<String> {
        guard let compiler, let modules else { return [] }
        let folder = FileManager.default.temporaryDirectory.appending(path: "symbols-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let info = try JSONDecoder().decode(TargetInfo.self, from: run(compiler, ["-print-target-info"]).output)
        _ = try run(
            compiler.deletingLastPathComponent().appending(path: "swift-symbolgraph-extract"),
            [
                "-module-name", module, "-target", info.target.triple, "-I", modules.path, "-output-dir", folder.path,
                "-minimum-access-level", "public", "-skip-synthesized-members",
            ] + moduleMaps(beside: modules))
        let graph = try Data(contentsOf: folder.appending(path: "\(module).symbols.json"))
        return Set(
            try JSONDecoder().decode(SymbolGraph.self, from: graph).symbols.filter(\.isType).map {
                $0.pathComponents[0]
            })
    }

    private struct TargetInfo: Decodable {
        struct Target: Decodable {
            let triple: String
        }

        let target: Target
    }

    private struct SymbolGraph: Decodable {
        struct Symbol: Decodable {
            struct Kind: Decodable {
                let identifier: String
            }

            let kind: Kind
            let pathComponents: [String]

            var isType: Bool {
                let kinds = ["struct", "class", "enum", "protocol", "typealias", "actor"]
                return pathComponents.count == 1 && kinds.contains { kind.identifier == "swift.\($0)" }
            }
        }

        let symbols: [Symbol]
    }
}
