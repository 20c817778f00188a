// Projects, groups, namespaces and users passed as IDs of their kind, and of no other.

import Foundation
import GitLab
import GitLabTesting
import Testing

/// Whether a type can be passed where a project is expected, as the compiler decides it: the first function does not
/// compile for other types, so the second one is taken.
private func namesProject<Value: ProjectReference>(_ type: Value.Type) -> Bool { true }
private func namesProject<Value>(_ type: Value.Type) -> Bool { false }
private func namesGroup<Value: GroupReference>(_ type: Value.Type) -> Bool { true }
private func namesGroup<Value>(_ type: Value.Type) -> Bool { false }
private func namesNamespace<Value: NamespaceReference>(_ type: Value.Type) -> Bool { true }
private func namesNamespace<Value>(_ type: Value.Type) -> Bool { false }
private func namesUser<Value: UserReference>(_ type: Value.Type) -> Bool { true }
private func namesUser<Value>(_ type: Value.Type) -> Bool { false }

@Suite struct ReferenceTests {
    private func group() throws -> PublicGroup {
        try PublicGroup(json: Array(#"{"id":7,"name":"g","full_name":"g","full_path":"g"}"#.utf8))
    }

    private func project(_ id: Int) throws -> Project {
        try Project(json: Array(#"{"id":\#(id),"name":"p","path":"p","path_with_namespace":"g/p"}"#.utf8))
    }

    @Test func modelsStandForTheirIDs() throws {
        let (one, other) = (try project(1), try project(2))
        let basic = try BasicProject(json: Array(#"{"id":3,"name":"p","path":"p","path_with_namespace":"g/p"}"#.utf8))
        #expect(EditProject(one) { $0.name = "x" } == EditProject(1) { $0.name = "x" })
        #expect(GetProject(basic) == GetProject(3))
        #expect(LinkFork(one, forkedFromID: other) == LinkFork(1, forkedFromID: 2))
        #expect(GetNamespace(try group()) == GetNamespace(7))
        #expect(TransferProject(one, namespace: try group()) == TransferProject(1, namespace: 7))
        #expect(DeleteProject(IDOrPath.path("g/p")) == DeleteProject("g/p"))
        #expect(IDOrPath(one) == .id(1))
    }

    @Test func methodsTakeThem() async throws {
        let gitlab = InMemoryGitLab().client()
        let created = try await gitlab.projects.create(name: "demo")
        let edited = try await gitlab.projects.edit(created) { $0.description = "by itself" }
        #expect(edited.id == created.id && edited.description == "by itself")
        #expect(try await gitlab.projects.get(edited).name == "demo")
    }

    @Test func sudoTakesUsers() throws {
        let user = try BasicUser(json: Array(#"{"id":5,"name":"U"}"#.utf8))
        #expect(InMemoryGitLab().client().sudo(user).configuration.sudo == .id(5))
    }

    @Test func customPathsTakeNoOthers() throws {
        let request = try CustomRequest(.get, "/projects/:id/issues", path: ["id": try project(1)])
        #expect(try InMemoryGitLab().client().httpRequest(for: request).head.path == "/api/v4/projects/1/issues")
        _ = try CustomRequest(.get, "/groups/:id/issues", path: ["id": try group()])
        let error = #expect(throws: GitLabError.self) {
            try CustomRequest(.get, "/projects/:id/issues", path: ["id": group()])
        }
        #expect(
            error?.message
                == "`id` names a project, but the value is a PublicGroup: write the project's ID or full path")
        #expect(throws: GitLabError.self) { try CustomRequest(.get, "/users/:id", path: ["id": project(1)]) }
    }

    /// A group has another id than any project: `projects.delete(group)` must not compile.
    @Test func theCompilerRejectsOthers() throws {
        #expect(namesProject(Project.self) && namesProject(BasicProject.self) && namesProject(ProjectImportStatus.self))
        #expect(namesProject(Int.self) && namesProject(Int64.self) && namesProject(String.self))
        #expect(namesProject(IDOrPath.self))
        #expect(!namesProject(PublicGroup.self) && !namesProject(BasicNamespace.self) && !namesProject(BasicUser.self))
        #expect(!namesProject(ProjectHook.self) && !namesProject(Note.self) && !namesProject(Bool.self))
        #expect(namesGroup(PublicGroup.self) && namesGroup(BasicGroup.self))
        #expect(!namesGroup(BasicNamespace.self) && !namesGroup(Project.self) && !namesGroup(BasicUser.self))
        // The ID of a group is that of its namespace; the ID of a user is not that of the personal namespace.
        #expect(
            namesNamespace(PublicGroup.self) && namesNamespace(BasicNamespace.self)
                && namesNamespace(NamespaceDetails.self))
        #expect(!namesNamespace(BasicUser.self) && !namesNamespace(Member.self) && !namesNamespace(Project.self))
        #expect(namesUser(BasicUser.self) && namesUser(Member.self) && namesUser(AccessRequester.self))
        #expect(!namesUser(BasicNamespace.self) && !namesUser(Project.self) && !namesUser(MemberRole.self))
    }
}
