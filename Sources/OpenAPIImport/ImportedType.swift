// A type of the spec that an import writes, before it is known which file it goes to.

import SpecWriter

/// A hash, a type or an enum, as text of the spec.
struct ImportedType {
    /// The key of a file that it stands below.
    enum Section: String, CaseIterable {
        case hashes, types, enums
    }

    let section: Section
    let name: String
    let lines: [String]
    /// The names of the types that its rows have, imported or not.
    let held: Set<String>

    init(_ section: Section, _ name: String, lines: [String], holding held: Set<String>) {
        self.section = section
        self.name = name
        self.lines = lines
        self.held = held
    }
}

extension [ImportedType] {
    /// The file of these types, section by section.
    func text(of tag: String) -> String {
        var text = SpecText(comment: "TODO: the attributes and responses of the operations of \(tag).", depth: 1)
        for section in ImportedType.Section.allCases {
            let all = filter { $0.section == section }
            if all.isEmpty { continue }
            text.blank()
            text.line(0, "\(section.rawValue):")
            for line in all.flatMap(\.lines) { text.line(0, line) }
        }
        return text.text
    }
}
