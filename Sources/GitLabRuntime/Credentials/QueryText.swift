// Queries as text: parameters added and taken out while all else stays byte for byte.

enum QueryText {
    /// Returns the target with one more parameter; unchanged if it has one of this name.
    static func adding(_ name: String, _ value: String, to target: String) -> String {
        let (path, query) = URLText.split(target)
        let pairs = query.map(Self.pairs) ?? []
        guard !pairs.contains(where: { Self.name(of: $0) == name }) else { return target }
        let all = pairs + ["\(name)=\(PercentEncoding.text(value))"]
        return "\(path)?\(all.joined(separator: "&"))"
    }

    /// Returns the query without the parameters of these names.
    static func removing(names: [String], from query: String) -> String {
        pairs(query).filter { !names.contains(name(of: $0)) }.joined(separator: "&")
    }

    /// Returns the query with a parameter of this value, instead of those that it has of this name.
    static func setting(_ name: String, _ value: String, in query: String) -> String {
        let others = removing(names: [name], from: query)
        return (others.isEmpty ? "" : others + "&") + "\(name)=\(PercentEncoding.text(value))"
    }

    /// Returns the value of a parameter, decoded; nil if there is none of this name.
    static func value(of name: String, in query: String) -> String? {
        pairs(query).last { Self.name(of: $0) == name }.map { pair in
            PercentDecoding.text(pair.drop { $0 != "=" }.dropFirst())
        }
    }

    private static func pairs(_ query: String) -> [Substring] {
        query.split(separator: "&")
    }

    private static func name(of pair: Substring) -> String {
        PercentDecoding.text(pair.prefix { $0 != "=" })
    }
}
