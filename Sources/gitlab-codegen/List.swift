// `gitlab-codegen list`: the content of the spec, as a table.

import ArgumentParser
import FileSystem
import Generator
import SpecModel
import SpecSyntax

struct List: ParsableCommand {
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case operations, attributes
    }

    static let configuration = CommandConfiguration(
        abstract: "Lists the operations or the attributes of the spec as a table.",
        discussion: """
            Columns are separated by two or more spaces. An attribute of a shared table is listed once.

            Examples:
              gitlab-codegen list operations --tag projects
              gitlab-codegen list attributes --tier premium --deprecated
              gitlab-codegen list attributes --sentences --shuffle 7 --first 30
            """
    )

    @Argument(help: "Kind of things to list: operations or attributes.")
    var subject: Subject

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    @Option(help: ArgumentHelp("Only what belongs to this resource, such as projects.", valueName: "resource"))
    var tag: String?

    @Option(help: ArgumentHelp("Only what needs this tier: premium or ultimate.", valueName: "tier"))
    var tier: String?

    @Flag(help: "Only what is deprecated.")
    var deprecated = false

    @Flag(help: "Adds the sentences.")
    var sentences = false

    @Option(help: ArgumentHelp("Shuffles the rows, by this number.", valueName: "seed"))
    var shuffle: UInt64?

    @Option(help: ArgumentHelp("Only this number of rows, from the first.", valueName: "count"))
    var first: Int?

    func validate() throws {
        if let tier, Tier(rawValue: tier) == nil {
            throw ValidationError(
                "there is no tier '\(tier)': write \(Tier.allCases.map(\.rawValue).joined(separator: " or "))")
        }
        if let first, first < 0 { throw ValidationError("--first takes a number of rows") }
    }

    func run() throws {
        let generation = try Generation(spec: SpecFolder(Path(spec)).files())
        guard let api = generation.api else {
            StandardStream.error.print(Array(generation.report.utf8))
            throw Outcome.problems
        }
        if let tag, !api.resources.contains(where: { $0.name.value == tag }) {
            let names = api.resources.map(\.name.value)
            let advice =
                nearestSpelling(to: tag, among: names).map { "did you mean '\($0)'?" } ?? names.joined(separator: ", ")
            throw Outcome(code: .failure, message: "error: there is no resource '\(tag)': \(advice)")
        }
        var rows = rows(of: api)
        if let shuffle { rows.shuffle(seed: shuffle) }
        if let first { rows = Array(rows.prefix(first)) }
        StandardStream.output.print(Table(rows).text.visibleLines)
    }

    private func rows(of api: API) -> [[String]] {
        let resources = api.resources.filter { tag == nil || $0.name.value == tag }
        switch subject {
        case .operations:
            return resources.flatMap { resource in
                resource.operations.filter { isWanted($0.availability) }.flatMap { operation in
                    operation.routes.map { row(of: operation, $0, in: resource) }
                }
            }
        case .attributes:
            var seen: Set<SourceRange> = []
            var rows: [[String]] = []
            func add(_ attributes: [Attribute], of owner: String) {
                for attribute in attributes
                where isWanted(attribute.availability) && seen.insert(attribute.name.range).inserted {
                    rows.append(
                        [
                            "\(owner).\(attribute.name.value)", attribute.location.rawValue, attribute.type.value.words,
                            attribute.availability.tier?.value.rawValue ?? "-",
                            attribute.availability.deprecation == nil ? "-" : "deprecated", attribute.name.range.words,
                        ] + (sentences ? [attribute.about.value] : []))
                }
            }
            for resource in resources {
                for operation in resource.operations { add(operation.attributes, of: operation.request.value) }
            }
            if tag == nil { for hash in api.hashes { add(hash.attributes, of: hash.name.value) } }
            return rows
        }
    }

    private func row(of operation: Operation, _ route: Operation.Route, in resource: Resource) -> [String] {
        let row = [
            "\(resource.name.value).\(operation.name.value)", route.method.rawValue, route.path.text.value,
            operation.availability.tier?.value.rawValue ?? "-",
            operation.availability.deprecation == nil ? "-" : "deprecated", operation.name.range.words,
        ]
        return row + (sentences ? [operation.about.value] : [])
    }

    private func isWanted(_ availability: Availability) -> Bool {
        if deprecated && availability.deprecation == nil { return false }
        return tier == nil || availability.tier?.value.rawValue == tier
    }
}

/// Rows whose columns stand under each other.
private struct Table {
    let text: String

    init(_ rows: [[String]]) {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        text = rows.map { row in
            row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

extension SourceRange {
    fileprivate var words: String { "\(path):\(start.line)" }
}

extension [[String]] {
    /// Shuffles the rows; the same seed gives the same order everywhere (SplitMix64, Fisher and Yates).
    fileprivate mutating func shuffle(seed: UInt64) {
        var state = seed
        for index in indices.dropFirst().reversed() {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            swapAt(index, Int((mixed ^ (mixed >> 31)) % UInt64(index + 1)))
        }
    }
}
