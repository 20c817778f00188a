// A whole module as one Swift file, for a build that compiles it straight from the spec: a build plugin has to name
// its outputs before the generator has run, and so cannot know which files there will be.

import OutputTree

extension GeneratedTree {
    /// The Swift files of a module one after the other. Diagnostics of the compiler name the file that each line would
    /// stand in. The file of the module's name is left out: the target has it, because a target needs one of its own.
    public func singleFile(of module: String) -> String {
        let files = files.filter { file in
            let path = file.path.string
            return path.hasPrefix(module + "/") && path.hasSuffix(".swift") && path != "\(module)/\(module).swift"
        }
        let parts = files.map {
            "#sourceLocation(file: \"\($0.path)\", line: 1)\n\($0.text)"
        }
        return parts.joined(separator: "\n") + "#sourceLocation()\n"
    }
}
