// Queries as text: parameters added and taken out while all else stays byte for byte.

enum QueryText {
    /// The target with a parameter more; as it is if it has one of this name.
    static func adding(_ name: String, _ value: String, to target: String) -> String {
        let (path, query) = URLText.split(target)
        let pairs = query.map(Self.pairs) ?? []
        guard !pairs.contains(where: { Self.name(of: $0) == name }) else { return target }
        let all = pairs + ["\(name)=\(PercentEncoding.text(value))"]
        return "\(path)?\(all.joined(separator: "&"))"
    }

    /// The query without the parameters of these names.
    static func removing(names: [String], from query: String) -> String {
        pairs(query).filter { !names.contains(name(of: $0)) }.joined(separator: "&")
    }

    private static func pairs(_ query: String) -> [Substring] {
        query.split(separator: "&")
    }

    private static func name(of pair: Substring) -> String {
        PercentDecoding.text(pair.prefix { $0 != "=" })
    }
}
