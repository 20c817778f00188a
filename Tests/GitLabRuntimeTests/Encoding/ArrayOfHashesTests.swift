// Arrays of hashes in a query: each element must begin so that the server begins a new one.

import Testing

@testable import GitLabRuntime

@Suite struct ArrayOfHashesTests {
    private func hash(_ members: KeyValuePairs<String, ParameterValue>) -> ParameterValue {
        var parameters = Parameters()
        for (name, value) in members { parameters.add(name, value: value) }
        return .object(parameters)
    }

    private func encode(_ elements: [ParameterValue]) throws -> String {
        var parameters = Parameters()
        parameters.add("v", value: .array(elements))
        return try QueryEncoder.encode(parameters)
    }

    /// The query with its brackets readable.
    private func readable(_ elements: [ParameterValue]) throws -> String {
        try encode(elements).replacing("%5B", with: "[").replacing("%5D", with: "]")
    }

    private func rejection(_ elements: [ParameterValue]) -> String? {
        do {
            _ = try encode(elements)
            return nil
        } catch {
            return (error as? ValidationError)?.message
        }
    }

    @Test func aSharedScalarOpensEachElement() throws {
        #expect(
            try readable([hash(["k": "A", "v": "1"]), hash(["k": "B", "v": "2"])])
                == "v[][k]=A&v[][v]=1&v[][k]=B&v[][v]=2"
        )
        // {v}, {k, v}: in the order of the members the server would read [{v: 1, k: B}, {v: 2}].
        #expect(try readable([hash(["v": "1"]), hash(["k": "B", "v": "2"])]) == "v[][v]=1&v[][v]=2&v[][k]=B")
        // Neighbours share a member, the ends do not.
        #expect(
            try readable([hash(["a": "1"]), hash(["b": "3", "a": "2"]), hash(["b": "4"])])
                == "v[][a]=1&v[][a]=2&v[][b]=3&v[][b]=4"
        )
        #expect(try readable([hash(["k": "A"]), hash(["k": "A"])]) == "v[][k]=A&v[][k]=A")
        #expect(try readable([hash(["k": .null]), hash(["k": .null])]) == "v[][k]&v[][k]")
    }

    @Test func arraysGoLast() throws {
        let one = hash(["t": .array(["x", "y"]), "k": "1"])
        let two = hash(["t": .array(["z"]), "k": "2"])
        #expect(try readable([one, two]) == "v[][k]=1&v[][t][]=x&v[][t][]=y&v[][k]=2&v[][t][]=z")
    }

    @Test func aMemberOfAHashCanOpenToo() throws {
        let one = hash(["h": hash(["x": "1", "y": "2"])])
        let two = hash(["h": hash(["w": "0", "x": "3"])])
        #expect(try readable([one, two]) == "v[][h][x]=1&v[][h][y]=2&v[][h][x]=3&v[][h][w]=0")
    }

    @Test func textsAmongHashesSeparateThem() throws {
        #expect(
            try readable(["x", hash(["k": "A"]), "y", hash(["z": "B"])]) == "v[]=x&v[][k]=A&v[]=y&v[][z]=B"
        )
    }

    @Test func arraysOfHashesInArraysOfHashes() throws {
        let one = hash(["k": "1", "l": .array([hash(["n": "x", "u": "1"]), hash(["n": "y"])])])
        let two = hash(["k": "2", "l": .array([hash(["n": "z"])])])
        #expect(
            try readable([one, two])
                == "v[][k]=1&v[][l][][n]=x&v[][l][][u]=1&v[][l][][n]=y&v[][k]=2&v[][l][][n]=z"
        )
    }

    @Test func whatWouldBeMergedIsRejected() throws {
        let nothingShared = try #require(rejection([hash(["key": "A"]), hash(["value": "1"])]))
        #expect(nothingShared.contains("`v[1]`") && nothingShared.contains("merged into the element before"))
        #expect(rejection([hash(["k": "A"]), hash([:]), hash(["k": "B"])])?.contains("`v[1]`") == true)
        let onlyArrays = [hash(["t": .array(["x"])]), hash(["t": .array(["y"])])]
        #expect(rejection(onlyArrays)?.contains("merged") == true)
        #expect(rejection([hash(["h": "s"]), hash(["h": hash(["x": "1"])])])?.contains("merged") == true)
        #expect(rejection([hash(["f": .file(FileUpload(filename: "f", bytes: []))])])?.contains("`v[0][f]`") == true)
        #expect(rejection([hash(["h": hash([:])])])?.contains("`v[0][h]`") == true)
    }

    /// Random trees: each arrives as intended, or is rejected; never as something else.
    @Test func randomTreesArriveAsMeantOrAreRejected() throws {
        var random = SeededGenerator(seed: 20_260_731)
        var arrived = 0
        var rejected = 0
        for _ in 0..<5_000 {
            var parameters = Parameters()
            for name in ["a", "b", "c"].shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)) {
                parameters.add(name, value: RandomTree.value(depth: 4, &random))
            }
            do {
                let query = try QueryEncoder.encode(parameters)
                #expect(try RackQuery.parse(query) == RandomTree.meant(parameters), "\(query)")
                arrived += 1
            } catch is ValidationError {
                rejected += 1
            }
        }
        // Both outcomes must be common, or the test shows nothing.
        #expect(arrived > 1_500 && rejected > 500, "\(arrived) arrived, \(rejected) rejected")
    }
}

/// Random parameters and what a server should hold after reading them.
enum RandomTree {
    private static let texts = ["", " ", "x", "a&b=c", "a;b", "a+b", "%41", "a[b]", "é", "\r\n", "😀", "true", "\0"]
    private static let keys = ["k", "v", "n", "a.b", "é ", "a&b"]

    static func value(depth: Int, _ random: inout SeededGenerator) -> ParameterValue {
        switch depth == 0 ? 0 : Int.random(in: 0..<9, using: &random) {
        case 0...2: .string(texts.randomElement(using: &random) ?? "")
        case 3: .null
        case 4: .integer(Int64.random(in: -5...5, using: &random))
        case 5, 6: .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1, &random) })
        default: hash(depth: depth, &random)
        }
    }

    private static func hash(depth: Int, _ random: inout SeededGenerator) -> ParameterValue {
        var members = Parameters()
        let count = Int.random(in: 1...3, using: &random)
        for key in keys.shuffled(using: &random).prefix(count) {
            members.add(key, value: value(depth: depth - 1, &random))
        }
        return .object(members)
    }

    static func meant(_ parameters: Parameters) -> [String: Received] {
        Dictionary(uniqueKeysWithValues: parameters.pairs.map { ($0.name, meant($0.value)) })
    }

    /// The empty array goes out as the empty text, which GitLab takes for it where an array is declared.
    private static func meant(_ value: ParameterValue) -> Received {
        switch value {
        case .null: .null
        case .array(let elements): elements.isEmpty ? .text("") : .array(elements.map(meant))
        case .object(let members), .openHash(let members): .hash(meant(members))
        default: .text(value.scalarText ?? "?")
        }
    }
}

extension ParameterValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}
