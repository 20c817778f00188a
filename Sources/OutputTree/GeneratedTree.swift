// The result of generation: the wanted files of the output folder, without the disk.

import FileSystem

/// Generated files by their paths below the output folder, in the order of the paths.
public struct GeneratedTree: Sendable, Equatable {
    /// A generated file.
    public struct File: Sendable, Hashable {
        /// Where the file is below the output folder.
        public let path: RelativePath
        /// The content of the file.
        public let text: String
    }

    /// The files, sorted by path.
    public private(set) var files: [File] = []
    /// The path of each name, by its lower-case spelling: some file systems ignore case.
    private var places: [String: Place] = [:]

    private struct Place: Sendable, Equatable {
        let path: RelativePath
        let isFolder: Bool
    }

    public init() {}

    /// Takes files by their paths, in any order.
    ///
    /// - Throws: `GeneratedTreeError`, see `add(_:at:)`.
    public init(_ texts: some Sequence<(path: String, text: String)>) throws(GeneratedTreeError) {
        for (path, text) in texts { files.append(try checked(text, at: path)) }
        files.sort { $0.path < $1.path }
    }

    /// Adds a file.
    ///
    /// - Parameters:
    ///   - text: The content of the file. It must have the mark (`GeneratedMark`).
    ///   - path: Where it is to be below the output folder, `Projects/Project.swift` for example.
    /// - Throws: `GeneratedTreeError` for a path that leads out of the output folder, that is taken already or clashes
    ///   with another one, and for a text without the header, which the next run would not recognise as its own.
    public mutating func add(_ text: String, at path: String) throws(GeneratedTreeError) {
        let file = try checked(text, at: path)
        files.insert(file, at: index(for: file.path))
    }

    /// Adds the files of another tree.
    ///
    /// - Throws: `GeneratedTreeError` for a path that clashes with another one.
    public mutating func add(_ other: GeneratedTree) throws(GeneratedTreeError) {
        for file in other.files { try claim(file.path) }
        // Sorted at once: each file in its place would move all that follow.
        files += other.files
        files.sort { $0.path < $1.path }
    }

    /// Another text for a file.
    public struct Replacement: Sendable, Hashable {
        public let path: RelativePath
        public let old: String
        public let new: String
    }

    /// Gives files other texts, and returns those whose text was another one; nil, and nothing is changed, if one of
    /// the files is not in the tree.
    public mutating func replace(_ texts: some Sequence<(path: String, text: String)>) -> [Replacement]? {
        var changed = files
        var replacements: [Replacement] = []
        for (path, text) in texts {
            guard let relative = RelativePath(path), case let index = index(for: relative), index < files.count,
                files[index].path == relative
            else { return nil }
            if files[index].text == text { continue }
            changed[index] = File(path: relative, text: text)
            replacements.append(Replacement(path: relative, old: files[index].text, new: text))
        }
        files = changed
        return replacements
    }

    /// The text of the file at a path; nil if there is none.
    public subscript(path: String) -> String? {
        files.first { $0.path.string == path }?.text
    }

    /// Where a path belongs among the sorted ones.
    private func index(for path: RelativePath) -> Int {
        var range = files.startIndex..<files.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = files[middle].path < path ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }

    /// The file, whose path is taken from now on.
    private mutating func checked(_ text: String, at path: String) throws(GeneratedTreeError) -> File {
        guard let relative = RelativePath(path) else { throw .notBelowTheFolder(path) }
        guard GeneratedMark.isOn(text.utf8) else { throw .withoutHeader(path) }
        try claim(relative)
        return File(path: relative, text: text)
    }

    private mutating func claim(_ path: RelativePath) throws(GeneratedTreeError) {
        for folder in path.ancestors { try claim(Place(path: folder, isFolder: true)) }
        try claim(Place(path: path, isFolder: false))
    }

    private mutating func claim(_ place: Place) throws(GeneratedTreeError) {
        let spelling = place.path.string.lowercased()
        guard let taken = places[spelling] else {
            places[spelling] = place
            return
        }
        guard taken == place && place.isFolder else {
            throw .taken(place.path.string, by: taken.path.string)
        }
    }
}

/// A file that cannot be part of a generated tree. It is an error in the generator, not in the spec.
public enum GeneratedTreeError: Error, Hashable, CustomStringConvertible {
    /// The path is empty, absolute, or has `.`, `..`, an empty component, a backslash or a byte zero in it.
    case notBelowTheFolder(String)
    /// The path is that of another file, or differs from another one only in upper and lower case, or one of both is
    /// a folder on the way to the other.
    case taken(String, by: String)
    /// The text does not open with `GeneratedMark`.
    case withoutHeader(String)

    public var description: String {
        switch self {
        case .notBelowTheFolder(let path): "\"\(path)\" is not a path below the output folder"
        case .taken(let path, let other): "the path \(path) is already taken by \(other)"
        case .withoutHeader(let path): "\(path) lacks the line that marks generated files"
        }
    }
}
