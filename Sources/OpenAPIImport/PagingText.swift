// The table that offset pages take their attributes from, for a spec that has none.

import OpenAPI
import SpecWriter

enum PagingText {
    static let table = "offset_paging"

    /// The attributes of pages, with the server's defaults.
    private static let defaults = [("page", "1"), ("per_page", "20")]

    /// The attributes that the table has just so.
    static func attributes(among attributes: [OpenAPIAttribute]) -> Set<String> {
        let fitting = attributes.filter { attribute in
            guard case .integer = attribute.schema.kind, !attribute.isRequired else { return false }
            return defaults.contains { name, value in
                name == attribute.name.value && (attribute.schema.defaultValue?.value ?? value) == value
            }
        }
        return Set(fitting.map(\.name.value))
    }

    /// The file with the table.
    static var file: (path: String, text: String) {
        var text = SpecText(comment: "TODO: the attributes of paging.", depth: 1)
        text.blank()
        text.line(0, "tables:")
        text.line(1, "\(table):")
        for (name, value) in defaults {
            text.line(2, "\(name): { type: integer, default: \(value), about: \"\(SpecText.todo())\" }")
        }
        return ("tables/paging.yaml", text.text)
    }
}
