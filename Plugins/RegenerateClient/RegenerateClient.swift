// Build-tool plugin: generates the client from spec/ as part of a build.
//
// The modules of the client have it in the maintainers' mode only, and are then compiled from the fresh client instead of
// the committed one. No other target has it: SwiftPM compiles the generator a second time, for its own use, in every
// build of a package in which some target has a plugin that runs it.

import Foundation
import PackagePlugin

@main
struct RegenerateClient: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let spec = context.package.directoryURL.appending(path: "spec")
        let generator = try context.tool(named: "gitlab-codegen")
        let output = context.pluginWorkDirectoryURL.appending(path: "RegeneratedClient.swift")
        return [
            .buildCommand(
                displayName: "Regenerating the client from the spec",
                executable: generator.url,
                arguments: ["emit", "--spec", spec.path, "--single-file", output.path, "--module", target.name],
                // The folder itself too: with the files alone, a new file would go unnoticed.
                inputFiles: [spec] + (try files(below: spec)),
                outputFiles: [output])
        ]
    }

    private func files(below folder: URL) throws -> [URL] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return paths.sorted().filter { $0.hasSuffix(".yaml") }.map { folder.appending(path: $0) }
    }
}
