// Reading the elements of an array in parts, while the rest of it still arrives.

/// How far the elements of an array have been read.
struct ElementProgress {
    /// The offset behind the last element that was read; 0 before the first.
    fileprivate(set) var offset = 0
    /// The findings in them, to be located once the text is complete.
    fileprivate(set) var findings: [Finding] = []
    /// Why reading has stopped.
    fileprivate(set) var failure: Failure?
    fileprivate var order: FieldOrder?

    /// Lets reading continue behind the last element that was read.
    mutating func resume() { failure = nil }

    /// An error whose place is not looked for yet.
    struct Failure {
        fileprivate let error: JSONError
        fileprivate let missing: String
        fileprivate let isAboutSecret: Bool

        /// Returns the error with its place.
        func located(in bytes: [UInt8]) -> JSONError {
            bytes.withUnsafeBufferPointer { error.located(in: $0, missing: missing, isAboutSecret: isAboutSecret) }
        }
    }
}

extension JSONReader {
    /// Reads the next elements of an array. The error that stops it is left in the progress.
    ///
    /// - Parameters:
    ///   - bytes: the text from its beginning.
    ///   - border: the offset behind the last element to read; nil: read to the end of the text.
    static func elements<Element: JSONReadable>(
        of type: Element.Type, in bytes: [UInt8], upTo border: Int?, from progress: inout ElementProgress,
        _ tolerance: Tolerance
    ) -> [Element] {
        var elements: [Element] = []
        bytes.withUnsafeBufferPointer { bytes in
            do throws(JSONError) {
                let part = UnsafeBufferPointer(rebasing: bytes[..<(border ?? bytes.count)])
                var reader = try JSONReader(part, tolerance)
                reader.order = progress.order
                defer { progress.keep(reader) }
                do throws(JSONError) {
                    try reader.readElements(into: &elements, upTo: border, from: &progress)
                } catch {
                    progress.failure = .init(
                        error: error, missing: reader.missing, isAboutSecret: reader.isAboutSecret)
                }
            } catch {
                progress.failure = .init(error: error, missing: "", isAboutSecret: false)
            }
        }
        return elements
    }

    private mutating func readElements<Element: JSONReadable>(
        into elements: inout [Element], upTo border: Int?, from progress: inout ElementProgress
    ) throws(JSONError) {
        guard try beginElements(at: progress.offset) else { return try cursor.finish() }
        repeat {
            if let element = try tolerated({ reader throws(JSONError) in try Element.read(with: &reader) }) {
                elements.append(element)
            }
            progress.offset = cursor.offset
            if let border, cursor.offset >= border { return }
        } while try cursor.nextElement()
        try cursor.finish()
    }

    /// Returns whether there is an element, at the position then.
    private mutating func beginElements(at offset: Int) throws(JSONError) -> Bool {
        guard offset == 0 else {
            cursor.enterArray(behindElementAt: offset)
            return try cursor.nextElement()
        }
        cursor.skipWhitespace()
        return try cursor.enterArray()
    }
}

extension ElementProgress {
    fileprivate mutating func keep(_ reader: JSONReader) {
        order = reader.order
        findings += reader.findings
    }
}
