// Every rejection is needed: the server would have misread or rejected the value.

import Testing

extension RealStack {
    @Suite("Rejections")
    struct RejectionTests {
        @Test("are for values that the client rejects", arguments: RejectionReason.all)
        func rejected(reason: RejectionReason) throws {
            for example in reason.examples {
                do {
                    _ = try Faces.wire(example.members, id: example.id, as: example.face, to: example.route)
                    Issue.record("\(example.face) was not rejected for: \(reason.fragment)")
                } catch let rejected as Rejected {
                    #expect(rejected.message.contains(reason.fragment))
                }
            }
        }

        @Test("are for values that the server would misread", arguments: RejectionReason.all)
        func misread(reason: RejectionReason) async throws {
            for example in reason.examples {
                let naive = NaiveClient.wire(example.members, id: example.id, as: example.face, to: example.route)
                let responses = try await RawHTTP.send([naive.bytes], to: try await Parsers.port)
                let response = "\(responses[0].status) \(responses[0].text)"
                let isAsExpected =
                    example.response.hasSuffix("…")
                    ? response.hasPrefix(example.response.dropLast())
                    : response.utf8.elementsEqual(example.response.utf8)
                #expect(isAsExpected, "\(example.face.rawValue): \(response.prefix(300)) is not \(example.response)")
                guard responses[0].status == 200 else { continue }
                // JSON encodes every type, so it is the intended value.
                let meant = Meaning.of(example.members, id: example.id, as: .json, to: example.route)
                #expect(!responses[0].body.elementsEqual(meant.canonical.utf8), "the server reads it as it was meant")
            }
        }
    }
}
