// Attributes in the path, the query and the header, in the styles in which GitLab (Rack) reads them:
//
//     topics=a,b                       style form, explode false    where GitLab splits on commas
//     topics[]=a&topics[]=b            style form, explode true     all other arrays; the brackets are part of the name
//     custom_attributes[place]=x       style deepObject             hashes

import SpecModel
import SpecSyntax

extension Attribute {
    /// The attribute as a parameter object; nil if it is sent in the body.
    func parameter(_ schemas: Schemas) -> JSONText? {
        var parameter = Members()
        switch location {
        case .path, .header: parameter["name"] = .string(name.value)
        case .query: parameter["name"] = .string(name.value + (isBracketed ? "[]" : ""))
        case .body: return nil
        }
        parameter["in"] = .string(location.rawValue)
        parameter["description"] = .string(description)
        if isRequired { parameter["required"] = .boolean(true) }
        if availability.deprecation != nil { parameter["deprecated"] = .boolean(true) }
        if location == .query {
            switch type.value {
            case .array:
                parameter["style"] = "form"
                parameter["explode"] = .boolean(!isCommaSeparated)
            case .openHash:
                parameter["style"] = "deepObject"
                parameter["explode"] = .boolean(true)
            case .named(let name) where schemas.isHash(name):
                parameter["style"] = "deepObject"
                parameter["explode"] = .boolean(true)
            case .builtIn, .named: break
            }
        }
        var schema = valueSchema(schemas)
        // Header fields have a form of their own for moments (RFC 9110).
        if location == .header, type.value == .builtIn(.datetime) { schema["format"] = "http-date" }
        parameter["schema"] = schema.json
        parameter.add(extensions)
        return parameter.json
    }

    /// Whether its name ends in brackets where it is sent as pairs.
    var isBracketed: Bool {
        switch type.value {
        case .array: !isCommaSeparated
        case .builtIn, .openHash, .named: false
        }
    }

    /// The description of the row for people.
    var description: String {
        let facts = limits.sentences + availability.sentences
        return ([about.value] + facts).joined(separator: " ")
    }

    var extensions: Members {
        var members = availability.extensions
        if isSecret { members["x-gitlab-secret"] = .boolean(true) }
        if let unit = limits.unit { members["x-gitlab-unit"] = .string(unit.value) }
        return members
    }
}
