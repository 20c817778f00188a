// The encoder of the attributes of a request.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An encoder that takes the attributes of a request, one after another, and writes each as it is sent: in a query, in
/// a form or in a JSON body.
///
/// A request receives an encoder and adds its attributes (``EndpointRequest/addQuery(to:)``). Nothing is sent for nil.
/// Single values are written straight into the bytes that are sent. An attribute that cannot be sent as intended is
/// noted, and the request is rejected once it has added everything.
public struct ParameterEncoder: ~Copyable {
    private enum Place {
        /// As they are: to be looked at, compared, or written by something else.
        case collection
        case pairs
        case members
    }

    private let place: Place
    private var collection = Parameters()
    private var pairs = QueryPairs(.query)
    private var members = JSONMembers()
    /// The names that nothing may have.
    private let taken: [PathAttribute]
    /// Why the request cannot be sent; the first reason, if there are several.
    private var refusal: ValidationError?
    /// Whether a file was added, which no place here can encode.
    private(set) var holdsFile = false

    /// Collects parameters as they are.
    init() {
        place = .collection
        taken = []
    }

    /// Writes pairs, behind those that are there.
    ///
    /// - Parameter taken: the attributes of the path. GitLab lets the path win over an attribute of the same name,
    ///   wherever it stands, so such a one is rejected.
    init(_ pairs: consuming QueryPairs, taken: [PathAttribute] = []) {
        place = .pairs
        self.pairs = pairs
        self.taken = taken
    }

    /// Writes the members of a JSON object.
    init(_ members: consuming JSONMembers, taken: [PathAttribute] = []) {
        place = .members
        self.members = members
        self.taken = taken
    }
}

// MARK: - Adding attributes

extension ParameterEncoder {
    /// Adds a text; nil is not sent.
    @inlinable
    public mutating func add(_ name: String, _ value: String?) {
        if let value { write(name, value) }
    }

    /// Adds an integer; nil is not sent.
    @inlinable
    public mutating func add(_ name: String, _ value: Int?) {
        if let value { write(name, value) }
    }

    /// Adds true or false; nil is not sent.
    @inlinable
    public mutating func add(_ name: String, _ value: Bool?) {
        if let value { write(name, value) }
    }

    /// Adds a value of an enum of texts; nil is not sent.
    @inlinable
    public mutating func add<Value: OpenEnum>(_ name: String, _ value: Value?) where Value.RawValue == String {
        if let value { write(name, value.rawValue) }
    }

    /// Adds a value of an enum of integers; nil is not sent.
    @inlinable
    public mutating func add<Value: OpenEnum>(_ name: String, _ value: Value?) where Value.RawValue == Int {
        if let value { write(name, value.rawValue) }
    }

    /// Adds an id or a full path, which may also be percent-encoded; nil is not sent. A request with an address in its
    /// place is rejected: which GitLab it is on is not looked at here.
    public mutating func add(_ name: String, _ value: IDOrPath?) {
        guard let value else { return }
        if let id = value.id { return write(name, id) }
        guard !value.text.withBytes(NamespacePath.isPlain) else { return write(name, value.text) }
        do throws(NamespacePath.Objection) {
            write(name, try NamespacePath.read(value.text, nil))
        } catch {
            if case .collection = place { return write(name, value.text) }
            if refusal == nil { refusal = error.refusal(of: name) }
        }
    }

    /// Adds a moment; nil is not sent.
    public mutating func add(_ name: String, _ value: Date?) {
        guard let value else { return }
        switch place {
        case .pairs, .members:
            // A moment without a text is rejected by the check of all values.
            if let text = Timestamp.text(value) { write(name, text) } else { add(name, value: .instant(value)) }
        case .collection:
            add(name, value: .instant(value))
        }
    }

    /// Adds a value of any kind; nil is not sent.
    public mutating func add<Value: ParameterEncodable>(_ name: String, _ value: Value?) {
        if let value { add(name, value: value.parameterValue) }
    }

    /// Adds a text that can be unset: absent is not sent, null is sent as null.
    @inlinable
    public mutating func add(_ name: String, _ state: WriteState<String>) {
        switch state {
        case .absent: break
        case .null: add(name, value: .null)
        case .value(let value): write(name, value)
        }
    }

    /// Adds a value that can be unset: absent is not sent, null is sent as null.
    public mutating func add<Value: ParameterEncodable>(_ name: String, _ state: WriteState<Value>) {
        switch state {
        case .absent: break
        case .null: add(name, value: .null)
        case .value(let value): add(name, value: value.parameterValue)
        }
    }

