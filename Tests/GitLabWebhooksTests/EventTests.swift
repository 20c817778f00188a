// Every event: its kind is recognised, and nothing of its body is lost.

import Foundation
import GitLabWebhookEventsFixtures
import GitLabWebhooks
import Testing

@Suite struct EventTests {
    @Test func everyExampleRequestIsReadAsItsKind() throws {
        let requests = WebhookPayload.exampleRequests
        #expect(requests.count >= 28)
        var kinds: Set<String> = []
        for (header, body) in requests {
            let event = try WebhookEvent(headers: .of(["X-Gitlab-Event": header]), body: Array(body.utf8))
            #expect(event.delivery.kind == header)
            #expect(event.payload.name != "unknown", "\(header) is not recognised")
            kinds.insert(event.payload.name)
        }
        #expect(kinds.count == requests.count, "each request is of a kind of its own")
    }

    /// The documented bodies and the cases that they become.
    static let documented: [(type: String, name: String)] = [
        ("AccessTokenEvent", "accessToken"), ("CommitNoteEvent", "commitNote"), ("DeployTokenEvent", "deployToken"),
        ("DeploymentEvent", "deployment"), ("EmojiEvent", "emoji"), ("FeatureFlagEvent", "featureFlag"),
        ("GroupEvent", "group"), ("GroupMemberEvent", "groupMember"), ("IssueEvent", "issue"),
        ("IssueNoteEvent", "issueNote"), ("JobEvent", "job"), ("KeyEvent", "key"),
        ("MergeRequestEvent", "mergeRequest"), ("MergeRequestNoteEvent", "mergeRequestNote"),
        ("MilestoneEvent", "milestone"), ("NoteEvent", "note"), ("PipelineEvent", "pipeline"),
        ("ProjectEvent", "project"), ("ProjectMemberEvent", "projectMember"), ("PushEvent", "push"),
        ("ReleaseEvent", "release"), ("RepositoryUpdateEvent", "repositoryUpdate"),
        ("SnippetNoteEvent", "snippetNote"), ("SubgroupEvent", "subgroup"), ("TagPushEvent", "tagPush"),
        ("UserEvent", "user"), ("VulnerabilityEvent", "vulnerability"), ("WikiPageEvent", "wikiPage"),
    ]

    @Test(arguments: documented)
    func nothingOfADocumentedBodyIsLost(_ type: String, _ name: String) throws {
        let body = try example(of: type)
        let event = try WebhookEvent(headers: HTTPFields(), body: body)
        #expect(event.payload.name == name)
        let before = Leaves(try JSONSerialization.jsonObject(with: Data(body)))
        let after = Leaves(try JSONSerialization.jsonObject(with: JSONEncoder().encode(event.payload.content)))
        #expect(Set(before.paths).subtracting(after.paths).sorted() == [])
        #expect(before.paths.count > 5)
    }

    /// `GITLAB_SWIFT_WEBHOOKS` names a folder of bodies that others have recorded.
    private static let recorded = ProcessInfo.processInfo.environment["GITLAB_SWIFT_WEBHOOKS"].map { URL(filePath: $0) }

