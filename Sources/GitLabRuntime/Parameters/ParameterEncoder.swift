// The encoder of the attributes of a request.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An encoder that takes the attributes of a request, one after another.
///
/// A request receives an encoder and adds its attributes (``EndpointRequest/addQuery(to:)``). Nothing is sent for nil.
/// Single values of a query are written straight into the bytes that are sent. An attribute that cannot be sent as
/// intended is noted, and the request is rejected once it has added everything.
public struct ParameterEncoder: ~Copyable {
    private enum Place {
        /// As they are, to be compared or printed.
        case collection
        /// As they are sent, to be checked and written together.
        case body
        case pairs
    }

    private let place: Place
    private var collection = Parameters()
    private var pairs = QueryPairs(.query)
    /// The names that nothing may have.
    private let taken: PathAttributeList
    /// A body that is sent as it is, instead of attributes.
    private(set) var content: BodyContent?
    /// Why the request cannot be sent; the first reason, if there are several.
    private var refusal: ValidationError?

    /// Collects parameters as they are.
    init() {
        place = .collection
        taken = PathAttributeList()
    }

    /// Writes pairs, behind those that are there.
    ///
    /// - Parameter taken: the attributes of the path. GitLab lets the path win over an attribute of the same name,
    ///   wherever it stands, so such a one is rejected.
    init(_ pairs: consuming QueryPairs, taken: PathAttributeList = PathAttributeList()) {
        place = .pairs
        self.pairs = pairs
        self.taken = taken
    }

    /// Collects the parameters of a body.
    ///
    /// - Parameter taken: the attributes of the path.
    init(bodyBeside taken: PathAttributeList) {
        place = .body
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
        // A moment without a text is rejected by the check of all values.
        if case .pairs = place, let text = Timestamp.text(value) { return write(name, text) }
        add(name, value: .instant(value))
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
        guard case .pairs = place else { return add(name, value: .commaList(elements.map { .string($0) })) }
        guard admits(name) else { return }
        do throws(ValidationError) { try pairs.write(name, commaSeparated: elements) } catch { refusal = error }
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
        guard case .pairs = place else { return collection.add(name, value: value) }
        do throws(ValidationError) { try pairs.write(name, value) } catch { refusal = error }
    }
}

extension ParameterEncoder {
    // Inlined, it is a seventh of what the runtime's optimizer has to do.
    @inline(never)
    mutating func add(contentsOf parameters: Parameters) {
        for pair in parameters.pairs { add(pair.name, value: pair.value) }
    }
}

// MARK: - Single values, the fast way

extension ParameterEncoder {
    @usableFromInline
    mutating func write(_ name: String, _ value: String) {
        guard admits(name) else { return }
        guard case .pairs = place else { return collection.add(name, value: .string(value)) }
        do throws(ValidationError) { try pairs.write(name, text: value) } catch { refusal = error }
    }

    @usableFromInline
    mutating func write(_ name: String, _ value: Int) {
        guard admits(name) else { return }
        guard case .pairs = place else { return collection.add(name, value: .integer(Int64(value))) }
        do throws(ValidationError) { try pairs.write(name, integer: Int64(value)) } catch { refusal = error }
    }

    @usableFromInline
    mutating func write(_ name: String, _ value: Bool) {
        guard admits(name) else { return }
        guard case .pairs = place else { return collection.add(name, value: .bool(value)) }
        do throws(ValidationError) { try pairs.write(name, bool: value) } catch { refusal = error }
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
                "the path has an attribute of the same name, which takes precedence"
            )
            return false
        }
        return true
    }
}

// MARK: - Results

extension ParameterEncoder {
    /// Returns the collected parameters.
    func collected() -> Parameters { collection }

    /// Returns what a body is made of.
    func body() throws(ValidationError) -> BodyToSend {
        try check()
        return BodyToSend(attributes: collection, content: content)
    }

    /// Sets a body that is sent as it is.
    mutating func set(_ content: BodyContent) { self.content = content }

    /// Returns the pairs, with their prefix.
    func text() throws(ValidationError) -> String {
        try check()
        return pairs.text
    }

    private func check() throws(ValidationError) {
        if let refusal { throw refusal }
    }
}