    /// Adds a list of texts that GitLab splits on commas; nil is not sent. A request with an element that holds a comma
    /// is rejected, because GitLab would make two of it.
    public mutating func addCommaSeparated(_ name: String, _ elements: [String]?) {
        guard let elements else { return }
        switch place {
        case .pairs:
            guard admits(name) else { return }
            attempt { encoder throws(ValidationError) in try encoder.pairs.write(name, commaSeparated: elements) }
        case .collection, .members:
            add(name, value: .commaList(elements.map { .string($0) }))
        }
    }

    /// Adds a list that GitLab splits on commas; nil is not sent. A request with an element that holds a comma is
    /// rejected, because GitLab would make two of it.
    public mutating func addCommaSeparated<Element: ParameterEncodable>(_ name: String, _ elements: [Element]?) {
        if let elements { add(name, value: .commaList(elements.map { $0.parameterValue })) }
    }

    /// Adds a list that GitLab splits on commas and that can be unset: absent is not sent, null is sent as null.
    public mutating func addCommaSeparated<Element: ParameterEncodable>(
        _ name: String,
        _ state: WriteState<[Element]>
    ) {
        switch state {
        case .absent: break
        case .null: add(name, value: .null)
        case .value(let elements): addCommaSeparated(name, elements)
        }
    }

    /// Adds a value as it is.
    @inline(never)
    public mutating func add(_ name: String, value: ParameterValue) {
        guard admits(name) else { return }
        switch place {
        case .collection: collection.add(name, value: value)
        case .pairs: attempt { encoder throws(ValidationError) in try encoder.pairs.write(name, value) }
        case .members:
            holdsFile = holdsFile || value.holdsFile
            guard !holdsFile else { return }
            attempt { encoder throws(ValidationError) in try encoder.members.write(name, value) }
        }
    }
}

// MARK: - Single values, the fast way

extension ParameterEncoder {
    @usableFromInline
    mutating func write(_ name: String, _ value: String) {
        guard admits(name) else { return }
        switch place {
        case .collection: collection.add(name, value: .string(value))
        case .pairs: attempt { encoder throws(ValidationError) in try encoder.pairs.write(name, text: value) }
        case .members: members.write(name, text: value)
        }
    }

    @usableFromInline
    mutating func write(_ name: String, _ value: Int) {
        guard admits(name) else { return }
        switch place {
        case .collection: collection.add(name, value: .integer(Int64(value)))
        case .pairs: attempt { encoder throws(ValidationError) in try encoder.pairs.write(name, integer: Int64(value)) }
        case .members: members.write(name, integer: Int64(value))
        }
    }

    @usableFromInline
    mutating func write(_ name: String, _ value: Bool) {
        guard admits(name) else { return }
        switch place {
        case .collection: collection.add(name, value: .bool(value))
        case .pairs: attempt { encoder throws(ValidationError) in try encoder.pairs.write(name, bool: value) }
        case .members: members.write(name, bool: value)
        }
    }
}

// MARK: - Refusing

extension ParameterEncoder {
    /// Returns whether an attribute of this name is to be written.
    @inline(__always)
    private mutating func admits(_ name: String) -> Bool {
        guard refusal == nil else { return false }
        for attribute in taken where attribute.name == name {
            refusal = ValidationError(
                AttributePath(steps: [.name(name)]),
                "the path has an attribute of the same name, which GitLab would take instead"
            )
            return false
        }
        return true
    }

    @inline(__always)
    private mutating func attempt(_ write: (inout ParameterEncoder) throws(ValidationError) -> Void) {
        do throws(ValidationError) {
            try write(&self)
        } catch {
            refusal = error
        }
    }
}

// MARK: - Results

extension ParameterEncoder {
    /// Returns the collected parameters.
    func collected() -> Parameters { collection }

    /// Throws why the request cannot be sent, if it cannot.
    func check() throws(ValidationError) {
        if let refusal { throw refusal }
    }

    /// The length of the pairs in bytes, with their prefix.
    var length: Int { pairs.count }

    /// Returns the pairs, with their prefix.
    func text() throws(ValidationError) -> String {
        try check()
        return pairs.text
    }

    /// Returns the JSON object; nil if nothing was added.
    mutating func json() throws(ValidationError) -> [UInt8]? {
        try check()
        return members.isEmpty ? nil : members.finish()
    }
}