    @Test(.enabled(if: recorded != nil, "needs a folder of recorded bodies"))
    func nothingOfARecordedBodyIsLost() throws {
        let folder = try #require(Self.recorded)
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let body = try Data(contentsOf: file)
            let event = try WebhookEvent(headers: HTTPFields(), body: Array(body))
            #expect(event.payload.name != "unknown", "\(file.lastPathComponent)")
            let before = Leaves(try JSONSerialization.jsonObject(with: body))
            let after = Leaves(try JSONSerialization.jsonObject(with: JSONEncoder().encode(event.payload.content)))
            #expect(Set(before.paths).subtracting(after.paths).sorted() == [], "\(file.lastPathComponent)")
        }
    }

    @Test func whoStartedAJobMayHaveNoUsername() throws {
        let body =
            #"{"object_kind":"build","project_id":1,"ref":"main","tag":false,"build_id":1,"build_name":"b","build_status":"success","user":{"id":3,"name":"User"}}"#
        let event = try WebhookEvent(headers: HTTPFields(), body: Array(body.utf8))
        guard case .job(let job) = event.payload else {
            Issue.record("\(event.payload)")
            return
        }
        #expect(job.user?.id == 3 && job.user?.name == "User" && job.user?.username == nil)
    }

    @Test(arguments: documented)
    func aBodyIsReadWhateverOptionalPartIsNull(_ type: String, _ name: String) throws {
        let body = try JSONSerialization.jsonObject(with: Data(try example(of: type)))
        let object = try #require(body as? [String: Any])
        for key in object.keys {
            var changed = object
            changed[key] = NSNull()
            let event = try? WebhookEvent(
                headers: HTTPFields(), body: Array(try JSONSerialization.data(withJSONObject: changed)))
            let isRead = event?.payload.name == name
            #expect(isRead || Self.isNeeded(key), "\(type) without \(key)")
        }
    }

    /// The fields that each body of some kind has, of which the builders of GitLab's payloads make no null.
    private static func isNeeded(_ key: String) -> Bool {
        [
            "object_kind", "event_name", "object_attributes", "project", "project_id", "group_id", "user_id", "name",
            "path_with_namespace", "full_path", "username", "id", "key", "ref", "status", "environment", "action",
            "tag",
            "build_id", "build_name", "build_status", "issue", "merge_request", "snippet",
        ].contains(key)
    }

    @Test func bothFormatsOfTimesAreRead() throws {
        let event = try WebhookEvent(headers: HTTPFields(), body: try example(of: "MergeRequestEvent"))
        let merge = try #require(event.payload.content as? MergeRequestEvent)
        #expect(merge.objectAttributes.createdAt?.timeIntervalSince1970 == 1_771_147_800)
        #expect(merge.changes?.updatedAt?.current?.timeIntervalSince1970 == 1_786_786_200)
        #expect(merge.objectAttributes.action == .open)
        let deployment = try WebhookEvent(headers: HTTPFields(), body: try example(of: "DeploymentEvent"))
        let content = try #require(deployment.payload.content as? DeploymentEvent)
        #expect(content.statusChangedAt?.timeIntervalSince1970 == 1_789_457_400)
    }

    @Test func systemHooksSendTheSameBodies() throws {
        let body = Array(#"{"event_name":"push","ref":"refs/heads/main","project_id":15}"#.utf8)
        let event = try WebhookEvent(headers: .of(["X-Gitlab-Event": "System Hook"]), body: body)
        let push = try #require(event.payload.content as? PushEvent)
        #expect(push.projectID == 15 && push.objectKind == nil)
    }

    @Test func theHeaderFieldsAreKept() throws {
        let event = try WebhookEvent(
            headers: .of([
                "x-gitlab-event": "Push Hook", "X-Gitlab-Event-UUID": "e", "X-Gitlab-Webhook-UUID": "w",
                "Idempotency-Key": "i", "X-Gitlab-Instance": "https://gitlab.example.com",
                "User-Agent": "GitLab/18.5.0", "X-Gitlab-Token": "s3cr3t",
            ]), body: try example(of: "PushEvent"))
        #expect(event.delivery.kind == "Push Hook" && event.delivery.eventUUID == "e")
        #expect(event.delivery.webhookUUID == "w" && event.delivery.idempotencyKey == "i")
        #expect(event.delivery.instance == "https://gitlab.example.com" && event.delivery.userAgent == "GitLab/18.5.0")
        #expect(!"\(event)\(String(reflecting: event))".contains("s3cr3t"), "the token is not kept")
    }

    @Test func anUnknownKindKeepsHeadersAndBody() throws {
        let body = #"{"object_kind":"tea_time","kettle":{"temperature":96.5,"on":true},"cups":[1,null]}"#
        let event = try WebhookEvent(headers: .of(["X-Gitlab-Event": "Tea Hook"]), body: Array(body.utf8))
        #expect(event.delivery.kind == "Tea Hook")
        #expect(event.payload == .unknown(try JSONValue(json: Array(body.utf8))))
        let custom = try WebhookEvent(headers: HTTPFields(), body: Array(#"{"event":"push"}"#.utf8))
        #expect(custom.payload == .unknown(["event": "push"]), "a custom template")
    }

    @Test func unknownValuesAndFieldsAndUnreadablePartsAreTolerated() throws {
        let body = #"""
            {"object_kind":"merge_request","new":1,"project":{"name":"a","path_with_namespace":"a/b"},"user":7,
             "object_attributes":{"id":1,"iid":2,"title":"t","target_branch":"m","source_branch":"s","action":"dance"}}
            """#
        let event = try WebhookEvent(headers: HTTPFields(), body: Array(body.utf8))
        let merge = try #require(event.payload.content as? MergeRequestEvent)
        #expect(merge.user == nil && merge.objectAttributes.action?.rawValue == "dance")
    }

    @Test func confidentialEventsAreMarked() throws {
        func isConfidential(_ header: String, _ body: String) throws -> Bool {
            try WebhookEvent(headers: .of(["X-Gitlab-Event": header]), body: Array(body.utf8)).isConfidential
        }
        func issue(_ confidential: Bool) -> String {
            #"{"object_kind":"issue","object_attributes":{"id":1,"iid":2,"title":"t","confidential":\#(confidential)}}"#
        }
        #expect(try isConfidential("Confidential Issue Hook", issue(false)))
        #expect(try isConfidential("System Hook", issue(true)))
        #expect(try !isConfidential("Issue Hook", issue(false)))
        let note = #"""
            {"object_kind":"note","event_type":"confidential_note",
             "object_attributes":{"id":1,"note":"n","noteable_type":"Epic"}}
            """#
        #expect(try isConfidential("System Hook", note))
        let untold = #"""
            {"object_kind":"issue","event_type":"confidential_issue","object_attributes":{"id":1,"iid":2,"title":"t"}}
            """#
        #expect(try isConfidential("System Hook", untold))
        for member in [
            #""event_type":"confidential_tea""#, #""object_attributes":{"confidential":true}"#,
            #""object_attributes":{"internal":true}"#,
        ] {
            #expect(try isConfidential("System Hook", #"{"object_kind":"tea",\#(member)}"#), "\(member)")
        }
        #expect(try !isConfidential("System Hook", #"{"object_kind":"tea"}"#))
    }
}

extension WebhookPayload {
    /// The name of the case.
    var name: String { Mirror(reflecting: self).children.first?.label ?? "" }

    /// The value of the case.
    var content: any Encodable {
        Mirror(reflecting: self).children.first?.value as? any Encodable ?? JSONValue.null
    }
}

/// The places of a document's values that are not null.
private struct Leaves {
    private(set) var paths: [String] = []

    init(_ value: Any) { add(value, "") }

    private mutating func add(_ value: Any, _ path: String) {
        switch value {
        case let object as [String: Any]: for (name, member) in object { add(member, "\(path).\(name)") }
        case let array as [Any]: for (index, element) in array.enumerated() { add(element, "\(path)[\(index)]") }
        case is NSNull: break
        default: paths.append(path)
        }
    }
}
