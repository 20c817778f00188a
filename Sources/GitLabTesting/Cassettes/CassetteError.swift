// The errors of a cassette.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An error of a ``Cassette``. It is not one of GitLab: it reaches the caller unchanged, not as a `GitLabError`, and is
/// not retried.
public struct CassetteError: UntranslatedError, Sendable, Hashable {
    /// The kind of an error. More kinds may be added.
    public struct Kind: Sendable, Hashable {
        private let name: String

        /// The file is missing, cannot be read, or is no cassette.
        public static let unreadableFile = Kind(name: "unreadableFile")
        /// The file cannot be written.
        public static let unwritableFile = Kind(name: "unwritableFile")
        /// The request is not recorded, or not as often as it was sent.
        public static let notRecorded = Kind(name: "notRecorded")
        /// A recorded request was not sent.
        public static let unused = Kind(name: "unused")
        /// A body is longer than ``Cassette/bodyLimit``.
        public static let tooLong = Kind(name: "tooLong")
        /// The response is compressed, so that secrets cannot be found in it.
        public static let encoded = Kind(name: "encoded")
    }

    /// The kind of the error.
    public let kind: Kind

    /// The reason, with the name of the file and the request, without secrets.
    public let description: String
}

extension CassetteError: CustomStringConvertible, LocalizedError {
    /// The same as ``description``, for `localizedDescription`.
    public var errorDescription: String? { description }
}

/// The description of a request that is not recorded.
struct MissingRequest: CustomStringConvertible {
    let description: String

    /// The most lines in which a request differs that are shown.
    private static let mostLines = 20

    init(_ request: RequestSummary, recorded: [RequestSummary], in file: URL) {
        let name = "the cassette \(file.lastPathComponent)"
        let fix = "Record it again with the mode `.record`"
        let equal = recorded.filter { $0 == request }.count
        if equal > 0 {
            let times = equal == 1 ? "once" : "\(equal) times"
            description = "\(name) has \(request.line) \(times), and it was sent once more. \(fix)"
            return
        }
        guard
            let closest = recorded.max(by: { Self.likeness(of: $0, to: request) < Self.likeness(of: $1, to: request) })
        else {
            description = "\(name) has no response to \(request.line): it is empty. \(fix)"
            return
        }
        let lines = Self.differences(between: closest, and: request)
        description = ["\(name) has no response to \(request.line). \(fix). The closest recorded request differs:"]
            .appending(lines.prefix(Self.mostLines))
            .appending(lines.count > Self.mostLines ? ["  … and \(lines.count - Self.mostLines) more lines"] : [])
            .joined(separator: "\n")
    }

    /// Returns the lines that only one of the two has.
    private static func differences(between recorded: RequestSummary, and sent: RequestSummary) -> [String] {
        let (old, new) = ([recorded.line] + recorded.parameterLines, [sent.line] + sent.parameterLines)
        let (known, wanted) = (Set(old), Set(new))
        return old.filter { !wanted.contains($0) }.map { "  recorded: \($0)" }
            + new.filter { !known.contains($0) }.map { "  sent:     \($0)" }
    }

    /// Returns how much two requests have in common: the path counts most, then the method, then the parameters.
    private static func likeness(of one: RequestSummary, to other: RequestSummary) -> Double {
        let (parts, others) = (one.path.split(separator: "/"), other.path.split(separator: "/"))
        let common = zip(parts, others).filter { $0 == $1 }.count
        let path = one.path == other.path ? 1 : Double(common) / Double(max(parts.count, others.count, 1) + 1)
        let (lines, otherLines) = (Set(one.parameterLines), Set(other.parameterLines))
        let all = lines.union(otherLines).count
        let parameters = all == 0 ? 1 : Double(lines.intersection(otherLines).count) / Double(all)
        return 4 * path + (one.method == other.method ? 2 : 0) + parameters
    }
}

extension [String] {
    fileprivate func appending(_ lines: some Sequence<String>) -> [String] { self + lines }
}
