// One file of the spec as it was read: the name that people know it by, and its bytes.

/// A file of the spec.
public struct SpecFile: Sendable, Hashable {
    /// The path as it is shown to people, `spec/projects.yaml` for example.
    public let path: String
    /// The content of the file, as it was read from the disk.
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
