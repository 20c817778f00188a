// The Swift file of the types that a spec file declares.

import SpecModel
import SpecSyntax

/// The names that a spec file gives to what is generated from it.
struct FamilyNames: Sendable {
    /// That of its Swift file: `BasicProject`.
    let family: String
    /// That of a property: `basicProject`.
    let property: SwiftName

    init(ofFile path: String) {
        family = path.familyName
        property = SwiftName(from: path.fileName)
    }
}

extension API {
    /// The names for each file with declarations. There are several times as many declarations.
    var familyNames: [String: FamilyNames] {
        var names: [String: FamilyNames] = [:]
        var last: SourceName?
        func add(_ name: Located<String>) {
            let source = name.range.source
            // Declarations of a file follow each other.
            guard source !== last else { return }
            last = source
            if names[source.path] == nil { names[source.path] = FamilyNames(ofFile: source.path) }
        }
        for resource in resources { add(resource.name) }
        for model in models { add(model.name) }
        for hash in hashes { add(hash.name) }
        for enumeration in enums { add(enumeration.name) }
        for parent in parents { add(parent.name) }
        return names
    }
}

extension String {
    /// The name of a spec file as the name of a Swift file: `spec/types/basic_project.yaml` is `BasicProject`.
    var familyName: String {
        fileName.utf8.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
            .map { String(Substring($0)).capitalised }.joined()
    }

    /// The name of a file without its folders and its ending.
    var fileName: String {
        let file = utf8.split(separator: UInt8(ascii: "/")).last ?? Substring().utf8
        return String(Substring(file.prefix { $0 != UInt8(ascii: ".") }))
    }
}
