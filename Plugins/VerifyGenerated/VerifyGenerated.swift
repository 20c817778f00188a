// `swift package verify-generated`: compares Generated/ with spec/. Writes nothing, so it needs no permission.

import Foundation
import PackagePlugin

@main
struct VerifyGenerated: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let process = Process()
        process.executableURL = try context.tool(named: "gitlab-codegen").url
        process.arguments = ["verify"] + arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            Diagnostics.error("Generated/ is out of date.")
        }
    }
}
