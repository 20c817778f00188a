// The operations and the types of the spec as data, for the GitLab in memory of tests: a JSON text for each file of the
// spec, one line for each row. They are a module of their own, and are read when a test begins:
//
//     extension OperationDocuments {
//         static var gitLabBadges: String {
//             #"""
//             [
//             {"operation":"badges.list","request":"ListBadges","method":"GET","paths":["/projects/:id/badges"],"attributes":[
//             {"name":"id","in":"path","type":"id_or_path","required":true}
//             ]}
//             ]
//             """#
//         }
//     }

import SpecModel
import SpecSyntax

extension ClientEmitter {
    /// The module with the operations and types as data: a file for each file of the spec that declares some.
    public func operationDocuments() -> [SwiftFile] {
        let values = ExampleValues(api)
        let families = modules.map { ($0, $0.operationFamilies) }
        let names = families.flatMap { $1.map(\.propertyName) }.sorted()
        let documents = families.flatMap { module, families in
            families.filter { $0.files.contains(where: module.isWanted) }
                .map { OperationDocument(module: module.name, family: $0, values: values).file }
        }
        return [OperationDocument.index(of: names)] + documents.sorted { $0.path < $1.path }
    }
}

/// The files of the spec that declare something of a module and have one name, such as one with a resource and one with
/// its types.
private struct OperationFamily: Sendable {
    let name: String
    let files: [String]
    /// The name of the property with its text.
    let propertyName: String
    let models: [ModelType]
    let hashes: [HashType]
    let enums: [EnumType]
    let resources: [Resource]
}

extension ModuleEmitter {
    fileprivate var operationFamilies: [OperationFamily] {
        let models = Dictionary(grouping: content.models) { vocabulary.family(of: $0.file) }
        let hashes = Dictionary(grouping: content.hashes) { vocabulary.family(of: $0.file) }
        let enums = Dictionary(grouping: content.enums) { vocabulary.family(of: $0.file) }
        let resources = Dictionary(grouping: content.resources) { vocabulary.family(of: $0.file) }
        let types = content.models.map(\.file) + content.hashes.map(\.file) + content.enums.map(\.file)
        let files = Set(types + content.resources.map(\.file)).sorted()
        return Dictionary(grouping: files) { vocabulary.family(of: $0) }.map { family, files in
            OperationFamily(
                name: family, files: files,
                propertyName: vocabulary.names(of: files[0]).property.behind(name.lowercasedFirst).text,
                models: models[family] ?? [], hashes: hashes[family] ?? [], enums: enums[family] ?? [],
                resources: resources[family] ?? [])
        }
    }
}

/// What files of the spec declare, as JSON.
struct OperationDocument: Sendable {
    static let module = "GitLabOperations"

    fileprivate let module: String
    fileprivate let family: OperationFamily
    fileprivate let values: ExampleValues

    private var lines: [String] {
        let models = family.models.map { values.document(of: $0) }
        let hashes = family.hashes.map(Self.document)
        let enums = family.enums.map(Self.document)
        let operations = family.resources.flatMap { resource in
            resource.operations.map { Self.document(of: $0, in: resource, module: module) }
        }
        return ["["] + (models + hashes + enums + operations).joinedLines + ["]"]
    }

    fileprivate var file: SwiftFile {
        SwiftFile(
            path: "\(Self.module)/\(module)+\(family.name).swift", sources: family.files, imports: [],
            declarations: [
                .extending(
                    Extension(
                        name: "OperationDocuments",
                        members: [
                            .property(
                                Property(
                                    access: .module, isStatic: true, name: family.propertyName, type: "String",
                                    body: ["#\"\"\""] + lines + ["\"\"\"#"]))
                        ]))
            ])
    }

    fileprivate static func index(of names: [String]) -> SwiftFile {
        let list = names.map { "    \($0)" + (names.count > 1 ? "," : "") }
        let about = DocComment("The operations and the types of the spec, a JSON text for each of its files.")
        let all = Property(
            doc: DocComment("All texts."), access: .package, isStatic: true, name: "all", type: "[String]",
            body: ["["] + list + ["]"])
        return SwiftFile(
            path: "\(module)/OperationDocuments.swift", sources: [], imports: [],
            declarations: [
                .structure(
                    Structure(doc: about, access: .package, name: "OperationDocuments", members: [.property(all)]))
            ])
    }
}

// MARK: - Operations

extension OperationDocument {
    private static func document(of operation: Operation, in resource: Resource, module: String) -> [String] {
        let routes = operation.routes
        var members: [CompactJSON.Member] = [
            ("operation", .text("\(resource.name.value).\(operation.name.value)")),
            ("request", .text(operation.request.value)), ("module", .text(module)),
            ("method", .text(operation.method.rawValue)),
            ("paths", .texts(routes.map(\.path.text.value))),
            ("returns", .text(operation.response.value.words)), ("status", .number(operation.successStatus)),
        ]
        if !operation.pages.isEmpty { members.append(("pages", .texts(operation.pages.map(\.value.rawValue)))) }
        if let tier = operation.availability.tier { members.append(("tier", .text(tier.value.rawValue))) }
        if let role = operation.availability.role { members.append(("role", .text(role.value))) }
        if operation.availability.isAdminOnly { members.append(("admin", .flag(true))) }
        members += constraints(of: operation)
        return CompactJSON.lines(members, rows: ("attributes", attributes(of: routes)))
    }

