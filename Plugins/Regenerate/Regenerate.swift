// `swift package --allow-writing-to-package-directory regenerate`: writes Generated/ from spec/.

import Foundation
import PackagePlugin

@main
struct Regenerate: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let process = Process()
        process.executableURL = try context.tool(named: "gitlab-codegen").url
        process.arguments = ["generate"] + arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            Diagnostics.error("Generated/ was left as it is.")
        }
    }
}
