// Every parameter arrives as intended, or is rejected: queries, forms and multipart bodies.

@testable import GitLabRuntime

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEncoding(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var reader = ByteReader(UnsafeBufferPointer(start: start, count: count))
    let face = reader.choice(of: 3)
    let parameters = RandomParameters.parameters(&reader)
    switch face {
    case 0: check(parameters, writing: { try pairs($0, .query) }, reading: RackQuery.parse)
    case 1: check(parameters, writing: { try pairs($0, .form) }, reading: RackQuery.parse)
    default: check(parameters, writing: { try MultipartBody.encode($0) }, reading: multipart)
    }
    return 0
}

private func pairs(_ parameters: Parameters, _ place: QueryPairs.Place) throws -> String {
    var encoder = ParameterEncoder(QueryPairs(place))
    for pair in parameters.pairs { encoder.add(pair.name, value: pair.value) }
    return try encoder.text()
}

private func multipart(_ body: (pieces: [RequestBody.Piece], boundary: String)) throws -> [String: Received] {
    let bytes = RequestBody(pieces: body.pieces).bytes ?? []
    return try RackQuery.build(MultipartReader.pairs(bytes, boundary: body.boundary))
}

private func check<Written>(
    _ parameters: Parameters,
    writing write: (Parameters) throws -> Written,
    reading read: (Written) throws -> [String: Received]
) {
    guard let written = try? write(parameters) else { return }
    let meant = RandomParameters.meant(parameters)
    let received = Result { try read(written) }
    guard case .success(meant) = received else {
        fatalError("meant \(meant), received \(received), written \(written)")
    }
}
