// A small project with a spec of its own, and what is on its disk.

import Foundation

/// A folder with `spec/` in it, in which the command is run.
struct SampleProject {
    let folder: TemporaryFolder
    var url: URL { folder.url }
    var generated: URL { url.appending(path: "Generated") }

    /// The content of spec files, by their paths below `spec/`.
    typealias Spec = [String: String]

    /// The spec before a change.
    static let old: Spec = [
        "projects.yaml": """
        resource:
          name: projects
          type: Projects
          about: "Projects of the sample."
          docs: https://docs.gitlab.com/api/projects/

        operations:
          get:
            GET: /projects/:id
            # The request is GetProject.
            about: "Gets one project."
            docs: "#retrieve-a-project"
            returns: Project
            path:
              id: { type: id_or_path, of: project, required: true, about: "The ID or full path of the project." }

        """,
        "types/project.yaml": project(fields: [
            "id: { type: integer, always: true, about: \"Number that it is known by.\" }"
        ]),
        "types/visibility.yaml": enumeration("VisibilityLevel", value: "private"),
    ]

    /// The spec after a change: `Models/Project.swift` becomes another one, `Models/Order.swift` is added, and
    /// `Models/Visibility.swift` is not wanted.
    static let new: Spec = {
        var spec = old
        spec["types/project.yaml"] = project(fields: [
            "id: { type: integer, always: true, about: \"Number that it is known by.\" }",
            "star_count: { type: integer, about: \"How many users like it.\" }",
        ])
        spec["types/visibility.yaml"] = nil
        spec["types/order.yaml"] = enumeration("ProjectOrder", value: "created_at")
        return spec
    }()

    private static func project(fields: [String]) -> String {
        """
        types:
          Project:
            about: "A project of the sample."
            docs: https://docs.gitlab.com/api/projects/
            fields:

        """ + fields.map { "      \($0)\n" }.joined()
    }

    private static func enumeration(_ name: String, value: String) -> String {
        """
        enums:
          \(name):
            about: "A choice."
            suppress: { unused-type: "The sample is about files, not about what is in them." }
            values:
              \(value): { about: "Taken unless another is asked for." }

        """
    }

    init(_ spec: Spec = old) throws {
        folder = try TemporaryFolder()
        try write(spec)
    }

    /// Makes `spec/` hold these YAML files and no others; the schema and the page of rules stay.
    func write(_ spec: Spec) throws {
        let folder = url.appending(path: "spec")
        for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        where path.hasSuffix(".yaml") {
            try FileManager.default.removeItem(at: folder.appending(path: path))
        }
        for (path, text) in spec { try write(text, to: "spec/" + path) }
    }

    func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: .utf8)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: url.appending(path: path), encoding: .utf8)
    }

    func run(_ arguments: String...) throws -> Run {
        try Codegen.run(arguments, in: url)
    }

    /// The content of the files below `Generated`, by their paths; nil if there is no such folder.
    func contents() throws -> [String: String]? {
        guard FileManager.default.fileExists(atPath: generated.path) else { return nil }
        return try FileManager.default.subpathsOfDirectory(atPath: generated.path).reduce(into: [:]) { contents, path in
            var isFolder: ObjCBool = false
            let file = generated.appending(path: path)
            if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), isFolder.boolValue { return }
            contents[path] = try String(contentsOf: file, encoding: .utf8)
        }
    }

    /// Of each file and folder in the project its number and when it was last changed, in nanoseconds since 1970.
    func traces() throws -> [String: [Int]] {
        try FileManager.default.subpathsOfDirectory(atPath: url.path).reduce(into: [:]) { traces, path in
            var status = stat()
            guard lstat(url.appending(path: path).path, &status) == 0 else { return }
            #if canImport(Darwin)
            let time = status.st_mtimespec
            #else
            let time = status.st_mtim
            #endif
            traces[path] = [Int(status.st_ino), Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)]
        }
    }

    /// The output folder, and what a run left beside it.
    func namesBesideTheOutput() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).filter {
            $0.hasPrefix(".") || $0.hasPrefix("Generated")
        }
    }
}
