// The rules of the bot.

import GitLabMergeRequests

/// A line that a merge request adds, and a comment on it.
struct Finding {
    let oldPath: String
    let path: String
    /// Its number in the new file.
    let line: Int
    let text: String

    func isAt(_ position: NotePosition) -> Bool {
        position.newPath == path && position.newLine == line
    }
}

extension Diff {
    var findings: [Finding] {
        addedLines.compactMap { number, line in
            let text =
                if line.contains("print(") {
                    "Does this `print` stay?"
                } else if line.contains("TODO") {
                    "Please open an issue instead of a TODO."
                } else {
                    String?.none
                }
            return text.map { Finding(oldPath: oldPath, path: newPath, line: number, text: $0) }
        }
    }

    /// The lines that the diff adds, with their numbers in the new file.
    private var addedLines: [(number: Int, line: Substring)] {
        var added: [(number: Int, line: Substring)] = []
        var number = 0
        for line in (diff ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            if let header = line.prefixMatch(of: /@@ .*?\+(\d+)/) {
                number = (Int(header.1) ?? 1) - 1
            } else if !line.hasPrefix("-") {
                number += 1
                if line.hasPrefix("+") { added.append((number, line.dropFirst())) }
            }
        }
        return added
    }
}
