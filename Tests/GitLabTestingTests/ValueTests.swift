// Members of models beyond their fields.

import GitLab
import Testing

@Suite struct ValueTests {
    @Test func accessLevelsCompare() throws {
        let member = try Member(
            json: Array(#"{"id":1,"username":"u","name":"U","state":"active","access_level":40}"#.utf8))
        #expect(member.accessLevel == .maintainer && member.accessLevel >= .developer && member.accessLevel < .owner)
        // GitLab may add a role between two others.
        #expect(AccessLevel(rawValue: 35) > .developer && AccessLevel(rawValue: 35) < .maintainer)
        #expect(AccessLevel.knownValues.max() == .owner && [AccessLevel.owner, .guest].min() == .guest)
    }

    @Test func filesHaveTheirBytes() throws {
        let file = try RepositoryFile(
            json: Array(#"{"file_name":"a","file_path":"a","encoding":"base64","content":"aGVs\nbG8=\n"}"#.utf8))
        #expect(file.contentBytes.map { String(decoding: $0, as: UTF8.self) } == "hello")
        var other = file
        other.content = "no base64"
        #expect(other.contentBytes == nil)
        other.content = nil
        #expect(other.contentBytes == nil)
    }
}
