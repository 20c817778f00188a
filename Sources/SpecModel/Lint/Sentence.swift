// The sentences of a spec, with the names that they explain.

import SpecSyntax

/// The sentence of a declaration or a row.
struct Sentence {
    let text: Located<String>
    /// Its name, and the name of its owner.
    let names: [String]
    /// Whether its row is a list; nil for a declaration or a value.
    let isList: Bool?

    private init(_ text: Located<String>, names: [String], type: TypeReference? = nil) {
        self.text = text
        self.names = names
        isList = type.map { if case .array = $0 { true } else { false } }
    }

    /// Every sentence, once: rows of shared tables where they are declared.
    static func all(of declarations: Declarations) -> [Sentence] {
        var sentences: [Sentence] = []
        func add(_ rows: [Attribute], of owner: String) {
            sentences += rows.map { Sentence($0.about, names: [$0.name.value, owner], type: $0.type.value) }
        }
        for resource in declarations.resources {
            sentences.append(Sentence(resource.about, names: [resource.name.value, resource.type.value]))
            add(resource.path.rows, of: resource.type.value)
            for declaration in resource.operations {
                let operation = declaration.operation
                sentences.append(
                    Sentence(
                        operation.about,
                        names: [operation.name.value]))
                add(operation.attributes, of: operation.request.value)
            }
        }
        for table in declarations.tables { add(table.rows, of: table.name.value) }
        for declaration in declarations.hashes {
            let hash = declaration.hash
            sentences.append(Sentence(hash.about, names: [hash.name.value]))
            add(hash.attributes, of: hash.name.value)
        }
        for parent in declarations.parents.map(\.parent) {
            sentences.append(Sentence(parent.about, names: [parent.name.value]))
            for one in parent.cases {
                sentences.append(Sentence(one.about, names: [one.name.value, parent.name.value]))
                add(one.attributes, of: one.name.value)
            }
        }
        for model in declarations.models {
            sentences.append(Sentence(model.about, names: [model.name.value]))
            sentences += model.fields.map {
                Sentence($0.about, names: [$0.name.value, model.name.value], type: $0.type.value)
            }
        }
        sentences += declarations.events.map { Sentence($0.about, names: [$0.name.value]) }
        for enumeration in declarations.enums {
            sentences.append(Sentence(enumeration.about, names: [enumeration.name.value]))
            sentences += enumeration.values.map { Sentence($0.about, names: [$0.name.value, enumeration.name.value]) }
        }
        // A missing one has been reported as such.
        return sentences.filter { !$0.text.value.isEmpty }
    }
}

extension String {
    /// The words of a name, in small letters: `avatar_url` and `AvatarURL` are `avatar` and `url`.
    var nameWords: [String] {
        var words: [String] = []
        _ = hasWord { word in
            words.append(word)
            return false
        }
        return words
    }

    /// Whether a word, in small letters, is such; looks no further than the first that is. Bytes are looked at one by
    /// one, since every sentence of the spec passes here.
    func hasWord(where isWanted: (String) -> Bool) -> Bool {
        var word: [UInt8] = []
        var followsSmallLetter = false
        func isEnd() -> Bool {
            defer { word.removeAll(keepingCapacity: true) }
            return !word.isEmpty && isWanted(String(decoding: word, as: UTF8.self))
        }
        for byte in utf8 {
            let isCapital = byte.isASCIICapital
            let isPart = byte >= 0x80 || byte.isASCIILetterOrDigit
            if !isPart || isCapital && followsSmallLetter, isEnd() { return true }
            if isPart { word.append(isCapital ? byte | 0x20 : byte) }
            followsSmallLetter = isPart && !isCapital && !byte.isASCIIDigit
        }
        return isEnd()
    }
}
