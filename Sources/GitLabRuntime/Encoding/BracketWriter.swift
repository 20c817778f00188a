// Nested parameters as pairs of a bracketed key and a text, for queries and multipart bodies.

/// Where the pairs go: a query, a form or a multipart body.
protocol PairOutput: ~Copyable {
    /// The name of the place: "a query".
    var place: String { get }
    /// The bracket that opens a member, as it is written there.
    static var openBracket: StaticString { get }
    /// The bracket that closes a member.
    static var closeBracket: StaticString { get }
    /// Returns why this name cannot be written, if it cannot, besides brackets and emptiness.
    static func objection(toName name: String) -> String?
    /// Appends a name in the spelling of the place.
    static func append(name: String, to key: inout [UInt8])
    mutating func writeNull(key: [UInt8], at path: AttributePath) throws(ValidationError)
    mutating func write(_ text: String, key: [UInt8], at path: AttributePath) throws(ValidationError)
    mutating func write(_ file: FileUpload, key: [UInt8], at path: AttributePath) throws(ValidationError)
}

/// Writes parameters as pairs: `name`, `name[member]`, `name[]`.
///
/// The server (Rack) rebuilds hashes and arrays from the keys of the pairs, and guesses where they are ambiguous.
/// Parameters that it would guess wrong are rejected. Brackets never hold numbers: those are keys of a hash to the
/// server.
struct BracketWriter<Output: PairOutput & ~Copyable> {
    private var key: [UInt8] = []
    private var path = AttributePath()

    /// The deepest nesting that Rack takes.
    private static var deepest: Int { 100 }

    /// Writes one parameter with all its members and elements.
    static func write(_ name: String, _ value: ParameterValue, to output: inout Output) throws(ValidationError) {
        var writer = BracketWriter()
        try writer.write(member: name, value, inOpenHash: false, to: &output)
    }

    private mutating func write(
        member name: String,
        _ value: ParameterValue,
        inOpenHash: Bool,
        to output: inout Output
    ) throws(ValidationError) {
        let length = key.count
        try enter(name, of: output)
        try write(value, inOpenHash: inOpenHash, to: &output)
        leave(keyLength: length)
    }

    private mutating func write(
        _ value: ParameterValue,
        inOpenHash: Bool,
        to output: inout Output
    ) throws(ValidationError) {
        switch value {
        case .null:
            try output.writeNull(key: key, at: path)
        case .bool, .integer, .double:
            guard !inOpenHash else {
                throw ValidationError(
                    path,
                    "in \(output.place) it would arrive as text, because the server does not know its type",
                    wayOut: "send it as text if that is meant"
                )
            }
            try output.write(value.text(at: path), key: key, at: path)
        case .string, .instant, .day:
            try output.write(value.text(at: path), key: key, at: path)
        case .array(let elements):
            try write(elements, inOpenHash: inOpenHash, to: &output)
        case .commaList(let elements):
            try output.write(CommaList.text(elements, at: path), key: key, at: path)
        case .object(let members):
            try write(members, inOpenHash: inOpenHash, to: &output)
        case .openHash(let members):
            try write(members, inOpenHash: true, to: &output)
        case .file(let file):
            try output.write(file, key: key, at: path)
        case .base64:
            throw ValidationError(
                path, "\(output.place) cannot hold the content of a file in Base64",
                wayOut: "send the bytes, or the request without a file to upload")
        }
    }

    private mutating func write(
        _ members: Parameters,
        inOpenHash: Bool,
        to output: inout Output
    ) throws(ValidationError) {
        guard !members.isEmpty else {
            throw ValidationError(path, "\(output.place) cannot represent an empty hash", wayOut: "leave it out")
        }
        for pair in members.pairs { try write(member: pair.name, pair.value, inOpenHash: inOpenHash, to: &output) }
    }
}

// MARK: - Arrays

extension BracketWriter where Output: ~Copyable {
    private mutating func write(
        _ elements: [ParameterValue],
        inOpenHash: Bool,
        to output: inout Output
    ) throws(ValidationError) {
        guard !elements.isEmpty else {
            // GitLab reads the empty text as the empty array, but only for an attribute that it declares as an array.
            guard !inOpenHash else {
                throw ValidationError(
                    path, "\(output.place) cannot represent an empty array", wayOut: "leave it out")
            }
            return try output.write("", key: key, at: path)
        }
        let length = key.count
        key.append(Output.openBracket)
        key.append(Output.closeBracket)
        var previous: Parameters?
        for (index, element) in elements.enumerated() {
            path.steps.append(.index(index))
            previous = try write(element: element, after: previous, inOpenHash: inOpenHash, to: &output)
            path.steps.removeLast()
        }
        key.removeLast(key.count - length)
    }

    /// Writes one element and returns its members if it is a hash.
    private mutating func write(
        element: ParameterValue,
        after previous: Parameters?,
        inOpenHash: Bool,
        to output: inout Output
    ) throws(ValidationError) -> Parameters? {
        switch element {
        case .null, .bool, .integer, .double, .string, .instant, .day, .base64:
            try write(element, inOpenHash: inOpenHash, to: &output)
            return nil
        case .array, .commaList:
            throw ValidationError(path, "\(output.place) cannot represent an array in an array")
        case .file:
            throw ValidationError(path, "GitLab accepts no files in arrays")
        case .object(let members):
            try write(elementMembers: members, after: previous, inOpenHash: inOpenHash, to: &output)
            return members
        case .openHash(let members):
            try write(elementMembers: members, after: previous, inOpenHash: true, to: &output)
            return members
        }
    }

