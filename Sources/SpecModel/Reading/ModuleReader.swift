// Reads the modules of the client.

import SpecSyntax

extension Module {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let fields = Shape.module.read(entry.value, named: entry.key, in: reading),
            let folder = fields.text("folder")
        else { return nil }
        name = Located(entry.key.text, at: entry.key.range)
        name.checkIsModuleName(diagnostics: reading.diagnostics)
        self.folder = folder
        about = fields.text("about") ?? reading.nothing(in: entry.key.range)
        tags = fields.texts("tags")
        isShared = fields.flag("shared")
    }
}
