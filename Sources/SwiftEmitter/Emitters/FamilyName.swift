// The Swift file of the types that a spec file declares.

import SpecModel

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
