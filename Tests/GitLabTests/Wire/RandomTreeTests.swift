// Random values over a real socket: each arrives as intended, or is rejected; never as something else.

import Foundation
import GitLabRuntime
import Testing

extension RealStack {
    @Suite("Random trees", .serialized)
    struct RandomTreeTests {
        /// `GITLAB_SWIFT_SEED` repeats a run.
        static let seed = ProcessInfo.processInfo.environment["GITLAB_SWIFT_SEED"].flatMap { UInt64($0) } ?? 20_261_121

        /// As many as fit into a run of all tests; `GITLAB_SWIFT_SOAK=1` reads more, `GITLAB_SWIFT_TREES` for so many.
        static let count =
            environment["GITLAB_SWIFT_TREES"].flatMap { Int($0) }
            ?? (environment["GITLAB_SWIFT_SOAK"] == "1" ? 30_000 : 2_000)

        private static let environment = ProcessInfo.processInfo.environment

        @Test("arrive as meant or are rejected", arguments: Face.allCases.filter { $0 != .path })
        func arriveOrAreRejected(face: Face) async throws {
            let port = try await Parsers.port
            var tally = Tally()
            for start in stride(from: 0, to: Self.count, by: 500) {
                var trials: [Trial] = []
                for index in start..<min(start + 500, Self.count) {
                    let trial = Trial(Self.request(index, face), face)
                    switch trial.outcome {
                    case .rejected(let reason): tally.rejected[reason, default: 0] += 1
                    case .sent: trials.append(trial)
                    }
                    guard case .rejected(let reason) = trial.outcome else { continue }
                    let known = RejectionReason.all.contains { $0.isMeant(by: reason) && $0.faces.contains(face) }
                    #expect(known, "\(face.rawValue) rejects for a reason that no test justifies: \(reason)")
                }
                let responses = try await RawHTTP.send(trials.map(\.bytes), to: port)
                for (trial, response) in zip(trials, responses) {
                    switch trial.verdict(response) {
                    case .arrived: tally.arrived += 1
                    case .turnedAway: tally.turnedAway += 1
                    case .misread:
                        tally.misread += 1
                        guard tally.misread <= 3 else { continue }
                        Issue.record("\(try await trial.shrunk(port).report(from: Self.seed, port))")
                    }
                }
            }
            print(tally.text(face, seed: Self.seed))
            #expect(tally.misread == 0)
            #expect(tally.arrived > Self.count / 4, "too few arrive for this to show anything")
            #expect(tally.rejected.values.reduce(0, +) > Self.count / 100)
        }

        private static func request(_ index: Int, _ face: Face) -> RandomRequest {
            var trees = RandomTrees(seed: seed, index: index)
            return trees.request(withFile: face == .multipart)
        }
    }
}

private struct Tally {
    var arrived = 0
    var turnedAway = 0
    var misread = 0
    var rejected: [String: Int] = [:]

    func text(_ face: Face, seed: UInt64) -> String {
        let reasons = rejected.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            "    \($0.value) × \($0.key)\n"
        }
        return """
            Random trees, \(face.rawValue), seed \(seed): \(arrived) arrived as meant, \(misread) as something else, \
            \(turnedAway) turned away by the server for a NUL, \(rejected.values.reduce(0, +)) rejected:
            \(reasons.joined())
            """
    }
}

/// One request that is tried.
private struct Trial {
    enum Outcome {
        case rejected(String)
        case sent(Wired)
    }

    enum Verdict {
        case arrived
        /// With a clear response, before any endpoint: that is not a misreading.
        case turnedAway
        case misread
    }

    let request: RandomRequest
    let face: Face
    let outcome: Outcome

    init(_ request: RandomRequest, _ face: Face) {
        self.request = request
        self.face = face
        do {
            outcome = .sent(try Faces.wire(request.members, id: request.id, as: face, to: request.route))
        } catch let rejected as Rejected {
            outcome = .rejected(RejectionReason.reason(in: rejected.message))
        } catch {
            outcome = .rejected("an error of another kind: \(error)")
        }
    }

    var bytes: [UInt8] {
        if case .sent(let wired) = outcome { wired.bytes } else { [] }
    }

    var meant: OrderedJSON { Meaning.of(request.members, id: request.id, as: face, to: request.route) }

    func verdict(_ response: RawResponse) -> Verdict {
        if face == .json, request.members.contains(where: { $0.value.holdsNUL(levels: 3) }) {
            return response.status == 400 && response.text == "Bad Request" ? .turnedAway : .misread
        }
        return response.status == 200 && response.body.elementsEqual(meant.canonical.utf8) ? .arrived : .misread
    }

    /// The smallest request that is still misread, as far as leaving parts out finds it.
    func shrunk(_ port: Int) async throws -> Trial {
        for smaller in request.members.smaller where !smaller.isEmpty {
            var request = request
            request.members = smaller
            let trial = Trial(request, face)
            guard !trial.bytes.isEmpty else { continue }
            let response = try await RawHTTP.send([trial.bytes], to: port)
            if case .misread = trial.verdict(response[0]) { return try await trial.shrunk(port) }
        }
        return self
    }

    func report(from seed: UInt64, _ port: Int) async throws -> String {
        let response = try await RawHTTP.send([bytes], to: port)
        return """
            misread (GITLAB_SWIFT_SEED=\(seed)), \(face.rawValue) to \(request.route.rawValue), id \(request.id.debugDescription)
              tree:    \(Tree.hash(request.members).json.text)
              meant:   \(meant.canonical)
              arrived: \(response[0].status) \(response[0].text)
              sent:    \(String(decoding: bytes, as: UTF8.self).debugDescription)
            """
    }
}

extension Tree {
    /// Whether a text within so many levels holds a NUL character.
    fileprivate func holdsNUL(levels: Int) -> Bool {
        guard levels > 0 else { return false }
        return switch self {
        case .text(let text): text.utf8.contains(0)
        case .array(let elements), .commas(let elements): elements.contains { $0.holdsNUL(levels: levels - 1) }
        case .hash(let members), .open(let members): members.contains { $0.value.holdsNUL(levels: levels - 1) }
        case .null, .bool, .integer, .double, .instant, .day, .file: false
        }
    }

    /// Trees with one part less.
    fileprivate var smaller: [Tree] {
        switch self {
        // An empty array means another thing than one with elements.
        case .array(let elements): Self.smaller(elements).filter { !$0.isEmpty }.map { .array($0) }
        case .commas(let elements): Self.smaller(elements).map { .commas($0) }
        case .hash(let members): members.smaller.map { .hash($0) }
        case .open(let members): members.smaller.map { .open($0) }
        case .text(let text):
            text.unicodeScalars.count > 1
                ? [.text(String(text.unicodeScalars.dropFirst())), .text(String(text.unicodeScalars.dropLast()))] : []
        case .file, .null, .bool, .integer, .double, .instant, .day: []
        }
    }

    private static func smaller(_ elements: [Tree]) -> [[Tree]] {
        elements.indices.flatMap { place in
            var without = elements
            without.remove(at: place)
            let changed = elements[place].smaller.map { smaller in
                var changed = elements
                changed[place] = smaller
                return changed
            }
            return [without] + changed
        }
    }
}

extension [Tree.Member] {
    fileprivate var smaller: [[Tree.Member]] {
        indices.flatMap { place in
            var without = self
            without.remove(at: place)
            let changed = self[place].value.smaller.map { smaller in
                var changed = self
                changed[place].value = smaller
                return changed
            }
            return [without] + changed
        }
    }
}
