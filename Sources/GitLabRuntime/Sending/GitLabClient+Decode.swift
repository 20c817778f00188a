// The last step of a request: from the body of a successful response to a value.

extension GitLabClient {
    /// Reads the body of a response.
    func decode<Value: Decodable>(_ type: Value.Type, from response: ReceivedResponse) throws -> Value {
        try decode(response) { try ResponseReader.reading(type, from: response.bytes, tolerance) }
    }

    /// Reads the items of a page that were not handed on while it arrived.
    func decode<Item>(_ page: ReceivedResponse, from items: ArrivingItems<Item>) throws -> [Item] {
        try decode(page) {
            do {
                return try items.rest(of: page.bytes)
            } catch let error as PageChanged {
                throw failure(.transport, "\(error)", page, underlying: error)
            } catch let error as Unreadable {
                for content in error.found { report(content, in: page) }
                throw error.error
            }
        }
    }

    private func decode<Value>(_ response: ReceivedResponse, _ read: () throws -> Decoded<Value>) throws -> Value {
        do {
            let reading = try read()
            for content in reading.unexpected { report(content, in: response) }
            return reading.value
        } catch let error as GitLabError {
            throw error
        } catch {
            let reason = unreadable(response, error)
            report(UnexpectedContent(kind: .unreadableResponse, place: "", detail: redacting(reason)), in: response)
            throw failure(.decoding, "the response could not be read: \(reason)", response, underlying: error)
        }
    }

    /// How strictly responses are read.
    var tolerance: Tolerance {
        Tolerance(
            skipsElements: configuration.unreadableContent == .skipFieldsAndElements,
            skipsFields: configuration.unreadableContent != .fail, reports: configuration.unexpectedContent != nil)
    }

    private func report(_ content: UnexpectedContent, in response: ReceivedResponse) {
        guard let listener = configuration.unexpectedContent else { return }
        var content = content
        content.method = response.request.method.rawValue
        content.path = URLText.split(response.request.path ?? "").path
        listener(content)
    }

    private func unreadable(_ response: ReceivedResponse, _ error: any Error) -> String {
        if response.bytes.isEmpty { return "it is empty" }
        if let encoding = response.head.contentEncoding { return "its content is encoded as \(encoding)" }
        if let contentType = response.head.headerFields[.contentType], !contentType.lowercased().contains("json") {
            return "it is \(contentType), not JSON"
        }
        return switch error {
        case let error as DecodingError: error.placeAndReason(in: response.bytes)
        case let error as JSONError: error.placeAndReason(in: response.bytes)
        default: "\(error)"
        }
    }
}
