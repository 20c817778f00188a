// The resources that an import writes, and the types that their modules share.

import SpecModel
import SpecSyntax

/// The file of a resource, and the types that came with it.
struct ImportedResource {
    let tag: String
    /// Its Swift type.
    let type: String
    /// The name of the Swift file of its types.
    let family: String
    /// The folder of its module, with a slash; empty where none has its tag.
    let folder: String
    let text: String
    /// The types that no resource before it needs.
    let types: [ImportedType]
    /// The names of the types that its operations have, imported or not.
    let held: Set<String>

    /// Its module, or its tag where none has that.
    fileprivate var place: String { folder.isEmpty ? tag : folder }
}

/// The types that resources of several modules need. A tag without a module counts as one, because a person may put its
/// resources into any.
struct SharedTypes {
    let names: Set<String>

    init(of resources: [ImportedResource]) {
        let types = resources.flatMap(\.types).indexed(by: \.name)
        var folders: [String: Set<String>] = [:]
        for (folder, own) in Dictionary(grouping: resources, by: \.place) {
            var open = own.flatMap(\.held)
            while let name = open.popLast() {
                guard let type = types[name], folders[name, default: []].insert(folder).inserted else { continue }
                open += type.held
            }
        }
        names = Set(folders.filter { $0.value.count > 1 }.keys)
    }
}
