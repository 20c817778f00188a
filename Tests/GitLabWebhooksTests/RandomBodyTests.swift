// Bodies that are almost right: whatever is sent, it is read or rejected, and what was read can be used.

import Foundation
import GitLabWebhooks
import TestSeeds
import Testing

@Suite struct RandomBodyTests {
    @Test(arguments: EventTests.documented) func changedBodiesAreReadOrRejected(_ type: String, _ name: String) throws {
        let body = try example(of: type)
        var (read, rejected) = (0, 0)
        for seed in Seeds(60) {
            var random = SeededRandom(seed)
            let changed = Self.changed(body, &random)
            do throws(WebhookError) {
                let event = try WebhookEvent(headers: HTTPFields(), body: changed)
                #expect(!String(reflecting: event).isEmpty)
                read += 1
            } catch {
                #expect([.invalidBody, .unreadable].contains(error.kind), "\(error)")
                #expect(error.description.utf8.count < 500, "it does not quote the body")
                rejected += 1
            }
        }
        #expect(read > 0 && rejected > 0)
    }

    /// A body with some bytes replaced, removed or repeated, or cut off.
    private static func changed(_ body: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var body = body
        for _ in 0..<random.number(1...3) where !body.isEmpty {
            let place = random.number(0...body.count - 1)
            switch random.number(0...4) {
            case 0: body[place] = random.pick(Array("\"\\{}[],:0n ".utf8))
            case 1: body[place] = UInt8(truncatingIfNeeded: random.next())
            case 2: body.remove(at: place)
            case 3: body.insert(contentsOf: body[place..<min(place + 40, body.count)], at: place)
            default: body.swapAt(place, random.number(0...body.count - 1))
            }
        }
        return random.once(in: 8) ? Array(body.prefix(random.number(0...body.count))) : body
    }
}
