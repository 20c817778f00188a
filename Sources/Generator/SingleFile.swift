// The whole client as one Swift file, for a build that compiles it straight from the spec: a build plugin has to name
// its outputs before the generator has run, and so cannot know which files there will be.

import OutputTree

extension GeneratedTree {
    /// All Swift files one after the other. Diagnostics of the compiler name the file that each line would stand in.
    public var singleFile: String {
        let parts = files.filter { $0.path.string.hasSuffix(".swift") }.map {
            "#sourceLocation(file: \"\($0.path)\", line: 1)\n\($0.text)"
        }
        return parts.joined(separator: "\n") + "#sourceLocation()\n"
    }
}