    /// Writes a hash that is the element of an array.
    ///
    /// The only thing that begins a new element is a scalar member that the last one has already; all others join the
    /// last one, members that are arrays always do. So a shared scalar goes first, and arrays go last.
    private mutating func write(
        elementMembers members: Parameters,
        after previous: Parameters?,
        inOpenHash: Bool,
        to output: inout Output
    ) throws(ValidationError) {
        var leaves: [Leaf] = []
        try collect(members, names: [], inOpenHash: inOpenHash, for: output, into: &leaves)
        var scalars = leaves.filter { !$0.isArray }
        if let previous {
            guard let opener = scalars.firstIndex(where: { previous.holds($0.names[...]) }) else {
                throw ValidationError(
                    path,
                    "in \(output.place) it would be merged into the element before it, with which it shares no "
                        + "attribute that is neither a hash nor an array",
                    wayOut: "set one attribute in all elements"
                )
            }
            scalars.insert(scalars.remove(at: opener), at: 0)
        }
        for leaf in scalars { try write(leaf, depth: 0, to: &output) }
        for leaf in leaves where leaf.isArray { try write(leaf, depth: 0, to: &output) }
    }

    private mutating func write(_ leaf: Leaf, depth: Int, to output: inout Output) throws(ValidationError) {
        guard depth < leaf.names.count else { return try write(leaf.value, inOpenHash: leaf.inOpenHash, to: &output) }
        let length = key.count
        try enter(leaf.names[depth], of: output)
        try write(leaf, depth: depth + 1, to: &output)
        leave(keyLength: length)
    }

    private func collect(
        _ members: Parameters,
        names: [String],
        inOpenHash: Bool,
        for output: borrowing Output,
        into leaves: inout [Leaf]
    ) throws(ValidationError) {
        guard !members.isEmpty else {
            let place = AttributePath(steps: path.steps + names.map { .name($0) })
            throw ValidationError(place, "\(output.place) cannot represent an empty hash", wayOut: "leave it out")
        }
        for pair in members.pairs {
            let names = names + [pair.name]
            switch pair.value {
            case .object(let inner):
                try collect(inner, names: names, inOpenHash: inOpenHash, for: output, into: &leaves)
            case .openHash(let inner):
                try collect(inner, names: names, inOpenHash: true, for: output, into: &leaves)
            case .array(let elements):
                leaves.append(Leaf(names, pair.value, inOpenHash: inOpenHash, isArray: !elements.isEmpty))
            case .file:
                throw ValidationError(
                    AttributePath(steps: path.steps + names.map { .name($0) }), "GitLab accepts no files in arrays")
            case .null, .bool, .integer, .double, .string, .instant, .day, .commaList, .base64:
                leaves.append(Leaf(names, pair.value, inOpenHash: inOpenHash, isArray: false))
            }
        }
    }
}

/// A member of an element, or a member of a hash in it.
private struct Leaf {
    let names: [String]
    let value: ParameterValue
    let inOpenHash: Bool
    let isArray: Bool

    init(_ names: [String], _ value: ParameterValue, inOpenHash: Bool, isArray: Bool) {
        self.names = names
        self.value = value
        self.inOpenHash = inOpenHash
        self.isArray = isArray
    }
}

extension Parameters {
    /// Returns whether there is a member under these names, each in the hash of the one before.
    fileprivate func holds(_ names: ArraySlice<String>) -> Bool {
        guard let first = names.first, let value = self[first] else { return false }
        guard names.count > 1 else { return true }
        switch value {
        case .object(let members), .openHash(let members): return members.holds(names.dropFirst())
        case .null, .bool, .integer, .double, .string, .instant, .day, .array, .commaList, .file, .base64:
            return false
        }
    }
}

// MARK: - Keys

extension BracketWriter where Output: ~Copyable {
    private mutating func enter(_ name: String, of output: borrowing Output) throws(ValidationError) {
        path.steps.append(.name(name))
        if let objection = Self.objection(toName: name, in: output.place) {
            throw ValidationError(path, objection)
        }
        guard !hasIndex || !name.utf8.contains(UInt8(ascii: "\n")) else {
            throw ValidationError(path, "in an array the server would end a key at its line break")
        }
        guard path.steps.count <= Self.deepest else {
            throw ValidationError(path, "it is nested more than \(Self.deepest) levels deep")
        }
        if key.isEmpty {
            Output.append(name: name, to: &key)
        } else {
            key.append(Output.openBracket)
            Output.append(name: name, to: &key)
            key.append(Output.closeBracket)
        }
    }

    private mutating func leave(keyLength: Int) {
        key.removeLast(key.count - keyLength)
        path.steps.removeLast()
    }

    /// Whether the path leads through an array.
    private var hasIndex: Bool {
        path.steps.contains {
            switch $0 {
            case .index: true
            case .name: false
            }
        }
    }

    /// Returns why a name cannot be written. The server decodes escapes before it looks for brackets, so no spelling
    /// can encode a bracket; an empty name makes an array of a hash.
    private static func objection(toName name: String, in place: String) -> String? {
        if name.isEmpty { return "\(place) cannot represent an empty key" }
        for byte in name.utf8 {
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
                return "in \(place) the server would split the key at its brackets"
            }
        }
        return Output.objection(toName: name)
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }
}
