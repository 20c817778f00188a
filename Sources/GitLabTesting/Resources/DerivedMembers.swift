// What items show that follows from attributes of other names: the Base64 of a file, the title of a commit.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

enum DerivedMembers {
    /// Adds what follows from the attributes of a request to the members of an item that it has made or changed.
    static func add(to members: inout [String: JSONValue], _ call: FakeCall, in place: ResourceResponder.Place) {
        switch call.operation.name {
        case "uploads.create": describeUpload(&members, call, place)
        case "repositoryFiles.create", "repositoryFiles.edit": encodeFile(&members, call)
        case "commits.create": describeCommit(&members, call)
        case "discussions.create": begin(&members, call)
        default: break
        }
    }

    /// The extensions of files that Markdown shows instead of linking to them.
    private static let embedded: Set<String> = [
        "png", "jpg", "jpeg", "gif", "bmp", "tiff", "ico", "webp", "mp4", "m4v", "mov", "webm", "ogv", "mp3", "oga",
        "ogg",
        "spx", "wav",
    ]

    /// Gives an upload its file name and size, a secret, and the Markdown that links to it or shows it.
    private static func describeUpload(
        _ members: inout [String: JSONValue], _ call: FakeCall, _ place: ResourceResponder.Place
    ) {
        guard let name = call.sent["file"]?["filename"]?.stringValue else { return }
        let number = String(members["id"]?.intValue ?? 0, radix: 16)
        let url = "/uploads/" + String(repeating: "0", count: max(0, 32 - number.count)) + number + "/" + name
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let isEmbedded = parts.count > 1 && embedded.contains(parts.last?.lowercased() ?? "")
        let shown = isEmbedded ? parts.dropLast().joined(separator: ".") : name
        let project = place.parents.last?.members["id"]?.scalarText ?? ""
        members["filename"] = .string(name)
        members["size"] = call.sent["file"]?["size"] ?? .null
        members["alt"] = .string(shown)
        members["url"] = .string(url)
        members["full_path"] = .string("/-/project/\(project)\(url)")
        members["markdown"] = .string("\(isEmbedded ? "!" : "")[\(shown)](\(url))")
    }

    /// Gives a file of the repository its content as Base64, whatever it was sent as.
    private static func encodeFile(_ members: inout [String: JSONValue], _ call: FakeCall) {
        guard let content = call.sent["content"]?.stringValue else { return }
        let isEncoded = call.sent["encoding"] == "base64"
        // Ruby's encoder breaks lines, and GitLab's decoder passes over that.
        let decoded = isEncoded ? Data(base64Encoded: content, options: .ignoreUnknownCharacters) : nil
        let data = decoded ?? Data(content.utf8)
        members["content"] = .string(data.base64EncodedString())
        members["encoding"] = "base64"
        members["size"] = .integer(Int64(data.count))
        members["file_name"] = .string(call.name.split(separator: "/").last.map(String.init) ?? call.name)
        if let branch = call.sent["branch"] { members["ref"] = branch }
    }

    private static func describeCommit(_ members: inout [String: JSONValue], _ call: FakeCall) {
        guard let message = call.sent["commit_message"]?.stringValue else { return }
        members["message"] = .string(message)
        members["title"] = .string(message.split(separator: "\n").first.map(String.init) ?? "")
    }

    /// Gives a discussion its first note.
    private static func begin(_ members: inout [String: JSONValue], _ call: FakeCall) {
        guard let body = call.sent["body"], var note = members["notes"]?[0]?.objectValue else { return }
        note["body"] = body
        note["created_at"] = .string(call.now)
        members["notes"] = [.object(note)]
    }
}