    private static func constraints(of operation: Operation) -> [CompactJSON.Member] {
        var (some, exclusive, needs): ([CompactJSON], [CompactJSON], [CompactJSON]) = ([], [], [])
        for constraint in operation.constraints {
            switch constraint {
            case .atLeastOne(let names): some.append(.texts(names.map(\.value)))
            case .atLeastOneOfBody: some.append(.texts(operation.attributes(in: .body).map(\.name.value)))
            case .exclusive(let names): exclusive.append(.texts(names.map(\.value)))
            case .needs(let name, let other, let value):
                needs.append(.texts([name.value, other.value, value.value]))
            case .needsAny(let name, let other): needs.append(.texts([name.value, other.value]))
            }
        }
        return [("at_least_one_of", some), ("exclusive", exclusive), ("needs", needs)]
            .filter { !$0.1.isEmpty }.map { ($0.0, .array($0.1)) }
    }

    /// The attributes of all routes, each once; one that is not on all of them names those it is on, by their places.
    private static func attributes(of routes: [Operation.Route]) -> [CompactJSON] {
        if let route = routes.first, routes.count == 1 {
            return route.attributes.map { .object(members(of: $0, on: [])) }
        }
        var rows: [(attribute: Attribute, routes: [Int])] = []
        for (index, route) in routes.enumerated() {
            for attribute in route.attributes {
                let known = rows.firstIndex {
                    $0.attribute.name.value == attribute.name.value && $0.attribute.location == attribute.location
                }
                if let known { rows[known].routes.append(index) } else { rows.append((attribute, [index])) }
            }
        }
        return rows.map { row in
            let places = row.routes.count == routes.count ? [] : row.routes
            return .object(members(of: row.attribute, on: places))
        }
    }

    private static func members(of attribute: Attribute, on routes: [Int]) -> [CompactJSON.Member] {
        var members: [CompactJSON.Member] = [
            ("name", .text(attribute.name.value)), ("in", .text(attribute.location.rawValue)),
            ("type", .text(attribute.type.value.words)),
        ]
        if attribute.isRequired || attribute.location == .path { members.append(("required", .flag(true))) }
        if attribute.isNullable { members.append(("nullable", .flag(true))) }
        if attribute.isSecret { members.append(("secret", .flag(true))) }
        if attribute.isCommaSeparated { members.append(("comma", .flag(true))) }
        if attribute.isWholeBody { members.append(("whole", .flag(true))) }
        if let minimum = attribute.limits.minimum { members.append(("minimum", .number(minimum.value))) }
        if let maximum = attribute.limits.maximum { members.append(("maximum", .number(maximum.value))) }
        if let length = attribute.limits.maximumLength { members.append(("length", .number(length.value))) }
        if let value = attribute.defaultValue { members.append(("default", .texts(value.value))) }
        if !routes.isEmpty { members.append(("on", .array(routes.map(CompactJSON.number)))) }
        return members
    }

    private static func document(_ hash: HashType) -> [String] {
        CompactJSON.lines(
            [("hash", .text(hash.name.value))],
            rows: ("attributes", hash.attributes.map { .object(members(of: $0, on: [])) }))
    }

    private static func document(_ enumeration: EnumType) -> [String] {
        let values = enumeration.values.map { value in
            value.number.map { CompactJSON.number($0.value) } ?? .text(value.name.value)
        }
        return CompactJSON.lines([("enum", .text(enumeration.name.value))], rows: ("values", values))
    }
}

extension Response {
    /// The type, `nothing` or `download`, as the spec writes it.
    fileprivate var words: String {
        switch self {
        case .value(let type), .optionalValue(let type): type.words
        case .nothing: "nothing"
        case .download: "download"
        }
    }
}

// MARK: - Models

extension ExampleValues {
    /// The fields with their examples; those that hold models have the examples of these.
    fileprivate func document(of model: ModelType) -> [String] {
        let fields = model.fields.map { field in
            var members: [CompactJSON.Member] = [
                ("name", .text(field.name.value)), ("type", .text(field.type.value.words)),
            ]
            if field.isAlwaysPresent { members.append(("always", .flag(true))) }
            if let example = scalar(of: field, in: model) { members.append(("example", .verbatim(example))) }
            return CompactJSON.object(members)
        }
        return CompactJSON.lines([("model", .text(model.name.value))], rows: ("fields", fields))
    }
}

extension String {
    fileprivate var lowercasedFirst: String {
        let capitals = prefix { $0.isUppercase }
        if capitals.count == count || capitals.count <= 1 { return prefix(1).lowercased() + dropFirst() }
        return capitals.dropLast().lowercased() + dropFirst(capitals.count - 1)
    }
}

extension [[String]] {
    /// The elements of an array: a comma behind the last line of each but the last.
    fileprivate var joinedLines: [String] {
        enumerated().flatMap { index, lines in
            index == count - 1 ? lines : lines.dropLast() + [(lines.last ?? "") + ","]
        }
    }
}
