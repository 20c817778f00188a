// Build-tool plugin: generates the client from spec/ as part of a build.
//
// On the test target it writes the tree beside the build, for the test to compare with Generated/. On the modules of
// the client, which have it in the maintainers' mode only, it compiles the fresh client instead of the committed one.

import Foundation
import PackagePlugin

@main
struct RegenerateClient: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let spec = context.package.directoryURL.appending(path: "spec")
        let generator = try context.tool(named: "gitlab-codegen")
        let work = context.pluginWorkDirectoryURL
        let destination: [String]
        let output: URL
        if target.name == "GeneratedIsCurrentTests" {
            output = work.appending(path: "RegeneratedTree.swift")
            destination = ["--tree", work.appending(path: "tree").path, "--index", output.path]
        } else {
            output = work.appending(path: "RegeneratedClient.swift")
            destination = ["--single-file", output.path, "--module", target.name]
        }
        return [
            .buildCommand(
                displayName: "Regenerating the client from the spec",
                executable: generator.url,
                arguments: ["emit", "--spec", spec.path] + destination,
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
